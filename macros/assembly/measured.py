"""What the measurements say of other files: figures that stand beside them, and the program that made them."""

from collections.abc import Iterator

from macros.assembly.files import Files
from macros.content.comparison import Comparison
from macros.content.measurement import Figure
from macros.content.run_table import units
from macros.content.runs import Measurements
from macros.reading.datafile import Datafile, unknown
from macros.reading.problem import Problem


def problems(files: Files) -> Iterator[Problem]:
    """Yield every program that is not published, and every figure that is none or cannot be drawn on its chart."""
    found = files.measurements
    if not found:
        return
    if found.model.program not in files.published:
        hint = "name a program that stands in docs/lab/"
        yield found.marks.problem(("program",), f"there is no docs/{found.model.program}", hint)
    if files.comparison or not files.has("comparison"):
        yield from _beside(found, files.comparison.model if files.comparison else None)


def _beside(found: Datafile[Measurements], comparison: Comparison | None) -> Iterator[Problem]:
    figures = figures_of(comparison)
    for number, chart in enumerate(found.model.charts):
        known = units(found.model, found.model.results[chart.field])
        for index, beside in enumerate(chart.beside):
            loc = ("charts", number, "beside", index, "figure")
            yield from (found.marks.problem(*fault) for fault in unknown(loc, "figure", beside.figure, figures))
            figure = figures.get(beside.figure)
            if figure and figure.unit not in known:
                message = f"the chart '{chart.id}' cannot convert '{figure.unit}'"
                yield found.marks.problem(loc, message, f"it knows {', '.join(filter(None, known)) or 'no unit'}")


def figures_of(comparison: Comparison | None) -> dict[str, Figure]:
    """Return the figures of the comparison by their ids."""
    return {figure.id: figure for row in comparison.rows for figure in row.figures} if comparison else {}
