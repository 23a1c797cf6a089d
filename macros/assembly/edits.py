"""The files in which somebody changes what a page shows: its text, and the data that its macros draw."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.assembly.course import Course
from macros.html.words import gettext, later
from macros.pages.call import Call
from macros.pages.page import Page

_SHOWN_WHOLE = {
    "comparison": "comparison",
    "chart": "comparison",
    "glossary": "terms",
    "bibliography": "sources",
    "measurements": "measurements",
    "measured_chart": "measurements",
}
"""Macros that show a whole file, by which readers know the page: a mistake is rather there than in the words around."""


@dataclass(frozen=True)
class Edit:
    """A file to change, with what readers call what stands in it; path is relative to ``docs``."""

    what: str
    path: str


def edits(page: Page, course: Course) -> tuple[Edit, ...]:
    """Return the files of a page, each once: first the one in which most mistakes of the page can be mended.

    That is its data where the page shows as much of it as it has sections.
    """
    text = Edit(gettext("the text"), page.path.removeprefix("docs/"))
    found = [*dict.fromkeys(edit for call in page.calls for edit in _of_call(call, course))]
    whole = [edit for call in page.calls for edit in _shown_whole(call)]
    is_of_data = not course.lesson_at(page.url) and len(whole) >= page.prose.count("\n## ")
    return tuple(dict.fromkeys((*(whole[:1] if is_of_data else ()), text, *found)))


def _shown_whole(call: Call) -> Iterator[Edit]:
    match call.name:
        case "decision" if call.arguments:
            yield Edit(gettext("the questions"), f"data/decisions/{call.arguments[0]}.yml")
        case name if name in _SHOWN_WHOLE:
            yield _file(_SHOWN_WHOLE[name])


def _of_call(call: Call, course: Course) -> Iterator[Edit]:
    name = call.arguments[0] if call.arguments else ""
    yield from _shown_whole(call)
    match call.name:
        case "row":
            yield _file("comparison")
        case "chart" if name in course.charts:
            what = gettext("the chart “%(title)s”", title=course.charts[name].title)
            yield Edit(what, f"data/charts/{name}.yml")
        case "diagram" | "scene" if name in course.diagrams:
            what = gettext("the picture “%(title)s”", title=course.diagrams[name].title)
            yield Edit(what, f"data/diagrams/{name}.yml")
        case "transcript" if name in course.transcripts:
            what = gettext("the transcript “%(title)s”", title=course.transcripts[name].title)
            yield Edit(what, f"data/transcripts/{name}.yml")
        case "interactive" if name in course.interactives:
            what = gettext("the picture “%(title)s”", title=course.interactives[name].title)
            yield Edit(what, f"data/interactives/{name}.yml")
        case "quiz" | "predict":
            yield Edit(gettext("the questions"), f"data/quizzes/{name}.yml")
        case "course_card" | "byline":
            yield _file("course")


def _file(name: str) -> Edit:
    return Edit(gettext(_LABELS[name]), f"data/{name}.yml")


_LABELS = {
    "comparison": later("the comparison"),
    "terms": later("the words"),
    "sources": later("the sources"),
    "measurements": later("the measurements"),
    "course": later("the course card"),
}
