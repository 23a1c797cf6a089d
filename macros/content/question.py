"""Questions: the key under which the answers stand tells what is asked for."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from macros.content.answers import Item, Pair, Spot, equal, how_many_right, option_faults, shuffled, verdicts
from macros.content.choices import SECONDS_TO_SORT, OneOf, SomeOf, Tested
from macros.reading.datafile import Fault, Id, Text, twice


class InOrder(Tested):
    """Things that have one right order."""

    kind = "in-order"
    seconds = SECONDS_TO_SORT
    in_order: tuple[Item, ...] = Field(
        min_length=3, max_length=6, alias="in-order", description="in the right order; readers get them in another one"
    )

    def faults(self) -> Iterator[Fault]:
        """Yield things that nobody can tell apart."""
        yield from equal("in-order", "text", [item.text for item in self.in_order])
        yield from verdicts("in-order", self.in_order)

    @property
    def given(self) -> tuple[str, ...]:
        """Return the things in the order in which readers get them."""
        return shuffled([item.text for item in self.in_order], self.id)


class Match(Tested):
    """Two columns, in which each thing on the left has its own on the right."""

    kind = "match"
    seconds = SECONDS_TO_SORT
    match: tuple[Pair, ...] = Field(
        min_length=3, max_length=6, description="what belongs together; readers get the right column in another order"
    )

    def faults(self) -> Iterator[Fault]:
        """Yield things in a column that nobody can tell apart."""
        yield from equal("match", "left", [pair.left for pair in self.match])
        yield from equal("match", "right", [pair.right for pair in self.match])
        yield from verdicts("match", self.match)

    @property
    def given(self) -> tuple[str, ...]:
        """Return the right column in the order in which readers get it."""
        return shuffled([pair.right for pair in self.match], self.id)


class Press(Tested):
    """Parts of a diagram, of which those that are right are to be pressed."""

    kind = "press"
    press: Id = Field(description="the name of a file in docs/data/diagrams, which its lesson shows")
    parts: tuple[Spot, ...] = Field(min_length=2, max_length=12, description="one right or more, and one wrong or more")
    others: Text = Field(description="why every other part of the picture is wrong")

    def faults(self) -> Iterator[Fault]:
        """Yield that no part is right, or all of them, and parts that stand twice."""
        right, there = how_many_right(self.parts), len(self.parts)
        if right in {0, there}:
            message = f"all {there} parts are right" if right else "no part is right"
            yield ("parts",), message, "mark those that are right with 'right: true', and name others that are not"
        for (_, index, _), message, hint in twice("parts", [spot.part for spot in self.parts]):
            yield ("parts", index, "part"), message, hint.replace("id", "part")
        yield from option_faults("parts", self.parts, believed=0 < right < there)


KINDS = ("one-of", "some-of", "in-order", "match", "press")
"""The keys that tell the questions apart."""


def _kind(value: Any) -> str | None:
    if isinstance(value, dict):
        return next((f"<{kind}>" for kind in KINDS if kind in value), None)
    return f"<{type(value).__name__.lower()}>"


Question = Annotated[
    Annotated[OneOf, Tag("<one-of>")]
    | Annotated[SomeOf, Tag("<some-of>")]
    | Annotated[InOrder, Tag("<in-order>")]
    | Annotated[Match, Tag("<match>")]
    | Annotated[Press, Tag("<press>")],
    Discriminator(
        _kind, custom_error_type="no_node", custom_error_message=f"must have one of the keys {', '.join(KINDS)}"
    ),
]
