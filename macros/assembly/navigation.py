"""The navigation: every page has an entry, and every entry a page."""

from collections import Counter
from collections.abc import Iterator

from macros.assembly.addresses import targets
from macros.assembly.files import Files
from macros.reading.problem import Problem, did_you_mean
from macros.reading.settings import SETTINGS


def problems(files: Files) -> Iterator[Problem]:
    """Yield entries of the navigation that lead to no page, or twice to one, and pages without an entry."""
    if files.navigation is None:
        return
    pages = {path for path in targets(files) if path.endswith(".md")}
    before: Counter[str] = Counter()
    for entry in files.navigation:
        before[entry.path] += 1
        if entry.path not in pages:
            near = did_you_mean(entry.path, pages - {other.path for other in files.navigation})
            if " - " in entry.path:
                near = "begin each entry as far from the left as the one above it"
            message, hint = f"there is no page docs/{entry.path}", near or "write it, or delete the entry"
            yield Problem(SETTINGS, entry.line, entry.column, "nav", message, hint)
        elif before[entry.path] > 1:
            message = f"'{entry.path}' stands twice"
            yield Problem(SETTINGS, entry.line, entry.column, "nav", message, "keep one of the two")
    for path in files.written:
        name = path.removeprefix("docs/")
        if name not in before:
            hint = f"write in {SETTINGS}, at its place below 'nav:':  - {name}"
            yield Problem(path, 1, 1, "", "no entry of the navigation leads to this page", hint)
