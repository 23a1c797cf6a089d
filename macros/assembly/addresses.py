"""Which addresses the course has, and whether those that moved lead to one of them."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.assembly.files import Files
from macros.chart.chart import path as path_of_chart
from macros.diagram.gallery import path as path_of
from macros.diagram.looks import PNG, SVG
from macros.interactive.figure import path as path_of_operated
from macros.pages.page import address
from macros.reading.problem import Problem, did_you_mean


def downloads(files: Files) -> tuple[str, ...]:
    """Return the paths below the site's root of the files that hold comparison and sources for other programs."""
    figures = not files.comparison or any(row.figures for row in files.comparison.model.rows)
    compared = ("data/comparison.json", "data/comparison.csv", *(["data/figures.csv"] if figures else []))
    return (*(compared if files.has("comparison") else ()), *(["data/sources.json"] if files.has("sources") else []))


def addresses(files: Files) -> set[str]:
    """Return the addresses of all pages, downloads and drawings, below the site's root; those of faulty files too."""
    return {*map(address, _pages(files)), *_files(files)}


def targets(files: Files) -> set[str]:
    """Return the paths below ``docs`` of all that a link on a page may lead to; those of faulty files too."""
    return {path.removeprefix("docs/") for path in _pages(files)} | _files(files)


def _pages(files: Files) -> set[str]:
    return {page.path for page in files.pages} | {
        problem.path for problem in files.problems if problem.path.startswith("docs/") and problem.path.endswith(".md")
    }


def _files(files: Files) -> set[str]:
    """Return the paths of all that is published beside pages and code.

    Of a picture these are the files that it always had: its other looks, and its steps in one, come and go with them.
    """
    steps = {name: len(diagram.model.steps) for name, diagram in files.diagrams.items()}
    names = [f"{name}-step-{step + 1}" for name, count in steps.items() for step in range(count)]
    measured = files.measurements.model.drawn if files.measurements else ()
    diagrams = [*steps, *names, *measured, *files.faulty("docs/data/diagrams")]
    charts = {*files.charts, *files.faulty("docs/data/charts")}
    pictograms = {*files.pictograms, *files.faulty("docs/data/pictures")}
    operated = {*files.interactives, *files.faulty("docs/data/interactives")}
    drawn = [*(f"diagrams/{name}" for name in diagrams), *map(path_of_chart, charts)]
    drawn += [*map(path_of_operated, operated), *map(path_of, pictograms)]
    return {
        *downloads(files),
        *(path for path in files.published if not path.endswith(".md") and not path.startswith("assets/")),
        *(f"{path}{ending}" for path in drawn for ending in (SVG, PNG)),
    }


def problems(files: Files) -> Iterator[Problem]:
    """Yield every address that is said to have moved and has not, or that would lead nowhere."""
    if not files.moves:
        return
    known = addresses(files)
    moved = {move.old: move.target for move in files.moves.model.moved}
    for index, move in enumerate(files.moves.model.moved):
        old, new = (("moved", index, key) for key in ("from", "to"))
        if move.old in known:
            yield files.moves.marks.problem(old, f"'{move.old}' has not moved: it is still there", "delete the entry")
        if move.target in moved:
            yield files.moves.marks.problem(new, f"'{move.target}' has moved, too", _hint(move.target, moved, known))
        elif move.target not in known:
            kind = "file" if PurePosixPath(move.target).suffix else "page"
            message = f"there is no {kind} '{move.target}'"
            yield files.moves.marks.problem(new, message, did_you_mean(move.target, known))
        elif PurePosixPath(move.old).suffix != PurePosixPath(move.target).suffix:
            yield files.moves.marks.problem(new, f"'{move.old}' was another kind of file", "name one of the same kind")


def _hint(target: str, moved: dict[str, str], known: set[str]) -> str:
    """Return what to write instead of an address that has moved itself."""
    for _ in moved:
        target = moved.get(target, target)
    return f"write '{target}'" if target in known else "the entries lead in a circle: write where it is now"
