"""Diagrams made ready to be broken: one drawing, in which every part has a handle and a cross."""

from collections.abc import Mapping, Sequence
from typing import Any

from macros.diagram.diagram import Diagram
from macros.diagram.scene import Arrow, Column, Gap, Node, Note, Row
from macros.diagram.story import Step
from macros.diagram.tree import children, walk
from macros.reading.positions import Loc

WHOLE = 0
"""The step of what is ready to be broken in which nothing has failed; in the next one, everything has."""

_SEVERAL = "; "


def together(diagrams: Sequence[Diagram]) -> Node:
    """Return the scene of a diagram, or those of several beside each other, each below its title."""
    if len(diagrams) == 1:
        return diagrams[0].scene
    return Row(row=tuple(Column(column=(Note(note=one.title), one.scene)) for one in diagrams))


def breakable(diagrams: Sequence[Diagram], handles: Mapping[Loc, str]) -> Diagram:
    """Return diagrams as one, whose parts have these names by their places in the scene of all."""
    renamed = [
        one.model_copy(update={"scene": _renamed(one.scene, around, handles, _names(one.scene, around, handles, at))})
        for at, (around, one) in enumerate(zip(_places(len(diagrams)), diagrams, strict=True))
    ]
    changed = {
        "title": _SEVERAL.join(one.title for one in diagrams),
        "desc": " ".join(one.desc for one in diagrams),
        "scene": together(renamed),
        # Nobody wrote this step, so it has more and longer names than an author may write.
        "steps": (Step(step="-"), Step.model_construct(step="-", fail=tuple(handles.values()))),
    }
    return diagrams[0].model_copy(update=changed)


def _places(count: int) -> list[Loc]:
    """Return where the scene of each diagram stands in that of all."""
    return [()] if count == 1 else [("row", at, "column", 1) for at in range(count)]


def _names(scene: Node, around: Loc, handles: Mapping[Loc, str], number: int) -> dict[str, str]:
    """Return the new name of each part that has one: its handle, or the old one, which may stand in another diagram."""
    named = (((*around, *loc), node.name) for loc, node, _ in walk(scene) if node.name)
    return {name: handles.get(loc, f"{number}.{name}") for loc, name in named}


def _renamed(node: Node, loc: Loc, handles: Mapping[Loc, str], names: Mapping[str, str]) -> Node:
    """Return a node with the new names of all that is in it, and of what it leads to."""
    changed: dict[str, Any] = {"name": handles.get(loc) or names.get(node.name or "")}
    if isinstance(node, Arrow):
        changed |= {"from_": names.get(node.from_ or ""), "to": names.get(node.to or "")}
    elif isinstance(node, Gap):
        changed["gap"] = names.get(node.gap, node.gap)
    inner = [(step, _renamed(child, (*loc, *step), handles, names)) for step, child in children(node)]
    if inner:
        key = str(inner[0][0][0])
        changed[key] = inner[0][1] if key == "of" else tuple(child for _, child in inner)
    return node.model_copy(update=changed)
