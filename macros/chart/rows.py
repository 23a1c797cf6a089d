"""A chart in rows as SVG: each value stands in a column, and its mark on a logarithmic axis beside it or below.

What moves when another series comes is grouped, and says where it stands: a script of the page puts the marks of the
reader's own run into the rows that are kept for them. ``docs/assets/own-run.js`` knows the names of these groups.
"""

from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

from macros.chart import parts
from macros.chart.parts import GAP, LABELS, MARGIN
from macros.chart.plot import Key, Scale, scale
from macros.content.units import Units
from macros.diagram.block import WIDE
from macros.diagram.text import LINE_HEIGHT, width, wrap
from macros.html.words import gettext

_MARK_HEIGHT = 16
"""Room for a mark below its words, in a narrow chart."""

_TICK = 6
"""How far the lines of the axis reach above and below a mark there, so that they touch no word."""


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
    """The values of one way, and the rows that are kept for those of the reader."""

    id: str
    name: str
    tone: str
    values: tuple[Value, ...]
    kept: tuple[tuple[str, int | None], ...]
    """The label and the count of each row that is kept."""


@dataclass(frozen=True)
class Rows:
    """All that a chart in rows shows."""

    title: str
    desc: str
    axis: str
    units: Units
    keys: tuple[Key, ...]
    own: Key
    """How the reader's own values look."""
    lanes: tuple[Lane, ...]


def draw(rows: Rows, limit: float) -> str:
    """Return the chart as SVG for a width of limit pixels."""
    svg = ET.Element("svg", {"class": "dg", "role": "img"})
    ET.SubElement(svg, "title").text = rows.title
    ET.SubElement(svg, "desc").text = rows.desc
    below = parts.legend(svg, rows.keys, limit)
    own = ET.SubElement(svg, "g", {"data-legend": "", "transform": f"translate(0 {below - GAP:g})", "display": "none"})
    own.set("data-height", f"{parts.legend(own, (rows.own,), limit) - GAP:g}")
    if not any(lane.kept for lane in rows.lanes):
        svg.remove(own)
    stack = ET.SubElement(svg, "g", {"data-stack": f"{below:g}", "transform": f"translate(0 {below:g})"})
    bottom = _stacked(stack, rows, limit)
    svg.set("viewBox", f"-1 -1 {limit + 2:g} {below + bottom + GAP / 2 + LINE_HEIGHT + 2:g}")
    return ET.tostring(svg, encoding="unicode")


def _stacked(stack: ET.Element, rows: Rows, limit: float) -> float:
    """Draw the axis with its name, and the lanes below it; return the bottom of the last."""
    values = [one for lane in rows.lanes for value in lane.values for one in (value.least, value.most)]
    axis, top = scale(values, LABELS if limit >= WIDE else MARGIN, limit - 2 * MARGIN), 0.0
    for text in wrap(gettext("%(axis)s (each line is ten times the one before)", axis=rows.axis), limit):
        top = parts.line(stack, text, 0, top, "dg-text--start")
    grid, bottom = ET.SubElement(stack, "g", {"data-grid": f"{axis.left:g} {axis.right:g} {top:g}"}), top + LINE_HEIGHT
    lanes = _Lanes(axis, rows.own)
    for lane in rows.lanes:
        bottom = lanes.draw(stack, lane, bottom)
    whole = [(top + LINE_HEIGHT, bottom + GAP / 2)]
    parts.ticks(grid, axis, rows.units, whole if lanes.beside else lanes.strips, (top, bottom + GAP / 2))
    return bottom


class _Lanes:
    """Draws lanes along an axis, and remembers where their marks are: in a narrow chart, no other place has lines."""

    def __init__(self, axis: Scale, own: Key) -> None:
        self.axis, self.own = axis, own
        self.beside = axis.left >= LABELS
        self.room = axis.left - 2 * MARGIN if self.beside else axis.right + 2 * MARGIN
        self.strips: list[tuple[float, float]] = []

    def draw(self, stack: ET.Element, lane: Lane, top: float) -> float:
        """Draw what a way is called, its values, and what is kept for more; return the bottom."""
        group = ET.SubElement(stack, "g", {"data-lane": lane.id, "transform": f"translate(0 {top:g})"})
        bottom = self._name(group, lane)
        group.set("data-height", f"{bottom:g}")
        for value in lane.values:
            height, mark = self._row(ET.SubElement(group, "g"), value, bottom)
            self.strips.append((top + bottom + mark - _TICK, top + bottom + mark + _TICK))
            bottom += height
        for label, count in lane.kept:
            row = ET.SubElement(group, "g", {"data-own": str(count or ""), "display": "none"})
            self._row(row, Value(label, "", replace(self.own, tone=lane.tone), *[10.0**self.axis.low] * 3), 0)
        if not lane.values:
            group.set("display", "none")
        return top + bottom if lane.values else top

    def _name(self, group: ET.Element, lane: Lane) -> float:
        """Draw what a way is called; return where its first value stands: on the same line, if it has no label."""
        bottom, lines = float(GAP), wrap(lane.name, self.room)
        for text in lines:
            bottom = parts.line(group, text, 0, bottom, "dg-text--start dg-text--group")
        first = lane.values[0] if lane.values else None
        if first and not first.label and width(lines[-1]) + 2 * GAP + width(first.shown) <= self.room:
            return bottom - LINE_HEIGHT
        return bottom

    def _row(self, group: ET.Element, value: Value, top: float) -> tuple[float, float]:
        """Draw a label, its value at the end of the column, and its mark; return its height, and the mark's place."""
        axis, bottom = self.axis, 0.0
        lines = wrap(value.label, self.room - width(value.shown) - GAP) or ("",)
        for text in lines:
            bottom = parts.line(group, text, 0, bottom, "dg-text--start dg-text--soft")
        fits = width(lines[0]) + GAP + width(value.shown) <= self.room
        number = 0 if fits else bottom  # a single word may be longer than its room
        bottom = max(bottom, parts.line(group, value.shown, self.room, number, "dg-text--end dg-text--value"))
        y = number + LINE_HEIGHT / 2 if self.beside else bottom + _MARK_HEIGHT / 2 - 2
        reach = f"M{axis.x(value.least):.2f} {y:g}H{axis.x(value.most):.2f}"
        ET.SubElement(group, "path", {"class": f"dg-spread dg-tone--{value.key.tone}", "d": reach})
        parts.mark(group, value.key, axis.x(value.middle), y)
        height = bottom if self.beside else bottom + _MARK_HEIGHT
        group.attrib |= {"data-row": f"{value.least:.6g} {value.middle:.6g} {value.most:.6g} {y:g}"}
        group.attrib |= {"data-height": f"{height:g}", "transform": f"translate(0 {top:g})"}
        return height, y
