"""Figures: what was measured, limited or stated, with unit, conditions, year and place in the source."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Annotated, Literal

from pydantic import Field

from macros.content.number import Number, number
from macros.html.words import gettext, later
from macros.reading.datafile import SEEN, Fault, Id, Model, Text
from macros.reading.dates import Year
from macros.reading.positions import Loc
from macros.reading.problem import did_you_mean

Short = Annotated[str, Field(min_length=1, max_length=60, pattern=SEEN)]

UNITS: dict[str, dict[str, float]] = {
    "time": {"ns": 1e-9, "µs": 1e-6, "ms": 1e-3, "s": 1.0, "min": 60.0, "h": 3600.0},
    "data": {
        "B": 1.0,
        "kB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12,
        "KiB": 2.0**10, "MiB": 2.0**20, "GiB": 2.0**30, "TiB": 2.0**40,
    },
}  # fmt: skip
"""What a chart can convert: for each dimension its units, in seconds or bytes."""

_SPELT = {
    "second": "s", "sec": "s", "millisecond": "ms", "msec": "ms", "microsecond": "µs", "us": "µs", "\u03bcs": "µs",
    "usec": "µs", "nanosecond": "ns", "nsec": "ns", "minute": "min", "hour": "h", "hr": "h",
    "byte": "B", "kilobyte": "kB", "kbyte": "kB", "kb": "kB", "k": "kB", "megabyte": "MB", "mbyte": "MB", "meg": "MB",
    "gigabyte": "GB", "gbyte": "GB", "gig": "GB", "terabyte": "TB", "tbyte": "TB",
    "kibibyte": "KiB", "mebibyte": "MiB", "gibibyte": "GiB", "tebibyte": "TiB",
}  # fmt: skip
"""Units as others write them, in lower case and without the plural."""

_AXES = {"time": ("ns", "µs", "ms", "s"), "data": ("B", "kB", "MB", "GB", "TB")}
_LONGEST_LIST = 250
"""Characters of units that a hint lists."""

_LEANING = re.compile(r"\b(?:the same|as above|as before|likewise)\b", re.IGNORECASE)
"""Words that need another figure beside this one to be understood."""

_NEARLY = 1 - 1e-9
"""What multiplying by powers of ten may lose."""

_BOUNDS = {
    "at most": later("at most %(amount)s"),
    "at least": later("at least %(amount)s"),
    "about": later("about %(amount)s"),
}
_KINDS = {
    "measured": later("measured"),
    "limit": later("limit"),
    "stated": later("stated"),
    "example": later("example"),
}
"""What readers see in place of what stands in the file."""


class Figure(Model):
    """One number that somebody published, with all that is needed to judge it and to find it again."""

    id: Id = Field(description="a name of its own in the whole comparison, for ever")
    what: Short = Field(description="the thing itself, such as 'Docker 18.09': one line of a chart")
    case: Short | None = Field(default=None, description="what tells this figure from others of the same thing")
    value: Number = Field(description="the number, without its unit")
    unit: Short = Field(description="one of time or data, such as ms, s, MB or MiB, or one of the file's own 'units'")
    bound: Literal["at most", "at least", "about"] | None = Field(
        default=None, description="left out when the number is exact"
    )
    kind: Literal["measured", "limit", "stated", "example"] = Field(
        description="measured in a test, a limit that is set, stated by the maker, or an example"
    )
    measured: Text = Field(description="what the number is the size of: from when to when, with or without what")
    conditions: Text = Field(description="hardware, software, and what was started")
    year: Year = Field(description="when it was measured or said: not after its source")
    source: Id = Field(description="the id of a source")
    where: Text = Field(description="the place in the source: file, section or table")

    def __str__(self) -> str:
        amount = f"{number(self.value)} {self.unit}"
        return gettext(_BOUNDS[self.bound], amount=amount) if self.bound else amount

    @property
    def kind_shown(self) -> str:
        """Return the kind as readers see it."""
        return gettext(_KINDS[self.kind])


def dimension(unit: str) -> str | None:
    """Return what a unit measures: ``time``, ``data``, or nothing that is known here."""
    return next((name for name, units in UNITS.items() if unit in units), None)


def faults(placed: Iterable[tuple[Loc, Figure]], others: tuple[str, ...]) -> Iterator[Fault]:
    """Yield ids that stand twice, words that need another figure, unknown units, and those of others that none has.

    placed holds all figures with their places; others are the units that are neither of time nor of data.
    """
    ids, used = set[str](), set[str]()
    for loc, figure in placed:
        if figure.id in ids:
            yield (*loc, "id"), f"'{figure.id}' stands twice", "choose another id"
        if figure.unit not in others and not dimension(figure.unit):
            yield (*loc, "unit"), f"there is no unit '{figure.unit}'", _unit_meant(figure.unit, others)
        for field, text in (("measured", figure.measured), ("conditions", figure.conditions)):
            if found := _LEANING.search(text):
                message = f"'{found[0]}' needs another figure beside this one to be understood"
                yield (*loc, field), message, "a figure is read by itself: say in full what was measured, and on what"
        ids.add(figure.id)
        used.add(figure.unit)
    for index, unit in enumerate(others):
        if unit not in used or dimension(unit):
            yield ("units", index), f"no figure needs '{unit}' here", "delete it"


def _unit_meant(unit: str, others: tuple[str, ...]) -> str:
    """Return a hint for a unit that is none: the one that is meant, or all."""
    known = [*chain.from_iterable(UNITS.values()), *others]
    lower = unit.lower()
    found = _SPELT.get(lower.removesuffix("s")) or _SPELT.get(lower)
    found = found or next((one for one in known if one.lower() == lower), None)
    listed = "; ".join(f"{name}: {', '.join(units)}" for name, units in UNITS.items())
    more = f"; the file's own: {', '.join(others)}" if others and len(", ".join(others)) <= _LONGEST_LIST else ""
    near = f"did you mean '{found}'?" if found else did_you_mean(unit, known)
    return near or f"{listed}{more}; add one of another kind to the file's own, below 'units:'"


def in_base_unit(value: float, unit: str) -> float:
    """Return a value in seconds or bytes; raises KeyError for a unit of no known dimension."""
    return value * UNITS[dimension(unit) or ""][unit]


def on_axis(value: float, name: str) -> str:
    """Return seconds or bytes in the largest unit of their axis that leaves at least 1: ``10 ms``."""
    fitting = [unit for unit in _AXES[name] if value >= UNITS[name][unit] * _NEARLY]
    unit = fitting[-1] if fitting else _AXES[name][0]
    return f"{number(round(value / UNITS[name][unit], 9))} {unit}"
