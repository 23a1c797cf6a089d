"""Figures: what was measured, limited or stated, with unit, conditions, year and place in the source."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from macros.content.units import NEARLY, Short, Units, axis_units, dimension_of, unit_meant
from macros.reading.datafile import Fault, Id, Model, Text
from macros.reading.dates import Year
from macros.reading.positions import Loc

LEAST, MOST = 0.0001, 9_999_999_999
"""Between them, ten digits show each number in full."""


def number(value: float) -> str:
    """Return a number as the table shows it, its thousands set apart: ``112,048`` or ``0.0014``."""
    return f"{value:,.0f}" if value >= _WHOLE else f"{value:,.10g}"


def _shown_in_full(value: float) -> float:
    if float(number(value).replace(",", "")) != value:
        raise PydanticCustomError("digits", "has more than 10 digits", {})
    return value


Number = Annotated[float, Field(ge=LEAST, le=MOST, allow_inf_nan=False), AfterValidator(_shown_in_full)]
"""A positive number that is shown to readers as its author wrote it."""

_WHOLE = 1e9
"""From here on nobody needs what stands behind the point, and a number of ten digits would be written as a power."""

_LEANING = re.compile(r"\b(?:the same|as above|as before|likewise)\b", re.IGNORECASE)
"""Words that need another figure beside this one to be understood."""


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
    kind: Literal["measured", "limit", "stated", "example"] = Field(
        description="measured in a test, a limit that is set, stated by the maker, or an example"
    )
    measured: Text = Field(description="what the number is the size of: from when to when, with or without what")
    conditions: Text = Field(description="under which it holds: what was used, and how it was set up")
    year: Year = Field(description="when it was measured or said: not after its source")
    source: Id = Field(description="the id of a source")
    where: Text = Field(description="the place in the source: file, section or table")

    def __str__(self) -> str:
        bound = f"{self.bound} " if self.bound else ""
        return f"{bound}{number(self.value)} {self.unit}"


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


def on_axis(value: float, units: Units) -> str:
    """Return a value in base units in the largest unit of its axis that leaves at least 1: ``10 ms``."""
    *_, (factor, unit) = [axis_units(units)[0], *(one for one in axis_units(units) if value >= one[0] * NEARLY)]
    return f"{number(round(value / factor, 9))} {unit}"
