"""Every page with a keyboard: each control is reached in its order, and can be seen while it has the focus."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import LESSONS, PAGES, ready
from tests.seeking import FIELD
from tests.waiting import at_rest

STOPS = """() => {
  // All radio buttons of a question are one stop: arrows lead from one to the next.
  const stop = (element) => element.type === 'radio' ? document.querySelector(`[name="${element.name}"]`) : element;
  const controls = 'a[href], button, input, select, summary, textarea, [tabindex="0"]';
  const found = [...document.querySelectorAll(controls)].filter((element) =>
    element.tabIndex >= 0 && !element.disabled && !element.closest('[inert]')
    && element.checkVisibility({visibilityProperty: true}));
  const stops = [...new Set(found.map(stop))];
  const names = stops.map((element, place) => `${place} ${element.outerHTML.slice(0, 90)}`);
  window.focused = () => {
    const element = document.activeElement;
    if (element === document.body) return null;
    const [box] = element.getClientRects();
    const bar = (part) => {
      for (; part; part = part.parentElement) {
        if (['fixed', 'sticky'].includes(getComputedStyle(part).position)) return part;
      }
    };
    const seen = [.1, .5, .9].flatMap((x) => [.2, .5, .8].map((y) => {
      const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
      return top && (!bar(top) || bar(top).contains(element));
    }));
    const ring = getComputedStyle(element);
    const faults = [];
    if (ring.outlineStyle === 'none' || parseFloat(ring.outlineWidth) < 2) faults.push('no ring');
    if (!seen.some(Boolean) || (box.height < innerHeight / 2 && !seen.every(Boolean))) faults.push('hidden');
    return {stop: names[stops.indexOf(stop(element))], faults};
  };
  return names;
}"""


@pytest.fixture
def page(at_home: Page) -> Page:
    at_home.emulate_media(reduced_motion="reduce")
    return at_home


def opened(page: Page, url: str) -> None:
    page.goto(url)
    page.mouse.move(2, 2)
    ready(page)


def visited(page: Page, times: int) -> Iterator[dict[str, Any]]:
    """Yield what has the focus each time that Tab is pressed."""
    for _ in range(times):
        page.keyboard.down("Tab")
        yield page.evaluate("focused()") or {"stop": None, "faults": []}
    page.keyboard.up("Tab")


@pytest.mark.parametrize("path", [*PAGES, "404.html"])
def test_every_control_is_reached_in_its_order_and_seen_on_the_way_there_and_back(
    page: Page, home: str, path: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    opened(page, home + path)
    stops = page.evaluate(STOPS)
    there = [*visited(page, len(stops))]
    page.keyboard.down("Shift")
    back = [*visited(page, len(stops) - 1)]
    page.keyboard.up("Shift")

    assert stops == [it["stop"] for it in there]
    assert stops[-2::-1] == [it["stop"] for it in back]
    assert [] == [it for it in (*there, *back) if it["faults"]]


@pytest.mark.parametrize("path", [*PAGES, "404.html"])
def test_every_control_is_reached_and_seen_at_four_hundred_percent(page: Page, home: str, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    opened(page, home + path)
    stops = page.evaluate(STOPS)
    reached = [*visited(page, len(stops))]

    assert stops == [it["stop"] for it in reached]
    assert [] == [it for it in reached if it["faults"]]


def test_the_skip_link_comes_first_and_leads_to_the_text(page: Page, home: str) -> None:
    page.goto(home + LESSONS[0])
    page.keyboard.press("Tab")

    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_of_a_phone_keeps_the_focus_until_it_is_closed(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    opened(page, home + LESSONS[0])
    page.locator(".control--menu").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#navigation")).to_be_visible()
    expect(page.locator("main")).to_have_attribute("inert", "")
    stops = page.evaluate(STOPS)
    reached = [*visited(page, len(stops) - 3)]

    # Behind the button comes the menu, then what stands behind the button; before it, the way to the text and home.
    assert {*stops[3:]} == {it["stop"] for it in reached}
    assert "side__close" in reached[0]["stop"]
    assert "data-search" in reached[-1]["stop"]
    assert [] == [it for it in reached if it["faults"]]
    page.locator(".side__close").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#navigation")).to_be_hidden()
    expect(page.locator(".control--menu")).to_be_focused()
    expect(page.locator("main")).not_to_have_attribute("inert", "")


def test_on_a_page_without_the_navigation_beside_it_the_menu_leads_there(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    opened(page, home)
    page.locator(".control--menu").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_have_attribute("inert", "")
    page.locator(".side").get_by_role("link", name="Glossary").press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("Glossary")
    expect(page.locator(".control--menu")).to_be_hidden()
    expect(page.locator("main")).not_to_have_attribute("inert", "")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("by_key", [True, False])
def test_the_search_opens_by_keyboard_leads_to_a_result_and_closes(
    page: Page, home: str, width: int, *, by_key: bool
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, home + LESSONS[0])
    if by_key:
        page.locator("article a").first.focus()
        page.keyboard.press("/")
    else:
        page.locator("[data-search]").focus()
        page.keyboard.press("Enter")
    page.keyboard.type("saucer")
    result = page.locator(".search__link").first
    expect(result).to_be_visible()
    at_rest(page)  # each letter is searched for, and what is found is written anew
    page.keyboard.press("ArrowDown")

    expect(result).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search__link").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("textbox", name="Search the course")).to_be_focused()
    page.keyboard.press("Escape")
    expect(result).to_be_hidden()


def test_a_diagram_is_turned_by_keyboard(page: Page, home: str) -> None:
    opened(page, home + LESSONS[1])
    figure = page.locator("figure[data-steps]").first
    figure.get_by_role("button", name="Next").focus()
    page.keyboard.press("Enter")

    expect(figure.locator("[data-count]")).to_have_text(re.compile("^Step 2 of"))
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    expect(figure.locator("[data-count]")).to_have_text(re.compile("^Step 1 of"))


def test_keys_of_one_letter_can_be_switched_off_where_they_are_described(page: Page, home: str) -> None:
    opened(page, f"{home}accessibility/")
    switch = page.get_by_role("checkbox", name="Use the keys of one letter")
    expect(switch).to_be_checked()
    switch.uncheck()
    opened(page, home + LESSONS[0])
    page.keyboard.press("/")
    page.keyboard.press("n")
    at_rest(page)

    expect(page.locator(FIELD)).not_to_be_visible()
    expect(page).to_have_url(home + LESSONS[0])
    opened(page, f"{home}accessibility/")
    switch.check()
    opened(page, home + LESSONS[0])
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(FIELD)).not_to_be_visible()
    page.keyboard.press("n")
    expect(page).to_have_url(home + LESSONS[1])
