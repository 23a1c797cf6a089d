"""What a change costs: the layer that changes and all above it are built again, and what is built is sent and stored.

The script of these pictures counts the same way, and in the same order, so that no sum differs by a last digit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add


@dataclass(frozen=True)
class Slab:
    """A layer in numbers: its sizes in base units, whether all stacks share it, and whether it is only fetched."""

    sent: float
    stored: float
    shared: bool = False
    fetched: bool = False


@dataclass(frozen=True)
class Cost:
    """How many layers are built of how many, and how much is sent and stored."""

    built: int
    layers: int
    sent: float
    stored: float


def copies(slabs: Sequence[Slab], stacks: int) -> list[int]:
    """Return how often there is each layer in so many stacks: once where they share it."""
    return [1 if slab.shared else stacks for slab in slabs]


def renewed(slabs: Sequence[Slab], changed: int | None, stacks: int) -> list[int]:
    """Return of each layer how many copies are new, from the base up, when one changes; all are when none was there.

    A layer that all share changes for all; any other one changes in one stack only.
    """
    every = copies(slabs, stacks)
    if changed is None:
        return every
    reached = stacks if slabs[changed].shared else 1
    return [min(count, reached) if index >= changed else 0 for index, count in enumerate(every)]


def cost(slabs: Sequence[Slab], changed: int | None, stacks: int) -> Cost:
    """Return what a change costs."""
    new, every = renewed(slabs, changed, stacks), copies(slabs, stacks)
    own = [index for index, slab in enumerate(slabs) if not slab.fetched]
    sent = reduce(add, (count * slab.sent for count, slab in zip(new, slabs, strict=True)), 0.0)
    stored = reduce(add, (count * slab.stored for count, slab in zip(new, slabs, strict=True)), 0.0)
    return Cost(sum(new[index] for index in own), sum(every[index] for index in own), sent, stored)
