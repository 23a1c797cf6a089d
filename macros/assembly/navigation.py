"""The navigation: every page has an entry in the menu or beside it, and every entry a page."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from macros.assembly.addresses import targets
from macros.assembly.files import Files
from macros.reading.menu import Entry
from macros.reading.problem import Problem, did_you_mean
from macros.reading.settings import SETTINGS


def problems(files: Files) -> Iterator[Problem]:
    """Yield entries of the navigation that lead to no page, or twice to one, and pages without an entry."""
    if files.menu is None:
        return
    pages = {path for path in targets(files) if path.endswith(".md")}
    before: Counter[str] = Counter()
    for entry in files.menu:
        before[entry.path] += 1
        if entry.path not in pages:
            near = did_you_mean(entry.path, pages - {other.path for other in files.menu})
            if " - " in entry.path:
                near = "begin each entry as far from the left as the one above it"
            message, hint = f"there is no page docs/{entry.path}", near or "write it, or delete the entry"
            yield Problem(SETTINGS, entry.line, entry.column, entry.key, message, hint)
        elif before[entry.path] > 1:
            message = f"'{entry.path}' stands twice"
            yield Problem(SETTINGS, entry.line, entry.column, entry.key, message, "keep one of the two")
    yield from _out_of_order([entry for entry in files.menu if entry.path in pages])
    for path in files.written:
        name = path.removeprefix("docs/")
        if name not in before:
            hint = f"write in {SETTINGS}, at its place below 'nav:':  - {name}"
            yield Problem(path, 1, 1, "", "no entry of the navigation leads to this page", hint)


def _out_of_order(entries: list[Entry]) -> Iterator[Problem]:
    """Yield each lesson whose number is smaller than that above it: one leads to the next by their numbers."""
    lessons = [entry for entry in entries if entry.path.startswith("lessons/")]
    for before, entry in pairwise(lessons):
        if entry.path < before.path:
            message = f"'{entry.path}' stands below '{before.path}'"
            hint = "put the lessons in the order of their numbers, or give the files other numbers"
            yield Problem(SETTINGS, entry.line, entry.column, entry.key, message, hint)
