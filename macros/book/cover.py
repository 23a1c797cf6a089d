"""The cover of a book as a picture: its title, and below it the picture of the first page of the site."""

from xml.etree import ElementTree as ET

from macros.book.xhtml import SVG
from macros.diagram.letters import drawable
from macros.diagram.text import FONT_SIZE, width, wrap

WIDE, HIGH = 1200, 1600
_MARGIN, _EDGE, _LINE, _BETWEEN = 90, 40, 1.2, 120
_SIZES = (110, 96, 84, 72, 60)
"""Of the title: the largest with which no line is longer than there is room, and there are few of them."""

_MOST = 5


def cover(title: str, picture: ET.Element | None) -> ET.Element:
    """Return a cover; a title that the font of pictures has no letters for is left to the next page."""
    root = ET.Element("svg", {"xmlns": SVG, "viewBox": f"0 0 {WIDE} {HIGH}"})
    _rect(root, "dg-ground", 0, HIGH)
    _rect(root, "dg-preview--edge", HIGH - _EDGE, _EDGE)
    size = next(filter(lambda size: _has_room(title, size), _SIZES), _SIZES[-1])
    lines = _lines(title, size) if drawable(title) else ()
    top = _MARGIN + size
    for number, line in enumerate(lines):
        at = {"x": f"{_MARGIN}", "y": f"{top + number * size * _LINE:g}", "font-size": f"{size}"}
        ET.SubElement(root, "text", {"class": "dg-preview dg-preview--title", **at}).text = line
    if picture is not None:
        _draw(root, picture, top + len(lines) * size * _LINE + _BETWEEN)
    return root


def _draw(root: ET.Element, drawn: ET.Element, top: float) -> None:
    """Put a drawing into the room below the title, over the whole width."""
    inner = ET.SubElement(root, "svg", {"viewBox": drawn.get("viewBox", ""), "preserveAspectRatio": "xMidYMid meet"})
    inner.attrib |= {"x": "0", "y": f"{top:g}", "width": f"{WIDE}", "height": f"{HIGH - _EDGE - _MARGIN - top:g}"}
    inner.extend(part for part in drawn if part.tag not in {"title", "desc"})


def _has_room(title: str, size: float) -> bool:
    lines = _lines(title, size)
    return len(lines) <= _MOST and all(width(line) * size <= _limit() for line in lines)


def _lines(title: str, size: float) -> tuple[str, ...]:
    return wrap(title, _limit() / size)


def _limit() -> float:
    """Return the room of a line in units of the font's size times those of the measure."""
    return (WIDE - 2 * _MARGIN) * FONT_SIZE


def _rect(root: ET.Element, css_class: str, top: float, high: float) -> None:
    place = {"x": "0", "y": f"{top:g}", "width": f"{WIDE}", "height": f"{high:g}"}
    ET.SubElement(root, "rect", {"class": css_class, **place})
