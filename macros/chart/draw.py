"""A chart as SVG: shapes with class names; every colour and font is in the stylesheet."""

from itertools import count, pairwise
from xml.etree import ElementTree as ET

from macros.chart.plot import Band, Dot, Key, Plot, Scale, scale
from macros.content.measurement import on_axis
from macros.content.units import Units
from macros.diagram.block import WIDE
from macros.diagram.text import FONT_SIZE, LINE_HEIGHT, width, wrap
from macros.html.words import gettext

_LABELS = 300
"""Room for the labels beside the axis of a wide chart; in a narrow one they stand above each dot."""

_MARGIN = 12
_GAP = 10
_DOT = 6
_MARKS = (
    "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z",
    "M-5.5 -5.5h11v11h-11z",
    "M0 -7.5L7.5 0L0 7.5L-7.5 0z",
    "M0 -7L7 6H-7z",
    "M0 7L7 -6H-7z",
    "M-7 0L-3.5 -6H3.5L7 0L3.5 6H-3.5z",
)
"""One form for each subject, so that nobody needs the colours."""


def draw(plot: Plot, limit: float) -> str:
    """Return the chart as SVG for a width of limit pixels."""
    left = _LABELS if limit >= WIDE else _MARGIN
    axis = scale([dot.value for band in plot.bands for dot in band.dots], left, limit - 2 * _MARGIN)
    svg = ET.Element("svg", {"class": "dg", "role": "img"})
    ET.SubElement(svg, "title").text = plot.title
    ET.SubElement(svg, "desc").text = plot.desc
    top = _legend(svg, plot.keys, limit)
    for line in wrap(gettext("%(axis)s (each line is ten times the one before)", axis=plot.axis), limit):
        top = _line(svg, line, 0, top, "dg-text--start")
    grid = ET.SubElement(svg, "g")
    bottom = top + LINE_HEIGHT
    for band in plot.bands:
        bottom = _band(svg, band, axis, bottom + _GAP)
    _ticks(grid, axis, plot.units, top, bottom)
    svg.set("viewBox", f"-1 -1 {limit + 2:g} {bottom + _GAP / 2 + LINE_HEIGHT + 2:g}")
    return ET.tostring(svg, encoding="unicode")


def _legend(svg: ET.Element, keys: tuple[Key, ...], limit: float) -> float:
    x, top = 0.0, 0.0
    for key in keys:
        wide = 3 * _DOT + width(key.name) + 2 * _GAP
        if x and x + wide > limit:
            x, top = 0.0, top + LINE_HEIGHT
        _mark(svg, key, x + _DOT + 1, top + LINE_HEIGHT / 2)
        _line(svg, key.name, x + 3 * _DOT, top, "dg-text--start")
        x += wide
    return top + LINE_HEIGHT + _GAP


def _band(svg: ET.Element, band: Band, axis: Scale, top: float) -> float:
    """Draw what one thing is called, the spread of its figures, and each of them; return the bottom."""
    room = axis.left - 2 * _MARGIN if axis.left >= _LABELS else axis.right
    for line in wrap(band.name, room):
        top = _line(svg, line, 0, top, "dg-text--start dg-text--group")
    for line in wrap(band.note, room):
        top = _line(svg, line, 0, top, "dg-text--start dg-text--soft")
    spread = ET.SubElement(svg, "path", {"class": f"dg-spread dg-tone--{band.key.tone}"})
    beside, ys = axis.left >= _LABELS, list[float]()
    for dot in band.dots:
        bottom = top
        for line in wrap(dot.label, room):
            bottom = _line(svg, line, 0, bottom, "dg-text--start dg-text--soft")
        ys.append((top if beside else bottom) + LINE_HEIGHT / 2)
        below = _dot(svg, band.key, dot, axis, ys[-1])
        top = max(bottom, below) if beside else below
    spread.set("d", "M" + "L".join(f"{axis.x(dot.value):.2f} {y:g}" for dot, y in zip(band.dots, ys, strict=True)))
    return top


def _dot(svg: ET.Element, key: Key, dot: Dot, axis: Scale, y: float) -> float:
    """Draw one figure, with its number after it, before it, or under it, where it has room; return the bottom."""
    x, long = axis.x(dot.value), width(dot.shown)
    _mark(svg, key, x, y)
    if x + 2 * _DOT + long <= axis.right + _MARGIN:
        return _line(svg, dot.shown, x + 2 * _DOT, y - LINE_HEIGHT / 2, "dg-text--start dg-text--value")
    if x - 2 * _DOT - long >= axis.left - _MARGIN:
        return _line(svg, dot.shown, x - 2 * _DOT, y - LINE_HEIGHT / 2, "dg-text--end dg-text--value")
    return _line(svg, dot.shown, axis.right, y + LINE_HEIGHT / 2, "dg-text--end dg-text--value")


def _mark(svg: ET.Element, key: Key, x: float, y: float) -> None:
    place = f"translate({x:.2f} {y:.2f})"
    ET.SubElement(svg, "path", {"class": f"dg-mark dg-tone--{key.tone}", "d": _MARKS[key.mark], "transform": place})


def _line(svg: ET.Element, text: str, x: float, top: float, css_class: str) -> float:
    """Write one line of text; return its bottom. The only way for words into a chart."""
    baseline = top + (LINE_HEIGHT + FONT_SIZE * 0.7) / 2
    place = {"x": f"{round(x, 2):g}", "y": f"{round(baseline, 2):g}"}
    ET.SubElement(svg, "text", {"class": f"dg-text {css_class}", **place}).text = text
    return top + LINE_HEIGHT


def _ticks(grid: ET.Element, axis: Scale, units: Units, top: float, bottom: float) -> None:
    """Draw a line for each power of ten; every one is named, or every second or third, as the names have room."""
    powers = range(axis.low, axis.high + 1)
    names = {power: on_axis(10.0**power, units) for power in powers}
    starts = {power: _tick_start(axis, power, names[power]) for power in powers}
    step = next(step for step in count(1) if _apart(powers[::step], names, starts))
    for power in powers:
        x = axis.x(10.0**power)
        path = f"M{x:.2f} {top + LINE_HEIGHT:g}V{bottom + _GAP / 2:g}"
        ET.SubElement(grid, "path", {"class": "dg-grid", "d": path})
    for power in powers[::step]:
        for y in (top, bottom + _GAP / 2):
            _line(grid, names[power], starts[power], y, "dg-text--start dg-text--soft")


def _tick_start(axis: Scale, power: int, name: str) -> float:
    """Return where a name below its line starts; at the ends it is moved into the drawing."""
    return min(max(axis.x(10.0**power) - width(name) / 2, 0), axis.right + 2 * _MARGIN - width(name))


def _apart(powers: range, names: dict[int, str], starts: dict[int, float]) -> bool:
    return all(starts[one] + width(names[one]) + _GAP <= starts[two] for one, two in pairwise(powers))
