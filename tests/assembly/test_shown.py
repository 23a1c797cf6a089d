"""Data that no page shows, and questions that have another name than their lesson."""

from pathlib import Path

import pytest

from macros.assembly import shown
from macros.assembly.course import Course
from macros.calls import NAMES
from tests.builders import change, docs_in

# ruff: noqa: E501 - one fault a line, to be read as a table

CARD = "each-lesson: {calls: [quiz]}\nlevel:"


def told(docs: Path) -> list[str]:
    return [str(problem) for problem in shown.problems(Course.read(docs), NAMES)]


def test_in_the_small_course_all_is_shown(tmp_path: Path) -> None:
    assert [] == told(docs_in(tmp_path))


@pytest.mark.parametrize(
    ("page", "call", "expected"),
    [
        ("comparison.md", 'chart("cooling")', 'charts/cooling.yml:1:1: no page shows this chart\n    hint: write {! chart("cooling") !} on a page, or delete the file'),
        ("comparison.md", 'decision("drink")', 'decisions/drink.yml:1:1: no page shows this decision\n    hint: write {! decision("drink") !} on a page, or delete the file'),
        ("comparison.md", 'diagram("kitchen")', 'diagrams/kitchen.yml:1:1: no page shows this diagram\n    hint: write {! diagram("kitchen") !} on a page, or delete the file'),
        ("lessons/01-drinks.md", 'quiz("drinks")', 'quizzes/drinks.yml:1:1: no page shows this quiz\n    hint: write {! quiz("drinks") !} on a page, or delete the file'),
    ],
)  # fmt: skip
def test_what_no_page_shows_is_told_even_if_the_gallery_has_it(
    tmp_path: Path, page: str, call: str, expected: str
) -> None:
    docs = docs_in(tmp_path)
    change(docs, page, f"{{! {call} !}}", "{! gallery() !}")

    assert [f"docs/data/{expected}"] == told(docs)


def test_a_diagram_of_which_the_file_is_shown_is_shown(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "comparison.md", 'diagram("kitchen")', 'scene("kitchen")')

    assert [] == told(docs)


def test_nothing_is_called_unseen_while_a_page_is_faulty(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "comparison.md", "title: ", "titel: ")

    assert [] == told(docs)


def test_questions_that_are_not_named_like_their_lesson_are_told(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/course.yml", "level:", CARD)

    assert [
        'docs/data/quizzes/drinks.yml:1:1: has another name than its lesson, docs/lessons/01-drinks.md\n    hint: name it 01-drinks.yml, and write {! quiz("01-drinks") !} in docs/lessons/01-drinks.md:10'
    ] == told(docs)


def test_the_questions_of_a_lesson_that_was_renamed_are_told_where_they_are(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    (docs / "data/quizzes/drinks.yml").rename(docs / "data/quizzes/01-beverages.yml")
    change(docs, "lessons/01-drinks.md", 'quiz("drinks")', 'quiz("01-drinks")')

    assert [
        "docs/data/quizzes/01-beverages.yml:1:1: no page shows this quiz\n    hint: its lesson is docs/lessons/01-drinks.md: name it 01-drinks.yml"
    ] == told(docs)


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00IDAT"


@pytest.mark.parametrize(
    "mark",
    ["![A cup](../images/my-cup.png)", "[A cup](../images/my-cup.png)", "![A cup][a]\n\n[a]: ../images/my%2Dcup.png"],
)
def test_an_image_that_a_page_shows_or_links_to_is_shown(tmp_path: Path, mark: str) -> None:
    docs = docs_in(tmp_path)
    (docs / "images").mkdir()
    (docs / "images/my-cup.png").write_bytes(PNG)
    change(docs, "lessons/01-drinks.md", "Two words.", mark)

    assert [] == told(docs)


@pytest.mark.parametrize("mark", ["Two words.", "`![A cup](../images/my-cup.png)`", "![A cup](my-cup.png)"])
def test_an_image_that_no_page_shows_is_told(tmp_path: Path, mark: str) -> None:
    docs = docs_in(tmp_path)
    (docs / "images").mkdir()
    (docs / "images/my-cup.png").write_bytes(PNG)
    change(docs, "lessons/01-drinks.md", "Two words.", mark)

    hint = "write ![What it shows](my-cup.png) on a page beside it, or delete the file"
    assert [f"docs/images/my-cup.png:1:1: no page shows this image\n    hint: {hint}"] == told(docs)
