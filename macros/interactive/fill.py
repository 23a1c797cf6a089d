"""What is filled, as SVG: a box for each way, with what is kept, and a cell for each that fits.

Lengths in a box are thousandths of its width, so that it is as wide as its column. A row of cells is two dashed lines,
what is needed above what the way adds, each as thick as its part of a cell. So a thousand cells weigh what ten weigh.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, sqrt
from xml.etree import ElementTree as ET

from macros.content.number import number
from macros.diagram.block import NARROW
from macros.diagram.text import LINE_HEIGHT, width
from macros.interactive.pen import Pen
from macros.reading.datafile import Fault
from macros.reading.positions import Loc

BOX = 36
"""Pixels of height of a box."""
_STEP = LINE_HEIGHT + 4 + BOX + 10
_WIDE = 1000
_MOST_ROWS = 5
_USUAL = 500
"""Pixels of width for which cells are about square."""
_CELL, _GAP, _WIDEST_GAP = 8.0, 0.12, 4.0
"""Cells of fewer thousandths are drawn as one; between others is a gap of this share, or of so many."""
_KEY = 12


@dataclass(frozen=True)
class Box:
    """A box: whose it is, how many fit and how many places there are; what is kept and what each takes, as shares."""

    way: str
    name: str
    count: int
    places: int
    kept: float
    each: float
    added: float
    """The share of each that the way adds."""


@dataclass(frozen=True)
class Filled:
    """All boxes, and the parts that the key names: kept, needed and added, each with its colour."""

    boxes: tuple[Box, ...]
    parts: tuple[tuple[str, str], ...]
    free: str


def room() -> float:
    """Return the pixels for the name of a box beside its count, on a phone."""
    return NARROW - _KEY - width("10,000")


def key_room() -> float:
    """Return the pixels for the name of a part, on a phone."""
    return NARROW / 2 - 2 * _KEY


def too_wide(loc: Loc, name: str, limit: float) -> Iterator[Fault]:
    """Yield a name that needs more pixels."""
    if (much := width(name) - limit) > 0:
        yield loc, "has no room on a phone", f"say it shorter, by about {int(much / width('n')) + 1} letters"


def lines(box: Box) -> tuple[dict[str, str], dict[str, str]]:
    """Return the lines of what is needed and of what is added, as attributes; the script works out the same."""
    each = box.each * _WIDE
    rows = min(_MOST_ROWS, max(1, int(sqrt(BOX / (box.each * _USUAL)))))
    columns = ceil(box.places / rows) or 1
    wide, high = min(rows * each, (1 - box.kept) * _WIDE / columns), BOX / rows
    gap = min(wide * _GAP, _WIDEST_GAP) if wide >= _CELL else 0.0
    added = min(high - 1, max(box.added * (high - 1), 1.0)) if box.added else 0.0
    needed, tops = high - 1 - added, [row * high for row in range(rows)]
    ends = [box.kept * _WIDE + ceil((box.count - row) / rows) * wide - gap for row in range(rows) if row < box.count]

    def line(offset: float, thick: float) -> dict[str, str]:
        parts = (f"M{box.kept * _WIDE:.1f} {top + offset:.1f}H{end:.1f}" for top, end in zip(tops, ends, strict=False))
        dashes = f"{wide - gap:.2f} {gap:.2f}" if gap else "none"
        return {"d": "".join(parts), "stroke-width": f"{thick:.1f}", "stroke-dasharray": dashes}

    return line(needed / 2, needed), line(needed + added / 2, added)


def drawn(filled: Filled, limit: float = 0, title: str = "") -> str:
    """Return all boxes as SVG: of so many pixels, or as wide as where they stand."""
    title = title or ", ".join(f"{box.name} {number(box.count)}" for box in filled.boxes)
    pen = Pen.sheet(len(filled.boxes) * _STEP + 2 * LINE_HEIGHT + 8, limit, title)
    looks = [_look(index, tone) for index, (_, tone) in enumerate(filled.parts)]
    for index, box in enumerate(filled.boxes):
        _box(pen.group({"data-box": box.way}), box, index * _STEP, looks)
    for index, (name, tone) in enumerate((*filled.parts, (filled.free, ""))):
        _key(pen, name, f"dg-key {looks[index]}" if tone else "dg-lane dg-free", index, len(filled.boxes) * _STEP + 2)
    return pen.drawn


def _look(part: int, tone: str) -> str:
    """Return the classes of a part: its colour, and which it is, for readers who have colours of their own."""
    return f"dg-part-{part} dg-tone--{tone}"


def _box(pen: Pen, box: Box, top: float, looks: list[str]) -> None:
    """Write name and count, and draw the box below them."""
    pen.write(box.name, 0, top, "dg-text--start")
    pen.write(number(box.count), 1, top, "dg-text--end dg-text--value")
    pen.block("dg-lane dg-free", 0, 1, top + LINE_HEIGHT + 4, BOX)
    place = {"y": f"{top + LINE_HEIGHT + 4:g}", "width": pen.at(1), "height": f"{BOX}"}
    within = {"viewBox": f"0 0 {_WIDE} {BOX}", "preserveAspectRatio": "none"}
    inner = ET.SubElement(pen.svg, "svg", {**within, **place})
    kept = {"class": f"dg-fill {looks[0]}", "d": f"M0 {BOX / 2:g}H{box.kept * _WIDE:.1f}"}
    ET.SubElement(inner, "path", {**kept, "stroke-width": f"{BOX}"})
    for look, line in zip(looks[1:], lines(box), strict=True):
        ET.SubElement(inner, "path", {"class": f"dg-fill {look}", **line})


def _key(pen: Pen, name: str, look: str, index: int, top: float) -> None:
    """Name a part, in two columns."""
    place = {"x": pen.at(index % 2 / 2), "y": f"{top + index // 2 * LINE_HEIGHT:g}", "overflow": "visible"}
    inner = ET.SubElement(pen.svg, "svg", place)
    ET.SubElement(inner, "rect", {"class": look, "x": "1", "y": "4", "width": f"{_KEY}", "height": f"{_KEY}"})
    in_pixels = Pen(inner, 1)
    in_pixels.write(name, _KEY + 8, 0, "dg-text--start dg-text--soft")
