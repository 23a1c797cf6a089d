"""The menu and the search of a phone: they open, they close, and the page below them stays where it is."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.held import Held
from tests.seeking import FIELD
from tests.shared import cleared
from tests.waiting import at_rest, moments

PHONE: ViewportSize = {"width": 360, "height": 740}
LONG = "comparison/"
MENU, SEARCH = ".control--menu", "[data-search]"
PLACE = 2000.0


@pytest.fixture(scope="module", params=[True, False], ids=["touch", "mouse"])
def phone(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    touch = request.param
    with browser.new_context(viewport=PHONE, has_touch=touch, is_mobile=touch) as context:
        yield context.new_page()


@pytest.fixture
def page(phone: Page) -> Iterator[Page]:
    with cleared(phone):
        phone.emulate_media(reduced_motion="reduce")
        yield phone


def hit(page: Page, selector: str) -> None:
    """Tap or click in the middle of a control, where it is: Playwright would scroll first."""
    box = page.locator(selector).bounding_box()

    assert box
    at = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    tap(page, *at)


def tap(page: Page, x: float, y: float) -> None:
    if page.evaluate("navigator.maxTouchPoints"):
        page.touchscreen.tap(x, y)
    else:
        page.mouse.click(x, y)


def far_down(page: Page, address: str) -> None:
    page.goto(address + LONG)
    page.evaluate("place => scrollTo(0, place)", PLACE)
    expect(page.locator("html")).to_have_class(re.compile("ready"))
    page.evaluate("place => scrollTo(0, place)", PLACE)


def is_closed(page: Page, *, focused: str = MENU) -> None:
    expect(page.locator("#navigation")).to_be_hidden()
    expect(page.locator(focused)).to_be_focused()
    expect(page.locator("main")).not_to_have_attribute("inert", "")

    assert page.evaluate("scrollY") == PLACE


def close_each_way(page: Page) -> None:
    """Open the menu as often as there are ways to close it, and close it."""
    ways: list[Callable[[], object]] = [
        lambda: page.keyboard.press("Escape"),
        lambda: tap(page, 345, 500),
        lambda: hit(page, MENU),
        lambda: hit(page, ".side__close"),
    ]
    for close in ways:
        hit(page, MENU)
        expect(page.locator("#navigation")).to_be_visible()
        expect(page.locator("main")).to_have_attribute("inert", "")
        assert page.evaluate("scrollY") == PLACE
        close()
        is_closed(page)


def test_the_menu_keeps_the_place_however_it_is_closed(page: Page, address: str) -> None:
    far_down(page, address)

    close_each_way(page)


def test_the_menu_keeps_the_place_before_any_script_has_come(page: Page, address: str) -> None:
    scripts = Held(page, "**/*.js")
    page.goto(address + LONG)
    page.evaluate("place => scrollTo(0, place)", PLACE)

    close_each_way(page)
    assert scripts.are_asked_for()


def test_the_menu_keeps_the_place_without_scripts(still: Page, address: str) -> None:
    still.set_viewport_size(PHONE)
    still.goto(address + LONG)
    still.evaluate("place => scrollTo(0, place)", PLACE)
    ways: list[Callable[[], object]] = [
        lambda: still.keyboard.press("Escape"),
        lambda: tap(still, 345, 500),
        lambda: hit(still, MENU),
    ]
    for close in ways:
        hit(still, MENU)
        expect(still.locator("#navigation")).to_be_visible()
        expect(still.locator("article")).to_be_hidden()
        assert still.evaluate("scrollY") == PLACE
        close()
        expect(still.locator("#navigation")).to_be_hidden()
        expect(still.locator("article")).to_be_visible()
        assert still.evaluate("scrollY") == PLACE


def test_the_controls_of_the_header_take_the_focus_and_move_no_page(page: Page, address: str) -> None:
    far_down(page, address)
    for control in (".brand", MENU, "[data-scheme-switch]", SEARCH):
        page.locator(control).focus()

        assert page.evaluate("scrollY") == PLACE, control
    page.locator(".brand").focus()
    for key in ("Tab", "Enter", "Tab", "Tab", "Escape"):
        page.keyboard.press(key)
        assert page.evaluate("scrollY") == PLACE, key
    is_closed(page)


def test_a_link_of_the_menu_within_the_page_closes_it_and_leads_there(page: Page, address: str) -> None:
    far_down(page, address)
    hit(page, MENU)
    hit(page, ".side__contents a >> nth=0")

    expect(page.locator("#navigation")).to_be_hidden()
    expect(page).to_have_url(re.compile("#"))
    expect(page.locator("h2").first).to_be_in_viewport()
    expect(page.locator("main")).not_to_have_attribute("inert", "")


def test_the_search_keeps_the_place_and_gives_the_focus_back_however_it_is_closed(page: Page, address: str) -> None:
    far_down(page, address)
    field = page.locator(FIELD)
    ways: list[Callable[[], object]] = [
        lambda: page.keyboard.press("Escape"),
        lambda: page.get_by_role("button", name="Close the search").click(),
    ]
    for close in ways:
        for wait in (0.05, 1):
            hit(page, SEARCH)
            expect(field).to_be_focused()
            moments(page)(wait)
            close()
            expect(page.locator(SEARCH)).to_be_focused()
            expect(page.get_by_role("dialog")).to_have_count(0)
            at_rest(page)

            assert page.evaluate("scrollY") == PLACE


def test_the_section_that_is_being_read_is_marked(at_home: Page, address: str) -> None:
    at_home.goto(address + LONG)
    at_home.mouse.wheel(0, 1)
    links = at_home.locator(".side__contents a")
    marked = at_home.locator(".side__contents [aria-current=location]")
    for number in range(links.count()):
        target = str(links.nth(number).evaluate("link => link.getAttribute('href')"))
        at_home.evaluate("target => document.querySelector(new URL(target, location).hash).scrollIntoView()", target)
        expect(marked).to_have_count(1)
        if at_home.evaluate("innerHeight + scrollY < document.documentElement.scrollHeight - 2"):
            expect(marked).to_have_text(links.nth(number).inner_text())
    at_home.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(marked).to_have_text(links.last.inner_text())
    at_home.evaluate("scrollTo(0, 0)")

    expect(marked).to_have_count(0)


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_a_header_that_has_come_in_part_has_its_words_and_buttons_in_their_places(
    page: Page, address: str, width: int
) -> None:
    """A slow device paints it before a drawing is there, or, on a wide screen, its last button."""
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(address)
    wide = ", [data-scheme-switch]" if width == 1280 else ""
    places = f"""() => [...document.querySelectorAll('.brand span{wide}')].map((part) => {{
        const {{x, y}} = part.getBoundingClientRect(); return [x, y] }})"""
    whole = page.evaluate(places)
    page.evaluate("document.querySelector('.control--search').remove()")
    page.evaluate("document.querySelector('.brand svg').remove()")

    assert whole == page.evaluate(places)
