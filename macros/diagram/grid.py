"""Straight ways between rectangles, and the shortest of them (Dijkstra's algorithm).

networkx has the algorithm as well; to import it takes a quarter of the time of a whole check.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import product
from typing import NamedTuple

from macros.diagram.block import GAP, Point

CLEAR = 4
"""How near to a rectangle a way may pass, where there is room for it."""

_NEAR = 0.01
"""How much nearer it may come, as the lines of a grid are rounded."""

_TURN = 30
CROSSING = 1e6
"""What a turn, and a stretch through a rectangle, are worth in pixels: the second is only taken when all else fails."""

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""

Lines = tuple[set[float], set[float]]
"""Where lines run down, and where across."""

Place = tuple[int, int, bool]
"""A point of the grid by its numbers, and whether it is passed from side to side."""


class Port(NamedTuple):
    """A point on a rectangle's side, the point before it, and whether the way between the two goes across."""

    touch: Point
    before: Point
    across: bool


@dataclass(frozen=True)
class Reach:
    """All points of a grid as they are reached from some ports."""

    grid: "Grid"
    costs: dict[Place, float]
    before: dict[Place, Place]
    starts: dict[Place, Port]

    def cost(self, port: Port) -> float:
        """Return how far it is to a port."""
        return self.costs[self.grid.place(port)]

    def way(self, port: Port) -> tuple[Point, ...]:
        """Return the corners of the shortest way to a port, both ends included."""
        place = self.grid.place(port)
        points = [port.touch]
        while place in self.before:
            points.append(self.grid.point(place))
            place = self.before[place]
        points += [self.grid.point(place), self.starts[place].touch]
        return tuple(_corners(list(dict.fromkeys(points[::-1]))))


@dataclass(frozen=True)
class Grid:
    """The lines on which a way may run, and the stretches of them that lead through a rectangle."""

    xs: list[float]
    ys: list[float]
    blocked: set[Place]
    """Each stretch by the point to the left of it, or above it."""

    @classmethod
    def around(cls, solids: list[Rect], words: list[Rect], ports: list[Port], clear: float, lines: Lines) -> "Grid":
        """Return the lines in the middle of the gaps between solids, those that lead to ports, and some more.

        The words of an outline are as solid, but no way runs along them: it would run along the outline.
        """
        xs = {x for left, _, right, _ in solids for x in (left - GAP / 2, right + GAP / 2)}
        ys = {y for _, top, _, bottom in solids for y in (top - GAP / 2, bottom + GAP / 2)}
        before = [port.before for port in ports]
        xs, ys = xs | lines[0] | {x for x, _ in before}, ys | lines[1] | {y for _, y in before}
        grid, keep = cls(_rounded(xs), _rounded(ys), set()), clear - _NEAR
        for left, top, right, bottom in solids + words:
            columns = grid.xs, left - keep, right + keep
            rows = grid.ys, top - keep, bottom + keep
            grid.blocked.update((x, y, True) for x, y in product(_stretches(*columns), _inside(*rows)))
            grid.blocked.update((x, y, False) for x, y in product(_inside(*columns), _stretches(*rows)))
        return grid

    def place(self, port: Port) -> Place:
        """Return the point of the grid at which a port is reached."""
        x, y = port.before
        return self.xs.index(round(x, 2)), self.ys.index(round(y, 2)), port.across

    def point(self, place: Place) -> Point:
        """Return where a point of the grid is."""
        return self.xs[place[0]], self.ys[place[1]]

    def reach(self, ports: list[Port]) -> Reach:
        """Return how every point of the grid is reached from the nearest of some ports."""
        starts = {self.place(port): port for port in reversed(ports)}
        costs, before = dict.fromkeys(starts, 0.0), dict[Place, Place]()
        pending = [(0.0, place) for place in sorted(starts)]
        while pending:
            cost, place = heappop(pending)
            if cost > costs[place]:
                continue
            for step, other in self._around(place):
                if cost + step < costs.get(other, CROSSING**2):
                    costs[other], before[other] = cost + step, place
                    heappush(pending, (cost + step, other))
        return Reach(self, costs, before, starts)

    def _around(self, place: Place) -> Iterator[tuple[float, Place]]:
        x, y, across = place
        yield _TURN, (x, y, not across)
        line, at = (self.xs, x) if across else (self.ys, y)
        for near, far in ((at - 1, at - 1), (at, at + 1)):
            if 0 <= far < len(line):
                stretch = (near, y, True) if across else (x, near, False)
                length = line[near + 1] - line[near] + CROSSING * (stretch in self.blocked)
                yield length, (far, y, True) if across else (x, far, False)


def _rounded(values: set[float]) -> list[float]:
    return sorted({round(value, 2) for value in values})


def _inside(line: list[float], low: float, high: float) -> range:
    """Return the numbers of the values between two bounds."""
    return range(bisect_right(line, low), bisect_left(line, high))


def _stretches(line: list[float], low: float, high: float) -> range:
    """Return the numbers of the stretches between two values of which a part lies between two bounds."""
    return range(max(bisect_right(line, low) - 1, 0), min(bisect_left(line, high), len(line) - 1))


def _corners(points: list[Point]) -> Iterator[Point]:
    """Yield the points at which a way turns, and its ends."""
    for index, point in enumerate(points):
        around = points[max(index - 1, 0)], points[min(index + 1, len(points) - 1)]
        level = [len({round(p[axis], 2) for p in (point, *around)}) == 1 for axis in (0, 1)]
        if index in (0, len(points) - 1) or not any(level):
            yield point
