"""A part of a scene, measured and placed, and the distances between parts, in pixels."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import fsum

from macros.diagram.scene import Node, Picture, Row, Stack
from macros.diagram.text import width

WIDE = 720
NARROW = 336
"""The widths that scenes are laid out for: the text column of a desktop, and of a phone."""

GAP = 12
BREAK = 24  # between the lines of a broken row: what belongs together stays together
PADDING = 8
ARROW = 28
BRACE = 16
COPY_GAP = 4
SIZES = {"small": 0.75, "medium": 1.0, "large": 1.5}
"""What the sizes of pictures mean, as parts of a pictogram's own size."""

EMPTY = 48
"""Side of a gap of medium size."""


@dataclass(frozen=True)
class Block:
    """A measured node: its least size, its words in lines, and the blocks in it, line by line.

    copies is how many copies of a scale stand beside each other.
    """

    node: Node
    width: float
    height: float
    text: tuple[str, ...] = ()
    lines: tuple[tuple["Block", ...], ...] = ()
    copies: int = 1


Point = tuple[float, float]


@dataclass(frozen=True)
class Placed:
    """A node with its place, and the names that it goes by: its own, and those of the parts that hold it.

    lines are the strokes of an arrow, the last of which ends in its head;
    down tells that the brace of a bracket lies below what it spans.
    """

    node: Node
    x: float
    y: float
    width: float
    height: float
    text: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    copies: int = 1
    lines: tuple[tuple[Point, ...], ...] = ()
    down: bool = False

    @property
    def right(self) -> float:
        """Return where its right side is."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Return where its lower side is."""
        return self.y + self.height


@dataclass(frozen=True)
class Stock:
    """What scenes are measured with: the sizes of the pictograms, and the pictures of this scene that have names."""

    sizes: Mapping[str, tuple[float, float]]
    pictures: Mapping[str, Picture]
    measured: dict[tuple[int, float], Block] = field(default_factory=dict)
    """What is known by now, by node and limit: a row asks its parts for several limits."""


def widest(text: tuple[str, ...]) -> float:
    """Return the width of the longest line."""
    return max(map(width, text), default=0)


def line_gap(node: Node) -> float:
    """Return the space between the lines of a node."""
    return BREAK if isinstance(node, Row) else 0 if isinstance(node, Stack) else GAP


def line_width(line: tuple[Block, ...]) -> float:
    """Return the least width of a line, with the gaps in it."""
    return fsum(block.width for block in line) + GAP * (len(line) - 1)


def line_height(line: tuple[Block, ...]) -> float:
    """Return the height of the tallest block of a line."""
    return max(block.height for block in line)
