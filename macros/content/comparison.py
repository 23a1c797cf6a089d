"""The comparison: subjects side by side, row by row, each answer with its evidence and its exception."""

from collections.abc import Iterator

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from macros.content import measurement
from macros.content.measurement import Figure
from macros.content.palette import Hue, same_hue
from macros.content.units import Dimensions, Short, all_dimensions
from macros.html.markup import Head, Name, words
from macros.reading.datafile import Fault, Id, Model, Text, twice, unknown
from macros.reading.positions import Loc
from macros.reading.problem import nearest

_TAKEN = {"name"}
"""Each row has an anchor for each subject, and one of its own that ends in this word."""


class Subject(Model):
    """One of the things that are compared: a column of the table."""

    id: Id = Field(description="a name of its own, which cells repeat")
    name: Head = Field(description="the head of its column")
    about: Text = Field(description="what counts as this, in a few words")
    tone: Hue = Field(description="its colour in charts")
    key: bool = Field(default=True, description="a column of the table of key differences, too")


class Group(Model):
    """Rows that belong together."""

    id: Id = Field(description="a name of its own, which rows repeat")
    name: Name = Field(description="the line above its rows")


class Cell(Model):
    """What holds for one subject: the plain answer, what it rests on, and when it is wrong.

    It rests on figures, on sources, or on a judgement with its reason: where no source says it, the last is enough.
    """

    answer: Text = Field(description="the plain answer, in one or two short sentences")
    exception: Text | None = Field(default=None, description="when the answer is wrong")
    figures: tuple[Figure, ...] = Field(default=(), max_length=20, description="numbers that support the answer")
    sources: tuple[Id, ...] = Field(
        default=(), max_length=20, description="where the answer stands, besides those of its figures"
    )
    judgement: Text | None = Field(default=None, description="the reason for an answer that no source gives")

    @property
    def cited(self) -> tuple[str, ...]:
        """Return the ids of all its sources, each once."""
        return tuple(dict.fromkeys((*self.sources, *(figure.source for figure in self.figures))))


class Row(Model):
    """One difference: a cell for each subject, and the reason behind it."""

    id: Id = Field(description="its address on the page, for ever")
    group: Id = Field(description="the id of a group")
    name: Name = Field(description="what differs")
    key: bool = Field(default=False, description="one of the key differences")
    explanation: Text = Field(description="why it is so")
    cells: dict[Id, Cell] = Field(max_length=6, description="a cell for each subject, by its id")

    def of(self, subjects: tuple[Subject, ...]) -> tuple[Cell, ...]:
        """Return the cells of these subjects."""
        return tuple(self.cells[subject.id] for subject in subjects if subject.id in self.cells)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Return the figures of all its cells."""
        return tuple(figure for cell in self.cells.values() for figure in cell.figures)


class Comparison(Model):
    """Subjects, groups and rows, in the order in which they are shown."""

    title: Text = Field(description="the caption of the table")
    subjects: tuple[Subject, ...] = Field(min_length=2, max_length=6, description="the columns")
    groups: tuple[Group, ...] = Field(min_length=1, max_length=20, description="in the order in which they are shown")
    units: tuple[Short, ...] = Field(default=(), max_length=60, description="those of figures that no chart converts")
    dimensions: SkipJsonSchema[Dimensions | None] = Field(
        default_factory=lambda: all_dimensions({}),
        exclude=True,
        description="filled in: those of the course; nothing while they cannot be known",
    )
    rows: tuple[Row, ...] = Field(min_length=1, max_length=200, description="the differences")

    def faults(self) -> Iterator[Fault]:
        """Yield ids that stand twice, unknown groups, and cells that are missing, unknown or rest on nothing."""
        for field, items in (("subjects", self.subjects), ("groups", self.groups), ("rows", self.rows)):
            yield from twice(field, [item.id for item in items])
        subjects = {subject.id for subject in self.subjects}
        for index, column in enumerate(self.subjects):
            if column.id in _TAKEN:
                message = f"'{column.id}' is taken on the page of the table"
                yield ("subjects", index, "id"), message, "choose another id"
        yield from same_hue((subject.id, subject.tone) for subject in self.subjects)
        groups = {group.id for group in self.groups}
        for index, row in enumerate(self.rows):
            here = ("rows", index)
            yield from unknown((*here, "group"), "group", row.group, groups)
            for subject in sorted(row.cells):
                yield from unknown((*here, "cells", subject), "subject", subject, subjects)
            odd = row.cells.keys() - subjects
            meant = {nearest(subject, subjects) for subject in odd}
            for subject in sorted(subjects - row.cells.keys() - meant):
                hint = f"add '{subject}:' with its 'answer', and with 'sources', 'figures' or a 'judgement'"
                yield (*here, "cells"), f"no answer for '{subject}'", hint
            if not odd and not any(cell.exception for cell in row.of(self.columns(key=True))):
                yield (*here, "cells"), "no cell has an exception", "say in one of them when its answer is wrong"
        yield from self._cell_faults()

    def _cell_faults(self) -> Iterator[Fault]:
        for loc, cell in self.cells():
            if not (cell.cited or cell.judgement):
                hint = "add 'sources:', 'figures:', or 'judgement:' with the reason"
                yield loc, "rests on nothing", hint
            yield from measurement.alike(loc, cell.figures, self.dimensions)
        numbered = ((loc, number, figure) for loc, cell in self.cells() for number, figure in enumerate(cell.figures))
        placed = [((*loc, "figures", number), figure) for loc, number, figure in numbered]
        yield from measurement.faults(placed, self.units, self.dimensions)

    def cells(self) -> Iterator[tuple[Loc, Cell]]:
        """Yield every cell with its place in the file."""
        for index, row in enumerate(self.rows):
            for subject, cell in row.cells.items():
                yield ("rows", index, "cells", subject), cell

    def row(self, row_id: str) -> Row | None:
        """Return the row with this id."""
        return next((row for row in self.rows if row.id == row_id), None)

    def columns(self, *, key: bool) -> tuple[Subject, ...]:
        """Return the subjects that a table shows: those of the key differences, or all."""
        return tuple(subject for subject in self.subjects if subject.key or not key)

    def shown(self, *, key: bool) -> tuple[Row, ...]:
        """Return the rows that a table shows: the key differences, or all."""
        return tuple(row for row in self.rows if row.key or not key)

    def words(self, row: Row) -> int:
        """Return how many words a row adds to a page that shows it among the key differences."""
        cells = row.of(self.columns(key=True))
        texts = [row.name, *(text for cell in cells for text in (cell.answer, cell.exception or ""))]
        return sum(len(words(text)) for text in texts)
