"""Stacks of layers as SVG, the base below: a block for each copy of a layer, with a sign of what happens to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from macros.diagram.block import NARROW
from macros.diagram.text import LINE_HEIGHT
from macros.interactive.pen import Pen

ROOM = NARROW - 12
"""The pixels of a line for what stands at its two ends, on a phone."""

NEW, KEPT = "dg-box dg-tone--amber", "dg-group dg-tone--plain"
"""The looks of a block that is new, and of one that is reused."""

_BLOCK = 24
_ROW = 2 * LINE_HEIGHT + _BLOCK + 12
_GAP = 0.012
"""Between blocks, as a share of the width."""


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
    pen = Pen.sheet(len(pile.floors) * _ROW + lines * LINE_HEIGHT + 4, limit, title or pile.said)
    for index, floor in enumerate(pile.floors):
        _floor(pen.group({"data-layer": floor.id}), floor, index * _ROW, pile.kept)
    top = len(pile.floors) * _ROW + 4
    if pile.legend:
        _ends(pen, pile.legend, pile.kept, top, " dg-text--soft")
        top += LINE_HEIGHT
    for index, (key, (name, amount)) in enumerate(pile.sums.items()):
        _ends(pen, name, amount, top + index * LINE_HEIGHT).set("data-sum", key)
    return pen.drawn


def _floor(pen: Pen, floor: Floor, top: float, kept: str) -> None:
    """Draw a layer: its name and its sizes, and its blocks between the two."""
    pen.write(floor.name, 0, top, "dg-text--start dg-text--group")
    pen.write(floor.changed, 1, top, "dg-text--end dg-text--value").set("data-changed", "")
    share, middle = (1 + _GAP) / floor.blocks, top + LINE_HEIGHT + (_BLOCK - LINE_HEIGHT) / 2
    for index in range(floor.blocks):
        look, said = (NEW, floor.said) if index < floor.new else (KEPT, kept)
        pen.block(look, index * share, share - _GAP, top + LINE_HEIGHT, _BLOCK)
        pen.write(said if floor.blocks == 1 else said[0], index * share + (share - _GAP) / 2, middle)
    _ends(pen, *floor.sizes, top + LINE_HEIGHT + _BLOCK, " dg-text--soft")


def _ends(pen: Pen, left: str, right: str, top: float, css_class: str = "") -> ET.Element:
    """Write a line with a text at each end, and return the one on the right."""
    pen.write(left, 0, top, f"dg-text--start{css_class}")
    return pen.write(right, 1, top, f"dg-text--end{css_class or ' dg-text--value'}")
