"""What pages show of the reader's own answers, before any script has filled it in."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from macros.assembly.asked import asked
from macros.assembly.course import Course
from macros.calls import Calls
from macros.check.problems import all_problems
from tests.builders import change, docs_in, whole_docs_in

REVIEW = "review.md"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Return a copy of the whole course, without its project."""
    return whole_docs_in(tmp_path)


def shown(docs: Path, macro: str, url: str = "") -> BeautifulSoup:
    """Return what a macro shows on a page."""
    return BeautifulSoup(getattr(Calls(Course.read(docs), url), macro)(), "html.parser")


def links(found: BeautifulSoup | Tag) -> list[str]:
    return [str(link["href"]) for link in found.select("a")]


def test_the_start_leads_to_the_first_lesson_the_review_and_what_is_remembered(docs: Path) -> None:
    assert ["./lessons/01-drinks/", "./review/#remembered", "./review/"] == links(shown(docs, "start"))


def test_without_a_review_the_start_leads_to_the_first_lesson_alone(docs: Path) -> None:
    (docs / REVIEW).unlink()

    assert ["./lessons/01-drinks/"] == links(shown(docs, "start"))


def test_the_review_asks_the_questions_of_all_lessons_in_their_order(docs: Path) -> None:
    course = Course.read(docs)
    found = shown(docs, "review", "review/")

    assert [f"{quiz}/{one.id}" for lesson in asked(course) for quiz, one in lesson.tested] == [
        question["data-question"] for question in found.select(".ask")
    ]
    assert {"../lessons/01-drinks/", "../lessons/02-brewing/"} == {link.partition("#")[0] for link in links(found)}


def test_questions_of_the_same_id_in_two_lessons_stay_two_on_one_page(docs: Path) -> None:
    first = asked(Course.read(docs))[0].tested[0][1].id
    second = asked(Course.read(docs))[1].tested[0][1].id
    change(docs, "data/quizzes/brewing.yml", f"id: {second}", f"id: {first}")
    ids = [question["id"] for question in shown(docs, "review", "review/").select(".ask")]

    assert len(ids) == len({*ids})


def test_each_objective_names_the_questions_that_test_it(docs: Path) -> None:
    tests = [str(objective["data-tests"]) for objective in shown(docs, "objectives").select("[data-tests]")]

    assert all(tests)
    assert {f"{quiz}/{one.id}" for lesson in asked(Course.read(docs)) for quiz, one in lesson.tested} == {
        *" ".join(tests).split()
    }


def test_a_quiz_that_cannot_be_read_is_missing_and_its_lesson_stays(docs: Path) -> None:
    (docs / "data/quizzes/brewing.yml").write_text("questions: 7\n")
    found = shown(docs, "objectives")

    assert ["Drinks", "Brewing"] == [lesson.get_text() for lesson in found.select("ol > li > a")]
    assert {""} == {str(one["data-tests"]) for one in found.select("ol > li:last-child [data-tests]")}


def test_hostile_text_is_shown_as_text(docs: Path) -> None:
    change(docs, "data/quizzes/drinks.yml", "question: What is brown?", 'question: "<script>alert(1)</script> \\"x"')

    for macro in ("missed", "review", "start", "objectives"):
        assert not shown(docs, macro).select("script")


@pytest.mark.parametrize("macro", ["start", "review", "objectives", "missed"])
def test_a_course_without_lessons_is_told_that_there_is_nothing_to_show(tmp_path: Path, macro: str) -> None:
    docs = docs_in(tmp_path)
    (docs / "lessons/01-drinks.md").unlink()
    (docs / "index.md").write_text(f"---\ntitle: Home\ndescription: D\n---\n{{! {macro}() !}}\n")
    told = "\n".join(str(problem) for problem in all_problems(Course.read(docs)))

    assert "docs/index.md:5:4: there is no lesson in docs/lessons" in told
