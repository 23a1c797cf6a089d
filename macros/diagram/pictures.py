"""Pictograms: SVG files with shapes and class names, and no colour of their own."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.parsers import expat

from macros.datafile import read_text
from macros.errors import ContentError, Problem, did_you_mean

_SVG = "{http://www.w3.org/2000/svg}"
_VIEW_BOX = re.compile(r"0 0 ([1-9]\d*) ([1-9]\d*)")
_NO_SVG = "must be an <svg> with a viewBox of whole numbers, '0 0 width height'"
_SHAPES = {"g", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
_ATTRIBUTES = {
    "class", "d", "x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2", "points",
    "transform", "href",
}  # fmt: skip
_CLASSES = {"main", "shade", "paper", "steel", "dark", "glass", "line", "sea", "red", "amber", "teal", "blue", "green"}


@dataclass(frozen=True)
class Pictogram:
    """A small drawing with its size in pixels; its shapes take their colours from the stylesheet."""

    name: str
    title: str
    width: float
    height: float
    shapes: tuple[ET.Element, ...] = field(compare=False)
    source: str
    """The text of its file, and of those that it uses: pictograms with the same are the same."""


def read_pictogram(file: Path, path: str) -> Pictogram:
    """Return the pictogram of an SVG file; raises ContentError for what is not a plain shape."""
    text = read_text(file, path)
    places = _places(text, path)
    root = ET.fromstring(text)  # noqa: S314 - without a DTD, and with positions, it was parsed above
    title = root.findtext(f"{_SVG}title", "").strip()
    shapes = tuple(element for element in root if element.tag != f"{_SVG}title")
    if root.tag != f"{_SVG}svg":
        raise ContentError([Problem(path, 1, 1, "", _NO_SVG)])
    drawn = {element for shape in shapes for element in shape.iter()}
    problems = [
        Problem(path, *place, "", message)
        for element, place in zip(root.iter(), places, strict=True)
        for message in (_faults(element) if element in drawn else ())
    ]
    box = _VIEW_BOX.fullmatch(root.get("viewBox", ""))
    if not box:
        problems.append(Problem(path, 1, 1, "", _NO_SVG))
    if not title:
        problems.append(Problem(path, 1, 1, "", "has no <title>", "say what it shows, as its first line"))
    if problems or not box:
        raise ContentError(set(problems))
    for element in root.iter():
        element.tag, element.tail = element.tag.removeprefix(_SVG), None
    return Pictogram(file.stem, title, float(box[1]), float(box[2]), shapes, text)


def composed(pictogram: Pictogram, others: Mapping[str, Pictogram], path: str) -> Pictogram:
    """Return a pictogram with the others that it uses drawn in it; raises ContentError for those that it cannot use."""
    whole = [deepcopy(shape) for shape in pictogram.shapes]
    uses = [element for shape in whole for element in shape.iter("use")]
    names = [element.get("href", "") for element in uses]
    problems = set()
    for element in uses:
        name = element.get("href", "")
        if name not in others:
            hint = did_you_mean(name, others)
            problems.add(Problem(path, 1, 1, "", f"there is no picture '{name}' to use", hint))
        elif any(True for shape in others[name].shapes for _ in shape.iter("use")):
            problems.add(Problem(path, 1, 1, "", f"'{name}' uses others itself", "use those"))
        else:
            _draw(element, others[name])
    if problems:
        raise ContentError(problems)
    sources = [pictogram.source, *(others[name].source for name in names)]
    return replace(pictogram, shapes=tuple(whole), source="".join(sources))


def _draw(use: ET.Element, other: Pictogram) -> None:
    """Turn a <use> into the drawing that it names."""
    place = {name: value for name, value in use.attrib.items() if name in {"x", "y", "width", "height"}}
    tone = {"class": f"dg-tone--{use.get('class')}"} if use.get("class") else {}
    use.clear()
    use.tag = "svg"
    use.attrib.update({**tone, **place, "viewBox": f"0 0 {other.width:g} {other.height:g}"})
    use.extend(deepcopy(other.shapes))


def _places(text: str, path: str) -> list[tuple[int, int]]:
    """Return line and column of each element, in their order; raises ContentError for what is no XML, or has a DTD."""
    parser, found = expat.ParserCreate(), list[tuple[int, int]]()

    def refuse(*_: object) -> None:
        line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        raise ContentError([Problem(path, line, column, "", "a DOCTYPE is not used in a pictogram", "delete it")])

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda *_: found.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))
    try:
        parser.Parse(text, True)  # noqa: FBT003 - it is the end of the text
    except expat.ExpatError as error:
        message = f"is not XML: {expat.ErrorString(error.code)}"
        raise ContentError([Problem(path, error.lineno, error.offset + 1, "", message)]) from error
    return found


def _faults(element: ET.Element) -> Iterator[str]:
    tag = element.tag.removeprefix(_SVG)
    if tag not in _SHAPES:
        yield f"<{tag}> is not a plain shape"
    yield from (f"the attribute '{name}' is not used in a pictogram" for name in {*element.keys()} - _ATTRIBUTES)
    yield from (f"there is no class '{name}'" for name in {*element.get("class", "").split()} - _CLASSES)
