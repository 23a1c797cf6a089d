"""What holds for the words and the numbers of this course: whatever a contributor may change is told by the check."""

import re
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from macros.assembly.course import Course
from macros.check.problems import all_problems
from macros.content.lesson import words_off
from macros.content.question import Press

DOCS = Path(__file__).parents[2] / "docs"
MEND = "mend what `make check` tells"
MORE = "docs/data/comparison.yml: the course promises {}; CONTRIBUTING.md tells how to add one"
COUNTED = "{}: the check counts other words than these; say so in an issue, as no text is wrong"
SIDE = re.compile(r"\b(?:on|at|to) the (?:left|right)\b|\b(?:left|right)-?(?:hand|most)", re.IGNORECASE)
LESSONS = sorted(file.stem for file in (DOCS / "lessons").glob("*.md"))


@pytest.fixture(scope="module")
def course() -> Course:
    return Course.read(DOCS)


def told(docs: Path) -> list[str]:
    return [str(problem) for problem in all_problems(Course.read(docs))]


def test_there_is_no_problem_in_the_course() -> None:
    assert [] == told(DOCS), MEND


def test_there_are_thirty_figures_from_fifteen_sources_in_twenty_rows(course: Course) -> None:
    assert course.comparison, MEND
    figures = [figure for row in course.comparison.rows for figure in row.figures]

    assert len(course.comparison.rows) >= 20, MORE.format("twenty rows")
    assert len(figures) >= 30, MORE.format("thirty figures")
    assert len({figure.source for figure in figures}) >= 15, MORE.format("figures from fifteen sources")


def test_the_card_says_what_the_lessons_add_up_to(course: Course) -> None:
    card = yaml.safe_load((DOCS / "data/course.yml").read_text())

    assert (card["lessons"], card["minutes"]) == (len(course.lessons), course.minutes), MEND
    assert course.minutes == sum(lesson.minutes for lesson in course.lessons), MEND


def test_every_lesson_has_a_diagram_and_three_are_told_in_steps(site: Path, course: Course) -> None:
    shown = [
        BeautifulSoup((site / lesson.page.url / "index.html").read_text(), "html.parser").select("figure.diagram")
        for lesson in course.lessons
    ]
    steps = sum(figure.has_attr("data-steps") for figures in shown for figure in figures)

    assert 10 <= sum(map(len, shown)), "the lessons are to show ten diagrams: CONTRIBUTING.md tells how to add one"
    assert 3 <= steps, "three of them are to be told in steps: add `steps:` to a diagram"


def test_no_question_about_a_picture_speaks_of_left_or_right_as_a_narrow_picture_has_neither(course: Course) -> None:
    pressed = [
        (
            question.id,
            " ".join([question.question, question.others, *(f"{one.text} {one.reason}" for one in question.parts)]),
        )
        for quiz in course.files.quizzes.values()
        for question in quiz.model.questions
        if isinstance(question, Press)
    ]

    sided = [name for name, text in pressed if SIDE.search(text)]
    assert [] == sided, "docs/data/quizzes: name the part instead, as the picture does"


def with_words(text: str, count: int) -> str:
    """Return a lesson with so many more words, in lines of one sentence, above its key points."""
    lines = [["Words", *["words"] * (min(20, count - start) - 1)] for start in range(0, count, 20)]
    more = "".join(f"{' '.join(line)}.\n" for line in lines)
    return text.replace("\n## Key points\n", f"\n{more}\n## Key points\n") if more else text


@pytest.mark.parametrize("more", [1, 2])
@pytest.mark.parametrize("name", LESSONS)
def test_a_longer_lesson_asks_for_other_minutes_and_for_nothing_else(docs: Path, name: str, more: int) -> None:
    course = Course.read(docs)
    (lesson,) = (lesson for lesson in course.lessons if lesson.page.path == f"docs/lessons/{name}.md")
    file, card = docs / f"lessons/{name}.md", docs / "data/course.yml"
    text, words = file.read_text(), -words_off(lesson.seconds, lesson.minutes + more)
    before, after = course.minutes + more - 1, course.minutes + more

    file.write_text(with_words(text, words - 1))
    card.write_text(card.read_text().replace(f"minutes: {course.minutes}\n", f"minutes: {before}\n"))
    assert [] == told(docs), COUNTED.format(file)

    file.write_text(with_words(text, words))
    (problem,) = told(docs)
    hint = f"set minutes: {after}, or cut 1 word from docs/lessons/{name}.md"
    said = f"minutes: says {before}, but the lessons take {after} minutes\n    hint: {hint}"
    assert problem.endswith(said), COUNTED.format(file)

    card.write_text(card.read_text().replace(f"minutes: {before}\n", f"minutes: {after}\n"))
    assert [] == told(docs), COUNTED.format(file)
