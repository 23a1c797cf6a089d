"""The shapes that diagrams are drawn with, as SVG elements with class names."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from math import ceil
from xml.etree import ElementTree as ET

from macros.diagram.block import BRACE, COPY_GAP, SIZES, Placed, Point
from macros.diagram.pictures import Pictogram
from macros.diagram.scene import Scale
from macros.diagram.text import FONT_SIZE, LINE_HEIGHT

_HEAD = 6
"""Length of an arrow's head."""


def rect(svg: ET.Element, part: Placed, css_class: str) -> None:
    """Draw the outline of a part."""
    place = {"x": part.x, "y": part.y, "width": part.width, "height": part.height, "rx": 4}
    ET.SubElement(svg, "rect", {"class": css_class, **_numbers(place)})


def write(svg: ET.Element, lines: Iterable[str], x: float, top: float, css_class: str = "dg-text") -> None:
    """Write lines below each other at x, centred unless the class says more; the only way for words into a diagram."""
    for number, line in enumerate(lines):
        baseline = top + number * LINE_HEIGHT + (LINE_HEIGHT + FONT_SIZE * 0.7) / 2
        ET.SubElement(svg, "text", {"class": css_class, **_numbers({"x": x, "y": baseline})}).text = line


def path(svg: ET.Element, css_class: str, lines: Iterable[Iterable[Point]]) -> None:
    """Draw strokes through points."""
    strokes = ("L".join(f"{_number(x)} {_number(y)}" for x, y in line) for line in lines)
    ET.SubElement(svg, "path", {"class": css_class, "d": "M" + "M".join(strokes)})


def stroke(svg: ET.Element, line: tuple[Point, ...], *, head: bool) -> None:
    """Draw one stroke of an arrow, with or without the head at its end."""
    (from_x, from_y), (x, y) = line[-2:]
    length = max(abs(x - from_x), abs(y - from_y)) or 1
    back_x, back_y = (from_x - x) / length * _HEAD, (from_y - y) / length * _HEAD
    barbs = ((x + back_x + back_y, y + back_y + back_x), (x, y), (x + back_x - back_y, y + back_y - back_x))
    path(svg, "dg-arrow", [line, barbs] if head else [line])


def brace(svg: ET.Element, corner: Point, length: float, *, down: bool) -> None:
    """Draw a brace from a corner to the right, open to the top; or down, open to the left."""
    deep, half = BRACE / 2, length / 2
    steps = [(0, 0), (0, deep), (half, deep), (half, BRACE - 2), (half, deep), (length, deep), (length, 0)]
    path(svg, "dg-brace", [[(corner[0] + (a if down else b), corner[1] + (b if down else a)) for a, b in steps]])


def pictogram(
    svg: ET.Element, found: Pictogram, tone: str, place: tuple[float, float, float, float], share: float = 1
) -> None:
    """Draw a pictogram at left, top, width and height; or of it only the share on its left side."""
    x, y, wide, high = place
    view_box = f"0 0 {round(found.width * share, 2):g} {found.height:g}"
    numbers = _numbers({"x": x, "y": y, "width": wide * share, "height": high})
    css_class = f"dg-picture dg-tone--{tone}"
    inner = ET.SubElement(svg, "svg", {"class": css_class, "viewBox": view_box, **numbers})
    inner.extend(deepcopy(found.shapes))


def copies(svg: ET.Element, part: Placed, scale: Scale, found: Pictogram, tone: str) -> None:
    """Draw as many copies of a pictogram as the number says, line by line from the left."""
    wide, high = (side * SIZES[scale.size] for side in (found.width, found.height))
    for copy in range(ceil(scale.copies)):
        row, column = divmod(copy, part.copies)
        place = (part.x + column * (wide + COPY_GAP), part.y + row * (high + COPY_GAP), wide, high)
        pictogram(svg, found, tone, place, min(1, scale.copies - copy))


def _numbers(values: Mapping[str, float]) -> dict[str, str]:
    return {name: _number(value) for name, value in values.items()}


def _number(value: float) -> str:
    """Return a length in whole pixels, which is as far as eyes see, and which takes fewer bytes."""
    return f"{round(value)}"
