"""Every picture of a course that can be taken along: diagrams with their steps, charts and pictograms."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import chain

from macros.assembly.course import Course
from macros.assembly.drawn import drawable, material, needed, of_diagram
from macros.assembly.place import Place
from macros.chart import chart
from macros.chart.measured_figure import drawing
from macros.diagram import gallery
from macros.diagram.diagram import Diagram
from macros.diagram.foot import Credit
from macros.diagram.standalone import Drawing, drawings
from macros.html.words import gettext
from macros.interactive.figure import path
from macros.reading.problem import ContentError
from macros.reading.site import Site


def pictures(course: Course) -> Iterator[tuple[str, Drawing]]:
    """Yield each by its path in the site without an ending, but for what is faulty."""
    drawn = drawings(drawable(course), course.pictograms, lambda diagram: _sources(diagram, course))
    yield from chain(drawn, _charts(course), _measured(course), _operated(course), gallery.drawings(course.pictograms))


def credit(course: Course, site: Site) -> Credit:
    """Return whom pictures name: the course and its address, who made it, and its licence."""
    card = course.card
    licence = card.licence if card else None
    named = (licence.name, licence.url) if licence else ("", "")
    return Credit(site.name, site.address, card.authors if card else "", *named)


def _sources(diagram: Diagram, course: Course) -> tuple[str, ...]:
    with suppress(ContentError):  # What it cites is faulty, which is told.
        cited, known = of_diagram(diagram, course), course.sources.labels if course.sources else {}
        if named := "; ".join(known[name] for name in cited if name in known):
            return (gettext("Sources: %(names)s", names=named),)
    return ()


def _charts(course: Course) -> Iterator[tuple[str, Drawing]]:
    """Yield the charts of rows of the comparison."""
    for name, found in course.charts.items():
        row = course.comparison.row(found.row) if course.comparison else None
        if course.comparison and course.sources and course.card and row:
            yield chart.path(name), chart.drawing(found, course.comparison, row, course.sources.labels)


def _operated(course: Course) -> Iterator[tuple[str, Drawing]]:
    """Yield the pictures to operate, as they are before anybody does."""
    for name, found in course.interactives.items():
        with suppress(ContentError):  # What it names is faulty, which is told.
            needed(found, course)
            if one := found.kind.drawing(found.title, material(course)):
                yield path(name), one


def _measured(course: Course) -> Iterator[tuple[str, Drawing]]:
    """Yield the charts of what was measured."""
    place, found = Place(course, ""), course.measurements
    for one in found.charts if found else ():
        with suppress(ContentError):  # What stands beside it is faulty, which is told.
            if found and found.is_drawn(one):
                charted = place.charted(found, one)
                yield charted.path, drawing(charted)
