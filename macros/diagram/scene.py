"""What a diagram says: nested nodes without coordinates, colours or fonts."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from macros.datafile import Fault, Id, Model, Text
from macros.marked import Loc

MOST_LEVELS = 10
MOST_LEAVES = 200

Label = Annotated[str, Field(min_length=1, max_length=60)]
Tone = Literal[
    "plain", "shared", "application", "libraries", "engine", "guest", "hypervisor", "kernel", "hardware",
    "red", "amber", "teal", "blue", "green",
]  # fmt: skip
"""What a part is (a layer of a computer), or the colour of a container."""


class Box(Model):
    """A labelled box: one layer or part of a machine."""

    box: Label = Field(description="what is written in it")
    tone: Tone = Field(default="plain", description="which layer it is")


class Picture(Model):
    """A pictogram by its name, with or without a label below it."""

    picture: Id = Field(description="the name of a file in docs/data/pictures")
    label: Label | None = Field(default=None, description="what is written below it")
    tone: Tone = Field(default="red", description="its colour")
    size: Literal["small", "medium", "large"] = Field(default="medium", description="beside the others")


class Arrow(Model):
    """What happens between the node before it and the node after it."""

    arrow: Label = Field(description="what happens")


class Note(Model):
    """A sentence that stands by itself."""

    note: Text = Field(description="the sentence")


class Row(Model):
    """Nodes beside each other; on a narrow screen, in as many lines as they need."""

    row: "tuple[Node, ...]" = Field(min_length=1, description="from left to right")


class Column(Model):
    """Nodes below each other, each as wide as the column."""

    column: "tuple[Node, ...]" = Field(min_length=1, description="from top to bottom")


class Group(Model):
    """A labelled outline around one node: what belongs together, or is shared."""

    group: Label = Field(description="what is written on the outline")
    of: "Node" = Field(description="what is inside")
    tone: Tone = Field(default="plain", description="which layer it is, or shared")


_KINDS = ("box", "picture", "arrow", "note", "row", "column", "group")


def _kind(value: Any) -> str | None:
    if isinstance(value, dict):
        return next((f"<{kind}>" for kind in _KINDS if kind in value), None)
    return f"<{type(value).__name__.lower()}>"


Node = Annotated[
    Annotated[Box, Tag("<box>")]
    | Annotated[Picture, Tag("<picture>")]
    | Annotated[Arrow, Tag("<arrow>")]
    | Annotated[Note, Tag("<note>")]
    | Annotated[Row, Tag("<row>")]
    | Annotated[Column, Tag("<column>")]
    | Annotated[Group, Tag("<group>")],
    Discriminator(
        _kind, custom_error_type="no_node", custom_error_message=f"must have one of the keys {', '.join(_KINDS)}"
    ),
]


class Diagram(Model):
    """A scene with the words that stand for it: for the eye (caption) and for the ear (desc)."""

    title: Label = Field(description="what the picture is called")
    desc: Text = Field(description="what it shows, for readers who do not see it")
    caption: Text | None = Field(default=None, description="shown below the picture, after its title")
    scene: Node = Field(description="what is drawn")

    def faults(self) -> Iterator[Fault]:
        """Yield nodes that are nested too deeply, and a scene that has too many parts."""
        leaves = 0
        for loc, node, level in self.walk():
            leaves += not children(node)
            if level == MOST_LEVELS + 1:
                yield loc, f"is nested deeper than {MOST_LEVELS} levels", "draw two diagrams"
        if leaves > MOST_LEAVES:
            yield ("scene",), f"has {leaves} parts, more than {MOST_LEAVES}", "draw two diagrams"

    def walk(self) -> Iterator[tuple[Loc, Node, int]]:
        """Yield each node with its place in the file and its level from 1."""
        pending: list[tuple[Loc, Node, int]] = [(("scene",), self.scene, 1)]
        while pending:
            loc, node, level = pending.pop()
            yield loc, node, level
            pending += [((*loc, *step), child, level + 1) for step, child in children(node)]


def children(node: Node) -> list[tuple[Loc, Node]]:
    """Return the nodes directly inside a node, each with the steps that lead to it."""
    match node:
        case Row():
            return [(("row", index), child) for index, child in enumerate(node.row)]
        case Column():
            return [(("column", index), child) for index, child in enumerate(node.column)]
        case Group():
            return [(("of",), node.of)]
        case _:
            return []
