"""The course card and the byline."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from pydantic import ValidationError

from macros.content.card import Card, byline, course_card
from macros.content.lesson import Lesson
from macros.pages.page import FrontMatter, Page

CARD = Card.model_validate(
    {
        "promise": "How *two* things differ.",
        "lessons": 2,
        "minutes": 7,
        "level": "Expert",
        "authors": "some people",
        "adapted-from": {"lesson": "L", "team": "T", "name": "N", "about": "is <b>", "url": "https://n.example/"},
    }
)


def text(html: str) -> str:
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


def test_the_card_shows_what_was_counted() -> None:
    page = Page("docs/lessons/01-a.md", FrontMatter(title="T", description="D"), (), "")
    lessons = tuple(Lesson(n, page, 238 * n, 0, n, 60 * n) for n in (1, 2))
    asked = tuple(replace(lesson, questions=0, answering=0) for lesson in lessons)

    assert "How two things differ. 2 lessons 3 min to read 3 questions, about 3 min Expert" == text(
        course_card(CARD, lessons)
    )
    assert "How two things differ. 2 lessons 3 min to read Expert" == text(course_card(CARD, asked))


def test_the_byline_says_who_wrote_it_and_whom_it_is_adapted_from() -> None:
    assert "By some people. Adapted from L by the T at N. N is <b>" == text(byline(CARD))


def test_a_course_that_is_adapted_from_nothing_names_its_authors_only() -> None:
    assert "By some people." == text(byline(CARD.model_copy(update={"adapted_from": None})))


def test_the_name_leads_to_the_lesson_that_was_adapted() -> None:
    assert ["https://n.example/"] == [link["href"] for link in BeautifulSoup(byline(CARD), "html.parser").select("a")]


@pytest.mark.parametrize(
    "fault", [{"lessons": 0}, {"minutes": "7"}, {"level": ""}, {"promise": None}, {"colour": "red"}]
)
def test_a_faulty_card_is_refused(fault: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Card.model_validate(CARD.model_dump(by_alias=True) | fault)


@pytest.mark.parametrize("url", ["http://n.example/", "javascript:x", "https://a b"])
def test_an_address_that_is_not_safe_is_refused(url: str) -> None:
    fields = CARD.model_dump(by_alias=True)
    with pytest.raises(ValidationError):
        Card.model_validate(fields | {"adapted-from": fields["adapted-from"] | {"url": url}})


def test_a_course_that_goes_back_to_nobodys_lesson_names_its_authors_alone() -> None:
    own = CARD.model_copy(update={"adapted_from": None})

    assert "By some people." == text(byline(own))
