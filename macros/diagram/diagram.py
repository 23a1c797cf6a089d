"""A diagram: a scene with the words that stand for it, told at once or in steps."""

from collections.abc import Iterator, Mapping
from math import ceil
from typing import get_args

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from macros.content.palette import COLOURS, SHARED, Tones, tone_unknown
from macros.diagram import letters, story, story_faults
from macros.diagram.cast import Cast
from macros.diagram.scene import TONED, Arrow, Gap, Group, Label, Leaf, Node, Picture, Scale, Size
from macros.diagram.tree import children, walk
from macros.html.markup import words
from macros.reading.datafile import Fault, Id, Model, Text, unknown
from macros.reading.positions import Loc

MOST_LEVELS = 10
MOST_LEAVES = 200
MOST_LONG_ARROWS = 20
"""Those between parts with names: each seeks its way among all others."""

LEAST_COPY = 0.01
_SIZES = {*get_args(Size)}


class Diagram(Model):
    """A scene with its words: for the eye (caption) and for the ear (desc)."""

    title: Label = Field(description="what the picture is called")
    desc: Text = Field(description="what it shows, for readers who do not see it")
    caption: Text | None = Field(default=None, description="shown below the picture, after its title")
    figures: SkipJsonSchema[tuple[Id, ...]] = Field(default=(), description="filled in: the figures that it names")
    sources: tuple[Id, ...] = Field(
        default=(), max_length=20, description="where it stands, besides the sources of its figures"
    )
    tones: SkipJsonSchema[Tones | None] = Field(
        default_factory=dict, description="filled in: those of the course; nothing while they cannot be known"
    )
    scene: Node = Field(description="what is drawn")
    steps: tuple[story.Step, ...] = Field(
        default=(), max_length=9, description="sentences in their order, each with what changes in the picture"
    )

    def __hash__(self) -> int:
        return hash((self.title, self.desc))

    def faults(self) -> Iterator[Fault]:
        """Yield what is too deep or too much, and names that stand twice or do not exist."""
        nodes = [(("scene", *loc), node, level) for loc, node, level in walk(self.scene)]
        yield from _size_faults(nodes)
        names: set[str] = set()
        for loc, node, _ in nodes:
            if node.name in names:
                yield (*loc, "name"), f"'{node.name}' stands twice", "choose another name"
            names |= {node.name} if node.name else set()
        pictures = {node.name for _, node, _ in nodes if isinstance(node, Picture) and node.name}
        for loc, node, _ in nodes:
            yield from letters.faults(loc, node)
            yield from self._tone_faults(loc, node)
            if isinstance(node, Arrow):
                yield from _arrow_faults(loc, node, names)
            if isinstance(node, Gap) and node.gap not in _SIZES:
                yield from unknown((*loc, "gap"), "size and no named picture", node.gap, _SIZES | pictures)
        yield from _loose_arrows(nodes)
        if len(self.steps) == 1:
            yield ("steps",), "has only one step", "write two or more, or none"
        yield from story_faults.faults(self.steps, Cast.of(self.scene))

    def _tone_faults(self, loc: Loc, node: Node) -> Iterator[Fault]:
        if self.tones is not None and isinstance(node, TONED):
            yield from tone_unknown((*loc, "tone"), node.tone, self.tones, of_group=isinstance(node, Group))

    def colour(self, tone: str) -> str:
        """Return the colour of the palette that a tone has; plain while the tones cannot be known."""
        found = (self.tones or {}).get(tone, tone)
        return found if found in (*COLOURS, SHARED) else COLOURS[0]

    def toned(self) -> set[str]:
        """Return the tones of its parts."""
        return {node.tone for _, node, _ in walk(self.scene) if isinstance(node, TONED)}

    def pictures(self) -> list[tuple[Loc, str]]:
        """Return the name of each pictogram that it draws, with its place in the file."""
        nodes = [(("scene", *loc), node) for loc, node, _ in walk(self.scene)]
        found: list[tuple[Loc, str]] = [((*loc, "scale"), node.scale) for loc, node in nodes if isinstance(node, Scale)]
        return found + [((*loc, "picture"), node.picture) for loc, node in nodes if isinstance(node, Picture)]

    @property
    def words(self) -> int:
        """Return how many words its steps add to a page."""
        return sum(len(words(step.step)) for step in self.steps)

    @property
    def moments(self) -> tuple[story.Moment, ...]:
        """Return how the scene stands after each step."""
        return story.moments(self.steps)


def _size_faults(nodes: list[tuple[Loc, Node, int]]) -> Iterator[Fault]:
    for loc, _, level in nodes:
        if level == MOST_LEVELS + 1:
            yield loc, f"is nested deeper than {MOST_LEVELS} levels", "draw two diagrams"
    long = sum(isinstance(node, Arrow) and node.to is not None for _, node, _ in nodes)
    if long > MOST_LONG_ARROWS:
        yield ("scene",), f"has {long} arrows with 'to', more than {MOST_LONG_ARROWS}", "draw two diagrams"
    for loc, node, _ in nodes:
        if isinstance(node, Scale) and node.copies < LEAST_COPY:
            yield (*loc, "number"), f"is less than {LEAST_COPY} copies", "make 'each' smaller"
    leaves = sum(ceil(node.copies) if isinstance(node, Scale) else 1 for _, node, _ in nodes if isinstance(node, Leaf))
    if leaves > MOST_LEAVES:
        yield ("scene",), f"has {leaves:,} parts, more than {MOST_LEAVES}", "draw two diagrams, or raise 'each'"


def _arrow_faults(loc: Loc, arrow: Arrow, names: set[str]) -> Iterator[Fault]:
    ends = {"from": arrow.from_, "to": arrow.to}
    for key, end in ends.items():
        if end:
            yield from unknown((*loc, key), "part", end, names)
    if arrow.from_ != arrow.to and None in ends.values():
        yield loc, "has only one of 'from' and 'to'", "name both ends, or none: then it joins the parts beside it"
    if arrow.to and arrow.from_ == arrow.to:
        yield (*loc, "to"), "is where the arrow starts", ""


def _loose_arrows(nodes: list[tuple[Loc, Node, int]]) -> Iterator[Fault]:
    """Yield arrows without names of their ends that lead from or to nothing."""
    lengths = {loc: len(children(node)) for loc, node, _ in nodes}
    hint = "put it between two parts, or name both in 'from' and 'to'"
    for loc, node, _ in nodes:
        if isinstance(node, Arrow) and not (node.from_ or node.to) and isinstance(loc[-1], int):
            along = _along(loc, lengths)
            if not any(index for index, _ in along):
                yield loc, "no part stands before this arrow", hint
            if all(index == length - 1 for index, length in along):
                yield loc, "no part stands behind this arrow", hint


def _along(loc: Loc, lengths: Mapping[Loc, int]) -> list[tuple[int, int]]:
    """Return where a part stands in its row and the rows around it, or in columns and stacks: place, and their length.

    A column may begin with an arrow when something stands above it, in the column around it.
    """
    steps = [(loc[:at], loc[at], loc[at + 1]) for at in range(1, len(loc) - 1)]
    is_across = loc[-2] == "row"
    return [(it, lengths[around]) for around, key, it in steps if isinstance(it, int) and (key == "row") == is_across]
