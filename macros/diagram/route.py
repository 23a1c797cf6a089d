"""The way of an arrow between two parts that it names: along the gaps, with few turns, through no other part."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from macros.diagram.block import ARROW, GAP, Placed, Point, widest
from macros.diagram.grid import CLEAR, CROSSING, Grid, Lines, Port, Rect
from macros.diagram.scene import Arrow, Gap, Group
from macros.diagram.text import LINE_HEIGHT

_ROOM = CLEAR, CLEAR / 2, CLEAR / 4
"""How clear of all parts an arrow keeps; less only if it would lead through one: parts of a stack leave narrow gaps."""

_Strokes = tuple[tuple[Point, ...], ...]


def routed(placed: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """Return placed parts; each arrow that names its ends now leads from the first through its words to the second."""
    lines = dict[int, _Strokes]()
    pending = [part for part in placed if isinstance(part.node, Arrow) and part.node.to]
    for clear in _ROOM:
        found = _routes(pending, placed, clear) if pending else {}
        # What leads through a part with any room is drawn with the most room.
        lines |= {key: way for key, (cost, way) in found.items() if cost < CROSSING or key not in lines}
        pending = [part for part in pending if found[id(part)][0] >= CROSSING]
    return tuple(replace(part, lines=lines.get(id(part), part.lines)) for part in placed)


def _routes(arrows: list[Placed], placed: tuple[Placed, ...], clear: float) -> dict[int, tuple[float, _Strokes]]:
    """Return what the ways of some arrows cost, and their strokes, when they keep clear of all parts."""
    outlines = [part for part in placed if isinstance(part.node, Group)]
    solids = [rect for part in placed if part not in outlines for rect in _solid(part)]
    words = [rect for part in outlines for rect in _solid(part)]
    more = (set(), set()) if clear >= CLEAR else _middles(solids)
    ways = {id(part): _way(part, placed, clear, more) for part in arrows}
    grid = Grid.around(solids, words, [port for way in ways.values() for ports in way for port in ports], clear, more)
    return {key: _strokes(grid, *way) for key, way in ways.items()}


def _strokes(grid: Grid, start: list[Port], words: list[Port], end: list[Port]) -> tuple[float, _Strokes]:
    """Return the shortest two strokes that reach the words from one side and leave them on the other."""
    there, back = grid.reach(start), grid.reach(end)
    through = [(near, words[(side + 2) % 4]) for side, near in enumerate(words)]
    costs = [there.cost(near) + back.cost(far) for near, far in through]
    near, far = through[costs.index(min(costs))]
    return min(costs), (there.way(near), back.way(far)[::-1])


def _middles(solids: list[Rect]) -> Lines:
    """Return the lines halfway between neighbouring sides: one leads along each gap, however narrow."""
    sides = [sorted({rect[side] for rect in solids for side in (axis, axis + 2)}) for axis in (0, 1)]
    xs, ys = ({(low + high) / 2 for low, high in pairwise(line)} for line in sides)
    return xs, ys


def _way(
    arrow: Placed, placed: tuple[Placed, ...], clear: float, more: Lines
) -> tuple[list[Port], list[Port], list[Port]]:
    """Return the sides of the part where an arrow starts, of its words, and of the part where it ends."""
    node = arrow.node
    start, end = (_bounds(placed, name) for name in ((node.from_, node.to) if isinstance(node, Arrow) else ()))
    words = next(_solid(arrow))
    x, y = (words[0] + words[2]) / 2, (words[1] + words[3]) / 2
    towards = {x} | more[0], {y} | more[1]
    away = GAP / 2 if clear >= CLEAR else clear
    return _sides(start, away, *towards), _sides(words, ARROW / 2, {x}, {y}), _sides(end, away, *towards)


def _bounds(placed: tuple[Placed, ...], name: str | None) -> Rect:
    """Return the least rectangle around all parts that go by a name."""
    parts = [part for part in placed if name in part.names]
    return (
        min(part.x for part in parts),
        min(part.y for part in parts),
        max(part.right for part in parts),
        max(part.bottom for part in parts),
    )


def _sides(rect: Rect, away: float, xs: set[float], ys: set[float]) -> list[Port]:
    """Return where a stroke can touch a rectangle: left, top, right, bottom, each in the middle.

    Where a stroke would lead straight along one of some lines, it may touch there, too.
    """
    left, top, right, bottom = rect
    x, y = (left + right) / 2, (top + bottom) / 2
    straight = {x} | {at for at in xs if left + away < at < right - away}
    level = {y} | {at for at in ys if top + away < at < bottom - away}
    return [
        *(Port((left, at), (left - away, at), across=True) for at in sorted(level)),
        *(Port((at, top), (at, top - away), across=False) for at in sorted(straight)),
        *(Port((right, at), (right + away, at), across=True) for at in sorted(level)),
        *(Port((at, bottom), (at, bottom + away), across=False) for at in sorted(straight)),
    ]


def _solid(part: Placed) -> Iterator[Rect]:
    """Yield the rectangle that no arrow may cross: all of a leaf, the words of an outline or of a routed arrow."""
    match part.node:
        case Gap():
            return
        case Group():
            inset, top = (part.width - widest(part.text)) / 2, part.y + GAP / 2 + 2
            yield part.x + inset, top, part.right - inset, top + len(part.text) * LINE_HEIGHT
        case Arrow(to=str()):
            inset = (part.width - widest(part.text)) / 2
            yield part.x + inset, part.y + ARROW / 2, part.right - inset, part.bottom - ARROW / 2
        case _:
            yield part.x, part.y, part.right, part.bottom
