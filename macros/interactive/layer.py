"""A layer of a stack: what it holds, and how much of it is sent and stored, by figures or as an example."""

from collections.abc import Iterator

from pydantic import Field

from macros.content.number import Number, number
from macros.content.units import Short, dimension_of, in_base_unit, unit_meant
from macros.html.words import gettext
from macros.interactive.amount import Amount, Taken
from macros.interactive.kind import Material
from macros.reading.datafile import Fault, Id, Model, Text
from macros.reading.positions import Loc

_WHENCE = "write 'figure: …', 'way: …' with 'field: …', or 'example: …' with 'unit: …'"


class Size(Amount):
    """An amount of the course, or where it has none, a number that readers are told to be an example."""

    example: Number | None = Field(default=None, description="or a number that is only an example")
    unit: Short | None = Field(default=None, description="of an example: such as MB")

    def faults(self) -> Iterator[Fault]:
        """Yield a size that is taken from nowhere or from two places, and an example without its unit."""
        if (self.example is None) != (self.unit is None):
            yield (), "has only one of 'example' and 'unit'", "write both, such as example: 40 and unit: MB"
        elif self.example is None and not self.figure and not self.way:
            yield (), "names no figure and no way, and is no example", _WHENCE
        elif self.example is not None and (self.figure or self.way or self.field):
            yield (), "is an example, and names a figure or a way", "take out one of the two"
        elif self.example is None:
            yield from super().faults()

    def gaps(self, loc: Loc, material: Material) -> Iterator[Fault]:
        """Yield a size that the course has not, that cannot be converted, or that is nothing."""
        if self.unit and not dimension_of(self.unit, material.dimensions):
            yield (*loc, "unit"), f"there is no unit '{self.unit}'", unit_meant(self.unit, material.dimensions)
        told = [*super().gaps(loc, material)]
        yield from told
        if not told and self.way and not self.taken(material).value:
            yield loc, "is nothing", "a layer without a size changes no sum; take another field, or leave it out"

    def taken(self, material: Material) -> Taken:
        """Return the size; the course has it, or it is an example."""
        if self.example is None:
            return super().taken(material)
        unit, told = self.unit or "", gettext("example")
        value = in_base_unit(self.example, unit, material.dimensions)
        dimension = dimension_of(unit, material.dimensions) or ""
        return Taken(value, dimension, f"{number(self.example)} {unit}", told)


class Layer(Model):
    """What lies on the layer below it."""

    id: Id = Field(description="stands in the address when it changes")
    name: Short = Field(description="what readers call it")
    holds: Text = Field(description="what is in it, as a sentence")
    sent: Size = Field(description="how much of it is sent, packed")
    stored: Size = Field(description="how much room it takes where it is stored, unpacked")
    shared: bool = Field(default=False, description="whether it is the same one in each stack")
    fetched: bool = Field(default=False, description="whether others have built it, so that it is only fetched")

    @property
    def is_example(self) -> bool:
        """Return whether its sizes are examples."""
        return self.sent.example is not None

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong with each size, and sizes of which only one is an example."""
        told = [((key, *loc), *rest) for key in SIZES for loc, *rest in getattr(self, key).faults()]
        yield from told
        if not told and self.is_example != (self.stored.example is not None):
            yield ("stored",), "only one of its sizes is an example", "take both from the course, or make both examples"


SIZES = ("sent", "stored")
"""The sizes of a layer, by their keys."""
