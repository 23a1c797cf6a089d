"""What the data cites: sources that do not exist, that are older than what they say, and that nothing cites."""

from collections import Counter
from collections.abc import Iterator

from macros.assembly.files import Files
from macros.content.comparison import Comparison
from macros.content.source import Sources
from macros.diagram.diagram import Diagram
from macros.interactive.interactive import Interactive
from macros.pages.call import meant
from macros.reading.datafile import Datafile
from macros.reading.positions import Loc, Marked
from macros.reading.problem import MOST_TOLD, Problem, did_you_mean, nearest

_ADD = "write it into docs/data/sources.yml"


def problems(files: Files) -> Iterator[Problem]:
    """Yield every citation of an unknown source, every figure after its source, and every source that none cites."""
    known = files.legible.sources
    if known is None:
        return
    calls = (meant(call, {"cite"}) for page in files.pages for call in page.calls)
    cited = {str(name) for call in calls if call.name == "cite" for name in call.arguments}
    cited |= {nearest(name, known) for name in cited - known}
    unknown: Counter[str] = Counter()
    for marks, loc, name in _citations(files):
        cited.add(name)
        if name not in known:
            unknown[marks.path] += 1
            told = unknown[marks.path] <= MOST_TOLD
            near = did_you_mean(name, known) if told else ""
            cited.add(nearest(name, known) if near else "")
            other = f"{_ADD}, or take another name" if files.has("sources") else _ADD
            yield marks.problem(loc, f"there is no source '{name}'", near or (other if told else ""))
    if not files.sources or (files.has("comparison") and not files.comparison):
        return  # What it cites cannot be known.
    if files.comparison:
        yield from _too_late(files.comparison, files.sources.model)
    if not any(problem.path.endswith(".md") for problem in files.problems):
        yield from _uncited(files.sources, cited)


def _uncited(sources: Datafile[Sources], cited: set[str]) -> Iterator[Problem]:
    for index, source in enumerate(sources.model.sources):
        if source.id not in cited:
            message, hint = "nothing cites this source", "cite it in a cell or on a page, or take it away"
            yield sources.marks.problem(("sources", index), message, hint)


def _too_late(comparison: Datafile[Comparison], sources: Sources) -> Iterator[Problem]:
    """Yield figures that are of a later year than their source; of an earlier one they may be: a source looks back."""
    issued = {source.id: source.issued for source in sources.sources}
    for loc, cell in comparison.model.cells():
        for index, figure in enumerate(cell.figures):
            if figure.year > issued.get(figure.source, figure.year):
                message = f"{figure.year} is after its source '{figure.source}', which is of {issued[figure.source]}"
                hint = "write when it was measured or said; if a newer version says it, set 'issued' of the source"
                yield comparison.marks.problem((*loc, "figures", index, "year"), message, hint)


def _citations(files: Files) -> Iterator[tuple[Marked, Loc, str]]:
    if files.comparison:
        for loc, cell in files.comparison.model.cells():
            for index, name in enumerate(cell.sources):
                yield files.comparison.marks, (*loc, "sources", index), name
            for index, figure in enumerate(cell.figures):
                yield files.comparison.marks, (*loc, "figures", index, "source"), figure.source
    drawn: list[Datafile[Diagram] | Datafile[Interactive]] = [*files.diagrams.values(), *files.interactives.values()]
    for file in drawn:
        for index, name in enumerate(file.model.sources):
            yield file.marks, ("sources", index), name
    if files.glossary:
        for number, term in enumerate(files.glossary.model.terms):
            for index, name in enumerate(term.sources):
                yield files.glossary.marks, ("terms", number, "sources", index), name
