"""What questions say of their lesson: its sections, objectives and diagrams, and whether it asks what is predicted."""

import re
from collections.abc import Collection, Iterator
from itertools import chain

from macros.assembly import pressed
from macros.assembly.course import Course
from macros.content.choices import Tested
from macros.content.quiz import Quiz
from macros.pages import linked
from macros.pages.call import Call, meant
from macros.pages.page import Page
from macros.pages.slugs import slugs
from macros.pages.written import Written
from macros.reading.datafile import Datafile
from macros.reading.problem import ContentError, Problem, choices

_HEADING = re.compile(r"^#{2,6} +(.+?)(?: +\{[^}]*\})? *#*$", re.MULTILINE)
_MARKS = re.compile(r"[*_`]")


def problems(course: Course, macros: Collection[str]) -> Iterator[Problem]:
    """Yield what questions name and their lesson has not, what no question tests, and predictions without an answer.

    What a misspelt call was meant to show is not told: macros are all there are.
    """
    asked: set[str] = set()
    for lesson in course.lessons:
        calls = [meant(call, macros) for call in lesson.page.calls]
        yield from _predictions(lesson.page.path, calls, course)
        names = {name for call in calls if call.name == "quiz" and (name := call.named) in course.files.quizzes}
        quizzes = [course.files.quizzes[name] for name in sorted(names)]
        yield from chain.from_iterable(_of_quiz(quiz, lesson.page, course) for quiz in quizzes)
        yield from _untested(quizzes, lesson.page)
        asked |= {call.named for call in calls if call.name in {"predict", "predicted"}}
    if not any(problem.path.endswith(".md") for problem in course.problems):
        for name, quiz in course.files.quizzes.items():
            if quiz.model.predict and name not in asked:
                hint = f'write {{! predict("{name}") !}} at the head of its lesson'
                yield quiz.marks.problem(("predict",), "no lesson asks it", hint)


def _of_quiz(quiz: Datafile[Quiz], page: Page, course: Course) -> Iterator[Problem]:
    """Yield sections, objectives and parts of diagrams that questions name and their lesson does not have."""
    sections = _Sections(course.written[page.path])
    for loc, asked in quiz.model.asked():
        if asked.explains not in sections:
            message = f"there is no section '{asked.explains}' in {page.path}"
            yield quiz.marks.problem((*loc, "explains"), message, choices(asked.explains, sections.all()))
        if isinstance(asked, Tested) and asked.objective not in page.objectives:
            hint = (
                choices(asked.objective, page.objectives) or "write it as it stands in the front matter of the lesson"
            )
            yield quiz.marks.problem((*loc, "objective"), f"{page.path} has no such objective", hint)
    yield from pressed.problems(quiz, page, course)


def _untested(quizzes: list[Datafile[Quiz]], page: Page) -> Iterator[Problem]:
    """Yield each objective of a lesson that none of its questions tests."""
    tested = {question.objective for quiz in quizzes for question in quiz.model.questions}
    for objective in page.objectives:
        for quiz in quizzes[:1]:
            if objective not in tested:
                message = f"no question tests an objective of {page.path}: '{objective}'"
                yield quiz.marks.problem(("questions",), message, "write one that does, or delete the objective")


def _predictions(path: str, calls: list[Call], course: Course) -> Iterator[Problem]:
    """Yield predictions that a lesson asks for and never answers, or answers and never asks for."""
    first = {(call.name, call.named): call for call in reversed(calls) if call.name in {"predict", "predicted"}}
    for (macro, name), call in first.items():
        if name not in course.files.quizzes:
            continue  # that is told of the call
        other = first.get(("predicted" if macro == "predict" else "predict", name))
        if not course.files.quizzes[name].model.predict:
            fault = f"docs/data/quizzes/{name}.yml has no prediction", "add 'predict: …' to it, or delete the call"
        elif not other:
            fault = _ALONE[macro][0], _ALONE[macro][1].format(name)
        elif macro == "predicted" and (call.line, call.column) < (other.line, other.column):
            fault = "tells the answer above the question", f'write {{! predict("{name}") !}} above it'
        else:
            continue
        yield Problem(path, call.line, call.column, "", *fault)


_ALONE = {
    "predict": (
        "the lesson asks for a prediction, and never says what is right",
        'write {{! predicted("{}") !}} below the sentence that explains it',
    ),
    "predicted": (
        "the lesson says what is right, and never asks for a prediction",
        'write {{! predict("{}") !}} at its head',
    ),
}
"""By the macro that stands alone: what is wrong, and what to write."""


class _Sections:
    """The anchors of a lesson's headings; what Markdown makes of it is looked at only where these words do not do."""

    def __init__(self, written: Written) -> None:
        self._text = written.text
        headings = _HEADING.findall("\n".join(written.prose.lines))
        slug = slugs(written.language)
        self._plain = {slug(_MARKS.sub("", heading), "-") for heading in headings}

    def __contains__(self, anchor: str) -> bool:
        return anchor in self._plain or anchor in self.all()

    def all(self) -> Collection[str]:
        """Return the anchors of all headings; those of their words alone while the settings are faulty."""
        try:
            return linked.sections(self._text)
        except ContentError:
            return self._plain
