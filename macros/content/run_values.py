"""What is wrong with a value of a run: with a moment, a text, a number, a spread, and with fields that hold them."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from math import isclose
from re import fullmatch
from statistics import median
from typing import Any

from macros.reading.datafile import Fault
from macros.reading.dates import today
from macros.reading.positions import Loc
from macros.reading.problem import did_you_mean

Check = Callable[[Loc, Any], Iterator[Fault]]

MOST_RUNS = 1000
MOST = 1e18
"""No machine of today counts further."""

MOST_ITEMS = 100
LONGEST = 600
_ROUNDED = 1e-5
"""The program keeps six digits."""

AS_IT_IS = "nothing here is typed: take what the program wrote, as it is"
_SPREAD = ("median", "minimum", "maximum", "values")


def fields(loc: Loc, value: Any, known: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is wrong with fields: those that are missing, unknown, or hold something else than they may."""
    if not isinstance(value, dict):
        yield loc, "must have fields of its own", f"these are {', '.join(known)}"
        return
    for key in value.keys() - known.keys():
        near = did_you_mean(key, [name for name in known if name not in value])
        yield (*loc, key), "unknown field", near or f"the fields here are {', '.join(known)}"
    for key, check in known.items():
        if key not in value:
            yield loc, f"'{key}' is missing", AS_IT_IS
        elif isinstance(check, dict):
            yield from fields((*loc, key), value[key], check)
        else:
            yield from check((*loc, key), value[key])


def moment(loc: Loc, value: Any) -> Iterator[Fault]:
    """Yield what is wrong with a moment; one that is a day ahead may be a clock that is."""
    written = isinstance(value, str) and fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", value)
    try:
        then = datetime.fromisoformat(value) if written else None
    except ValueError:
        then = None
    if then is None:
        yield loc, "must be a moment as year-month-day, T, hours, minutes and seconds, and Z", AS_IT_IS
    elif then > datetime.now(UTC) + timedelta(days=1):
        yield loc, f"{value} is in the future", f"today is {today()}: set the clock of the machine, and measure again"


def whole(loc: Loc, value: Any, most: float = MOST) -> Iterator[Fault]:
    """Yield what is wrong with a number of things, of which there is at least one."""
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
        yield loc, f"must be a whole number from 1 to {most:,.0f}", AS_IT_IS


def text(loc: Loc, value: Any) -> Iterator[Fault]:
    """Yield what is wrong with a text."""
    if not isinstance(value, str):
        yield loc, "must be text", "put it in quotes"
    elif len(value) > LONGEST:
        yield loc, f"has more than {LONGEST} characters", AS_IT_IS


def items(loc: Loc, value: Any, check: Check) -> Iterator[Fault]:
    """Yield what is wrong with a list, and with each thing in it."""
    if not isinstance(value, tuple):
        yield loc, "must be a list", AS_IT_IS
    elif len(value) > MOST_ITEMS:
        yield loc, f"lists more than {MOST_ITEMS}", AS_IT_IS
    else:
        for index, one in enumerate(value):
            yield from check((*loc, index), one)


def or_nothing(loc: Loc, value: Any, check: Check) -> Iterator[Fault]:
    """Yield what is wrong with a value that may be absent: what could not be measured is null."""
    if value is not None:
        yield from check(loc, value)


def truth(loc: Loc, value: Any) -> Iterator[Fault]:
    """Yield what is wrong with what is so or is not so."""
    if not isinstance(value, bool):
        yield loc, "must be true, false or null", AS_IT_IS


def number(loc: Loc, value: Any) -> Iterator[Fault]:
    """Yield what is wrong with a number; there is none below zero."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        yield loc, "must be a number", AS_IT_IS
    elif not 0 <= value <= MOST:
        yield loc, "must not be negative" if value < 0 else f"must be at most {MOST:g}", AS_IT_IS


def counted(loc: Loc, value: Any, each: str, check: Check) -> Iterator[Fault]:
    """Yield what is wrong with a count and the value that stands beside it."""
    yield from fields(loc, value, {"count": partial(whole, most=MOST_RUNS), each: partial(or_nothing, check=check)})


def spread(loc: Loc, value: Any) -> Iterator[Fault]:
    """Yield what is wrong with several values and what is said of them: median, minimum and maximum."""
    wrong = [*fields(loc, value, {**dict.fromkeys(_SPREAD[:3], number), "values": _numbers})]
    yield from wrong
    if wrong:
        return
    middle, least, most, values = (value[key] for key in _SPREAD)
    for key, told, right in (("minimum", least, min(values)), ("maximum", most, max(values))):
        if told != right:
            yield (*loc, key), f"{told:.7g} is not that of the values, {right:.7g}", AS_IT_IS
    if not isclose(middle, right := median(values), rel_tol=_ROUNDED):
        yield (*loc, "median"), f"{middle:.7g} is not that of the values, {right:.7g}", AS_IT_IS


def _numbers(loc: Loc, value: Any) -> Iterator[Fault]:
    if not isinstance(value, tuple) or not 1 <= len(value) <= MOST_RUNS:
        yield loc, f"must be a list of 1 to {MOST_RUNS} numbers", AS_IT_IS
    else:
        for index, one in enumerate(value):
            yield from number((*loc, index), one)
