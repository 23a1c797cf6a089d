"""A chart in rows as SVG: each value stands in a column, and its mark on a logarithmic axis beside it or below.

No line goes through words: on a desktop they stand beside the axis, on a phone it has lines only where no words are.
What moves when another series comes is grouped, and says where it stands: a script of the page puts the marks of the
reader's own run into the rows that are kept for them. ``docs/assets/own-run.js`` knows the names of these groups.
"""

from dataclasses import replace
from xml.etree import ElementTree as ET

from macros.chart import parts
from macros.chart.parts import BOLD, GAP, LABELS, MARGIN
from macros.chart.plot import Key, Lane, Rows, Scale, Value, scale
from macros.diagram.block import WIDE
from macros.diagram.text import LINE_HEIGHT, width
from macros.html.words import gettext, ngettext

_MARK_HEIGHT = 18
"""Room for a mark below its words, in a narrow chart."""

_TICK = 6
"""How far the lines of the axis reach above and below a mark there, so that they touch no word."""

_NUMBER = "1,000 MiB"
"""What a row leaves room for that is kept for a number of the reader's."""

_APART = 400
"""How far a lane may stand below the names of the axis: on a phone, they would be out of sight further down."""


def draw(rows: Rows, limit: float) -> str:
    """Return the chart as SVG for a width of limit pixels."""
    svg = ET.Element("svg", {"class": "dg", "role": "img"})
    ET.SubElement(svg, "title").text = rows.title
    ET.SubElement(svg, "desc").text = rows.desc
    below = parts.legend(svg, rows.keys, limit)
    if rows.own:
        place = {"transform": f"translate(0 {below - GAP:g})", "display": "none"}
        own = ET.SubElement(svg, "g", {"data-legend": "", **place})
        own.set("data-height", f"{parts.legend(own, (rows.own,), limit) - GAP:g}")
    stack = ET.SubElement(svg, "g", {"data-stack": f"{below:g}", "transform": f"translate(0 {below:g})"})
    bottom = below + _stacked(stack, rows, limit) + GAP / 2 + LINE_HEIGHT
    if rows.left_out:
        more = ngettext("and %(num)d more on the page", "and %(num)d more on the page", rows.left_out)
        bottom = parts.line(svg, more, 0, bottom, "dg-text--start dg-text--soft")
    svg.set("viewBox", f"-1 -1 {limit + 2:g} {bottom + 2:g}")
    return ET.tostring(svg, encoding="unicode")


def _stacked(stack: ET.Element, rows: Rows, limit: float) -> float:
    """Draw the axis with its name, and the lanes below it; return the bottom of the last."""
    values = [one for lane in rows.lanes for value in lane.values for one in (value.least, value.most)]
    axis, top = scale(values, LABELS if limit >= WIDE else MARGIN, limit - 2 * MARGIN), 0.0
    for text in parts.lines(gettext("%(axis)s (each line is ten times the one before)", axis=rows.axis), limit):
        top = parts.line(stack, text, 0, top, "dg-text--start")
    grid = ET.SubElement(stack, "g", {"data-grid": f"{axis.left:g} {axis.right:g} {top:g}"})
    lanes = _Lanes(axis, top)
    bottom = top + LINE_HEIGHT
    for lane in rows.lanes:
        bottom = lanes.draw(stack, lane, rows.own, bottom)
    parts.ticks(grid, axis, rows.units, lanes.spans(bottom + GAP / 2), (*lanes.axes, bottom + GAP / 2))
    return bottom


