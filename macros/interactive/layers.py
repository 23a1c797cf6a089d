"""Layers: stacks of them on a base, and what must be built, sent and stored again when one of them changes."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from math import fsum
from typing import Annotated, Any, ClassVar

from pydantic import Field

from macros.content.units import Short
from macros.diagram.standalone import Drawing
from macros.diagram.text import width
from macros.interactive.kind import Kind, Material, Named
from macros.interactive.layer import SIZES, Layer, Size
from macros.interactive.pile import ROOM, drawn
from macros.interactive.stacked import FIRST, Stacked
from macros.reading.datafile import Fault, Id, Text, twice, unknown
from macros.reading.positions import Loc


class Layers(Kind):
    """A stack of layers, once or several times on the same base, of which one changes at a time."""

    name: ClassVar[str] = "layers"
    control: Short = Field(description="the question above the choice of the layer that changes")
    stacks: Short = Field(description="the question above the choice of how many stacks there are")
    counts: tuple[Annotated[int, Field(ge=1, le=12)], ...] = Field(
        min_length=1, max_length=4, description="how many stacks can be chosen; the first is shown first"
    )
    changed: Id | None = Field(default=None, description="the layer that changes at first; without it, all are new")
    layers: tuple[Layer, ...] = Field(min_length=2, max_length=6, description="from the base up")
    exceptions: tuple[Text, ...] = Field(min_length=1, max_length=6, description="when its rule is wrong")

    def faults(self) -> Iterator[Fault]:
        """Yield what stands twice, layers on such as they cannot lie on, and what is wrong with each."""
        yield from twice("layers", [layer.id for layer in self.layers])
        for index, count in enumerate(self.counts):
            if count in self.counts[:index]:
                yield ("counts", index), f"{count} stands twice", "take one of them out"
        for index, layer in enumerate(self.layers):
            if layer.id == FIRST:
                yield ("layers", index, "id"), f"'{FIRST}' is the first build", "choose another id"
            yield from ((("layers", index, *loc), message, hint) for loc, message, hint in layer.faults())
        for index, (lower, upper) in enumerate(pairwise(self.layers), start=1):
            loc: Loc = ("layers", index)
            if upper.shared and not lower.shared:
                yield (*loc, "shared"), "lies on a layer that is not shared", "only the lowest layers can be the same"
            if upper.fetched and not lower.fetched:
                yield (*loc, "fetched"), "lies on a layer that is built", "what is fetched comes with all below it"
        if self.changed:
            yield from unknown(("changed",), "layer", self.changed, [layer.id for layer in self.layers])
        if all(layer.fetched for layer in self.layers):
            yield ("layers",), "nothing is built", "leave 'fetched' out where a layer is built"

    def _sizes(self) -> Iterator[tuple[Loc, Size]]:
        for index, layer in enumerate(self.layers):
            for key in SIZES:
                yield ("layers", index, key), getattr(layer, key)

    def named(self) -> Iterator[Named]:
        """Yield every figure and way of the sizes."""
        for loc, size in self._sizes():
            yield from size.named(loc)

    def gaps(self, material: Material) -> Iterator[Fault]:
        """Yield sizes that are none, sizes of unlike units, and names and sizes without room."""
        told = [fault for loc, size in self._sizes() for fault in size.gaps(loc, material)]
        yield from told or self._faults_of_sizes(material)

    def _faults_of_sizes(self, material: Material) -> Iterator[Fault]:
        first = self.layers[0].sent.taken(material).dimension
        for loc, size in self._sizes():
            if (dimension := size.taken(material).dimension) != first:
                message = f"is of {dimension}, and the first size of {first}"
                yield loc, message, "take sizes that measure the same"
        stacked = self._stacked(material)
        for index, layer in enumerate(self.layers):
            for key, ends in zip(("name", "sent"), stacked.lines(layer, max(self.counts)), strict=True):
                if (much := fsum(map(width, ends)) - ROOM) > 0:
                    hint = f"say it shorter, by about {int(much / width('n')) + 1} letters"
                    yield ("layers", index, key), f"has no room on a phone beside '{ends[1]}'", hint

    def _stacked(self, material: Material) -> Stacked:
        return Stacked(self.layers, self.control, material)

    @property
    def _at_first(self) -> int | None:
        return next((index for index, layer in enumerate(self.layers) if layer.id == self.changed), None)

    def shown(self, material: Material) -> dict[str, Any]:
        """Return the stacks as they are at first, what each choice costs, and what the script must know."""
        stacked, choices = self._stacked(material), (None, *range(len(self.layers))[::-1])
        piles = [(count, drawn(stacked.pile(self._at_first, count))) for count in self.counts]
        costs = [(count, [stacked.told(changed, count) for changed in choices]) for count in self.counts]
        sizes = [(layer, layer.sent.taken(material), layer.stored.taken(material)) for layer in self.layers[::-1]]
        return {"stack": self, "piles": piles, "costs": costs, "sizes": sizes, "first": FIRST, "data": stacked.data}

    def drawing(self, title: str, material: Material) -> Drawing:
        """Return the stacks as they are at first."""
        stacked, count = self._stacked(material), self.counts[0]
        pile = stacked.pile(self._at_first, count)
        named = dict.fromkeys(size.taken(material).short for _, size in self._sizes())
        said = (f"{self.stacks}: {count}", "; ".join(named))
        return Drawing(title, repr((title, pile)), partial(drawn, pile, title=title), said)
