"""A field of all runs as a chart: a lane for each way, a row for each run, and published figures beside them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.chart.plot import Key, Lane, Rows, Value
from macros.content.measurement import Figure
from macros.content.run_form import BY_COUNT, Amount, FieldForm, amounts, words
from macros.content.run_table import in_units, units
from macros.content.runs import MeasuredChart, Measurements, Way
from macros.html.words import gettext, ngettext

_MARKS = (0, 1, 3, 4)
_CITED, _OWN = 2, 5
"""Which forms the marks of runs, of published figures and of the reader's run have."""

_PLAIN = "plain"


@dataclass(frozen=True)
class Cited:
    """A published figure, and how it is cited in a few words."""

    way: str
    figure: Figure
    short: str


@dataclass(frozen=True)
class Charted:
    """A chart, the runs that it shows, and the figures beside them."""

    found: Measurements
    chart: MeasuredChart
    cited: tuple[Cited, ...]

    @property
    def path(self) -> str:
        """Return where the chart is published as a drawing, without an ending."""
        return f"diagrams/measured/{self.chart.id}"

    @property
    def form(self) -> FieldForm:
        """Return what the field holds."""
        return self.found.results[self.chart.field]


def rows(charted: Charted) -> Rows:
    """Return all that the chart shows."""
    found, chart = charted.found, charted.chart
    kept = _kept(charted)
    lanes = tuple(Lane(way.id, way.name, way.tone, tuple(_values(charted, way)), kept) for way in found.ways)
    keys = [Key(label, _PLAIN, _mark(index)) for index, label in enumerate(found.labels)]
    keys += [Key(gettext("Published figure"), _PLAIN, _CITED)] if charted.cited else []
    own = Key(gettext("Your run"), _PLAIN, _OWN)
    return Rows(chart.title, _desc(lanes), chart.axis, units(found, charted.form), tuple(keys), lanes, own)


def _values(charted: Charted, way: Way) -> Iterator[Value]:
    """Yield the values of a way: of each run, then the published ones, less those that cannot be converted."""
    yield from _measured(charted, way)
    known = units(charted.found, charted.form)
    for cited in (cited for cited in charted.cited if cited.way == way.id and cited.figure.unit in known):
        figure = cited.figure
        value = figure.value * known[figure.unit]
        yield Value(f"{figure.whose} ({cited.short})", str(figure), Key("", way.tone, _CITED), value, value, value)


def _mark(index: int) -> int:
    return _MARKS[index % len(_MARKS)]


def _measured(charted: Charted, way: Way) -> Iterator[Value]:
    """Yield the values of a way in each run. What is zero has no place on a logarithmic axis."""
    found, form = charted.found, charted.form
    for index, run in enumerate(found.runs):
        for result in (result for result in run["results"] if result["kind"] == way.id):
            drawn = [amount for amount in amounts(result, charted.chart.field, form) if amount.least > 0]
            for number, amount in enumerate(drawn):
                said = [*_counted(amount, form), *(() if number else told(found, result))]
                said += [found.labels[index]] if len(found.runs) > len(_MARKS) else []
                shown, key = in_units(amount.middle, units(found, form)), Key("", way.tone, _mark(index))
                yield Value(", ".join(said), shown, key, amount.middle, amount.least, amount.most)


def told(found: Measurements, result: dict[str, Any]) -> list[str]:
    """Return what changes all values of a result, in words."""
    return [words(result, key, found.results[key]) for key in found.told if result.get(key)]


def _counted(amount: Amount, form: FieldForm) -> list[str]:
    return [f"{amount.at_once} {form.counted}"] if amount.at_once else []


def _kept(charted: Charted) -> tuple[tuple[str, int | None], ...]:
    """Return which rows are kept for the reader's run: one, or one for each count that a run has."""
    own, form = gettext("Your run"), charted.form
    if form.holds not in BY_COUNT:
        return ((own, None),)
    results = [result for run in charted.found.runs for result in run["results"]]
    counts = {amount.at_once or 0 for result in results for amount in amounts(result, charted.chart.field, form)}
    return tuple((f"{own}: {count} {form.counted}", count) for count in sorted(counts))


def _desc(lanes: tuple[Lane, ...]) -> str:
    """Return what the chart shows, in words."""
    every = [(value.middle, value.shown, lane.name) for lane in lanes for value in lane.values]
    if not every:
        return ""
    (_, least, smallest), (_, most, largest) = min(every), max(every)
    shown = {"least": least, "smallest": smallest, "most": most, "largest": largest}
    desc = ngettext(
        "%(num)d value on a logarithmic axis, from %(least)s (%(smallest)s) to %(most)s (%(largest)s).",
        "%(num)d values on a logarithmic axis, from %(least)s (%(smallest)s) to %(most)s (%(largest)s).",
        len(every),
        **shown,
    )
    return desc + " " + gettext("The list below the chart has every one.")
