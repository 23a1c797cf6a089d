"""The course as a whole: what is counted, and what stays when a part is faulty."""

from pathlib import Path

import pytest

from macros.assembly.course import Course
from macros.check.problems import all_problems
from tests.builders import change, docs_in

LESSON = """---
title: {name}
description: D
objectives: [O]
---
One two three.

{calls}
"""

# ruff: noqa: E501 - one fault a line, to be read as a table


@pytest.mark.parametrize(
    ("calls", "figures", "questions", "seconds"),
    [
        ("", 0, 0, 0),
        ('{! diagram("cup") !}\n\n{! diagram("cup") !}', 2, 0, 0),
        ('{! quiz("two") !}', 0, 2, 75),
        ('{! predict("two") !}\n\n{! predicted("two") !}\n\n{! quiz("two") !}', 0, 3, 105),
    ],
)
def test_figures_and_questions_are_counted_from_the_calls(
    docs: Path, calls: str, figures: int, questions: int, seconds: int
) -> None:
    before = len(Course.read(docs).lessons)
    one = "{text: Yes., right: true, reason: So.}, {text: No., reason: So., belief: So.}"
    about = "question: A?, explains: a"
    asked = (
        f"{{id: a, {about}, objective: A., one-of: [{one}]}}",
        f"{{id: b, {about}, objective: A., some-of: [{one}, {{text: Oh., right: true, reason: So.}}]}}",
    )
    (docs / "data/quizzes/two.yml").write_text(
        f"predict: {{id: c, {about}, one-of: [{one}]}}\nquestions: [{', '.join(asked)}]\n"
    )
    (docs / "lessons/98-more.md").write_text(LESSON.format(name="More", calls=calls))
    lesson = Course.read(docs).lessons[-1]

    assert (before + 1, 3, figures) == (lesson.number, lesson.words, lesson.figures)
    assert (questions, seconds) == (lesson.questions, lesson.answering)


def test_the_words_of_the_rows_that_are_shown_are_counted(docs: Path) -> None:
    (docs / "lessons/98-more.md").write_text(LESSON.format(name="More", calls="{! comparison(key=true) !}"))
    (docs / "lessons/99-most.md").write_text(LESSON.format(name="Most", calls='{! row("colour") !}'))
    course = Course.read(docs)
    assert course.comparison
    colour = course.comparison.row("colour")
    assert colour

    assert 3 + sum(map(course.comparison.words, course.comparison.shown(key=True))) == course.lessons[-2].words
    assert 3 + course.comparison.words(colour) == course.lessons[-1].words


def test_a_faulty_file_leaves_the_others(docs: Path) -> None:
    before = len(Course.read(docs).lessons)
    (docs / "data/diagrams/kitchen.yml").write_text("title: T\n")
    (docs / "lessons/02-brewing.md").write_text("no front matter")
    course = Course.read(docs)

    assert before - 1 == len(course.lessons)
    assert "kitchen" not in course.diagrams
    assert {"docs/data/diagrams/kitchen.yml", "docs/lessons/02-brewing.md"} == {
        problem.path for problem in course.problems
    }


def test_a_file_name_that_is_no_address_is_a_problem(docs: Path) -> None:
    (docs / "data/diagrams/kitchen.yml").rename(docs / "data/diagrams/A Kitchen.yml")

    assert "docs/data/diagrams/A Kitchen.yml" in {problem.path for problem in Course.read(docs).problems}


def test_the_small_course_has_no_problem(tmp_path: Path) -> None:
    course = Course.read(docs_in(tmp_path))

    assert () == course.problems
    assert (1, 3, 1) == (len(course.lessons), len(course.diagrams), len(course.quizzes))


