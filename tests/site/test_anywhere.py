"""The same built site wherever it is put: at the root of a host, deep below it, on any port, in a file tree."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from itertools import product
from pathlib import Path
from socket import SocketIO
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, Route, expect

from tests.conftest import LESSONS, TITLES, Quiet, build, pages_of, ready, served
from tests.seeking import seek, sought
from tests.waiting import at_rest, moments, pause, until

HOME = "https://you.example/course/"
LINKS = "a[href], link[href], script[src], img[src], source[src], use[href], object[data]"
PLACES = ["/", "/course/", "/some/deep/path/"]
SWAPPED = [("nowhere", "/"), ("nowhere", "/course/"), ("site", "/some/deep/path/")]
if os.environ.get("FUZZ"):
    SWAPPED = [*product(("site", "nowhere"), PLACES)]


class _Below(Quiet):
    """Serves a folder below a path, as hosts of project pages do, with the folder's own page for what is not there."""

    def __init__(self, *arguments: object, directory: str, path: str) -> None:
        self.below = path
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """Return the file for a path."""
        known = path.startswith(self.below)
        return super().translate_path(path.removeprefix(self.below.rstrip("/")) if known else "/no-such-file")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Answer with the page for what is not there."""
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def below(site: Path, path: str) -> Iterator[str]:
    """Serve a site below a path, on a port of its own, and give its address."""
    with served(site, _Below, path=path) as root:
        yield f"{root.rstrip('/')}{path}"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory, whole: Path) -> Path:
    """Return the site as it is built for a path below a host."""
    return build(tmp_path_factory.mktemp("course"), whole, SITE_URL=HOME)


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory: pytest.TempPathFactory, whole: Path) -> Path:
    """Return the site as it is built without knowing where it will stand."""
    return build(tmp_path_factory.mktemp("nowhere"), whole, SITE_URL="")


def address(root: str, site: Path, page: Path) -> str:
    """Return where a page of a site stands whose root has this address."""
    return root + page.relative_to(site).as_posix().removesuffix("index.html")


def links(page: Path) -> set[str]:
    """Return what a page links to and loads, itself left out."""
    text = BeautifulSoup(page.read_text(), "html.parser")
    whole = [text, *(BeautifulSoup(str(later.decode_contents()), "html.parser") for later in text.select("template"))]
    found = [tag.get("href") or tag.get("src") or tag.get("data") for part in whole for tag in part.select(LINKS)]
    return {str(link) for link in found if not str(link).startswith(("#", "data:", "mailto:"))}


@pytest.mark.parametrize("root", ["https://a.test/", "https://a.test:8443/some/deep/path/", "file:///home/me/course/"])
def test_every_link_of_every_page_stays_within_the_site_wherever_it_is(site: Path, root: str) -> None:
    lost = []
    for page in site.rglob("index.html"):
        here = address(root, site, page)
        for link in (link for link in links(page) if not urlsplit(link).scheme):
            url = urldefrag(urljoin(here, link)).url
            path = unquote(url.removeprefix(root).partition("?")[0])
            file = site / path / "index.html" if path.endswith("/") or not path else site / path
            if not url.startswith(root) or not file.is_file():
                lost.append((here, link))

    assert [] == lost


@pytest.mark.parametrize("path", PLACES)
def test_pages_scripts_search_and_the_next_page_work_below_any_path(browser: Browser, site: Path, path: str) -> None:
    with below(site, path) as root, browser.new_context() as context:
        page = context.new_page()
        wrong = complaints(page)
        page.goto(root + LESSONS[0])
        use(page)
        page.locator(".footer__next").click()

        expect(page).to_have_url(root + LESSONS[1])
        # Its address is there before the page is: a click meanwhile may lead nowhere.
        expect(page.get_by_role("heading", level=1)).to_contain_text(TITLES[1])
        page.locator(".brand").click()
        expect(page).to_have_url(root)
        expect(page.locator("a.start")).to_be_visible()
        assert [] == wrong


def test_an_answer_of_the_server_is_one_write(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of which only the head has come has no element: whoever asks for its address waits for the rest."""
    written: list[tuple[int, int]] = []
    write = SocketIO.write

    def noted(self: SocketIO, data: bytes) -> int | None:
        written.append((vars(self)["_sock"].getsockname()[1], len(data)))
        return write(self, data)

    monkeypatch.setattr(SocketIO, "write", noted)
    with below(site, "/") as root:
        connection = HTTPConnection(urlsplit(root).netloc)
        connection.request("GET", "/")
        length = len(connection.getresponse().read())
        connection.close()

    assert (site / "index.html").stat().st_size == length
    # Another server may still answer the browser of another test.
    assert [True] == [size > length for port, size in written if port == urlsplit(root).port]


