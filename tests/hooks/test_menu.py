"""The menu: each part of it ends with itself, and its lessons have their numbers on every page."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.conftest import LESSONS

PARTS = {
    "Learn": [*LESSONS, "what-you-have-learnt/"],
    "Do": ["review/", "which-one/", "lab/", "pictures/"],
    "Look up": ["comparison/", "charts/", "glossary/", "sources/"],
    "About": ["about/", "notes/", "accessibility/"],
}
"""The parts of the fixture's menu that every page shows whole."""

BESIDE = "rules/"
"""A page that stands in no menu."""


@pytest.fixture(scope="module")
def menus(site: Path) -> dict[str, BeautifulSoup]:
    found = {}
    for url in ("", BESIDE, *(page for pages in PARTS.values() for page in pages)):
        found[url] = BeautifulSoup((site / url / "index.html").read_text(), "html.parser")
    return found


def test_every_page_shows_every_part_with_its_pages(menus: dict[str, BeautifulSoup]) -> None:
    for url, page in menus.items():
        sections = page.select(".side > ul > .side__section")
        shown = {}
        for section in sections:
            links = [str(link["href"]) for link in section.select(".side__link")]
            shown[section.span.get_text() if section.span else ""] = len(links)
            for link in links:
                assert link == "./" or (Path("/site") / url / link).resolve().is_relative_to("/site"), (url, link)

        assert {part: len(pages) for part, pages in PARTS.items()} == shown, url


def test_lessons_are_numbered_and_nothing_else_is(menus: dict[str, BeautifulSoup]) -> None:
    for url, page in menus.items():
        first = page.select(".side > ul > .side__section")[0]

        assert [str(number) for number, _ in enumerate(LESSONS, 1)] == [b.get_text() for b in page.select(".side b")], (
            url
        )
        assert len(LESSONS) == len(first.select("b")), url


def test_the_last_page_of_a_part_leads_to_no_other_and_none_leads_to_a_page_for_authors(
    menus: dict[str, BeautifulSoup],
) -> None:
    following, before = "link[rel=next], .footer__next", "link[rel=prev], .footer__previous"
    for pages in PARTS.values():
        assert [] == menus[pages[-1]].select(following), pages[-1]
    for part in ("Do", "Look up", "About"):
        assert [] == menus[PARTS[part][0]].select(before), part
    assert 2 == len(menus[LESSONS[0]].select(following))
    assert 2 == len(menus[LESSONS[1]].select(before))
    assert [] == [url for url, page in menus.items() if page.select(".side a[href$='rules/']")]
    assert [] == menus[BESIDE].select(".footer__pages, .side [aria-current]")
