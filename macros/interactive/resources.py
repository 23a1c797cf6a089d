"""What a capacity is worked out from: resources, ways with their limits, parts of the picture, and named examples."""

from collections.abc import Iterator, Mapping

from pydantic import Field

from macros.content.number import Number
from macros.content.palette import Colour
from macros.content.units import Short
from macros.interactive.assumption import Assumption
from macros.interactive.kind import Material
from macros.reading.datafile import Fault, Id, Model, unknown
from macros.reading.positions import Loc


class Part(Model):
    """A part of what is drawn."""

    name: Short = Field(description="what the key below the picture calls it")
    tone: Colour = Field(description="its colour")


class Way(Model):
    """A way to run what fits."""

    id: Id = Field(description="names what it adds")
    name: Short = Field(description="what readers call it")


class Limit(Assumption):
    """A number that some ways never pass, however much there is."""

    id: Id = Field(description="stands in the address when it is changed")
    name: Short = Field(description="what is counted")
    ends: Short = Field(description="what is so when it is reached; it ends the sentence 'Tea: 9, then …'")
    ways: tuple[Id, ...] = Field(min_length=1, max_length=6, description="the ways that it holds for")


class Resource(Model):
    """What there is so much of, and what each that fits takes of it."""

    id: Id = Field(description="stands in the address when it is changed")
    name: Short = Field(description="what readers call it")
    ends: Short = Field(description="what is so when it is used up; it ends the sentence 'Tea: 9, then …'")
    has: Assumption = Field(description="how much there is")
    kept: Assumption | None = Field(default=None, description="how much of it nothing gets that fits")
    needs: Assumption = Field(description="how much each takes, in whatever way it is run")
    adds: dict[Id, Assumption] = Field(default={}, max_length=8, description="by way: how much that adds to each")

    def assumptions(self) -> Iterator[tuple[Loc, Assumption]]:
        """Yield each with its place, in the order in which readers see them."""
        yield ("has",), self.has
        if self.kept:
            yield ("kept",), self.kept
        yield ("needs",), self.needs
        yield from ((("adds", way), one) for way, one in self.adds.items())

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong with each, what has no name, and what may be nothing and must not."""
        for loc, one in self.assumptions():
            yield from (((*loc, *inner), message, hint) for inner, message, hint in one.faults())
            if loc[0] != "adds" and not one.name:
                yield loc, "'name' is missing", "say what readers call it"
            if loc[0] in {"has", "needs"} and not one.least:
                yield (*loc, "least"), "must be more than 0", "nothing divides by nothing, and nothing fits into it"

    def gaps(self, material: Material) -> Iterator[Fault]:
        """Yield amounts that are none, and amounts of unlike units."""
        told = [fault for loc, one in self.assumptions() for fault in one.gaps(loc, material)]
        yield from told
        first = "" if told else self.has.dimension(material)
        for loc, one in self.assumptions():
            if not told and (dimension := one.dimension(material)) != first:
                message = f"is of {dimension or 'no unit'}, and 'has' of {first or 'no unit'}"
                yield loc, message, f"take an amount of {first}" if first else "take amounts that measure the same"


class Example(Model):
    """A named example, which is worked out in words."""

    name: Short = Field(description="what readers call it")
    has: dict[Id, Number] = Field(min_length=1, max_length=6, description="by resource: how much it has, in its unit")

    def gaps(self, resources: Mapping[str, Resource]) -> Iterator[Fault]:
        """Yield resources that there are not, and amounts that readers could not set."""
        for name, value in self.has.items():
            yield from unknown(("has", name), "resource", name, resources)
            if name in resources and (message := resources[name].has.outside(value)):
                yield ("has", name), message, f"stay within 'least' and 'most' of '{name}'"
