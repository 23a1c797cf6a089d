"""The site behind Debian's nginx, with the configuration that ``make publish`` writes."""

import gzip
import os
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Browser, Page, expect

from macros.publish.__main__ import main
from tests.conftest import build, lacking, pages_of, ready
from tests.seeking import sought
from tests.serving import free_port, lacks, readable_folder, running
from tests.waiting import WAIT, at_rest, moments, until

LESSON = "/lessons/01-drinks/"
ALWAYS = {
    "strict-transport-security": "max-age=31536000",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
}
IMMUTABLE = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class Answer:
    """What the server sent: names of headers in lower case, each of which came once."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Server:
    """The running nginx: the folder of the site and its port."""

    site: Path
    port: int

    @property
    def home(self) -> str:
        """Return the address of the site."""
        return f"http://127.0.0.1:{self.port}/"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Return what nginx answers; the path is sent as it is."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=WAIT)
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        body = answer.read()
        connection.close()
        assert len(found) == len(answer.getheaders()), answer.getheaders()
        return Answer(answer.status, found, body)


@pytest.fixture(scope="module")
def server(whole: Path) -> Iterator[Server]:
    """Return an nginx that serves the site at the address that the site has for itself."""
    with published(whole) as server:
        yield server


@contextmanager
def published(project: Path) -> Iterator[Server]:
    """Build a project for the address at which an nginx then serves it."""
    if message := lacks():
        lacking(message)
    port = free_port()
    with readable_folder() as folder:
        site = build(folder / "site", project, SITE_URL=f"http://127.0.0.1:{port}/")
        main([str(site), "--listen", f"127.0.0.1:{port}", "--folder", str(folder / "server")])
        with running(folder / "server", port):
            yield Server(site, port)


@pytest.mark.parametrize(
    ("path", "kind", "caching"),
    [
        ("/", "text/html; charset=utf-8", "no-cache"),
        (LESSON, "text/html; charset=utf-8", "no-cache"),
        ("/data/comparison.json", "application/json", "no-cache"),
        ("/data/comparison.csv", "text/csv; charset=utf-8", "no-cache"),
        ("/data/comparison.yml", "application/yaml", "no-cache"),
        ("/diagrams/pouring.svg", "image/svg+xml", "no-cache"),
        ("/diagrams/pouring.png", "image/png", "no-cache"),
        ("/diagrams/pouring.zip", "application/zip", "no-cache"),
        ("/search/start.js", "text/javascript; charset=utf-8", "no-cache"),
        ("/sitemap.xml", "application/xml; charset=utf-8", "no-cache"),
        ("/sitemap.xml.gz", "application/gzip", "no-cache"),
        ("/robots.txt", "text/plain; charset=utf-8", "no-cache"),
    ],
)
def test_each_kind_of_file_is_named_guarded_and_asked_for_again(
    server: Server, path: str, kind: str, caching: str
) -> None:
    answer = server.ask(path)

    assert (200, kind, caching) == (answer.status, answer.headers["content-type"], answer.headers["cache-control"])
    assert ALWAYS.items() <= answer.headers.items()
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; ")
    assert answer.headers["content-security-policy"].endswith("; frame-ancestors 'none'")
    assert "unsafe" not in answer.headers["content-security-policy"]


def test_what_is_printed_is_served_as_pdf(server: Server) -> None:
    (server.site / "paper").mkdir(exist_ok=True)
    (server.site / "paper/course.pdf").write_bytes(b"%PDF-1.7")

    assert "application/pdf" == server.ask("/paper/course.pdf").headers["content-type"]


def test_every_asset_is_kept_for_ever(server: Server) -> None:
    assets = [file.relative_to(server.site) for file in (server.site / "assets").rglob("*.*s")]
    answers = {asset: server.ask(f"/{asset}") for asset in assets}

    assert len(assets) > 8
    assert {(200, IMMUTABLE)} == {(answer.status, answer.headers["cache-control"]) for answer in answers.values()}


def test_the_header_says_what_the_page_says_and_that_nobody_frames_it(server: Server) -> None:
    for file in pages_of(server.site):
        if file.name == "404.html":
            continue
        (said,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', file.read_text())
        answer = server.ask(f"/{file.parent.relative_to(server.site).as_posix()}/".replace("/./", "/"))

        assert f"{said}; frame-ancestors 'none'" == answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", [LESSON, "/data/comparison.yml", "/diagrams/pouring.svg", "/search/start.js"])
def test_text_is_sent_compressed_as_the_browser_can_read_it(server: Server, path: str) -> None:
    plain = server.ask(path)
    packed = {coding: server.ask(path, accept_encoding=coding) for coding in ("gzip", "br", "gzip, br")}

    assert "content-encoding" not in plain.headers
    assert ["gzip", "br", "br"] == [answer.headers["content-encoding"] for answer in packed.values()]
    assert plain.body == gzip.decompress(packed["gzip"].body) == brotli.decompress(packed["br"].body)
    assert len(packed["br"].body) < len(packed["gzip"].body) < len(plain.body)
    for answer in (plain, *packed.values()):
        assert "Accept-Encoding" == answer.headers["vary"]
        assert plain.headers["content-type"] == answer.headers["content-type"]


def test_a_proxy_gets_it_compressed_too(server: Server) -> None:
    assert "gzip" == server.ask("/", accept_encoding="gzip", via="1.1 cache").headers["content-encoding"]


def test_pictures_are_not_compressed_again(server: Server) -> None:
    assert "content-encoding" not in server.ask("/diagrams/pouring.png", accept_encoding="gzip, br").headers


@pytest.mark.parametrize("coding", ["identity", "gzip", "br"])
@pytest.mark.parametrize("path", [LESSON, "/diagrams/pouring.svg"])
def test_what_has_not_changed_is_not_sent_again_and_keeps_its_policy(server: Server, path: str, coding: str) -> None:
    first = server.ask(path, accept_encoding=coding)
    again = server.ask(path, accept_encoding=coding, if_none_match=first.headers["etag"])

    assert (304, b"", "no-cache") == (again.status, again.body, again.headers["cache-control"])
    assert first.headers["content-security-policy"] == again.headers["content-security-policy"]
    assert 200 == server.ask(LESSON, accept_encoding=coding, if_none_match='"other"').status


def test_a_part_of_a_picture_can_be_asked_for(server: Server) -> None:
    answer = server.ask("/diagrams/pouring.png", range="bytes=0-3")

    assert (206, b"\x89PNG") == (answer.status, answer.body)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("path", ["/", "/diagrams/pouring.png", "/diagrams/pouring.svg", "asset"])
def test_a_part_that_is_not_there_is_refused_with_each_header_once(server: Server, path: str, method: str) -> None:
    path = path.replace("asset", f"/assets/{next((server.site / 'assets').glob('first.*.css')).name}")
    whole = server.ask(path, "HEAD")
    answer = server.ask(path, method, range="bytes=99999999-")

    assert 416 == answer.status
    assert ALWAYS.items() <= answer.headers.items()
    assert whole.headers["content-security-policy"] == answer.headers["content-security-policy"]
    assert "no-cache" == answer.headers["cache-control"]


def test_a_header_of_the_reader_does_not_decide_what_is_kept(server: Server) -> None:
    for hostile in (":/assets/a.01234567.css", "/assets/a.01234567.css", "bytes=0-3,5-/assets/a.01234567.css"):
        assert "no-cache" == server.ask("/", range=hostile).headers["cache-control"]


def test_a_condition_that_does_not_hold_is_told_with_each_header_once(server: Server) -> None:
    answer = server.ask("/", if_match='"other"')

    assert 412 == answer.status
    assert ALWAYS.items() <= answer.headers.items()


def test_a_head_is_the_answer_without_its_body(server: Server) -> None:
    whole, head = server.ask(LESSON), server.ask(LESSON, "HEAD")
    for answer in (whole, head):
        answer.headers.pop("date")

    assert b"" == head.body
    assert whole.headers == head.headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_nothing_but_reading_is_allowed(server: Server, method: str) -> None:
    answer = server.ask(LESSON, method)

    assert 405 == answer.status
    assert ALWAYS.items() <= answer.headers.items()


@pytest.mark.parametrize(
    "path",
    [
        "/no-such-page/",
        "/lessons/no/such/page.html",
        "/assets/no.00000000.js",
        "/404.html",
        "/assets/",
        "/lessons/",
        "/diagrams/",
        "/_headers",
        "/_redirects",
        "/.git/config",
        "/lessons/.hidden",
        "/index.html/",
        "/LESSONS/01-drinks/",
    ],
)
def test_what_is_not_there_is_the_page_that_says_so(server: Server, path: str) -> None:
    answer = server.ask(path)

    assert (404, (server.site / "404.html").read_bytes()) == (answer.status, answer.body)
    assert "text/html; charset=utf-8" == answer.headers["content-type"]
    assert "cache-control" not in answer.headers
    assert ALWAYS.items() <= answer.headers.items()
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        "/../server/nginx.conf",
        "/..%2fserver%2fnginx.conf",
        "/%2e%2e/server/nginx.conf",
        "/assets/../../server/nginx.conf",
        "/assets/..%2f..%2fserver/nginx.conf",
        "/assets/%2e%2e/%2e%2e/server/nginx.conf",
        "/..%5cserver%5cnginx.conf",
        "/..;/server/nginx.conf",
        "/%252e%252e/server/nginx.conf",
        "//server/nginx.conf",
        "/....//server/nginx.conf",
        "/index.html%00.css",
        "/%c0%ae%c0%ae/server/nginx.conf",
        "/\xff",
    ],
)
def test_no_path_leads_out_of_the_site(server: Server, path: str) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=WAIT) as line:
        line.sendall(b"GET %s HTTP/1.0\r\n\r\n" % path.encode("latin-1"))
        answer = line.makefile("rb").read()
    status = int(answer.split()[1])

    assert status in {400, 404}
    assert b"worker_processes" not in answer
    assert b"X-Content-Type-Options: nosniff" in answer


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/lessons/01-drinks", "/lessons/01-drinks/"),
        ("/comparison?q=tea", "/comparison/?q=tea"),
        ("/assets", "/assets/"),
    ],
)
def test_a_folder_without_its_slash_leads_to_the_one_with_it_wherever_the_site_stands(
    server: Server, path: str, target: str
) -> None:
    answer = server.ask(path, host="elsewhere.test")

    assert (301, target) == (answer.status, answer.headers["location"])


def test_a_path_inside_the_site_may_go_back_and_forth(server: Server) -> None:
    assert server.ask("/").body == server.ask("/assets/../").body == server.ask("/?q=tea").body


def test_the_server_does_not_tell_its_version(server: Server) -> None:
    assert {"nginx"} == {server.ask(path).headers["server"] for path in ("/", "/no-such-page/")}


@pytest.mark.parametrize("name", ["site", "with spaces", "ünï #1 %20", "it's $HOME;", 'quo"te {b} \\n'])
@pytest.mark.parametrize("user", [None, "nobody"])
def test_it_serves_from_any_folder_as_root_and_as_anybody(name: str, user: str | None) -> None:
    if message := lacks():
        lacking(message)
    if user and os.getuid():
        pytest.skip("only root can become somebody else")
    port = free_port()
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    with readable_folder() as folder:
        site = folder / name
        site.mkdir()
        (site / "index.html").write_text(policy)
        main([str(site), "--listen", f"127.0.0.1:{port}", "--folder", str(folder / "server")])
        if user:
            (folder / "server").chmod(0o777)
        with running(folder / "server", port, user):
            assert policy.encode() == Server(site, port).ask("/").body


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Page]:
    """Return a page of the served site whose errors and violations of the policy are failures."""
    with browser.new_context(base_url=server.home, service_workers="allow") as context:
        page = context.new_page()
        wrong = complaints(page)
        yield page

        assert [] == wrong


def complaints(page: Page) -> list[str]:
    """Return a list that grows with all that a page complains of."""
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    return wrong


def test_no_page_breaks_its_policy_when_everything_is_loaded(visit: Page, server: Server) -> None:
    for file in sorted(server.site.rglob("index.html")):
        visit.goto(f"{server.home}{file.parent.relative_to(server.site).as_posix()}/")
        visit.mouse.move(200, 200)
        ready(visit)
        at_rest(visit)


def test_nothing_that_a_reader_does_breaks_the_policy(visit: Page, server: Server) -> None:
    visit.goto(LESSON)
    visit.mouse.move(200, 200)
    ready(visit)
    visit.evaluate("window.same = true")
    for _ in range(3):
        visit.locator("[data-scheme-switch]").click()
    visit.locator("figure[data-steps]").first.get_by_role("button", name="Next").click()
    visit.locator(".quiz").scroll_into_view_if_needed()
    visit.locator(".quiz input").first.check()
    visit.locator(".quiz").get_by_role("button", name="Check").first.click()
    sought(visit, "saucer")
    visit.keyboard.press("Escape")
    visit.locator(".footer__next").click()
    expect(visit.get_by_role("heading", level=1)).to_contain_text("Brewing")
    visit.evaluate("document.querySelector('.side a[href$=\"/which-one/\"]').click()")
    expect(visit.locator("[data-decision] input").first).to_be_visible()
    visit.locator("[data-decision] input").first.check(force=True)
    visit.evaluate("document.querySelector('.side a[href$=\"/comparison/\"]').click()")
    visit.get_by_label("Search in the rows").fill("leaves")
    expect(visit.locator("[data-filter] [role=status]")).to_have_text(re.compile(r"^\d+ of \d+ rows"))

    assert visit.evaluate("window.same")
    assert f"{server.home}comparison/" == visit.url.partition("?")[0].partition("#")[0]


def test_the_page_for_what_is_not_there_keeps_its_policy(browser: Browser, server: Server) -> None:
    with browser.new_context(service_workers="allow") as context:
        page = context.new_page()
        page.goto(f"{server.home}no/such/page/")
        wrong = complaints(page)
        page.mouse.move(200, 200)
        ready(page)
        page.get_by_role("button", name="Search the course").click()
        page.keyboard.type("saucer")

        expect(page.locator(".search__link").first).to_be_visible()
        assert [] == wrong


def test_every_drawing_is_shown_as_a_file_with_its_own_colours(visit: Page, server: Server) -> None:
    for file in 2 * sorted((server.site / "diagrams").glob("*.svg")):
        visit.goto(f"/diagrams/{file.name}")
        # Those that follow no system have their colours as attributes.
        follows = not file.stem.endswith(("-dark", "-transparent"))

        assert visit.evaluate("[...document.styleSheets].every(sheet => sheet.cssRules.length)")
        assert follows == visit.evaluate("document.styleSheets.length > 0")


ATTEMPTS = {
    "an inline script": "const it = document.createElement('script'); it.textContent = 'window.broken = 1';"
    "document.body.append(it)",
    "an inline handler": "document.body.setAttribute('onclick', 'window.broken = 1'); document.body.click()",
    "a style attribute": "document.body.setAttribute('style', 'opacity: .5')",
    "a style element": "const it = document.createElement('style'); it.textContent = 'body { opacity: .5 }';"
    "document.head.append(it)",
    "a foreign script": "const it = document.createElement('script'); it.src = 'https://evil.test/x.js';"
    "document.body.append(it)",
    "a foreign picture": "document.body.append(Object.assign(new Image(), {src: 'https://evil.test/x.png'}))",
    "a foreign stylesheet": "document.head.append(Object.assign(document.createElement('link'),"
    "{rel: 'stylesheet', href: 'https://evil.test/x.css'}))",
    "a frame": "document.body.append(Object.assign(document.createElement('iframe'), {src: '/about/'}))",
    "an object": "document.body.append(Object.assign(document.createElement('object'), {data: '/about/'}))",
    "a request elsewhere": "fetch('https://evil.test/').catch(() => 0)",
    "evaluated text": "const it = document.createElement('button'); it.setAttribute('onclick', 'eval(1)'); it.click();"
    "try { setTimeout('window.broken = 1') } catch {}",
    "another base": "document.head.append(Object.assign(document.createElement('base'), {href: 'https://evil.test/'}))",
    "a form": "const it = document.createElement('form'); it.action = '/about/'; document.body.append(it); it.submit()",
}


@pytest.fixture(scope="module", params=["header-and-meta", "meta-alone"])
def about(browser: Browser, server: Server, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Return a page that is loaded again for each attempt, with the policy in the header or without."""
    with browser.new_context() as context:
        page = context.new_page()
        if request.param == "meta-alone":
            body = (server.site / "about/index.html").read_text()
            page.route("**/about/", lambda route: route.fulfill(body=body, content_type="text/html"))
        yield page


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)
def test_what_is_slipped_into_a_page_does_nothing(about: Page, server: Server, attempt: str) -> None:
    about.goto(f"{server.home}about/")
    blocked = about.evaluate(
        f"""async () => {{
            const blocked = [];
            addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
            {attempt};
            await new Promise(resolve => setTimeout(resolve, 200));
            return blocked;
        }}"""
    )

    assert [] != blocked
    assert [None, "1"] == about.evaluate("[window.broken ?? null, getComputedStyle(document.body).opacity]")
    assert f"{server.home}about/" == about.url


@pytest.mark.parametrize("with_headers", [True, False], ids=["not-with-the-headers", "or-this-would-show-it"])
def test_no_other_site_can_show_it_in_a_frame(browser: Browser, server: Server, *, with_headers: bool) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        framing = f'<iframe src="{server.home}"></iframe>'
        other = f"http://127.0.0.1:{free_port()}/"
        page.route(other, lambda route: route.fulfill(body=framing, content_type="text/html"))
        if not with_headers:
            page.route(server.home, lambda route: route.fulfill(body="Shown.", content_type="text/html"))
        page.goto(other)
        expected = ["chrome-error://chromewebdata/" if with_headers else server.home]
        until(lambda: expected == framed(page), moments(page))

        assert expected == framed(page)


def framed(page: Page) -> list[str]:
    return [frame.url for frame in page.frames[1:]]
