"""Where each part of a scene stands, once it is measured; arithmetic only, in pixels."""

from collections.abc import Iterator

from macros.diagram.block import (
    ARROW,
    BRACE,
    GAP,
    Block,
    Placed,
    Stock,
    line_gap,
    line_height,
    line_width,
    widest,
)  # fmt: skip
from macros.diagram.measure import measure
from macros.diagram.route import routed
from macros.diagram.scene import Arrow, Box, Bracket, Column, Group, Node, Scale, Stack
from macros.diagram.text import LINE_HEIGHT

_TIP = 2
"""How far an arrow's ends keep from what it joins."""


def layout(scene: Node, limit: float, stock: Stock) -> tuple[Placed, ...]:
    """Return the outlines and leaves of a scene in drawing order, from 0, 0 to the right and down."""
    block = measure(scene, limit, stock)
    return routed(tuple(_place(block, 0, 0, max(block.width, limit), frozenset())))


def _place(
    block: Block, x: float, y: float, room: float, names: frozenset[str], *, high: float = 0
) -> Iterator[Placed]:
    """Place a block on a width of room; a group can be made higher, with what it holds on its ground."""
    node = block.node
    names |= {node.name} if node.name else frozenset()
    match node:
        case Bracket():
            yield from _place_bracket(block, x, y, room, names)
        case Group():
            yield Placed(node, x, y, room, max(high, block.height), block.text, names)
            top = y + max(high - block.height, 0) + GAP + 4 + len(block.text) * LINE_HEIGHT
            yield from _place(block.lines[0][0], x + GAP, top, room - 2 * GAP, names)
        case _ if block.lines:
            yield from _place_lines(block, x, y, room, names)
        case _:
            wide = room if isinstance(node, Box) else block.width
            left = x if isinstance(node, Box | Scale) else x + (room - wide) / 2
            yield Placed(node, left, y, wide, block.height, block.text, names, block.copies)


def _place_bracket(block: Block, x: float, y: float, room: float, names: frozenset[str]) -> Iterator[Placed]:
    inner = block.lines[0][0]
    if isinstance(inner.node, Column):
        beside = BRACE + GAP / 2 + widest(block.text)
        top = y + (block.height - inner.height) / 2
        yield from _place(inner, x, top, room - beside - GAP / 2, names)
        yield Placed(block.node, x + room - beside, y, beside, block.height, block.text, names)
    else:
        yield from _place(inner, x, y, room, names)
        top, high = y + inner.height + GAP / 2, BRACE + len(block.text) * LINE_HEIGHT
        yield Placed(block.node, x, top, room, high, block.text, names, down=True)


def _place_lines(block: Block, x: float, y: float, room: float, names: frozenset[str]) -> Iterator[Placed]:
    """Place lines: those of a stack in the middle, all others fill the room; what is in one stands on one ground."""
    for line in block.lines:
        share = 0 if isinstance(block.node, Stack) else _share(len(line), len(block.lines[0]), room)
        wide = max(share, line_width(line))
        yield from _place_line(line, x + (room - wide) / 2, y, wide, names)
        y += line_height(line) + line_gap(block.node)


def _share(count: int, most: int, room: float) -> float:
    """Return the width of a line of a broken row: what stands in a shorter last line is no wider than the rest."""
    return (room + GAP) * count / most - GAP


def _place_line(line: tuple[Block, ...], x: float, y: float, room: float, names: frozenset[str]) -> Iterator[Placed]:
    growing = [block for block in line if not isinstance(block.node, Arrow)]
    spare = (room - line_width(line)) / len(growing or line)
    high = line_height(line)
    for block in line:
        own = names | {block.node.name} if block.node.name else names
        wide = block.width if isinstance(block.node, Arrow) and growing else block.width + spare
        match block.node:
            case Box():
                yield Placed(block.node, x, y, wide, high, block.text, own)
            case Arrow():
                middle = y + (high - block.height) / 2
                lines = () if block.node.to else (_between(block, x, middle, wide, down=not growing),)
                yield Placed(block.node, x, middle, wide, block.height, block.text, own, lines=lines)
            case Group() if all(isinstance(peer.node, Group) for peer in growing):
                yield from _place(block, x, y, wide, names, high=high)
            case _:
                yield from _place(block, x, y + high - block.height, wide, names)
        x += wide + GAP


def _between(block: Block, x: float, y: float, wide: float, *, down: bool) -> tuple[tuple[float, float], ...]:
    """Return the stroke of an arrow that joins what stands beside it: below its words, to the right or down."""
    top = y + len(block.text) * LINE_HEIGHT
    if down:
        return (x + wide / 2, top + _TIP), (x + wide / 2, top + ARROW - _TIP)
    return (x + _TIP, top + ARROW / 2), (x + wide - _TIP, top + ARROW / 2)
