"""Chromium as the printer: it alone lays out what pages are written for, and tags what it prints for screen readers."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Error, Page, Route, sync_playwright

from macros.paper.site import Site

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_DOCUMENT = "document.html"
"""Where the document stands within the site while it is printed; no page has such an address."""


@contextmanager
def opened(site: Site, html: str) -> Iterator[Page]:
    """Give a page with a document that may use all files of a built site; nothing else can be loaded.

    Raises ValueError when no browser can be started.
    """
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
        try:
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        except Error as error:
            raise ValueError(f"no Chromium can be started: install chromium, or set CHROMIUM ({error})") from error
        page = browser.new_page()
        page.route("**", _answering(site.folder, site.home, html))
        page.emulate_media(media="print")
        page.goto(site.home + _DOCUMENT)
        yield page
        browser.close()


def printed(page: Page) -> bytes:
    """Return a page as a PDF with tags and an outline, in the size that its styles ask for."""
    return page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)


def _answering(site: Path, home: str, html: str) -> Callable[[Route], None]:
    """Return what answers each request: with the document, with a file of the site, or not at all."""

    def answer(route: Route) -> None:
        address = route.request.url
        path = urlsplit(address.removeprefix(home)).path
        file = (site / path).resolve()
        if not address.startswith(home) or not (path == _DOCUMENT or file.is_relative_to(site.resolve())):
            route.abort()
        elif path == _DOCUMENT:
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
        elif file.is_file():
            route.fulfill(body=file.read_bytes(), content_type=guess_type(file.name)[0] or "application/octet-stream")
        else:
            route.abort()

    return answer
