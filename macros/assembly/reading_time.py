"""What there is to read, to look at, to answer and to type on a page: the minutes are counted from it."""

from macros.assembly.files import Files
from macros.content.choices import Asked
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
    read, figures = _of_calls(page, files)
    asked = [question for call in page.calls for question in _asked(call, files)]
    return Lesson(number, page, len(words(page.prose)) + read, figures, len(asked), sum(one.seconds for one in asked))


def _asked(call: Call, files: Files) -> tuple[Asked, ...]:
    """Return the questions that a call adds to its page."""
    if call.name not in {"quiz", "predict"} or call.named not in files.quizzes:
        return ()
    quiz = files.quizzes[call.named].model
    return quiz.questions if call.name == "quiz" else (quiz.predict,) if quiz.predict else ()


def _of_calls(page: Page, files: Files) -> tuple[int, int]:
    """Return how many words and figures all calls add to their page."""
    of_calls = [(0, 0), *(_of_call(call, files) for call in page.calls)]
    read, figures = (sum(column) for column in zip(*of_calls, strict=True))
    return read, figures


def _of_call(call: Call, files: Files) -> tuple[int, int]:
    """Return how many words and figures a call adds to its page."""
    comparison = files.comparison.model if files.comparison else None
    match call.name, call.arguments:
        case "diagram", (name,) if name in files.diagrams:
            return files.diagrams[name].model.words, 1
        case "chart" | "interactive" | "measured_chart" | "transcript", _:
            return 0, 1
        case "comparison", _ if comparison:
            return sum(map(comparison.words, comparison.shown(key=bool(call.options.get("key"))))), 0
        case "row", (name,) if comparison and (row := comparison.row(name)):
            return comparison.words(row), 0
    return 0, 0
