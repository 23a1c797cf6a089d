"""A scene in words: what stands on what, what is inside what, and what leads where, for readers who do not see it."""

from dataclasses import dataclass, replace
from itertools import groupby

from macros.diagram.scene import Arrow, Box, Column, Group, Node, Note, Picture, Row


@dataclass(frozen=True)
class Part:
    """One line of the description, with the parts that belong to it."""

    text: str
    parts: tuple["Part", ...] = ()


def in_words(node: Node) -> Part:
    """Return a node and all that is in it."""
    match node:
        case Row(row=nodes):
            return _several("side by side:", nodes)
        case Column(column=(Note(note=title), *nodes)) if nodes:
            return _several(f"{title}, from the top:", tuple(nodes))
        case Column(column=nodes):
            return _several("from the top:", nodes)
        case Group():
            return _group(node)
    return Part(_leaf(node))


def _leaf(node: Box | Picture | Note | Arrow) -> str:
    match node:
        case Box(box=label, tone=tone):
            return label if tone == "plain" or tone in label.lower() else f"{label} ({tone})"
        case Picture(picture=name, label=label):
            drawn = name.replace("-", " ")
            if not label or drawn in label.lower():
                return label or drawn
            return f"{label} (picture: {drawn})"
        case Arrow(arrow=label):
            return f"arrow: {label}"
        case Note(note=text):
            return text


def _group(node: Group) -> Part:
    part = in_words(node.of)
    holds = "shared by all" if node.tone == "shared" else "which holds"
    head = node.group if "shared" in node.group.lower() else f"{node.group}, {holds}"
    if part.text in {"from the top:", "side by side:"}:
        return Part(f"{head}, {part.text}", part.parts)
    return Part(f"{head}:", (part,))


def _several(how: str, nodes: tuple[Node, ...]) -> Part:
    """Return nodes as one part: an arrow with what it joins, and what stands several times once, with its number."""
    parts = [in_words(node) for node in nodes]
    for index, node in enumerate(nodes):
        if isinstance(node, Arrow) and 0 < index < len(nodes) - 1:
            before, after = (_name(parts[place]) for place in (index - 1, index + 1))
            parts[index] = Part(f"arrow from {before} to {after}: {node.arrow}")
    runs = [(part, len(list(same))) for part, same in groupby(parts)]
    counted = tuple(part if n == 1 else replace(part, text=f"{n} times {part.text}") for part, n in runs)
    return counted[0] if len(counted) == 1 else Part(how, counted)


def _name(part: Part) -> str:
    return part.text.partition(" (")[0].rstrip(":")
