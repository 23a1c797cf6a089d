"""The review: one question at a time of what is due, for thirty days, and all questions without a script."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.conftest import COURSE, ready
from tests.held import Held
from tests.waiting import at_rest, moments

KEY = "/.memory"
NAMES = [f"{name}/{one.id}" for name in ("drinks", "brewing") for one in COURSE.quizzes[name].questions]
FIRST = NAMES[0]
SAID, TURN, NOW = ".review__said", ".review__turn button", ".ask[data-now]"
START = date(2026, 11, 1)
RIGHT, WRONG = "Tea", "Coffee"


def answer(given: str, day: date, box: int) -> dict[str, Any]:
    return {"given": [given], "right": given == RIGHT, "day": day.isoformat(), "box": box, "missed": 1}


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser of its own, in which nothing may go wrong."""
    faults = list[str]()
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        context.on("weberror", lambda fault: faults.append(str(fault.error)))
        yield context
        assert [] == faults


def opened(reader: BrowserContext, address: str, day: date, answers: dict[str, Any] | None = None) -> Page:
    """Return the review on a day, with what was answered before it."""
    page = reader.new_page()
    page.clock.set_fixed_time(f"{day.isoformat()}T12:00:00")
    page.goto(f"{address}about/")
    if answers is not None:
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps({"answers": answers})])
    page.goto(f"{address}review/")
    page.mouse.move(5, 5)
    ready(page)
    return page


def shown(page: Page) -> Locator:
    return page.locator(".review .ask:visible")


def give(page: Page, text: str) -> None:
    """Choose an answer of the question that is shown, and check it."""
    question = page.locator(NOW)
    question.locator(f"input[value='{text}']").check()
    question.get_by_role("button", name="Check").click()


def test_without_a_script_all_questions_are_there(still: Page, address: str) -> None:
    still.goto(f"{address}review/")

    assert NAMES == [one.get_attribute("data-question") for one in shown(still).all()]
    assert len(NAMES) == len({one.get_attribute("id") for one in shown(still).all()})
    for part in (SAID, ".review__turn", ".review__coming"):
        expect(still.locator(part)).to_be_hidden()


def test_who_has_answered_nothing_is_told_so_and_can_see_all(reader: BrowserContext, address: str) -> None:
    page = opened(reader, address, START)
    expect(page.locator(SAID)).to_contain_text("You have answered no question yet")
    expect(shown(page)).to_have_count(0)
    page.get_by_role("button", name="Show all questions").click()
    expect(shown(page)).to_have_count(len(NAMES))
    page.get_by_role("button", name="Show one question at a time").click()
    expect(shown(page)).to_have_count(0)


def test_what_was_missed_comes_first_and_what_is_unknown_or_not_due_never(reader: BrowserContext, address: str) -> None:
    answers = {
        NAMES[0]: answer(RIGHT, START, 4),
        NAMES[1]: answer(RIGHT, START - timedelta(2), 2),
        NAMES[2]: answer(WRONG, START - timedelta(1), 1),
        "drinks/gone": answer(WRONG, START - timedelta(9), 1),
        NAMES[3]: "nonsense",
    }
    page = opened(reader, address, START, answers)
    asked = []
    expect(page.locator(SAID)).to_have_text("Questions left for today: 2")
    while page.locator(NOW).count():
        expect(shown(page)).to_have_count(1)
        asked.append(page.locator(NOW).get_attribute("data-question"))
        page.locator(TURN).first.click()

    assert [NAMES[2], NAMES[1]] == asked


