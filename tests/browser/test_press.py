"""Questions about a picture: its parts are pressed with a mouse or a finger, and chosen below it with a keyboard."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.asking import KINDS, LESSON, asked, check, opened, said
from tests.waiting import at_rest

PICTURE = ".ask__picture"
SIGNS = f"{PICTURE} .ask__mark text"


@pytest.fixture(params=[360, 1280])
def sized(browser: Browser, request: pytest.FixtureRequest, address: str) -> Iterator[Page]:
    """Return the lesson on a phone, then on a desktop."""
    size = {"width": request.param, "height": 800}
    with browser.new_context(has_touch=request.param == 360, viewport=size) as context:  # type: ignore[arg-type]
        page = context.new_page()
        opened(page, address + LESSON)
        yield page


def part(page: Page, name: str) -> Locator:
    return page.locator(f"{PICTURE} svg.dg:visible [data-part={name}]")


def press(page: Page, target: Locator, x: float = 0.5, y: float = 0.5) -> None:
    """Press a place in a part, a finger on a phone and the mouse on a desktop."""
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    assert box
    place = box["x"] + x * box["width"], box["y"] + y * box["height"]
    if page.evaluate("navigator.maxTouchPoints"):
        page.touchscreen.tap(*place)
    else:
        page.mouse.click(*place)


def test_a_part_that_is_pressed_is_marked_and_told_right_or_wrong(sized: Page) -> None:
    form = asked(sized, "press")
    press(sized, part(sized, "kettle"), 0.02, 0.9)
    expect(form.get_by_role("radio", name="The kettle")).to_be_checked()
    expect(sized.locator(SIGNS)).to_have_text(["●"])
    check(form)
    expect(said(form)).to_contain_text("Not quite. There is only water in it.")
    expect(sized.locator(SIGNS)).to_have_text(["✗"])
    press(sized, part(sized, "pot"))
    expect(said(form)).to_be_empty()
    expect(sized.locator(SIGNS)).to_have_text(["●"])
    check(form)

    expect(said(form)).to_contain_text("Right. There the water meets them.")
    expect(sized.locator(SIGNS)).to_have_text(["✓"])


def test_what_is_no_answer_by_itself_is_any_other_part(sized: Page) -> None:
    form = asked(sized, "press")
    press(sized, sized.locator(f"{PICTURE} svg.dg:visible text", has_text="hot water"))
    expect(form.get_by_role("radio", name="Any other part")).to_be_checked()
    expect(sized.locator(SIGNS)).to_have_text(["●"])
    check(form)

    expect(said(form)).to_contain_text("Not quite. There are no leaves in this part.")


WORDS = [("Sugar", ".dg-box"), ("On the table", ".dg-group"), ("hot water", "text")]


@pytest.mark.parametrize(("words", "meant"), WORDS)
def test_words_that_no_answer_names_stand_for_what_they_are_written_on(sized: Page, words: str, meant: str) -> None:
    found = sized.locator(f"{PICTURE} svg.dg:visible text", has_text=words)
    press(sized, found)
    mark = sized.locator(f"{PICTURE} svg.dg:visible .ask__mark")
    expect(mark).to_have_count(1)

    assert mark.evaluate("(one, meant) => one.previousElementSibling.matches(meant)", meant)


def test_what_checks_the_answer_stays_in_view_beside_a_picture_that_is_higher_than_the_window(sized: Page) -> None:
    sized.set_viewport_size({"width": 360, "height": 300})
    form = asked(sized, "press")
    press(sized, part(sized, "kettle"))
    expect(form.get_by_role("button", name="Check")).to_be_in_viewport(ratio=1)
    for option in form.get_by_role("radio").all():
        option.focus()
        box, foot = option.bounding_box(), form.locator(".ask__foot").bounding_box()
        assert box
        assert foot
        assert box["y"] + box["height"] <= foot["y"]
    press(sized, part(sized, "kettle"), 0.02, 0.1)
    check(form)

    expect(said(form)).to_be_in_viewport(ratio=0.95)
    expect(sized.locator(".ask__mark text")).to_be_in_viewport()


def test_the_keyboard_chooses_below_the_picture_and_marks_the_part(sized: Page) -> None:
    form = asked(sized, "press")
    form.get_by_role("radio").first.focus()
    sized.keyboard.press("ArrowDown")
    expect(sized.locator(SIGNS)).to_have_text(["●"])
    sized.keyboard.press("Enter")

    expect(said(form)).to_contain_text("Right.")
    expect(sized.locator(f"{PICTURE} :is(a, button, [tabindex])")).to_have_count(0)
    expect(sized.locator(PICTURE)).to_have_attribute("aria-hidden", "true")


def test_the_picture_stands_in_its_last_step_whatever_the_step_of_the_drawing(sized: Page) -> None:
    drawn = sized.locator("figure[data-diagram=pouring]")
    states = "all => all.map(part => part.getAttribute('class'))"

    def looks(of: str) -> list[str]:
        return list(sized.locator(f"{of} svg.dg:visible .dg-part").evaluate_all(states))

    in_question = looks(PICTURE)
    expect(drawn).to_have_attribute("data-bound", "true")
    assert in_question != looks("figure[data-diagram=pouring]")
    for _ in range(3):
        drawn.get_by_role("button", name="Next").click()

    assert in_question == looks("figure[data-diagram=pouring]") == looks(PICTURE)


@pytest.mark.parametrize("width", ["", "70px"])
def test_every_part_is_large_enough_for_a_finger(sized: Page, width: str) -> None:
    sized.locator(PICTURE).evaluate("(picture, width) => { picture.style.width = width; }", width)
    at_rest(sized)
    sizes = sized.locator(f"{PICTURE} svg.dg:visible .ask__hit").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(({width, height}) => Math.min(width, height))"
    )

    assert 3 == len(sizes)
    assert [] == [size for size in sizes if size < 23.9]


NESTED = """picture => {
  const svg = [...picture.querySelectorAll('svg.dg')].find(one => one.clientWidth);
  const around = svg.querySelector('[data-part=pot]'), inner = svg.querySelector('[data-part=yours]');
  const {x, y, width, height} = around.getBBox();
  const hit = inner.querySelector('.ask__hit');
  const half = {x: x + width / 4, y, width: width / 2, height};
  for (const [name, value] of Object.entries(half)) hit.setAttribute(name, value);
}"""
"""Puts one part into another."""


def test_of_parts_within_others_the_inner_one_is_pressed(sized: Page) -> None:
    form = asked(sized, "press")
    sized.locator(PICTURE).evaluate(NESTED)
    press(sized, part(sized, "pot").locator("rect").first)
    expect(form.get_by_role("radio", name="Your cup")).to_be_checked()
    press(sized, part(sized, "pot").locator("rect").first, 0.1)

    expect(form.get_by_role("radio", name="The pot")).to_be_checked()


ALONE = """(quiz, id) => {
  const copy = quiz.cloneNode(), question = quiz.querySelector(`#${id}`).cloneNode(true);
  for (const link of question.querySelectorAll('a')) link.setAttribute('href', link.href);
  for (const room of question.querySelectorAll('.ask__picture')) room.remove();
  copy.append(question);
  return copy.outerHTML;
}"""
"""The question as another page may have it: with links to its lesson, and no picture."""


@pytest.mark.parametrize("found", [True, False])
def test_where_the_page_has_no_such_picture_it_is_taken_from_the_lesson(
    page: Page, address: str, *, found: bool
) -> None:
    page.goto(address + LESSON)
    alone = page.locator(".quiz").evaluate(ALONE, f"ask--{KINDS['press']}")

    def elsewhere(route: Route) -> None:
        text = route.fetch().text()
        route.fulfill(body=text.replace("</article>", f"{alone}</article>", 1), content_type="text/html; charset=utf-8")

    page.route(f"{address}about/", elsewhere)
    if not found:
        page.route(address + LESSON, lambda route: route.abort())
    page.goto(f"{address}about/")
    page.mouse.move(5, 5)
    form = asked(page, "press")
    form.get_by_role("radio", name="The pot").check()
    check(form)
    expect(said(form)).to_contain_text("Right.")

    expect(page.locator(SIGNS)).to_have_count(1 if found else 0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_are_seen_in_forced_colours(page: Page, address: str, scheme: Any) -> None:
    page.emulate_media(forced_colors="active", color_scheme=scheme, reduced_motion="reduce")
    opened(page, address + LESSON)
    form = asked(page, "press")
    form.get_by_role("radio", name="The kettle").check()
    for checked in (False, True):
        if checked:
            check(form)
        for selector in (
            ".ask__mark rect:visible",
            ".ask__mark text:visible",
            ".ask__option input:checked",
        ):
            part = form.locator(selector).first
            part.scroll_into_view_if_needed()
            box = part.bounding_box()
            assert box
            around = {"x": box["x"] - 4, "y": box["y"] - 4, "width": box["width"] + 8, "height": box["height"] + 8}
            seen = page.screenshot(clip=around)  # type: ignore[arg-type]
            part.evaluate("part => { part.style.opacity = 0 }")

            assert seen != page.screenshot(clip=around), selector  # type: ignore[arg-type]
            part.evaluate("part => { part.style.opacity = '' }")
