"""An amount in a picture: that of a figure of the comparison, or the median of what was measured, never a typed one."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field

from macros.content.measurement import Figure
from macros.content.run_form import MEASURED, Key, amounts
from macros.content.run_table import in_units, units
from macros.content.units import dimension_of, in_base_unit
from macros.interactive.kind import Material, Named
from macros.reading.datafile import Fault, Id, Model, unknown
from macros.reading.positions import Loc


@dataclass(frozen=True)
class Taken:
    """An amount as the course has it."""

    value: float
    """In the unit of its dimension that has the factor 1."""
    dimension: str
    shown: str
    short: str
    """Whose it is: author and year, or the machine and the day."""
    source: str = ""
    """The id of the source of a figure."""
    unit: str = ""
    """In which a figure is written."""


class Amount(Model):
    """Where an amount is taken from."""

    figure: Id | None = Field(default=None, description="the id of a figure of the comparison")
    way: Id | None = Field(default=None, description="or what was measured: the id of a way of the measurements")
    field: Key | None = Field(default=None, description="of a way: the field of its results")

    def faults(self) -> Iterator[Fault]:
        """Yield an amount that is taken from nowhere, or from two places."""
        if (self.figure is None) == (self.way is None):
            yield (), "names no figure and no way, or both", "write 'figure: …', or 'way: …' with 'field: …'"
        elif (self.way is None) != (self.field is None):
            yield (), "has only one of 'way' and 'field'", "write both, such as way: … and field: start_seconds"

    def named(self, loc: Loc) -> Iterator[Named]:
        """Yield the figure or the way that it names."""
        if self.figure:
            yield (*loc, "figure"), "figure", self.figure
        elif self.way:
            yield (*loc, "way"), "way", self.way

    def gaps(self, loc: Loc, material: Material) -> Iterator[Fault]:
        """Yield an amount that the course has not, or that measures nothing."""
        if self.figure and not dimension_of(material.figures[self.figure].unit, material.dimensions):
            unit = material.figures[self.figure].unit
            yield (*loc, "figure"), f"'{unit}' is a unit of no dimension", "take a figure that can be converted"
        elif self.way and self.field and (found := material.measurements):
            fields = {key for key, form in found.results.items() if form.holds in MEASURED and form.unit}
            told = [*unknown((*loc, "field"), "field that measures something", self.field, fields)]
            yield from told
            if not told and not self._measured(material):
                hint = "take another way or field, or add a run that has it"
                yield (*loc, "field"), f"the first run has no '{self.field}' of '{self.way}'", hint

    def taken(self, material: Material) -> Taken:
        """Return the amount; the course has it."""
        if self.figure:
            return _of_figure(material.figures[self.figure], material)
        found, (value,) = material.measurements, self._measured(material)
        assert found  # noqa: S101 - the course has it
        form = found.results[self.field or ""]
        shown, label = in_units(value, units(found, form)), found.labels[0]
        return Taken(value, dimension_of(form.unit or "", material.dimensions) or "", shown, label)

    def _measured(self, material: Material) -> list[float]:
        """Return the median that the first run has, or nothing."""
        found = material.measurements
        if not found or not found.runs:
            return []
        results = (result for result in found.runs[0]["results"] if result["kind"] == self.way)
        form = found.results[self.field or ""]
        return [one.middle for result in results for one in amounts(result, self.field or "", form)][:1]


def _of_figure(figure: Figure, material: Material) -> Taken:
    value = in_base_unit(figure.value, figure.unit, material.dimensions)
    dimension = dimension_of(figure.unit, material.dimensions) or ""
    short = material.labels.get(figure.source, figure.source)
    return Taken(value, dimension, str(figure), f"{figure.kind_shown}, {short}", figure.source, figure.unit)
