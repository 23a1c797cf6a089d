"""What axe finds on every page: by day and by night, on narrow and wide screens, with scripts and without them."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.conftest import LESSONS, PAGES

WIDTHS = (320, 768, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
ALL = {
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}, "color-contrast": {"enabled": False}},
}
COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}
"""Of all that axe looks at, what changes with the colours, and what takes it longest."""
KINDS = """() => {
    const numbers = new Map(), kinds = new Map(), found = new Map()
    // Alike is what has the same tags and classes on the way to it, and came out in the same colours all along.
    const kind = element => {
        if (!element) return 0
        if (!kinds.has(element)) {
            const style = getComputedStyle(element)
            const key = JSON.stringify([kind(element.parentElement), element.tagName, element.getAttribute("class"),
                style.color, style.backgroundColor, style.backgroundImage, style.opacity, style.textShadow,
                style.fontSize, style.fontWeight, style.position, style.zIndex])
            if (!numbers.has(key)) numbers.set(key, numbers.size + 1)
            kinds.set(element, numbers.get(key))
        }
        return kinds.get(element)
    }
    const says = element => element.matches("input, select, textarea, button")
        || [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
    for (const element of document.body.querySelectorAll("*"))
        if (says(element) && element.checkVisibility() && !found.has(kind(element))) found.set(kind(element), element)
    return {include: [...found.values()]}
}"""
"""Returns the first text of each kind: a table of a thousand cells has a few dozen."""

BESIDE_CONTENT = "() => ({include: [...document.querySelectorAll('.md-header, #navigation')]})"
"""Returns what can be used while the menu is open: the content is inert, and to axe a page without any lacks it."""


@pytest.fixture
def page(at_home: Page) -> Page:
    at_home.emulate_media(reduced_motion="reduce")
    return at_home


def faults(page: Page, state: str, where: str = "() => document") -> Iterator[str]:
    """Yield what axe finds at each width, and in the colours of each scheme, after the page has got to a state."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="light")
        yield from found(page, f"{state} {width}", ALL, where)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            yield from found(page, f"{state} {width} {scheme}", COLOURS, KINDS)


def found(page: Page, state: str, options: dict[str, Any], where: str = "() => document") -> Iterator[str]:
    """Yield what axe finds in a part of a page."""
    result: dict[str, Any] = page.evaluate(f"options => axe.run(({where})(), options)", options)
    for violation in result["violations"]:
        for node in violation["nodes"]:
            yield f"{violation['id']}: {page.url} {state} {node['target']} {node['html'][:80]}"


def live(page: Page, url: str) -> None:
    """Open a page, wait until all scripts are loaded, and bring axe."""
    page.goto(url)
    page.mouse.move(2, 2)
    expect(page.locator("html")).to_have_class(re.compile("ready"))
    page.evaluate(Axe().axe_script)


@pytest.mark.parametrize("path", [*PAGES, "404.html"])
def test_axe_finds_nothing_with_scripts_and_everything_opened(page: Page, home: str, path: str) -> None:
    live(page, home + path)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")

    assert [] == [*faults(page, "opened")]
    # Once for every text, whatever it lies on: what it lies on does not change with the scheme.
    assert [] == [*found(page, "dark", COLOURS)]


def without_scripts(page: Page, url: str, file: Path) -> None:
    """Open a page without its scripts, and bring axe: a script itself, so the browser has to have them."""
    still = re.sub(r"<script\b.*?</script>", "", file.read_text(), flags=re.DOTALL)
    page.route(url, lambda route: route.fulfill(body=still, content_type="text/html; charset=utf-8"))
    page.goto(url)
    page.evaluate(Axe().axe_script)


@pytest.mark.parametrize("path", [*PAGES, "404.html"])
def test_axe_finds_nothing_without_scripts(page: Page, home: str, site: Path, path: str) -> None:
    without_scripts(page, home + path, site / (path if path.endswith(".html") else f"{path}index.html"))

    expect(page.locator("html")).to_have_class("no-js")
    assert [] == [*faults(page, "without scripts")]


def test_axe_finds_nothing_in_the_results_of_a_search(page: Page, home: str) -> None:
    live(page, home + LESSONS[1])
    page.keyboard.press("/")
    page.keyboard.type("saucer")
    expect(page.locator(".search__link").first).to_be_visible()

    assert [] == [*faults(page, "search")]


def test_axe_finds_nothing_in_the_menu_of_a_phone(page: Page, home: str) -> None:
    live(page, home + LESSONS[1])
    page.evaluate("document.getElementById('navigation').showPopover()")

    assert [] == [*faults(page, "menu", BESIDE_CONTENT)]


def test_axe_finds_nothing_in_the_advice_of_the_helper(page: Page, home: str) -> None:
    live(page, f"{home}which-one/?hurry=yes&calm=yes")

    assert [] == [*faults(page, "answered")]


def test_axe_finds_nothing_in_questions_that_are_answered(page: Page, home: str) -> None:
    live(page, home + LESSONS[0])
    for question in page.locator(".ask form").all():
        for choice in question.locator("select").all():
            choice.select_option(index=1)
        for option in question.locator("input").all()[:2]:
            option.check()
        question.locator(".ask__foot button").click()
    # The bar at the top would hide a part of what lies below it.
    page.evaluate("scrollTo(0, 0)")

    assert [] == [*faults(page, "answered")]


@pytest.mark.parametrize("link", [".term", ".comparison__sources .cite[id] > a"])
def test_axe_finds_nothing_in_a_note(page: Page, home: str, link: str) -> None:
    live(page, home + LESSONS[1])
    page.locator(link).last.press("Enter")
    expect(page.locator(".note:popover-open")).to_be_visible()
    wrong: list[str] = []
    for width, scheme in product(WIDTHS, SCHEMES):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        # What lies below it is hidden, in part or as a whole.
        wrong += found(page, f"{width} {scheme}", ALL, "() => document.querySelector('.note').parentElement")

    assert [] == wrong


def test_a_fault_would_be_found(page: Page, home: str) -> None:
    live(page, home)
    page.evaluate("document.querySelector('main').append(new Image())")
    page.evaluate("document.querySelector('.promise, article p').style.color = '#888'")

    assert {"color-contrast", "image-alt"} <= {fault.partition(":")[0] for fault in faults(page, "")}


def test_a_fault_of_one_cell_on_a_narrow_screen_by_night_would_be_found(page: Page, home: str) -> None:
    live(page, f"{home}comparison/")
    rule = "@media (width < 400px) and (prefers-color-scheme: dark) { tr:nth-child(3) > td { color: #555 !important } }"
    page.evaluate(
        "rule => { const sheet = new CSSStyleSheet(); sheet.replaceSync(rule); document.adoptedStyleSheets = [sheet] }",
        rule,
    )

    assert {"color-contrast 320 dark"} == {
        f"{fault.partition(':')[0]} {' '.join(fault.split()[3:5])}" for fault in faults(page, "cell")
    }
