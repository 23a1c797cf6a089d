"""The layers of a picture with their sizes taken: how they are drawn, and what is said of each change."""

import json
from dataclasses import dataclass
from functools import cached_property

from macros.content.run_table import in_units
from macros.content.units import Units, axis_units
from macros.html.words import gettext
from macros.interactive.kind import Material
from macros.interactive.layer import Layer
from macros.interactive.pile import Floor, Pile
from macros.interactive.rebuilding import Slab, copies, cost, renewed

FIRST = "first"
"""The choice of a first build: no layer is there yet."""


@dataclass(frozen=True)
class Stacked:
    """The layers of a picture from the base up, the question which of them changes, and what has their sizes."""

    layers: tuple[Layer, ...]
    control: str
    material: Material

    @cached_property
    def words(self) -> dict[str, str]:
        """Return what is said of layers and of sums, here and by the script."""
        return {
            "first": gettext("First build"),
            "new": gettext("+ built, sent, stored"),
            "fetched": gettext("+ fetched, sent, stored"),
            "kept": gettext("= reused"),
            "changed": gettext("changed"),
            "one": gettext("changed in one"),
            "built": gettext("Layers built"),
            "sent": gettext("Sent, compressed"),
            "stored": gettext("Stored, unpacked"),
            "of": gettext("{built} of {layers}"),
        }

    @cached_property
    def _slabs(self) -> list[Slab]:
        taken = ((one, one.sent.taken(self.material), one.stored.taken(self.material)) for one in self.layers)
        return [Slab(sent.value, stored.value, one.shared, one.fetched) for one, sent, stored in taken]

    @cached_property
    def _units(self) -> Units:
        return self.material.dimensions[self.layers[0].sent.taken(self.material).dimension]

    def lines(self, layer: Layer, stacks: int) -> tuple[tuple[str, str], tuple[str, str]]:
        """Return the texts at both ends of the two lines of a layer, when it is the one that changes."""
        name = f"{layer.name} ({gettext('example')})" if layer.is_example else layer.name
        changed = self.words["changed" if stacks == 1 or layer.shared else "one"]
        sent, stored = layer.sent.taken(self.material).shown, layer.stored.taken(self.material).shown
        return (name, changed), (gettext("Sent: %(size)s", size=sent), gettext("Stored: %(size)s", size=stored))

    def sums(self, changed: int | None, stacks: int) -> dict[str, tuple[str, str]]:
        """Return what a change costs, each sum with its name, by its key."""
        found, words = cost(self._slabs, changed, stacks), self.words
        built = words["of"].replace("{built}", str(found.built)).replace("{layers}", str(found.layers))
        amounts = {
            "built": built,
            "sent": in_units(found.sent, self._units),
            "stored": in_units(found.stored, self._units),
        }
        return {key: (words[key], amount) for key, amount in amounts.items()}

    def told(self, changed: int | None, stacks: int) -> str:
        """Return what a change costs, in words."""
        choice = self.words["first"] if changed is None else self.layers[changed].name
        is_one = changed is not None and stacks > 1 and not self.layers[changed].shared
        where = f" ({self.words['one']})" if is_one else ""
        said = f"{self.control}: {choice}{where}"
        return ". ".join([said, *(f"{name}: {amount}" for name, amount in self.sums(changed, stacks).values())])

    def pile(self, changed: int | None, stacks: int) -> Pile:
        """Return the stacks as they are drawn, when a layer changes or all are new."""
        new, every = renewed(self._slabs, changed, stacks), copies(self._slabs, stacks)
        floors = []
        for at, layer in reversed([*enumerate(self.layers)]):
            (name, changes), sizes = self.lines(layer, stacks)
            said = self.words["fetched" if layer.fetched else "new"]
            floors.append(Floor(layer.id, name, changes if at == changed else "", sizes, every[at], new[at], said))
        legend = self.words["new"] if max(every) > 1 else ""
        sums = self.sums(changed, stacks)
        return Pile(tuple(floors), self.words["kept"], sums, self.told(changed, stacks), legend)

    @cached_property
    def data(self) -> str:
        """Return what the script must know, as JSON: the layers from the base up, units, and words."""
        pairs = zip(self.layers, self._slabs, strict=True)
        layers = [[one.id, slab.shared, slab.fetched, slab.sent, slab.stored] for one, slab in pairs]
        data = {"layers": layers, "units": axis_units(self._units), "words": self.words}
        return json.dumps(data, ensure_ascii=False)
