"""Charts: the figures of one row of the comparison on a logarithmic axis, drawn and listed."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from macros.chart.draw import draw
from macros.chart.plot import Band, Dot, Key, Plot
from macros.content.comparison import Comparison, Row, Subject
from macros.content.measurement import Figure, in_base_unit
from macros.diagram.block import NARROW, WIDE
from macros.diagram.scene import Label
from macros.html.markup import Cite, render
from macros.html.words import gettext, ngettext
from macros.reading.datafile import Id, Model, Text


class Chart(Model):
    """What a chart shows: one row of the comparison, whose figures can all be converted to one dimension."""

    title: Label = Field(description="what the chart is called")
    row: Id = Field(description="the row of the comparison whose figures it draws")
    dimension: Literal["time", "data"] = Field(description="what all these figures measure")
    axis: Label = Field(description="what is measured along the axis")
    caption: Text = Field(description="what to see in it")


def chart(found: Chart, comparison: Comparison, row: Row, short: Mapping[str, str], cite: Cite) -> str:
    """Return the chart as two drawings, of which the stylesheet shows the one that fits, and as a table.

    short holds author and year of each source, by its id.
    """
    plot = _plot(found, comparison, row, short)
    drawings = [(name, draw(plot, limit)) for name, limit in (("wide", WIDE), ("narrow", NARROW))]
    listed = [(subject, figure) for figures in _lines(comparison, row) for subject, figure in figures]
    return render("chart.html.j2", chart=found, drawings=drawings, listed=listed, cite=cite)


def _lines(comparison: Comparison, row: Row) -> list[list[tuple[Subject, Figure]]]:
    """Return the figures of each thing with their subjects, in ascending order of their values."""
    pairs = [(subject, figure) for subject in comparison.subjects for figure in row.cells[subject.id].figures]
    pairs.sort(key=lambda pair: in_base_unit(pair[1].value, pair[1].unit))
    things = dict.fromkeys((subject.id, figure.what) for subject, figure in pairs)
    return [[pair for pair in pairs if (pair[0].id, pair[1].what) == thing] for thing in things]


def _plot(found: Chart, comparison: Comparison, row: Row, short: Mapping[str, str]) -> Plot:
    keys = {subject.id: Key(subject.name, subject.tone, mark) for mark, subject in enumerate(comparison.subjects)}
    bands = []
    for pairs in _lines(comparison, row):
        notes = list(dict.fromkeys(f"{figure.kind_shown}, {short[figure.source]}" for _, figure in pairs))
        cases = [figure.case or notes[0] for _, figure in pairs]
        note = "; ".join(notes) if cases != notes else ""
        dots = [
            Dot(case, str(figure), in_base_unit(figure.value, figure.unit))
            for case, (_, figure) in zip(cases, pairs, strict=True)
        ]
        bands.append(Band(pairs[0][1].what, note, keys[pairs[0][0].id], tuple(dots)))
    used = {band.key.name for band in bands}
    smallest, largest = bands[0], max(bands, key=lambda band: band.dots[-1].value)
    desc = ngettext(
        "%(num)d figure on a logarithmic axis, from %(least)s (%(smallest)s) to %(most)s (%(largest)s).",
        "%(num)d figures on a logarithmic axis, from %(least)s (%(smallest)s) to %(most)s (%(largest)s).",
        sum(len(band.dots) for band in bands),
        least=smallest.dots[0].shown,
        smallest=smallest.name,
        most=largest.dots[-1].shown,
        largest=largest.name,
    )
    return Plot(
        found.title,
        desc + " " + gettext("The list below the chart has every one."),
        found.axis,
        found.dimension,
        tuple(key for key in keys.values() if key.name in used),
        tuple(bands),
    )
