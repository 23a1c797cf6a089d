"""Where each part of a scene stands: measured first, then placed; arithmetic only, in pixels."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil

from macros.diagram.scene import Arrow, Box, Column, Group, Node, Note, Picture, Row
from macros.diagram.text import LINE_HEIGHT, width, wrap

WIDE = 720
NARROW = 336
"""The widths that scenes are laid out for: the text column of a desktop, and of a phone."""

GAP = 12
BREAK = 24  # between the lines of a broken row: what belongs together stays together
PADDING = 8
ARROW = 28
_SCALES = {"small": 0.75, "medium": 1.0, "large": 1.5}

PictureSize = Callable[[str], tuple[float, float]]
"""Width and height of a pictogram, by its name."""


@dataclass(frozen=True)
class Block:
    """A measured node: its least size, its words in lines, and the blocks in it, line by line."""

    node: Node
    width: float
    height: float
    text: tuple[str, ...] = ()
    lines: tuple[tuple["Block", ...], ...] = ()


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


def measure(node: Node, limit: float, picture_size: PictureSize) -> Block:  # noqa: PLR0911 - one for each kind
    """Return the least size of a node within a width of limit; one long word may exceed it."""
    match node:
        case Box():
            return _text_block(node, wrap(node.box, limit - 2 * PADDING), padding=PADDING)
        case Note():
            return _text_block(node, wrap(node.note, limit - 4), padding=2)
        case Arrow():
            text = wrap(node.arrow, limit)
            return Block(node, max(ARROW, _widest(text)), ARROW + len(text) * LINE_HEIGHT, text)
        case Picture():
            wide, high = (side * _SCALES[node.size] for side in picture_size(node.picture))
            text = wrap(node.label or "", max(limit, wide))
            return Block(node, max(wide, _widest(text)), high + len(text) * LINE_HEIGHT, text)
        case Column():
            return _stack(node, [(measure(child, limit, picture_size),) for child in node.column])
        case Row():
            return _stack(node, _broken(node, limit, picture_size))
        case Group():
            inner = measure(node.of, limit - 2 * GAP, picture_size)
            text = wrap(node.group, max(inner.width, limit - 2 * GAP))
            wide = max(inner.width, _widest(text)) + 2 * GAP
            return Block(node, wide, inner.height + len(text) * LINE_HEIGHT + 2 * GAP + 4, text, ((inner,),))


def _text_block(node: Node, text: tuple[str, ...], padding: float) -> Block:
    return Block(node, _widest(text) + 2 * padding, len(text) * LINE_HEIGHT + 2 * padding, text)


def _widest(text: tuple[str, ...]) -> float:
    return max(map(width, text), default=0)


def _stack(node: Node, lines: list[tuple[Block, ...]]) -> Block:
    high = sum(_line_height(line) for line in lines) + _line_gap(node) * (len(lines) - 1)
    return Block(node, max(map(_line_width, lines)), high, lines=tuple(lines))


def _line_gap(node: Node) -> float:
    return BREAK if isinstance(node, Row) else GAP


def _line_width(line: tuple[Block, ...]) -> float:
    return sum(block.width for block in line) + GAP * (len(line) - 1)


def _line_height(line: tuple[Block, ...]) -> float:
    return max(block.height for block in line)


def _broken(row: Row, limit: float, picture_size: PictureSize) -> list[tuple[Block, ...]]:
    """Break a row into the fewest lines of about equal length that fit; arrows stay between their neighbours."""
    count = len(row.row)
    arrows = any(isinstance(child, Arrow) for child in row.row)
    roomy = [measure(child, limit, picture_size) for child in row.row]
    for lines in (1, count) if arrows else range(1, count + 1):
        length = ceil(count / lines)
        tight = [measure(child, (limit - GAP * (length - 1)) / length, picture_size) for child in row.row]
        for blocks in (roomy, tight):
            broken = [tuple(blocks[start : start + length]) for start in range(0, count, length)]
            if all(_line_width(line) <= limit for line in broken) and all(map(_same_shape, blocks, roomy)):
                return broken
    return [(block,) for block in roomy]


def _same_shape(block: Block, other: Block) -> bool:
    """Tell whether two measures of a node break their rows alike: the outer row gives way before the inner."""
    return [len(line) for line in block.lines] == [len(line) for line in other.lines] and all(
        _same_shape(*pair) for lines in zip(block.lines, other.lines, strict=True) for pair in zip(*lines, strict=True)
    )


def _place(block: Block, x: float, y: float, room: float) -> Iterator[Placed]:
    """Place a block on a width of room: each line fills the room, and what is in a line stands on one ground."""
    if not block.lines or isinstance(block.node, Group):
        yield Placed(block.node, x, y, room, block.height, block.text)
    if isinstance(block.node, Group):
        x, y, room = x + GAP, y + GAP + 4 + len(block.text) * LINE_HEIGHT, room - 2 * GAP
    for line in block.lines:
        yield from _place_line(line, x, y, room)
        y += _line_height(line) + _line_gap(block.node)


def _place_line(line: tuple[Block, ...], x: float, y: float, room: float) -> Iterator[Placed]:
    growing = [block for block in line if not isinstance(block.node, Arrow)]
    spare = (room - _line_width(line)) / len(growing or line)
    high = _line_height(line)
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
