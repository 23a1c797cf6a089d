"""A failure: a part is chosen by list, mouse, finger or keyboard, and what falls with it is seen, said and sent."""

import re
from xml.etree import ElementTree as ET

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.waiting import at_rest

TRAYS = "figure[data-name=break-trays]"
SAID = f"{TRAYS} .failure__said [data-current]"
WHOLE = "Nothing has failed: all 4 cups run."
TRAY = "If “Tray” fails, 2 of 4 cups stop: Tea, Coffee (Breakfast). Not enough: Tea, Coffee (Supper) still run."
TABLE = (
    "If “Table” (Supper) fails, 2 of 4 cups stop: Tea, Coffee (Supper). With them: Saucer A, Saucer B."
    " Right: all that the question asks for has stopped."
)
ON_TABLE = ["tea-supper", "saucer-a", "coffee-supper", "saucer-b"]
PARTS = 9


def opened(page: Page, address: str, query: str = "") -> None:
    page.goto(f"{address}charts/{query}")
    page.locator(TRAYS).scroll_into_view_if_needed()
    expect(page.locator(f"{TRAYS}[data-bound]")).to_be_visible()


def looking(page: Page, look: str) -> list[str]:
    """Return the parts that look so in the drawing that is seen."""
    return [
        part.get_attribute("data-part") or "" for part in page.locator(f"{TRAYS} svg:visible .dg-part--{look}").all()
    ]


def sentences(page: Page) -> list[str]:
    """Return the sentences that are seen."""
    return [text.strip() for text in page.locator(f"{TRAYS} .failure__said li:visible").all_inner_texts()]


def drawn(page: Page, part: str) -> tuple[float, float]:
    """Return the middle of a part in the drawing that is seen."""
    place = page.locator(f"{TRAYS} svg:visible [data-part={part}]")
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_part_of_the_list_fails_and_is_said_and_stands_in_the_address(page: Page, address: str) -> None:
    opened(page, address)
    expect(page.locator(SAID)).to_have_text(WHOLE)
    page.locator(TRAYS).get_by_label("What fails").select_option("Tray")

    expect(page.locator(SAID)).to_have_text(TRAY)
    assert ["tray"] == looking(page, "broken")
    assert ["tea-breakfast", "coffee-breakfast"] == looking(page, "fallen")
    assert PARTS - 3 == len(looking(page, "on"))
    expect(page).to_have_url(re.compile(r"charts/\?break-trays\.part=tray$"))
    expect(page.locator(f"{TRAYS} > [role=status]")).to_have_text(TRAY)


def test_a_part_that_is_pressed_fails_and_is_mended_when_it_is_pressed_again(page: Page, address: str) -> None:
    opened(page, address)
    page.mouse.click(*drawn(page, "table-supper"))

    expect(page.locator(SAID)).to_have_text(TABLE)
    expect(page.locator(f"{TRAYS} select")).to_have_value("table-supper")
    assert ON_TABLE == looking(page, "fallen")
    page.mouse.click(*drawn(page, "table-supper"))

    expect(page.locator(SAID)).to_have_text(WHOLE)
    assert PARTS == len(looking(page, "on"))
    expect(page).to_have_url(re.compile(r"charts/$"))


def test_another_part_that_is_pressed_fails_instead(page: Page, address: str) -> None:
    opened(page, address, "?break-trays.part=table-supper")
    page.mouse.click(*drawn(page, "tray"))

    expect(page.locator(SAID)).to_have_text(TRAY)
    assert ["tray"] == looking(page, "broken")


def test_a_press_far_from_all_parts_changes_nothing(page: Page, address: str) -> None:
    opened(page, address)
    x, y = drawn(page, "tea-breakfast")
    page.mouse.click(x, y - 50)
    at_rest(page)

    expect(page.locator(SAID)).to_have_text(WHOLE)


def test_mend_it_mends_it(page: Page, address: str) -> None:
    opened(page, address, "?other=1&break-trays.part=tray")
    page.get_by_role("button", name="Mend it").click()

    expect(page.locator(SAID)).to_have_text(WHOLE)
    assert [] == looking(page, "broken") + looking(page, "fallen")
    expect(page).to_have_url(re.compile(r"charts/\?other=1$"))


