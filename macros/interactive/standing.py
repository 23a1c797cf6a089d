"""What stands on what in a scene, read from how it is laid out, and what falls with each part.

A part is a box, a picture or a scale. In a column or stack, what is above stands on what is directly below it; parts
beside each other in a row all stand on what is below that row. Groups and brackets are outlines, and notes and gaps are
passed over. Where an arrow stands between two parts of a column, it joins them, and neither carries the other.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from macros.diagram.scene import Arrow, Box, Column, Gap, Node, Note, Picture, Scale, Stack
from macros.diagram.tree import children, walk
from macros.reading.positions import Loc

Part = Box | Picture | Scale

_Ends = tuple[frozenset[Loc], frozenset[Loc]]
"""The upper and the lower parts of a node: on the upper ones something can stand, and the lower ones can stand."""

_NONE: _Ends = (frozenset(), frozenset())


def parts(scene: Node) -> Iterator[tuple[Loc, Part]]:
    """Yield each part of a scene with its place, in the order of the file."""
    yield from ((loc, node) for loc, node, _ in walk(scene) if isinstance(node, Part))


def falls(scene: Node) -> dict[Loc, frozenset[Loc]]:
    """Return for each part what falls when it fails: all that stands on it, and what stands on that."""
    carries = _Weights()
    carries.ends((), scene)
    return {loc: _above(loc, carries.on) for loc, _ in parts(scene)}


def _above(loc: Loc, on: dict[Loc, set[Loc]]) -> frozenset[Loc]:
    found: set[Loc] = set()
    pending = [loc]
    while pending:
        new = on[pending.pop()] - found
        found |= new
        pending += new
    return frozenset(found)


@dataclass(frozen=True)
class _Weights:
    """By its place, what stands directly on each part; filled while the ends of a scene are sought."""

    on: dict[Loc, set[Loc]] = field(default_factory=lambda: defaultdict(set))

    def ends(self, loc: Loc, node: Node) -> _Ends:
        """Return the ends of a node, and note what stands on what within it."""
        if isinstance(node, Part):
            return frozenset((loc,)), frozenset((loc,))
        if isinstance(node, Column | Stack):
            return self._column(loc, node)
        found = [self.ends((*loc, *step), child) for step, child in children(node)]
        return frozenset().union(*(upper for upper, _ in found)), frozenset().union(*(lower for _, lower in found))

    def _column(self, loc: Loc, column: Column | Stack) -> _Ends:
        """Return the ends of a column: an arrow at one of them keeps it from what is beyond."""
        line = [
            _NONE if isinstance(child, Arrow) else self.ends((*loc, *step), child)
            for step, child in children(column)
            if not isinstance(child, Note | Gap) and not (isinstance(child, Arrow) and child.to)
        ]
        for (_, standing), (carrying, _) in pairwise(line):
            for below in carrying:
                self.on[below] |= standing
        return (line[0][0], line[-1][1]) if line else _NONE
