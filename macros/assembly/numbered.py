"""Citations of a lesson as numbers: each source has one, in the order in which the page first cites it."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.assembly.course import Course
from macros.assembly.drawn import of_diagram, of_interactive
from macros.content.table import cited
from macros.pages.call import Call
from macros.pages.page import Page


@dataclass(frozen=True)
class Cited:
    """Sources that are cited at one place of a page: by the number of the call, and by the row that it shows."""

    call: int
    row: str
    sources: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """Return the anchor of the place."""
        return anchor(self.call, self.row)


def anchor(call: int, row: str) -> str:
    """Return the anchor of a place at which a page cites."""
    return f"cite-{call}-{row}" if row else f"cite-{call}"


def cited_on(page: Page, course: Course) -> tuple[Cited, ...]:
    """Return every place at which a page cites, in their order."""
    written = course.written[page.path]
    found = (one for number, call in written.calls.items() for one in _of_call(number, call, course))
    return tuple(one for one in found if one.sources)


def numbers(page: Page, course: Course) -> dict[str, int]:
    """Return the numbers of the sources that a lesson cites, by their ids."""
    ids = dict.fromkeys(name for one in cited_on(page, course) for name in one.sources)
    return {name: number for number, name in enumerate(ids, 1)}


def _of_call(number: int, call: Call, course: Course) -> Iterator[Cited]:
    compared = course.comparison
    match call.name, call.arguments:
        case "cite", names:
            yield Cited(number, "", tuple(map(str, names)))
        case "diagram", (name,) if name in course.diagrams:
            yield Cited(number, "", of_diagram(course.diagrams[name], course))
        case "interactive", (name,) if name in course.interactives:
            yield Cited(number, "", of_interactive(course.interactives[name], course))
        case "row", (name,) if compared and (row := compared.row(str(name))):
            yield Cited(number, row.id, cited(row, compared.columns(key=True)))
        case "comparison", _ if compared and call.options.get("key"):
            for row in compared.shown(key=True):
                yield Cited(number, row.id, cited(row, compared.columns(key=True)))
