"""Measurements: what a program of the course measured on real machines, in a form that their file itself describes."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from macros.content.palette import Colour
from macros.content.run_faults import RunForm, run_faults
from macros.content.run_form import BY_COUNT, MEASURED, FieldForm, Key, amounts, found
from macros.content.units import Dimensions, Short, all_dimensions, dimension_of, unit_meant
from macros.reading.datafile import Fault, Id, Model, Text, twice, unknown
from macros.reading.positions import Loc

Fields = Annotated[dict[Key, FieldForm], Field(min_length=1, max_length=40)]


class Way(Model):
    """One of the things that are measured: a row of the tables, a line of the charts."""

    id: Id = Field(description="what the program calls it: the 'kind' of a result")
    name: Short = Field(description="what readers call it")
    tone: Colour = Field(description="its colour in charts")


class Beside(Model):
    """A figure of the comparison that stands beside what was measured."""

    way: Id = Field(description="the id of the way that it is about")
    figure: Id = Field(description="the id of a figure of the comparison")


class MeasuredChart(Model):
    """A chart of one field of all runs, beside figures that measure the same."""

    id: Id = Field(description="a name of its own, by which pages show it")
    title: Short = Field(description="what the chart is called")
    field: Key = Field(description="the field of the results that it draws")
    axis: Short = Field(description="what is measured along the axis")
    caption: Text = Field(description="what to see in it")
    beside: tuple[Beside, ...] = Field(default=(), max_length=12, description="figures of the comparison")
    differs: Text | None = Field(default=None, description="why these figures differ from the measured ones")


class MeasuredTable(Model):
    """A table of some fields of one run."""

    title: Text = Field(description="the line above it")
    fields: tuple[Key, ...] = Field(min_length=1, max_length=8, description="its columns")


class Measurements(Model):
    """The form of a run, what is shown of it, and all runs."""

    program: str = Field(
        pattern=r"^lab/[a-z0-9_-]+\.py$", max_length=80, description="what measured it, below docs: lab/NAME.py"
    )
    version: int = Field(ge=1, le=9999, description="the 'schema' that the program writes into a run")
    ways: tuple[Way, ...] = Field(min_length=1, max_length=20, description="in the order in which they are shown")
    machine: Fields = Field(description="what a run says of its machine; the first names it")
    results: Fields = Field(description="what a run says of each way")
    told: tuple[Key, ...] = Field(default=(), max_length=3, description="fields said beside each value in charts")
    tables: tuple[MeasuredTable, ...] = Field(min_length=1, max_length=12, description="of each run")
    charts: tuple[MeasuredChart, ...] = Field(default=(), max_length=30, description="of all runs")
    dimensions: SkipJsonSchema[Dimensions | None] = Field(
        default_factory=lambda: all_dimensions({}),
        exclude=True,
        description="filled in: those of the course; nothing while they cannot be known",
    )
    runs: tuple[dict[str, Any], ...] = Field(max_length=30, description="what the program wrote, never typed")

    def faults(self) -> Iterator[Fault]:
        """Yield names that stand twice, fields that are none, and what is wrong with each run."""
        yield from twice("ways", [way.id for way in self.ways])
        yield from twice("charts", [chart.id for chart in self.charts])
        yield from self._form_faults()
        yield from self._shown_faults()
        form = RunForm(self.version, [way.id for way in self.ways], self.machine, self.results)
        for index, run in enumerate(self.runs):
            yield from run_faults(("runs", index), run, form)
            if any(_same(run, other) for other in self.runs[:index]):
                yield ("runs", index), "stands twice", "delete one of the two"

    def _form_faults(self) -> Iterator[Fault]:
        """Yield what fields say of themselves that cannot be so."""
        for part, fields in (("machine", self.machine), ("results", self.results)):
            for key, form in fields.items():
                loc: Loc = (part, key)
                if form.unit and form.holds not in MEASURED:
                    yield (
                        (*loc, "unit"),
                        f"what holds {form.holds} has no unit",
                        "delete it, or say that it holds a number",
                    )
                elif form.unit and self.dimensions is not None and not dimension_of(form.unit, self.dimensions):
                    yield (*loc, "unit"), f"there is no unit '{form.unit}'", unit_meant(form.unit, self.dimensions)
                if form.holds in BY_COUNT and not (form.each and form.counted):
                    yield loc, f"does not say what its {form.holds} are", "add 'each: …' and 'counted: …'"
                if form.says and form.holds not in ("text", "truth"):
                    yield (*loc, "says"), f"what holds {form.holds} is shown as it is", "delete it"

    def _shown_faults(self) -> Iterator[Fault]:
        """Yield fields and ways that tables and charts name and that are none."""
        known, ways = self.results.keys(), {way.id for way in self.ways}
        measured = {key for key, form in self.results.items() if form.holds in MEASURED}
        for number, table in enumerate(self.tables):
            for index, key in enumerate(table.fields):
                yield from unknown(("tables", number, "fields", index), "field", key, known)
        for index, key in enumerate(self.told):
            yield from unknown(("told", index), "field", key, known)
        for number, chart in enumerate(self.charts):
            yield from unknown(("charts", number, "field"), "measured field", chart.field, measured)
            for index, beside in enumerate(chart.beside):
                yield from unknown(("charts", number, "beside", index, "way"), "way", beside.way, ways)

    def chart(self, name: str) -> MeasuredChart | None:
        """Return the chart with this id."""
        return next((chart for chart in self.charts if chart.id == name), None)

    def is_drawn(self, chart: MeasuredChart) -> bool:
        """Tell whether there is anything to draw on a chart: what is zero has no place on a logarithmic axis."""
        form, results = self.results[chart.field], [result for run in self.runs for result in run["results"]]
        return bool(chart.beside) or any(
            one.least > 0 for result in results for one in amounts(result, chart.field, form)
        )

    @property
    def drawn(self) -> tuple[str, ...]:
        """Return the names of the drawings of all charts, as they are published below diagrams."""
        return tuple(f"measured/{chart.id}" for chart in self.charts if self.is_drawn(chart))

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Return what each run is called: its machine and its day; a number tells apart those that share both."""
        named = [f"{found(run['machine'], next(iter(self.machine)))}, {run['date'][:10]}" for run in self.runs]
        return tuple(
            f"{label} ({named[: index + 1].count(label)})" if named.count(label) > 1 else label
            for index, label in enumerate(named)
        )


def _same(run: dict[str, Any], other: dict[str, Any]) -> bool:
    """Tell whether two runs are one: of the same machine, in the same second."""
    return (run.get("date"), run.get("machine")) == (other.get("date"), other.get("machine"))
