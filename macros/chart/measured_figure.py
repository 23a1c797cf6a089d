"""A chart of what was measured as it stands in a page, and as a file of its own."""

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from macros.chart.alone import alone
from macros.chart.measured import Charted, rows, told
from macros.chart.rows import draw
from macros.content.card import Licence
from macros.content.run_form import amounts
from macros.content.run_table import Shown, cell, in_order, units
from macros.diagram.block import NARROW, WIDE
from macros.diagram.standalone import Drawing
from macros.html.markup import Cite, render


def measured_chart(charted: Charted, root: str, cite: Cite, licence: Licence | None) -> str:
    """Return the chart as two drawings, of which the stylesheet shows the one that fits, and as a table."""
    shown = rows(charted)
    sizes = (("wide", WIDE), ("narrow", NARROW)) if charted.found.is_drawn(charted.chart) else ()
    drawings = [(name, draw(shown, limit)) for name, limit in sizes]
    values = {"chart": charted.chart, "drawings": drawings, "listed": [*_listed(charted, cite)]}
    return render("measured_chart.html.j2", **values, path=root + charted.path, licence=licence)


def drawing(charted: Charted) -> Drawing:
    """Return the chart as a drawing that stands alone, without what is kept for a reader."""
    shown = rows(charted)
    return alone(replace(shown, own=None, lanes=tuple(replace(lane, kept=()) for lane in shown.lanes if lane.values)))


def _listed(charted: Charted, cite: Cite) -> Iterator[tuple[str, Shown, str]]:
    """Yield every value of the chart: of what, how much, and from which run or source."""
    found, form = charted.found, charted.form
    for label, run in zip(found.labels, found.runs, strict=True):
        for name, result in in_order(found, run):
            said = ", ".join([label, *told(found, result)])
            for amount in amounts(result, charted.chart.field, form):
                counted = f", {amount.at_once} {form.counted}" if amount.at_once else ""
                yield f"{name}{counted}", cell(amount, units(found, form)), escape(said)
    names = {way.id: way.name for way in found.ways}
    for cited in charted.cited:
        figure = cited.figure
        yield f"{names[cited.way]}: {figure.what}", Shown(str(figure)), cite((figure.source,))