def test_a_question_is_asked_as_if_it_were_new_and_says_when_it_comes_back(
    reader: BrowserContext, address: str
) -> None:
    page = opened(reader, address, START, {FIRST: answer(RIGHT, START - timedelta(2), 2)})
    expect(page.locator(f"{NOW} input:checked")).to_have_count(0)
    give(page, WRONG)
    expect(page.locator(SAID)).to_have_text(re.compile(r"^It is asked again on Monday,? 2 November 2026\.$"))
    page.locator(NOW).get_by_role("button", name="Try again").click()
    give(page, RIGHT)
    expect(page.locator(SAID)).to_have_text(re.compile(r"^It is asked again on Monday,? 2 November 2026\.$"))
    page.get_by_role("button", name="Next question").click()
    expect(page.locator(SAID)).to_have_text(
        re.compile(r"^Nothing is due today\. The next question is asked on Monday,? 2 November 2026\.$")
    )
    expect(page.locator(".review__coming li")).to_have_text([re.compile(r"^Questions on Monday,? 2 November 2026: 1$")])


def test_what_was_missed_today_can_be_asked_at_once(reader: BrowserContext, address: str) -> None:
    page = opened(reader, address, START, {FIRST: answer(WRONG, START, 1)})
    page.get_by_role("button", name="Ask what I missed (1)").click()
    expect(page.locator(NOW)).to_have_attribute("data-question", FIRST)
    expect(page.locator(NOW)).to_be_focused()
    give(page, RIGHT)
    page.get_by_role("button", name="Next question").click()
    expect(page.get_by_role("button", name="Show all questions")).to_be_focused()


def test_what_was_left_out_is_still_due_and_can_be_asked_again(reader: BrowserContext, address: str) -> None:
    long_ago = answer(WRONG, START - timedelta(9), 1)
    page = opened(reader, address, START, {NAMES[0]: long_ago, NAMES[1]: long_ago, NAMES[2]: answer(RIGHT, START, 3)})
    for _ in range(2):
        page.get_by_role("button", name="Next question").click()
    expect(page.locator(SAID)).to_have_text("Questions that you left out, and that are due today: 2")
    expect(page.locator(".review__coming li")).to_have_text([re.compile(r"Thursday,? 5 November 2026: 1$")])
    page.get_by_role("button", name="Ask them again").click()
    expect(page.locator(SAID)).to_have_text("Questions left for today: 2")
    expect(page.locator(NOW)).to_have_attribute("data-question", NAMES[0])
    expect(page.locator(NOW)).to_be_focused()


@pytest.mark.parametrize("height", [1400, 0])
def test_the_next_question_comes_with_its_top_below_the_header(
    reader: BrowserContext, address: str, height: int
) -> None:
    page = opened(reader, address, START, {name: answer(WRONG, START - timedelta(1), 1) for name in NAMES})
    page.set_viewport_size({"width": 360, "height": 640})
    page.evaluate(
        "height => document.querySelectorAll('.ask').forEach(one => { one.style.minHeight = `${height}px` })", height
    )
    for _ in NAMES[1:]:
        page.get_by_role("button", name="Next question").click()
        header = page.locator(".md-header").bounding_box()
        question = page.locator(NOW).bounding_box()
        assert header
        assert question

        assert header["height"] <= question["y"] <= 640 - min(question["height"], 320)

    page.get_by_role("button", name="Next question").click()
    said, header = page.locator(SAID).bounding_box(), page.locator(".md-header").bounding_box()
    assert said
    assert header

    assert header["height"] <= said["y"]


