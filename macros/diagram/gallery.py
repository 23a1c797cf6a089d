"""The gallery: every diagram and every pictogram by its name, for those who draw another one."""

from collections.abc import Iterator, Mapping
from functools import partial
from xml.etree import ElementTree as ET

from macros.content.card import Licence
from macros.diagram.pictures import Pictogram
from macros.diagram.shapes import pictogram
from macros.diagram.standalone import Drawing
from macros.html.markup import render

_ICON = 24
_WIDE = 320
"""Of a pictogram as a file of its own."""

_TONES = ("red", "amber", "teal", "blue", "green", "steel")


def picture(found: Pictogram) -> str:
    """Return a pictogram as a picture of its own, as wide as the column."""
    return render("picture.html.j2", drawing=_drawing(found, "red", role="img"))


def pictograms(all_found: Mapping[str, Pictogram], root: str, licence: Licence | None) -> str:
    """Return every pictogram with its files; root leads to the root of the site."""
    shown = [(found.title, _drawing(found, tone), root + path(name)) for name, found, tone in _toned(all_found)]
    return render("pictograms.html.j2", shown=shown, licence=licence)


def specimen(all_found: Mapping[str, Pictogram]) -> str:
    """Return every pictogram, large and as high as a line, by the name that scenes give it."""
    shown = [
        (name, found.title, _drawing(found, tone), _drawing(found, tone, high=_ICON))
        for name, found, tone in _toned(all_found)
    ]
    return render("specimen.html.j2", shown=shown)


def drawings(all_found: Mapping[str, Pictogram]) -> Iterator[tuple[str, Drawing]]:
    """Yield each pictogram as a drawing that stands alone, by its path in the site without an ending."""
    for name, found, tone in _toned(all_found):
        made_from = f"{tone} {found.title} {found.source}"
        yield path(name), Drawing(found.title, made_from, partial(_alone, found, tone), follows=False)


def path(name: str) -> str:
    """Return where a pictogram is published as a drawing, without an ending."""
    return f"pictograms/{name}"


def _toned(all_found: Mapping[str, Pictogram]) -> Iterator[tuple[str, Pictogram, str]]:
    """Yield each pictogram by its name, with the colour in which it is shown by itself."""
    for number, (name, found) in enumerate(all_found.items()):
        yield name, found, _TONES[number % len(_TONES)]


def _alone(found: Pictogram, tone: str, _: float) -> str:
    """Return a pictogram as wide as what is said below it needs, and no wider."""
    high = found.height * _WIDE / found.width
    root = ET.Element("svg", {"class": "dg", "role": "img", "viewBox": f"0 0 {_WIDE} {high:g}"})
    ET.SubElement(root, "title").text = found.title
    pictogram(root, found, tone, (0, 0, _WIDE, high))
    return ET.tostring(root, encoding="unicode")


def gallery(figures: Mapping[str, tuple[str, str]], root: str) -> str:
    """Return the figures of all diagrams, given as title and HTML by their names, each with its file."""
    return render("gallery.html.j2", figures=figures, root=root)


def scene(text: str) -> str:
    """Return the file of a diagram as code, on one line: line ends stand as references, so that nothing tears it."""
    return render("scene.html.j2", lines=text.splitlines())


def _drawing(found: Pictogram, tone: str, *, role: str = "", high: float = 0) -> str:
    """Return a pictogram as SVG: named by its title if it has a role, else for the eye only."""
    edge = 1
    wide, tall = found.width + 2 * edge, found.height + 2 * edge
    svg = ET.Element("svg", {"class": "dg", "viewBox": f"-{edge} -{edge} {wide:g} {tall:g}"})
    if role:
        svg.set("role", role)
        svg.set("preserveAspectRatio", "xMidYMid slice")
        ET.SubElement(svg, "title").text = found.title
    else:
        svg.set("aria-hidden", "true")
    if high:
        svg.attrib |= {"height": f"{high:g}", "width": f"{wide * high / tall:.4g}"}
    pictogram(svg, found, tone, (0, 0, found.width, found.height))
    return ET.tostring(svg, encoding="unicode")
