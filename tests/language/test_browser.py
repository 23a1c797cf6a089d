"""What scripts write into the pages of a German course is German."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import served
from tests.seeking import RESULT, seek

GRANTED = ["clipboard-read", "clipboard-write"]


@pytest.fixture
def page(browser: Browser, german: Path) -> Iterator[Page]:
    """Return a page at the root of the German site."""
    with served(german) as address, browser.new_context(base_url=address, permissions=GRANTED) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def searching(browser: Browser, german: Path) -> Iterator[Page]:
    """Return a page for the search of all words."""
    with served(german) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        yield page


def test_colours_are_named_when_they_are_switched(page: Page) -> None:
    page.goto("")
    button = page.locator("[data-scheme-switch]")
    expect(button).to_have_attribute("aria-label", "Farben: wie das System")
    for name in ("Farben: hell", "Farben: dunkel", "Farben: wie das System"):
        button.click()
        expect(button).to_have_attribute("title", name)


def test_a_picture_says_at_which_step_it_is(page: Page) -> None:
    page.goto("comparison/")
    figure = page.locator("figure[data-steps]")
    figure.get_by_role("button", name="Weiter").click()
    expect(figure.locator("[data-count]")).to_have_text("Schritt 2 von 3")
    expect(figure.get_by_role("status")).to_have_text("Schritt 2 von 3: It goes to the tray.")


def test_the_filter_says_how_many_rows_it_shows(page: Page) -> None:
    page.goto("comparison/")
    said = page.locator(".filter__shown")
    expect(said).to_have_text("2 von 2 Zeilen")
    page.get_by_label("In den Zeilen suchen").fill("snow")
    expect(said).to_have_text("1 von 2 Zeilen")
    page.get_by_label("In den Zeilen suchen").fill("no such row")
    expect(said).to_have_text("Keine Zeile enthält diese Wörter.")


def test_the_helper_tells_its_advice(page: Page) -> None:
    page.goto("comparison/")
    said = page.locator(".decision__progress")
    expect(said).to_have_text(re.compile("^Nach der ersten Antwort steht hier der Rat."))
    page.locator(".decision input").first.check()
    expect(said).to_have_text("1 von 1 Frage beantwortet. Der Rat bisher: Coffee")
    page.get_by_role("button", name="Neu beginnen").click()
    expect(said).to_have_text(re.compile("^Nach der ersten Antwort steht hier der Rat."))


def test_a_lesson_can_be_shared(page: Page) -> None:
    page.goto("lessons/01-drinks/")
    page.get_by_role("button", name="Diese Lektion teilen").click()
    expect(page.locator(".share__said")).to_have_text("Die Adresse ist kopiert.")


def test_the_search_finds_words_and_tells_how_many(page: Page) -> None:
    page.goto("")
    page.keyboard.press("/")
    page.get_by_role("textbox", name="Im Kurs suchen").fill("Kanne")
    expect(page.locator("dialog").get_by_role("status")).to_have_text(re.compile(r"^(\d+ Ergebnisse|1 Ergebnis)$"))


@pytest.mark.parametrize(
    "typed",
    ["größe", "groesse", "grosse", "grösse", "gro\u0308sse", "ökobilanz", "oekobilanz", "okobil", "e-book", "ebook"],
)
def test_the_search_finds_a_word_however_it_is_typed(searching: Page, typed: str) -> None:
    expect(seek(searching, "qqq")).to_have_count(0)
    seek(searching, typed)
    expect(searching.locator(f"{RESULT}[href*='all/']").first).to_be_attached()


def test_the_filter_finds_a_word_without_its_accents(page: Page) -> None:
    page.goto("comparison/")
    page.get_by_label("In den Zeilen suchen").fill("GRÖSSE")
    expect(page.locator(".filter__shown")).to_have_text("1 von 2 Zeilen")


def test_a_search_that_cannot_be_loaded_says_so(page: Page) -> None:
    page.route("**/words-*.js", lambda route: route.fulfill(status=404, body="gone"))
    page.goto("")
    seek(page, "Kanne")
    expect(page.get_by_role("dialog")).to_contain_text("Die Suche konnte nicht geladen werden.")
