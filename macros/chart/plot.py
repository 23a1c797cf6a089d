"""What a chart shows: figures as dots on a logarithmic axis, grouped by what they are figures of."""

from dataclasses import dataclass
from math import ceil, floor, log10

from macros.content.units import Units


@dataclass(frozen=True)
class Key:
    """How the dots of a subject look, and its name."""

    name: str
    tone: str
    mark: int


@dataclass(frozen=True)
class Dot:
    """One figure: its label, its number as text, and its value in base units."""

    label: str
    shown: str
    value: float


@dataclass(frozen=True)
class Band:
    """The figures of one thing, in ascending order; note is said once for all of them."""

    name: str
    note: str
    key: Key
    dots: tuple[Dot, ...]


@dataclass(frozen=True)
class Plot:
    """All that a chart shows."""

    title: str
    desc: str
    axis: str
    units: Units
    """Of what is measured, by which the axis is named."""
    keys: tuple[Key, ...]
    bands: tuple[Band, ...]


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
