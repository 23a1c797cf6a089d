"""How large each part of a scene is at least, and in which lines its rows break; arithmetic only, in pixels."""

from collections.abc import Callable
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
    high = sum(line_height(line) for line in lines) + line_gap(node) * (len(lines) - 1)
    return Block(node, max(map(line_width, lines)), high, lines=tuple(lines))


def line_gap(node: Node) -> float:
    """Return the space between the lines of a node."""
    return BREAK if isinstance(node, Row) else GAP


def line_width(line: tuple[Block, ...]) -> float:
    """Return the least width of a line, with the gaps in it."""
    return sum(block.width for block in line) + GAP * (len(line) - 1)


def line_height(line: tuple[Block, ...]) -> float:
    """Return the height of the tallest block of a line."""
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
            if all(line_width(line) <= limit for line in broken) and all(map(_same_shape, blocks, roomy)):
                return broken
    return [(block,) for block in roomy]


def _same_shape(block: Block, other: Block) -> bool:
    """Tell whether two measures of a node break their rows alike: the outer row gives way before the inner."""
    return [len(line) for line in block.lines] == [len(line) for line in other.lines] and all(
        _same_shape(*pair) for lines in zip(block.lines, other.lines, strict=True) for pair in zip(*lines, strict=True)
    )