def complaints(page: Page) -> list[str]:
    """Return a list that grows with what fails or is missing on a page."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("response", lambda response: wrong.append(response.url) if response.status >= 400 else None)
    return wrong


def use(page: Page) -> None:
    """Load everything, step through a diagram, and search."""
    expect(page.locator("body")).to_have_css("background-color", "rgb(251, 250, 247)")
    page.mouse.move(200, 200)
    expect(page.locator("html")).to_have_class(re.compile("ready"))
    page.locator("figure[data-steps]").first.get_by_role("button", name="Next").click()
    sought(page, "saucer")
    page.keyboard.press("Escape")


def open_all(page: Page, url: str) -> None:
    """Go to a page, and load everything; mark the window, which stays while pages are swapped in."""
    page.goto(url)
    page.mouse.move(200, 200)
    ready(page)
    page.evaluate("window.stays = true")


@pytest.mark.fuzz
@pytest.mark.parametrize(("folder", "path"), SWAPPED)
def test_pages_are_swapped_in_below_any_path(
    browser: Browser, folder: str, path: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(folder)
    with below(site, path) as root, browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        wrong = complaints(page)
        open_all(page, root + LESSONS[0])
        steps = [
            (".footer__next", LESSONS[1], TITLES[1]),
            (".footer__previous", LESSONS[0], TITLES[0]),
            (".side__link[href*=glossary]", "glossary/", "Glossary"),
            (".brand", "", ""),
            ("a.start", LESSONS[0], TITLES[0]),
            (f"article a[href*='{LESSONS[1].removeprefix('lessons/')}']", LESSONS[1], TITLES[1]),
        ]
        for selector, url, title in steps:
            link = page.locator(selector).first
            link.scroll_into_view_if_needed()
            at_rest(page)  # What has just come, or has come into view, may still move below the mouse.
            # Where this visit stopped would lead on elsewhere than to the first lesson.
            page.evaluate("memory.forget()")
            link.click()
            expect(page).to_have_url(root + url)
            expect(page.locator("[data-arrived]")).to_have_text(re.compile(f"^{re.escape(title)}.*Tea and coffee$"))

        assert page.evaluate("window.stays")
        assert [] == wrong


def test_scripts_work_on_a_page_that_was_swapped_in(browser: Browser, nowhere: Path) -> None:
    with below(nowhere, PLACES[2]) as root, browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.add_init_script("delete Navigator.prototype.share")
        page = context.new_page()
        wrong = complaints(page)
        open_all(page, root + LESSONS[0])
        page.locator(f".side__link[href*='{LESSONS[1]}']").click()
        figure = page.locator("figure[data-steps]").first
        figure.get_by_role("button", name="Next").click()
        expect(figure.locator("[data-count]")).to_have_text(re.compile("^Step 2 of"))
        page.get_by_role("button", name="Share this lesson").click()
        expect(page.get_by_role("status").filter(has_text="copied")).to_be_visible()
        page.locator(".side__link[href*='comparison/']:not([href*=lessons])").click()
        page.get_by_label("Search in the rows").fill("leaves")
        expect(page.locator(".filter__shown")).to_have_text(re.compile("^[0-9]+ of"))
        page.locator(".side__link[href*='which-one']").click()
        page.get_by_role("radio").first.check()
        expect(page.get_by_role("radio").first).to_be_checked()
        seek(page, "paper")
        page.locator(".search__link").first.click()
        expect(page).to_have_url(re.compile(f"^{root}(comparison|charts)/"))

        assert page.evaluate("window.stays")
        assert [] == wrong


@pytest.mark.parametrize("start", ["", LESSONS[0]])
def test_what_only_one_page_loads_is_found_from_any_other(browser: Browser, nowhere: Path, start: str) -> None:
    with below(nowhere, PLACES[2]) as root, browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        wrong = complaints(page)
        open_all(page, root + start)
        for url, made in (("review/", "[data-review][data-bound]"), ("what-you-have-learnt/", ".objectives__state a")):
            page.locator(f".side__link[href$='{url}']").dispatch_event("click")
            expect(page).to_have_url(root + url)
            expect(page.locator(made).first).to_be_attached()

        assert page.evaluate("window.stays")
        assert [] == wrong


def test_back_and_forward_swap_pages_in_and_keep_their_places(browser: Browser, nowhere: Path) -> None:
    with below(nowhere, PLACES[1]) as root, browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        open_all(page, root + LESSONS[0])
        page.evaluate("scrollTo(0, 700)")
        assert until(lambda: page.evaluate("history.state?.y") == 700, moments(page))
        page.locator(".side__link[href*='glossary']").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Glossary")
        assert until(lambda: page.evaluate("scrollY") == 0, moments(page))
        page.go_back()
        expect(page).to_have_url(root + LESSONS[0])
        expect(page.get_by_role("heading", level=1)).to_contain_text(TITLES[0])

        assert until(lambda: page.evaluate("scrollY") == 700, moments(page))
        at_rest(page)
        assert 700 == page.evaluate("scrollY")
        page.go_forward()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Glossary")
        assert page.evaluate("window.stays")


def test_a_click_before_the_list_of_pages_has_come_is_left_to_the_browser(browser: Browser, site: Path) -> None:
    with below(site, PLACES[1]) as root, browser.new_context() as context:
        page = context.new_page()
        held: list[Route] = []

        def list_then_page(route: Route) -> None:
            """Let the list come while the browser waits for the page that was clicked."""
            while held:
                held.pop().fulfill(body=LESSONS[1])
            pause(0.3)
            route.continue_()

        page.route("**/pages.txt", lambda route: held.append(route))  # noqa: PLW0108 - a method of a list is refused
        page.goto(root + LESSONS[0])
        page.mouse.move(200, 200)
        expect(page.locator("html")).to_have_class(re.compile("ready"))
        page.evaluate("window.stays = true")
        length = page.evaluate("history.length")
        page.route(f"**/{LESSONS[1]}", list_then_page)
        page.locator(".side__link[href*='02-']").dispatch_event("click")
        expect(page.get_by_role("heading", level=1)).to_contain_text(TITLES[1])
        page.wait_for_load_state()

        assert length + 1 == page.evaluate("history.length")
        assert not page.evaluate("window.stays")


def test_without_the_list_of_pages_links_are_the_browsers(browser: Browser, site: Path) -> None:
    with below(site, PLACES[1]) as root, browser.new_context() as context:
        page = context.new_page()
        page.route("**/pages.txt", lambda route: route.abort())
        page.goto(root + LESSONS[0])
        page.mouse.move(200, 200)
        expect(page.locator("html")).to_have_class(re.compile("ready"))
        page.locator(".footer__next").click()

        expect(page).to_have_url(root + LESSONS[1])
        expect(page.get_by_role("heading", level=1)).to_contain_text(TITLES[1])


def test_a_site_says_where_it_stands(course: Path) -> None:
    for page in pages_of(course):
        if page.name == "404.html":
            continue
        here = address(HOME, course, page)
        head = BeautifulSoup(page.read_text(), "html.parser")

        assert [here] == [str(tag["href"]) for tag in head.select("link[rel=canonical]")]
        assert [here] == [str(tag["content"]) for tag in head.select('meta[property="og:url"]')]


def test_a_site_that_does_not_know_its_address_names_none(nowhere: Path) -> None:
    texts = {page: page.read_text() for page in nowhere.rglob("*.html")}
    heads = {page: BeautifulSoup(text, "html.parser") for page, text in texts.items() if page in pages_of(nowhere)}

    assert "User-agent: *\nAllow: /" == (nowhere / "robots.txt").read_text().strip()
    assert [] == list(nowhere.glob("sitemap.xml*"))
    assert [] == [page for page, head in heads.items() if head.select('link[rel=canonical], meta[property="og:url"]')]
    assert [] == [page for page, text in texts.items() if re.search(r"""["'/]None""", text)]


