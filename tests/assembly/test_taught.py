"""The words that each lesson must say, as the course card lists them."""

from pathlib import Path

import pytest

from macros.assembly.course import Course
from macros.check.problems import all_problems
from tests.builders import FILES, docs_in

LESSON = "docs/lessons/01-drinks.md"
TEACHES = """teaches:
  - lesson: 01-drinks
    words: [{words}]
"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return docs_in(tmp_path)


def teach(docs: Path, teaches: str) -> None:
    """Begin the course card with what the lessons teach."""
    card = docs / "data/course.yml"
    card.write_text(teaches + card.read_text())


def told(docs: Path) -> list[str]:
    return [str(problem) for problem in all_problems(Course.read(docs))]


@pytest.mark.parametrize(
    "words", ["two words", "Words", "three words | two words", "two   words", "cold tea", "bitter tea", "hot milk"]
)
def test_words_are_found_across_lines_and_within_marks_and_one_alternative_is_enough(docs: Path, words: str) -> None:
    teach(docs, TEACHES.format(words=words))
    text = FILES["lessons/01-drinks.md"].replace("Two words.", "Two words, *cold*\ntea, **bitter** tea and `hot milk`.")

    (docs / "lessons/01-drinks.md").write_text(text)

    assert [] == told(docs)


@pytest.mark.parametrize("words", ["milk", "word", "drinks | quiz", "diagram", "Drink"])
def test_words_that_a_lesson_does_not_say_are_told(docs: Path, words: str) -> None:
    teach(docs, TEACHES.format(words=words))

    hint = "say it there, or take it out of this list if the lesson shall not teach it"
    message = f"teaches[0].words[0]: {LESSON} does not say '{words}'"
    assert [f"docs/data/course.yml:3:13: {message}\n    hint: {hint}"] == told(docs)


def test_the_hint_names_the_lesson_that_says_them(docs: Path) -> None:
    teach(docs, TEACHES.format(words="milk") + "  - {lesson: 02-milk, words: [milk]}\n")
    milk = FILES["lessons/01-drinks.md"].replace("Two words.", "Two words on milk.").partition("\n{! quiz")[0]
    (docs / "lessons/02-milk.md").write_text(milk)
    card = docs / "data/course.yml"
    card.write_text(card.read_text().replace("lessons: 1\nminutes: 1", "lessons: 2\nminutes: 2"))

    hint = "say it there, or move it to the words of '02-milk', which says it"
    message = f"teaches[0].words[0]: {LESSON} does not say 'milk'"
    assert [f"docs/data/course.yml:3:13: {message}\n    hint: {hint}"] == told(docs)


def test_a_lesson_that_is_not_there_is_told_once(docs: Path) -> None:
    teach(docs, TEACHES.format(words="tea, milk").replace("01-drinks", "01-drink"))

    message = "teaches[0].lesson: there is no lesson '01-drink'"
    assert [f"docs/data/course.yml:2:5: {message}\n    hint: did you mean '01-drinks'?"] == told(docs)


def test_a_lesson_that_cannot_be_read_may_say_anything(docs: Path) -> None:
    teach(docs, TEACHES.format(words="milk"))
    (docs / "lessons/01-drinks.md").write_bytes(b"\xff")

    assert not [one for one in told(docs) if "teaches" in one]
