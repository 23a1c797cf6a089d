"""Everything is bounded: what is too large, too odd or of another type is told, in one line at its place."""

import re
from pathlib import Path

import pytest

from macros.assembly.course import Course
from macros.check.problems import all_problems
from macros.html.markup import render
from macros.reading.problem import Problem
from tests.bad_inputs import BAD
from tests.builders import change, docs_in

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


def test_of_many_problems_of_one_file_the_first_fifty_are_told_and_shown(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/diagrams/cup.yml", "    - {box: Saucer}\n", "    - {picture: cupp}\n" * 60)
    course = Course.read(docs)
    path = "docs/data/diagrams/cup.yml"

    assert 60 == len(course.problems)
    assert 51 == len(course.problems_by_path[path]) == len(all_problems(course))
    assert f"{path}:55:8: and 10 more problems in this file" in told(docs)[-1]


def test_hints_are_sought_for_as_many_problems_as_are_told(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    terms = "".join(f"  - {{id: t{n}, term: t{n}, meaning: M, sources: [adam-202]}}\n" for n in range(60))
    change(docs, "data/terms.yml", "terms: []", f"terms:\n{terms}")
    hints = [problem.hint for problem in Course.read(docs).problems if "no source" in problem.message]

    assert ["did you mean 'adam-2020'?"] * 50 + [""] * 10 == hints


def test_a_box_shows_the_name_of_a_file_as_the_log_does() -> None:
    html = render("problems.html.j2", problems=[Problem("docs/a\x1b\ud800\nb.md", 1, 2, "", "wrong")])

    assert r"<code>docs/a\x1b\ud800\nb.md:1:2</code>" in html
