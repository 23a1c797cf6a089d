"""A page on paper: addresses are spelt out once while it is printed; nothing is folded, or there for screens only."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import PAGES, ready

LESSON = "lessons/01-drinks/"
LISTED = ".addresses li"


@pytest.fixture
def lesson(page: Page, address: str) -> Page:
    """Return a lesson with all of its scripts."""
    page.goto(address + LESSON)
    page.mouse.move(200, 200)
    ready(page)
    return page


def printing(page: Page, event: str) -> None:
    page.evaluate("event => { dispatchEvent(new Event(event)) }", event)


def test_each_address_is_spelt_out_once_while_a_page_is_printed(lesson: Page) -> None:
    text = lesson.locator("article").inner_text()
    printing(lesson, "beforeprint")
    listed = lesson.locator(LISTED).all_text_contents()
    addresses = [line.rpartition(" ")[2] for line in listed]
    marks = lesson.locator(".addresses__mark").all_text_contents()
    printing(lesson, "afterprint")

    assert marks
    assert len({*addresses}) == len(addresses) >= len({*marks})
    assert {*marks} <= {line.split()[0] for line in listed}
    assert all(re.match(r"https?://\S+$", address) for address in addresses)
    assert text == lesson.locator("article").inner_text()


def test_a_source_is_listed_by_its_number(lesson: Page) -> None:
    cited = lesson.locator(".cite a").first
    name, address = cited.text_content() or "", cited.evaluate("link => link.href")
    printing(lesson, "beforeprint")

    assert lesson.locator(LISTED).filter(has_text=f"{name} {address}").count() == 1
    printing(lesson, "afterprint")


def test_printing_itself_spells_them_out_and_leaves_nothing(lesson: Page, tmp_path: Path) -> None:
    assert lesson.pdf(path=tmp_path / "lesson.pdf")
    expect(lesson.locator(".addresses, .addresses__mark")).to_have_count(0)


@pytest.mark.parametrize("url", PAGES)
def test_no_page_shows_on_paper_what_is_for_the_screen(still: Page, address: str, url: str) -> None:
    still.goto(address + url)
    still.emulate_media(media="print")
    for hidden in (".filter", ".headerlink", ".md-header", ".side", ".take-away", ".share", ".edits"):
        expect(still.locator(f"{hidden}:visible")).to_have_count(0)


def test_on_paper_everything_of_the_comparison_is_open(still: Page, address: str) -> None:
    still.goto(f"{address}comparison/")
    still.emulate_media(media="print")
    closed = still.locator(".comparison--full td details, .comparison--full th details p").evaluate_all(
        "all => all.filter(one => !one.getClientRects().length || one.getBoundingClientRect().height < 5).length"
    )

    assert 0 == closed


@pytest.mark.parametrize("url", PAGES)
def test_no_sign_says_on_paper_that_something_opens(still: Page, address: str, url: str) -> None:
    still.goto(address + url)
    still.emulate_media(media="print")
    signs = still.locator("summary").evaluate_all(
        """all => all.filter(one => one.checkVisibility() && !one.closest(".ask__option") &&
            getComputedStyle(one, "::after").display !== "none").map(one => one.textContent)"""
    )

    assert [] == signs
