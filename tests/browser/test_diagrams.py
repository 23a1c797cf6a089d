"""Diagrams in a real browser: steps, files of their own, and colours that are forced."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Locator, Page, expect

GALLERY = "pictures/"
STEPPED = "figure[data-steps]"


@pytest.fixture(params=[360, 1280])
def sized(page: Page, request: pytest.FixtureRequest) -> Page:
    """Return the page of a phone, then that of a desktop."""
    page.set_viewport_size({"width": request.param, "height": 900})
    return page


def stepped(page: Page, address: str) -> list[Locator]:
    page.goto(address + GALLERY)
    page.mouse.move(200, 200)
    expect(page.locator(f"{STEPPED} .steps [aria-current]").first).to_be_visible()
    return page.locator(STEPPED).all()


def test_the_buttons_turn_the_steps_one_by_one(sized: Page, address: str) -> None:
    for figure in stepped(sized, address):
        back, forth = figure.get_by_role("button", name="Back"), figure.get_by_role("button", name="Next")
        sentences = figure.locator(".steps li").all_text_contents()

        expect(back).to_have_attribute("aria-disabled", "true")
        for number, sentence in enumerate(sentences, start=1):
            expect(figure.locator(".steps li:visible")).to_have_text([sentence])
            expect(figure.locator("[data-count]")).to_have_text(f"Step {number} of {len(sentences)}")
            forth.click(force=True)
        expect(forth).to_have_attribute("aria-disabled", "true")
        expect(figure.locator(".steps li:visible")).to_have_text([sentences[-1]])
        back.click()
        expect(figure.locator(".steps li:visible")).to_have_text([sentences[-2]])


def test_each_step_is_announced_and_turned_by_keyboard(sized: Page, address: str) -> None:
    figure = stepped(sized, address)[0]
    second = figure.locator(".steps li").nth(1).text_content()
    status = figure.get_by_role("status")

    expect(status).to_be_empty()
    figure.get_by_role("button", name="Next").focus()
    sized.keyboard.press("Enter")
    expect(status).to_have_text(f"Step 2 of {figure.get_attribute('data-steps')}: {second}")
    expect(figure.get_by_role("button", name="Next")).to_be_focused()


def test_a_figure_keeps_its_height_through_all_steps(sized: Page, address: str) -> None:
    for figure in stepped(sized, address):
        heights = set()
        for _ in range(int(figure.get_attribute("data-steps") or 0)):
            heights.add(figure.evaluate("figure => figure.getBoundingClientRect().height"))
            figure.get_by_role("button", name="Next").click(force=True)

        assert 1 == len(heights)


def test_the_last_step_is_what_is_drawn_without_a_script(page: Page, still: Page, address: str) -> None:
    drawn = []
    for shown in (page, still):
        shown.emulate_media(reduced_motion="reduce")
        shown.goto(address + GALLERY)
        figures = shown.locator(STEPPED)
        parts_of = "all => all.map(figure => figure.querySelectorAll('.dg-part').length)"
        counts = figures.evaluate_all(parts_of)
        figure = figures.nth(counts.index(max(counts)))
        if shown is page:
            for _ in range(int(figure.get_attribute("data-steps") or 0)):
                figure.get_by_role("button", name="Next").click(force=True)
        parts = figure.locator("svg.dg:visible .dg-part").all()
        corner = figure.locator("svg.dg:visible").first.bounding_box()
        boxes = [part.bounding_box() for part in parts]
        assert corner
        drawn.append([(round(box["x"] - corner["x"]), round(box["y"] - corner["y"])) for box in boxes if box])

    assert drawn[0] == drawn[1]
    assert drawn[0]


def test_without_a_script_all_sentences_stand_below_and_no_button(still: Page, address: str) -> None:
    still.goto(address + GALLERY)
    for figure in still.locator(STEPPED).all():
        count = int(figure.get_attribute("data-steps") or 0)

        expect(figure.locator(".steps li:visible")).to_have_count(count)
        expect(figure.locator("button:visible")).to_have_count(0)
        expect(figure.get_by_text("The picture shows the last step.")).to_be_visible()


def test_the_print_has_all_sentences_and_no_button(sized: Page, address: str) -> None:
    figure = stepped(sized, address)[0]
    sized.emulate_media(media="print")

    expect(figure.locator(".steps li:visible")).to_have_count(int(figure.get_attribute("data-steps") or 0))
    expect(figure.locator("button:visible")).to_have_count(0)
    expect(figure.get_by_text("The picture shows the last step.")).to_be_visible()
    expect(sized.locator(".in-words:visible, .take-away:visible")).to_have_count(0)


def test_the_print_draws_the_last_step_and_the_screen_the_one_before_it(sized: Page, address: str) -> None:
    stepped(sized, address)
    second = sized.locator(f"{STEPPED} [data-states^='off'][data-states$='on']").first

    expect(second).to_have_class("dg-part dg-part--off")
    sized.emulate_media(media="print")
    expect(second).to_have_class("dg-part dg-part--on")
    sized.emulate_media(media="screen")
    expect(second).to_have_class("dg-part dg-part--off")


def test_nothing_moves_where_motion_is_unwelcome(page: Page, address: str) -> None:
    durations = {}
    for motion in ("reduce", "no-preference"):
        page.emulate_media(reduced_motion="reduce" if motion == "reduce" else "no-preference")
        page.goto(address + GALLERY)
        style = "part => getComputedStyle(part).transitionDuration"
        durations[motion] = page.locator(".dg-part").first.evaluate(style)

    assert "0s" == durations["reduce"]
    assert "0s" != durations["no-preference"]


@pytest.mark.parametrize(("scheme", "ground"), [("light", "rgb(251, 250, 247)"), ("dark", "rgb(13, 23, 34)")])
def test_a_file_of_its_own_follows_the_readers_scheme(
    page: Page, site: Path, scheme: Literal["light", "dark"], ground: str
) -> None:
    page.emulate_media(color_scheme=scheme)
    follow = [file for file in (site / "diagrams").glob("*.svg") if "prefers-color-scheme" in file.read_text()]
    most_words = max(follow, key=lambda file: file.read_text().count("<text"))
    page.goto(most_words.as_uri())

    assert ground == page.evaluate("getComputedStyle(document.querySelector('rect')).fill")
    assert 1 <= page.evaluate("document.querySelectorAll('text').length")


def test_forced_colours_leave_outlines_words_and_arrows(page: Page, address: str) -> None:
    page.emulate_media(forced_colors="active", color_scheme="dark")
    page.goto(address + GALLERY)
    drawn = page.locator("svg.dg:visible")

    for selector, name in ((".dg-box", "stroke"), (".dg-text", "fill"), (".dg-arrow", "stroke")):
        found: set[str] = {
            *drawn.locator(selector).evaluate_all(f"parts => parts.map(part => getComputedStyle(part).{name})")
        }

        assert {"rgb(255, 255, 255)"} == found, selector
