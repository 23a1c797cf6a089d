"""What the pages show: data and images that none of them does, and questions not named like their lesson."""

import posixpath
from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from macros.assembly.course import Course
from macros.pages import linked
from macros.pages.call import meant
from macros.pages.page import LessonFrontMatter, Page
from macros.reading.images import SUFFIXES
from macros.reading.problem import ContentError, Problem, nearest

_SHOWN_BY = {
    "charts": {"chart"},
    "decisions": {"decision"},
    "diagrams": {"diagram", "scene"},
    "interactives": {"interactive"},
    "quizzes": {"quiz"},
    "transcripts": {"transcript"},
}
"""By the folder of the data: the macros that show a file of it. The gallery shows all diagrams, and tells of none."""


def problems(course: Course, macros: Collection[str]) -> Iterator[Problem]:
    """Yield every file that no page shows by its name, and every quiz that is not named like its lesson.

    What a misspelt call was meant to show is not told: macros are all there are.
    """
    if any(problem.path.endswith(".md") for problem in course.problems):
        return  # What that page shows cannot be known.
    calls = [meant(call, macros) for page in course.pages for call in page.calls]
    called = {(call.name, str(name)) for call in calls for name in (*call.arguments, *call.options.values())}
    for folder, showing in _SHOWN_BY.items():
        names = {name for macro, name in called if macro in showing}
        names |= _named(course) if folder == "diagrams" else set()
        there = getattr(course, folder)
        names |= {nearest(name, there) for name in names - there.keys()}
        for name in there.keys() - names:
            yield _unseen(course, folder, name, min(showing))
    yield from _images(course)
    yield from _measured(course, called)
    if course.card and "quiz" in course.card.each_lesson.calls:
        for page in course.pages:
            if isinstance(page.front_matter, LessonFrontMatter):
                yield from _misnamed(course, page)


def explained(pages: Iterable[Page]) -> set[str]:
    """Return the diagrams whose file a page shows: who looks for pictures is not shown them, unless on that page."""
    return {
        str(name)
        for page in pages
        if not page.calls_for("gallery")
        for call in page.calls_for("scene")
        for name in call.arguments
    }


def _named(course: Course) -> set[str]:
    """Return the diagrams of which pictures to operate are made; all, while what such a picture names is not known."""
    if course.files.faulty("docs/data/interactives"):
        return {*course.diagrams}
    named = (one for file in course.files.interactives.values() for one in file.model.kind.named())
    return {name for _, kind, name in named if kind == "diagram"}


def _images(course: Course) -> Iterator[Problem]:
    """Yield every image that no page shows, and to which none links."""
    images = {path for path in course.files.published if path.rpartition(".")[2] in SUFFIXES}
    for written in course.written.values() if images else ():
        folder = posixpath.dirname(written.path.removeprefix("docs/"))
        try:
            found = linked.addresses(written.text)
        except ContentError:
            return  # the settings are told to be faulty
        images -= {posixpath.normpath(posixpath.join(folder, unquote(address))) for _, address in found}
    for path in images:
        hint = f"write ![What it shows]({posixpath.basename(path)}) on a page beside it, or delete the file"
        yield Problem(f"docs/{path}", 1, 1, "", "no page shows this image", hint)


def _measured(course: Course, called: Collection[tuple[str, str]]) -> Iterator[Problem]:
    """Yield every chart of what was measured that no page shows, unless a call of it is misspelt."""
    file = course.files.measurements
    names = {name for macro, name in called if macro == "measured_chart"}
    charts = file.model.charts if file else ()
    names |= {nearest(name, {chart.id for chart in charts}) for name in names}
    for index, chart in enumerate(charts):
        if file and chart.id not in names:
            hint = f'write {{! measured_chart("{chart.id}") !}} on a page, or delete it'
            yield file.marks.problem(("charts", index), "no page shows this chart", hint)


def _unseen(course: Course, folder: str, name: str, macro: str) -> Problem:
    hint = f'write {{! {macro}("{name}") !}} on a page, or delete the file'
    if folder == "quizzes" and (lesson := _lesson_of(course, name)):
        hint = f"its lesson is {lesson.path}: name it {_stem(lesson)}.yml"
    return Problem(f"docs/data/{folder}/{name}.yml", 1, 1, "", f"no page shows this {macro}", hint)


def _lesson_of(course: Course, quiz: str) -> Page | None:
    """Return the lesson that asks for questions which are not there, and has the same number."""
    return next(
        (
            page
            for page in course.pages
            for call in page.calls_for("quiz")
            if call.arguments == (_stem(page),)
            and _stem(page) not in course.quizzes
            and _stem(page).partition("-")[0] == quiz.partition("-")[0]
        ),
        None,
    )


def _misnamed(course: Course, page: Page) -> Iterator[Problem]:
    stem = _stem(page)
    for call in page.calls_for("quiz"):
        name = str(call.arguments[0]) if call.arguments else stem
        if name in course.quizzes and name != stem:
            message = f"has another name than its lesson, {page.path}"
            hint = f'name it {stem}.yml, and write {{! quiz("{stem}") !}} in {page.path}:{call.line}'
            yield Problem(f"docs/data/quizzes/{name}.yml", 1, 1, "", message, hint)


def _stem(page: Page) -> str:
    return PurePosixPath(page.path).stem
