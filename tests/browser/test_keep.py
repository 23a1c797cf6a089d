"""Going back: what was opened is open, a picture shows the step that it showed, and the helper its answers."""

import json
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.conftest import LESSONS, ready
from tests.waiting import at_rest

COUNT = "figure[data-steps] [data-count]"
BLOCKED = """
    Object.defineProperty(window, "sessionStorage", { get() { throw new DOMException("no", "SecurityError") } })
"""


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser of its own, in which nothing may go wrong."""
    faults = list[str]()
    with browser.new_context(viewport={"width": 1280, "height": 700}) as context:
        context.on("weberror", lambda fault: faults.append(str(fault.error)))
        yield context
        assert [] == faults


@pytest.fixture
def page(reader: BrowserContext, address: str) -> Page:
    """Return the first lesson: a picture was turned one step, and the words of the one above it were opened."""
    page = reader.new_page()
    page.goto(f"{address}{LESSONS[0]}")
    page.mouse.move(5, 300)
    ready(page)
    page.locator("figure[data-steps] [data-turn='1']").click()
    expect(page.locator(COUNT)).to_contain_text("Step 2")
    opened(page).locator("summary").click()
    return page


def opened(page: Page) -> Locator:
    return page.locator("figure.diagram details").first


def by_link(page: Page) -> None:
    """Leave the page in a swap of pages, and come back in one."""
    page.get_by_role("link", name="Glossary").first.click()
    expect(page.locator("h1")).to_contain_text("Glossary")
    page.go_back()


def by_loading(page: Page) -> None:
    """Leave the page for another that is loaded, and come back."""
    page.goto("about:blank")
    page.go_back()


WAYS = [by_link, by_loading]


@pytest.mark.parametrize("way", WAYS)
def test_what_was_opened_is_open_after_going_back(page: Page, way: Callable[[Page], None]) -> None:
    way(page)
    expect(page.locator("h1")).to_contain_text("Drinks")
    expect(page.locator(COUNT)).to_contain_text("Step 2")
    expect(opened(page)).to_have_attribute("open", "")

    assert 1 == page.locator("article details[open]").count()


@pytest.mark.parametrize("way", WAYS)
def test_what_was_closed_again_is_closed(page: Page, way: Callable[[Page], None]) -> None:
    opened(page).locator("summary").click()
    page.locator("figure[data-steps] [data-turn='-1']").click()
    way(page)
    expect(page.locator("h1")).to_contain_text("Drinks")
    expect(page.locator(COUNT)).to_contain_text("Step 1")
    at_rest(page)

    assert 0 == page.locator("article details[open]").count()


def test_the_page_stands_where_the_reader_left_it(page: Page) -> None:
    page.evaluate("() => document.querySelector('#key-points').scrollIntoView({ behavior: 'instant' })")
    at_rest(page)
    place = "() => Math.round(document.querySelector('#key-points').getBoundingClientRect().top)"
    left = page.evaluate(place)
    by_loading(page)
    expect(opened(page)).to_have_attribute("open", "")
    at_rest(page)

    assert abs(left - page.evaluate(place)) <= 1


def test_another_page_and_another_window_know_nothing_of_it(page: Page, reader: BrowserContext, address: str) -> None:
    page.goto(f"{address}{LESSONS[1]}")
    page.mouse.move(6, 300)
    ready(page)
    at_rest(page)

    assert 0 == page.locator("article details[open]").count()

    other = reader.new_page()
    other.goto(f"{address}{LESSONS[0]}")
    other.mouse.move(5, 300)
    ready(other)
    at_rest(other)

    assert 0 == other.locator("article details[open]").count()


@pytest.mark.parametrize(
    "kept",
    ["nonsense", 7, [], {"opened": 7, "steps": []}, {"opened": {"This": "yes"}, "steps": {"Pouring 1": "length"}}],
)
def test_nonsense_that_is_kept_is_ignored(reader: BrowserContext, address: str, kept: object) -> None:
    page = reader.new_page()
    page.goto(f"{address}{LESSONS[0]}")
    text = json.dumps({f"/{LESSONS[0]}": kept})
    page.evaluate("text => sessionStorage.setItem('/.kept', text)", text)
    page.reload()
    page.mouse.move(5, 300)
    ready(page)
    expect(page.locator(COUNT)).to_contain_text("Step 1")

    assert 0 == page.locator("article details[open]").count()


def test_where_nothing_can_be_stored_everything_opens_and_turns(reader: BrowserContext, address: str) -> None:
    page = reader.new_page()
    page.add_init_script(BLOCKED)
    page.goto(f"{address}{LESSONS[0]}")
    page.mouse.move(5, 300)
    ready(page)
    page.locator("figure[data-steps] [data-turn='1']").click()
    opened(page).locator("summary").click()
    expect(page.locator(COUNT)).to_contain_text("Step 2")
    expect(opened(page)).to_have_attribute("open", "")


@pytest.mark.parametrize("way", WAYS)
def test_the_helper_has_its_answers_after_going_back(
    reader: BrowserContext, address: str, way: Callable[[Page], None]
) -> None:
    page = reader.new_page()
    page.goto(f"{address}which-one/")
    page.mouse.move(5, 300)
    ready(page)
    page.locator("[data-decision] input").nth(1).check()
    expect(page).to_have_url(re.compile(r"\?"))
    shown = page.locator("[data-advice]").text_content()
    way(page)
    expect(page.locator("[data-decision] input").nth(1)).to_be_checked()
    expect(page.locator("[data-advice]")).to_have_text(shown or "")
