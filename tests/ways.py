"""Whether a way leads through a part, and whether any way leads to it: told point by point, without a grid of lines."""

from math import ceil

from macros.diagram.block import Placed, Point

_LEAST = 2
"""What a way keeps clear of every part at least: a gap narrower than twice as much counts as none."""


def crosses(one: Point, other: Point, part: Placed) -> bool:
    """Tell whether a straight stretch leads through the inner of a part."""
    left, right = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    return left < part.right - 1 and right > part.x + 1 and top < part.bottom - 1 and bottom > part.y + 1


def enclosed(part: Placed, solid: list[Placed]) -> bool:
    """Tell whether solid parts leave no way from outside to a side of one of them."""
    outside, (left, top, right, bottom) = _outside(solid), _around(part)
    sides = {(x, y) for x in (left - 1, right) for y in range(ceil(part.y), ceil(part.bottom))}
    ends = {(x, y) for y in (top - 1, bottom) for x in range(ceil(part.x), ceil(part.right))}
    return outside.isdisjoint(sides | ends)


def _around(part: Placed) -> tuple[int, int, int, int]:
    """Return the bounds of the whole numbers that are too near to a part: from left and top to before the others."""
    left, top = ceil(part.x - _LEAST + 0.01), ceil(part.y - _LEAST + 0.01)
    return left, top, ceil(part.right + _LEAST - 0.01), ceil(part.bottom + _LEAST - 0.01)


def _outside(solid: list[Placed]) -> set[tuple[int, int]]:
    """Return the points, one for each pixel, that a way from outside can reach."""
    bounds = [_around(part) for part in solid]
    taken = {(x, y) for left, top, right, bottom in bounds for x in range(left, right) for y in range(top, bottom)}
    wide, high = (max(bound[side] for bound in bounds) + 2 for side in (2, 3))
    reached, pending = {(-5, -5)}, [(-5, -5)]
    while pending:
        x, y = pending.pop()
        beside = {(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)} - taken - reached
        fresh = [point for point in beside if -6 < point[0] < wide and -6 < point[1] < high]
        reached.update(fresh)
        pending += fresh
    return reached
