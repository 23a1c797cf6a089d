"""Figures: what was measured, limited or stated, with unit, conditions, year and place in the source."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from pydantic import Field

from macros.content.number import Number, number
from macros.content.units import Short, Units, axis_unit, dimension_of, unit_meant
from macros.html.words import gettext, later
from macros.reading.datafile import Fault, Id, Model, Text
from macros.reading.dates import Year
from macros.reading.positions import Loc

_LEANING = re.compile(r"\b(?:the same|as above|as before|likewise)\b", re.IGNORECASE)
"""Words that need another figure beside this one to be understood."""

_BOUNDS = {
    "at most": later("at most %(amount)s"),
    "at least": later("at least %(amount)s"),
    "about": later("about %(amount)s"),
}
_KINDS = {
    "measured": later("measured"),
    "limit": later("limit"),
    "stated": later("stated"),
    "calculated": later("calculated"),
    "example": later("example"),
}
"""What readers see in place of what stands in the file."""


class Figure(Model):
    """One number that somebody published, with all that is needed to judge it and to find it again."""

    id: Id = Field(description="a name of its own in the whole comparison, for ever")
    what: Short = Field(description="the thing itself, with its version: one line of a chart")
    case: Short | None = Field(default=None, description="what tells this figure from others of the same thing")
    value: Number = Field(description="the number, without its unit")
    unit: Short = Field(
        description="such as ms, s, MB or MiB, or one of the course's dimensions or of the file's own 'units'"
    )
    bound: Literal["at most", "at least", "about"] | None = Field(
        default=None, description="left out when the number is exact"
    )
    kind: Literal["measured", "limit", "stated", "calculated", "example"] = Field(
        description="measured, a limit that is set, stated without a test, calculated from other figures, or an example"
    )
    measured: Text = Field(description="what the number is the size of: from when to when, with or without what")
    conditions: Text = Field(description="under which it holds: what was used, and how it was set up")
    year: Year = Field(description="when it was measured or said: not after its source")
    source: Id = Field(description="the id of a source")
    where: Text = Field(description="the place in the source: file, section or table")

    def __str__(self) -> str:
        return self._bounded(f"{number(self.value)} {self.unit}")

    @property
    def unbroken(self) -> str:
        """Return the figure as it stands in a text: the number and its unit are on one line."""
        return self._bounded(f"{number(self.value)}\u00a0{self.unit}")

    @property
    def whose(self) -> str:
        """Return what has this size, and in which case if there are several."""
        return f"{self.what}, {self.case}" if self.case else self.what

    @property
    def kind_shown(self) -> str:
        """Return the kind as readers see it."""
        return gettext(_KINDS[self.kind])

    def _bounded(self, amount: str) -> str:
        return gettext(_BOUNDS[self.bound], amount=amount) if self.bound else amount


def faults(
    placed: Iterable[tuple[Loc, Figure]], others: tuple[str, ...], dimensions: Mapping[str, Units] | None
) -> Iterator[Fault]:
    """Yield ids that stand twice, words that need another figure, unknown units, and those of others that none has.

    placed holds all figures with their places; others are the units that no chart converts.
    dimensions are nothing while they cannot be known: then no unit is.
    """
    ids, used = set[str](), set[str]()
    for loc, figure in placed:
        if figure.id in ids:
            yield (*loc, "id"), f"'{figure.id}' stands twice", "choose another id"
        if dimensions is not None and figure.unit not in others and not dimension_of(figure.unit, dimensions):
            yield (*loc, "unit"), f"there is no unit '{figure.unit}'", unit_meant(figure.unit, dimensions, others)
        for field, text in (("measured", figure.measured), ("conditions", figure.conditions)):
            if found := _LEANING.search(text):
                message = f"'{found[0]}' needs another figure beside this one to be understood"
                yield (*loc, field), message, "a figure is read by itself: say in full what was measured, and on what"
        ids.add(figure.id)
        used.add(figure.unit)
    for index, unit in enumerate(others):
        if unit not in used or dimension_of(unit, dimensions or {}):
            yield ("units", index), f"no figure needs '{unit}' here", "delete it"


def alike(loc: Loc, figures: Sequence[Figure], dimensions: Mapping[str, Units] | None) -> Iterator[Fault]:
    """Yield each figure of a cell that readers cannot tell from another one: of the same thing, in units of a kind."""
    kinds = [(figure.what, dimension_of(figure.unit, dimensions or {}) or figure.unit) for figure in figures]
    seen = set[tuple[str, str, str]]()
    for index, (figure, kind) in enumerate(zip(figures, kinds, strict=True)):
        shown = (*kind, figure.case or "")
        if kinds.count(kind) > 1 and (not figure.case or shown in seen):
            message = f"another figure is of '{figure.what}', too"
            yield (*loc, "figures", index), message, "give each a 'case' of its own, which tells them apart"
        seen.add(shown)


def on_axis(value: float, units: Units) -> str:
    """Return a value in base units in the largest unit of its axis that leaves at least 1: ``10 ms``."""
    factor, unit = axis_unit(value, units)
    return f"{number(round(value / factor, 9))} {unit}"
