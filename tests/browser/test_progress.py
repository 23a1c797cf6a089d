"""What has been read: told by its key points, not by opening; shown in lists; and where the reader goes on."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from tests.conftest import LESSONS, ready
from tests.waiting import at_rest, moments, pause, until

KEY = "/.memory"
DONE = ".lesson-box--done"
NARROW, WIDE = 360, 1280


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """Return the browser of a reader who has not been here yet; nothing may go wrong in it."""
    faults = list[str]()
    with browser.new_context(viewport={"width": WIDE, "height": 700}) as context:
        context.on("weberror", lambda fault: faults.append(str(fault.error)))
        yield context
        assert [] == faults


def remember(reader: BrowserContext, **parts: object) -> None:
    """Let the browser have stored this before the first page is opened."""
    text = json.dumps(json.dumps({"version": 1, **parts}))
    # The blank page before the first one has no storage.
    reader.add_init_script(
        f"try {{ if (!localStorage.getItem('{KEY}')) localStorage.setItem('{KEY}', {text}) }} catch {{ /* none */ }}"
    )


def opened(reader: BrowserContext, url: str) -> Page:
    """Return a page on which the reader has moved."""
    page = reader.new_page()
    page.goto(url)
    page.mouse.move(5, 300)
    ready(page)
    return page


def read(page: Page) -> list[str]:
    """Return the addresses of the lessons that are remembered as read."""
    found: list[str] = page.evaluate("() => Object.keys(memory.all('read'))")
    return found


def key_points(page: Page) -> Locator:
    return page.get_by_role("heading", name="Key points")


def test_a_lesson_is_read_when_its_key_points_stay_in_view(reader: BrowserContext, address: str) -> None:
    page = opened(reader, f"{address}{LESSONS[0]}")
    before = read(page), page.locator(DONE).count()
    key_points(page).scroll_into_view_if_needed()
    expect(page.locator(DONE)).to_have_count(1)

    assert ([], 0) == before
    assert [LESSONS[0]] == read(page)


def looked(page: Page) -> None:
    """Wait until the page has seen what is in view: the observer that comes last is told last."""
    page.evaluate(
        """() => new Promise((done) => new IntersectionObserver((_, seen) => { seen.disconnect(); done() })
            .observe(document.querySelector(".footer")))"""
    )


def test_a_lesson_is_not_read_when_it_is_opened_or_run_through(reader: BrowserContext, address: str) -> None:
    page = opened(reader, f"{address}{LESSONS[0]}")
    page.clock.install()
    for place in ("document.querySelector('#key-points').offsetTop", "document.body.scrollHeight", "0"):
        page.evaluate(f"() => scrollTo({{ top: {place}, behavior: 'instant' }})")
        looked(page)
        page.clock.run_for(1500)
    page.clock.run_for(10_000)

    assert [] == read(page)


def test_who_goes_on_at_once_has_read_neither_page(reader: BrowserContext, address: str) -> None:
    page = opened(reader, f"{address}{LESSONS[0]}")
    page.clock.install()
    key_points(page).scroll_into_view_if_needed()
    looked(page)
    page.clock.run_for(1000)
    page.evaluate("() => document.querySelector('.footer__next').click()")
    expect(page.locator("h1")).to_have_text(re.compile("Brewing"))
    looked(page)
    page.clock.run_for(10_000)

    assert [] == read(page)


def test_without_its_setting_the_last_section_tells_that_a_lesson_is_read(reader: BrowserContext, address: str) -> None:
    page = reader.new_page()
    page.route(f"**/{LESSONS[1]}", without_setting)
    page.goto(f"{address}{LESSONS[1]}")
    page.mouse.move(5, 300)
    ready(page)
    page.get_by_role("heading", name="What comes next").scroll_into_view_if_needed()
    expect(page.locator(DONE)).to_have_count(1)


def without_setting(route: Route) -> None:
    """Answer with the page of a course whose card names no section."""
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub(' data-read-at="[^"]*"', "", answer.text()))


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_what_is_read_has_a_sign_and_a_word_in_each_list(reader: BrowserContext, address: str, width: int) -> None:
    remember(reader, read={LESSONS[0]: "2026-11-26", "lessons/gone/": "2026-11-26", "index.html": "2026-11-26"})
    page = opened(reader, f"{address}{LESSONS[1]}")
    page.set_viewport_size({"width": width, "height": 700})
    marked = page.locator(".side .done")
    expect(marked).to_have_count(1)
    expect(marked.locator("xpath=..")).to_have_attribute("href", re.compile("01-drinks"))
    expect(marked).to_have_text("✓ read")
    expect(page.locator(".lesson-header__place")).to_contain_text("(read: 1)")
    expect(page.locator(f"{DONE}:first-child")).to_have_count(1)
    page.goto(address)
    expect(page.locator(".outline .done")).to_have_text(["✓ read"])


def test_without_a_script_no_lesson_looks_read(still: Page, address: str) -> None:
    still.goto(f"{address}{LESSONS[1]}")

    assert 0 == still.locator(f".done, {DONE}").count()

    still.goto(address)
    expect(still.locator(".start")).to_have_text("Start with lesson 1")
    expect(still.locator(".begin__said")).to_be_hidden()
    expect(still.locator(".begin__due")).to_be_hidden()


LATER = {"url": LESSONS[1], "section": "leaves-and-powder", "title": "Leaves and powder"}
FIRST = {"url": LESSONS[0], "section": "key-points", "title": "Key points"}
BOTH = dict.fromkeys(LESSONS, "2026-11-26")
MARKUP = '"><img src=x>'
STARTS = [
    ({}, "Start with lesson 1", LESSONS[0]),
    ({"place": {"last": FIRST}}, "Continue with lesson 1", f"{LESSONS[0]}#key-points"),
    ({"place": {"last": LATER}}, "Continue with lesson 2", f"{LESSONS[1]}#leaves-and-powder"),
    ({"read": {LESSONS[0]: "2026-11-26"}}, "Continue with lesson 2", LESSONS[1]),
    ({"read": {LESSONS[0]: "2026-11-26"}, "place": {"last": FIRST}}, "Continue with lesson 2", LESSONS[1]),
    ({"read": {LESSONS[1]: "2026-11-26"}}, "Start with lesson 1", LESSONS[0]),
    ({"read": BOTH, "place": {"last": LATER}}, "Review the course", "review/"),
    ({"read": {"lessons/gone/": "2026-11-26"}}, "Start with lesson 1", LESSONS[0]),
    ({"place": {"last": {**FIRST, "url": "lessons/gone/"}}}, "Start with lesson 1", LESSONS[0]),
    ({"place": {"last": {**FIRST, "url": "javascript:alert(1)"}}}, "Start with lesson 1", LESSONS[0]),
    ({"place": {"last": {**FIRST, "section": MARKUP}}}, "Continue with lesson 1", f"{LESSONS[0]}#{quote(MARKUP)}"),
    ({"read": "all of them", "place": 7}, "Start with lesson 1", LESSONS[0]),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "text", "leads"), STARTS)
def test_the_first_page_goes_on_where_the_reader_stopped(
    reader: BrowserContext, address: str, parts: dict[str, object], text: str, leads: str
) -> None:
    remember(reader, **parts)
    page = reader.new_page()
    page.goto(address)
    start = page.locator(".start")
    expect(start).to_have_text(text)
    expect(page.locator(".start.start")).to_have_attribute("href", re.compile(f"{re.escape(leads)}$"))


MOVED = """
    globalThis.moved = []
    const parts = (shifts) => shifts.flatMap(({ sources }) => sources).map(({ node }) => node?.textContent)
    const told = (shifts) => moved.push(...parts(shifts).filter(Boolean))
    new PerformanceObserver((list) => told(list.getEntries())).observe({ type: "layout-shift", buffered: true })
