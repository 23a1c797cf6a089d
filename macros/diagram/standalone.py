"""A diagram as files of its own: SVG with its colours inside, for light and dark, and PNG for slides."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from macros.diagram.block import WIDE
from macros.diagram.diagram import Diagram
from macros.diagram.paint import drawing
from macros.diagram.pictures import Pictogram

if TYPE_CHECKING:
    from macros.diagram.style import Style, Stylesheet

STYLESHEETS = ("assets/course.css", "assets/diagram.css")
"""What gives the drawings their look, below ``docs``: colours, and what they are used for."""

_MARGIN = 16
_PIXELS = 2
"""Pixels of a PNG for each unit of the drawing."""


@dataclass(frozen=True)
class Drawing:
    """A drawing before it is drawn: all that it is made from, and what draws it."""

    made_from: str
    draw: Callable[[], str]


def drawings(diagrams: Mapping[str, Diagram], pictograms: Mapping[str, Pictogram]) -> Iterator[tuple[str, Drawing]]:
    """Yield each diagram, and each step of one that has steps, by its path in the site without an ending."""
    for name, diagram in diagrams.items():
        made_from = f"{diagram!r} {[pictograms[used].source for _, used in diagram.pictures()]}"
        yield f"diagrams/{name}", Drawing(made_from, partial(drawing, diagram, WIDE, pictograms))
        for step in range(len(diagram.steps)):
            draw = partial(drawing, diagram, WIDE, pictograms, step)
            yield f"diagrams/{name}-step-{step + 1}", Drawing(f"{made_from} {step}", draw)


def svg_and_png(drawing: Drawing, css: str, credit: str) -> tuple[str, bytes]:
    """Return a drawing as two files: SVG and PNG."""
    text = svg(drawing.draw(), stylesheet(css), credit)
    return text, png(text)


@lru_cache(maxsize=1)
def stylesheet(css: str) -> "Stylesheet":
    """Return a stylesheet, read once for all drawings."""
    from macros.diagram.style import Stylesheet  # noqa: PLC0415 - most builds find every drawing as it was kept

    return Stylesheet.read(css)


def svg(drawn: str, sheet: "Stylesheet", credit: str) -> str:
    """Return a drawing with every colour in it, which follows the reader's choice of light or dark."""
    root = _on_ground(drawn, credit)
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
    style.text = "".join([*rules, "@media (prefers-color-scheme:dark){", *nights, "}"])
    root.insert(0, style)
    return ET.tostring(root, encoding="unicode")


def png(drawn: str) -> bytes:
    """Return an SVG in its light colours as a picture with twice as many pixels as it has units."""
    import font_source_sans_pro  # noqa: PLC0415 - the same
    import resvg_py  # noqa: PLC0415

    return resvg_py.svg_to_bytes(
        svg_string=drawn,
        zoom=_PIXELS,
        skip_system_fonts=True,
        font_files=[font_source_sans_pro.SourceSansPro, font_source_sans_pro.SourceSansProBold],
        sans_serif_family="Source Sans Pro",
    )


def _on_ground(drawn: str, credit: str) -> ET.Element:
    """Return a drawing with a margin and a ground, which names its author and its licence: the credit."""
    root = ET.fromstring(drawn)  # noqa: S314 - our own drawing
    left, top, wide, high = map(float, root.get("viewBox", "").split())
    edges = (left - _MARGIN, top - _MARGIN, wide + 2 * _MARGIN, high + 2 * _MARGIN)
    place = dict(zip(("x", "y", "width", "height"), (f"{edge:g}" for edge in edges), strict=True))
    root.attrib |= {"xmlns": "http://www.w3.org/2000/svg", "viewBox": " ".join(place.values())}
    root.attrib |= {name: place[name] for name in ("width", "height")}
    metadata = ET.Element("metadata")
    metadata.text = credit
    root.insert(2, metadata)
    root.insert(3, ET.Element("rect", {"class": "dg-ground", **place}))
    return root


def _css(style: "Style") -> str:
    return ";".join(f"{name}:{value}" for name, value in style.items())
