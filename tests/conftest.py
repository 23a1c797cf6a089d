"""The built site of the tests' course, a server for it and a browser: each made once for all tests that look at pages.

What looks at the pages of this course stands in ``tests/course``, which has the same fixtures for them.
"""

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NoReturn

import pytest
from hypothesis import settings
from mkdocs.config import load_config
from playwright.sync_api import Browser, BrowserContext, Error, Page, Route, expect, sync_playwright

from macros.assembly.course import Course
from tests import alike
from tests.builders import whole_docs_in, whole_project_in
from tests.shared import cleared, made_once, of_all_workers
from tests.waiting import WAIT

ROOT = Path(__file__).parent.parent
with TemporaryDirectory() as folder:
    COURSE = Course.read(whole_docs_in(Path(folder)))
"""The course of the tests that has one of each kind of thing."""
LESSONS = [lesson.page.url for lesson in COURSE.lessons]
TITLES = [lesson.title for lesson in COURSE.lessons]
"""The headings of the lessons, in their order."""
PAGES = sorted(page.url for page in COURSE.pages)
"""The addresses of all pages, relative to the site's root."""
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
CHROMIUM = os.environ.get("CHROMIUM") or CHROMIUM
# How long an example takes depends on the machine and on what else it does.
settings.register_profile("any machine", settings(), deadline=None)
# `make fuzz` tries many more.
settings.register_profile("fuzz", settings(), deadline=None, max_examples=20_000)
settings.load_profile("fuzz" if os.environ.get("FUZZ") else "any machine")
# Five seconds, the default, are too few for a busy machine.
expect.set_options(timeout=1000 * WAIT)
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]


def pytest_configure(config: pytest.Config) -> None:
    """Begin a run, of which each worker is a part, and end it with what began it."""
    if alike.begin():
        config.add_cleanup(alike.end)


def pytest_xdist_auto_num_workers() -> int:
    """Return how many tests run at once: half of their time they wait for a server, a browser or a clock."""
    return 2 * (os.cpu_count() or 1)


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder: each answer is one write, so that none stops between its head and its first byte.

    In two small writes the second waits until the first is acknowledged. Until then the browser has a page without an
    element, and a test that asks for its address waits, too.
    """

    protocol_version = "HTTP/1.1"
    wbufsize = 2**20
    disable_nagle_algorithm = True

    def log_message(self, *_: object) -> None:
        """Keep requests out of the test report."""


class Server(ThreadingHTTPServer):
    """Lets more connections wait than a browser opens at once."""

    request_queue_size = 128


@contextmanager
def served(folder: Path, handler: Callable[..., Quiet] = Quiet, **options: str) -> Iterator[str]:
    """Serve a folder on a free port, and give its address."""
    server = Server(("127.0.0.1", 0), partial(handler, directory=str(folder), **options))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the whole course's project, with its navigation; no test changes it."""
    return whole_project_in(tmp_path_factory.mktemp("whole"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str, whole: Path) -> Path:
    """Return the folder of the whole course's site, built as it is published; no test changes it."""
    return made_once(of_all_workers(tmp_path_factory, worker_id) / "site", partial(build, project=whole))


def build(folder: Path, project: Path, **environment: str) -> Path:
    """Build the site of a project into a folder, and return it; a warning is a failure."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    built = subprocess.run(command, cwd=project, env=settings, capture_output=True, text=True, check=False)
    if built.returncode or "WARNING" in built.stderr:
        pytest.fail(f"mkdocs build --strict: {built.stderr}")
    return folder


def pages_of(site: Path) -> list[Path]:
    """Return the pages of a built site that have something to read: not those that lead on from an old address."""
    return [page for page in sorted(site.rglob("*.html")) if 'http-equiv="refresh"' not in page.read_text()]


def lacking(message: str) -> NoReturn:
    """Skip a test loudly because the machine lacks something; with CI set, that is a failure."""
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Return the address at which the built site is served."""
    with served(site) as found:
        yield found


@pytest.fixture(scope="session")
def home(whole: Path) -> str:
    """Return the address that the built site has for itself."""
    return str(load_config(str(whole / "mkdocs.yml")).site_url)


@pytest.fixture
def published(browser: Browser, site: Path, home: str) -> Iterator[BrowserContext]:
    """Return a browser for which the built site is where it says that it is."""
    with browser.new_context() as context:
        context.route(f"{home}**", lambda route: answer(route, site, home))
        yield context


@pytest.fixture(scope="session")
def page_at_home(browser: Browser, site: Path, home: str) -> Iterator[Page]:
    """Return the page of such a browser, for all tests that need no other."""
    with page_of(browser, site, home) as page:
        yield page


@contextmanager
def page_of(browser: Browser, site: Path, home: str) -> Iterator[Page]:
    """Give a page for which a site is where it says that it is."""
    with browser.new_context() as context:
        context.route(f"{home}**", lambda route: answer(route, site, home))
        yield context.new_page()


@pytest.fixture
def at_home(page_at_home: Page) -> Iterator[Page]:
    """Return that page as if it were new."""
    with cleared(page_at_home):
        yield page_at_home


def answer(route: Route, site: Path, home: str) -> None:
    """Answer a request for a page or a file of the built site."""
    path = route.request.url.removeprefix(home).partition("?")[0].partition("#")[0]
    file = site / path / "index.html" if path.endswith("/") or not path else site / path
    if file.is_file():
        route.fulfill(path=file)
    else:
        route.fulfill(status=404, path=site / "404.html")


def ready(page: Page) -> None:
    """Wait until every script is loaded, which takes a first move of the reader, and until pages can be swapped in.

    Without the list of pages, the theme's script lets the browser load the page that a link leads to.
    """
    expect(page.locator("html")).to_have_class(re.compile("ready"))
    # The policy of a page forbids what wait_for_function does.
    page.evaluate(
        """wait => new Promise((done, fail) => {
            setTimeout(() => fail(new Error("no list of pages was asked for: a script of the page failed")), wait)
            new PerformanceObserver(list =>
                list.getEntries().some(({ name }) => name.endsWith("/pages.txt")) && setTimeout(done, 50)
            ).observe({ type: "resource", buffered: true })
        })""",
        1000 * WAIT,
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a Chromium: the one that CHROMIUM names, the system's, or Playwright's own.

    Without any, the browser tests are skipped, loudly; with CI set that is a failure.
    """
    with sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        except Error as error:
            lacking(f"no Chromium can be started, so no page was looked at: install chromium or set CHROMIUM ({error})")
        yield _without_workers(chromium)
        chromium.close()


def _without_workers(chromium: Browser) -> Browser:
    """Return a browser in which pages know no service workers, unless these are asked for.

    What a worker answers cannot be held back or broken by a test, and would be there at the next page.
    """
    new_context: Callable[..., BrowserContext] = chromium.new_context

    def opened(*, service_workers: str | None = None, **given: Any) -> BrowserContext:
        context = new_context(**given)
        if service_workers != "allow":
            context.add_init_script("delete Navigator.prototype.serviceWorker")
        return context

    setattr(chromium, "new_context", opened)  # noqa: B010
    return chromium


@pytest.fixture(scope="session")
def large_text(browser: Browser) -> Iterator[Browser]:
    """Return a browser whose reader has set the size of text to 20 pixels."""
    larger = [*ARGUMENTS, "--blink-settings=defaultFontSize=20"]
    chromium = browser.browser_type.launch(executable_path=CHROMIUM, args=larger)
    yield _without_workers(chromium)
    chromium.close()


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Return a copy of the whole course's ``docs``, which a test may break; around it, its project."""
    return whole_project_in(tmp_path) / "docs"
