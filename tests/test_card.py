"""The course card and the byline."""

from bs4 import BeautifulSoup

from macros.card import Card, byline, course_card

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
    assert "How two things differ. 3 lessons · 9 min · Expert" == text(course_card(CARD, 3, 9))


def test_the_byline_says_who_wrote_it_and_whom_it_is_adapted_from() -> None:
    assert "By some people. Adapted from L by the T at N. N is <b>" == text(byline(CARD))
