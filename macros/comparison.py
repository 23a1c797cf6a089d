"""The comparison: subjects side by side, row by row, each rule with its exception."""

from collections.abc import Iterator

from pydantic import Field

from macros.datafile import Fault, Id, Model, Text, twice
from macros.errors import did_you_mean
from macros.markup import render, words


class Subject(Model):
    """One of the things that are compared: a column of the table."""

    id: Id
    name: Text


class Group(Model):
    """Rows that belong together."""

    id: Id
    name: Text


class Row(Model):
    """One difference: a plain answer for each subject, why it is so, and when it is not."""

    id: Id
    group: Id
    name: Text
    key: bool = Field(default=False, description="one of the key differences")
    answers: dict[Id, Text]
    explanation: Text
    exception: Text = Field(description="when this is wrong")
    sources: tuple[Id, ...] = Field(min_length=1)

    def words(self) -> int:
        """Return how many words the row adds to a page that shows it."""
        return sum(map(words, (self.name, *self.answers.values(), self.exception)))


class Comparison(Model):
    """Subjects, groups and rows, in the order in which they are shown."""

    title: Text
    subjects: tuple[Subject, ...] = Field(min_length=2, max_length=6)
    groups: tuple[Group, ...] = Field(min_length=1)
    rows: tuple[Row, ...] = Field(min_length=1, max_length=200)

    def faults(self) -> Iterator[Fault]:
        """Yield ids that stand twice, unknown groups and subjects, and missing answers."""
        for field, items in (("subjects", self.subjects), ("groups", self.groups), ("rows", self.rows)):
            yield from twice(field, [item.id for item in items])
        subjects = {subject.id for subject in self.subjects}
        groups = {group.id for group in self.groups}
        for index, row in enumerate(self.rows):
            here = ("rows", index)
            if row.group not in groups:
                yield (*here, "group"), f"there is no group '{row.group}'", did_you_mean(row.group, groups)
            for subject in sorted(row.answers.keys() - subjects):
                hint = did_you_mean(subject, subjects)
                yield (*here, "answers", subject), f"there is no subject '{subject}'", hint
            for subject in sorted(subjects - row.answers.keys()):
                yield (*here, "answers"), f"no answer for '{subject}'", ""

    def row(self, row_id: str) -> Row | None:
        """Return the row with this id."""
        return next((row for row in self.rows if row.id == row_id), None)

    def shown(self, *, key: bool) -> tuple[Row, ...]:
        """Return the rows that a table shows: the key differences, or all."""
        return tuple(row for row in self.rows if row.key or not key)


def table(comparison: Comparison, cited: dict[str, str], *, key: bool) -> str:
    """Return the table of the key differences, or the full one with anchors and reasons.

    cited holds the links to the sources of each row that is shown, by the row's id.
    """
    shown = comparison.shown(key=key)
    grouped = [(group, [row for row in shown if row.group == group.id]) for group in comparison.groups]
    return render(
        "comparison.html.j2",
        title=comparison.title,
        subjects=comparison.subjects,
        groups=[(group, rows) for group, rows in grouped if rows],
        cited=cited,
        full=not key,
    )


def single_row(comparison: Comparison, row: Row, cited: str) -> str:
    """Return one row as a card of its own; cited holds the links to its sources."""
    return render("row.html.j2", subjects=comparison.subjects, row=row, cited=cited)
