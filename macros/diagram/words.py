"""A scene in words: what stands on what, what is inside what, and what leads where, for readers who do not see it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from macros.content.number import number
from macros.content.palette import COLOURS, SHARED
from macros.diagram.scene import Arrow, Box, Bracket, Column, Gap, Group, Leaf, Node, Note, Picture, Row, Scale, Stack
from macros.diagram.tree import walk
from macros.html.words import gettext, later

_TOP, _BESIDE = later("from the top:"), later("side by side:")


@dataclass(frozen=True)
class Words:
    """One line of the description, with the lines that belong to it."""

    text: str
    parts: tuple["Words", ...] = ()


@dataclass(frozen=True)
class _Names:
    """What pictograms are called, and the parts that arrows lead to."""

    pictures: Mapping[str, str]
    parts: Mapping[str, str]


def in_words(scene: Node, titles: Mapping[str, str]) -> Words:
    """Return a scene and all that is in it; titles are those of the pictograms."""
    named, alone = {node.name: node for _, node, _ in walk(scene) if node.name}, _Names(titles, {})
    return _node(scene, _Names(titles, {name: _head(_node(node, alone)) for name, node in named.items()}))


def _node(node: Node, names: _Names) -> Words:
    """Return a node and all that is in it."""
    return Words(node.words) if node.words else _parts(node, names)


def _parts(node: Node, names: _Names) -> Words:
    match node:
        case Row(row=nodes):
            return _several(gettext(_BESIDE), nodes, names)
        case Column(column=(Note(note=title), *nodes)) if nodes:
            how = later("%(title)s From the top:") if title.endswith(".") else later("%(title)s, from the top:")
            return _several(gettext(how, title=title), tuple(nodes), names)
        case Column(column=nodes) | Stack(stack=nodes):
            return _several(gettext(_TOP), nodes, names)
        case Group():
            return _around(_group(node), node.of, names)
        case Bracket():
            return _around(gettext("%(label)s, a brace around", label=node.bracket), node.of, names)
        case _:
            return Words(_leaf(node, names))


def _leaf(node: Leaf, names: _Names) -> str:
    match node:
        case Box(box=label, tone=tone):
            return label if tone in COLOURS or tone in label.lower() else f"{label} ({tone})"
        case Picture(picture=name, label=label):
            return _picture(name, names.pictures[name], label)
        case Scale():
            copies, drawn = number(round(node.copies, 2)), names.pictures[node.scale]
            text = later("%(copies)s times the picture “%(picture)s”: %(label)s")
            return gettext(text, copies=copies, picture=drawn, label=node.label)
        case Arrow(arrow=label):
            start, end = (names.parts.get(name or "") for name in (node.from_, node.to))
            return _arrow(label, start, end)
        case Note(note=text):
            return text
        case Gap():
            return gettext("empty room")


def _picture(name: str, title: str, label: str | None) -> str:
    """Return what a picture is called, and what it shows, unless its label says so."""
    if not label or any(drawn.lower() in label.lower() for drawn in (name.replace("-", " "), title)):
        return label or title
    return gettext("%(label)s (picture: %(picture)s)", label=label, picture=title)


def _group(node: Group) -> str:
    """Return what a group is called, and that all share it, unless its name says so."""
    shared = gettext("shared")
    if shared.lower() in node.group.lower():
        return node.group
    if node.tone == SHARED:
        return gettext("%(label)s, shared by all", label=node.group)
    return gettext("%(label)s, which holds", label=node.group)


def _arrow(label: str, start: str | None, end: str | None) -> str:
    if start and end:
        return gettext("arrow from %(start)s to %(end)s: %(label)s", start=start, end=end, label=label)
    return gettext("arrow: %(label)s", label=label)


def _around(head: str, inner: Node, names: _Names) -> Words:
    part = _node(inner, names)
    if _tells_how(part):
        return Words(f"{head}, {part.text}", part.parts)
    return Words(f"{head}:", (part,))


def _several(how: str, nodes: tuple[Node, ...], names: _Names) -> Words:
    """Return nodes as one part: an arrow with what it joins, and what stands several times once, with its number."""
    nodes = tuple(node for node in nodes if not isinstance(node, Gap)) or nodes
    parts = [_node(node, names) for node in nodes]
    for index, node in enumerate(nodes):
        if isinstance(node, Arrow) and not node.to and 0 < index < len(nodes) - 1:
            before, after = (_head(parts[place]) for place in (index - 1, index + 1))
            parts[index] = Words(_arrow(node.arrow, before, after))
    runs = [(part, len(list(same))) for part, same in groupby(parts)]
    counted = tuple(
        part if n == 1 else replace(part, text=gettext("%(number)d times %(part)s", number=n, part=part.text))
        for part, n in runs
    )
    return counted[0] if len(counted) == 1 else Words(how, counted)


def _tells_how(part: Words) -> bool:
    """Tell whether a part has no name, and says only how those in it stand."""
    return part.text in {gettext(_TOP), gettext(_BESIDE)}


def _head(part: Words) -> str:
    """Return what a part is called: its first words, or those of the first part in it."""
    if _tells_how(part):
        return _head(part.parts[0])
    return part.text.partition(" (")[0].partition(", ")[0].rstrip(":")
