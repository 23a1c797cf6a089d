"""Diagrams and pictures to operate as slides, one for each step, in the order in which the menu leads to them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from selectolax.lexbor import LexborNode

from macros.assembly.course import Course
from macros.assembly.drawn import drawable, material, needed
from macros.diagram.block import WIDE
from macros.diagram.diagram import Diagram
from macros.diagram.paint import drawing
from macros.html.markup import render
from macros.interactive.interactive import Interactive
from macros.pages.page import address
from macros.paper.booklet import headings, said, style
from macros.paper.browser import opened, printed
from macros.paper.document import built, named, rules
from macros.paper.links import node
from macros.paper.site import Site
from macros.paper.tagged import tagged

_SHOWN = {"diagram", "interactive"}
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
    listed = [f"docs/{entry.path}" for entry in course.files.menu or () if entry.key == "nav"]
    css = rules([*built(site.folder, map(address, listed))]) + style("slides")
    html = render("slides.html.j2", slides=[*_in_order(listed, course)], site=site, card=card, css=css)
    with opened(site, f"<!doctype html>{html}") as page:
        return tagged(printed(page), said(course, site), headings(page), {})


def _in_order(listed: list[str], course: Course) -> Iterator[Slide]:
    """Yield the slides of every picture that one of these pages shows, once."""
    pages, diagrams = {page.path: page for page in course.pages}, drawable(course)
    calls = [call for path in listed if path in pages for call in pages[path].calls if call.name in _SHOWN]
    for kind, name in dict.fromkeys((call.name, call.named) for call in calls):
        if kind == "diagram" and name in diagrams:
            yield from _of_diagram(diagrams[name], course)
        elif kind == "interactive" and name in course.interactives:
            yield from _of_interactive(course.interactives[name], course)


def _of_diagram(found: Diagram, course: Course) -> Iterator[Slide]:
    """Yield a slide for each step of a diagram, or one for a diagram without steps."""
    drawn = partial(drawing, found, pictograms=course.pictograms)
    if not found.steps:
        yield Slide(found.title, _largest(drawn), found.caption or "")
    for step, sentence in enumerate(found.steps):
        told = (sentence.step, step + 1, len(found.steps))
        yield Slide(found.title, _largest(partial(drawn, step=step)), *told)


def _of_interactive(found: Interactive, course: Course) -> Iterator[Slide]:
    """Yield a slide of a picture to operate as it is before anybody does; none of a kind that draws nothing."""
    needed(found, course)
    if one := found.kind.drawing(found.title, material(course)):
        yield Slide(found.title, _largest(one.draw), found.caption)


def _largest(draw: Callable[[float], str]) -> str:
    """Return a drawing laid out for the width in which it is largest on a slide, with all that it shows as its name."""
    drawn = [node(draw(limit)) for limit in _LIMITS]
    largest = max(drawn, key=_scale)
    named(largest)
    return largest.html or ""


def _scale(drawn: LexborNode) -> float:
    """Return by how much a drawing can be enlarged on a slide."""
    _, _, wide, high = map(float, (drawn.attrs["viewBox"] or "").split())
    return min(_ROOM[0] / wide, _ROOM[1] / high)