class _Lanes:
    """Draws lanes along an axis, and remembers where its names and the marks are."""

    def __init__(self, axis: Scale, top: float) -> None:
        self.axis = axis
        self.beside = axis.left >= LABELS
        self.room = axis.left - 2 * MARGIN if self.beside else axis.right + 2 * MARGIN
        self.axes = [top]
        self.strips: list[tuple[float, float]] = []

    def spans(self, end: float) -> list[tuple[float, float]]:
        """Return where the axis has lines: from name to name, or in a narrow chart below names and at each mark."""
        starts = [top + LINE_HEIGHT for top in self.axes]
        if self.beside:
            return [*zip(starts, [*self.axes[1:], end], strict=True)]
        return sorted([*((start, start + _TICK) for start in starts), *self.strips])

    def draw(self, stack: ET.Element, lane: Lane, own: Key | None, top: float) -> float:
        """Draw what a way is called, its values, and what is kept for more; return the bottom."""
        if lane.values and top - self.axes[-1] > _APART:
            self.axes.append(top + GAP)
            top += GAP + LINE_HEIGHT
        group = ET.SubElement(stack, "g", {"data-lane": lane.id, "transform": f"translate(0 {top:g})"})
        bottom = self._name(group, lane)
        group.set("data-height", f"{bottom:g}")
        for value in lane.values:
            height, mark = self._row(ET.SubElement(group, "g"), value, bottom)
            self.strips.append((top + bottom + mark - _TICK, top + bottom + mark + _TICK))
            bottom += height
        if own:
            self._kept(group, lane, replace(own, tone=lane.tone))
        if not lane.values:
            group.set("display", "none")
        return top + bottom if lane.values else top

    def _kept(self, group: ET.Element, lane: Lane, own: Key) -> None:
        """Draw the rows of a lane that are kept for the reader's own values."""
        least = 10.0**self.axis.low
        for label, count in lane.kept:
            row = ET.SubElement(group, "g", {"data-own": str(count or ""), "display": "none"})
            self._row(row, Value(label, "", own, least, least, least), 0)

    def _name(self, group: ET.Element, lane: Lane) -> float:
        """Draw what a way is called; return where its first value stands: on the same line, if it has no label."""
        bottom, lines = float(GAP), parts.lines(lane.name, self.room / BOLD)
        for text in lines:
            bottom = parts.line(group, text, 0, bottom, "dg-text--start dg-text--group")
        for text in parts.lines(lane.note, self.room):
            bottom = parts.line(group, text, 0, bottom, "dg-text--start dg-text--soft")
        first = None if lane.note or not lane.values else lane.values[0]
        if first and not first.label and width(lines[-1] + first.shown) * BOLD + 2 * GAP <= self.room:
            return bottom - LINE_HEIGHT
        return bottom

    def _row(self, group: ET.Element, value: Value, top: float) -> tuple[float, float]:
        """Draw a label, its value at the end of the column, and its mark; return its height, and the mark's place."""
        axis, bottom = self.axis, 0.0
        beside = max(self.room - width(value.shown or _NUMBER) * BOLD - GAP, self.room / 2)
        lines = parts.lines(value.label, beside) or ("",)
        numbers = parts.lines(value.shown, self.room / BOLD) or ("",)
        for text in lines:
            bottom = parts.line(group, text, 0, bottom, "dg-text--start dg-text--soft")
        fits = width(lines[0]) + GAP + width(numbers[0]) * BOLD <= self.room and len(numbers) == 1
        number = 0 if fits or lines == ("",) else bottom
        below = number
        for text in numbers:
            below = parts.line(group, text, self.room, below, "dg-text--end dg-text--value")
        bottom = max(bottom, below)
        y = number + LINE_HEIGHT / 2 if self.beside else bottom + _MARK_HEIGHT / 2 - 1
        reach = f"M{axis.x(value.least):.2f} {y:g}H{axis.x(value.most):.2f}"
        ET.SubElement(group, "path", {"class": f"dg-spread dg-tone--{value.key.tone}", "d": reach})
        parts.mark(group, value.key, axis.x(value.middle), y)
        height = bottom if self.beside else bottom + _MARK_HEIGHT
        group.attrib |= {"data-row": f"{value.least:.6g} {value.middle:.6g} {value.most:.6g} {y:g}"}
        group.attrib |= {"data-height": f"{height:g}", "transform": f"translate(0 {top:g})"}
        return height, y
