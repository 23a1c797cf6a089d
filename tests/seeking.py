"""How tests seek: as a reader does, who opens the search and types."""

from playwright.sync_api import Locator, Page, expect

RESULT = ".search__link"
FIELD = "dialog.search input"


def seek(page: Page, words: str) -> Locator:
    """Search for words, with the search opened before if it is closed, and return the results."""
    if not page.locator("dialog.search[open]").count():
        page.locator(".control--search").click()
    page.locator(FIELD).fill(words)
    return page.locator(RESULT)


def sought(page: Page, words: str) -> Locator:
    """Search for words, wait for a result, and return the first one."""
    first = seek(page, words).first
    expect(first).to_be_visible()
    return first
