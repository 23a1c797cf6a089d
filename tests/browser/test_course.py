"""The course in a real browser: as somebody takes it, on a phone and on a desktop."""

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.conftest import LESSONS, PAGES, TITLES
from tests.waiting import moments, until


def test_the_course_can_be_taken_by_clicking(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Start with lesson 1").click()
    for number, lesson in enumerate(LESSONS, start=1):
        expect(page).to_have_url(address + lesson)
        expect(page.get_by_text(f"Lesson {number} of {len(LESSONS)}")).to_be_visible()
        page.locator(".quiz").scroll_into_view_if_needed()
        page.locator(".quiz input").first.check()
        page.locator(".quiz").get_by_role("button", name="Check").first.click()
        expect(page.locator(".quiz .ask__verdict").first).to_be_visible()
        page.locator(".footer__next").click()
    expect(page).not_to_have_url(address + LESSONS[-1])


def test_the_course_can_be_taken_by_keyboard(page: Page, address: str) -> None:
    page.goto(address)
    for lesson in LESSONS:
        following = "a.start" if lesson == LESSONS[0] else ".footer__next"
        focus_by_tab(page, following)
        page.keyboard.press("Enter")
        expect(page).to_have_url(address + lesson)
    focus_by_tab(page, ".quiz input")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator(".quiz .ask__verdict").first).to_be_visible()


def focus_by_tab(page: Page, selector: str) -> None:
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"200 times Tab on {page.url} never reached {selector}")


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_scrolls_sideways(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    beside = {}
    for path in PAGES:
        page.goto(address + path)
        beside[path] = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")

    assert {} == {path: pixels for path, pixels in beside.items() if pixels > 0}


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_every_label_lies_in_its_drawing_and_is_large_enough(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for lesson in (*LESSONS, "pictures/"):
        page.goto(address + lesson)
        faults: list[Any] = page.evaluate(LABEL_FAULTS)

        assert [] == faults, lesson


LABEL_FAULTS = """() => [...document.querySelectorAll('svg.dg')].filter(svg => svg.getBoundingClientRect().width)
  .flatMap(svg => [...svg.querySelectorAll('text')].flatMap(text => {
    const label = text.getBoundingClientRect();
    if (!label.width) return [];  // what is kept for a reader's own run is not drawn yet
    let frame = svg.getBoundingClientRect();
    const box = text.previousElementSibling;
    if (box && box.matches('rect.dg-box')) frame = box.getBoundingClientRect();
    const size = 15 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const out = label.left < frame.left - 1 || label.right > frame.right + 1;
    return out || size < 12 ? [[text.textContent, Math.round(size * 10) / 10, out]] : [];
  }))"""


def test_exactly_one_drawing_of_each_figure_is_shown(page: Page, address: str) -> None:
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for lesson in LESSONS:
            page.goto(address + lesson)
            figures = page.locator("figure.diagram").count()

            assert figures >= 1
            assert figures == page.locator("figure.diagram svg.dg:visible").count()


def test_no_page_reports_an_error_or_asks_anything_of_a_third_party(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in PAGES:
        page.goto(address + path, wait_until="networkidle")

    assert len(asked) > len(PAGES)
    assert [] == [url for url in asked if not url.startswith((address, "data:", "blob:"))]
    assert [] == said


def test_a_lesson_is_shared_by_copying_its_address(context: BrowserContext, address: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.add_init_script("delete Navigator.prototype.share")
    page = context.new_page()
    page.goto(address + LESSONS[1] + "#key-points")
    page.get_by_role("button", name="Share this lesson").click()

    expect(page.get_by_role("status").filter(has_text="copied")).to_be_visible()
    assert address + LESSONS[1] == page.evaluate("navigator.clipboard.readText()")


def test_the_share_sheet_of_the_browser_is_used_where_there_is_one(context: BrowserContext, address: str) -> None:
    context.add_init_script(
        "window.shared = new Promise(done => { Navigator.prototype.share = async data => done(data) })"
    )
    page = context.new_page()
    page.goto(address + LESSONS[0])
    page.get_by_role("button", name="Share this lesson").click()

    assert {"title": TITLES[0], "url": address + LESSONS[0]} == page.evaluate("window.shared")


@pytest.mark.parametrize(("scheme", "ground"), [("light", "rgb(251, 250, 247)"), ("dark", "rgb(13, 23, 34)")])
@pytest.mark.parametrize("script", ["page", "still"])
def test_the_page_follows_the_readers_colour_scheme(
    request: pytest.FixtureRequest, address: str, scheme: Any, ground: str, script: str
) -> None:
    page: Page = request.getfixturevalue(script)
    page.emulate_media(color_scheme=scheme)
    page.goto(address)

    expect(page.locator("body")).to_have_css("background-color", ground)


def test_a_table_of_numbers_can_be_reached_and_scrolled_by_keyboard(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{address}about/")
    focus_by_tab(page, "[role=region]")
    page.keyboard.press("ArrowRight")

    expect(page.get_by_role("region", name="What was counted")).to_be_focused()
    assert until(lambda: page.evaluate("document.activeElement.scrollLeft > 0"), moments(page))


def test_search_finds_a_lesson(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("saucer")

    expect(page.locator(".search__link").first).to_be_visible()