def test_an_address_without_a_slash_at_its_end_is_that_of_the_same_folder(
    tmp_path: Path, whole: Path, course: Path
) -> None:
    site = build(tmp_path, whole, SITE_URL=HOME.removesuffix("/"))

    for name in ("robots.txt", "sitemap.xml", "404.html", "index.html", "comparison/index.html"):
        assert (course / name).read_text() == (site / name).read_text()


def test_for_link_previews_the_first_page_has_the_name_of_the_course_and_each_other_its_own(
    course: Path, whole: Path
) -> None:
    heads = {page: BeautifulSoup(page.read_text(), "html.parser") for page in pages_of(course)}
    titles = {
        page.relative_to(course).as_posix(): str(tag["content"])
        for page, head in heads.items()
        for tag in head.select('meta[property="og:title"]')
    }
    name = str(load_config(str(whole / "mkdocs.yml")).site_name)

    assert len(heads) == len(titles)
    assert name == titles.pop("index.html")
    assert name == titles.pop("404.html")
    assert len(titles) == len({*titles.values()} - {"Home", name})


def test_an_address_with_what_no_address_may_hold_is_escaped_everywhere(tmp_path: Path, whole: Path) -> None:
    site = build(tmp_path, whole, SITE_URL='https://you.example/a"b <c>{d};$e/%20/ü/')
    escaped = "https://you.example/a%22b%20%3Cc%3E%7Bd%7D;$e/%20/%C3%BC/"
    head = BeautifulSoup((site / LESSONS[0] / "index.html").read_text(), "html.parser")

    assert [escaped + LESSONS[0]] == [str(tag["href"]) for tag in head.select("link[rel=canonical]")]
    assert f"<loc>{escaped}</loc>" in (site / "sitemap.xml").read_text()
    assert 'a"b' not in "".join(file.read_text() for file in site.rglob("*.html"))


