"""Figures that are named by their ids where nothing fills in their amounts."""

from pathlib import Path

import pytest

from macros.assembly.course import Course
from macros.check.problems import all_problems
from tests.builders import change, docs_in

# ruff: noqa: E501 - one fault a line, to be read as a table

TOLD = "readers see '{tea-time}' as it is written\n    hint: write its amount, 10 min"


@pytest.mark.parametrize(
    ("path", "right", "wrong", "expected"),
    [
        ("lessons/01-drinks.md", "Two words.", "Two words.\nIn {tea-time}.", f"7:4: {TOLD}"),
        ("index.md", "{! outline() !}", "In **{tea-time}**.", f"5:6: {TOLD}"),
        ("data/comparison.yml", "Cups differ.", '"In {tea-time}."', f"18:5: rows[warmth].explanation: {TOLD}"),
        ("data/comparison.yml", "answer: Fast", 'answer: "In {tea-time}"', f"35:9: rows[warmth].cells.coffee.answer: {TOLD}"),
        ("data/quizzes/drinks.yml", "It is.", '"In {tea-time}."', f"7:21: questions[which-is-green].one-of[0].reason: {TOLD}"),
        ("data/decisions/drink.yml", "Drink it.", '"In {tea-time}."', f"10:40: outcomes[1].advice: {TOLD}"),
    ],
)  # fmt: skip
def test_a_figure_in_braces_that_readers_would_see_is_told_with_its_amount(
    tmp_path: Path, path: str, right: str, wrong: str, expected: str
) -> None:
    docs = docs_in(tmp_path)
    change(docs, path, right, wrong)

    assert f"docs/{path}:{expected}" in [str(problem) for problem in all_problems(Course.read(docs))]


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [
        ("lessons/01-drinks.md", "Two words.", "Two `{tea-time}` words, and {another}."),
        ("data/comparison.yml", "Cups differ.", '"Cups `{tea-time}` differ, and {another}."'),
        ("data/diagrams/cup.yml", "A cup above a saucer.", '"After {tea-time}, a cup above a saucer."'),
    ],
)
def test_braces_in_code_in_diagrams_and_around_other_words_may_stand(
    tmp_path: Path, path: str, right: str, wrong: str
) -> None:
    docs = docs_in(tmp_path)
    change(docs, path, right, wrong)

    assert [] == [problem for problem in all_problems(Course.read(docs)) if "as it is written" in problem.message]
