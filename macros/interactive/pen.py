"""A pen for drawings that are as wide as where they stand: places along the width are shares, and no text gets smaller.

As a file, a drawing has a width in pixels.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from macros.diagram.text import LINE_HEIGHT


@dataclass(frozen=True)
class Pen:
    """Draws into an element, in which a share of the width is so many pixels, or a percentage without a limit."""

    svg: ET.Element
    limit: float

    @classmethod
    def sheet(cls, high: float, limit: float, title: str) -> "Pen":
        """Begin a drawing that is so many pixels high, called by its title where it is not seen."""
        svg = ET.Element("svg", {"class": "dg", "height": f"{high:g}", "role": "img"})
        svg.attrib |= {"viewBox": f"0 0 {limit:g} {high:g}"} if limit else {"width": "100%"}
        ET.SubElement(svg, "title").text = title
        return cls(svg, limit)

    @property
    def drawn(self) -> str:
        """Return what is drawn, as SVG."""
        return ET.tostring(self.svg, encoding="unicode")

    def group(self, data: Mapping[str, str]) -> "Pen":
        """Return a pen for a group with these attributes."""
        return Pen(ET.SubElement(self.svg, "g", dict(data)), self.limit)

    def at(self, share: float) -> str:
        """Return the place at a share of the width."""
        return f"{share * self.limit:.2f}" if self.limit else f"{round(100 * share, 2):g}%"

    def write(self, text: str, share: float, top: float, css_class: str = "") -> ET.Element:
        """Write one line of text below a height; the only way for words into a drawing."""
        place = {"x": self.at(share), "y": f"{top + LINE_HEIGHT * 0.75:g}"}
        written = ET.SubElement(self.svg, "text", {"class": f"dg-text {css_class}".strip(), **place})
        written.text = text
        return written

    def block(self, css_class: str, left: float, wide: float, top: float, high: float) -> None:
        """Draw a rectangle; left and wide are shares of the width."""
        place = {"x": self.at(left), "y": f"{top:g}", "width": self.at(wide), "height": f"{high:g}", "rx": "2"}
        ET.SubElement(self.svg, "rect", {"class": css_class, **place})

    def line(self, css_class: str, share: float, top: float, bottom: float) -> None:
        """Draw an upright line."""
        x = self.at(share)
        ET.SubElement(self.svg, "line", {"class": css_class, "x1": x, "x2": x, "y1": f"{top:g}", "y2": f"{bottom:g}"})
