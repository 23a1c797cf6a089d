"""What readers set in their browser: larger text, zoom, less motion, forced colours, no scripts."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.conftest import LESSONS, PAGES
from tests.shared import cleared

EVERY = [*PAGES, "404.html"]
VIEWS: list[ViewportSize] = [
    {"width": 320, "height": 256},
    {"width": 768, "height": 800},
    {"width": 1280, "height": 800},
]

LOST = """() => {
  const lost = [...document.querySelectorAll('body *')].filter((element) => {
    if (!element.checkVisibility() || element.closest('svg, .unseen, .md-search, thead')) return false;
    const box = element.getBoundingClientRect();
    if (box.width && box.right > innerWidth + 1 && !element.closest('.scroll, .wide')) return true;
    const hides = ['hidden', 'clip'].includes(getComputedStyle(element).overflowX);
    return hides && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
  });
  return lost.map((element) => element.outerHTML.slice(0, 90));
}"""
"""What is cut off, or lies beside the page."""

IN_FRONT = """() => {
  const bar = (part) => {
    for (; part; part = part.parentElement) {
      if (['fixed', 'sticky'].includes(getComputedStyle(part).position)) return part.outerHTML.slice(0, 90);
    }
  };
  scrollTo(0, document.body.scrollHeight / 2);
  const found = [];
  for (let y = 2; y < innerHeight; y += 8) found.push(bar(document.elementFromPoint(innerWidth / 2, y)));
  return found.filter(Boolean);
}"""
"""What stays in front of the text while it is scrolled."""


def opened(page: Page, url: str) -> None:
    page.goto(url)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")


@pytest.fixture(scope="module")
def page_of_large_text(large_text: Browser) -> Iterator[Page]:
    with large_text.new_context() as context:
        yield context.new_page()


@pytest.mark.parametrize("path", EVERY)
def test_nothing_is_lost_with_a_default_size_of_twenty_pixels(
    page_of_large_text: Page, address: str, path: str
) -> None:
    with cleared(page_of_large_text) as page:
        opened(page, address + path)
        for view in VIEWS:
            page.set_viewport_size(view)

            assert 25 <= float(page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)"))
            assert [] == page.evaluate(LOST), view


@pytest.mark.parametrize("path", EVERY)
def test_nothing_is_lost_with_text_of_two_hundred_percent(page: Page, address: str, path: str) -> None:
    opened(page, address + path)
    for view in VIEWS:
        page.set_viewport_size(view)
        page.evaluate("""() => {
          const { style } = document.documentElement;
          style.fontSize = '';
          style.fontSize = `${2 * parseFloat(getComputedStyle(document.documentElement).fontSize)}px`;
        }""")

        assert [] == page.evaluate(LOST), view


@pytest.mark.parametrize("path", EVERY)
def test_at_four_hundred_percent_nothing_scrolls_sideways_or_stays_in_front(
    page: Page, address: str, path: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    opened(page, address + path)
    page.mouse.move(2, 2)
    expect(page.locator("html")).to_have_class(re.compile("ready|no-js"))

    assert [] == page.evaluate(LOST)
    assert [] == page.evaluate(IN_FRONT)


@pytest.mark.parametrize("path", EVERY)
def test_nothing_moves_when_less_motion_is_asked_for(page: Page, address: str, path: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(address + path)
    page.mouse.move(2, 2)
    expect(page.locator("html")).to_have_class(re.compile("ready"))
    moving = page.evaluate("""() => [...document.querySelectorAll('*')].filter((element) => {
      const style = getComputedStyle(element);
      return style.animationName !== 'none' || style.transitionDuration !== '0s' || style.scrollBehavior !== 'auto';
    }).map((element) => element.outerHTML.slice(0, 90))""")

    assert [] == moving


MEANING = {
    "": [".start", ".outline__number", "[data-scheme-switch] svg"],
    LESSONS[1]: ["svg.dg:visible", ".ask__option:visible", ".share__button", ".steps__turn button:last-of-type"],
    "charts/": ["svg.dg:visible"],
    "comparison/": [".comparison__exception", "select", "summary"],
    "which-one/?hurry=yes": [".decision input:checked", ".decision__outcome:visible"],
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_means_something_can_be_seen_in_forced_colours(page: Page, address: str, scheme: Any) -> None:
    page.emulate_media(forced_colors="active", color_scheme=scheme, reduced_motion="reduce")
    for path, selectors in MEANING.items():
        page.goto(address + path)
        for selector in selectors:
            part = page.locator(selector).first
            seen = part.screenshot()
            part.evaluate("part => { part.style.opacity = 0 }")

            assert seen != part.screenshot(), (path, selector)


def test_forced_colours_tell_the_boxes_of_lessons_apart(page: Page, address: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(address + LESSONS[0])
    page.mouse.move(200, 200)
    expect(page.locator("html")).to_have_class(re.compile("ready"))
    boxes = page.locator(".lesson-box")
    ground = "box => getComputedStyle(box).backgroundColor"
    here, next_one = (boxes.nth(number).evaluate(ground) for number in (0, 1))
    boxes.nth(1).evaluate("box => box.classList.add('lesson-box--done')")
    done = boxes.nth(1).evaluate(ground)

    assert len(LESSONS) == boxes.count()
    assert 3 == len({here, next_one, done})


def words(article: Tag) -> list[str]:
    """Return the texts of an article but those of its drawings, of what needs a script, and of other widths."""
    for tag in article.select(
        "svg, button, template, .comparison__more, .filter, .steps__turn, .decision__progress, .keys__switch,"
        " .own-run__way, .own-run details, .memory__with, .begin__said, .sheet__foot, .missed__said, .objectives__said,"
        " .operated__controls, .failure__alone, .failure__verdict"
    ):
        tag.decompose()
    return [" ".join(text.split()) for text in article.find_all(string=True) if text.strip()]


@pytest.mark.parametrize("path", EVERY)
def test_without_scripts_all_text_and_navigation_are_there_and_nothing_dead(
    still: Page, site: Path, address: str, path: str
) -> None:
    file = site / (path if path.endswith(".html") else f"{path}index.html")
    article = BeautifulSoup(file.read_text(), "html.parser").select_one("article")
    opened(still, address + path)
    shown = " ".join(still.locator("article").inner_text().split()).lower()

    assert article
    assert [] == [text for text in words(article) if text.lower() not in shown]
    assert (
        0
        == still.locator(
            "button:not(.control--menu, .side__close, [popovertarget='--rows']):visible, input:visible, select:visible,"
            " [role=search]:visible"
        ).count()
    )
    drawn, figure = still.locator("svg.dg:visible"), "figure.diagram:not(.operated)"
    assert 0 == still.locator(figure).count() - still.locator(f"{figure} svg.dg:visible").count()
    assert 0 == still.locator("figure[data-operated]:not([data-operated=views])").filter(has_not=drawn).count()
    assert path == "" or still.locator("nav.side a[href]:visible").count() >= 10


def test_without_scripts_answers_open_by_keyboard_and_the_menu_by_its_button(still: Page, address: str) -> None:
    still.set_viewport_size({"width": 360, "height": 800})
    still.goto(address + LESSONS[0])
    still.locator(".ask__option summary").first.focus()
    still.keyboard.press("Enter")
    expect(still.locator(".ask__option p").first).to_be_visible()
    expect(still.locator(".side")).to_be_hidden()
    still.get_by_role("button", name="Menu").click()

    still.locator(".side").get_by_role("link", name="Glossary").click()
    expect(still).to_have_url(f"{address}glossary/")
