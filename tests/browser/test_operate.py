"""What all pictures to operate share: the state in the address, what is announced, the file of what is seen."""

import gzip
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from macros.interactive.interactive import KINDS
from tests.browser.test_own_run import OWN, SAID, give, result, run, spread
from tests.conftest import ready
from tests.held import Held
from tests.waiting import at_rest, moments

ROOT = Path(__file__).parents[2]
RACE = "figure[data-name=cooling-race]"
BOUND = f"{RACE}[data-bound]"
SHOWN = f"{RACE} [data-current] svg"
FIRST, SECOND = "Tea 10 min, Coffee at most 90 s", "Coffee at most 90 s, Tea 10 min"
MOST = 3000
"""Bytes of a script, compressed."""


def opened(page: Page, address: str, query: str = "") -> None:
    page.goto(f"{address}charts/{query}")
    page.locator(RACE).scroll_into_view_if_needed()
    expect(page.locator(BOUND)).to_be_visible()


def test_a_choice_shows_its_setting_and_stands_in_the_address(page: Page, address: str) -> None:
    opened(page, address)
    expect(page.get_by_role("img", name=FIRST)).to_be_visible()
    page.locator(RACE).get_by_text("both", exact=True).first.click()

    expect(page.locator(f"{SHOWN} title")).to_have_text(SECOND)
    expect(page).to_have_url(re.compile(r"charts/\?cooling-race\.setting=both$"))
    expect(page.locator(f"{RACE} > [role=status]")).to_have_text(f"Cups: both: {SECOND}")
    page.locator(RACE).get_by_text("one", exact=True).first.click()

    expect(page.locator(f"{SHOWN} title")).to_have_text(FIRST)
    expect(page).to_have_url(re.compile(r"charts/$"))


def test_a_picture_that_was_left_writes_nothing_into_the_address_of_the_next_page(page: Page, address: str) -> None:
    opened(page, address)
    ready(page)
    page.evaluate("document.querySelector(`[data-name=cooling-race] [value=both]`).click()")
    page.evaluate("document.querySelector(`.side a[href$='glossary/']`).click()")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Glossary")
    moments(page)(1)

    expect(page).to_have_url(f"{address}glossary/")


def test_an_address_that_was_sent_opens_its_setting(page: Page, address: str) -> None:
    opened(page, address, "?other=1&cooling-race.setting=both#picture--cooling-race")

    expect(page.locator(f"{SHOWN} title")).to_have_text(SECOND)
    expect(page.locator(f"{RACE} [value=both]")).to_be_checked()


def test_what_was_chosen_before_the_script_came_stays(page: Page, address: str) -> None:
    script = Held(page, "**/assets/operate.*.js")
    page.goto(f"{address}charts/?cooling-race.setting=one")
    page.locator(RACE).scroll_into_view_if_needed()
    page.locator(RACE).get_by_text("both", exact=True).first.click()
    assert script.are_asked_for()
    # Nothing is pressed in vain.
    expect(page.locator(f"{RACE} .race__start")).to_be_hidden()
    script.let_go()

    expect(page.locator(f"{RACE} .race__start")).to_be_visible()
    expect(page.locator(f"{SHOWN} title")).to_have_text(SECOND)
    expect(page.locator(f"{RACE} [value=both]")).to_be_checked()
    expect(page).to_have_url(re.compile(r"charts/\?cooling-race\.setting=both$"))


NONSENSE = ["three", "", "BOTH", "<b>both</b>", "%00", "both&cooling-race.setting=x", "__proto__"]


@pytest.mark.parametrize("value", NONSENSE)
def test_nonsense_in_the_address_shows_what_was_there_at_first(page: Page, address: str, value: str) -> None:
    opened(page, address, f"?cooling-race.setting={value}&cooling-race.toString=1&cooling-race.=1&cooling-race=both")

    expected = SECOND if value.startswith("both&") else FIRST
    expect(page.locator(f"{SHOWN} title")).to_have_text(expected)


def test_it_is_operated_by_keyboard_alone(page: Page, address: str) -> None:
    opened(page, address)
    page.locator(f"{RACE} [value=one]").focus()
    page.keyboard.press("ArrowRight")

    expect(page.locator(f"{SHOWN} title")).to_have_text(SECOND)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Start, 100 times faster")).to_be_focused()


def test_a_race_runs_and_ends_with_the_order_and_the_bars_as_they_were(page: Page, address: str) -> None:
    opened(page, address)
    widths = "lanes => lanes.map(lane => lane.getAttribute('width'))"
    run_ = page.locator(f"{SHOWN} .dg-run")
    before = run_.evaluate_all(widths)
    page.get_by_role("button", name="Start, 100 times faster").click()
    expect(run_.first).not_to_have_attribute("width", "100%")
    expect(page.locator(f"{SHOWN} .dg-text--value").first).to_have_text(re.compile(r"^lukewarm: \d+\.\d min$"))

    expect(page.locator(f"{RACE} > [role=status]")).to_have_text("First: Coffee at most 90 s, Tea 10 min.")
    assert before == run_.evaluate_all(widths) == ["100%", "15%"]
    assert ["10 min", "at most 90 s"] == page.locator(f"{SHOWN} .dg-text--value").all_text_contents()


