"""What a chart shows: values as marks on a logarithmic axis, grouped by what they are values of."""

from dataclasses import dataclass, replace
from math import ceil, floor, log10

from macros.content.units import Units


@dataclass(frozen=True)
class Key:
    """How the marks of a series look, and its name."""

    name: str
    tone: str
    mark: int


@dataclass(frozen=True)
class Value:
    """One row: its label, its value as text and in base units, and from where to where the values reach."""

    label: str
    shown: str
    key: Key
    middle: float
    least: float
    most: float


@dataclass(frozen=True)
class Lane:
    """The values of one thing or way, what is said once for all of them, and the rows kept for those of the reader."""

    id: str
    name: str
    tone: str
    values: tuple[Value, ...]
    kept: tuple[tuple[str, int | None], ...] = ()
    """The label and the count of each row that is kept."""
    note: str = ""


@dataclass(frozen=True)
class Rows:
    """All that a chart shows."""

    title: str
    desc: str
    axis: str
    units: Units
    """Of what is measured, by which the axis is named."""
    keys: tuple[Key, ...]
    lanes: tuple[Lane, ...]
    own: Key | None = None
    """How the reader's own values look, in a chart that keeps rows for them."""
    left_out: int = 0
    """How many values the page has beside those that are shown."""


def without_last(rows: Rows) -> Rows | None:
    """Return a chart without the last thing, or without the last value of the only one; nothing if that is all."""
    *before, last = rows.lanes
    lanes = (*before,) or ((replace(last, values=last.values[:-1]),) if last.values[1:] else ())
    if not lanes:
        return None
    left = sum(len(lane.values) for lane in lanes)
    marks = {value.key.mark for lane in lanes for value in lane.values}
    keys = tuple(key for key in rows.keys if key.mark in marks)
    gone = sum(len(lane.values) for lane in rows.lanes) - left
    return replace(rows, keys=keys, lanes=lanes, left_out=rows.left_out + gone)


@dataclass(frozen=True)
class Scale:
    """A logarithmic axis over whole decades, from left to right in pixels."""

    low: int
    high: int
    left: float
    right: float

    def x(self, value: float) -> float:
        """Return where a value in base units stands."""
        return self.left + (log10(value) - self.low) / (self.high - self.low) * (self.right - self.left)


def scale(values: list[float], left: float, right: float) -> Scale:
    """Return the shortest axis of whole decades that holds all values."""
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    return Scale(low, max(high, low + 1), left, right)
