"""How large each part of a scene is at least, and in which lines its rows break; arithmetic only, in pixels."""

from collections.abc import Mapping
from math import ceil, fsum

from macros.diagram.block import (
    ARROW,
    BRACE,
    COPY_GAP,
    EMPTY,
    GAP,
    PADDING,
    SIZES,
    Block,
    Stock,
    line_gap,
    line_height,
    line_width,
    widest,
)  # fmt: skip
from macros.diagram.pictures import Pictogram
from macros.diagram.scene import Arrow, Box, Bracket, Column, Gap, Group, Node, Note, Picture, Row, Scale, Stack
from macros.diagram.text import LINE_HEIGHT, wrap
from macros.diagram.tree import walk

_LEAST = 40
"""Below this limit nothing can give way any more."""


def stock(scene: Node, pictograms: Mapping[str, Pictogram]) -> Stock:
    """Return what a scene is measured with."""
    nodes = [node for _, node, _ in walk(scene)]
    pictures = {node.name: node for node in nodes if isinstance(node, Picture) and node.name}
    return Stock({name: (found.width, found.height) for name, found in pictograms.items()}, pictures)


def measure(node: Node, limit: float, stock: Stock) -> Block:
    """Return the least size of a node within a width of limit; one long word may exceed it."""
    limit = max(limit, _LEAST)
    if (id(node), limit) not in stock.measured:
        stock.measured[id(node), limit] = _measure(node, limit, stock)
    return stock.measured[id(node), limit]


def _measure(node: Node, limit: float, stock: Stock) -> Block:  # noqa: PLR0911 - one for each kind
    match node:
        case Box():
            return _words(node, wrap(node.box, limit - 2 * PADDING), PADDING)
        case Note():
            return _words(node, wrap(node.note, limit - 4), 2)
        case Arrow():
            return _arrow(node, limit)
        case Gap():
            return _gap(node, limit, stock)
        case Picture() | Scale():
            return _pictures(node, limit, stock)
        case Column(column=nodes) | Stack(stack=nodes):
            return _lines(node, [(measure(child, limit, stock),) for child in nodes])
        case Row():
            return _lines(node, _broken(node, limit, stock))
        case Group():
            return _group(node, limit, stock)
        case Bracket():
            return _bracket(node, limit, stock)


def _words(node: Node, text: tuple[str, ...], padding: float) -> Block:
    return Block(node, widest(text) + 2 * padding, len(text) * LINE_HEIGHT + 2 * padding, text)


def _arrow(node: Arrow, limit: float) -> Block:
    """Return the words above an arrow's stroke; or, when it names its ends, the words with a stroke on each side."""
    if node.to:
        return _words(node, wrap(node.arrow, limit - ARROW), ARROW / 2)
    text = wrap(node.arrow, limit)
    return Block(node, max(ARROW, widest(text)), ARROW + len(text) * LINE_HEIGHT, text)


def _gap(node: Gap, limit: float, stock: Stock) -> Block:
    if picture := stock.pictures.get(node.gap):
        like = measure(picture, limit, stock)
        return Block(node, like.width, like.height)
    return Block(node, EMPTY * SIZES[node.gap], EMPTY * SIZES[node.gap])


def _group(node: Group, limit: float, stock: Stock) -> Block:
    inner = measure(node.of, limit - 2 * GAP, stock)
    text = wrap(node.group, max(inner.width, limit - 2 * GAP))
    wide = max(inner.width, widest(text)) + 2 * GAP
    return Block(node, wide, inner.height + len(text) * LINE_HEIGHT + 2 * GAP + 4, text, ((inner,),))


def _pictures(node: Picture | Scale, limit: float, stock: Stock) -> Block:
    size = stock.sizes[node.picture if isinstance(node, Picture) else node.scale]
    wide, high = (side * SIZES[node.size] for side in size)
    text, beside = wrap(node.label or "", max(limit, wide)), 1
    if isinstance(node, Scale):
        beside = min(ceil(node.copies), max(1, int((limit + COPY_GAP) // (wide + COPY_GAP))))
        wide += (beside - 1) * (wide + COPY_GAP)
        high += (ceil(node.copies / beside) - 1) * (high + COPY_GAP)
    return Block(node, max(wide, widest(text)), high + len(text) * LINE_HEIGHT, text, copies=beside)


def _lines(node: Node, lines: list[tuple[Block, ...]]) -> Block:
    high = fsum(line_height(line) for line in lines) + line_gap(node) * (len(lines) - 1)
    return Block(node, max(map(line_width, lines)), high, lines=tuple(lines))


def _bracket(node: Bracket, limit: float, stock: Stock) -> Block:
    """Return a node with its brace: the words stand beside a column, below anything else."""
    if isinstance(node.of, Column):
        text = wrap(node.bracket, limit / 4)
        beside = BRACE + GAP + widest(text)
        inner = measure(node.of, limit - beside, stock)
        return Block(node, inner.width + beside, max(inner.height, len(text) * LINE_HEIGHT), text, ((inner,),))
    inner = measure(node.of, limit, stock)
    text = wrap(node.bracket, limit)
    wide = max(inner.width, widest(text))
    return Block(node, wide, inner.height + GAP / 2 + BRACE + len(text) * LINE_HEIGHT, text, ((inner,),))


def _broken(row: Row, limit: float, stock: Stock) -> list[tuple[Block, ...]]:
    """Break a row into the fewest lines of about equal length that fit; arrows stay between their neighbours."""
    count = len(row.row)
    arrows = any(isinstance(child, Arrow) and not child.to for child in row.row)
    roomy = [measure(child, limit, stock) for child in row.row]
    for lines in (1, count) if arrows else range(1, count + 1):
        length = ceil(count / lines)
        tight = [measure(child, (limit - GAP * (length - 1)) / length, stock) for child in row.row]
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
