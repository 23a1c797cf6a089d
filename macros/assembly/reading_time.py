"""What there is to read, to look at, to answer and to type on a page: the minutes are counted from it."""

from macros.assembly.files import Files
from macros.content.lesson import Lesson
from macros.content.practice import Practice
from macros.html.markup import words
from macros.pages.call import Call
from macros.pages.page import LessonFrontMatter, Page


def counted(files: Files) -> tuple[Lesson, ...]:
    """Return the lessons, numbered in the order of their file names, with the counts of each."""
    pages = [page for page in files.pages if isinstance(page.front_matter, LessonFrontMatter)]
    return tuple(_counted(number, page, files) for number, page in enumerate(pages, 1))


def practised(files: Files) -> tuple[Practice, ...]:
    """Return the pages with commands to type, numbered in the order of their file names."""
    pages = [page for page in files.pages if page.calls_for("practice_header")]
    return tuple(Practice(number, page, _of_calls(page, files)[1]) for number, page in enumerate(pages, 1))


def _counted(number: int, page: Page, files: Files) -> Lesson:
    read, figures, questions = _of_calls(page, files)
    return Lesson(number, page, len(words(page.prose)) + read, figures, questions)


def _of_calls(page: Page, files: Files) -> tuple[int, int, int]:
    """Return how many words, figures and questions all calls add to their page."""
    of_calls = [(0, 0, 0), *(_of_call(call, files) for call in page.calls)]
    read, figures, questions = (sum(column) for column in zip(*of_calls, strict=True))
    return read, figures, questions


def _of_call(call: Call, files: Files) -> tuple[int, int, int]:
    """Return how many words, figures and questions a call adds to its page."""
    comparison = files.comparison.model if files.comparison else None
    match call.name, call.arguments:
        case "diagram", (name,) if name in files.diagrams:
            return files.diagrams[name].model.words, 1, 0
        case "chart" | "measured_chart" | "transcript", _:
            return 0, 1, 0
        case "quiz", (name,) if name in files.quizzes:
            return 0, 0, len(files.quizzes[name].model.questions)
        case "comparison", _ if comparison:
            return sum(map(comparison.words, comparison.shown(key=bool(call.options.get("key"))))), 0, 0
        case "row", (name,) if comparison and (row := comparison.row(name)):
            return comparison.words(row), 0, 0
    return 0, 0, 0