def test_the_map_of_the_site_names_every_page_and_robots_are_led_to_it(course: Path) -> None:
    pages = {address(HOME, course, page) for page in pages_of(course)} - {f"{HOME}404.html"}
    named = re.findall(r"<loc>(.*?)</loc>", (course / "sitemap.xml").read_text())

    assert sorted(pages) == sorted(named)
    assert f"User-agent: *\nAllow: /\nSitemap: {HOME}sitemap.xml" == (course / "robots.txt").read_text().strip()


@pytest.mark.parametrize("depth", ["no-such-page", "lessons/no/such/page/", "a/b/c/d.html"])
def test_the_page_for_what_is_not_there_works_at_any_depth(browser: Browser, course: Path, depth: str) -> None:
    with below(course, "/course/") as root, browser.new_context() as context:
        page = context.new_page()
        page.goto(root + depth)
        wrong = complaints(page)

        expect(page).to_have_title(re.compile("^This page does not exist - "))
        expect(page.locator("body")).to_have_css("background-color", "rgb(251, 250, 247)")
        page.locator("[data-scheme-switch]").click()
        expect(page.locator("html")).to_have_attribute("data-scheme", "light")
        page.get_by_role("button", name="Search the course").click()
        page.keyboard.type("saucer")
        expect(page.locator(".search__link").first).to_be_visible()
        page.keyboard.press("Escape")
        page.locator("article").get_by_role("link", name="Drinks compared").click()
        expect(page).to_have_url(f"{root}comparison/")
        assert [] == wrong


@pytest.mark.parametrize(("folder", "root"), [("site", "/"), ("course", "/course/")])
def test_the_links_of_that_page_begin_at_the_root_of_the_site_and_lead_somewhere(
    folder: str, root: str, request: pytest.FixtureRequest
) -> None:
    built: Path = request.getfixturevalue(folder)
    found = {link for link in links(built / "404.html") if not urlsplit(link).scheme}
    files = {link: built / urlsplit(link).path.removeprefix(root.rstrip("/")).lstrip("/") for link in found}

    assert len(found) > 12
    assert [] == [link for link in found if not link.startswith(root)]
    assert [] == [link for link, file in files.items() if not file.exists()]


def test_that_page_is_of_use_without_scripts_and_where_the_site_does_not_say_it_is(
    browser: Browser, course: Path
) -> None:
    with below(course, "/elsewhere/") as root, browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{root}no/such/page/")

        expect(page.get_by_role("heading", level=1)).to_have_text("This page does not exist")
        expect(page.get_by_role("heading", level=2).first).to_be_visible()
        assert 10 <= page.locator("article").get_by_role("link").count()
    with below(course, "/course/") as root, browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{root}no/such/page/")
        expect(page.get_by_role("button", name="Search the course")).to_be_hidden()
        page.locator("article").get_by_role("link", name="Home").click()
        expect(page).to_have_url(root)


def test_from_a_file_tree_scripts_run_and_pages_follow_each_other(browser: Browser, site: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto((site / LESSONS[0] / "index.html").as_uri())
        page.mouse.move(200, 200)
        expect(page.locator("html")).to_have_class(re.compile("ready"))
        figure = page.locator("figure[data-steps]").first
        figure.get_by_role("button", name="Next").click()

        expect(figure.locator("[data-count]")).to_have_text(re.compile("^Step 2 of"))
        page.locator(".footer__next").click()
        expect(page).to_have_url((site / LESSONS[1] / "index.html").as_uri())
        assert [] == wrong
