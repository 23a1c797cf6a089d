"""Charts: the figures of one row of the comparison on a logarithmic axis, drawn and listed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import Field

from macros.chart.alone import alone
from macros.chart.plot import Key, Lane, Rows, Value
from macros.chart.rows import draw
from macros.content.card import Licence
from macros.content.comparison import Comparison, Row, Subject
from macros.content.measurement import Figure
from macros.content.units import Short, in_base_unit
from macros.diagram.block import NARROW, WIDE
from macros.diagram.scene import Label
from macros.diagram.standalone import Drawing
from macros.html.markup import Cite, render
from macros.html.words import gettext, ngettext
from macros.reading.datafile import Id, Model, Text


class Chart(Model):
    """What a chart shows: one row of the comparison, whose figures can all be converted to one dimension."""

    title: Label = Field(description="what the chart is called")
    row: Id = Field(description="the row of the comparison whose figures it draws")
    dimension: Short = Field(description="what all these figures measure: time, data, or another of the course's")
    axis: Label = Field(description="what is measured along the axis")
    caption: Text = Field(description="what to see in it")


@dataclass(frozen=True)
class Around:
    """What a page says of a chart: its name, where its files are, its licence, and links to sources."""

    name: str
    path: str
    """Leads to its files from the page, without their endings."""
    licence: Licence | None
    cite: Cite


def path(name: str) -> str:
    """Return where a chart is published as a drawing, without an ending."""
    return f"diagrams/charts/{name}"


def chart(found: Chart, comparison: Comparison, row: Row, short: Mapping[str, str], around: Around) -> str:
    """Return the chart as two drawings, of which the stylesheet shows the one that fits, and as a table.

    short holds author and year of each source, by its id.
    """
    shown = rows(found, comparison, row, short)
    drawings = [(name, draw(shown, limit)) for name, limit in (("wide", WIDE), ("narrow", NARROW))]
    listed = [(subject, figure) for figures in _lines(comparison, row) for subject, figure in figures]
    return render("chart.html.j2", chart=found, drawings=drawings, listed=listed, **vars(around))


def drawing(found: Chart, comparison: Comparison, row: Row, short: Mapping[str, str]) -> Drawing:
    """Return the chart as a drawing that stands alone."""
    return alone(rows(found, comparison, row, short), follows=False)


def rows(found: Chart, comparison: Comparison, row: Row, short: Mapping[str, str]) -> Rows:
    """Return all that the chart shows: a lane for each thing, with its figures from the smallest."""
    keys = {subject.id: Key(subject.name, subject.tone, mark) for mark, subject in enumerate(comparison.subjects)}
    lines = _lines(comparison, row)
    lanes = tuple(
        _lane(comparison, keys[figures[0][0].id], [figure for _, figure in figures], short) for figures in lines
    )
    used = {figures[0][0].id for figures in lines}
    units = (comparison.dimensions or {})[found.dimension]
    shown = tuple(key for subject, key in keys.items() if subject in used)
    return Rows(found.title, _desc(lanes), found.axis, units, shown, lanes)


def _lines(comparison: Comparison, row: Row) -> list[list[tuple[Subject, Figure]]]:
    """Return the figures of each thing with their subjects, in ascending order of their values."""
    pairs = [(subject, figure) for subject in comparison.subjects for figure in row.cells[subject.id].figures]
    pairs.sort(key=lambda pair: _base(comparison, pair[1]))
    things = dict.fromkeys((subject.id, figure.what) for subject, figure in pairs)
    return [[pair for pair in pairs if (pair[0].id, pair[1].what) == thing] for thing in things]


def _base(comparison: Comparison, figure: Figure) -> float:
    return in_base_unit(figure.value, figure.unit, comparison.dimensions or {})


def _lane(comparison: Comparison, key: Key, figures: Sequence[Figure], short: Mapping[str, str]) -> Lane:
    """Return the figures of a thing; each stands on a line that reaches from the least of them to the greatest."""
    notes = list(dict.fromkeys(f"{figure.kind_shown}, {short[figure.source]}" for figure in figures))
    cases = [figure.case or notes[0] for figure in figures]
    bases = [_base(comparison, figure) for figure in figures]
    values = tuple(
        Value(case, str(figure), key, base, bases[0], bases[-1])
        for case, figure, base in zip(cases, figures, bases, strict=True)
    )
    return Lane(figures[0].id, figures[0].what, key.tone, values, note="; ".join(notes) if cases != notes else "")


def _desc(lanes: Sequence[Lane]) -> str:
    smallest, largest = lanes[0], max(lanes, key=lambda lane: lane.values[-1].middle)
    shown = {
        "least": smallest.values[0].shown,
        "smallest": smallest.name,
        "most": largest.values[-1].shown,
        "largest": largest.name,
    }
    desc = ngettext(
        "%(num)d figure on a logarithmic axis, from %(least)s (%(smallest)s) to %(most)s (%(largest)s).",
        "%(num)d figures on a logarithmic axis, from %(least)s (%(smallest)s) to %(most)s (%(largest)s).",
        sum(len(lane.values) for lane in lanes),
        **shown,
    )
    return desc + " " + gettext("The list below the chart has every one.")
