"""The diagrams as slides: a slide for each step, in the order in which the pages of the menu show them."""

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from macros.assembly.course import Course
from macros.assembly.drawn import drawable
from macros.diagram.block import WIDE
from macros.diagram.diagram import Diagram
from macros.diagram.paint import drawing
from macros.html.markup import render
from macros.paper.booklet import headings, said, style
from macros.paper.browser import opened, printed
from macros.paper.document import named
from macros.paper.links import node
from macros.paper.site import Site
from macros.paper.tagged import tagged

_LIMITS = (WIDE, 1.25 * WIDE, 1.5 * WIDE)
_ROOM = (310, 115)
"""How wide and high a drawing can be, in millimetres."""


@dataclass(frozen=True)
class Slide:
    """A drawing with its title and what is to be seen in it; of several, which one it is."""

    title: str
    drawing: str
    sentence: str
    number: int = 0
    of: int = 0


def slides(course: Course, site: Site) -> bytes:
    """Return the slides as a PDF; raises ContentError when the course has no card, ValueError without a browser."""
    card = course.need(course.card, "course")
    shown = [slide for found in _in_order(course) for slide in _of(found, course)]
    html = render("slides.html.j2", slides=shown, site=site, card=card, css=style("slides"))
    with opened(site, f"<!doctype html>{html}") as page:
        return tagged(printed(page), said(course, site), headings(page), {})


def _in_order(course: Course) -> list[Diagram]:
    """Return every diagram that a page of the menu shows, once."""
    pages = {page.path: page for page in course.pages}
    listed = [f"docs/{entry.path}" for entry in course.files.menu or () if entry.key == "nav"]
    calls = [call for path in listed if path in pages for call in pages[path].calls_for("diagram")]
    names, found = dict.fromkeys(call.named for call in calls), drawable(course)
    return [found[name] for name in names if name in found]


def _of(found: Diagram, course: Course) -> Iterator[Slide]:
    """Yield a slide for each step of a diagram, or one for a diagram without steps."""
    if not found.steps:
        yield Slide(found.title, _drawn(found, course), found.caption or "")
    for step, sentence in enumerate(found.steps):
        yield Slide(found.title, _drawn(found, course, step), sentence.step, step + 1, len(found.steps))


def _drawn(found: Diagram, course: Course, step: int = -1) -> str:
    """Return a drawing laid out for the width in which it is largest on a slide, with all that it shows as its name."""
    drawn = [node(drawing(found, limit, course.pictograms, step)) for limit in _LIMITS]
    largest = max(drawn, key=_scale)
    named(largest)
    return largest.html or ""


def _scale(drawn: LexborNode) -> float:
    """Return by how much a drawing can be enlarged on a slide."""
    _, _, wide, high = map(float, (drawn.attrs["viewBox"] or "").split())
    return min(_ROOM[0] / wide, _ROOM[1] / high)
