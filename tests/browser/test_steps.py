"""Diagrams in steps while their script is on its way: the first step stands there from the first paint."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import COURSE, LESSONS, PAGES, pages_of, ready
from tests.held import Held
from tests.shared import cleared
from tests.waiting import at_rest

STEPPED = "figure[data-steps]"
SCRIPT = "**/steps.*.js"


def has_steps(address: str) -> bool:
    """Return whether a page shows a diagram in steps."""
    page = COURSE.page_at(address)
    assert page
    shown = [str(call.arguments[0]) for call in page.calls_for("diagram")]
    return any(COURSE.diagrams[name].steps for name in (COURSE.diagrams if page.calls_for("gallery") else shown))


WITH_STEPS = [*filter(has_steps, PAGES)]
FOLLOWING = next(number for number, lesson in enumerate(LESSONS) if number and has_steps(lesson))
"""The place of a lesson with steps that follows another lesson."""

SEEN = """figure => {
  const corner = figure.getBoundingClientRect();
  const look = (part) => {
    const {left, top, width, height} = part.getBoundingClientRect(), style = getComputedStyle(part);
    const place = [left - corner.left, top - corner.top, width, height].map((side) => Math.round(side * 10) / 10);
    return [part.tagName, part.textContent.slice(0, 40), ...place, ...['opacity', 'visibility', 'fill', 'stroke',
      'strokeDasharray'].map((name) => style[name])].join(' ');
  };
  return [corner.height, ...[...figure.querySelectorAll('svg.dg *, .steps, .steps li, .steps__turn, .steps__count')]
    .filter((part) => part.checkVisibility({visibilityProperty: true})).map(look)];
}"""
"""All that is to be seen of a figure: where each part is, and how it looks."""

FRAMES = """figure => new Promise((done) => {
  const seen = [];
  const look = () => {
    seen.push([...figure.querySelectorAll('.dg-part')].map((part) => {
      const {left, top} = part.getBoundingClientRect();
      return [left, top, getComputedStyle(part).opacity].join(' ');
    }).join());
    seen.length < 40 ? requestAnimationFrame(look) : done([...new Set(seen)]);
  };
  look();
})"""
"""How the parts of a figure stand in each of forty frames, each way once."""


@pytest.fixture(params=[360, 1280])
def sized(page: Page, request: pytest.FixtureRequest) -> Page:
    """Return the page of a phone, then that of a desktop."""
    page.set_viewport_size({"width": request.param, "height": 900})
    page.emulate_media(reduced_motion="reduce")
    return page


def first_steps(page: Page) -> list[Any]:
    return [figure.evaluate(SEEN) for figure in page.locator(STEPPED).all()]


def stepped(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(STEPPED).first.scroll_into_view_if_needed()
    page.mouse.move(5, 5)


def is_bound(page: Page) -> None:
    for figure in page.locator(STEPPED).all():
        expect(figure).to_have_attribute("data-bound", "true")


def test_these_are_all_pages_with_steps(site: Path) -> None:
    found = [page for page in pages_of(site) if " data-steps=" in page.read_text()]

    assert sorted(WITH_STEPS) == [page.relative_to(site).as_posix().removesuffix("index.html") for page in found]


@pytest.mark.parametrize("path", WITH_STEPS)
def test_the_first_step_is_seen_before_its_script_comes_and_nothing_moves_then(
    sized: Page, address: str, path: str
) -> None:
    script = Held(sized, SCRIPT)
    stepped(sized, address + path)
    at_rest(sized)
    before = first_steps(sized)
    sized.evaluate(
        """() => new PerformanceObserver((list) => { window.shifts = list.getEntries().map(({value}) => value); })
            .observe({type: 'layout-shift'})"""
    )
    script.let_go()
    is_bound(sized)

    assert before == first_steps(sized)
    assert None is sized.evaluate("window.shifts")
    for figure in sized.locator(STEPPED).all():
        expect(figure.locator(".steps li:visible")).to_have_text([figure.locator("li").first.inner_text()])


def test_nothing_fades_or_slides_when_the_script_comes(page: Page, address: str) -> None:
    script = Held(page, SCRIPT)
    stepped(page, address + WITH_STEPS[0])
    figure = page.locator(STEPPED).first
    before = figure.evaluate(FRAMES)
    script.let_go()
    is_bound(page)

    assert 1 == len(before)
    assert before == figure.evaluate(FRAMES)


@pytest.mark.parametrize("path", WITH_STEPS)
def test_the_last_step_is_seen_without_scripts_on_paper_and_when_the_script_does_not_come(
    desktop: Page, scriptless: Page, address: str, path: str
) -> None:
    looks = []
    for how in ("no script", "paper", "lost"):
        with cleared(scriptless if how == "no script" else desktop) as page:
            page.emulate_media(reduced_motion="reduce")
            if how == "paper":
                Held(page, SCRIPT)
            elif how == "lost":
                page.route("**/steps.*.js", lambda route: route.abort())
            page.goto(address + path)
            if how == "lost":
                page.mouse.move(5, 5)
                expect(page.locator("html")).not_to_have_class(re.compile("live"))
            page.emulate_media(media="print", reduced_motion="reduce")
            parts = page.locator(f"{STEPPED} .diagram__wide .dg-part")
            looks.append(
                parts.evaluate_all(
                    """all => all.map((part) => [getComputedStyle(part).opacity, getComputedStyle(part).transform,
                        getComputedStyle(part.firstChild).fill, part.className.baseVal].join(' '))"""
                )
            )
            for figure in page.locator(STEPPED).all():
                count = int(figure.get_attribute("data-steps") or 0)
                expect(figure.locator(".steps li:visible")).to_have_count(count)

    assert looks[0] == looks[1] == looks[2]
    assert [] == [look for look in looks[0] if look.startswith("0 ") != ("--off" in look)]


def test_a_figure_whose_script_came_can_be_turned_although_another_is_lost(sized: Page, address: str) -> None:
    sized.route("**/course.*.js", lambda route: route.abort())
    stepped(sized, address + WITH_STEPS[1])
    is_bound(sized)
    expect(sized.locator("html")).not_to_have_class(re.compile("live"))
    figure = sized.locator(STEPPED).first
    figure.get_by_role("button", name="Next").click()

    expect(figure.locator("[data-count]")).to_have_text(f"Step 2 of {figure.get_attribute('data-steps')}")
    expect(figure.locator(".steps li:visible")).to_have_count(1)
    expect(figure.get_by_text("The picture shows the last step.")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_show_the_first_step_too(page: Page, address: str, scheme: Any) -> None:
    page.emulate_media(forced_colors="active", color_scheme=scheme, reduced_motion="reduce")
    script = Held(page, SCRIPT)
    stepped(page, address + WITH_STEPS[1])
    before = first_steps(page)
    script.let_go()
    is_bound(page)

    assert before == first_steps(page)


def test_a_page_that_is_swapped_in_shows_the_first_step(at_home: Page, home: str) -> None:
    page = at_home
    page.emulate_media(reduced_motion="reduce")
    page.goto(home + LESSONS[FOLLOWING - 1])
    page.mouse.move(5, 5)
    ready(page)
    page.evaluate("window.same = true")
    page.locator(".footer__next").click()
    expect(page).to_have_url(home + LESSONS[FOLLOWING])
    is_bound(page)
    swapped_in = first_steps(page)
    assert page.evaluate("window.same")
    page.reload()
    page.mouse.move(5, 5)
    is_bound(page)

    assert swapped_in == first_steps(page)
