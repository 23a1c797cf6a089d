"""An assumption: an amount that readers may change, of a figure or a measurement, or an example that says so."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import isclose
from typing import Annotated

from pydantic import Field

from macros.content.number import MOST, Number, number
from macros.content.units import Short, dimension_of, unit_meant
from macros.html.words import gettext
from macros.interactive.amount import Amount
from macros.interactive.kind import Material
from macros.reading.datafile import Fault
from macros.reading.positions import Loc

_UNBROKEN = "\u00a0"


@dataclass(frozen=True)
class Control:
    """An assumption as its control has it."""

    key: str
    """What it is called in the address."""
    name: str
    value: float
    unit: str
    factor: float
    """How many of the unit of its dimension with the factor 1 its unit is."""
    least: float
    most: float
    step: float
    cited: str
    short: str
    """Whose the cited amount is, or that it is an example."""
    figure: str | None

    @property
    def base(self) -> float:
        """Return the value in the unit of its dimension with the factor 1."""
        return self.value * self.factor

    @property
    def shown(self) -> str:
        """Return the value with its unit."""
        return self.told(self.value)

    @property
    def bounds(self) -> str:
        """Return between which values it can be set."""
        return f"{number(self.least)}\u2013{number(self.most)}"

    def told(self, value: float) -> str:
        """Return another value in the same unit."""
        return f"{number(value)}{_UNBROKEN}{self.unit}" if self.unit else number(value)

    def at(self, value: float) -> "Control":
        """Return the control when it is set to this value."""
        return replace(self, value=value)


class Assumption(Amount):
    """What readers may change between two bounds, in steps."""

    name: Short | None = Field(default=None, description="what it is called; what a way adds is called like the way")
    example: Number | None = Field(default=None, description="or an amount that nobody published: an example")
    unit: Short | None = Field(default=None, description="of an example or a measurement; a figure has its own")
    least: Annotated[float, Field(ge=0, le=MOST, allow_inf_nan=False)] = Field(description="it cannot be set below")
    most: Number = Field(description="it cannot be set above")
    step: Number = Field(description="by how much it is set, counted from 'least'")

    def faults(self) -> Iterator[Fault]:
        """Yield an amount that is taken from nowhere or from two places, a unit too many, and bounds that are none."""
        if self.example is None:
            yield from super().faults()
        elif self.figure or self.way or self.field:
            yield ("example",), "is an example, and names a figure or a way as well", "take one of them away"
        if self.figure and self.unit:
            yield ("unit",), "a figure has a unit of its own", "delete it"
        if self.least >= self.most:
            yield ("most",), "is not more than 'least'", "leave readers something to set"

    def gaps(self, loc: Loc, material: Material) -> Iterator[Fault]:
        """Yield an amount that the course has not, an unknown unit, and an amount that its control cannot have."""
        if self.way:
            yield from super().gaps(loc, material)
        if self.unit and not dimension_of(self.unit, material.dimensions):
            yield (*loc, "unit"), f"there is no unit '{self.unit}'", unit_meant(self.unit, material.dimensions)
        elif self.way and not self.unit:
            yield loc, "'unit' is missing", "write in which unit the measured amount is set, such as unit: MB"
        elif not self.way:
            yield from self._out_of_bounds(loc, self._written(material))

    def dimension(self, material: Material) -> str:
        """Return what it measures: a dimension, the unit of a figure that has none, or nothing for a plain number."""
        unit = self._unit(material)
        return dimension_of(unit, material.dimensions) or unit

    def control(self, key: str, material: Material, name: str = "") -> Control:
        """Return its control, which has the cited value; name stands where it has no name of its own."""
        unit = self._unit(material)
        dimension = dimension_of(unit, material.dimensions)
        factor = material.dimensions[dimension][unit] if dimension else 1.0
        value, cited, short = self._written(material), "", gettext("an example")
        if self.way:
            found = self.taken(material)
            value, cited, short = self._nearest(found.value / factor), found.shown, found.short
        elif self.figure:
            figure = material.figures[self.figure]
            cited, short = figure.unbroken, f"{figure.kind_shown}, {material.labels.get(figure.source, figure.source)}"
        bounds = (self.least, self.most, self.step)
        made = Control(key, self.name or name, value, unit, factor, *bounds, cited, short, self.figure)
        return made if cited else replace(made, cited=made.shown)

    def _unit(self, material: Material) -> str:
        return material.figures[self.figure].unit if self.figure else self.unit or ""

    def _written(self, material: Material) -> float:
        return material.figures[self.figure].value if self.figure else self.example or 0.0

    def _nearest(self, value: float) -> float:
        """Return the nearest value that the control can have."""
        steps = round((min(max(value, self.least), self.most) - self.least) / self.step)
        return round(self.least + steps * self.step, 9)

    def outside(self, value: float) -> str:
        """Return that a value is not between the bounds, or nothing."""
        if self.least <= value <= self.most:
            return ""
        return f"{number(value)} is not between {number(self.least)} and {number(self.most)}"

    def _out_of_bounds(self, loc: Loc, value: float) -> Iterator[Fault]:
        if message := self.outside(value):
            yield loc, message, "set 'least' and 'most' around it"
        elif not isclose(value, self._nearest(value), rel_tol=1e-9):
            yield (*loc, "step"), f"no step leads to {number(value)}", "take a smaller step, or another 'least'"
