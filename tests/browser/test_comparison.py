"""The full comparison on any screen: its filter stays in view, two columns are compared, and all rows are listed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.content.comparison import Comparison
from macros.content.table import evidence
from macros.reading.datafile import read_data
from tests.browser.conftest import DESKTOP
from tests.builders import DRINKS
from tests.conftest import ready
from tests.waiting import at_rest

TABLE = "comparison/"
ROWS = ".comparison--full tr[id]"
SAID = ".filter [role=status]"
PHONE, TABLET = {"width": 360, "height": 800}, {"width": 768, "height": 1024}

NARROW = """(least) => {
    const narrow = [];
    const canvas = document.createElement("canvas").getContext("2d");
    for (const part of document.querySelectorAll(".comparison--full :is(th, td, p, li)")) {
        const texts = [...part.childNodes].filter(({ nodeType }) => nodeType === 3);
        const text = texts.map(({ data }) => data).join("").trim();
        const { width } = part.getBoundingClientRect();
        if (!width || text.length < least || part.closest("thead")) continue;
        const style = getComputedStyle(part);
        canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
        const room = width - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        if (canvas.measureText("0".repeat(least)).width > room) narrow.push(`${room}: ${text}`);
    }
    return narrow;
}"""
"""What runs in a column in which so many digits, which are wider than most letters, find no room beside each other."""


@pytest.fixture
def three(browser: Browser, site: Path, address: str, tmp_path: Path) -> Iterator[Page]:
    """Return a page whose table has three subjects, and not the two of the course."""
    (tmp_path / "drinks.yml").write_text(DRINKS)
    drinks = read_data(tmp_path / "drinks.yml", "drinks.yml", Comparison).model
    table = evidence(drinks, lambda ids: f"<i>{ids}</i>", {"price": "money costs", "colour": ""})
    html = (site / TABLE / "index.html").read_text()
    whole = re.sub(
        r'<div class="comparison-page">.*?</table></div></div>', lambda _: table, html, count=1, flags=re.DOTALL
    )
    with browser.new_context(viewport=DESKTOP) as context:
        page = context.new_page()
        page.route(
            re.compile(rf"{address}{TABLE}(\?.*)?$"), lambda route: route.fulfill(body=whole, content_type="text/html")
        )
        yield page


def heads(page: Page) -> list[str]:
    return page.locator(".comparison--full thead th:visible").all_text_contents()


def test_two_columns_are_compared_and_the_address_keeps_which(three: Page, address: str) -> None:
    three.goto(address + TABLE)
    expect(three.locator(SAID)).to_contain_text("of 2 rows")
    three.get_by_label("Compare").select_option(label="Tea and Mate")

    expect(three).to_have_url(f"{address}{TABLE}?compare=tea+mate")
    assert ["What differs", "Tea", "Mate"] == heads(three)
    three.reload()
    expect(three.locator("[id='price--coffee']")).to_be_hidden()
    assert ["What differs", "Tea", "Mate"] == heads(three)
    assert {"3"} == {group.get_attribute("colspan") for group in three.locator(".comparison__group th").all()}
    three.get_by_role("button", name="Show all").click()
    expect(three).to_have_url(address + TABLE)
    assert ["What differs", "Tea", "Coffee", "Mate"] == heads(three)


@pytest.mark.parametrize("chosen", ["tea+coffee", "tea+mate", "coffee+mate"])
def test_two_columns_share_the_whole_paper(three: Page, address: str, chosen: str) -> None:
    three.goto(f"{address}{TABLE}?compare={chosen}")
    three.mouse.move(200, 200)
    ready(three)
    three.emulate_media(media="print")
    table = three.locator(".comparison--full table").bounding_box()
    answers = three.locator(ROWS).first.locator("td:not([hidden]) .comparison__answer > p:first-of-type")
    one, other = (answer.bounding_box() for answer in answers.all())

    assert table
    assert one
    assert other
    assert (one["y"], round(one["width"])) == (other["y"], round(other["width"]))
    assert one["x"] + one["width"] < other["x"]
    assert one["width"] > 0.45 * table["width"]


def test_what_stands_in_a_column_that_is_not_compared_is_not_found(three: Page, address: str) -> None:
    three.goto(f"{address}{TABLE}?words=roasted")
    expect(three.locator(f"{ROWS}:visible")).not_to_have_count(0)
    found = three.locator(f"{ROWS}:visible").count()
    in_mate = three.locator(f"{ROWS}:visible td:last-child", has_text="Roasted").count()

    assert in_mate
    three.goto(f"{address}{TABLE}?words=roasted&compare=tea+coffee")
    expect(three.locator(f"{ROWS}:visible")).to_have_count(found - in_mate)


@pytest.mark.parametrize("pair", ["tea", "tea water", "nonsense"])
def test_an_odd_pair_in_the_address_shows_all_columns(three: Page, address: str, pair: str) -> None:
    three.goto(f"{address}{TABLE}?compare={pair}")
    expect(three.locator(SAID)).to_contain_text("of 2 rows")

    assert ["What differs", "Tea", "Coffee", "Mate"] == heads(three)


def test_a_linked_cell_is_shown_although_its_column_was_not_chosen(three: Page, address: str) -> None:
    three.goto(f"{address}{TABLE}?compare=tea+coffee#price--mate")

    expect(three.locator("[id='price--mate']")).to_be_in_viewport()


def test_the_words_that_readers_type_find_a_row(three: Page, address: str) -> None:
    three.goto(address + TABLE)
    expect(three.locator(SAID)).to_contain_text("of 2 rows")
    three.get_by_label("Search in the rows").fill("money")

    expect(three.locator(f"{ROWS}:visible")).to_have_count(1)
    expect(three.locator("#price")).to_be_visible()


def test_the_words_of_the_course_are_given_to_its_rows(page: Page, address: str) -> None:
    page.goto(f"{address}{TABLE}?words=how fast")

    expect(page.locator("#warmth")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, TABLET, DESKTOP])
def test_the_filter_comes_before_the_table_and_stays_in_view(page: Page, address: str, size: dict[str, int]) -> None:
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    page.goto(address + TABLE)
    field = page.get_by_label("Search in the rows")
    expect(field).to_be_in_viewport()
    page.locator(ROWS).last.scroll_into_view_if_needed()
    at_rest(page)

    expect(field).to_be_in_viewport()
    bar, head = page.locator(".filter").bounding_box(), page.locator(".md-header").bounding_box()
    assert bar
    assert head
    assert bar["y"] >= head["y"] + head["height"] - 3  # the border of the head lies over it
    assert bar["height"] <= 70


@pytest.mark.parametrize("size", [PHONE, TABLET, DESKTOP])
def test_what_is_found_far_down_lies_below_the_filter(page: Page, address: str, size: dict[str, int]) -> None:
    page.set_viewport_size({"width": size["width"], "height": size["height"] // 2})
    page.goto(address + TABLE)
    page.mouse.move(2, 2)
    ready(page)
    # So much else on the page that it can stay where it is.
    page.evaluate("document.body.style.paddingBottom = '5000px'")
    page.locator(ROWS).last.scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, innerHeight)")
    page.get_by_label("Search in the rows").fill("minute")
    expect(page.locator(SAID)).to_contain_text("rows" if size is PHONE else "row")
    at_rest(page)
    bar, name = page.locator(".filter").bounding_box(), page.locator(f"{ROWS}:visible th").first.bounding_box()

    assert bar
    assert name
    assert bar["y"] + bar["height"] <= name["y"] < size["height"] // 2


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_whoever_chooses_a_row_in_the_list_goes_on_from_it(page: Page, address: str, size: dict[str, int]) -> None:
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    page.goto(f"{address}{TABLE}?group=taste")
    page.mouse.move(2, 2)
    ready(page)
    page.get_by_role("button", name="All rows").click()
    page.get_by_role("group", name="All rows").get_by_role("link", name="Time to draw").click()

    expect(page.get_by_role("group", name="All rows")).to_be_hidden()
    expect(page.locator("#drawing")).to_be_in_viewport()
    expect(page.locator("#drawing .comparison__anchor")).to_be_focused()
    bar, row = page.locator(".filter").bounding_box(), page.locator("#drawing").bounding_box()
    assert bar
    assert row
    assert bar["y"] + bar["height"] <= row["y"] + 1


def test_on_a_phone_group_and_columns_are_chosen_in_a_window_of_their_own(three: Page, address: str) -> None:
    three.set_viewport_size({"width": 360, "height": 800})
    three.goto(address + TABLE)
    expect(three.get_by_label("Compare")).to_be_hidden()
    three.get_by_role("button", name="Filter", exact=True).click()
    three.get_by_label("Compare").select_option(label="Tea and Coffee")
    three.keyboard.press("Escape")

    expect(three.get_by_label("Compare")).to_be_hidden()
    expect(three.locator("[id='price--mate']")).to_be_hidden()


@pytest.mark.parametrize("size", [PHONE, TABLET])
@pytest.mark.parametrize("further", [0, 3000])
def test_the_window_to_choose_in_covers_no_control_of_the_bar(
    page: Page, address: str, size: dict[str, int], further: int
) -> None:
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    page.goto(address + TABLE)
    page.mouse.move(2, 2)
    ready(page)
    page.mouse.wheel(0, further)
    at_rest(page)
    page.get_by_role("button", name="Filter", exact=True).click()
    expect(page.get_by_label("Group", exact=True)).to_be_in_viewport(ratio=1)
    bar, window = page.locator(".filter__open").bounding_box(), page.locator(".filter__choose").bounding_box()
    assert bar
    assert window

    assert bar["y"] + bar["height"] <= window["y"]
    assert window["y"] <= bar["y"] + bar["height"] + 12


def test_in_a_low_window_all_that_can_be_chosen_is_in_view(three: Page, address: str) -> None:
    three.set_viewport_size({"width": 320, "height": 300})
    three.goto(address + TABLE)
    three.get_by_role("button", name="Filter", exact=True).click()

    for name in ("Group", "Compare"):
        expect(three.get_by_label(name, exact=True)).to_be_in_viewport(ratio=1)


def test_on_a_phone_a_closed_row_is_its_answers_and_exceptions(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(address + TABLE)
    cell = page.locator("[id='drawing--tea']")

    expect(cell.get_by_text("Minutes")).to_be_visible()
    expect(cell.locator(".comparison__exception")).to_be_visible()
    expect(cell.locator("summary")).to_be_hidden()
    page.locator("#drawing th summary").click()
    cell.locator("summary").click()
    expect(cell.locator(".evidence__figures")).to_be_visible()


def test_on_a_phone_a_linked_cell_shows_what_it_rests_on_without_a_script(still: Page, address: str) -> None:
    still.set_viewport_size({"width": 360, "height": 800})
    still.goto(f"{address}{TABLE}#drawing--tea")

    expect(still.locator("[id='drawing--tea'] summary")).to_be_visible()


@pytest.mark.parametrize("width", [360, 768])
def test_no_text_of_a_cell_runs_in_a_column_of_less_than_twenty_characters(
    three: Page, address: str, width: int
) -> None:
    three.set_viewport_size({"width": width, "height": 900})
    three.goto(address + TABLE)
    three.evaluate("for (const one of document.querySelectorAll('.comparison--full details')) one.open = true")
    parts = "document.querySelectorAll('.comparison--full :is(td p, li)')"
    three.evaluate(f"for (const one of {parts}) one.append(' and so on'.repeat(9))")

    assert [] == three.evaluate(NARROW, 20)


def test_the_tint_of_a_linked_row_goes_beyond_its_text(page: Page, address: str) -> None:
    for width in (360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("about:blank")
        page.goto(f"{address}{TABLE}#drawing")
        shadow = page.locator("#drawing").evaluate("(row) => getComputedStyle(row).boxShadow")

        assert "-12px 0px 0px 0px" in shadow
        assert "12px 0px 0px 0px" in shadow
