"""A chart as SVG: shapes with class names; every colour and font is in the stylesheet."""

from xml.etree import ElementTree as ET

from macros.chart import parts
from macros.chart.parts import DOT, GAP, LABELS, MARGIN
from macros.chart.plot import Band, Dot, Key, Plot, Scale, scale
from macros.diagram.block import WIDE
from macros.diagram.text import LINE_HEIGHT, width, wrap
from macros.html.words import gettext


def draw(plot: Plot, limit: float) -> str:
    """Return the chart as SVG for a width of limit pixels."""
    left = LABELS if limit >= WIDE else MARGIN
    axis = scale([dot.value for band in plot.bands for dot in band.dots], left, limit - 2 * MARGIN)
    svg = ET.Element("svg", {"class": "dg", "role": "img"})
    ET.SubElement(svg, "title").text = plot.title
    ET.SubElement(svg, "desc").text = plot.desc
    top = parts.legend(svg, plot.keys, limit)
    for line in wrap(gettext("%(axis)s (each line is ten times the one before)", axis=plot.axis), limit):
        top = parts.line(svg, line, 0, top, "dg-text--start")
    grid = ET.SubElement(svg, "g")
    bottom = top + LINE_HEIGHT
    for band in plot.bands:
        bottom = _band(svg, band, axis, bottom + GAP)
    parts.ticks(grid, axis, plot.units, [(top + LINE_HEIGHT, bottom + GAP / 2)], [top, bottom + GAP / 2])
    svg.set("viewBox", f"-1 -1 {limit + 2:g} {bottom + GAP / 2 + LINE_HEIGHT + 2:g}")
    return ET.tostring(svg, encoding="unicode")


def _band(svg: ET.Element, band: Band, axis: Scale, top: float) -> float:
    """Draw what one thing is called, the spread of its figures, and each of them; return the bottom."""
    room = axis.left - 2 * MARGIN if axis.left >= LABELS else axis.right
    for line in wrap(band.name, room):
        top = parts.line(svg, line, 0, top, "dg-text--start dg-text--group")
    for line in wrap(band.note, room):
        top = parts.line(svg, line, 0, top, "dg-text--start dg-text--soft")
    spread = ET.SubElement(svg, "path", {"class": f"dg-spread dg-tone--{band.key.tone}"})
    beside, ys = axis.left >= LABELS, list[float]()
    for dot in band.dots:
        bottom = top
        for line in wrap(dot.label, room):
            bottom = parts.line(svg, line, 0, bottom, "dg-text--start dg-text--soft")
        ys.append((top if beside else bottom) + LINE_HEIGHT / 2)
        below = _dot(svg, band.key, dot, axis, ys[-1])
        top = max(bottom, below) if beside else below
    spread.set("d", "M" + "L".join(f"{axis.x(dot.value):.2f} {y:g}" for dot, y in zip(band.dots, ys, strict=True)))
    return top


def _dot(svg: ET.Element, key: Key, dot: Dot, axis: Scale, y: float) -> float:
    """Draw one figure, with its number after it, before it, or under it, where it has room; return the bottom."""
    x, long = axis.x(dot.value), width(dot.shown)
    parts.mark(svg, key, x, y)
    if x + 2 * DOT + long <= axis.right + MARGIN:
        return parts.line(svg, dot.shown, x + 2 * DOT, y - LINE_HEIGHT / 2, "dg-text--start dg-text--value")
    if x - 2 * DOT - long >= axis.left - MARGIN:
        return parts.line(svg, dot.shown, x - 2 * DOT, y - LINE_HEIGHT / 2, "dg-text--end dg-text--value")
    return parts.line(svg, dot.shown, axis.right, y + LINE_HEIGHT / 2, "dg-text--end dg-text--value")
