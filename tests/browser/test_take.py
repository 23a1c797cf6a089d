"""What is taken along is the picture that is shown; and the head of a page that is swapped in is its own."""

import re
import struct
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.test_steps import WITH_STEPS
from tests.conftest import LESSONS, TITLES, ready

STEPPED = "figure[data-steps]"
HEAD = """
() => [
  ...document.head.querySelectorAll(
    "title, meta[property], meta[name^=twitter], link[rel=canonical], script[type$=json]"
  )
].map((tag) => tag.outerHTML).sort()
"""


def links(page: Page) -> list[str]:
    """Return the names of the files that the first picture in steps offers."""
    found = (
        page.locator(STEPPED).first.locator(".take-away a[download]").evaluate_all("them => them.map((a) => a.href)")
    )
    return sorted({str(link).rpartition("/")[2] for link in found})


def stepped(page: Page, address: str) -> None:
    page.goto(address)
    page.mouse.move(2, 2)
    ready(page)
    page.locator(STEPPED).first.scroll_into_view_if_needed()
    expect(page.locator(STEPPED).first).to_have_attribute("data-bound", "true")


def test_the_step_that_is_shown_is_taken_along(page: Page, address: str) -> None:
    stepped(page, address + WITH_STEPS[0])
    before = links(page)
    page.locator(f"{STEPPED} [data-turn='1']").first.click()

    assert {"svg", "png", "zip"} == {link.rpartition(".")[2] for link in before}
    assert [] == [link for link in before if "-step-1" not in link and not link.endswith(".zip")]
    assert sorted(link.replace("-step-1", "-step-2") for link in before) == links(page)


def test_a_dark_png_of_the_step_that_is_shown_is_made_and_nothing_moves(page: Page, address: str, site: Path) -> None:
    stepped(page, address + WITH_STEPS[0])
    figure = page.locator(STEPPED).first
    figure.locator("[data-turn='1']").click()
    figure.locator(".take-away summary").focus()
    page.keyboard.press("Enter")
    high = figure.evaluate("figure => figure.offsetHeight")
    with page.expect_download() as taken:
        figure.get_by_role("link", name="Dark PNG").press("Enter")
    name, content = taken.value.suggested_filename, Path(taken.value.path()).read_bytes()

    assert name.endswith("-step-2-dark.png")
    wide, tall = struct.unpack(">II", content[16:24])
    light = (site / "diagrams" / name.replace("-dark", "")).read_bytes()
    assert (wide, tall) == struct.unpack(">II", light[16:24])
    assert content != light
    assert high == figure.evaluate("figure => figure.offsetHeight")


def test_what_the_script_adds_moves_nothing(page: Page, address: str) -> None:
    page.goto(address + WITH_STEPS[0])
    figure = page.locator(STEPPED).first
    high = figure.evaluate("figure => figure.offsetHeight")
    page.mouse.move(2, 2)
    ready(page)
    expect(figure.locator(".take-away a", has_text="Dark PNG")).to_have_count(1)

    assert high == figure.evaluate("figure => figure.offsetHeight")


def test_the_head_of_a_page_that_is_swapped_in_is_that_of_the_page_when_it_is_loaded(page: Page, address: str) -> None:
    page.goto(address + LESSONS[0])
    page.mouse.move(2, 2)
    ready(page)
    page.evaluate("globalThis.stayed = true")
    page.locator(".footer__next").click()
    expect(page).to_have_url(address + LESSONS[1])
    expect(page).to_have_title(re.compile(re.escape(TITLES[1])))
    swapped_in, stayed = page.evaluate(HEAD), page.evaluate("globalThis.stayed")
    page.reload()

    assert stayed
    assert page.evaluate(HEAD) == swapped_in
    assert 1 == sum("application/ld+json" in tag for tag in swapped_in)
