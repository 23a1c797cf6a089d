"""What the data cites: sources that do not exist, and sources that nothing cites."""

from collections import Counter
from collections.abc import Iterator

from macros.errors import MOST_TOLD, Problem, did_you_mean
from macros.files import Files
from macros.marked import Loc, Marked


def problems(files: Files) -> Iterator[Problem]:
    """Yield every citation of an unknown source, and every source that nothing cites."""
    if not (files.sources and files.comparison):
        return
    known = files.sources.model.ids()
    cited = {name for page in files.pages for call in page.calls_for("cite") for name in call.arguments}
    unknown: Counter[str] = Counter()
    for marks, loc, name in _citations(files):
        cited.add(name)
        if name not in known:
            unknown[marks.path] += 1
            hint = did_you_mean(name, known) if unknown[marks.path] <= MOST_TOLD else ""
            yield marks.problem(loc, f"there is no source '{name}'", hint)
    if any(problem.path.endswith(".md") for problem in files.problems):
        return
    for index, source in enumerate(files.sources.model.sources):
        if source.id not in cited:
            message, hint = "nothing cites this source", "cite it in a cell or on a page, or take it away"
            yield files.sources.marks.problem(("sources", index), message, hint)


def _citations(files: Files) -> Iterator[tuple[Marked, Loc, str]]:
    if files.comparison:
        for loc, cell in files.comparison.model.cells():
            for index, name in enumerate(cell.sources):
                yield files.comparison.marks, (*loc, "sources", index), name
            for index, figure in enumerate(cell.figures):
                yield files.comparison.marks, (*loc, "figures", index, "source"), figure.source
    for diagram in files.diagrams.values():
        for index, name in enumerate(diagram.model.sources):
            yield diagram.marks, ("sources", index), name
    if files.glossary:
        for number, term in enumerate(files.glossary.model.terms):
            for index, name in enumerate(term.sources):
                yield files.glossary.marks, ("terms", number, "sources", index), name
