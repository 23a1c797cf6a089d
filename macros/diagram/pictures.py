"""Pictograms: SVG files with shapes and class names, and no colour of their own."""

import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from macros.datafile import read_text
from macros.errors import ContentError, Problem

_SVG = "{http://www.w3.org/2000/svg}"
_VIEW_BOX = re.compile(r"0 0 ([1-9]\d*) ([1-9]\d*)")
_SHAPES = {"g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
_ATTRIBUTES = {
    "class",
    "d",
    "x",
    "y",
    "width",
    "height",
    "rx",
    "ry",
    "cx",
    "cy",
    "r",
    "x1",
    "y1",
    "x2",
    "y2",
    "points",
    "transform",
}
_CLASSES = {"main", "shade", "paper", "steel", "dark", "glass", "line", "sea", "red", "amber", "teal", "blue", "green"}


@dataclass(frozen=True)
class Pictogram:
    """A small drawing with its size in pixels; its shapes take their colours from the stylesheet."""

    name: str
    width: float
    height: float
    shapes: tuple[ET.Element, ...]


def read_pictogram(file: Path, path: str) -> Pictogram:
    """Return the pictogram of an SVG file; raises ContentError for what is not a plain shape."""
    text = read_text(file, path)
    try:
        root = ET.fromstring(text)  # noqa: S314 - a file of this project, reviewed like its code
    except ET.ParseError as error:
        line, column = error.position
        raise ContentError([Problem(path, line, column + 1, "", f"is not XML: {error}")]) from error
    shapes = tuple(element for element in root if element.tag != f"{_SVG}title")
    problems = [Problem(path, 1, 1, "", message) for shape in shapes for message in _faults(shape)]
    box = _VIEW_BOX.fullmatch(root.get("viewBox", ""))
    if root.tag != f"{_SVG}svg" or not box:
        problems.append(Problem(path, 1, 1, "", "must be an <svg> with a viewBox of whole numbers, '0 0 width height'"))
    if problems or not box:
        raise ContentError(set(problems))
    for element in root.iter():
        element.tag, element.tail = element.tag.removeprefix(_SVG), None
    return Pictogram(file.stem, float(box[1]), float(box[2]), shapes)


def _faults(shape: ET.Element) -> list[str]:
    faults = []
    for element in shape.iter():
        tag = element.tag.removeprefix(_SVG)
        if tag not in _SHAPES:
            faults.append(f"<{tag}> is not a plain shape")
        faults += [f"the attribute '{name}' is not used in a pictogram" for name in {*element.keys()} - _ATTRIBUTES]
        faults += [f"there is no class '{name}'" for name in {*element.get("class", "").split()} - _CLASSES]
    return faults