def test_it_is_gone_through_by_keyboard_alone(reader: BrowserContext, address: str) -> None:
    page = opened(reader, address, START, {FIRST: answer(WRONG, START - timedelta(1), 1)})
    page.locator(f"{NOW} input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(SAID)).to_contain_text("It is asked again on")
    page.get_by_role("button", name="Next question").focus()
    page.keyboard.press("Enter")
    expect(page.locator(SAID)).to_contain_text("Nothing is due today")


KNOWN: list[dict[str, Any]] = [
    {},
    {FIRST: answer(WRONG, START - timedelta(9), 1)},
    {name: answer(RIGHT, START, 5) for name in NAMES},
]
"""Of a reader who has answered nothing, of one who is asked, and of one who is not asked today."""
SHOWN = "parts => parts.map((part) => getComputedStyle(part).visibility)"


@pytest.mark.parametrize("answers", [KNOWN[0], KNOWN[2]])
def test_where_nothing_is_asked_the_rest_of_the_page_stands_below_at_once(
    reader: BrowserContext, address: str, answers: dict[str, Any]
) -> None:
    page = opened(reader, address, START, answers)
    expect(page.locator(SAID)).not_to_be_empty()
    expect(page.get_by_role("heading", name="What this browser remembers")).to_be_in_viewport()
    expect(page.get_by_role("heading", name="What this browser remembers")).to_be_visible()


@pytest.mark.parametrize("answers", KNOWN)
def test_a_link_to_what_is_remembered_leads_there(
    reader: BrowserContext, address: str, answers: dict[str, Any]
) -> None:
    opened(reader, address, START, answers).close()
    page = reader.new_page()
    page.clock.set_fixed_time(f"{START.isoformat()}T12:00:00")
    page.goto(f"{address}review/#remembered")
    expect(page.locator(SAID)).not_to_be_empty()
    expect(page.locator("#remembered")).to_be_in_viewport()


@pytest.mark.parametrize("answers", KNOWN)
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_the_script_comes(
    reader: BrowserContext, address: str, answers: dict[str, Any], width: int
) -> None:
    opened(reader, address, START, answers).close()
    page = reader.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.clock.set_fixed_time(f"{START.isoformat()}T12:00:00")
    page.add_init_script(
        "globalThis.moved = 0; new PerformanceObserver((list) => { for (const one of list.getEntries())"
        " moved += one.value }).observe({ type: 'layout-shift', buffered: true })"
    )
    page.goto(f"{address}review/")
    expect(page.locator(SAID)).not_to_be_empty()
    at_rest(page)

    assert page.evaluate("() => moved") < 0.01


@pytest.mark.parametrize("told", ["[data-held]", "[data-on-device]"])
def test_what_is_below_what_a_script_tells_comes_when_it_is_told(
    reader: BrowserContext, address: str, told: str
) -> None:
    page = opened(reader, address, START, KNOWN[0])
    below = page.locator(f".memory:has({told}) .memory__ways, .footer")
    expect(page.locator(told)).not_to_be_empty()
    seen = below.evaluate_all(SHOWN)
    page.locator(told).evaluate("part => { part.textContent = '' }")

    assert [["visible"] * 2, ["hidden"] * 2] == [seen, below.evaluate_all(SHOWN)]


def test_thirty_days_of_review_in_a_browser(reader: BrowserContext, address: str) -> None:
    """Who knows it but for a slip on the seventh day is asked on these days, and on no other."""
    page = opened(reader, address, START, {FIRST: answer(RIGHT, START, 2)})
    asked = []
    for number in range(2, 31):
        page.clock.set_fixed_time(f"2026-11-{number:02}T12:00:00")
        page.reload()
        page.mouse.move(5 + number, 5)
        ready(page)
        expect(page.locator(SAID)).not_to_be_empty()
        if page.locator(NOW).count():
            asked.append(number)
            give(page, WRONG if number == 7 else RIGHT)
            expect(page.locator(SAID)).to_contain_text("It is asked again on")

    assert [3, 7, 8, 10, 14, 22] == asked


def test_nothing_is_asked_before_its_styles_and_its_form_are_there(reader: BrowserContext, address: str) -> None:
    page = reader.new_page()
    styles = Held(page, "**/later.*.css")
    with page.expect_response("**/review.*.js"):
        page.goto(f"{address}review/")
    moments(page)(0.5)

    assert styles.are_asked_for()
    expect(page.locator("[data-review]:not([data-bound])")).to_have_count(1)
    styles.let_go()
    expect(page.locator("[data-review][data-bound]")).to_have_count(1)
