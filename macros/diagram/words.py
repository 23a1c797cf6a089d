"""A scene in words: what stands on what, what is inside what, and what leads where, for readers who do not see it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from macros.content.measurement import number
from macros.content.palette import COLOURS, SHARED
from macros.diagram.scene import Arrow, Box, Bracket, Column, Gap, Group, Leaf, Node, Note, Picture, Row, Scale, Stack
from macros.diagram.tree import walk

_HOW = {"from the top:", "side by side:"}


@dataclass(frozen=True)
class Words:
    """One line of the description, with the lines that belong to it."""

    text: str
    parts: tuple["Words", ...] = ()


def in_words(scene: Node) -> Words:
    """Return a scene and all that is in it."""
    named = {node.name: node for _, node, _ in walk(scene) if node.name}
    return _node(scene, {name: _head(_node(node, {})) for name, node in named.items()})


def _node(node: Node, names: Mapping[str, str]) -> Words:
    """Return a node and all that is in it; names holds what parts are called that arrows lead to."""
    return Words(node.words) if node.words else _parts(node, names)


def _parts(node: Node, names: Mapping[str, str]) -> Words:
    match node:
        case Row(row=nodes):
            return _several("side by side:", nodes, names)
        case Column(column=(Note(note=title), *nodes)) if nodes:
            how = " From the top:" if title.endswith(".") else ", from the top:"
            return _several(title + how, tuple(nodes), names)
        case Column(column=nodes) | Stack(stack=nodes):
            return _several("from the top:", nodes, names)
        case Group():
            holds = "shared by all" if node.tone == SHARED else "which holds"
            return _around(node.group if "shared" in node.group.lower() else f"{node.group}, {holds}", node.of, names)
        case Bracket():
            return _around(f"{node.bracket}, a brace around", node.of, names)
        case _:
            return Words(_leaf(node, names))


def _leaf(node: Leaf, names: Mapping[str, str]) -> str:
    match node:
        case Box(box=label, tone=tone):
            return label if tone in COLOURS or tone in label.lower() else f"{label} ({tone})"
        case Picture(picture=name, label=label):
            return _picture(name, label)
        case Scale():
            return f"{number(round(node.copies, 2))} times the picture {node.scale.replace('-', ' ')}: {node.label}"
        case Arrow(arrow=label):
            start, end = (names.get(name or "") for name in (node.from_, node.to))
            return f"arrow from {start} to {end}: {label}" if start and end else f"arrow: {label}"
        case Note(note=text):
            return text
        case Gap():
            return "empty room"


def _picture(name: str, label: str | None) -> str:
    drawn = name.replace("-", " ")
    if not label or drawn in label.lower():
        return label or drawn
    return f"{label} (picture: {drawn})"


def _around(head: str, inner: Node, names: Mapping[str, str]) -> Words:
    part = _node(inner, names)
    if part.text in _HOW:
        return Words(f"{head}, {part.text}", part.parts)
    return Words(f"{head}:", (part,))


def _several(how: str, nodes: tuple[Node, ...], names: Mapping[str, str]) -> Words:
    """Return nodes as one part: an arrow with what it joins, and what stands several times once, with its number."""
    nodes = tuple(node for node in nodes if not isinstance(node, Gap)) or nodes
    parts = [_node(node, names) for node in nodes]
    for index, node in enumerate(nodes):
        if isinstance(node, Arrow) and not node.to and 0 < index < len(nodes) - 1:
            before, after = (_head(parts[place]) for place in (index - 1, index + 1))
            parts[index] = Words(f"arrow from {before} to {after}: {node.arrow}")
    runs = [(part, len(list(same))) for part, same in groupby(parts)]
    counted = tuple(part if n == 1 else replace(part, text=f"{n} times {part.text}") for part, n in runs)
    return counted[0] if len(counted) == 1 else Words(how, counted)


def _head(part: Words) -> str:
    """Return what a part is called: its first words, or those of the first part in it."""
    if part.text in _HOW:
        return _head(part.parts[0])
    return part.text.partition(" (")[0].partition(", ")[0].rstrip(":")
