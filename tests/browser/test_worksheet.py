"""Questions on paper: empty boxes where they stand, and all answers on a page at the end, with scripts and without."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.asking import LESSON, asked, check, opened
from tests.conftest import LESSONS

ON_PAPER = """() => {
  const answers = '.ask__option > p, .ask__answer > :is(ol, dl)';
  const seen = (part) => part.checkVisibility() && !part.closest('svg') && getComputedStyle(part).clipPath === 'none' &&
    !part.closest('.byline');
  const texts = (part) => [...part.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const place = (node) => {
    const range = new Range();
    range.selectNode(node);
    return Math.round(range.getBoundingClientRect().top + scrollY);
  };
  return [...document.querySelectorAll('article *')].filter(seen).flatMap(texts).map((node) =>
    [place(node), Boolean(node.parentElement.closest(answers)), node.data.trim().replace(/\\s+/g, ' ')])
    .sort(([one], [other]) => one - other);
}"""
"""Each text of an article but its byline with its place from the top, and whether it tells an answer."""


def on_paper(page: Page) -> list[Any]:
    page.emulate_media(media="print")
    return list(page.evaluate(ON_PAPER))


@pytest.fixture
def answered(page: Page, address: str) -> Page:
    """Return a lesson with a question that is answered."""
    opened(page, address + LESSON)
    asked(page, "one-of").get_by_text("Tea").click()
    check(asked(page, "one-of"))
    return page


def test_all_answers_stand_below_everything_else(answered: Page) -> None:
    texts = on_paper(answered)
    last = max(top for top, answers, _ in texts if not answers)
    first = min(top for top, answers, _ in texts if answers)

    assert last < first
    assert 20 < len([text for _, answers, text in texts if answers])
    assert "page" == answered.locator(".quiz").evaluate("one => getComputedStyle(one, '::after').breakBefore")
    assert '"Answers"' == answered.locator(".quiz").evaluate("one => getComputedStyle(one, '::after').content")


def test_a_page_is_printed_alike_with_scripts_and_without(answered: Page, still: Page, address: str) -> None:
    still.goto(address + LESSON)
    told = [[text for _, answers, text in on_paper(page) if answers] for page in (answered, still)]

    assert told[0] == told[1]
    for page in (answered, still):
        expect(page.locator(".ask form:visible, .ask__picture:visible, .ask__why:visible")).to_have_count(0)
        expect(page.locator("details.ask__option > summary:visible")).to_have_count(13)


def test_a_box_stands_before_each_thing_to_choose_to_order_and_to_match(still: Page, address: str) -> None:
    still.goto(address + LESSON)
    still.emulate_media(media="print")
    for things, place in {
        "details.ask__option > summary": "::after",
        ".ask__given > li": "::before",
        ".ask__left > li": "::before",
    }.items():
        boxes = still.locator(things).evaluate_all(
            "(all, place) => all.map(one => getComputedStyle(one, place)).map(box => [box.width, box.borderTopWidth])",
            place,
        )

        assert boxes
        assert [] == [(things, box) for box in boxes if float(box[0][:-2]) < 12 or float(box[1][:-2]) < 1]


@pytest.mark.parametrize("path", LESSONS)
def test_no_lesson_is_wider_than_paper(still: Page, address: str, path: str) -> None:
    still.set_viewport_size({"width": 718, "height": 1000})
    still.goto(address + path)
    still.emulate_media(media="print")

    assert 0 >= still.evaluate("document.documentElement.scrollWidth - innerWidth")