@pytest.mark.parametrize(
    ("path", "right", "wrong", "expected"),
    [
        ("data/course.yml", "level: B", "levl: B", ["4:1: levl: unknown key"]),
        ("data/comparison.yml", "answer: Green", "anser: Green", ["13:13: rows[colour].cells.tea.anser: unknown key"]),
        ("data/comparison.yml", "[adam-2020]", "[adam-2021]", ["13:61: rows[colour].cells.tea.sources[0]: there is no source 'adam-2021'"]),
        ("data/sources.yml", "issued: 2020", "issued: '2020'", ["6:5: sources[adam-2020].issued: must be a whole number"]),
        ("data/diagrams/cup.yml", "picture: cup", "picture: cap", ["5:8: scene.column[0].picture: there is no picture 'cap'"]),
        ("data/diagrams/cup.yml", "box: Saucer", "box: 1", ["6:8: scene.column[1].box: must be text"]),
        ("data/quizzes/drinks.yml", "right: true", "right: false", ["6:5: questions[which-is-green].one-of: 0 options are right"]),
        ("lessons/01-drinks.md", "title: Drinks", "title: 7", ["2:1: title: must be text"]),
        ("lessons/01-drinks.md", "diagram(", "diagram((", ["8:20: this macro call cannot be read: '!' is not expected here"]),
        ("data/course.yml", "lessons: 1", "lessons: 2", ["2:1: lessons: says 2, but the course has 1 lesson\n    hint: set lessons: 1"]),
        ("data/course.yml", "minutes: 1", "minutes: 2", ["3:1: minutes: says 2, but the lessons take 1 minute\n    hint: set minutes: 1, or add "]),
    ],
)  # fmt: skip
def test_a_broken_file_is_named_in_its_place(
    tmp_path: Path, path: str, right: str, wrong: str, expected: list[str]
) -> None:
    docs = docs_in(tmp_path)
    change(docs, path, right, wrong)
    said = [str(problem) for problem in Course.read(docs).problems if problem.path == f"docs/{path}"]

    assert len(expected) == len(said)
    assert all(line.startswith(f"docs/{path}:{start}") for line, start in zip(said, expected, strict=True)), said


@pytest.mark.parametrize("name", ["card", "comparison", "sources"])
def test_a_file_that_is_missing_leaves_the_others(tmp_path: Path, name: str) -> None:
    docs = docs_in(tmp_path)
    (docs / "data" / {"card": "course.yml"}.get(name, f"{name}.yml")).unlink()
    course = Course.read(docs)

    assert name in [part for part in ("card", "comparison", "sources") if getattr(course, part) is None]
    told = {
        "card": "is missing",
        "comparison": "there is no row 'warmth'",
        "sources": "there is no source 'adam-2020'",
    }
    assert told[name] == course.problems[0].message


def test_promises_are_not_checked_while_a_lesson_is_faulty(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    (docs / "lessons/02-more.md").write_text("no front matter")
    course = Course.read(docs)

    assert ["docs/lessons/02-more.md"] == [problem.path for problem in course.problems]
    assert ["Drinks"] == [lesson.title for lesson in course.lessons]


@pytest.mark.parametrize("path", ["data/quizzes/drinks.yml", "data/comparison.yml"])
def test_a_faulty_file_that_is_counted_says_nothing_about_the_minutes(docs: Path, path: str) -> None:
    (docs / path).write_text("a: [")

    assert {f"docs/{path}"} == {problem.path for problem in Course.read(docs).problems}


def test_a_page_that_breaks_a_rule_is_still_there_and_may_be_allowed_to(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "lessons/01-drinks.md", "Two words.", "It is just <b>so</b>.")

    assert ["<b> may not stand in a page", "'just' promises or belittles"] == [
        problem.message for problem in reversed(all_problems(Course.read(docs)))
    ]
    assert 1 == len(Course.read(docs).lessons)
    change(docs, "lessons/01-drinks.md", "objectives:", "allow: [{rule: plain-words, because: A test.}]\nobjectives:")
    assert ["<b> may not stand in a page"] == [problem.message for problem in all_problems(Course.read(docs))]
