"""What stands small below a picture that is taken along: its title, where it is from, and its licence."""

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from macros.diagram.letters import drawable
from macros.diagram.text import FONT_SIZE, wrap

_SIZE = 12
_LINE = 16
_ABOVE = 12
"""Room between the picture and what stands below it."""


@dataclass(frozen=True)
class Credit:
    """Whom a picture names: the course with its address, who made it, and under which licence."""

    course: str = ""
    address: str = ""
    authors: str = ""
    licence: str = ""
    licence_address: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """Return it as lines that readers see."""
        parts = ((self.course, self.address), (self.authors, self.licence))
        return tuple(line for some in parts if (line := " · ".join(filter(None, some))))

    @property
    def metadata(self) -> str:
        """Return it as programs find it in the file."""
        return ", ".join(part for part in (self.authors, self.licence_address) if part)


def foot(svg: ET.Element, place: tuple[float, float, float], title: str, lines: tuple[str, ...]) -> float:
    """Write title and lines below a picture, at left, top and within a width; return how high they are.

    A line with letters that the font of the picture files lacks is left out.
    """
    left, top, wide = place
    said = [("dg-foot dg-foot--title", title), *(("dg-foot", line) for line in lines)]
    written = [(css_class, line) for css_class, text in said if drawable(text) for line in _wrapped(text, wide)]
    for number, (css_class, text) in enumerate(written):
        at = {"x": f"{left:g}", "y": f"{top + _ABOVE + (number + 0.75) * _LINE:g}"}
        ET.SubElement(svg, "text", {"class": css_class, **at}).text = text
    return _ABOVE + len(written) * _LINE


def _wrapped(text: str, wide: float) -> tuple[str, ...]:
    return wrap(text, wide * FONT_SIZE / _SIZE)
