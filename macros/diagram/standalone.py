"""A drawing as a file of its own: SVG with its colours inside, for light and dark."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from macros.diagram.diagram import Diagram
from macros.diagram.foot import Credit, foot
from macros.diagram.looks import BY_NIGHT, GROUND
from macros.diagram.paint import drawing
from macros.diagram.pictures import Pictogram
from macros.html.words import gettext

if TYPE_CHECKING:
    from macros.diagram.style import Style, Stylesheet

_PICTURES = ("diagram", "operate", "views", "capacity")
STYLESHEETS = ("assets/course.css", *(f"assets/{name}.css" for name in _PICTURES))
"""What gives the drawings their look, below ``docs``: colours, and what they are used for."""

_MARGIN = 16


@dataclass(frozen=True)
class Drawing:
    """A drawing before it is drawn: all that it is made from, what draws it, and what is said below it."""

    title: str
    made_from: str
    draw: Callable[[float], str]
    """Draws it for a width of so many pixels."""
    said: tuple[str, ...] = ()
    follows: bool = True
    """Whether its SVG is light or dark as the reader's system is. The policy of a server names each stylesheet."""
    shorter: Callable[[], "Drawing"] | None = None
    """Gives the same without its last part, where it has several that say something by themselves."""


Sources = Callable[[Diagram], tuple[str, ...]]
"""Gives what is said of the sources of a diagram."""


def drawings(
    diagrams: Mapping[str, Diagram], pictograms: Mapping[str, Pictogram], sources: Sources = lambda _: ()
) -> Iterator[tuple[str, Drawing]]:
    """Yield each diagram, and each step of one that has steps, by its path in the site without an ending."""
    for name, diagram in diagrams.items():
        made_from = f"{diagram!r} {[pictograms[used].source for _, used in diagram.pictures()]}"
        said, count = sources(diagram), len(diagram.steps)
        draw = partial(drawing, diagram, pictograms=pictograms)
        yield f"diagrams/{name}", Drawing(diagram.title, made_from, draw, said)
        for step in range(count):
            place = gettext("Step %(step)d of %(count)d", step=step + 1, count=count)
            told = f"{place}: {diagram.steps[step].step}"
            of_step = Drawing(diagram.title, f"{made_from} {step}", partial(draw, step=step), (told, *said))
            yield f"diagrams/{name}-step-{step + 1}", of_step


@lru_cache(maxsize=1)
def stylesheet(css: str) -> "Stylesheet":
    """Return a stylesheet, read once for all drawings."""
    from macros.diagram.style import Stylesheet  # noqa: PLC0415 - most builds find every drawing as it was kept

    return Stylesheet.read(css)


def svg(drawn: str, sheet: "Stylesheet", credit: Credit, said: tuple[str, ...] = ()) -> str:
    """Return a drawing with every colour in it, which follows the reader's choice of light or dark."""
    return coloured(_framed(drawn, credit, said), sheet)


def coloured(root: ET.Element, sheet: "Stylesheet") -> str:
    """Return a drawing as text, with the colours of both schemes in the place of its classes."""
    light, dark = (list(sheet.styles(root, scheme)) for scheme in ("light", "dark"))
    names: dict[tuple[str, str], str] = {}
    for (element, day_style), (_, night_style) in zip(light, dark, strict=True):
        for attribute in {"class", "data-states", "data-moves"} & {*element.keys()}:
            del element.attrib[attribute]
        if day_style:
            changed = {name: value for name, value in night_style.items() if value != day_style[name]}
            element.set("class", names.setdefault((_css(day_style), _css(changed)), f"s{len(names)}"))
    rules = [f".{name}{{{day}}}" for (day, _), name in names.items()]
    nights = [f".{name}{{{changed}}}" for (_, changed), name in names.items() if changed]
    style = ET.Element("style")
    style.text = "".join([*rules, BY_NIGHT, *nights, "}"])
    root.insert(0, style)
    return ET.tostring(root, encoding="unicode")


def _framed(drawn: str, credit: Credit, said: tuple[str, ...]) -> ET.Element:
    """Return a drawing with a margin and a ground, and with what is said below it."""
    root = ET.fromstring(drawn)  # noqa: S314 - our own drawing
    left, top, wide, high = map(float, root.get("viewBox", "").split())
    title, names = root.findtext("title") or "", len(root.findall("title")) + len(root.findall("desc"))
    high += foot(root, (left, top + high, wide), title, (*said, *credit.lines))
    edges = (left - _MARGIN, top - _MARGIN, wide + 2 * _MARGIN, high + 2 * _MARGIN)
    place = dict(zip(("x", "y", "width", "height"), (f"{edge:g}" for edge in edges), strict=True))
    root.attrib |= {"xmlns": "http://www.w3.org/2000/svg", "viewBox": " ".join(place.values())}
    root.attrib |= {name: place[name] for name in ("width", "height")}
    metadata = ET.Element("metadata")
    metadata.text = credit.metadata
    root.insert(names, metadata)
    root.insert(names + 1, ET.Element("rect", {"id": GROUND, "class": "dg-ground", **place}))
    return root


def _css(style: "Style") -> str:
    return ";".join(f"{name}:{value}" for name, value in style.items())