"""
"""Lists the parts of a page that were moved; the arrow that its look puts behind the words of a button is none."""


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_nothing_moves_on_the_first_page_when_it_knows_its_reader(
    reader: BrowserContext, address: str, width: int
) -> None:
    answer = {"given": ["Tea"], "right": False, "day": "2026-11-01", "box": 1, "missed": 1}
    remember(
        reader,
        read={LESSONS[0]: "2026-11-26"},
        place={"last": LATER},
        answers={"drinks/which-is-green": answer, "drinks/gone": answer},
    )
    page = reader.new_page()
    page.set_viewport_size({"width": width, "height": 700})
    page.add_init_script(MOVED)
    page.goto(address)
    expect(page.locator(".start")).to_have_text("Continue with lesson 2")
    expect(page.locator(".begin__said")).to_have_text("You stopped at “Leaves and powder”.")
    expect(page.locator(".begin__due")).to_have_text("Questions to ask again today: 1")
    at_rest(page)

    assert [] == page.evaluate("() => moved")


def test_where_one_stopped_is_the_section_that_was_read(reader: BrowserContext, address: str) -> None:
    page = opened(reader, f"{address}{LESSONS[1]}")
    page.evaluate("() => document.querySelector('#what-keeps-the-warmth').scrollIntoView({ behavior: 'instant' })")
    place = until(lambda: page.evaluate("() => memory.get('place', 'last')"), moments(page))

    assert {"url": LESSONS[1], "section": "what-keeps-the-warmth", "title": "What keeps the warmth"} == place

    page.goto(address)
    page.locator(".start").click()
    expect(page).to_have_url(f"{address}{LESSONS[1]}#what-keeps-the-warmth")


def test_who_comes_to_a_section_by_its_address_stopped_there(reader: BrowserContext, address: str) -> None:
    page = opened(reader, f"{address}{LESSONS[1]}#leaves-and-powder")
    place = until(lambda: page.evaluate("() => memory.get('place', 'last')"), moments(page))

    assert LATER == place


def test_who_has_read_a_lesson_stopped_at_its_key_points_however_low_they_stand(
    reader: BrowserContext, address: str
) -> None:
    page = opened(reader, f"{address}{LESSONS[0]}")
    page.set_viewport_size({"width": NARROW, "height": 700})
    page.evaluate("() => document.querySelector('#key-points').scrollIntoView({ behavior: 'instant', block: 'end' })")
    page.evaluate("() => scrollBy({ top: 30, behavior: 'instant' })")
    expect(page.locator(DONE)).to_have_count(1)
    place = page.evaluate("() => memory.get('place', 'last').section")

    assert "key-points" == place

    page.evaluate("() => document.querySelector('#what-a-cup-is-for').scrollIntoView({ behavior: 'instant' })")
    assert until(lambda: page.evaluate("() => memory.get('place', 'last').section") != place, moments(page))


def test_pages_that_are_no_lessons_are_no_place_to_go_on(reader: BrowserContext, address: str) -> None:
    page = opened(reader, f"{address}comparison/")
    page.mouse.wheel(0, 4000)
    pause(3)

    assert [{}, {}] == page.evaluate("() => [memory.all('place'), memory.all('read')]")


def test_it_works_from_a_folder_too(reader: BrowserContext, site: Path) -> None:
    page = reader.new_page()
    page.goto((site / LESSONS[0] / "index.html").as_uri())
    page.mouse.move(5, 300)
    expect(page.locator("html")).to_have_class(re.compile("ready"))
    key_points(page).scroll_into_view_if_needed()
    expect(page.locator(DONE)).to_have_count(1)

    assert [LESSONS[0]] == read(page)

    page.goto((site / "index.html").as_uri())
    expect(page.locator(".start")).to_have_text("Continue with lesson 2")
    expect(page.locator(".start.start")).to_have_attribute("href", (site / LESSONS[1] / "index.html").as_uri())
    expect(page.locator(".outline .done")).to_have_count(1)
