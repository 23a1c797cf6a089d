"""The nodes of a scene, one by one."""

from collections.abc import Iterator

from macros.diagram.scene import Bracket, Column, Group, Node, Row, Stack
from macros.reading.positions import Loc


def children(node: Node) -> list[tuple[Loc, Node]]:
    """Return the nodes directly inside a node, each with the steps that lead to it."""
    match node:
        case Row():
            return [(("row", index), child) for index, child in enumerate(node.row)]
        case Column():
            return [(("column", index), child) for index, child in enumerate(node.column)]
        case Stack():
            return [(("stack", index), child) for index, child in enumerate(node.stack)]
        case Group() | Bracket():
            return [(("of",), node.of)]
    return []


def walk(scene: Node) -> Iterator[tuple[Loc, Node, int]]:
    """Yield each node with its place below the scene, in the order of the file, and its level from 1."""
    pending: list[tuple[Loc, Node, int]] = [((), scene, 1)]
    while pending:
        loc, node, level = pending.pop()
        yield loc, node, level
        pending += [((*loc, *step), child, level + 1) for step, child in reversed(children(node))]


def beside(scene: Node, node: Node) -> list[Node]:
    """Return the one or two nodes that stand beside a node of the scene, in the same row, column or stack."""
    for _, around, _ in walk(scene):
        line = [child for _, child in children(around)]
        for index, child in enumerate(line):
            if child is node:
                return line[max(0, index - 1) : index] + line[index + 1 : index + 2]
    return []
