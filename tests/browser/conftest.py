"""A page on a desktop, for the tests that ask for no other: with a script and without, and as if it were new."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.shared import cleared

DESKTOP: ViewportSize = {"width": 1280, "height": 900}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser of a test's own, which it may give rights."""
    with browser.new_context(viewport=DESKTOP) as context:
        yield context


@pytest.fixture(scope="session")
def desktop(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport=DESKTOP) as context:
        yield context.new_page()


@pytest.fixture
def page(desktop: Page) -> Iterator[Page]:
    with cleared(desktop):
        yield desktop


@pytest.fixture(scope="session")
def scriptless(browser: Browser) -> Iterator[Page]:
    with browser.new_context(java_script_enabled=False, viewport=DESKTOP) as context:
        yield context.new_page()


@pytest.fixture
def still(scriptless: Page) -> Iterator[Page]:
    """Return a page without scripts."""
    with cleared(scriptless):
        yield scriptless
