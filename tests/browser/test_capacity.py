"""How many fit: set by hand, by keyboard and by the address; the same sums as without a script."""

import gzip
import re
from pathlib import Path
from random import Random

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from macros.assembly.drawn import material
from macros.interactive.capacity import Capacity
from tests.conftest import COURSE

POTS = "figure[data-name=pots]"
SUMS = f"{POTS} [data-way]"
SCRIPT = Path(__file__).parents[2] / "docs/assets/capacity.js"
MOST = 3000
"""Bytes of a script, compressed."""
FIRST = [
    "Tea: 10, then the day is over. (2 h \u2212 20 min) ÷ 10 min = 10",
    "Coffee: 8, then the day is over. (2 h \u2212 20 min) ÷ (10 min + 90 s) = 8",
]


def opened(page: Page, address: str, query: str = "") -> None:
    page.goto(f"{address}charts/{query}")
    page.locator(POTS).scroll_into_view_if_needed()
    expect(page.locator(f"{POTS}[data-bound]")).to_be_visible()


def said(page: Page) -> list[str]:
    return [text.replace("\u00a0", " ") for text in page.locator(SUMS).all_text_contents()]


def test_the_keyboard_sets_it_and_the_address_keeps_it_until_it_is_set_back(page: Page, address: str) -> None:
    opened(page, address)
    page.get_by_label("The day").focus()
    page.keyboard.press("ArrowRight")

    expect(page.locator(SUMS).first).to_contain_text("Tea: 16,")
    expect(page.locator(f"{POTS} > [role=status]")).to_have_text("Tea 16, Coffee 13")
    expect(page.locator(f"{POTS} svg.dg")).to_have_accessible_name("Tea 16, Coffee 13")
    expect(page.locator(f"{POTS} .capacity__own").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"charts/\?pots\.shelf\.has=3$"))
    page.get_by_role("button", name="Back to the cited values").click()
    expect(page.locator(SUMS).first).to_contain_text("Tea: 10,")
    expect(page.locator(f"{POTS} .capacity__own").first).to_be_hidden()
    expect(page).to_have_url(re.compile(r"charts/$"))


def test_the_address_is_written_when_a_control_comes_to_rest_for_browsers_refuse_more(page: Page, address: str) -> None:
    page.add_init_script(
        "window.written = 0; const { replaceState } = history;"
        "history.replaceState = function (...given) {"
        # The theme's script notes how far the page is scrolled, without an address.
        " if (given[2]) written += 1; return replaceState.apply(this, given); };"
    )
    opened(page, address)
    page.evaluate(
        """() => {
            const control = document.querySelector("[name='shelf.has']")
            window.written = 0
            for (let value = 2; value <= 20; value += 1) {
                control.value = value
                control.dispatchEvent(new Event("input", {bubbles: true}))
            }
        }"""
    )

    expect(page).to_have_url(re.compile(r"charts/\?pots\.shelf\.has=20$"))
    expect(page.locator(SUMS).first).to_contain_text("(20\u00a0h")
    assert 1 == page.evaluate("written")


def test_what_it_rests_on_can_be_changed_and_is_marked(page: Page, address: str) -> None:
    opened(page, address)
    page.get_by_text("Change what this rests on").click()
    page.get_by_label("people").fill("4")

    expect(page.locator(SUMS).first).to_contain_text("Tea: 4, then nobody is thirsty.")
    expect(page.locator(f"{POTS} [data-yours] .capacity__own")).to_have_text("your value")
    expect(page).to_have_url(re.compile(r"\?pots\.limits\.people=4$"))


def test_what_a_control_cannot_have_is_marked_and_changes_nothing(page: Page, address: str) -> None:
    opened(page, address)
    before = said(page)
    page.get_by_text("Change what this rests on").click()
    page.get_by_label("people").fill("0")
    marked = page.locator(".capacity__row[data-out]")

    expect(marked).to_have_count(1)
    assert before == said(page)
    page.get_by_label("people").fill("4")
    expect(marked).to_have_count(0)
    page.get_by_label("people").fill("0")
    page.locator("figure[data-name=pots] [type=reset]").click()
    expect(marked).to_have_count(0)


@pytest.mark.parametrize("value", ["0", "-3", "1e9", "2.5", "", "x", "Infinity", "3 h"])
def test_what_the_control_cannot_have_is_passed_over_in_the_address(page: Page, address: str, value: str) -> None:
    opened(page, address, f"?pots.shelf.has={value}&pots.limits.people={value}&pots.shelf.adds.tea=9&pots.=1")

    assert FIRST == said(page)


def test_the_script_works_out_what_the_course_works_out(page: Page, address: str) -> None:
    kind = COURSE.interactives["pots"].kind
    assert isinstance(kind, Capacity)
    controls, rolled = kind.controls(material(COURSE)), Random(7)  # noqa: S311 - what it rolls is tried, not kept secret
    for _ in range(8):
        own = {
            key: one.at(round(one.least + one.step * rolled.randint(0, round((one.most - one.least) / one.step)), 9))
            for key, one in controls.items()
        }
        opened(page, address, "?" + "&".join(f"pots.{key}={one.value:.10g}" for key, one in own.items()))
        expected = [kind.outcome(way, own) for way in kind.ways]

        assert [f"{one.sentence} {one.formula}".replace("\u00a0", " ") for one in expected] == said(page)


def test_without_a_script_the_cited_values_stand_with_their_figures(still: Page, address: str) -> None:
    still.goto(f"{address}charts/")

    assert FIRST == said(still)
    expect(still.locator(f"{POTS} input[type=range]").first).to_be_hidden()
    still.get_by_text("What this rests on").click()
    expect(still.locator(f"{POTS} a[href$='#figure--tea-time']")).to_be_visible()


def test_on_paper_it_stands_with_all_that_it_rests_on(page: Page, address: str) -> None:
    opened(page, address)
    page.emulate_media(media="print")

    expect(page.locator(f"{POTS} .operated__controls")).to_be_hidden()
    expect(page.get_by_label("people")).to_be_visible()
    expect(page.locator(f"{POTS} a[href$='#figure--tea-time']")).to_be_visible()
    assert FIRST == said(page)


def test_a_finger_sets_it_and_finds_large_targets(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        opened(page, address)
        page.get_by_label("The day").tap()
        page.get_by_text("Change what this rests on").tap()
        heights = page.locator(f"{POTS} form :is(input, button, summary)").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect().height)"
        )

        expect(page.locator(f"{POTS} .capacity__own").first).to_be_visible()
        assert [] == [height for height in heights if height < 44]


@pytest.mark.parametrize("width", [360, 1280])
def test_it_keeps_its_height(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, address)
    height = "document.querySelector('figure[data-name=pots]').getBoundingClientRect().height"
    before = page.evaluate(height)
    page.get_by_label("The day").fill("24")
    expect(page.locator(SUMS).first).to_contain_text("Tea: 20, then nobody is thirsty.")

    assert before == page.evaluate(height)


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, address)
    page.get_by_text("Change what this rests on").click()

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_axe_finds_nothing(page: Page, address: str) -> None:
    opened(page, address)
    page.get_by_text("Change what this rests on").click()

    assert [] == Axe().run(page, context=POTS).response["violations"]


def test_script_is_small() -> None:
    assert len(gzip.compress(SCRIPT.read_bytes(), mtime=0)) <= MOST
