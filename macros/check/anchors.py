"""The anchors of a page: those of its headings, those that its author set, and those of what its calls show."""

from collections.abc import Iterator

from macros.assembly.course import Course
from macros.assembly.known import known_names
from macros.assembly.shown import explained
from macros.calls import NAMES, Calls
from macros.pages import linked, stash
from macros.pages.allowed import RESERVED
from macros.pages.call import Call
from macros.pages.page import address
from macros.pages.written import Written
from macros.reading.problem import ContentError


class Anchors:
    """The anchors of all pages, each sought when it is asked for, since that takes the time to make the page."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._found: dict[str, frozenset[str] | None] = {}

    def lacks(self, path: str, anchor: str) -> bool:
        """Tell whether a page has no such anchor; names in the data, then headings are looked at before all else."""
        written = self._course.written.get(f"docs/{path}")
        if not written or any(anchor in self._named(call) for call in written.calls.values()):
            return False
        try:
            there = anchor in RESERVED or anchor in linked.ids(written.text)
        except ContentError:
            return False
        return not there and anchor not in (self.of(path) or {anchor})

    def of(self, path: str) -> frozenset[str] | None:
        """Return the anchors of a page, by its path below ``docs``; nothing while some of it cannot be shown."""
        if path not in self._found:
            written = self._course.written.get(f"docs/{path}")
            try:
                self._found[path] = frozenset(self._all(written)) if written and written.text else None
            except ContentError:
                self._found[path] = None
        return self._found[path]

    def of_calls(self, written: Written) -> set[str]:
        """Return the anchors of what the calls of a page show, as far as these are names in the data."""
        return set().union(*(self._named(call) for call in written.calls.values()))

    def _all(self, written: Written) -> Iterator[str]:
        yield from RESERVED
        yield from linked.ids(written.text)
        for call in written.calls.values():
            yield from self._named(call) | self._shown(call, written.path)

    def _named(self, call: Call) -> set[str]:  # noqa: PLR0911 - a kind each
        """Return the anchors of what shows all of its kind, which are the names in the data; of others, none."""
        course = self._course
        match call.name, call.options:
            case "glossary", _ if course.glossary:
                return {term.id for term in course.glossary.terms}
            case "row", _ if course.comparison and (row := course.comparison.row(call.named)):
                return {row.id, *(f"{row.id}--{subject}" for subject in row.cells)}
            case "decision", _ if found := course.decisions.get(call.named):
                return {f"{question.id}--{answer.id}" for question in found.questions for answer in question.answers}
            case "bibliography", _ if course.sources:
                return course.sources.ids()
            case "gallery", _:
                return {*(known_names(course, "diagram") or ())} - explained(course.pages)
            case "comparison", {} if course.comparison and not call.options:
                rows = {row.id: row for row in course.comparison.rows}
                cells = {f"{name}--{subject}" for name, row in rows.items() for subject in row.cells}
                return {*rows, *cells, *(f"figure--{one.id}" for row in rows.values() for one in row.figures)}
        return set()

    def _shown(self, call: Call, path: str) -> set[str]:
        if call.name not in NAMES:
            raise ContentError([])
        show = getattr(Calls(self._course, address(path)), call.name)
        try:
            return stash.anchors({0: show(*call.arguments, **call.options)})
        except TypeError as error:
            raise ContentError([]) from error  # the call is told to have wrong arguments
