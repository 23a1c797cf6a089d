"""Placed parts as SVG: shapes with class names; every colour and font is in the stylesheet."""

from collections.abc import Mapping
from copy import deepcopy
from xml.etree import ElementTree as ET

from macros.diagram.layout import Placed, layout
from macros.diagram.measure import ARROW, GAP, NARROW, WIDE
from macros.diagram.pictures import Pictogram
from macros.diagram.scene import Arrow, Box, Diagram, Group, Note, Picture
from macros.diagram.text import FONT_SIZE, LINE_HEIGHT
from macros.diagram.words import in_words
from macros.markup import render

_HEAD = 6
"""Length of an arrow's head."""


def figure(diagram: Diagram, pictograms: Mapping[str, Pictogram]) -> str:
    """Return the figure with its caption: two drawings, of which the stylesheet shows the one that fits."""
    drawings = [(name, drawing(diagram, limit, pictograms)) for name, limit in (("wide", WIDE), ("narrow", NARROW))]
    return render("figure.html.j2", diagram=diagram, drawings=drawings, words=in_words(diagram.scene))


def drawing(diagram: Diagram, limit: float, pictograms: Mapping[str, Pictogram]) -> str:
    """Return the scene as SVG, laid out for a width of limit pixels, with its title and description."""

    def picture_size(name: str) -> tuple[float, float]:
        return pictograms[name].width, pictograms[name].height

    placed = layout(diagram.scene, limit, picture_size)
    right = max(part.x + part.width for part in placed)
    bottom = max(part.y + part.height for part in placed)
    svg = ET.Element("svg", {"class": "dg", "role": "img", "viewBox": f"-1 -1 {right + 2:g} {bottom + 2:g}"})
    ET.SubElement(svg, "title").text = diagram.title
    ET.SubElement(svg, "desc").text = diagram.desc
    for part in placed:
        _paint(svg, part, pictograms)
    return ET.tostring(svg, encoding="unicode")


def _paint(svg: ET.Element, part: Placed, pictograms: Mapping[str, Pictogram]) -> None:
    match part.node:
        case Box(tone=tone):
            _rect(svg, part, f"dg-box dg-tone--{tone}")
            _write(svg, part, part.y + (part.height - len(part.text) * LINE_HEIGHT) / 2)
        case Group(tone=tone):
            _rect(svg, part, f"dg-group dg-tone--{tone}")
            _write(svg, part, part.y + GAP / 2 + 2, "dg-text dg-text--group")
        case Note():
            _write(svg, part, part.y + 2)
        case Arrow():
            _write(svg, part, part.y)
            _arrow(svg, part)
        case Picture(picture=name, tone=tone):
            _picture(svg, part, pictograms[name], tone)


def _rect(svg: ET.Element, part: Placed, css_class: str) -> None:
    place = {"x": part.x, "y": part.y, "width": part.width, "height": part.height, "rx": 4}
    ET.SubElement(svg, "rect", {"class": css_class, **_numbers(place)})


def _write(svg: ET.Element, part: Placed, top: float, css_class: str = "dg-text") -> None:
    """Write the part's lines, centred, below each other; the only way for words into a drawing."""
    middle = part.x + part.width / 2
    for number, line in enumerate(part.text):
        baseline = top + number * LINE_HEIGHT + (LINE_HEIGHT + FONT_SIZE * 0.7) / 2
        ET.SubElement(svg, "text", {"class": css_class, **_numbers({"x": middle, "y": baseline})}).text = line


def _arrow(svg: ET.Element, part: Placed) -> None:
    middle, top = part.x + part.width / 2, part.y + len(part.text) * LINE_HEIGHT
    if part.down:
        tip = top + ARROW - 4
        path = f"M{middle:g} {top + 4:g}V{tip:g}M{middle - _HEAD:g} {tip - _HEAD:g}L{middle:g} {tip:g}l{_HEAD} -{_HEAD}"
    else:
        tip, y = part.x + part.width - 2, top + ARROW / 2
        path = f"M{part.x + 2:g} {y:g}H{tip:g}M{tip - _HEAD:g} {y - _HEAD:g}L{tip:g} {y:g}l-{_HEAD} {_HEAD}"
    ET.SubElement(svg, "path", {"class": "dg-arrow", "d": path})


def _picture(svg: ET.Element, part: Placed, pictogram: Pictogram, tone: str) -> None:
    high = part.height - len(part.text) * LINE_HEIGHT
    wide = pictogram.width * high / pictogram.height
    place = {"x": part.x + (part.width - wide) / 2, "y": part.y, "width": wide, "height": high}
    view_box = f"0 0 {pictogram.width:g} {pictogram.height:g}"
    css_class = f"dg-picture dg-tone--{tone}"
    inner = ET.SubElement(svg, "svg", {"class": css_class, "viewBox": view_box, **_numbers(place)})
    inner.extend(deepcopy(pictogram.shapes))
    _write(svg, part, part.y + high)


def _numbers(values: Mapping[str, float]) -> dict[str, str]:
    return {name: f"{round(value, 2):g}" for name, value in values.items()}
