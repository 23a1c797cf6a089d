"""Questions as forms: answered by mouse, touch and keyboard alone, told right or wrong, and remembered."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.asking import KINDS, LESSON, VERDICT, are_forms, asked, check, opened, said
from tests.browser.test_reader_settings import LOST
from tests.conftest import LESSONS, ready
from tests.held import Held
from tests.waiting import at_rest

WIDTHS = [320, 360, 768, 1280]
PLACES = """() => [...document.querySelectorAll('.ask')].map((question) => {
  const corner = question.getBoundingClientRect(), room = document.querySelector('.ask__picture');
  const parts = '.ask__text, .ask__how, .ask__option, .ask__picture, li';
  return [question.id, corner.height, ...[...question.querySelectorAll(parts)].filter((part) => part.checkVisibility())
    .map((part) => part.getBoundingClientRect()).map(({left, top, height}) => [left, top - corner.top, height])]
    .flat().map((one) => typeof one === 'number' ? Math.round(one) : one).join(' ');
})"""
"""Where everything is in each question."""


@pytest.fixture
def answering(page: Page, address: str) -> Page:
    opened(page, address + LESSON)
    return page


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740}) as context:
        yield context.new_page()


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_moves_when_what_opens_becomes_a_form(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    script = Held(page, "**/course.*.js")
    page.goto(address + LESSON)
    page.mouse.move(5, 5)
    at_rest(page)
    before = page.evaluate(PLACES)
    for question in page.locator(".ask").all():
        question.scroll_into_view_if_needed()
    page.evaluate(
        """() => new PerformanceObserver((list) => {
          window.shifts = list.getEntries().flatMap(({sources}) => sources).map(({node, previousRect, currentRect}) =>
            [node?.outerHTML?.slice(0, 90), JSON.stringify(previousRect), JSON.stringify(currentRect)]);
        }).observe({type: 'layout-shift'})"""
    )
    script.let_go()
    are_forms(page)
    at_rest(page)

    assert len(KINDS) == len(before)
    assert before == page.evaluate(PLACES)
    assert None is page.evaluate("window.shifts")


def test_no_stylesheet_is_loaded_again_when_the_theme_makes_addresses_absolute(answering: Page) -> None:
    styles = answering.locator("link[rel=stylesheet]").evaluate_all("all => all.map(one => one.getAttribute('href'))")

    assert len(styles) > 1
    assert [] == [style for style in styles if not style.startswith("http://")]


def test_one_right_answer_is_found_with_the_mouse(answering: Page) -> None:
    form = asked(answering, "one-of")
    form.get_by_text("Coffee").click()
    check(form)
    expect(said(form)).to_contain_text("Not quite. It is not.")
    expect(form.get_by_role("radio", name="Coffee Not quite.")).to_be_checked()
    expect(form.get_by_text("It is.", exact=True)).to_have_count(0)
    form.get_by_role("button", name="Try again").click()
    expect(said(form)).to_be_empty()
    expect(form.get_by_role("radio", name="Tea")).to_be_focused()
    form.get_by_text("Tea").click()
    check(form)

    expect(said(form)).to_contain_text("Right. It is.")
    expect(said(form).get_by_role("link", name="Read why")).to_be_visible()


PAIRS = {
    "A cup": "It holds the infusion.",
    "A saucer": "It holds what runs over.",
    "A kettle": "It makes water hot.",
}


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("one-of", ["Space", "Tab", "Enter"]),
        ("some-of", ["Tab", "Space", "Tab", "Space", "Tab", "Tab", "Space"]),
        ("press", ["ArrowDown", "Enter"]),
    ],
)
def test_options_are_chosen_and_checked_with_the_keyboard_alone(answering: Page, kind: str, keys: list[str]) -> None:
    asked(answering, kind).locator("input").first.focus()
    for key in keys:
        answering.keyboard.press(key)

    expect(said(asked(answering, kind)).locator(VERDICT)).to_contain_text("Right.")


def test_two_columns_are_matched_with_the_keyboard_alone(answering: Page) -> None:
    form = asked(answering, "match")
    form.get_by_role("combobox").first.focus()
    for right in PAIRS.values():
        while answering.locator(":focus").input_value() != right:
            answering.keyboard.press("ArrowDown")
        answering.keyboard.press("Tab")
    answering.keyboard.press("Enter")

    expect(said(form).locator(VERDICT)).to_have_text("Right.")


def test_a_touch_chooses_and_checks(phone: Page, address: str) -> None:
    phone.goto(address + LESSON)
    form = asked(phone, "one-of")
    # What is touched is a summary or, when the script has come meanwhile, a label: both stand in the same place.
    x, y = phone.locator(f"#ask--{KINDS['one-of']}").evaluate(
        """(question) => {
          question.scrollIntoView();
          const found = [...question.querySelectorAll('summary, label')].find((one) => one.checkVisibility());
          const { left, top } = found.getBoundingClientRect();
          return [left + 50, top + 10];
        }"""
    )
    phone.touchscreen.tap(x, y)
    expect(form.get_by_role("radio", name="Tea")).to_be_checked()
    form.get_by_role("button", name="Check").tap()

    expect(said(form)).to_contain_text("Right. It is.")


def test_what_is_told_comes_into_view(phone: Page, address: str) -> None:
    opened(phone, address + LESSON)
    form = asked(phone, "one-of")
    form.get_by_text("Tea").click()
    button = form.get_by_role("button", name="Check")
    button.evaluate("one => scrollTo(0, scrollY + one.getBoundingClientRect().bottom - innerHeight)")
    check(form)

    expect(said(form)).to_be_in_viewport(ratio=0.95)


def test_of_several_right_answers_what_is_missing_is_named_at_the_second_try(answering: Page) -> None:
    form = asked(answering, "some-of")
    form.get_by_role("checkbox", name="Coffee under pressure").check()
    form.get_by_role("checkbox", name="A pot of tea").check()
    check(form)
    expect(said(form)).to_contain_text("Not quite. Something that is right is missing.")
    expect(said(form).get_by_role("listitem")).to_have_text(
        [
            "A pot of tea Not quite. Whole leaves need about four minutes.",
            "Coffee under pressure Right. It takes half a minute.",
        ]
    )
    expect(form.locator("[data-verdict=missed]")).to_have_count(0)
    form.get_by_role("button", name="Try again").click()
    form.get_by_role("checkbox", name="A pot of tea").uncheck()
    check(form)

    expect(said(form)).to_contain_text("Powder of tea Missing. Nearly all of it is outside.")
    form.get_by_role("button", name="Try again").click()
    form.get_by_role("checkbox", name="Powder of tea").check()
    check(form)
    expect(said(form).locator(VERDICT)).to_have_text("Right.")


def test_what_is_changed_after_a_check_is_to_be_checked_anew(answering: Page) -> None:
    form = asked(answering, "some-of")
    form.get_by_role("checkbox", name="A pot of tea").check()
    check(form)
    form.get_by_role("checkbox", name="Powder of tea").check()

    expect(said(form)).to_be_empty()
    expect(form.locator("[data-verdict]")).to_have_count(0)
    expect(form.get_by_role("button", name="Check")).to_be_visible()


@pytest.mark.parametrize("kind", ["one-of", "some-of", "match", "press"])
def test_nothing_chosen_is_told_and_is_no_wrong_answer(answering: Page, kind: str) -> None:
    form = asked(answering, kind)
    check(form)

    expect(said(form)).to_have_text("Choose one for each first." if kind == "match" else "Choose an answer first.")
    expect(form.locator("input, select").first).to_be_focused()
    assert {} == answering.evaluate("({...memory.all('answers')})")


def test_of_two_columns_the_first_that_nothing_is_chosen_for_gets_the_focus(answering: Page) -> None:
    form = asked(answering, "match")
    for left in ("A cup", "A kettle"):
        form.get_by_role("combobox", name=left).select_option(PAIRS[left])
    check(form)

    expect(said(form)).to_have_text("Choose one for each first.")
    expect(form.get_by_role("combobox", name="A saucer")).to_be_focused()


ORDER = ["The kettle", "The pot", "The cup", "The saucer"]


def order(form: Locator) -> list[str]:
    return [" ".join(text.split()) for text in form.locator(".ask__given > li > span:first-child").all_inner_texts()]


def test_an_order_is_made_with_buttons_that_keep_the_focus_and_tell_each_move(answering: Page) -> None:
    form = asked(answering, "in-order")
    assert ORDER != order(form)
    for place, text in enumerate(ORDER, start=1):
        button = form.get_by_role("button", name=f"Up: {text}")
        button.focus()
        while order(form).index(text) + 1 > place:
            answering.keyboard.press("Enter")
            expect(button).to_be_focused()
            expect(said(form)).to_have_text(f"{text} now has place {order(form).index(text) + 1} of 4.")
    expect(form.get_by_role("button", name="Up: The kettle")).to_have_attribute("aria-disabled", "true")
    expect(form.get_by_role("button", name="Down: The saucer")).to_have_attribute("aria-disabled", "true")
    check(form)

    assert ORDER == order(form)
    expect(said(form).locator(VERDICT)).to_have_text("Right.")
    expect(said(form).get_by_role("listitem").first).to_have_text("1. The kettle Right. There it gets hot.")


def ordered(form: Locator, *wanted: str) -> None:
    """Put the items into the order that is wanted, with their buttons."""
    for place, text in enumerate(wanted):
        while order(form).index(text) > place:
            form.get_by_role("button", name=f"Up: {text}").click()


def test_a_wrong_order_says_what_is_early_or_late_and_shows_the_whole_at_the_second_try(answering: Page) -> None:
    form = asked(answering, "in-order")
    ordered(form, "The kettle", "The cup", "The pot", "The saucer")
    check(form)
    expect(said(form).locator(VERDICT)).to_have_text("Not quite. 2 of 4 right.")
    expect(said(form).get_by_role("listitem")).to_have_text(
        [
            "1. The kettle Right. There it gets hot.",
            "2. The cup Not quite. It comes later.",
            "3. The pot Not quite. It comes earlier.",
            "4. The saucer Right. It holds what runs over.",
        ]
    )
    form.get_by_role("button", name="Try again").click()
    check(form)

    expect(said(form).get_by_role("listitem")).to_have_text(
        [
            "1. The kettle Right. There it gets hot.",
            "2. The pot This would be right. There it meets the leaves.",
            "3. The cup This would be right. From there you drink it.",
            "4. The saucer Right. It holds what runs over.",
        ]
    )


def test_the_buttons_of_an_order_say_whether_their_row_is_right(answering: Page) -> None:
    form = asked(answering, "in-order")
    ordered(form, "The kettle", "The cup", "The pot", "The saucer")
    check(form)
    for text, verdict in zip(order(form), ["Right.", "Not quite.", "Not quite.", "Right."], strict=True):
        for way in ("Up", "Down"):
            button = form.get_by_role("button", name=f"{way}: {text}")
            expect(button).to_have_accessible_description(verdict)
    form.get_by_role("button", name="Up: The pot").click()

    expect(form.get_by_role("button", name="Up: The pot")).to_have_accessible_description("")


def test_two_columns_are_matched_by_choosing_from_a_list(answering: Page) -> None:
    form = asked(answering, "match")
    for left in PAIRS:
        form.get_by_role("combobox", name=left).select_option(PAIRS["A cup"])
    check(form)
    expect(said(form).locator(VERDICT)).to_have_text("Not quite. 1 of 3 right.")
    form.get_by_role("button", name="Try again").click()
    expect(form.get_by_role("combobox").first).to_be_focused()
    for left, right in PAIRS.items():
        form.get_by_role("combobox", name=left).select_option(right)
    check(form)

    expect(said(form).locator(VERDICT)).to_have_text("Right.")
    expect(said(form)).to_contain_text("You drink from it.")


def test_each_wrong_pair_gets_a_hint_and_at_the_second_try_its_answer_and_the_reason(answering: Page) -> None:
    form = asked(answering, "match")
    for left in PAIRS:
        form.get_by_role("combobox", name=left).select_option(PAIRS["A cup"])
    check(form)
    expect(said(form).get_by_role("listitem")).to_have_text(
        [
            "A cup: It holds the infusion. Right. You drink from it.",
            "A saucer: It holds the infusion. Not quite. It belongs to another one.",
            "A kettle: It holds the infusion. Not quite. It belongs to another one.",
        ]
    )
    form.get_by_role("button", name="Try again").click()
    check(form)

    expect(said(form).get_by_role("listitem")).to_have_text(
        [
            "A cup: It holds the infusion. Right. You drink from it.",
            "A saucer: It holds what runs over. This would be right. It stands below the cup.",
            "A kettle: It makes water hot. This would be right. It stands on the stove.",
        ]
    )


def test_each_choice_of_a_pair_says_in_its_name_whether_it_is_right(answering: Page) -> None:
    form = asked(answering, "match")
    for left in PAIRS:
        form.get_by_role("combobox", name=left).select_option(PAIRS["A cup"])
    check(form)
    choices = form.get_by_role("combobox")
    for index, name in enumerate(["A cup Right.", "A saucer Not quite.", "A kettle Not quite."]):
        expect(choices.nth(index)).to_have_accessible_name(name)
    choices.nth(1).select_option(PAIRS["A saucer"])

    expect(choices.nth(1)).to_have_accessible_name("A saucer")


def test_a_right_answer_is_not_to_be_tried_again(answering: Page) -> None:
    form = asked(answering, "one-of")
    form.get_by_text("Tea").click()
    check(form)
    expect(form.get_by_role("button", name="Try again")).to_have_count(0)
    form.get_by_role("button", name="Answer anew").click()

    expect(form.get_by_role("radio", name="Tea")).not_to_be_checked()


def test_a_prediction_is_kept_without_a_word_of_the_answer_and_comes_back_in_the_text(answering: Page) -> None:
    form, block = asked(answering, "predict"), answering.locator(".predicted")
    form.get_by_text("Tea").click()
    form.get_by_role("button", name="Keep my answer").click()
    expect(said(form)).to_have_text("Kept. The text below comes back to it.")
    expect(said(form).get_by_role("link")).to_be_focused()
    expect(answering.locator(f"#ask--{KINDS['predict']}").get_by_text("roasted").filter(visible=True)).to_have_count(0)
    answering.keyboard.press("Enter")
    expect(answering).to_have_url(f"{answering.url.partition('#')[0]}#told--{KINDS['predict']}")
    expect(block).to_be_focused()
    expect(block.locator(".predicted__own")).to_have_text("Your answer: TeaNot quite. Its leaves are green.")
    form.get_by_text("Coffee").click()
    form.get_by_role("button", name="Keep my answer").click()

    expect(block.locator(".predicted__own")).to_have_text("Your answer: CoffeeRight.")
    expect(block).to_contain_text("Its beans are roasted.")


def test_without_a_prediction_the_text_says_the_answer_with_a_link_to_the_question(answering: Page) -> None:
    block = answering.locator(".predicted")

    expect(block.locator(".predicted__own")).to_have_count(0)
    expect(block).to_contain_text("Coffee Its beans are roasted.")
    block.get_by_role("link").click()
    expect(answering).to_have_url(f"{answering.url.partition('#')[0]}#ask--{KINDS['predict']}")


@pytest.mark.parametrize("how", ["click", "Enter", "Space"])
def test_an_answer_that_is_given_before_the_script_came_is_chosen_then_and_reveals_nothing(
    page: Page, address: str, how: str
) -> None:
    script = Held(page, "**/course.*.js")
    page.goto(address + LESSON)
    option = page.locator(f"#ask--{KINDS['predict']} details").nth(1)
    if how == "click":
        option.locator("summary").click()
    else:
        option.locator("summary").focus()
        page.keyboard.down(how)
        if how == "Enter":
            page.keyboard.up(how)
    at_rest(page)
    expect(option).not_to_have_attribute("open", "")
    script.let_go()
    are_forms(page)
    page.keyboard.up("Space")

    chosen = asked(page, "predict").get_by_role("radio").nth(1)
    expect(chosen).to_be_checked()
    expect(chosen).to_be_focused()
    expect(option).not_to_have_attribute("open", "")


def test_the_focus_stays_on_an_answer_that_becomes_a_button(page: Page, address: str) -> None:
    page.goto(address + LESSON)
    page.locator(f"#ask--{KINDS['some-of']} summary").nth(2).focus()
    are_forms(page)

    expect(asked(page, "some-of").get_by_role("checkbox").nth(2)).to_be_focused()


def test_answers_open_when_the_script_does_not_come(page: Page, address: str) -> None:
    page.route("**/course.*.js", lambda route: route.abort())
    page.goto(address + LESSON)
    option = page.locator(f"#ask--{KINDS['one-of']} details").first
    option.locator("summary").click()

    expect(option).to_have_attribute("open", "")
    expect(option.locator("p")).to_be_visible()


def test_without_scripts_answers_open(still: Page, address: str) -> None:
    still.goto(address + LESSON)
    for question in still.locator(".ask").all():
        question.locator("summary").first.click()
        expect(question.locator("details").first).to_have_attribute("open", "")
        expect(question.get_by_role("link", name="Read why")).to_be_visible()
    expect(still.locator(".ask form")).to_have_count(0)


def test_in_the_answer_to_an_order_each_reason_has_a_line_of_its_own(still: Page, address: str) -> None:
    still.goto(address + LESSON)
    answer = still.locator(f"#ask--{KINDS['in-order']} details")
    answer.locator("summary").click()

    expect(answer.get_by_role("listitem").first).to_have_text("The kettle There it gets hot.")
    assert "The kettle\nThere it gets hot." == answer.get_by_role("listitem").first.inner_text()


def answer_all(page: Page) -> None:
    """Give an answer to every question, none of them right."""
    asked(page, "predict").get_by_text("Both").click()
    asked(page, "predict").get_by_role("button").click()
    asked(page, "one-of").get_by_text("Coffee").click()
    asked(page, "some-of").get_by_text("A pot of tea").click()
    asked(page, "in-order").get_by_role("button", name="Down").first.click()
    for choice in asked(page, "match").get_by_role("combobox").all():
        choice.select_option(index=2)
    asked(page, "press").get_by_role("radio", name="The kettle").check()
    for kind in ("one-of", "some-of", "in-order", "match", "press"):
        check(asked(page, kind))
        expect(said(asked(page, kind)).locator(VERDICT)).to_have_count(1)


def shown(page: Page) -> list[Any]:
    """Return what is chosen, and what is said of it."""
    return [
        page.locator(".ask form :checked").evaluate_all("all => all.map(one => one.value)"),
        order(asked(page, "in-order")),
        [" ".join(text.split()) for text in page.locator(".ask__said, .predicted").all_inner_texts()],
    ]


def test_answers_come_back_after_a_reload_and_a_swap_of_pages(at_home: Page, home: str) -> None:
    opened(at_home, home + LESSON)
    answer_all(at_home)
    given = shown(at_home)
    at_home.reload()
    at_home.mouse.move(9, 9)
    are_forms(at_home)
    assert given == shown(at_home)
    ready(at_home)
    at_home.locator(".footer__next").click()
    # The address changes first: who goes back before the page has come stays where they are.
    expect(at_home.locator("h1")).to_contain_text("Brewing")
    at_home.go_back()
    expect(at_home.locator("h1")).to_contain_text("Drinks")
    are_forms(at_home)

    assert given == shown(at_home)


STRANGE: list[Any] = [
    {"answers": {f"drinks/{KINDS['one-of']}": {"given": ["Milk"]}}},
    {"answers": {f"drinks/{KINDS['one-of']}": {"given": ["Tea", "Coffee"]}}},
    {"answers": {f"drinks/{KINDS['one-of']}": {"given": []}}},
    {"answers": {f"drinks/{KINDS['in-order']}": {"given": ["The kettle", "The kettle", "The cup", "The saucer"]}}},
    {"answers": {f"drinks/{KINDS['match']}": {"given": ["It holds the infusion."]}}},
    {"answers": {f"drinks/{KINDS['press']}": {"given": ["stove", "friend"]}}},
]


@pytest.mark.parametrize("known", STRANGE, ids=range(len(STRANGE)))
def test_a_remembered_answer_that_does_not_fit_is_left_out(page: Page, address: str, known: Any) -> None:
    full = {"right": False, "day": "2026-11-26", "box": 1, "missed": 1}
    answers = {name: {**full, **answer} for name, answer in known["answers"].items()}
    page.goto(f"{address}about/")
    page.evaluate("text => localStorage.setItem('/.memory', text)", json.dumps({"version": 1, "answers": answers}))
    opened(page, address + LESSON)

    expect(page.locator(VERDICT)).to_have_count(0)
    expect(page.locator(".ask form :checked:not(option)")).to_have_count(0)


BLOCKED = """for (const name of ["localStorage", "sessionStorage"]) {
  const get = () => { throw new DOMException("blocked", "SecurityError"); };
  Object.defineProperty(window, name, { get });
}"""


def test_without_storage_all_questions_work(published: BrowserContext, home: str) -> None:
    page = published.new_page()
    page.add_init_script(BLOCKED)
    opened(page, home + LESSON)
    answer_all(page)

    expect(page.locator(".predicted__own")).to_contain_text("Only beans are roasted.")


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_of_an_answer_is_lost_with_text_of_two_hundred_percent(page: Page, address: str, width: int) -> None:
    opened(page, address + LESSON)
    answer_all(page)
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '40px'")

    assert [] == page.evaluate(LOST)


def test_every_target_is_large_enough_for_a_finger(phone: Page, address: str) -> None:
    phone.goto(address + LESSON)
    phone.touchscreen.tap(5, 300)
    are_forms(phone)
    sizes = phone.locator(".ask form :is(label.ask__option, button, select)").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(({width, height}) => Math.min(width, height))"
    )

    assert len(sizes) > 20
    assert [] == [size for size in sizes if size < 24]


def test_a_question_and_its_result_are_read_as_they_are_seen(answering: Page) -> None:
    form = asked(answering, "some-of")
    expect(form).to_match_aria_snapshot(
        """
        - group "You have a minute. What can you draw in that time?":
          - paragraph: Several are right. Choose all of them.
          - checkbox "A pot of tea"
          - text: A pot of tea
          - checkbox "Coffee under pressure"
          - text: Coffee under pressure
          - checkbox "Powder of tea"
          - text: Powder of tea
          - checkbox "Coffee through a filter"
          - text: Coffee through a filter
        - button "Check"
        - status
        """
    )
    form.get_by_role("checkbox", name="A pot of tea").check()
    check(form)

    expect(form).to_match_aria_snapshot(
        """
        - group "You have a minute. What can you draw in that time?":
          - paragraph: Several are right. Choose all of them.
          - checkbox "A pot of tea Not quite." [checked]
        - button "Try again"
        - status:
          - paragraph:
            - strong: Not quite.
            - text: Something that is right is missing.
          - list:
            - listitem:
              - emphasis: A pot of tea
              - strong: Not quite.
              - text: Whole leaves need about four minutes.
          - paragraph:
            - link "Read why"
        """
    )


def test_a_link_to_a_question_leads_to_it_below_those_that_show_their_answers(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.goto(address + LESSONS[0])
        page.mouse.move(5, 5)
        ready(page)
        for form in page.locator(".ask:not([data-kind=predict]) form").all():
            for field in form.locator("input[type=radio], input[type=checkbox]").all()[:1]:
                field.check()
            form.get_by_role("button", name="Check").click()
        names = [str(one.get_attribute("id")) for one in page.locator(".quiz .ask").all()]
        tops: dict[str, list[float]] = {}
        for way in ("swapped in", "loaded"):
            for name in names:
                page.goto(f"{address}what-you-have-learnt/")
                page.mouse.move(5, 5)
                ready(page)
                if way == "swapped in":
                    page.locator(f"article a[href$='#{name}']").first.evaluate("link => link.click()")
                else:
                    page.goto(f"{address}{LESSONS[0]}#{name}")
                expect(page.locator(f"#{name}[data-bound]")).to_be_visible()
                at_rest(page)
                top = page.locator(f"#{name}").evaluate("it => it.getBoundingClientRect().top")
                tops.setdefault(name, []).append(round(top))

        assert len(tops) > 1
        assert [] == [(name, found) for name, found in tops.items() if abs(found[0] - found[1]) > 1]
        assert [] == [(name, found) for name, found in tops.items() if not 0 <= found[0] <= 370]


def test_a_question_that_a_link_leads_to_is_tinted(page: Page, address: str) -> None:
    question = page.locator(f"#ask--{KINDS['predict']}")
    page.goto(address + LESSON)
    expect(question).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    page.goto(f"{address}{LESSON}#ask--{KINDS['predict']}")

    expect(question).to_be_in_viewport()
    expect(question).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")
