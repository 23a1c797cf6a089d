"""What is copied of a thing: its link, which opens it elsewhere, and its words with their sources, in four forms."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from macros.html.markup import plain as unmarked
from tests.conftest import COURSE, LESSONS, ready
from tests.waiting import at_rest

TABLE = "comparison/"
FIGURE = "figure--tea-time"
OPENED = {
    "a row": (TABLE, "#drawing"),
    "a cell": (f"{TABLE}#drawing--tea", "#drawing--tea"),
    "a figure": (f"{TABLE}#{FIGURE}", f"#{FIGURE}"),
    "a diagram": (LESSONS[0], "#diagram--pouring"),
    "a diagram of the gallery": ("pictures/", "#kitchen + figure"),
    "a chart": ("charts/", "#chart--cooling"),
    "a chart of what was measured": ("lab/", "#chart--draw"),
}
"""By the kind of thing: the address at which it can be copied, and what it is there."""

LINK, SOURCE = "Copy link", "Copy with source"
FORBIDDEN = "delete Navigator.prototype.clipboard"
COPIED = "navigator.clipboard.readText()"


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    """Return a browser that lets a page copy."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    return context


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.mouse.move(2, 2)
    ready(page)
    return page


def offered(page: Page, selector: str, label: str) -> Locator:
    """Return the button of a thing itself, and not of another one in it."""
    own = page.locator(f"{selector} > :is(th, .evidence, figcaption) > .quote, {selector} > .quote")
    return own.get_by_role("button", name=label)


def copied(page: Page, selector: str, form: str) -> str:
    offered(page, selector, SOURCE).click()
    page.locator(".quote__ways").get_by_role("button", name=form).click()
    expect(page.locator(".quote__ways")).to_have_count(0)
    return str(page.evaluate(COPIED))


@pytest.mark.parametrize("kind", OPENED)
def test_a_link_that_was_copied_opens_the_thing_in_another_browser(
    context: BrowserContext, browser: Browser, address: str, kind: str
) -> None:
    path, selector = OPENED[kind]
    page = opened(context.new_page(), address + path)
    offered(page, selector, LINK).click()
    expect(page.locator("[data-arrived]")).to_have_text("Copied")
    link = page.evaluate(COPIED)
    with browser.new_context() as other:
        there = other.new_page()
        there.goto(link)

        assert link.startswith(address + path.partition("#")[0])
        expect(there.locator(selector)).to_be_in_viewport()
        expect(there.locator(selector)).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")


def test_a_link_to_a_picture_to_operate_opens_it_as_it_is_set(
    context: BrowserContext, browser: Browser, address: str
) -> None:
    page = opened(context.new_page(), f"{address}charts/?other=1&pouring.part=cup&cooling-race.setting=both")
    race = page.locator("#picture--cooling-race")
    race.scroll_into_view_if_needed()
    expect(race.locator("[value=both]")).to_be_checked()
    offered(page, "#picture--cooling-race", LINK).click()
    expect(page.locator("[data-arrived]")).to_have_text("Copied")
    link = page.evaluate(COPIED)
    with browser.new_context() as other:
        there = other.new_page()
        there.goto(link)

        assert f"{address}charts/?cooling-race.setting=both#picture--cooling-race" == link
        expect(there.locator("#picture--cooling-race [value=both]")).to_be_checked()
        expect(there.locator("#picture--cooling-race")).to_be_in_viewport()


@pytest.mark.parametrize("kind", ["a row", "a diagram"])
def test_without_a_script_a_link_leads_there_as_well(still: Page, address: str, kind: str) -> None:
    path, selector = OPENED[kind]
    still.goto(f"{address}{path}{selector}")

    expect(still.locator(selector)).to_be_in_viewport()


def test_a_row_is_quoted_with_all_its_answers_and_the_sources_of_all_of_them(
    context: BrowserContext, address: str
) -> None:
    page = opened(context.new_page(), address + TABLE)
    text = copied(page, "#drawing", "Plain text")
    row = COURSE.comparison.row("drawing") if COURSE.comparison else None

    assert row
    assert text.startswith("Time to draw\n")
    for cell in row.cells.values():
        assert unmarked(cell.answer) in text
        assert unmarked(cell.exception or "") in text
    assert "In: Tea and coffee. CC BY 4.0. Read on " in text
    assert f"{address}{TABLE}#drawing\nSources:\n- " in text
    assert {name for cell in row.cells.values() for name in cell.cited} == {
        one["id"] for one in json.loads(copied(page, "#drawing", "CSL-JSON"))[1:]
    }


def test_a_figure_is_quoted_in_four_forms(context: BrowserContext, address: str) -> None:
    page = opened(context.new_page(), f"{address}{TABLE}#{FIGURE}")
    plain, marked, bibtex, csl = (
        copied(page, f"#{FIGURE}", form) for form in ("Plain text", "Markdown", "BibTeX", "CSL-JSON")
    )
    part, source = json.loads(csl)

    assert "Tea (2020, measured)\nFrom hot to warm. One cup, 20 degrees. (Table 1)\n" in plain
    assert "> **10 min: Tea (2020, measured)**" in marked
    assert "](https://" in marked
    assert f"({address}{TABLE}#{FIGURE})" in marked
    assert f"@misc{{{FIGURE}," in bibtex
    assert "{adam-2020," in bibtex
    assert (FIGURE, f"{address}{TABLE}#{FIGURE}", "Tea and coffee") == (
        part["id"],
        part["URL"],
        part["container-title"],
    )
    assert "adam-2020" == source["id"]


