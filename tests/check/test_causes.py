"""What follows from a fault is not told beside it: whoever mends the cause has mended both."""

from pathlib import Path

import pytest

from macros.assembly.course import Course
from macros.check.problems import all_problems
from tests.builders import change, docs_in

# ruff: noqa: E501 - one fault a line, to be read as a table

LESSON, DRINKS = "lessons/01-drinks.md", "comparison.md"
CARD = """each-lesson:
  calls: [lesson_header]
  diagrams: 1
level:"""
OTHER = "  - {id: eve, type: book, title: T, author: [{literal: E}], issued: 2020, DOI: 10.1000/1, accessed: 2026-11-23, says: S}\n  - id: adam-2020"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Return the small course, with lessons that must have a header and a diagram, and a source that a page cites."""
    docs = docs_in(tmp_path)
    change(docs, "data/course.yml", "level:", CARD)
    change(docs, "data/sources.yml", "  - id: adam-2020", OTHER)
    change(
        docs,
        LESSON,
        "Two words.",
        '{! lesson_header() !}\n\n[Tea](../comparison.md#colour), says Eve. {! cite("eve") !}',
    )
    return docs


def told(docs: Path) -> list[str]:
    return [str(problem) for problem in all_problems(Course.read(docs))]


def test_the_course_of_these_tests_has_no_problem(docs: Path) -> None:
    assert [] == told(docs)


@pytest.mark.parametrize(
    ("path", "right", "wrong", "expected"),
    [
        (LESSON, "lesson_header()", "leson_header()", "6:4: there is no macro 'leson_header'\n    hint: did you mean 'lesson_header'?"),
        (LESSON, 'diagram("cup")', 'diagrm("cup")', "10:4: there is no macro 'diagrm'\n    hint: did you mean 'diagram'?"),
        (LESSON, 'diagram("cup")', 'diagram("cupp")', "10:4: there is no diagram 'cupp'\n    hint: did you mean 'cup'?"),
        (LESSON, 'diagram("cup")', 'diagram("cup", 3)', "10:4: diagram: too many positional arguments\n    hint: see CONTRIBUTING.md for what each macro takes"),
        (LESSON, 'diagram("cup")', 'diagram(name="cup")', "10:4: diagram: 'name' parameter is positional only, but was passed as a keyword\n    hint: see CONTRIBUTING.md for what each macro takes"),
        (LESSON, 'quiz("drinks")', 'quizz("drinks")', "12:4: there is no macro 'quizz'\n    hint: did you mean 'quiz'?"),
        (LESSON, 'quiz("drinks")', 'quiz("drink")', "12:4: there is no quiz 'drink'\n    hint: did you mean 'drinks'?"),
        (LESSON, 'cite("eve")', 'cyte("eve")', "8:46: there is no macro 'cyte'\n    hint: did you mean 'cite'?"),
        (LESSON, 'cite("eve")', 'cite("evi")', "8:46: there is no source 'evi'\n    hint: did you mean 'eve'?"),
        (DRINKS, 'chart("cooling")', 'chart("coling")', "7:4: there is no chart 'coling'\n    hint: did you mean 'cooling'?"),
        (DRINKS, 'decision("drink")', 'desision("drink")', "9:4: there is no macro 'desision'\n    hint: did you mean 'decision'?"),
        (DRINKS, "comparison()", "comparision()", "5:4: there is no macro 'comparision'\n    hint: did you mean 'comparison'?"),
        ("sources.md", "bibliography()", "bibliograhpy()", "5:4: there is no macro 'bibliograhpy'\n    hint: did you mean 'bibliography'?"),
        ("data/comparison.yml", "  tea: {answer: Green", "  tee: {answer: Green", "13:7: rows[colour].cells.tee: there is no subject 'tee'\n    hint: did you mean 'tea'?"),
    ],
)  # fmt: skip
def test_only_the_cause_is_told(docs: Path, path: str, right: str, wrong: str, expected: str) -> None:
    change(docs, path, right, wrong)

    assert [f"docs/{path}:{expected}"] == told(docs)


def test_what_has_nothing_to_do_with_it_is_told_beside_it(docs: Path) -> None:
    change(docs, LESSON, 'diagram("cup")', 'diagram("teapot")')

    assert [
        'docs/data/diagrams/cup.yml:1:1: no page shows this diagram\n    hint: write {! diagram("cup") !} on a page, or delete the file',
        "docs/lessons/01-drinks.md:10:4: there is no diagram 'teapot'\n    hint: write docs/data/diagrams/teapot.yml, take another name, or delete the call",
    ] == told(docs)


def test_minutes_are_not_counted_while_a_lesson_calls_what_is_not_there(docs: Path) -> None:
    change(docs, "data/course.yml", "minutes: 1", "minutes: 2")
    change(docs, LESSON, 'diagram("cup")', 'diagram("cupp")')

    assert ["docs/lessons/01-drinks.md:10:4: there is no diagram 'cupp'\n    hint: did you mean 'cup'?"] == told(docs)


def test_a_label_is_not_too_long_for_an_id_in_it_while_the_figures_cannot_be_read(docs: Path) -> None:
    change(
        docs,
        "data/diagrams/cup.yml",
        "box: Saucer",
        'box: "The cup on this saucer cools down to warm in about {tea-time}"',
    )
    assert [] == told(docs)

    change(docs, "data/comparison.yml", "kind: measured", "kind: benchmark")
    assert ["data/comparison.yml"] == [one.partition(":")[0].removeprefix("docs/") for one in told(docs)]