def test_only_an_answer_to_the_question_is_right(page: Page, address: str) -> None:
    opened(page, address, "?break-trays.part=saucer-a")
    wrong = page.locator(f"{SAID} .failure__verdict")
    expect(wrong).to_have_text("Not enough: Coffee (Supper) still run.")
    assert wrong.get_attribute("data-right") is None
    page.locator(f"{TRAYS} select").select_option("table-supper")

    expect(page.locator(f"{SAID} .failure__verdict[data-right]")).to_be_visible()


def test_an_address_that_was_sent_opens_with_what_has_failed(page: Page, address: str) -> None:
    opened(page, address, "?other=1&break-trays.part=table-supper#picture--break-trays")

    expect(page.locator(SAID)).to_have_text(TABLE)
    expect(page.locator(f"{TRAYS} select")).to_have_value("table-supper")
    assert ["table-supper"] == looking(page, "broken")


NONSENSE = ["trays", "", "TRAY", "<b>tray</b>", "%00", "tray tea-supper", "tray&break-trays.part=x", "__proto__", "0"]


@pytest.mark.parametrize("value", NONSENSE)
def test_of_nonsense_in_the_address_nothing_fails(page: Page, address: str, value: str) -> None:
    opened(page, address, f"?break-trays.part={value}&break-trays.toString=1&break-trays.=1&break-trays=tray")

    expect(page.locator(SAID)).to_have_text(TRAY if value.startswith("tray&") else WHOLE)


def test_it_is_operated_by_keyboard_alone(page: Page, address: str) -> None:
    opened(page, address)
    page.locator(f"{TRAYS} select").focus()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    expect(page.locator(SAID)).to_have_text(TRAY)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Mend it")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator(SAID)).to_have_text(WHOLE)
    expect(page.locator(f"{TRAYS} > [role=status]")).to_have_text("The settings are as they were at first.")


def test_one_sentence_is_seen_at_a_time(page: Page, address: str) -> None:
    opened(page, address, "?break-trays.part=tray")

    assert [TRAY] == sentences(page)


TOLD = [
    WHOLE,
    "If “Tray” fails, 2 of 4 cups stop: Tea, Coffee (Breakfast).",
    "If “Table” (Breakfast) fails, 2 of 4 cups stop: Tea, Coffee (Breakfast). With them: Tray.",
    "If “Saucer A” fails, 1 of 4 cups stops: Tea (Supper).",
    "If “Saucer B” fails, 1 of 4 cups stops: Coffee (Supper).",
    "If “Table” (Supper) fails, 2 of 4 cups stop: Tea, Coffee (Supper). With them: Saucer A, Saucer B.",
    "If one of these fails, nothing else stops: Tea, Coffee (Breakfast), Tea, Coffee (Supper).",
]
"""The sentences on paper and without a script, which do not give away the answer."""


def test_without_a_script_each_sentence_is_read_and_the_words_answer_the_question(still: Page, address: str) -> None:
    still.goto(f"{address}charts/")
    trays = still.locator(TRAYS)

    expect(trays.locator("form")).to_be_hidden()
    assert TOLD == sentences(still)
    assert PARTS == len(looking(still, "on"))
    trays.get_by_text("This picture in words").click()
    expect(trays.get_by_text("Which part must break so that both cups of supper fall? Table (Supper).")).to_be_visible()


def test_on_paper_each_sentence_stands_below_what_was_set(page: Page, address: str) -> None:
    opened(page, address, "?break-trays.part=saucer-a")
    page.emulate_media(media="print")

    expect(page.locator(f"{TRAYS} form")).to_be_hidden()
    assert TOLD[1:] == sentences(page)
    assert (["saucer-a"], ["tea-supper"]) == (looking(page, "broken"), looking(page, "fallen"))


def test_on_paper_it_is_said_that_nothing_has_failed_where_nothing_has(page: Page, address: str) -> None:
    opened(page, address)
    page.emulate_media(media="print")

    assert TOLD == sentences(page)


SVG = "{http://www.w3.org/2000/svg}"


