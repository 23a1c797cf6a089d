"""The way of an arrow between two parts that it names: along the gaps, with few turns, through no other part."""

from collections.abc import Iterator
from dataclasses import replace

from macros.diagram.block import ARROW, GAP, Placed, Point, widest
from macros.diagram.grid import Grid, Port, Rect
from macros.diagram.scene import Arrow, Gap, Group
from macros.diagram.text import LINE_HEIGHT


def routed(placed: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """Return placed parts; each arrow that names its ends now leads from the first through its words to the second."""
    ways = {id(part): _way(part, placed) for part in placed if isinstance(part.node, Arrow) and part.node.to}
    if not ways:
        return placed
    outlines = [part for part in placed if isinstance(part.node, Group)]
    grid = Grid.around(
        [rect for part in placed if part not in outlines for rect in _solid(part)],
        [rect for part in outlines for rect in _solid(part)],
        [port for way in ways.values() for ports in way for port in ports],
    )
    lines = {key: _lines(grid, *way) for key, way in ways.items()}
    return tuple(replace(part, lines=lines.get(id(part), part.lines)) for part in placed)


def _lines(grid: Grid, start: list[Port], words: list[Port], end: list[Port]) -> tuple[tuple[Point, ...], ...]:
    """Return the shortest two strokes that reach the words from one side and leave them on the other."""
    there, back = grid.reach(start), grid.reach(end)
    through = [(near, words[(side + 2) % 4]) for side, near in enumerate(words)]
    near, far = min(through, key=lambda pair: there.cost(pair[0]) + back.cost(pair[1]))
    return there.way(near), back.way(far)[::-1]


def _way(arrow: Placed, placed: tuple[Placed, ...]) -> tuple[list[Port], list[Port], list[Port]]:
    """Return the sides of the part where an arrow starts, of its words, and of the part where it ends."""
    node = arrow.node
    start, end = (_bounds(placed, name) for name in ((node.from_, node.to) if isinstance(node, Arrow) else ()))
    words = next(_solid(arrow))
    middle = (words[0] + words[2]) / 2, (words[1] + words[3]) / 2
    return _sides(start, GAP / 2, middle), _sides(words, ARROW / 2, middle), _sides(end, GAP / 2, middle)


def _bounds(placed: tuple[Placed, ...], name: str | None) -> Rect:
    """Return the least rectangle around all parts that go by a name."""
    parts = [part for part in placed if name in part.names]
    return (
        min(part.x for part in parts),
        min(part.y for part in parts),
        max(part.right for part in parts),
        max(part.bottom for part in parts),
    )


def _sides(rect: Rect, away: float, towards: Point) -> list[Port]:
    """Return where a stroke can touch a rectangle: left, top, right, bottom, each in the middle.

    Where a stroke would lead straight to a point beside the rectangle, it may touch there, too.
    """
    left, top, right, bottom = rect
    x, y = (left + right) / 2, (top + bottom) / 2
    straight = {x, towards[0]} if left + away < towards[0] < right - away else {x}
    level = {y, towards[1]} if top + away < towards[1] < bottom - away else {y}
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
