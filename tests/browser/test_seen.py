"""Small faults that were seen once, each in all places where there could be one of its kind."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Page, expect

from tests.conftest import LESSONS, pages_of
from tests.waiting import at_rest

BOX = """part => {
  const { left, right, top, bottom } = part.getBoundingClientRect();
  return { left, right, top, bottom };
}"""
SPOKEN_TOGETHER = {"span", "b", "strong", "em", "a"}
ONE_OF_TWO = {"comparison__why", "comparison__more"}
"""Of these the stylesheet shows one."""


def soups(site: Path) -> dict[str, BeautifulSoup]:
    return {str(page.relative_to(site)): BeautifulSoup(page.read_text(), "html.parser") for page in pages_of(site)}


def test_what_share_says_stands_below_its_button_where_there_is_no_room_beside_it(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(address + LESSONS[0])
    page.mouse.move(10, 10)
    page.evaluate("navigator.share = undefined; navigator.clipboard.writeText = async () => {}")
    page.locator("[data-share]").click()
    said = page.locator(".share__said")
    expect(said).to_have_text("The address is copied.")
    button, text = page.locator("[data-share]").evaluate(BOX), said.evaluate(BOX)

    assert text["top"] >= button["bottom"] or text["left"] >= button["right"]
    assert text["bottom"] - text["top"] < 30


def test_the_picture_of_the_first_page_is_whole_on_a_small_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address)
    ratio = """svg => svg.clientWidth / svg.clientHeight - svg.viewBox.baseVal.width / svg.viewBox.baseVal.height"""

    assert abs(page.locator(".hero > svg").evaluate(ratio)) < 0.1


def test_a_header_with_text_of_twice_the_size_takes_no_quarter_of_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address + LESSONS[0])
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    page.evaluate("document.querySelector('.brand span').textContent = 'Considerations of all alternatives'")
    page.evaluate("scrollTo(0, 500)")
    at_rest(page)
    header, button = page.locator(".md-header").evaluate(BOX), page.locator(".control--menu").evaluate(BOX)

    assert header["bottom"] <= 740 / 4
    assert button["top"] >= 0


def test_long_words_of_titles_may_be_hyphenated(page: Page, address: str) -> None:
    page.goto(address + LESSONS[0])

    assert "auto" == page.locator("h1").evaluate("part => getComputedStyle(part).hyphens")


def test_no_heading_ends_in_a_sign_and_no_link_is_named_by_one(site: Path) -> None:
    for path, soup in soups(site).items():
        named = [
            link.get_text(strip=True) or link.get("aria-label") or ""
            for link in soup.select("a[href]:not([hidden], :has(svg))")
        ]

        assert [] == [heading for heading in soup.select("h1, h2, h3, h4") if heading.get_text().endswith("#")], path
        assert [] == [name for name in named if not any(map(str.isalnum, str(name))) and name != "↑"], path


def test_a_figure_has_its_title_for_its_name(page: Page, address: str) -> None:
    for path in (*LESSONS, "charts/", "lab/"):
        page.goto(address + path)
        for figure in page.locator("figure.diagram").all():
            title = figure.locator("figcaption strong").first.inner_text().rstrip(".")

            assert title == figure.get_attribute("aria-label")


def test_words_of_two_parts_are_not_read_as_one(site: Path) -> None:
    found = []
    for path, soup in soups(site).items():
        for silent in soup.select("[aria-hidden=true], svg, script, template, style, pre"):
            silent.decompose()
        found += [(path, str(part)) for part in soup.find_all(SPOKEN_TOGETHER) if _runs_on(part)]

    assert [] == found


def _runs_on(part: Tag) -> bool:
    """Tell whether the last word of a part and the first of the next one stand together."""
    following = part.next_sibling
    if not isinstance(following, Tag):
        return False
    one, two = part.get_text(), following.get_text()
    told_apart = following.name not in SPOKEN_TOGETHER or ONE_OF_TWO & {*following.get_attribute_list("class")}
    return not told_apart and one[-1:].isalnum() and two[:1].isalnum()


@pytest.mark.parametrize("size", [(1280, 800), (360, 740)])
def test_the_advice_in_view_has_an_edge_and_says_how_much_is_answered(
    page: Page, address: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{address}which-one/")
    page.locator(".decision input").first.check()
    at_rest(page)
    count = page.locator(".decision__progress")
    expect(count).to_contain_text("answered")
    box = count.evaluate(BOX)
    edge = "part => getComputedStyle(part.closest('.decision__foot')).borderTopWidth"
    own = "part => getComputedStyle(part).borderTopWidth"

    assert 0 <= box["top"] < box["bottom"] <= size[1]
    assert "2px" in {count.evaluate(edge), count.evaluate(own)}
