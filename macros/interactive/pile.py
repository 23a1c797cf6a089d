"""Stacks of layers as SVG, the base below: a block for each copy of a layer, with a sign of what happens to it.

On a page it is as wide as its column: places are percentages, and no text is made smaller.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from macros.diagram.block import NARROW
from macros.diagram.text import LINE_HEIGHT

ROOM = NARROW - 12
"""The pixels of a line for what stands at its two ends, on a phone."""

NEW, KEPT = "dg-box dg-tone--amber", "dg-group dg-tone--plain"
"""The looks of a block that is new, and of one that is reused."""

_BLOCK = 24
_ROW = 2 * LINE_HEIGHT + _BLOCK + 12
_GAP = 1.2
"""Between blocks, in hundredths of the width."""


@dataclass(frozen=True)
class Floor:
    """A layer as it is drawn: what stands around it, its blocks, how many are new, what is said of these."""

    id: str
    name: str
    changed: str
    sizes: tuple[str, str]
    blocks: int
    new: int
    said: str


@dataclass(frozen=True)
class Pile:
    """All layers from the top, what is said of a reused block, the sums by their keys, and all of it in words."""

    floors: tuple[Floor, ...]
    kept: str
    sums: Mapping[str, tuple[str, str]]
    said: str
    legend: str = ""
    """What the sign of a new block means, where one has no room for words."""


def drawn(pile: Pile, limit: float = 0, title: str = "") -> str:
    """Return the stacks as SVG: of so many pixels, or as wide as where they stand."""
    lines = len(pile.sums) + bool(pile.legend)
    high = len(pile.floors) * _ROW + lines * LINE_HEIGHT + 4
    svg = ET.Element("svg", {"class": "dg", "height": f"{high}", "role": "img"})
    if limit:
        svg.set("viewBox", f"0 0 {limit:g} {high}")
    else:
        svg.attrib |= {"width": "100%"}
    ET.SubElement(svg, "title").text = title or pile.said
    for index, floor in enumerate(pile.floors):
        _Pen(ET.SubElement(svg, "g", {"data-layer": floor.id}), limit).floor(floor, index * _ROW, pile.kept)
    top, pen = len(pile.floors) * _ROW + 4, _Pen(svg, limit)
    if pile.legend:
        pen.ends(pile.legend, pile.kept, top, " dg-text--soft")
        top += LINE_HEIGHT
    for index, (key, (name, amount)) in enumerate(pile.sums.items()):
        pen.ends(name, amount, top + index * LINE_HEIGHT, value=key)
    return ET.tostring(svg, encoding="unicode")


@dataclass(frozen=True)
class _Pen:
    """Draws into an element, in which a hundredth of the width is so many pixels, or a percentage."""

    svg: ET.Element
    limit: float

    def floor(self, floor: Floor, top: float, kept: str) -> None:
        """Draw a layer: its name and its sizes, and its blocks between the two."""
        self._write(floor.name, 0, top, "dg-text--start dg-text--group")
        self._write(floor.changed, 100, top, "dg-text--end dg-text--value").set("data-changed", "")
        share = (100 + _GAP) / floor.blocks
        for index in range(floor.blocks):
            is_new = index < floor.new
            said = floor.said if is_new else kept
            self._block(NEW if is_new else KEPT, index * share, share - _GAP, top + LINE_HEIGHT)
            text = said if floor.blocks == 1 else said[0]
            self._write(text, index * share + (share - _GAP) / 2, top + LINE_HEIGHT + (_BLOCK - LINE_HEIGHT) / 2)
        self.ends(*floor.sizes, top + LINE_HEIGHT + _BLOCK, " dg-text--soft")

    def ends(self, left: str, right: str, top: float, css_class: str = "", value: str = "") -> None:
        """Write a line with a text at each end; value is the key of a sum."""
        self._write(left, 0, top, f"dg-text--start{css_class}")
        written = self._write(right, 100, top, f"dg-text--end{css_class or ' dg-text--value'}")
        if value:
            written.set("data-sum", value)

    def _block(self, css_class: str, left: float, wide: float, top: float) -> None:
        place = {"x": self._at(left), "y": f"{top:g}", "width": self._at(wide), "height": f"{_BLOCK}", "rx": "2"}
        ET.SubElement(self.svg, "rect", {"class": css_class, **place})

    def _write(self, text: str, share: float, top: float, css_class: str = "") -> ET.Element:
        """Write one line of text. The only way for words into a stack."""
        place = {"x": self._at(share), "y": f"{top + LINE_HEIGHT * 0.75:g}"}
        written = ET.SubElement(self.svg, "text", {"class": f"dg-text {css_class}".strip(), **place})
        written.text = text
        return written

    def _at(self, share: float) -> str:
        return f"{share * self.limit / 100:.2f}" if self.limit else f"{round(share, 2):g}%"