def test_another_choice_ends_a_race(page: Page, address: str) -> None:
    opened(page, address)
    page.get_by_role("button", name="Start, 100 times faster").click()
    page.locator(RACE).get_by_text("both", exact=True).first.click()

    assert ["at most 90 s", "10 min"] == page.locator(f"{SHOWN} .dg-text--value").all_text_contents()


def test_nothing_can_be_started_where_motion_is_not_wanted(page: Page, address: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    opened(page, address)

    expect(page.locator(f"{RACE} .race__start")).to_be_hidden()


def test_without_a_script_every_setting_is_drawn_and_said(still: Page, address: str) -> None:
    still.goto(f"{address}charts/")
    race = still.locator(RACE)

    expect(race.locator("form")).to_be_hidden()
    assert [FIRST, SECOND] == race.locator("svg title").all_text_contents()
    race.get_by_text("This picture in words").click()
    expect(race.get_by_text("90 s (lukewarm), 10 min (measured, Adam 2020)")).to_be_visible()


def test_on_paper_every_setting_stands(page: Page, address: str) -> None:
    opened(page, address)
    page.emulate_media(media="print")

    assert 2 == page.locator(f"{RACE} svg.dg:visible").count()
    expect(page.locator(f"{RACE} form")).to_be_hidden()


def test_the_file_of_what_is_seen_is_svg_of_the_setting(page: Page, address: str) -> None:
    opened(page, address, "?cooling-race.setting=both")
    page.locator(RACE).get_by_text("For other slides").click()
    with page.expect_download() as download:
        page.locator(RACE).get_by_role("link", name="SVG as it is set").click()

    saved = ET.parse(download.value.path()).getroot()  # noqa: S314 - our own drawing
    texts = [one.text for one in saved.iter("{http://www.w3.org/2000/svg}text")]
    assert "cooling-race.svg" == download.value.suggested_filename
    assert "What cools first" == saved.findtext("{http://www.w3.org/2000/svg}title")
    assert ["Coffee", "at most 90 s", "Tea", "10 min"] == [text for text in texts if text][-5:-1]
    assert not [part for part in saved.iter() if part.get("class")]
    assert "rgb" in (saved.find(".//{http://www.w3.org/2000/svg}rect[2]") or saved).get("fill", "rgb")


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_it_keeps_its_height_and_its_page_does_not_scroll_sideways(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, address)
    heights = []
    for choice in ("both", "one"):
        page.locator(RACE).get_by_text(choice, exact=True).first.click()
        at_rest(page)
        heights.append(page.locator(RACE).evaluate("figure => figure.offsetHeight"))

    assert heights[0] == heights[1]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_targets_are_large_for_a_finger(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        opened(page, address)
        boxes = page.locator(f"{RACE} label, {RACE} form button").evaluate_all(
            "all => all.map(one => [one.getBoundingClientRect().width, one.getBoundingClientRect().height])"
        )
        page.locator(f"{RACE} label", has_text="both").tap()

        expect(page.locator(f"{SHOWN} title")).to_have_text(SECOND)
        assert all(side >= 44 for box in boxes for side in box)


def test_axe_finds_nothing(page: Page, address: str) -> None:
    opened(page, address)

    assert [] == Axe().run(page, context=RACE).response["violations"]


def test_the_readers_own_run_is_one_of_the_choices_until_it_is_taken_away(page: Page, address: str) -> None:
    page.goto(f"{address}lab/")
    expect(page.locator(f"{OWN}[data-bound]")).to_be_visible()
    race = page.locator("figure[data-name=cup-race]")
    race.scroll_into_view_if_needed()
    expect(page.locator("figure[data-name=cup-race][data-bound]")).to_be_visible()
    give(page, json.dumps(run(results=[result(draw_seconds=spread(8.0)), {**result(1), "draw_seconds": None}])))

    shown = race.locator("[data-current] svg title")
    expect(shown).to_have_text("Tea 8 s, Coffee \u2013")
    expect(race.get_by_label("Your run")).to_be_checked()
    page.get_by_role("button", name="Take my run away").click()
    expect(page.locator(SAID)).to_have_text("Your run is gone from the page.")
    expect(race.get_by_label("Your run")).to_have_count(0)
    expect(race.get_by_label("Ours")).to_be_checked()


@pytest.mark.parametrize("name", ["operate", *KINDS])
def test_script_is_small(name: str) -> None:
    assert len(gzip.compress((ROOT / f"docs/assets/{name}.js").read_bytes(), mtime=0)) <= MOST
