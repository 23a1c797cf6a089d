"""What the files of the course say of each other: names that do not exist, and promises that are not kept."""

from collections.abc import Collection, Iterator
from itertools import chain

from macros.assembly import addresses, citations, interacted, measured, terms
from macros.assembly.files import Files
from macros.content.comparison import Comparison
from macros.content.lesson import Lesson, total_minutes, way_to
from macros.diagram import room
from macros.reading.datafile import unknown
from macros.reading.dates import today
from macros.reading.positions import Loc, Marked
from macros.reading.problem import Problem, count

_COUNTED = (
    "docs/lessons/",
    "docs/data/quizzes/",
    "docs/data/diagrams/",
    "docs/data/transcripts/",
    "docs/data/comparison.yml",
)
"""What the minutes are counted from: while a part of it is faulty, the sum says nothing."""

_LONGEST_LIST = 200
"""Characters of names that a hint lists."""


def problems(files: Files, lessons: tuple[Lesson, ...]) -> Iterator[Problem]:
    """Yield every name that does not exist, what nothing uses, and broken promises of the card."""
    yield from chain(
        citations.problems(files),
        terms.problems(files),
        _pictures(files),
        _tones(files),
        _charts(files),
        _decisions(files),
        measured.problems(files),
        interacted.problems(files),
        _card(files, lessons),
        addresses.problems(files),
    )


def is_of_minutes(problem: Problem) -> bool:
    """Tell whether a problem is that of minutes that are not those of the card, which follows from others."""
    return (problem.path, problem.field) == ("docs/data/course.yml", "minutes")


def warnings(files: Files) -> Iterator[Problem]:
    """Yield what does not stop a build: every source that nobody has read for a year."""
    if files.sources:
        for index, source in enumerate(files.sources.model.sources):
            if source.is_stale(today()):
                message, hint = f"nobody has read this since {source.accessed}", "read it again, and set the day"
                yield files.sources.marks.problem(("sources", index, "accessed"), message, hint)


def _unknown(marks: Marked, loc: Loc, kind: str, name: str, known: Collection[str] | None) -> Iterator[Problem]:
    """Yield a name that is none of those that are known, unless these cannot be."""
    if known is not None:
        yield from (marks.problem(*fault) for fault in unknown(loc, kind, name, known))


def _pictures(files: Files) -> Iterator[Problem]:
    for diagram in files.diagrams.values():
        names = diagram.model.pictures()
        known = {*files.pictograms, *files.faulty("docs/data/pictures")}
        for loc, name in names:
            yield from _unknown(diagram.marks, loc, "picture", name, known)
        if {name for _, name in names} <= files.pictograms.keys():
            for loc, message, hint in room.faults(diagram.model.scene, files.pictograms):
                yield diagram.marks.problem(("scene", *loc), message, hint)
            yield from (diagram.marks.problem(*fault) for fault in room.tight(diagram.model, files.pictograms))


def _tones(files: Files) -> Iterator[Problem]:
    """Yield tones that no diagram takes."""
    if not files.card or files.faulty("docs/data/diagrams"):
        return
    used: set[str] = set().union(*(diagram.model.toned() for diagram in files.diagrams.values()))
    for name in files.card.model.tones:
        if name not in used:
            message, hint = f"no diagram has the tone '{name}'", "give it to a box, a picture or a group, or delete it"
            yield files.card.marks.problem(("tones", name), message, hint)


def _charts(files: Files) -> Iterator[Problem]:
    for name, chart in files.charts.items():
        yield from _unknown(chart.marks, ("row",), "row", chart.model.row, files.legible.rows)
        if not files.comparison or files.comparison.model.dimensions is None:
            continue
        dimensions = files.comparison.model.dimensions
        yield from _unknown(chart.marks, ("dimension",), "dimension", chart.model.dimension, {*dimensions})
        row = files.comparison.model.row(chart.model.row)
        if row and not row.figures:
            message = f"the row '{row.id}' has no figure to draw"
            yield chart.marks.problem(("row",), message, _drawable(files.comparison.model))
        units = dimensions.get(chart.model.dimension)
        for loc, cell in files.comparison.model.cells():
            for index, figure in enumerate(cell.figures if row and cell in row.cells.values() else ()):
                if units and figure.unit not in units:
                    message = f"the chart '{name}' cannot convert '{figure.unit}' to {chart.model.dimension}"
                    hint = f"it knows {', '.join(units)}"
                    yield files.comparison.marks.problem((*loc, "figures", index, "unit"), message, hint)


def _drawable(comparison: Comparison) -> str:
    """Return a hint with the rows that have figures."""
    named = ", ".join(row.id for row in comparison.rows if row.figures)
    more = f", or name one that has some: {named}" if named and len(named) <= _LONGEST_LIST else ""
    return f"add figures to a cell of it{more}"


def _decisions(files: Files) -> Iterator[Problem]:
    known = {"row": files.legible.rows, "subject": files.legible.subjects}
    if None in known.values():
        return
    for decision in files.decisions.values():
        unknown = [
            problem
            for loc, kind, name in decision.model.names()
            for problem in _unknown(decision.marks, loc, kind, name, known[kind])
        ]
        yield from unknown or (decision.marks.problem(*gap) for gap in decision.model.gaps())


def _card(files: Files, lessons: tuple[Lesson, ...]) -> Iterator[Problem]:
    if not files.card or any(problem.path.startswith(_COUNTED) for problem in files.problems):
        return
    promised, marks = files.card.model, files.card.marks
    if len(lessons) != promised.lessons:
        message = f"says {promised.lessons}, but the course has {count(len(lessons), 'lesson')}"
        yield marks.problem(("lessons",), message, f"set lessons: {len(lessons)}")
    if (shown := total_minutes(lessons)) != promised.minutes:
        message = f"says {promised.minutes}, but the lessons take {count(shown, 'minute')}"
        yield marks.problem(("minutes",), message, way_to(lessons, promised.minutes))