def test_the_file_of_what_is_seen_shows_what_has_failed(page: Page, address: str) -> None:
    opened(page, address, "?break-trays.part=table-supper")
    at_rest(page)
    page.locator(TRAYS).get_by_text("For other slides").click()
    with page.expect_download() as download:
        page.locator(TRAYS).get_by_role("link", name="SVG as it is set").click()

    saved = ET.parse(download.value.path()).getroot()  # noqa: S314 - our own drawing
    dashed = [part for part in saved.iter(f"{SVG}rect") if part.get("stroke-dasharray") == "3px, 4px"]
    crosses = [part for part in saved.iter(f"{SVG}path") if part.get("stroke") != "none"]
    assert "break-trays.svg" == download.value.suggested_filename
    assert "What breaks together" == saved.findtext(f"{SVG}title")
    assert (len(ON_TABLE), 1) == (len(dashed), len(crosses))
    assert not [part for part in saved.iter() if part.get("class") or part.get("data-part")]


@pytest.mark.parametrize("scheme", ["none", "active"])
def test_what_stands_what_has_failed_and_what_fell_differ_in_their_lines(page: Page, address: str, scheme: str) -> None:
    page.emulate_media(forced_colors="active" if scheme == "active" else "none")
    opened(page, address, "?break-trays.part=table-supper")
    lines = {
        part: page.locator(f"{TRAYS} svg:visible [data-part={part}]").evaluate(
            """part => {
                const [box, cross] = [".dg-box", ".dg-cross"].map(one => getComputedStyle(part.querySelector(one)))
                return [box.strokeWidth, box.strokeDasharray, cross.stroke === "none" ? "" : "crossed"]
            }"""
        )
        for part in ("tray", "table-supper", "saucer-a")
    }

    assert {
        "tray": ["1.5px", "none", ""],
        "table-supper": ["3px", "none", "crossed"],
        "saucer-a": ["1.5px", "3px, 4px", ""],
    } == lines


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_it_keeps_its_height_and_its_page_does_not_scroll_sideways(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, address)
    chosen = page.locator(f"{TRAYS} select")
    heights = set()
    for part in chosen.locator("option").evaluate_all("all => all.map(one => one.value)"):
        chosen.select_option(part)
        at_rest(page)
        heights.add(page.locator(TRAYS).evaluate("figure => figure.offsetHeight"))

    assert 1 == len(heights)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


REACH = """figure => {
    const chosen = figure.querySelector("select")
    const svg = [...figure.querySelectorAll("svg.dg")].find(one => one.checkVisibility())
    svg.scrollIntoView({block: "center"})
    const {top, bottom} = svg.getBoundingClientRect()
    return [...svg.querySelectorAll("[data-part]")].map(part => {
        const {left, width} = part.getBoundingClientRect(), clientX = left + width / 2
        let reach = 0
        for (let clientY = Math.ceil(top); clientY < bottom; clientY++) {
            chosen.value = ""
            const press = new MouseEvent("click", {bubbles: true, clientX, clientY})
            document.elementFromPoint(clientX, clientY).dispatchEvent(press)
            reach += chosen.value === part.dataset.part
        }
        return reach
    })
}"""
"""By part of the drawing, the height in pixels of what can be pressed for it."""


# Where the drawing is too small for that, all of its parts stand in the list, which is as large as a finger needs.
@pytest.mark.parametrize(("width", "tall"), [(320, 40), (360, 44)])
def test_targets_are_large_for_a_finger(browser: Browser, address: str, width: int, tall: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 740}, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        opened(page, address)
        sides = page.locator(f"{TRAYS} form :is(label, select, button)").evaluate_all(
            "all => all.flatMap(one => [one.getBoundingClientRect().width, one.getBoundingClientRect().height])"
        )
        reach = page.locator(TRAYS).evaluate(REACH)

        assert min(sides) >= 44
        assert PARTS == len(reach)
        assert min(reach) >= tall


def test_a_part_that_is_tapped_fails_and_is_mended_when_it_is_tapped_again(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        opened(page, address)
        page.touchscreen.tap(*drawn(page, "tray"))
        expect(page.locator(SAID)).to_have_text(TRAY)
        page.touchscreen.tap(*drawn(page, "tray"))

        expect(page.locator(SAID)).to_have_text(WHOLE)


@pytest.mark.parametrize("query", ["", "?break-trays.part=table-supper"])
def test_axe_finds_nothing(page: Page, address: str, query: str) -> None:
    opened(page, address, query)

    assert [] == Axe().run(page, context=TRAYS).response["violations"]
