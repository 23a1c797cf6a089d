"""What a pictogram may hold: plain shapes with known classes, of sizes that can be drawn."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from macros.diagram import svg_numbers, svg_paths
from macros.reading.invisible import UNSEEN

LEAST_SIDE, MOST_SIDE, MOST_AREA, MOST_TIMES = 8, 1000, 400_000, 10
"""In pixels, in square pixels, and how many times one side may be as long as the other."""

_LONGEST_TITLE = 200
_NAMESPACE = "http://www.w3.org/2000/svg"
_BEGIN = f'begin with <svg xmlns="{_NAMESPACE}" viewBox="0 0 40 40">'
_VIEW_BOX = re.compile(r"0 0 ([1-9][0-9]*) ([1-9][0-9]*)")
SHAPES = {
    "g": {"transform"},
    "use": {"href", "x", "y", "width", "height"},
    "path": {"d", "transform"},
    "rect": {"x", "y", "width", "height", "rx", "ry", "transform"},
    "circle": {"cx", "cy", "r", "transform"},
    "ellipse": {"cx", "cy", "rx", "ry", "transform"},
    "line": {"x1", "y1", "x2", "y2", "transform"},
    "polyline": {"points", "transform"},
    "polygon": {"points", "transform"},
}
"""What a drawing is made of, and what each of them may have, beside a class."""

_NEEDED = {
    "use": ("href",),
    "path": ("d",),
    "rect": ("width", "height"),
    "circle": ("r",),
    "ellipse": ("rx", "ry"),
    "polyline": ("points",),
    "polygon": ("points",),
}
"""Without these, or with none but zeros in them, nothing is drawn."""

_LOOKS = ("fill", "stroke", "style", "opacity", "color", "font", "display", "visibility", "clip", "mask", "filter")
"""How attributes begin that other drawings have for their look."""

_CLASSES = {"main", "shade", "paper", "steel", "dark", "glass", "line", "sea", "red", "amber", "teal", "blue", "green"}
_BY_CLASS = f'delete it, and write class="main": classes are {", ".join(sorted(_CLASSES))}'

Words = tuple[str, str]
"""What is wrong, and a hint."""


def size(root: ET.Element) -> tuple[float, float]:
    """Return width and height of the view box; nothing twice when it has none of whole numbers."""
    box = _VIEW_BOX.fullmatch(root.get("viewBox", ""))
    return (float(box[1]), float(box[2])) if box else (0, 0)


def root_faults(root: ET.Element) -> Iterator[Words]:
    """Yield what is wrong with the outermost element."""
    width, height = size(root)
    if root.tag != "svg" or root.get("xmlns") != _NAMESPACE or not width:
        yield "must be an <svg> with a viewBox of whole numbers, '0 0 width height'", _BEGIN
    elif min(width, height) < LEAST_SIDE or max(width, height) > MOST_SIDE:
        limits = f"each side must have from {LEAST_SIDE} to {MOST_SIDE:,}"
        yield f"is {width:.0f} by {height:.0f} pixels: {limits}", "change the viewBox"
    elif width * height > MOST_AREA:
        message = f"is {width:.0f} by {height:.0f} pixels: more than {MOST_AREA:,} in all"
        yield message, "change the viewBox"
    elif max(width, height) > MOST_TIMES * min(width, height):
        yield f"has one side that is more than {MOST_TIMES} times as long as the other", "make it shorter"
    for name in {*root.keys()} - {"xmlns", "viewBox"}:
        yield f"the attribute '{name}' is not used in a pictogram", "delete it"


def title_faults(title: ET.Element | None) -> Iterator[Words]:
    """Yield what is wrong with the words that stand for a pictogram."""
    words = (title.text or "").strip() if title is not None else ""
    if not words:
        yield "has no <title>", "say what it shows, as its first line"
    elif len(words) > _LONGEST_TITLE:
        yield f"has a <title> of more than {_LONGEST_TITLE} characters", "say it shorter"
    elif hidden := UNSEEN.search(words):
        yield f"hidden character U+{ord(hidden[0]):04X} in the <title>", "take it away"
    if title is not None and (len(title) or title.keys()):
        yield "the <title> may hold words only", "take away what else it has"


def shape_faults(element: ET.Element) -> Iterator[Words]:
    """Yield what is wrong with one of the elements that are drawn; if nothing is, whether anything is drawn."""
    if element.tag not in SHAPES:
        yield f"<{element.tag}> is not a plain shape", f"shapes are {', '.join(sorted(SHAPES))}"
        return
    found = [*_attribute_faults(element, {"class", *SHAPES[element.tag]})]
    yield from found or _nothing(element)


def _attribute_faults(element: ET.Element, known: set[str]) -> Iterator[Words]:
    for name in {*element.keys()} - known:
        wanted = _BY_CLASS if name.startswith(_LOOKS) else f"a <{element.tag}> may have {', '.join(sorted(known))}"
        yield f"the attribute '{name}' is not used in a pictogram", wanted
    for name in {*element.get("class", "").split()} - _CLASSES:
        yield f"there is no class '{name}'", f"classes are {', '.join(sorted(_CLASSES))}"
    for name in {*element.keys()} & known & svg_numbers.ATTRIBUTES:
        yield from ((message, "") for message in svg_numbers.faults(name, element.get(name, "")))


def _nothing(element: ET.Element) -> Iterator[Words]:
    for name in _NEEDED.get(element.tag, ()):
        if not element.get(name, "").strip(" 0."):
            yield f"draws nothing: <{element.tag}> has no '{name}'", f'write {name}="…"'
    if path := element.get("d"):
        yield from svg_paths.faults(path)
