"""What a page can call: ``{! diagram("two-stacks") !}`` and the like, each a look-up in the course."""

from collections.abc import Iterator
from dataclasses import dataclass
from inspect import signature
from typing import Any

from macros import card, comparison, lesson, quiz, source
from macros.course import Course
from macros.diagram import paint
from macros.errors import ContentError, Problem, did_you_mean
from macros.markup import render
from macros.page import Call, Page


@dataclass(frozen=True)
class Calls:
    """The macros of one page, whose address is relative to the site's root; each returns one line of HTML.

    Each raises ContentError for a part that is faulty or missing.
    """

    course: Course
    url: str

    def course_card(self) -> str:
        """Return lessons, minutes and level of the course."""
        found = self.course.need(self.course.card, "course")
        return card.course_card(found, len(self.course.lessons), self.course.minutes)

    def outline(self) -> str:
        """Return the list of lessons."""
        return lesson.outline(self.course.lessons, self._root)

    def lesson_header(self) -> str:
        """Return the place of this lesson in the course, its minutes and its objectives."""
        return lesson.lesson_header(self._lesson, len(self.course.lessons))

    def lesson_end(self) -> str:
        """Return what stands below each lesson: the button that shares it, and the byline."""
        return render("lesson_end.html.j2", title=self._lesson.title, byline=self.byline())

    def byline(self) -> str:
        """Return who wrote the course, and whose lesson it is adapted from."""
        return card.byline(self.course.need(self.course.card, "course"))

    def reading_times(self) -> str:
        """Return the table of what was counted for the minutes."""
        return lesson.reading_times(self.course.lessons)

    def diagram(self, name: str, /) -> str:
        """Return the figure of ``docs/data/diagrams/NAME.yml``."""
        found = self.course.diagrams.get(name)
        return paint.figure(self.course.need(found, f"diagrams/{name}"), self.course.pictograms)

    def comparison(self, *, key: bool = False) -> str:
        """Return the table of all rows, or of the key differences."""
        found = self.course.need(self.course.comparison, "comparison")
        cited = {row.id: self.cite(*row.sources) for row in found.shown(key=key)}
        return comparison.table(found, cited, key=key)

    def row(self, name: str, /) -> str:
        """Return one row of the comparison."""
        found = self.course.need(self.course.comparison, "comparison")
        row = self.course.need(found.row(name), "comparison", f"there is no row '{name}'")
        return comparison.single_row(found, row, self.cite(*row.sources))

    def quiz(self, name: str, /) -> str:
        """Return the questions of ``docs/data/quizzes/NAME.yml``."""
        found = self.course.quizzes.get(name)
        return quiz.quiz(self.course.need(found, f"quizzes/{name}"))

    def cite(self, *names: str) -> str:
        """Return links to these sources in the bibliography."""
        found = self.course.need(self.course.sources, "sources")
        for name in names:
            self.course.need(name if name in found.ids() else None, "sources", f"there is no source '{name}'")
        return source.citations(found, names, f"{self._root}sources/")

    def bibliography(self) -> str:
        """Return the list of all sources."""
        return source.bibliography(self.course.need(self.course.sources, "sources"))

    @property
    def _root(self) -> str:
        return "../" * self.url.count("/") or "./"

    @property
    def _lesson(self) -> lesson.Lesson:
        found = next((found for found in self.course.lessons if found.url == self.url), None)
        return self.course.need(found, "course", "only a lesson that can be read may call this macro")


NAMES = [name for name in vars(Calls) if not name.startswith("_")]

_KINDS = {"diagram": "diagram", "quiz": "quiz", "row": "row", "cite": "source"}


def answer(calls: Calls, name: str, arguments: tuple[Any, ...], options: dict[str, Any]) -> str:
    """Return what a call shows; raises ContentError when the call or what it names is faulty."""
    page = next((page for page in calls.course.pages if page.url == calls.url), None)
    for call in page.calls if page else ():
        if page and (call.name, call.arguments, call.options) == (name, arguments, options):
            faults = tuple(_faults(call, page, calls.course))
            if faults:
                raise ContentError(faults)
    shown: str = getattr(calls, name)(*arguments, **options)
    return shown


def problems(course: Course) -> Iterator[Problem]:
    """Yield every call on a page that is unknown, has wrong arguments, or names what does not exist."""
    for page in course.pages:
        for call in page.calls:
            yield from _faults(call, page, course)


def all_problems(course: Course) -> list[Problem]:
    """Return every problem in the course, those of its calls included, in the order of their places."""
    return sorted({*course.problems, *problems(course)})


def _faults(call: Call, page: Page, course: Course) -> Iterator[Problem]:
    def problem(message: str, hint: str = "") -> Problem:
        return Problem(page.path, call.line, call.column, "", message, hint)

    if call.name not in NAMES:
        yield problem(f"there is no macro '{call.name}'", did_you_mean(call.name, NAMES))
        return
    try:
        signature(getattr(Calls(course, page.url), call.name)).bind(*call.arguments, **call.options)
    except TypeError as error:
        yield problem(f"{call.name}: {error}", "see CONTRIBUTING.md for what each macro takes")
        return
    known = course.named_by(call.name)
    for argument in call.arguments:
        if known and argument not in known:
            yield problem(f"there is no {_KINDS[call.name]} '{argument}'", did_you_mean(str(argument), known))
