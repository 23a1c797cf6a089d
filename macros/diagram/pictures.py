"""Pictograms: SVG files with shapes and class names, and no colour of their own."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.etree import ElementTree as ET

from macros.diagram.svg_rules import SHAPES, root_faults, shape_faults, size, title_faults
from macros.diagram.svg_text import MOST_ELEMENTS, read_svg
from macros.reading.datafile import read_text
from macros.reading.kinds import PICTOGRAM
from macros.reading.problem import ContentError, Problem, did_you_mean, hidden_characters


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

    @property
    def elements(self) -> int:
        """Return how many elements are drawn for it."""
        return sum(1 for shape in self.shapes for _ in shape.iter())

    @property
    def weight(self) -> int:
        """Return how much is drawn for it: its elements, and one more for each 100 letters of a path."""
        paths = (element.get("d", "") + element.get("points", "") for shape in self.shapes for element in shape.iter())
        return sum(1 + len(path) // 100 for path in paths)


def read_pictogram(file: Path, path: str) -> Pictogram:
    """Return the pictogram of an SVG file; raises ContentError for what is not a plain shape."""
    text = read_text(file, path, PICTOGRAM.most)
    elements, others = read_svg(text, path)
    (root, start), *inner = elements
    title = root.find("title")
    around = [*root_faults(root), *title_faults(title)]
    problems = {*others, *hidden_characters(text, path), *(Problem(path, *start, "", *fault) for fault in around)}
    problems |= {
        Problem(path, *place, "", *fault)
        for element, place in inner
        for fault in (shape_faults(element) if element is not title else ())
    }
    shapes = tuple(element for element in root if element is not title)
    if not shapes and not problems:
        problems = {Problem(path, *start, "", "draws nothing: it has a title only", f"shapes are {', '.join(SHAPES)}")}
    if problems:
        raise ContentError(problems)
    return Pictogram(file.stem, (root.findtext("title") or "").strip(), *size(root), shapes, text)


def composed(pictogram: Pictogram, others: Mapping[str, Pictogram], path: str) -> Pictogram:
    """Return a pictogram with the others that it uses drawn in it; raises ContentError for those that it cannot use."""
    whole = [deepcopy(shape) for shape in pictogram.shapes]
    uses = [element for shape in whole for element in shape.iter("use")]
    names = [element.get("href", "") for element in uses]
    drawn = pictogram.elements + sum(others[name].elements for name in names if name in others)
    if drawn > MOST_ELEMENTS:
        message = f"has {drawn:,} elements with those of the pictures that it uses, more than {MOST_ELEMENTS}"
        raise ContentError([Problem(path, 1, 1, "", message, "use fewer of them")])
    problems = set()
    for element, name in zip(uses, names, strict=True):
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
