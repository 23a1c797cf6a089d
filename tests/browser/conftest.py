"""A page on a desktop, for the tests that ask for no other: with a script and without, and as if it were new."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.conftest import ARGUMENTS, CHROMIUM
from tests.shared import cleared
from tests.unattached import unattached

DESKTOP: ViewportSize = {"width": 1280, "height": 900}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser of a test's own, which it may give rights."""
    with browser.new_context(viewport=DESKTOP) as context:
        yield context


@pytest.fixture(scope="session")
def workers(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Return a browser whose service workers live and end as they do for readers."""
    found = CHROMIUM or browser.browser_type.executable_path
    program = unattached(found, tmp_path_factory.mktemp("chromium"))
    chromium = browser.browser_type.launch(executable_path=program, args=ARGUMENTS)
    yield chromium
    chromium.close()


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
