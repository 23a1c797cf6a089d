"""A bad line, a blocked storage, an old page: the text stays readable, and nothing waits for ever."""

import itertools
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Route, expect

from tests.conftest import LESSONS, PAGES, TITLES, answer
from tests.held import Held
from tests.seeking import seek, sought
from tests.shared import cleared
from tests.waiting import at_rest

LESSON = LESSONS[1]
WORDS = "How much of it can be saved?"
EVERY = [2, 3, 4]
LOADING = "Loading the search. If these words stay, reload the page."

BLOCKED = """for (const name of ["register", "getRegistration"]) if (navigator.serviceWorker)
  navigator.serviceWorker[name] = () => Promise.reject(new DOMException("blocked", "SecurityError"));"""


def use(page: Page) -> None:
    """Do what makes a reader's browser ask for everything: move, search, scroll."""
    page.mouse.move(200, 200)
    seek(page, "saucer")
    at_rest(page)
    page.keyboard.press("Escape")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    at_rest(page)


def is_readable(page: Page) -> None:
    expect(page.locator("main article")).to_contain_text(WORDS)
    expect(page.get_by_text(WORDS)).to_be_visible()
    for diagram in page.locator("figure svg.dg:visible").all():
        box = diagram.bounding_box()

        assert box
        assert box["width"] > 100


@pytest.fixture
def page(at_home: Page) -> Page:
    return at_home


@pytest.fixture(scope="module")
def asked(page_at_home: Page, home: str) -> list[str]:
    """Return the paths of all requests that a reader of one lesson can cause, the page left out."""
    found: list[str] = []
    with cleared(page_at_home) as page:
        page.on("request", lambda request: found.append(request.url.removeprefix(home)))
        page.goto(home + LESSON)
        use(page)
    return sorted({*found} - {LESSON})


def fails(route: Route) -> None:
    with suppress(Error):  # The end of a test takes back what it was still asked for.
        route.abort()


def is_gone(route: Route) -> None:
    with suppress(Error):
        route.fulfill(status=404, body="not found")


@pytest.mark.parametrize("fault", [fails, is_gone])
def test_each_request_may_fail(page_at_home: Page, asked: list[str], home: str, fault: Callable[[Route], None]) -> None:
    assert len(asked) > 10
    for path in asked:
        with cleared(page_at_home) as page, page.expect_request(home + path):
            page.route(home + path, fault)
            page.goto(home + LESSON)
            is_readable(page)
            use(page)

            is_readable(page)
            assert [] == page.evaluate(
                "[...document.querySelectorAll('.steps li')].filter(step => !step.textContent)"
            ), path


def test_steps_and_search_say_so_when_their_scripts_do_not_come(page: Page, home: str) -> None:
    page.route("**/assets/**/*.js", fails)
    page.route("**/assets/*.js", fails)
    page.goto(home + LESSON)
    page.locator("[data-search]").click()

    expect(page.get_by_role("dialog", name="Search")).to_contain_text(LOADING)
    expect(page.locator(".steps__turn").first).to_be_hidden()
    for sentence in page.locator(".steps li").all():
        expect(sentence).to_be_visible()


@pytest.mark.parametrize("file", ["assets/search.*.js", "search/start.js"])
def test_a_search_without_its_script_or_its_beginning_says_so(page: Page, home: str, file: str) -> None:
    page.route(f"**/{file}", is_gone)
    page.goto(home)
    seek(page, "saucer")

    expect(page.get_by_role("dialog")).to_contain_text(LOADING)


@pytest.mark.parametrize("part", ["words", "texts"])
def test_a_search_without_a_part_of_its_index_says_so_and_finds_it_later(page: Page, home: str, part: str) -> None:
    page.route(f"**/search/*/{part}-*.js", is_gone)
    page.goto(home)
    seek(page, "saucer")
    expect(page.get_by_role("dialog")).to_contain_text("could not be loaded")
    page.unroute_all()

    sought(page, "saucers")


@pytest.mark.parametrize("nth", EVERY)
def test_every_nth_request_may_fail(page: Page, site: Path, home: str, nth: int) -> None:
    count = itertools.count(1)
    page.route(f"{home}**", lambda route: fails(route) if next(count) % nth == 0 else answer(route, site, home))
    page.goto(home + LESSON)
    use(page)

    is_readable(page)
    expect(page.locator("body")).to_have_css("background-color", "rgb(251, 250, 247)")


def test_a_script_that_fails_once_is_asked_for_again(page: Page, home: str) -> None:
    count = itertools.count()
    page.route("**/assets/**/*.js", lambda route: route.fallback() if next(count) else route.abort())
    page.goto(home + LESSON)
    page.mouse.move(200, 200)

    expect(page.locator("html")).to_have_class(re.compile("ready"))
    expect(page.locator("html")).to_have_class(re.compile("live"))


