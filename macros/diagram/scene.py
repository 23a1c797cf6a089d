"""What a diagram draws: nested nodes without coordinates, colours or fonts."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, WithJsonSchema

from macros.content.number import LEAST, MOST, Number
from macros.content.palette import Tone
from macros.reading.datafile import SEEN, Id, Model, Text

Label = Annotated[str, Field(min_length=1, max_length=60, pattern=SEEN)]
Size = Literal["small", "medium", "large"]
Amount = Annotated[
    Number,
    WithJsonSchema({"anyOf": [{"type": "number", "minimum": LEAST, "maximum": MOST}, {"type": "string"}]}),
]
"""A number; in the file it may be the id of a figure, whose value then stands in its place."""


class Part(Model):
    """What may stand in a scene."""

    name: Id | None = Field(default=None, description="its name in this diagram, for arrows, gaps and steps")
    words: Text | None = Field(default=None, description="what it is, told in words instead of its parts")


class Box(Part):
    """A labelled box: one part of a whole."""

    box: Label = Field(description="what is written in it")
    tone: Tone = Field(default="plain", description="its colour: one of the palette, or a tone of the course")


class Picture(Part):
    """A pictogram by its name, with or without a label below it."""

    picture: Id = Field(description="the name of a file in docs/data/pictures")
    label: Label | None = Field(default=None, description="what is written below it")
    tone: Tone = Field(default="red", description="its colour: one of the palette, or a tone of the course")
    size: Size = Field(default="medium", description="beside the others")


class Scale(Part):
    """As many copies of a pictogram as a number says; the last one is cut to the rest."""

    scale: Id = Field(description="the name of a file in docs/data/pictures")
    number: Amount = Field(description="how many there are: a number, or the id of a figure of the comparison")
    each: Number = Field(default=1, description="how many one copy stands for")
    label: Label = Field(description="what is written below them")
    tone: Tone = Field(default="red", description="their colour: one of the palette, or a tone of the course")
    size: Size = Field(default="small", description="beside the others")

    @property
    def copies(self) -> float:
        """Return how many copies are drawn, the last of them in part."""
        return self.number / self.each


class Arrow(Part):
    """What happens between two parts: those beside it, or those that it names."""

    arrow: Label = Field(description="what happens")
    from_: Id | None = Field(default=None, alias="from", description="the name of the part where it starts")
    to: Id | None = Field(default=None, description="the name of the part where it ends")


class Note(Part):
    """A sentence that stands by itself."""

    note: Text = Field(description="the sentence")


class Gap(Part):
    """Empty room, of a size or for a part that is moved to it."""

    gap: Id = Field(description="small, medium or large; or the name of the picture for which it keeps room")


class Row(Part):
    """Nodes beside each other; on a narrow screen, in as many lines as they need."""

    row: "tuple[Node, ...]" = Field(min_length=1, description="from left to right")


class Column(Part):
    """Nodes below each other, each as wide as the column."""

    column: "tuple[Node, ...]" = Field(min_length=1, description="from top to bottom")


class Stack(Part):
    """Nodes on top of each other that touch: boxes on a shelf."""

    stack: "tuple[Node, ...]" = Field(min_length=1, description="from top to bottom")


class Group(Part):
    """A labelled outline around one node: what belongs together, or is shared."""

    group: Label = Field(description="what is written on the outline")
    of: "Node" = Field(description="what is inside")
    tone: Tone = Field(
        default="plain",
        description="how it is outlined: plain with dashes, shared with a strong line and a ground, others with a line",
    )


class Bracket(Part):
    """A brace with words along one node: beside a column, below anything else."""

    bracket: Label = Field(description="what is written at the brace")
    of: "Node" = Field(description="what it spans")


KINDS = ("box", "picture", "scale", "arrow", "note", "gap", "row", "column", "stack", "group", "bracket")
"""The keys that tell the parts apart."""


def _kind(value: Any) -> str | None:
    if isinstance(value, dict):
        return next((f"<{kind}>" for kind in KINDS if kind in value), None)
    return f"<{type(value).__name__.lower()}>"


TONED = (Box, Picture, Scale, Group)
"""The parts that have a tone."""

Leaf = Box | Picture | Scale | Arrow | Note | Gap
Node = Annotated[
    Annotated[Box, Tag("<box>")]
    | Annotated[Picture, Tag("<picture>")]
    | Annotated[Scale, Tag("<scale>")]
    | Annotated[Arrow, Tag("<arrow>")]
    | Annotated[Note, Tag("<note>")]
    | Annotated[Gap, Tag("<gap>")]
    | Annotated[Row, Tag("<row>")]
    | Annotated[Column, Tag("<column>")]
    | Annotated[Stack, Tag("<stack>")]
    | Annotated[Group, Tag("<group>")]
    | Annotated[Bracket, Tag("<bracket>")],
    Discriminator(
        _kind, custom_error_type="no_node", custom_error_message=f"must have one of the keys {', '.join(KINDS)}"
    ),
]
