"""The gallery: every diagram and every pictogram by its name, for those who draw another one."""

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from macros.diagram.pictures import Pictogram
from macros.diagram.shapes import pictogram
from macros.html.markup import render

_ICON = 24
_TONES = ("red", "amber", "teal", "blue", "green", "steel")


def picture(found: Pictogram) -> str:
    """Return a pictogram as a picture of its own, as wide as the column."""
    return render("picture.html.j2", drawing=_drawing(found, "red", role="img"))


def pictograms(all_found: Mapping[str, Pictogram], root: str) -> str:
    """Return every pictogram, large and as high as a line, with its name; root leads to the root of the site."""
    tones = {name: _TONES[number % len(_TONES)] for number, name in enumerate(all_found)}
    shown = [
        (name, found.title, _drawing(found, tones[name]), _drawing(found, tones[name], high=_ICON))
        for name, found in all_found.items()
    ]
    return render("pictograms.html.j2", shown=shown, root=root)


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
