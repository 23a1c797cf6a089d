"""Units: what a chart can convert, by what they measure, each with its factor to the unit that has the factor 1.

Time and data are known everywhere; a course adds what else it measures in ``docs/data/course.yml``.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from math import isclose, log10
from typing import Annotated

from pydantic import Field

from macros.reading.datafile import SEEN, Fault, Id
from macros.reading.problem import did_you_mean

Short = Annotated[str, Field(min_length=1, max_length=60, pattern=SEEN)]
Factor = Annotated[float, Field(ge=1e-15, le=1e15, allow_inf_nan=False)]

Units = Mapping[str, float]
"""The units of one dimension with their factors."""

Dimensions = Annotated[
    dict[Id, Annotated[dict[Short, Factor], Field(min_length=1, max_length=30)]], Field(max_length=20)
]

KNOWN: dict[str, dict[str, float]] = {
    "time": {"ns": 1e-9, "µs": 1e-6, "ms": 1e-3, "s": 1.0, "min": 60.0, "h": 3600.0},
    "data": {
        "B": 1.0,
        "kB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12,
        "KiB": 2.0**10, "MiB": 2.0**20, "GiB": 2.0**30, "TiB": 2.0**40,
    },
}  # fmt: skip
"""What every course can use."""

_SPELT = {
    "second": "s", "sec": "s", "millisecond": "ms", "msec": "ms", "microsecond": "µs", "us": "µs", "\u03bcs": "µs",
    "usec": "µs", "nanosecond": "ns", "nsec": "ns", "minute": "min", "hour": "h", "hr": "h",
    "byte": "B", "kilobyte": "kB", "kbyte": "kB", "kb": "kB", "k": "kB", "megabyte": "MB", "mbyte": "MB", "meg": "MB",
    "gigabyte": "GB", "gbyte": "GB", "gig": "GB", "terabyte": "TB", "tbyte": "TB",
    "kibibyte": "KiB", "mebibyte": "MiB", "gibibyte": "GiB", "tebibyte": "TiB",
}  # fmt: skip
"""Units as others write them, in lower case and without the plural."""

_NEW = "add one below 'dimensions:' in docs/data/course.yml"
_NEW_HERE = "add one below 'units:' here, or below 'dimensions:' in docs/data/course.yml if a chart shall draw it"

_LONGEST_LIST = 250
"""Characters of units that a hint lists."""

NEARLY = 1 - 1e-9
"""What multiplying by powers of ten may lose."""


def all_dimensions(own: Mapping[str, Units]) -> dict[str, dict[str, float]]:
    """Return what is known everywhere and what a course adds: dimensions of its own, and units of known ones."""
    return {name: {**KNOWN.get(name, {}), **own.get(name, {})} for name in (*KNOWN, *own)}


def dimension_faults(own: Mapping[str, Units]) -> Iterator[Fault]:
    """Yield units that stand twice, and dimensions of a course that have no unit to convert to."""
    before = {unit: name for name, units in KNOWN.items() for unit in units}
    for name, units in own.items():
        for unit in units:
            if unit in before:
                message = f"'{unit}' is a unit of {before[unit]} already"
                yield ("dimensions", name, unit), message, "delete it, or choose another name"
            before.setdefault(unit, name)
        if name not in KNOWN and 1 not in units.values():
            hint = f"write {{{next(iter(units))}: 1}}, and how many of these the others are"
            yield ("dimensions", name), "no unit has the factor 1", hint


def dimension_of(unit: str, dimensions: Mapping[str, Units]) -> str | None:
    """Return what a unit measures, such as time, or nothing when no dimension has it."""
    return next((name for name, units in dimensions.items() if unit in units), None)


def unit_meant(unit: str, dimensions: Mapping[str, Units], others: tuple[str, ...] | None = None) -> str:
    """Return a hint for a unit that is none: the one that is meant, or all; others are the file's own, if any."""
    new = _NEW if others is None else _NEW_HERE
    others = others or ()
    known = [*chain.from_iterable(dimensions.values()), *others]
    lower = unit.lower()
    found = _SPELT.get(lower.removesuffix("s")) or _SPELT.get(lower)
    found = found or next((one for one in known if one.lower() == lower), None)
    listed = "; ".join(f"{name}: {', '.join(units)}" for name, units in dimensions.items())
    more = f"; the file's own: {', '.join(others)}" if others and len(", ".join(others)) <= _LONGEST_LIST else ""
    near = f"did you mean '{found}'?" if found else did_you_mean(unit, known)
    said = f"{listed}{more}; " if len(listed) <= _LONGEST_LIST else ""
    return near or f"{said}{new}"


def in_base_unit(value: float, unit: str, dimensions: Mapping[str, Units]) -> float:
    """Return a value in the unit of its dimension with the factor 1; raises KeyError for a unit of no dimension."""
    return value * dimensions[dimension_of(unit, dimensions) or ""][unit]


def axis_units(units: Units) -> list[tuple[float, str]]:
    """Return the units by which the decades of an axis are named, from the smallest: those that are powers of ten."""
    return sorted((factor, unit) for unit, factor in units.items() if isclose(log10(factor), round(log10(factor))))


def axis_unit(value: float, units: Units) -> tuple[float, str]:
    """Return the largest of these that leaves at least 1 of a value in base units, or the smallest of all."""
    first, *others = axis_units(units)
    return [first, *(one for one in others if value >= one[0] * NEARLY)][-1]
