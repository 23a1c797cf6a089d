"""Notes beside terms and citations: by mouse, by touch, by keyboard and by ear; without them the links lead on."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.conftest import ready
from tests.waiting import at_rest, pause

LESSON = "lessons/02-brewing/"
MEANT = "What hot water takes out of leaves or beans."
PLACES = "JSON.stringify([...document.querySelector('article').children].map(one => one.getBoundingClientRect()))"


def opened(page: Page, address: str) -> Page:
    page.goto(f"{address}{LESSON}")
    page.mouse.move(2, 2)
    ready(page)
    return page


def term(page: Page, word: str = "infusion") -> Locator:
    return page.locator(".term", has_text=word)


def note(page: Page) -> Locator:
    return page.locator(".note:popover-open")


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 320, "height": 640}) as context:
        yield context.new_page()


def test_a_mouse_that_rests_on_a_term_shows_what_it_means_and_where_it_is_explained(page: Page, address: str) -> None:
    opened(page, address)
    before = page.evaluate(PLACES)
    term(page).hover()

    expect(note(page)).to_contain_text(MEANT)
    assert before == page.evaluate(PLACES)
    expect(note(page).get_by_role("link", name="infusion")).to_have_attribute("href", f"{address}glossary/#infusion")
    explained = note(page).get_by_role("link", name="Drinks")
    expect(explained).to_have_attribute("href", f"{address}lessons/01-drinks/#what-a-cup-is-for")


def test_the_pointer_may_go_into_the_note_and_away_closes_it(page: Page, address: str) -> None:
    opened(page, address)
    term(page).hover()
    expect(note(page)).to_have_count(1)
    note(page).get_by_role("link", name="Drinks").hover()
    pause(1)
    expect(note(page)).to_have_count(1)
    page.mouse.move(2, 2)

    expect(note(page)).to_have_count(0)
    expect(page.locator(".note")).to_have_count(0)


def test_a_pointer_that_only_passes_shows_nothing(page: Page, address: str) -> None:
    opened(page, address)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    box = term(page).bounding_box()

    assert box
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.move(2, 2)
    pause(1)
    at_rest(page)
    expect(note(page)).to_have_count(0)
    assert [] == [url for url in asked if "glossary" in url]


@pytest.mark.parametrize("way", ["hover", "press"])
def test_escape_closes_a_note_and_keeps_the_place(page: Page, address: str, way: str) -> None:
    opened(page, address)
    if way == "hover":
        term(page).hover()
    else:
        term(page).press("Enter")
    expect(note(page)).to_have_count(1)
    page.keyboard.press("Escape")

    expect(note(page)).to_have_count(0)
    expect(page).to_have_url(f"{address}{LESSON}")
    if way == "press":
        expect(term(page)).to_be_focused()


def test_by_keyboard_enter_shows_a_note_tab_goes_into_it_and_beyond_it_closes(page: Page, address: str) -> None:
    opened(page, address)
    expect(term(page)).to_have_attribute("aria-expanded", "false")
    term(page).press("Enter")

    expect(note(page)).to_contain_text(MEANT)
    expect(term(page)).to_have_attribute("aria-expanded", "true")
    expect(page.locator("[data-arrived]")).to_have_text(re.compile(f"^infusion\\. {re.escape(MEANT)}\\s+\\w"))
    for name in ("infusion", "Drinks"):
        page.keyboard.press("Tab")
        expect(note(page).get_by_role("link", name=name)).to_be_focused()
    page.mouse.move(400, 400)
    pause(1)
    expect(note(page)).to_have_count(1)
    page.keyboard.press("Tab")
    expect(note(page)).to_have_count(0)
    expect(term(page)).to_have_attribute("aria-expanded", "false")
    expect(page.locator("[data-arrived]")).to_be_empty()


def test_enter_closes_the_note_that_it_opened(page: Page, address: str) -> None:
    opened(page, address)
    term(page).press("Enter")
    expect(note(page)).to_have_count(1)
    term(page).press("Enter")

    expect(note(page)).to_have_count(0)
    expect(page).to_have_url(f"{address}{LESSON}")


def test_a_screen_reader_is_told_what_a_link_and_a_note_are(page: Page, address: str) -> None:
    opened(page, address)
    term(page).press("Enter")
    expect(note(page)).to_have_count(1)

    expect(page.locator("p", has=note(page))).to_match_aria_snapshot(
        f"""
        - paragraph:
          - text: /So an/
          - link "infusion" [expanded]
          - group "infusion":
            - paragraph:
              - link "infusion"
            - paragraph:
              - text: "{MEANT} Explained in:"
              - link "Drinks"
        """
    )
    expect(page.get_by_role("link", name="1 Brown and Clark 2021").first).to_be_visible()


def test_the_first_tap_shows_a_note_within_the_screen_and_the_link_in_it_leads_on(phone: Page, address: str) -> None:
    phone.goto(f"{address}{LESSON}")
    for link in (term(phone), term(phone, "saucer"), phone.locator(".cite[id] > a").first):
        link.scroll_into_view_if_needed()
        link.tap()
        expect(note(phone)).to_have_count(1)
        box = note(phone).bounding_box()
        assert box
        assert 0 <= box["x"]
        assert box["x"] + box["width"] <= 320
        assert 320 == phone.evaluate("document.documentElement.scrollWidth")
    phone.touchscreen.tap(3, 300)
    expect(note(phone)).to_have_count(0)
    term(phone).tap()
    note(phone).get_by_role("link", name="Drinks").tap()

    expect(phone).to_have_url(f"{address}lessons/01-drinks/#what-a-cup-is-for")


def test_a_click_leads_on_from_a_note_that_a_mouse_has_shown(page: Page, address: str) -> None:
    opened(page, address)
    term(page).hover()
    expect(note(page)).to_have_count(1)
    term(page).click()

    expect(page).to_have_url(f"{address}glossary/#infusion")


def test_a_citation_shows_the_work_and_in_a_table_the_figures_of_its_row(page: Page, address: str) -> None:
    opened(page, address)
    page.locator(".cite[id] > a").first.hover()
    expect(note(page)).to_contain_text("Leaves & beans: a handbook")
    expect(note(page)).to_contain_text("How long each takes to draw")
    expect(note(page).locator("li")).to_have_count(0)
    cited = page.locator(".comparison__sources a", has_text="Brown")
    cited.hover()

    expect(note(page).locator("li").first).to_contain_text("about 4\u00a0min: Tea, whole leaves (2021, stated).")
    expect(note(page).locator("li").first).to_contain_text("90 degrees. Page 12")
    expect(note(page).get_by_role("link", name="Brown and Clark")).to_have_attribute(
        "href", f"{address}sources/#brown-2021"
    )


def test_an_amount_of_a_picture_shows_how_it_was_measured_and_by_whom(page: Page, address: str) -> None:
    page.goto(f"{address}charts/")
    page.mouse.move(2, 2)
    ready(page)
    picture = page.locator("#picture--cooling-race")
    picture.locator(".in-words summary").click()
    amount = picture.locator(".amount").first
    expect(amount).to_have_text("10 min")
    amount.hover()

    expect(note(page).get_by_role("link").first).to_have_attribute("href", f"{address}comparison/#figure--tea-time")
    said = "Tea (2020, measured). From hot to warm. One cup, 20 degrees. Adam 2020, Table 1"
    expect(note(page)).to_contain_text(said)
    expect(note(page).get_by_role("link").last).to_have_attribute("href", f"{address}sources/#adam-2020")
    amount.click()
    expect(page).to_have_url(f"{address}comparison/#figure--tea-time")


def test_a_source_leads_back_to_the_very_place(page: Page, address: str) -> None:
    page.goto(f"{address}sources/")
    page.get_by_role("link", name="Brewing", exact=True).last.click()

    expect(page.locator(".cite:target")).to_have_count(1)
    expect(page.locator(".cite:target")).to_be_in_viewport()


def test_a_term_that_is_the_first_thing_a_reader_touches_shows_its_note(page: Page, address: str) -> None:
    page.goto(f"{address}{LESSON}")
    term(page).evaluate("link => link.click()")

    expect(note(page)).to_contain_text(MEANT)
    expect(page).to_have_url(f"{address}{LESSON}")


def test_a_click_that_opens_a_tab_is_the_browsers(context: BrowserContext, address: str) -> None:
    # In a browser of its own: what is run before each page may come too late for such a tab, and workers are left in.
    page = context.new_page()
    opened(page, address)
    with context.expect_page() as tab:
        term(page).click(modifiers=["Control"])

    expect(tab.value).to_have_url(f"{address}glossary/#infusion")
    tab.value.close()


def test_notes_show_on_a_page_that_was_swapped_in(page: Page, address: str) -> None:
    page.goto(f"{address}lessons/01-drinks/")
    page.mouse.move(2, 2)
    ready(page)
    page.evaluate("window.same = true")
    page.get_by_role("link", name="how to brew").click()
    expect(page).to_have_url(f"{address}{LESSON}")
    expect(term(page)).to_have_attribute("aria-expanded", "false")
    term(page).hover()

    expect(note(page)).to_contain_text(MEANT)
    assert page.evaluate("window.same")


def test_without_scripts_terms_and_citations_are_links(still: Page, address: str) -> None:
    still.goto(f"{address}{LESSON}")
    still.locator(".cite[id] > a").first.click()
    expect(still).to_have_url(f"{address}sources/#brown-2021")
    still.go_back()
    term(still).click()

    expect(still).to_have_url(f"{address}glossary/#infusion")


def test_in_a_file_tree_a_term_is_a_link(page: Page, site: Path) -> None:
    page.goto((site / LESSON / "index.html").as_uri())
    page.mouse.move(2, 2)
    expect(page.locator("html")).to_have_class(re.compile("ready"))
    term(page).click()

    expect(page).to_have_url(f"{(site / 'glossary/index.html').as_uri()}#infusion")


def test_where_the_entry_cannot_be_fetched_the_link_leads_on(context: BrowserContext, address: str) -> None:
    page = opened(context.new_page(), address)
    page.route(
        "**/glossary/", lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_()
    )
    term(page).press("Enter")

    expect(page).to_have_url(f"{address}glossary/#infusion")


def test_on_paper_a_citation_names_its_source(page: Page, address: str) -> None:
    page.goto(f"{address}{LESSON}")
    named = page.locator(".cite[id] .unseen").first
    hidden = named.evaluate("one => one.getBoundingClientRect().width")
    page.emulate_media(media="print")

    assert 1 == hidden
    assert named.evaluate("one => one.getBoundingClientRect().width") > 50
