"""A picture to operate: its title and its words, and one of the kinds."""

from collections.abc import Iterator
from typing import get_args

from pydantic import Field

from macros.diagram.scene import Label
from macros.interactive.capacity import Capacity
from macros.interactive.failure import Failure
from macros.interactive.kind import Kind
from macros.interactive.layers import Layers
from macros.interactive.race import Race
from macros.interactive.views import Views
from macros.reading.datafile import Fault, Id, Model, Text


class Interactive(Model):
    """A file of ``docs/data/interactives``: the key of one kind holds what is drawn and what can be set."""

    title: Label = Field(description="what the picture is called")
    desc: Text = Field(description="what it shows and what can be set, for readers who do not see it")
    caption: Text = Field(description="shown below the picture, after its title")
    sources: tuple[Id, ...] = Field(
        default=(), max_length=20, description="where it stands, besides the sources of its figures"
    )
    race: Race | None = Field(default=None, description="what takes how long, in lanes on one axis")
    layers: Layers | None = Field(default=None, description="what is built, sent and stored again when a layer changes")
    failure: Failure | None = Field(default=None, description="diagrams of which the reader breaks a part")
    views: Views | None = Field(default=None, description="one thing through two windows, with switches")
    capacity: Capacity | None = Field(default=None, description="how many fit into what readers set, in several ways")

    def faults(self) -> Iterator[Fault]:
        """Yield that it is of no kind, or of two."""
        if len(self._kinds) != 1:
            message = "is of no kind" if not self._kinds else "is of two kinds"
            yield (), message, f"write one of these keys: {', '.join(KINDS)}"
        for kind in self._kinds:
            yield from (((kind.name, *loc), message, hint) for loc, message, hint in kind.faults())

    @property
    def kind(self) -> Kind:
        """Return what is drawn and what can be set."""
        (found,) = self._kinds
        return found

    @property
    def _kinds(self) -> list[Kind]:
        return [kind for kind in (getattr(self, key) for key in KINDS) if kind is not None]


KINDS = tuple(
    kind.name
    for field in Interactive.model_fields.values()
    for kind in get_args(field.annotation)
    if isinstance(kind, type) and issubclass(kind, Kind)
)
"""The keys that tell the kinds apart."""
