"""What there is to read, to look at and to answer in each lesson: the minutes are counted from it."""

from macros.assembly.files import Files
from macros.content.lesson import Lesson
from macros.html.markup import words
from macros.pages.page import LessonFrontMatter


def counted(files: Files) -> tuple[Lesson, ...]:
    """Return the lessons, numbered in the order of their file names, with the counts of each."""
    comparison = files.comparison.model if files.comparison else None
    lessons: list[Lesson] = []
    for page in files.pages:
        if not isinstance(page.front_matter, LessonFrontMatter):
            continue
        read, figures, questions = len(words(page.prose)), 0, 0
        for call in page.calls:
            match call.name, call.arguments:
                case "diagram", (name,) if name in files.diagrams:
                    figures += 1
                    read += files.diagrams[name].model.words
                case "chart", _:
                    figures += 1
                case "quiz", (name,) if name in files.quizzes:
                    questions += len(files.quizzes[name].model.questions)
                case "comparison", _ if comparison:
                    read += sum(map(comparison.words, comparison.shown(key=bool(call.options.get("key")))))
                case "row", (name,) if comparison and (row := comparison.row(name)):
                    read += comparison.words(row)
        lessons.append(Lesson(len(lessons) + 1, page, read, figures, questions))
    return tuple(lessons)
