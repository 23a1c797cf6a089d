"""Drawings in a book: every colour is in them, and a light ground behind them, so that they are seen by night, too."""

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from macros.book.xhtml import SVG
from macros.diagram.looks import light
from macros.diagram.standalone import coloured

if TYPE_CHECKING:
    from macros.diagram.style import Stylesheet

_NEWER = {"paint-order", "font-variant-numeric"}
"""Attributes of SVG 2, which a book does not have: its stylesheet says the same of every text."""


def in_colour(whole: ET.Element, sheet: "Stylesheet") -> None:
    """Put each drawing below an element into a frame, with the colours of the day in the place of its classes."""
    for place, part in enumerate(whole):
        if part.tag == "svg":
            framed = ET.Element("div", {"class": "drawing"})
            framed.tail, part.tail = part.tail, None
            framed.append(_coloured(part, sheet))
            whole[place] = framed
        else:
            in_colour(part, sheet)


def _coloured(drawn: ET.Element, sheet: "Stylesheet") -> ET.Element:
    """Return a drawing on its ground, in plain SVG."""
    names = len(drawn.findall("title")) + len(drawn.findall("desc"))
    box = drawn.get("viewBox", "0 0 100% 100%").split()
    place = dict(zip(("x", "y", "width", "height"), box, strict=True))
    drawn.insert(names, ET.Element("rect", {"class": "dg-ground", **place}))
    made = ET.fromstring(light(coloured(drawn, sheet)))  # noqa: S314 - our own drawing
    for part in made.iter():
        for name in [name for name in part.attrib if name in _NEWER or name.startswith("data-")]:
            del part.attrib[name]
    made.set("xmlns", SVG)
    return made
