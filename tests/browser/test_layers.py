"""Layers: the script counts every choice as the page says it in words, by hand, by keyboard and from the address."""

import gzip
import re
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT
from tests.waiting import at_rest

CAKE = "figure[data-name=cake]"
SHOWN = f"{CAKE} [data-current] svg"
FIRST = "What changes: First build. Layers built: 2 of 2. Sent, compressed: 270 s. Stored, unpacked: 1,020 s"
ICING = "What changes: Icing (changed in one). Layers built: 1 of 4. Sent, compressed: 60 s. Stored, unpacked: 180 s"
MOST = 3000
"""Bytes of the script, compressed."""


def opened(page: Page, address: str, query: str = "") -> None:
    page.goto(f"{address}charts/{query}")
    page.locator(CAKE).scroll_into_view_if_needed()
    expect(page.locator(f"{CAKE}[data-bound]")).to_be_visible()


def test_the_script_counts_every_choice_as_the_words_say(page: Page, address: str) -> None:
    opened(page, address)
    changes = page.locator(f"{CAKE} [name=changes]").evaluate_all("all => all.map(one => one.value)")
    told = []
    for stacks, change in product(("1", "3"), changes):
        page.locator(f"{CAKE} [name=stacks][value='{stacks}']").check()
        page.locator(f"{CAKE} [name=changes][value={change}]").check()
        told.append(f"{page.locator(f'{SHOWN} title').text_content()}.")

    assert 8 == len(told)
    assert told == page.locator(f"{CAKE} .in-words ul ul li").all_text_contents()


def test_a_choice_marks_its_blocks_and_stands_in_the_address(page: Page, address: str) -> None:
    opened(page, address)
    page.locator(f"{CAKE} label", has_text="Icing").click()
    page.locator(f"{CAKE} label", has_text="3").click()
    shown = page.locator(SHOWN)

    expect(shown.locator("title")).to_have_text(ICING)
    expect(page).to_have_url(re.compile(r"charts/\?cake\.changes=icing&cake\.stacks=3$"))
    expect(page.locator(f"{CAKE} > [role=status]")).to_have_text(f"How many cakes: 3. {ICING}.")
    assert ["+", "=", "="] == shown.locator("[data-layer=icing] rect + text").all_text_contents()
    assert ["= reused"] == shown.locator("[data-layer=dough] rect + text").all_text_contents()


def test_an_address_opens_its_choice_and_nonsense_in_it_is_passed_over(page: Page, address: str) -> None:
    opened(page, address, "?cake.changes=icing&cake.stacks=3")
    expect(page.locator(f"{SHOWN} title")).to_have_text(ICING)
    opened(page, address, "?cake.changes=%3Cb%3E&cake.stacks=2&cake.__proto__=1")

    expect(page.locator(f"{SHOWN} title")).to_have_text(FIRST)


def test_it_is_operated_by_keyboard_alone(page: Page, address: str) -> None:
    opened(page, address)
    page.locator(f"{CAKE} [value=first]").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")

    expect(page.locator(f"{SHOWN} title")).to_have_text(ICING)


def test_without_a_script_and_on_paper_each_number_of_stacks_is_drawn(page: Page, still: Page, address: str) -> None:
    still.goto(f"{address}charts/")
    opened(page, address)
    page.emulate_media(media="print")
    for one in (still, page):
        expect(one.locator(f"{CAKE} form")).to_be_hidden()
        assert 2 == one.locator(f"{CAKE} svg.dg:visible").count()
    still.locator(CAKE).get_by_text("This picture in words").click()

    expect(still.locator(CAKE).get_by_text(f"{FIRST}.")).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_it_keeps_its_height_and_its_page_does_not_scroll_sideways(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, address)
    heights = set()
    for choice in ("3", "1"):
        page.locator(f"{CAKE} label", has_text=choice).click()
        at_rest(page)
        heights.add(page.locator(CAKE).evaluate("figure => figure.offsetHeight"))

    assert 1 == len(heights)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_targets_are_large_for_a_finger(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        opened(page, address)
        page.locator(f"{CAKE} label", has_text="3").tap()
        page.locator(f"{CAKE} label", has_text="Icing").tap()
        sides = page.locator(f"{CAKE} label").evaluate_all(
            "all => all.flatMap(one => [one.getBoundingClientRect().width, one.getBoundingClientRect().height])"
        )

        expect(page.locator(f"{SHOWN} title")).to_have_text(ICING)
        assert min(sides) >= 44


def test_axe_finds_nothing(page: Page, address: str) -> None:
    opened(page, address)

    assert [] == Axe().run(page, context=CAKE).response["violations"]


def test_the_script_is_small() -> None:
    assert len(gzip.compress((ROOT / "docs/assets/layers.js").read_bytes(), mtime=0)) <= MOST
