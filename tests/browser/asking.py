"""What the tests of questions have in common: a lesson that asks in every way, opened with its script."""

from playwright.sync_api import Locator, Page, expect

from tests.conftest import LESSONS

LESSON = LESSONS[0]
KINDS = {
    "one-of": "which-is-green",
    "some-of": "what-a-minute-is-enough-for",
    "in-order": "which-way-a-drop-goes",
    "match": "what-each-is-for",
    "press": "where-the-leaves-are",
    "predict": "what-is-brown",
}
"""The question of the lesson in each of the ways to ask."""

VERDICT = ".ask__verdict"


def opened(page: Page, url: str) -> None:
    """Open a lesson, and wait until its questions are forms."""
    page.goto(url)
    page.mouse.move(5, 5)
    are_forms(page)


def are_forms(page: Page) -> None:
    for question in page.locator(".ask").all():
        expect(question).to_have_attribute("data-bound", "")
    expect(page.locator(".ask__picture svg.dg:visible")).to_be_attached()


def asked(page: Page, kind: str) -> Locator:
    return page.locator(f"#ask--{KINDS[kind]} form")


def check(form: Locator) -> None:
    form.get_by_role("button", name="Check").click()


def said(form: Locator) -> Locator:
    return form.get_by_role("status")
