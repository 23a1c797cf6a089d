"""A preview: the picture that stands for a page where somebody sends its address, with title, site and a drawing."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from macros.diagram.letters import drawable
from macros.diagram.text import FONT_SIZE, width, wrap

WIDE, HIGH = 1200, 630
"""Pixels: what the sites that show previews ask for."""

_MARGIN = 60
_EDGE = 14
_SIZES = (68, 60, 52, 44, 36)
"""Of the title: the largest with which it has room."""

_LINE = 1.15
_NARROWER = 1.2
"""How much more of the font of the pictures goes into a line than of the widest font that readers have."""

_NAME = 30
"""The size of the name of the site."""

_BETWEEN = 24
"""Between that name and the title."""

OF_A_WHOLE, OF_A_PART = 0.9, 1.2
"""How large a drawing must be beside its own size, so that its words can be read: what is left out makes room."""


@dataclass(frozen=True)
class Room:
    """Where something may stand."""

    left: float
    top: float
    wide: float
    high: float


_LAYOUTS = (
    (Room(_MARGIN, _MARGIN, 410, 500), Room(500, _MARGIN / 2, 670, HIGH - _MARGIN - _EDGE)),
    (Room(_MARGIN, _MARGIN, WIDE - 2 * _MARGIN, 198), Room(_MARGIN, 280, WIDE - 2 * _MARGIN, HIGH - 300 - _EDGE)),
)
"""Rooms for the words and for the drawing: beside each other, or one below the other."""


def preview(title: str, site: str, drawings: Sequence[str]) -> ET.Element:
    """Return the preview of a page, with that of several drawings of one thing which can be largest."""
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {WIDE} {HIGH}"})
    _rect(root, "dg-ground", 0, HIGH)
    _rect(root, "dg-preview--edge", HIGH - _EDGE, _EDGE)
    found = [(_scale(drawn, room), words, room, drawn) for drawn in drawings for words, room in _LAYOUTS]
    if found:
        _, words, room, drawn = max(found, key=lambda one: one[0])
        _draw(root, ET.fromstring(drawn), room)  # noqa: S314 - our own drawing
    else:
        words = Room(_MARGIN, _MARGIN, WIDE - 2 * _MARGIN, HIGH - 2 * _MARGIN)
    _write(root, words, site, title)
    return root


def has_room(drawings: Sequence[str], least: float) -> bool:
    """Tell whether one of several drawings of one thing can be as large in a preview as it must be."""
    return any(_scale(drawn, room) >= least for drawn in drawings for _, room in _LAYOUTS)


def _scale(drawn: str, room: Room) -> float:
    _, _, wide, high = map(float, drawn.partition('viewBox="')[2].partition('"')[0].split())
    return min(room.wide / wide, room.high / high)


def _draw(root: ET.Element, drawn: ET.Element, room: Room) -> None:
    """Put a drawing into its room, whole, and as large as it can be."""
    place = {"x": room.left, "y": room.top, "width": room.wide, "height": room.high}
    inner = ET.SubElement(root, "svg", {"viewBox": drawn.get("viewBox", ""), "preserveAspectRatio": "xMidYMid meet"})
    inner.attrib |= {name: f"{value:g}" for name, value in place.items()}
    inner.extend(part for part in drawn if part.tag not in {"title", "desc"})


def _write(root: ET.Element, room: Room, site: str, title: str) -> None:
    """Write the name of the site and the title, but for what the font has no letters for."""
    named = _wrapped(site, room.wide, _NAME) if drawable(site) and not title.startswith(site) else ()
    top = _lines(root, "site", named, _NAME, (room.left, room.top))
    if drawable(title):
        size = _size(title, room.wide, room.top + room.high - top - _BETWEEN)
        _lines(root, "title", _wrapped(title, room.wide, size), size, (room.left, top + _BETWEEN))


def _lines(root: ET.Element, kind: str, lines: Sequence[str], size: float, corner: tuple[float, float]) -> float:
    """Write lines below each other; return their bottom."""
    left, top = corner
    for number, line in enumerate(lines):
        at = {"x": f"{left:g}", "y": f"{top + (number + 0.8) * size * _LINE:g}", "font-size": f"{size:g}"}
        ET.SubElement(root, "text", {"class": f"dg-preview dg-preview--{kind}", **at}).text = line
    return top + len(lines) * size * _LINE


def _size(title: str, wide: float, high: float) -> float:
    """Return the largest size with which a title has room."""

    def has_lines(size: float) -> bool:
        lines = _wrapped(title, wide, size)
        return len(lines) * size * _LINE <= high and all(width(line) * size <= _limit(wide) for line in lines)

    return next(filter(has_lines, _SIZES), _SIZES[-1])


def _wrapped(text: str, wide: float, size: float) -> tuple[str, ...]:
    return wrap(text, _limit(wide) / size)


def _limit(wide: float) -> float:
    """Return the room of a line in units of the font's size times those of the measure."""
    return wide * _NARROWER * FONT_SIZE


def _rect(root: ET.Element, css_class: str, top: float, high: float) -> None:
    place = {"x": "0", "y": f"{top:g}", "width": f"{WIDE}", "height": f"{high:g}"}
    ET.SubElement(root, "rect", {"class": css_class, **place})
