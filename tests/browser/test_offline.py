"""The published course without a network: read whole, searched, installed, kept up to date, and forgotten on demand."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, BrowserContext, Page, expect

from macros.publish.kept import WORKER, worker
from tests.browser.conftest import DESKTOP
from tests.conftest import ARGUMENTS, CHROMIUM, LESSONS, PAGES, ready
from tests.deploys import Host, hosted
from tests.seeking import sought
from tests.waiting import at_rest, moments, until

STATE = "[data-on-device]"
KEPT = "The whole course is kept on this device, and can be read without a network."
SAVING = 'Object.defineProperty(navigator.connection, "saveData", { value: true })'
CACHES = "async () => (await caches.keys()).length + (await navigator.serviceWorker.getRegistrations()).length"
CONTROLLED = "() => Boolean(navigator.serviceWorker.controller)"


@pytest.fixture
def context(workers: Browser) -> Iterator[BrowserContext]:
    with workers.new_context(viewport=DESKTOP) as context:
        yield context


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def at(site: Path) -> Iterator[tuple[str, Host]]:
    with hosted(site) as found:
        yield found


def keeps(page: Page, address: str) -> None:
    """Open a page and move, and wait until the course is kept and answers this page, too."""
    page.goto(address)
    page.mouse.move(200, 200)
    ready(page)

    assert until(lambda: page.evaluate(CONTROLLED), moments(page))


def test_a_window_that_was_open_before_the_worker_gets_what_it_loads(
    context: BrowserContext, page: Page, at: tuple[str, Host]
) -> None:
    address, _ = at
    other, lost = context.new_page(), []
    other.on("requestfailed", lambda request: lost.append(request.url))
    other.goto(f"{address}about/")
    page.bring_to_front()
    keeps(page, address)
    assert until(lambda: other.evaluate(CONTROLLED), moments(other))
    other.bring_to_front()
    for path in ("pages.txt", "search/start.js"):
        assert other.evaluate("address => fetch(address).then(answer => answer.ok)", address + path)
    other.mouse.move(200, 200)
    ready(other)

    # A page is refused there: the browser opens it by itself.
    assert [] == [url for url in lost if not url.endswith("/")]


def test_nothing_is_asked_for_before_the_first_move(page: Page, at: tuple[str, Host]) -> None:
    address, host = at
    page.goto(f"{address}lessons/01-drinks/")
    at_rest(page)

    assert [] == [path for path in host.asked if "sw.js" in path or "manifest" in path]


def test_after_a_first_visit_every_page_is_there_without_a_network(page: Page, at: tuple[str, Host]) -> None:
    address, host = at
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    keeps(page, address)
    pages = {path: BeautifulSoup((host.folder / path / "index.html").read_text(), "html.parser") for path in PAGES}
    host.cut = True
    for path in PAGES:
        page.goto(address + path)
        page.mouse.move(100, 100)
        page.mouse.move(200, 200)
        ready(page)

        assert [page.title()] == [title.get_text() for title in pages[path].select("head > title")]
    assert [] == said


def test_pages_are_swapped_in_and_searched_without_a_network(page: Page, at: tuple[str, Host]) -> None:
    address, host = at
    keeps(page, address)
    page.goto(f"{address}lessons/01-drinks/")
    page.mouse.move(100, 100)
    page.mouse.move(200, 200)
    ready(page)
    host.cut = True
    page.locator(".side a[href*='glossary']").click()
    expect(page.locator("h1")).to_contain_text("Glossary")
    at_rest(page)

    assert sought(page, "saucer").get_attribute("href")


def test_whoever_saves_data_keeps_nothing(context: BrowserContext, at: tuple[str, Host]) -> None:
    address, host = at
    context.add_init_script(SAVING)
    page = context.new_page()
    page.goto(f"{address}review/")

    expect(page.locator(STATE)).to_have_text("Your browser is set to save data, so nothing is kept on this device.")
    assert 0 == page.evaluate(CACHES)
    assert "/sw.js" not in host.asked


def test_it_can_be_switched_off_and_on_again(page: Page, at: tuple[str, Host]) -> None:
    address, host = at
    keeps(page, address)
    page.goto(f"{address}review/")
    expect(page.locator(STATE)).to_have_text(KEPT)
    page.get_by_role("button", name="Remove it from this device").click()
    expect(page.locator(STATE)).to_have_text("Nothing is kept on this device, so this course needs a network.")

    assert 0 == page.evaluate(CACHES)
    page.goto(f"{address}lessons/01-drinks/")
    page.mouse.move(200, 200)
    ready(page)
    assert 0 == page.evaluate(CACHES)
    page.goto(f"{address}review/")
    page.get_by_role("button", name="Keep it on this device").click()
    expect(page.locator(STATE)).to_have_text(KEPT)
    host.cut = True
    page.goto(f"{address}glossary/")
    expect(page.locator("h1")).to_contain_text("Glossary")


def newer(site: Path, folder: Path) -> Path:
    """Return a copy of a site in which each page has one more word in its heading."""
    copy = folder / "newer"
    shutil.copytree(site, copy)
    for page in copy.rglob("*.html"):
        page.write_text(re.sub("(<h1[^>]*>)", r"\1Newer ", page.read_text()))
    (copy / WORKER).write_text(worker(copy))
    return copy


def meets(page: Page, address: str, host: Host, version: Path) -> None:
    """Let a reader come back when there is another version."""
    host.put(version)
    page.goto(f"{address}glossary/")
    page.mouse.move(100, 100)
    page.mouse.move(200, 200)


def test_a_newer_version_is_offered_and_read_when_the_reader_wants_it(
    page: Page, at: tuple[str, Host], site: Path, tmp_path: Path
) -> None:
    address, host = at
    keeps(page, address)
    meets(page, address, host, newer(site, tmp_path))
    notice = page.get_by_role("region", name="A new version of this course is here.")
    expect(notice).to_be_visible()
    expect(page.locator("[data-arrived]")).to_have_text("A new version of this course is here.")

    page.locator(".side a[href*='sources']").click()
    expect(page.locator("h1")).not_to_contain_text("Newer")
    expect(page.locator("h1")).to_contain_text("Sources")
    notice.get_by_role("button", name="Read the new version").click()
    expect(page.locator("h1")).to_contain_text("Newer Sources")
    expect(notice).to_have_count(0)


def test_the_notice_can_be_put_away(page: Page, at: tuple[str, Host], site: Path, tmp_path: Path) -> None:
    address, host = at
    keeps(page, address)
    meets(page, address, host, newer(site, tmp_path))
    page.get_by_role("button", name="Not now").click()

    expect(page.locator(".fresh")).to_have_count(0)


@pytest.mark.parametrize("size", [(320, 256), (360, 800), (1280, 900)])
def test_the_notice_covers_nothing_on_a_low_screen_and_stays_in_view_elsewhere(
    page: Page, at: tuple[str, Host], site: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    address, host = at
    keeps(page, address)
    host.put(newer(site, tmp_path))
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{address}glossary/")
    page.mouse.move(10, 10)
    page.mouse.move(20, 20)
    notice = page.locator(".fresh")
    expect(notice).to_be_visible()

    assert ("static" if size[1] < 480 else "fixed") == notice.evaluate("part => getComputedStyle(part).position")
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


@pytest.mark.parametrize("known", [True, False])
def test_a_file_to_take_along_that_cannot_be_fetched_is_told(
    page: Page, context: BrowserContext, at: tuple[str, Host], *, known: bool
) -> None:
    address, host = at
    keeps(page, address)
    page.goto(address + LESSONS[0])
    page.mouse.move(100, 100)
    page.mouse.move(200, 200)
    ready(page)
    host.cut = True
    context.set_offline(known)  # A browser may take what it is connected to for a network.
    more = page.locator("#diagram--pouring .take-away details")
    more.locator("summary").click()
    more.get_by_role("link", name="Dark PNG").click()
    notice = page.locator(".fresh")
    expect(notice).to_contain_text("not kept on this device")
    notice.get_by_role("button", name="Close").click()
    expect(notice).to_have_count(0)
    if known:
        page.locator("#diagram--pouring .take-away").get_by_role("link", name="SVG").first.click()
        expect(notice).to_contain_text("not kept on this device")


def test_the_browser_can_install_the_course(browser: Browser, at: tuple[str, Host], tmp_path: Path) -> None:
    address, _ = at
    # In a window that forgets everything, nothing can be installed.
    with browser.browser_type.launch_persistent_context(tmp_path, executable_path=CHROMIUM, args=ARGUMENTS) as context:
        page = context.new_page()
        keeps(page, address)
        session = context.new_cdp_session(page)
        found = session.send("Page.getAppManifest")
        errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]

    assert [] == errors
    assert ([], f"{address}manifest.webmanifest") == (found["errors"], found["url"])
    assert {"name", "icons", "start_url", "theme_color"} <= json.loads(found["data"]).keys()


def test_the_frame_of_the_browser_has_the_colours_that_the_reader_chose(page: Page, at: tuple[str, Host]) -> None:
    keeps(page, at[0])
    colour: Callable[[], object] = partial(page.evaluate, "document.querySelector('[name=theme-color]').content")

    assert "rgb(251, 250, 247)" == colour()
    page.locator("[data-scheme-switch]").click()
    page.locator("[data-scheme-switch]").click()
    assert until(lambda: colour() == "rgb(13, 23, 34)", moments(page))


def test_below_a_path_the_worker_answers_for_that_path_alone(page: Page, site: Path, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<title>Another site of this host</title>")
    shutil.copytree(site, tmp_path / "course")
    with hosted(tmp_path) as (address, host):
        keeps(page, f"{address}course/")
        host.cut = True
        page.goto(f"{address}course/glossary/")
        expect(page.locator("h1")).to_contain_text("Glossary")
        host.cut = False
        page.goto(address)

        assert ("Another site of this host", False) == (page.title(), page.evaluate(CONTROLLED))
