"""Commands on a page: each is copied without its prompts, by a button that is there when the page is used."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.conftest import ready

COMMANDS = ['echo "Earl Grey" > tin', "cat tin \\\ntin", "boil --cups 4"]
PLACES = """
    [...document.querySelectorAll(".console [class^=console]:not(button)")]
        .map(one => JSON.stringify(one.getBoundingClientRect()))
"""


def opened(page: Page, address: str) -> Page:
    page.goto(f"{address}notes/")
    page.mouse.move(2, 2)
    ready(page)
    return page


def test_a_button_beside_each_command_copies_it_without_its_prompts(context: BrowserContext, address: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = opened(context.new_page(), address)
    for command in COMMANDS:
        page.get_by_role("button", name=f"Copy the command {command.replace(chr(10), ' ')}").click()

        expect(page.get_by_role("status").filter(has_text="Copied")).not_to_have_count(0)
        assert command == page.evaluate("navigator.clipboard.readText()")


def test_where_copying_is_forbidden_the_command_is_selected(context: BrowserContext, address: str) -> None:
    context.add_init_script("delete Navigator.prototype.clipboard")
    page = opened(context.new_page(), address)
    page.get_by_role("button", name="Copy the command boil").click()

    expect(page.get_by_role("status").filter(has_text="with your keyboard")).not_to_have_count(0)
    assert "boil --cups 4" == page.evaluate("getSelection().toString().trim()")


def test_what_a_reader_selects_has_no_prompt_and_no_button(page: Page, address: str) -> None:
    opened(page, address)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.console pre'))")
    lines = page.evaluate("getSelection().toString()").split("\n")

    assert ['echo "Earl Grey" > tin', "cat tin \\", "tin", "Earl Grey", "Earl Grey"] == [line for line in lines if line]


@pytest.mark.parametrize(("touch", "least"), [(False, 24), (True, 44)])
def test_the_buttons_are_large_enough_and_move_nothing(
    browser: Browser, address: str, *, touch: bool, least: int
) -> None:
    with browser.new_context(has_touch=touch, is_mobile=touch, viewport={"width": 360, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{address}notes/")
        before = page.evaluate(PLACES)
        page.mouse.move(2, 2)
        ready(page)
        boxes = [button.bounding_box() for button in page.locator(".console__copy").all()]

        assert [] == [box for box in boxes if not box or min(box["height"], box["width"]) < least]
        assert len(COMMANDS) == len(boxes)
        assert before == page.evaluate(PLACES)


def test_without_scripts_and_on_paper_there_is_no_button(browser: Browser, page: Page, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto(f"{address}notes/")
        assert 0 == plain.locator(".console__copy").count()
        assert "$ boil --cups 4\nIt boils." in (plain.locator(".console").last.text_content() or "")
    opened(page, address).emulate_media(media="print")

    expect(page.locator(".console__copy").first).to_be_hidden()


@pytest.mark.parametrize(("width", "beside"), [(360, False), (1280, True)])
def test_terminals_stand_beside_each_other_where_there_is_room(
    page: Page, address: str, width: int, *, beside: bool
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}lab/")
    kitchen, pantry = (one.bounding_box() for one in page.locator(".terminal").all())

    assert kitchen
    assert pantry
    assert beside == (kitchen["y"] == pantry["y"])
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_command_of_a_terminal_is_copied_without_what_its_lines_say(context: BrowserContext, address: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}lab/")
    page.mouse.move(2, 2)
    ready(page)
    page.get_by_role("button", name="Copy the command cat > tin").click()

    expect(page.get_by_role("status").filter(has_text="Copied")).not_to_have_count(0)
    assert "cat > tin <<END\nEarl Grey\n100 g\nEND" == page.evaluate("navigator.clipboard.readText()")


def test_what_is_marked_can_be_told_apart_by_sign_and_not_by_colour_alone(page: Page, address: str) -> None:
    page.goto(f"{address}lab/")
    signs = page.evaluate(
        "[...document.querySelectorAll('.terminal__mark')].map(one => getComputedStyle(one, '::before').content)"
    )

    assert 6 == len(signs)
    assert ["●", "=", "≠"] == [sign[1] for sign in dict.fromkeys(signs)]
