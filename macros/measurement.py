"""Figures: what was measured, limited or stated, with unit, conditions, year and place in the source."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from macros.datafile import SEEN, Id, Model, Text
from macros.dates import Year

Short = Annotated[str, Field(min_length=1, max_length=60, pattern=SEEN)]

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

UNITS: dict[str, dict[str, float]] = {
    "time": {"ns": 1e-9, "µs": 1e-6, "ms": 1e-3, "s": 1.0, "min": 60.0, "h": 3600.0},
    "data": {
        "B": 1.0,
        "kB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12,
        "KiB": 2.0**10, "MiB": 2.0**20, "GiB": 2.0**30, "TiB": 2.0**40,
    },
}  # fmt: skip
"""What a chart can convert: for each dimension its units, in seconds or bytes."""

_AXES = {"time": ("ns", "µs", "ms", "s"), "data": ("B", "kB", "MB", "GB", "TB")}
_WHOLE = 1e9
"""From here on nobody needs what stands behind the point, and a number of ten digits would be written as a power."""

_NEARLY = 1 - 1e-9
"""What multiplying by powers of ten may lose."""


class Figure(Model):
    """One number that somebody published, with all that is needed to judge it and to find it again."""

    id: Id = Field(description="a name of its own in the whole comparison, for ever")
    what: Short = Field(description="the thing itself, such as 'Docker 18.09': one line of a chart")
    case: Short | None = Field(default=None, description="what tells this figure from others of the same thing")
    value: Number = Field(description="the number, without its unit")
    unit: Short = Field(description="such as ms, s, MB, MiB, or pods on a node")
    bound: Literal["at most", "at least", "about"] | None = Field(default=None, description="unless it is exact")
    kind: Literal["measured", "limit", "stated", "example"] = Field(
        description="measured in a test, a limit that is set, stated by the maker, or an example"
    )
    measured: Text = Field(description="what the number is the size of: from when to when, with or without what")
    conditions: Text = Field(description="hardware, software, and what was started")
    year: Year = Field(description="when it was measured or said")
    source: Id = Field(description="the id of a source")
    where: Text = Field(description="the place in the source: file, section or table")

    def __str__(self) -> str:
        bound = f"{self.bound} " if self.bound else ""
        return f"{bound}{number(self.value)} {self.unit}"


def dimension(unit: str) -> str | None:
    """Return what a unit measures: ``time``, ``data``, or nothing that is known here."""
    return next((name for name, units in UNITS.items() if unit in units), None)


def in_base_unit(value: float, unit: str) -> float:
    """Return a value in seconds or bytes; raises KeyError for a unit of no known dimension."""
    return value * UNITS[dimension(unit) or ""][unit]


def on_axis(value: float, name: str) -> str:
    """Return seconds or bytes in the largest unit of their axis that leaves at least 1: ``10 ms``."""
    fitting = [unit for unit in _AXES[name] if value >= UNITS[name][unit] * _NEARLY]
    unit = fitting[-1] if fitting else _AXES[name][0]
    return f"{number(round(value / UNITS[name][unit], 9))} {unit}"
