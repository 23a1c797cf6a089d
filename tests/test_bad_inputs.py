"""Everything is bounded: what is too large, too odd or of another type is told, in one line at its place."""

import re
from pathlib import Path

import pytest
from bad_inputs import BAD
from builders import change, docs_in

from macros.check import all_problems
from macros.course import Course

ROWS = [(path, right, wrong, expected) for (path, right), rows in BAD.items() for wrong, expected in rows]


def told(docs: Path) -> list[str]:
    return [str(problem) for problem in all_problems(Course.read(docs))]


@pytest.mark.parametrize(("path", "right", "wrong", "expected"), ROWS, ids=range(len(ROWS)))
def test_a_bad_input_is_told_in_its_place(tmp_path: Path, path: str, right: str, wrong: str, expected: str) -> None:
    docs = docs_in(tmp_path)
    change(docs, path, right, wrong)
    first, *others = told(docs)

    assert f"docs/{path}:{expected}" == first[: len(f"docs/{path}:{expected}")]
    for one in (first, *others):
        assert re.fullmatch(r"[^\n]{1,1000}(\n    hint: [^\n]{1,500})?", one)
        assert one.replace("\n    hint", "").isprintable()


def test_the_small_course_is_right(tmp_path: Path) -> None:
    assert [] == told(docs_in(tmp_path))


@pytest.mark.parametrize(
    "text", ["no", "yes", "1:30", "2026-11-23", "1_000", ".NaN", ".inf", "0x1F", "0o17", "010", "="]
)
def test_a_text_that_others_take_for_a_value_is_the_title_as_it_is_written(tmp_path: Path, text: str) -> None:
    docs = docs_in(tmp_path)
    change(docs, "lessons/01-drinks.md", "title: Drinks", f"title: {text}")
    course = Course.read(docs)

    assert [] == all_problems(course)
    assert [text] == [lesson.title for lesson in course.lessons]