def test_a_diagram_is_quoted_with_its_caption_and_without_what_is_in_its_foot(
    context: BrowserContext, address: str
) -> None:
    page = opened(context.new_page(), address + LESSONS[0])
    text = copied(page, "#diagram--pouring", "Plain text")

    assert text.startswith(f"{COURSE.diagrams['pouring'].title}\n")
    assert "Take it along" not in text
    assert "Copy" not in text


@pytest.mark.parametrize("form", ["Plain text", "CSL-JSON"])
def test_where_copying_is_forbidden_the_text_is_shown_selected_and_told(
    context: BrowserContext, address: str, form: str
) -> None:
    context.add_init_script(FORBIDDEN)
    page = opened(context.new_page(), address + TABLE)
    offered(page, "#drawing", SOURCE).click()
    page.locator(".quote__ways").get_by_role("button", name=form).click()
    field = page.get_by_role("textbox", name="Time to draw")

    selected = field.evaluate("(field) => field.value.slice(field.selectionStart, field.selectionEnd)")

    expect(field).to_be_focused()
    assert field.input_value() == selected
    assert "Time to draw" in field.input_value()
    expect(page.locator("[data-arrived]")).to_contain_text("copy it with your keyboard")


def test_the_link_is_shown_selected_too_and_escape_leads_back(context: BrowserContext, address: str) -> None:
    context.add_init_script(FORBIDDEN)
    page = opened(context.new_page(), address + TABLE)
    offered(page, "#drawing", LINK).click()

    expect(page.get_by_role("textbox", name="Time to draw")).to_have_value(f"{address}{TABLE}#drawing")
    page.keyboard.press("Escape")
    expect(page.locator(".quote__ways")).to_have_count(0)
    expect(offered(page, "#drawing", LINK)).to_be_focused()


def test_all_of_it_is_done_by_keyboard(context: BrowserContext, address: str) -> None:
    page = opened(context.new_page(), address + TABLE)
    offered(page, "#drawing", LINK).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".quote__ways").get_by_role("button").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[data-arrived]")).to_have_text("Copied")

    assert "> **Time to draw**" in page.evaluate(COPIED)
    expect(offered(page, "#drawing", SOURCE)).to_be_focused()


def test_in_a_file_tree_a_figure_is_quoted_with_its_sources_and_the_address_of_the_site(
    context: BrowserContext, site: Path, home: str
) -> None:
    context.add_init_script(FORBIDDEN)
    page = context.new_page()
    page.goto(f"{(site / TABLE / 'index.html').as_uri()}#{FIGURE}")
    offered(page, f"#{FIGURE}", SOURCE).click()
    page.locator(".quote__ways").get_by_role("button", name="Plain text").click()
    text = page.get_by_role("textbox").last.input_value()

    assert f"{home}{TABLE}#{FIGURE}\nSources:\n- " in text


def test_what_cannot_be_loaded_is_told_and_asked_for_again(context: BrowserContext, address: str) -> None:
    page = opened(context.new_page(), address + TABLE)
    page.route("**/quotes.js", lambda route: route.abort())
    offered(page, "#drawing", SOURCE).click()
    page.locator(".quote__ways").get_by_role("button", name="Plain text").click()
    expect(page.locator("[data-arrived]")).to_contain_text("could not be loaded")
    page.unroute("**/quotes.js")
    page.locator(".quote__ways").get_by_role("button", name="Plain text").click()
    expect(page.locator("[data-arrived]")).to_have_text("Copied")

    assert "Sources:" in page.evaluate(COPIED)


def test_nothing_is_loaded_for_it_before_it_is_asked_for(page: Page, address: str) -> None:
    asked = list[str]()
    page.on("request", lambda request: asked.append(request.url))
    opened(page, address + LESSONS[0])
    at_rest(page)

    assert [] == [url for url in asked if url.endswith("quotes.js")]


@pytest.mark.parametrize("width", [360, 1280])
def test_the_buttons_of_a_drawing_move_nothing_and_lie_on_nothing(page: Page, address: str, width: int) -> None:
    places = "[...document.querySelectorAll('article > *')].map((one) => one.getBoundingClientRect().top)"
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + LESSONS[0])
    before = page.evaluate(places)
    page.mouse.move(2, 2)
    ready(page)
    page.locator(".diagram .quote").first.wait_for()

    assert before == page.evaluate(places)
    for quote in page.locator("article > .diagram .quote").all():
        beyond = quote.evaluate(
            "(quote) => quote.closest('figure').nextElementSibling.getBoundingClientRect().top"
            " - quote.getBoundingClientRect().bottom"
        )
        assert -1 <= beyond


def test_on_paper_there_is_nothing_to_copy(page: Page, address: str) -> None:
    opened(page, address + TABLE)
    page.emulate_media(media="print")

    expect(page.locator(".quote:visible")).to_have_count(0)


def test_how_the_course_is_cited_is_there_without_a_script_and_copied_with_one(
    context: BrowserContext, still: Page, address: str
) -> None:
    still.goto(f"{address}about/")
    page = opened(context.new_page(), f"{address}about/")
    page.get_by_role("button", name="Copy: BibTeX").click()
    expect(page.locator("[data-arrived]")).to_have_text("Copied")

    assert "@misc{tea-and-coffee," in page.evaluate(COPIED)
    expect(still.get_by_text("@misc{tea-and-coffee,")).to_be_visible()