@pytest.mark.parametrize(
    ("path", "script", "works"),
    [
        (LESSONS[1], "steps", ".diagram[data-bound]"),
        ("comparison/?words=leaves", "comparison", ".filter__shown:text-matches('^[0-9]+ of')"),
        ("which-one/", "decision", ".decision[data-bound]"),
    ],
)
@pytest.mark.parametrize("moved", [True, False])
def test_a_part_works_whose_script_failed_once(
    page: Page, home: str, path: str, script: str, works: str, *, moved: bool
) -> None:
    count = itertools.count()
    page.route(f"**/{script}.*.js", lambda route: route.fallback() if next(count) else route.abort())
    page.goto(home + path, wait_until="domcontentloaded")
    if moved:
        page.mouse.move(200, 200)
    else:
        page.locator(works.partition("[")[0].partition(":")[0]).first.scroll_into_view_if_needed()

    expect(page.locator(works).first).to_be_attached()
    assert 2 == next(count)


@pytest.mark.parametrize("times", [1, 2])
def test_a_stylesheet_that_fails_is_asked_for_again(page: Page, home: str, times: int) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    count = itertools.count(1)
    page.route("**/assets/first.*.css", lambda route: route.abort() if next(count) <= times else route.fallback())
    page.goto(home + LESSON)

    expect(page.locator("body")).to_have_css("background-color", "rgb(251, 250, 247)")
    assert [] == wrong


def test_without_stylesheets_icons_are_no_larger_than_words(page: Page, home: str) -> None:
    page.route("**/*.css", is_gone)
    page.goto(home + LESSON)

    assert [] == page.locator(".md-header svg").evaluate_all("all => all.filter(one => one.clientWidth > 48)")


def test_a_page_that_breaks_off_in_the_middle_can_be_read_so_far(page: Page, site: Path, home: str) -> None:
    text = (site / LESSON / "index.html").read_text()
    half = text[: text.index('<h2 id="what-keeps-the-warmth"')]
    page.route(home + LESSON, lambda route: route.fulfill(body=half, content_type="text/html"))
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(home + LESSON)
    page.mouse.move(200, 200)

    is_readable(page)
    assert [] == wrong


def test_an_old_page_with_new_assets_can_be_read(page: Page, site: Path, home: str) -> None:
    old = re.sub(r"\.[0-9a-f]{8}\.(css|js|min)", r".01234567.\1", (site / LESSON / "index.html").read_text())
    page.route(home + LESSON, lambda route: route.fulfill(body=old, content_type="text/html"))
    page.goto(home + LESSON)
    page.mouse.move(200, 200)

    expect(page.get_by_text(WORDS)).to_be_visible()
    for sentence in page.locator(".steps li").all():
        expect(sentence).to_be_visible()


def test_without_storage_everything_works_and_nothing_is_remembered(published: BrowserContext, home: str) -> None:
    page = published.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.add_init_script(
        """for (const name of ["localStorage", "sessionStorage"]) {
            Object.defineProperty(window, name, { get() { throw new DOMException("blocked", "SecurityError"); } });
        }"""
    )
    page.goto(home + LESSON)
    page.locator("[data-scheme-switch]").click()
    expect(page.locator("html")).to_have_attribute("data-scheme", "light")
    sought(page, "saucer")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-scheme", "system")
    assert [] == wrong


def test_a_slow_line_shows_the_text_before_the_scripts(page: Page, home: str) -> None:
    scripts = Held(page, "**/assets/**/*.js")
    page.goto(home + LESSON, wait_until="domcontentloaded")
    page.mouse.move(200, 200)

    is_readable(page)
    assert scripts.are_asked_for()


def test_from_a_file_tree_links_lead_to_files(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.locator(".start").click()

    expect(page).to_have_url((site / LESSONS[0] / "index.html").as_uri())
    expect(page.locator("body")).to_have_css("background-color", "rgb(251, 250, 247)")
    page.locator(".footer__next").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(TITLES[1])
    page.mouse.move(200, 200)
    expect(page.locator("html")).to_have_class(re.compile("ready"))
    sought(page, "sauser").click()
    expect(page).to_have_url(re.compile(f"^{re.escape(site.as_uri())}/.+index.html"))


@pytest.mark.parametrize("path", PAGES)
def test_from_a_file_tree_every_link_leads_to_a_file(page: Page, site: Path, path: str) -> None:
    page.goto((site / path / "index.html").as_uri())
    links = page.locator("a").evaluate_all("all => all.map(link => link.href)")
    files = {unquote(urlsplit(link).path) for link in links if link.startswith("file:")}

    assert len(files) > 10
    assert [] == [file for file in sorted(files) if not Path(file).is_file()]


def test_where_the_service_worker_is_blocked_pages_are_whole_and_say_that_nothing_is_kept(
    browser: Browser, address: str
) -> None:
    said: list[str] = []
    with browser.new_context(service_workers="allow") as context:
        context.add_init_script(BLOCKED)
        context.on("weberror", lambda fault: said.append(str(fault.error)))
        context.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page = context.new_page()
        page.goto(address + LESSON)
        use(page)

        is_readable(page)
        page.goto(f"{address}review/")
        expect(page.locator("[data-on-device]")).to_have_text(re.compile("^Nothing can be kept here"))
        expect(page.locator("#offline button")).to_be_hidden()
        assert [] == said
