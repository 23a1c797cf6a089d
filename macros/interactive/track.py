"""The track of a race as SVG: a lane for each bar, above one axis of time that begins at nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor, log10

from macros.content.number import number
from macros.content.units import Units, axis_unit, axis_units
from macros.diagram.block import NARROW
from macros.diagram.text import LINE_HEIGHT
from macros.interactive.pen import Pen

LANE = 46
_BAR = 14
_AXIS = 2 * LINE_HEIGHT + 6
_GAP = 12
_TICK = 8
_NEARLY = 1e-9
_MOST_TICKS = 5
_LAST = 0.92
"""From this share of the width on, the name of a tick ends at its line."""


@dataclass(frozen=True)
class Bar:
    """A lane: its name, its colour, its end in base units and as text, whose amount it is, and what it passes."""

    name: str
    tone: str
    end: float
    shown: str
    short: str
    measured: tuple[str, ...] = ()
    """The way that was measured, and the fields of the end and of what it passes."""
    passes: tuple[tuple[str, float], ...] = ()
    unit: str = ""
    """In which its end is written, if that is one."""


@dataclass(frozen=True)
class Track:
    """All lanes of one setting."""

    axis: str
    units: Units
    bars: tuple[Bar, ...]

    @property
    def unit(self) -> tuple[float, str]:
        """Return the unit of the axis, with its factor: as minutes, if the longest bar is written so.

        A unit of which others are tenths is the largest one that leaves at least 1.
        """
        longest = max(self.bars, key=lambda bar: bar.end)
        if longest.unit and longest.unit not in {name for _, name in axis_units(self.units)}:
            return self.units[longest.unit], longest.unit
        return axis_unit(longest.end, self.units)


def room() -> float:
    """Return the pixels of a lane for its name and its amount together, on a phone."""
    return NARROW - _GAP


def drawn(track: Track, limit: float = 0, title: str = "") -> str:
    """Return the track as SVG: of so many pixels, or as wide as where it stands."""
    high, end = len(track.bars) * LANE + _AXIS, max(bar.end for bar in track.bars)
    pen = Pen.sheet(high, limit, title or ", ".join(f"{bar.name} {bar.shown}" for bar in track.bars))
    for share, name in _ticks(end, *track.unit):
        _tick(pen, share, name, high - 2 * LINE_HEIGHT)
    for index, bar in enumerate(track.bars):
        _lane(pen.group(_data(bar, track.unit)), bar, index * LANE, end)
    pen.write(track.axis, 0, high - LINE_HEIGHT, "dg-text--start dg-text--soft")
    return pen.drawn


def _data(bar: Bar, unit: tuple[float, str]) -> dict[str, str]:
    """Return what the script must know of a lane."""
    passes = "|".join(f"{moment:.6g} {name}" for name, moment in bar.passes)
    found = {"data-measured": " ".join(bar.measured), "data-end": f"{bar.end:.6g}", "data-passes": passes}
    found["data-unit"] = f"{unit[0]:g}|{unit[1]}" if unit[0] != 1 else ""
    return {key: value for key, value in found.items() if value}


def _lane(pen: Pen, bar: Bar, top: float, end: float) -> None:
    """Write name and amount of a lane, and draw its bar below them."""
    pen.write(bar.name, 0, top, "dg-text--start")
    pen.write(bar.shown, 1, top, "dg-text--end dg-text--value")
    upper = top + LINE_HEIGHT + 2
    pen.block("dg-lane", 0, 1, upper, _BAR)
    pen.block(f"dg-run dg-tone--{bar.tone}", 0, bar.end / end, upper, _BAR)
    for _, moment in bar.passes:
        pen.line("dg-pass", moment / end, upper, upper + _BAR)


def _tick(pen: Pen, share: float, name: str, bottom: float) -> None:
    """Draw a short line below all lanes, and name it."""
    pen.line("dg-grid", share, bottom - _TICK, bottom)
    side = "dg-text--start " if not share else "dg-text--end " if share > _LAST else ""
    pen.write(name, share, bottom, f"{side}dg-text--soft")


def _ticks(end: float, factor: float, unit: str) -> Iterator[tuple[float, str]]:
    """Yield the shares of the axis at which round values stand, from nothing on, in two to five steps, with names."""
    most = end / factor
    power = 10.0 ** floor(log10(most) + _NEARLY)
    step = next(size * power for size in (0.2, 0.5, 1, 2) if most / (size * power) <= _MOST_TICKS + _NEARLY)
    for count in range(floor(most / step + _NEARLY) + 1):
        value = count * step
        yield value / most, f"{number(round(value, 9))} {unit}" if value else "0"
