"""The pages of this course, in the plainest form: each is valid, readable, within the screen, and used by keyboard.

All states in which a page can be are tested on the small course. What fails here is a matter of a page's content.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import brotli
import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from macros.assembly.course import Course
from tests.browser.test_accessibility import ALL, COLOURS, without_scripts
from tests.browser.test_course import LABEL_FAULTS
from tests.browser.test_keyboard import STOPS, visited
from tests.browser.test_reader_settings import LOST
from tests.conftest import ROOT, ready
from tests.seeking import seek
from tests.site.test_heads import faults, titled_alike
from tests.site.test_published import asked_for, lacking_rules, whole_styles
from tests.site.test_site import dead_links, offered, opens, parsed
from tests.site.test_validity import messages

COURSE = Course.read(ROOT / "docs")
PAGES = sorted(page.url for page in COURSE.pages)
LESSONS = [lesson.page.url for lesson in COURSE.lessons]
FILES = {page.url: page.path for page in COURSE.pages} | {"404.html": "overrides/404.html"}

__all__ = ["whole_styles"]


HEAVIEST = 22_500
"""Bytes, as they are sent, that a lesson may load before its reader does anything."""


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    return parsed(site)


def mend(path: str, what: str) -> str:
    """Return what to do about a fault of a page."""
    return f"{FILES[path]}, or what it shows of docs/data: {what}"


@pytest.fixture
def page(at_home: Page, home: str) -> Iterator[Page]:
    """Return a page on which no script may fail, and which asks nobody else for anything."""
    at_home.emulate_media(reduced_motion="reduce")
    wrong: list[str] = []
    at_home.on("pageerror", lambda error: wrong.append(str(error)))
    at_home.on("request", lambda request: wrong.append(request.url))
    yield at_home
    own = (home, "data:", "blob:")
    assert [] == [it for it in wrong if not it.startswith(own)], "a page asks others for a file, or its script failed"


@pytest.mark.parametrize("path", FILES)
def test_axe_finds_nothing_and_nothing_is_lost(page: Page, home: str, path: str) -> None:
    page.goto(home + path)
    page.mouse.move(2, 2)
    expect(page.locator("html")).to_have_class(re.compile("ready"))
    page.evaluate(Axe().axe_script)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert [] == page.evaluate(LOST), mend(path, f"this is cut off on a screen of {width} pixels: shorten it")
        assert [] == page.evaluate(LABEL_FAULTS), mend(path, f"a word leaves its box at {width} pixels: shorten it")
        for scheme, options in (("light", ALL), ("dark", COLOURS)):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            found = page.evaluate("options => axe.run(document, options)", options)["violations"]
            said = [f"{it['help']}: {node['html'][:120]}" for it in found for node in it["nodes"]]

            assert [] == said, mend(path, f"a reader with a disability meets a barrier ({width} pixels, {scheme})")


@pytest.mark.parametrize("path", FILES)
def test_axe_finds_nothing_without_scripts(page: Page, home: str, site: Path, path: str) -> None:
    without_scripts(page, home + path, site / (path if path.endswith(".html") else f"{path}index.html"))
    found = page.evaluate("options => axe.run(document, options)", ALL)["violations"]
    said = [f"{it['help']}: {node['html'][:120]}" for it in found for node in it["nodes"]]

    assert [] == said, mend(path, "without scripts, a reader with a disability meets a barrier")


@pytest.mark.parametrize("path", FILES)
def test_every_control_is_reached_by_keyboard(page: Page, home: str, path: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(home + path)
    page.mouse.move(2, 2)
    ready(page)
    stops = page.evaluate(STOPS)
    reached = [*visited(page, len(stops))]

    assert stops == [it["stop"] for it in reached], mend(path, "Tab misses a control: is one hidden, or out of order?")
    assert [] == [it for it in reached if it["faults"]], mend(path, "a control that has the focus cannot be seen")


@pytest.mark.parametrize("path", FILES)
def test_no_rule_of_the_stylesheets_that_a_page_needs_was_left_out(
    page: Page, whole_styles: str, home: str, path: str
) -> None:
    page.goto(home + path)
    page.mouse.move(2, 2)
    ready(page)

    assert [] == lacking_rules(page, whole_styles), mend(path, "see macros/publish/stylesheet.py")


def test_every_page_is_valid_html(site: Path) -> None:
    assert [] == messages(sorted(site.rglob("*.html"))), "the page named first in each line has HTML that is not valid"


def test_ids_and_headings_are_in_order(pages: dict[str, BeautifulSoup]) -> None:
    for path, html in pages.items():
        ids = Counter(str(tag["id"]) for tag in html.select("[id]"))
        levels = [int(tag.name[1]) for tag in html.select("article :is(h1, h2, h3, h4, h5, h6)")]

        assert [] == [name for name, count in ids.items() if count > 1], mend(path, "two things have this id")
        assert all(after <= before + 1 for before, after in pairwise(levels)), mend(
            path, "a level of headings is missing"
        )


def test_every_link_of_every_page_leads_to_what_is_there(pages: dict[str, BeautifulSoup], site: Path) -> None:
    for path, address in dead_links(pages, site):
        pytest.fail(mend(path, f"nothing is at {address}"))


def test_every_file_that_a_page_offers_is_there_and_opens(pages: dict[str, BeautifulSoup], site: Path) -> None:
    lost = [path for path in offered(pages) if not opens(site / path)]

    assert [] == lost, "these are not made, or do not open: see macros/outputs/generated.py"


def test_all_that_is_said_of_a_page_to_machines_is_shown(pages: dict[str, BeautifulSoup]) -> None:
    for path, html in pages.items():
        found = faults(html) if path != "404.html" else []

        assert [] == found, mend(path, "see macros/outputs/structured.py")


def test_titles_tell_pages_apart_in_a_list_of_search_results(pages: dict[str, BeautifulSoup]) -> None:
    for one, other in titled_alike(pages):
        pytest.fail(mend(one, f"its title is that of {FILES[other]}: add 'listed-as:' to its front matter"))


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_first_view_of_a_lesson_is_light(page: Page, site: Path, home: str, lesson: str) -> None:
    asked = asked_for(page, home)
    page.goto(home + lesson, wait_until="networkidle")
    files = {path: site / path / "index.html" if path == lesson else site / path for path in asked}
    weights = {path: len(brotli.compress(file.read_bytes())) for path, file in files.items()}

    assert sum(weights.values()) <= HEAVIEST, mend(lesson, f"this much is loaded at once: {weights}")


def test_the_course_can_be_taken_from_its_first_page_to_its_last_lesson(page: Page, home: str) -> None:
    page.goto(home)
    page.locator(f"main a[href$='{LESSONS[0]}']").first.click()
    for number, lesson in enumerate(COURSE.lessons, start=1):
        said = f"docs/index.md and the navigation in mkdocs.yml lead to lesson {number} in turn"
        expect(page, said).to_have_url(home + lesson.page.url)
        # Its address is there before the page is.
        expect(page.get_by_role("heading", level=1), said).to_contain_text(lesson.title)
        for asked in page.locator(".quiz").all():
            asked.scroll_into_view_if_needed()
        for following in page.locator(".footer__next").all():
            following.click()


def test_the_search_finds_the_page_of_each_lesson_by_its_title(page: Page, home: str) -> None:
    page.goto(home)
    page.mouse.move(2, 2)
    ready(page)
    for lesson in COURSE.lessons:
        seek(page, lesson.title)
        found = page.locator(f".search__link[href*='{lesson.page.url}']")

        expect(found.first, f"{lesson.page.path}: the search does not find its title").to_be_attached()
