"""Two windows with switches: what was recorded in the state that is set, which lines change, and the file of it."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

VIEWS = "figure[data-name=two-rooms]"
SHOWN = f"{VIEWS} [data-by=green] [data-current] samp"
STATUS = f"{VIEWS} > [role=status]"
KITCHEN, PANTRY = (f"{VIEWS} .terminal:nth-child({place})" for place in (1, 2))


def opened(page: Page, address: str, query: str = "") -> None:
    page.goto(f"{address}charts/{query}")
    page.locator(VIEWS).scroll_into_view_if_needed()
    expect(page.locator(f"{VIEWS}[data-bound]")).to_be_visible()


def test_a_switch_shows_what_was_recorded_marks_it_says_it_and_stands_in_the_address(page: Page, address: str) -> None:
    opened(page, address)
    expect(page.locator(SHOWN)).to_have_text("label --green tea")
    expect(page.locator(VIEWS).get_by_text("changed").first).to_be_hidden()
    page.get_by_label("Green", exact=True).uncheck()

    expect(page.locator(SHOWN)).to_have_text("label tea")
    expect(page.locator(f"{VIEWS} [data-by=green]").get_by_text("changed")).to_be_visible()
    expect(page.locator(f"{VIEWS} [data-by=lid]").get_by_text("changed")).to_be_hidden()
    expect(page.locator(STATUS)).to_have_text("Kitchen, cat label: label tea.")
    expect(page).to_have_url(re.compile(r"\?two-rooms\.green=off$"))
    page.get_by_label("Green", exact=True).press("Space")

    expect(page.locator(SHOWN)).to_have_text("label --green tea")
    expect(page).to_have_url(re.compile(r"charts/$"))


def test_one_button_turns_all_off_and_on(page: Page, address: str) -> None:
    opened(page, address)
    page.get_by_role("button", name="All off").click()

    expect(page.locator(f"{VIEWS} .views__command code").nth(1)).to_have_text("$ label tea", use_inner_text=True)
    expect(page).to_have_url(re.compile(r"\?two-rooms\.lid=off&two-rooms\.green=off$"))
    page.get_by_role("button", name="All on").click()

    expect(page.locator(SHOWN)).to_have_text("label --green tea")


@pytest.mark.parametrize(
    ("value", "shown"), [("off", "label tea"), ("no", "label --green tea"), ("", "label --green tea")]
)
def test_an_address_opens_its_state_and_nonsense_the_first_one(
    page: Page, address: str, value: str, shown: str
) -> None:
    opened(page, address, f"?two-rooms.green={value}&two-rooms.lids=off")

    expect(page.locator(SHOWN)).to_have_text(shown)
    expect(page.locator(f"{VIEWS} [data-changed]")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
def test_it_keeps_its_height_and_axe_finds_nothing(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, address)
    before = page.locator(VIEWS).evaluate("figure => figure.offsetHeight")
    page.get_by_role("button", name="All off").click()

    expect(page.locator(SHOWN)).to_have_text("label tea")
    assert before == page.locator(VIEWS).evaluate("figure => figure.offsetHeight")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert [] == Axe().run(page, context=VIEWS).response["violations"]


def test_on_a_phone_one_window_is_seen_and_the_choice_says_in_which_a_line_has_changed(
    browser: Browser, address: str
) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        opened(page, address)
        kitchen, pantry = (page.locator(f"{VIEWS} label", has_text=name) for name in ("Kitchen", "Pantry"))
        targets = page.locator(f"{VIEWS} form label, {VIEWS} form button").evaluate_all(
            "all => all.map(one => [one.getBoundingClientRect().width, one.getBoundingClientRect().height])"
        )
        page.locator(f"{VIEWS} label", has_text="Lid").tap()

        expect(pantry).to_have_text("Pantry1 changed")
        expect(kitchen.locator(".views__count")).to_be_hidden()
        expect(page.locator(STATUS)).to_contain_text("echo ${ROOM%%label*}: (nothing).")
        expect(page.locator(f"{KITCHEN} [data-by] [data-current]")).to_be_visible()
        expect(page.locator(f"{PANTRY} [data-by] [data-current]")).to_be_hidden()
        pantry.tap()

        expect(page.locator(f"{PANTRY} [data-by] [data-current] samp")).to_have_text("(nothing)")
        expect(page.locator(f"{PANTRY} [data-by] [data-current]")).to_be_visible()
        expect(page.locator(f"{PANTRY} [data-changed]")).to_have_count(1)
        expect(page.locator(f"{KITCHEN} [data-by] [data-current]")).to_be_hidden()
        expect(page).to_have_url(re.compile(r"\?two-rooms\.lid=off&two-rooms\.window=2$"))
        assert all(side >= 44 for target in targets for side in target)


def test_on_paper_both_windows_stand_with_each_output(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    opened(page, address, "?two-rooms.window=2")
    page.emulate_media(media="print")

    assert 2 == page.locator(f"{VIEWS} .terminal:visible").count()
    assert 6 == page.locator(f"{VIEWS} dd:visible").count()
    expect(page.locator(f"{VIEWS} [type=radio]").first).to_be_hidden()


@pytest.mark.parametrize("width", [320, 1280])
def test_without_a_script_each_output_stands_with_its_setting(still: Page, address: str, width: int) -> None:
    still.set_viewport_size({"width": width, "height": 800})
    still.goto(f"{address}charts/")

    expect(still.locator(f"{VIEWS} [type=checkbox]").first).to_be_hidden()
    expect(still.locator(f"{VIEWS} [type=radio]").first).to_be_hidden()
    assert ["Green: off\nlabel tea", "Green: on\nlabel --green tea"] == [
        one.inner_text() for one in still.locator(f"{VIEWS} [data-by=green] dd").all()
    ]


def test_the_file_of_what_is_seen_has_the_state(page: Page, address: str) -> None:
    opened(page, address, "?two-rooms.green=off")
    page.locator(VIEWS).get_by_text("For other slides").click()
    with page.expect_download() as download:
        page.locator(VIEWS).get_by_role("link", name="SVG as it is set").click()

    texts = [*ET.fromstring(Path(download.value.path()).read_text())][1:]  # noqa: S314 - our own drawing
    assert ["$ open lid; label tea", "Kitchen", "$ cat label", "label tea"] == [one.text for one in texts[:4]]
    assert [True, False, True, True] == [one.get("font-family", "").endswith("monospace") for one in texts[:4]]
