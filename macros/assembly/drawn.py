"""What the pictures of a course are made of, and what they cite."""

from functools import lru_cache

from macros.assembly.course import Course
from macros.assembly.interacted import made_of
from macros.content.units import dimension_of
from macros.diagram.diagram import Diagram
from macros.interactive.interactive import Interactive
from macros.interactive.kind import Material


def drawable(course: Course) -> dict[str, Diagram]:
    """Return the diagrams of which every pictogram could be read."""
    known = {*course.pictograms}
    return {key: one for key, one in course.diagrams.items() if {name for _, name in one.pictures()} <= known}


@lru_cache(maxsize=1)
def material(course: Course) -> Material:
    """Return what pictures to operate are made of."""
    return made_of(course.comparison, course.measurements, course.sources, drawable(course), course.pictograms)


def needed(picture: Interactive, course: Course) -> None:
    """Raise ContentError, with what is wrong with it, for what a picture to operate names and cannot be used."""
    made = material(course)
    for _, kind, name in picture.kind.named():
        files = {"figure": "comparison", "way": "measurements", "diagram": f"diagrams/{name}"}
        course.need(name if name in made.known(kind) else None, files[kind])
        if kind == "figure" and not dimension_of(made.figures[name].unit, made.dimensions):
            course.need(course.card, "course")


def of_diagram(diagram: Diagram, course: Course) -> tuple[str, ...]:
    """Return the sources of a diagram: its own, and those of its figures; needs the comparison for these."""
    rows = course.need(course.comparison, "comparison").rows if diagram.figures else ()
    figures = {figure.id: figure.source for row in rows for figure in row.figures}
    return tuple(dict.fromkeys((*diagram.sources, *(figures[name] for name in diagram.figures))))


def of_interactive(picture: Interactive, course: Course) -> tuple[str, ...]:
    """Return the sources of a picture to operate: its own, and those of its figures."""
    return tuple(dict.fromkeys((*picture.sources, *picture.kind.sources(material(course)))))
