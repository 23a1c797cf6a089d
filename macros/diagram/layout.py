"""Where each part of a scene stands, once it is measured; arithmetic only, in pixels."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.diagram.measure import GAP, Block, PictureSize, line_gap, line_height, line_width, measure
from macros.diagram.scene import Arrow, Box, Group, Node
from macros.diagram.text import LINE_HEIGHT


@dataclass(frozen=True)
class Placed:
    """A node with its place; an arrow knows whether it points down or to the right."""

    node: Node
    x: float
    y: float
    width: float
    height: float
    text: tuple[str, ...] = ()
    down: bool = False


def layout(scene: Node, limit: float, picture_size: PictureSize) -> tuple[Placed, ...]:
    """Return the outlines and leaves of a scene in drawing order, from 0, 0 to the right and down."""
    block = measure(scene, limit, picture_size)
    return tuple(_place(block, 0, 0, max(block.width, limit)))


def _place(block: Block, x: float, y: float, room: float) -> Iterator[Placed]:
    """Place a block on a width of room: each line fills the room, and what is in a line stands on one ground."""
    if not block.lines or isinstance(block.node, Group):
        yield Placed(block.node, x, y, room, block.height, block.text)
    if isinstance(block.node, Group):
        x, y, room = x + GAP, y + GAP + 4 + len(block.text) * LINE_HEIGHT, room - 2 * GAP
    for line in block.lines:
        wide = max(_share(len(line), len(block.lines[0]), room), line_width(line))
        yield from _place_line(line, x + (room - wide) / 2, y, wide)
        y += line_height(line) + line_gap(block.node)


def _share(count: int, most: int, room: float) -> float:
    """Return the width of a line of a broken row: what stands in a shorter last line is no wider than the rest."""
    return (room + GAP) * count / most - GAP


def _place_line(line: tuple[Block, ...], x: float, y: float, room: float) -> Iterator[Placed]:
    growing = [block for block in line if not isinstance(block.node, Arrow)]
    spare = (room - line_width(line)) / len(growing or line)
    high = line_height(line)
    for block in line:
        wide = block.width if isinstance(block.node, Arrow) and growing else block.width + spare
        match block.node:
            case Box():
                yield Placed(block.node, x, y, wide, high, block.text)
            case Arrow():
                yield Placed(block.node, x, y + (high - block.height) / 2, wide, block.height, block.text, not growing)
            case _:
                yield from _place(block, x, y + high - block.height, wide)
        x += wide + GAP
