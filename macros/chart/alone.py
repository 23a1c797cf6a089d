"""A chart as a drawing that stands alone, and the same with fewer rows, where all of them have no room."""

from functools import partial

from macros.chart.plot import Rows, without_last
from macros.chart.rows import draw
from macros.diagram.standalone import Drawing


def alone(rows: Rows, *, follows: bool = True) -> Drawing:
    """Return a chart as a drawing; follows tells whether its file is light or dark as the reader's system is."""
    fewer = without_last(rows)
    shorter = partial(alone, fewer, follows=follows) if fewer else None
    return Drawing(rows.title, repr(rows), partial(draw, rows), follows=follows, shorter=shorter)
