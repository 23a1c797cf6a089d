"""The track of a race as SVG: a lane for each bar, above one axis of time that begins at nothing.

On a page it is as wide as its column: places along the axis are percentages, and no text is made smaller.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor, log10
from xml.etree import ElementTree as ET

from macros.content.number import number
from macros.content.units import Units, axis_units
from macros.diagram.block import NARROW
from macros.diagram.text import LINE_HEIGHT

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


@dataclass(frozen=True)
class Track:
    """All lanes of one setting."""

    axis: str
    units: Units
    bars: tuple[Bar, ...]


def room() -> float:
    """Return the pixels of a lane for its name and its amount together, on a phone."""
    return NARROW - _GAP


def drawn(track: Track, limit: float = 0, title: str = "") -> str:
    """Return the track as SVG: of so many pixels, or as wide as where it stands."""
    high = len(track.bars) * LANE + _AXIS
    svg = ET.Element("svg", {"class": "dg", "height": f"{high}"})
    if limit:
        svg.attrib |= {"viewBox": f"0 0 {limit:g} {high}", "role": "img"}
    else:
        svg.attrib |= {"width": "100%", "role": "img"}
    ET.SubElement(svg, "title").text = title or ", ".join(f"{bar.name} {bar.shown}" for bar in track.bars)
    end, pen = max(bar.end for bar in track.bars), _Pen(svg, limit)
    for value, name in _ticks(end, track.units):
        pen.tick(value / end, name, high - 2 * LINE_HEIGHT)
    for index, bar in enumerate(track.bars):
        _Pen(ET.SubElement(svg, "g", _data(bar)), limit).lane(bar, index * LANE, end)
    pen.write(track.axis, 0, high - LINE_HEIGHT, "dg-text--start dg-text--soft")
    return ET.tostring(svg, encoding="unicode")


def _data(bar: Bar) -> dict[str, str]:
    """Return what the script must know of a lane."""
    passes = "|".join(f"{moment:.6g} {name}" for name, moment in bar.passes)
    found = {"data-measured": " ".join(bar.measured), "data-end": f"{bar.end:.6g}", "data-passes": passes}
    return {key: value for key, value in found.items() if value}


@dataclass(frozen=True)
class _Pen:
    """Draws into an element, in which a share of the width is so many pixels, or a percentage."""

    svg: ET.Element
    limit: float

    def lane(self, bar: Bar, top: float, end: float) -> None:
        """Write name and amount of a lane, and draw its bar below them."""
        self.write(bar.name, 0, top, "dg-text--start")
        self.write(bar.shown, 1, top, "dg-text--end dg-text--value")
        upper, lower = top + LINE_HEIGHT + 2, top + LINE_HEIGHT + 2 + _BAR
        place = {"x": "0", "y": f"{upper:g}", "height": f"{_BAR}", "rx": "2"}
        ET.SubElement(self.svg, "rect", {"class": "dg-lane", "width": self._at(1), **place})
        filled = {"class": f"dg-run dg-tone--{bar.tone}", "width": self._at(bar.end / end), **place}
        ET.SubElement(self.svg, "rect", filled)
        for _, moment in bar.passes:
            self._line("dg-pass", moment / end, upper, lower)

    def tick(self, share: float, name: str, bottom: float) -> None:
        """Draw a short line below all lanes, and name it."""
        self._line("dg-grid", share, bottom - _TICK, bottom)
        side = "dg-text--start " if not share else "dg-text--end " if share > _LAST else ""
        self.write(name, share, bottom, f"{side}dg-text--soft")

    def write(self, text: str, share: float, top: float, css_class: str) -> None:
        """Write one line of text. The only way for words into a track."""
        place = {"x": self._at(share), "y": f"{top + LINE_HEIGHT * 0.75:g}"}
        ET.SubElement(self.svg, "text", {"class": f"dg-text {css_class}", **place}).text = text

    def _line(self, css_class: str, share: float, top: float, bottom: float) -> None:
        x = self._at(share)
        ET.SubElement(self.svg, "line", {"class": css_class, "x1": x, "x2": x, "y1": f"{top:g}", "y2": f"{bottom:g}"})

    def _at(self, share: float) -> str:
        return f"{share * self.limit:.2f}" if self.limit else f"{round(100 * share, 2):g}%"


def _ticks(end: float, units: Units) -> Iterator[tuple[float, str]]:
    """Yield round values from nothing up to the end of the axis, two to five steps, with their names."""
    power = 10.0 ** floor(log10(end) + _NEARLY)
    step = next(size * power for size in (0.2, 0.5, 1, 2) if end / (size * power) <= _MOST_TICKS + _NEARLY)
    fitting = [one for one in axis_units(units) if one[0] <= end * (1 + _NEARLY)] or [axis_units(units)[0]]
    factor, unit = fitting[-1]
    for count in range(floor(end / step + _NEARLY) + 1):
        value = count * step
        yield value, f"{number(round(value / factor, 9))} {unit}" if value else "0"
