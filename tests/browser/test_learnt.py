"""The end of the course, and what can be done with what is remembered: saved, taken from a file, forgotten."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Locator, Page, expect

from tests.conftest import COURSE, LESSONS, ready

KEY = "/.memory"
DRINKS, BREWING = COURSE.quizzes["drinks"], COURSE.quizzes["brewing"]
NAMES = [f"drinks/{one.id}" for one in DRINKS.questions]
OTHERS = [f"brewing/{one.id}" for one in BREWING.questions]
END = "what-you-have-learnt/"
SAID = ".memory__said"


def answer(*, right: bool) -> dict[str, Any]:
    return {"given": ["Tea"], "right": right, "day": "2026-11-26", "box": 1, "missed": 1}


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser of its own, in which nothing may go wrong."""
    faults = list[str]()
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        context.on("weberror", lambda fault: faults.append(str(fault.error)))
        yield context
        assert [] == faults


def opened(reader: BrowserContext, url: str, **parts: Any) -> Page:
    """Return a page, which finds this in the browser's storage."""
    page = reader.new_page()
    page.goto(url)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps({"version": 1, **parts})])
    page.reload()
    page.mouse.move(5, 5)
    ready(page)
    return page


def states(page: Page) -> list[str]:
    return [text.strip() for text in page.locator(".objectives__state").all_text_contents()]


def missed(page: Page) -> Locator:
    return page.locator("[data-question-of]:visible")


def test_without_a_script_the_end_of_the_course_is_whole(still: Page, address: str) -> None:
    still.goto(f"{address}{END}")
    objectives = [one for lesson in COURSE.lessons for one in lesson.page.front_matter.model_dump()["objectives"]]

    assert objectives == still.locator("[data-tests]").all_text_contents()
    assert len(NAMES) + len(OTHERS) == missed(still).count()
    expect(still.locator("[data-prediction-of]").first).to_contain_text("It turned out: Coffee")
    expect(still.locator(".sheet__without")).to_be_visible()
    expect(still.locator("[data-print]")).to_be_hidden()


SCRIPTED = [
    (END, ".objectives__said"),
    (END, ".missed__said"),
    ("review/", ".memory__with p >> text=The file takes it"),
]
SCRIPTLESS = [
    (END, ".missed__without"),
    ("review/", "#remembered .memory__without"),
    ("review/", "#offline .memory__without"),
]


@pytest.mark.parametrize(("url", "told"), SCRIPTED)
def test_what_only_a_script_does_is_promised_where_there_is_one(
    reader: BrowserContext, still: Page, address: str, url: str, told: str
) -> None:
    still.goto(f"{address}{url}")
    expect(still.locator(told)).to_be_hidden()
    expect(opened(reader, f"{address}{url}").locator(told)).to_be_visible()


@pytest.mark.parametrize(("url", "told"), SCRIPTLESS)
def test_what_is_missing_without_a_script_is_told_where_there_is_none(
    reader: BrowserContext, still: Page, address: str, url: str, told: str
) -> None:
    still.goto(f"{address}{url}")
    expect(still.locator(told)).to_be_visible()
    expect(opened(reader, f"{address}{url}").locator(told)).to_be_hidden()


def test_an_objective_is_shown_when_all_its_questions_were_answered_rightly(
    reader: BrowserContext, address: str
) -> None:
    right = {name: answer(right=True) for name in NAMES}
    page = opened(reader, f"{address}{END}", answers=right)

    assert "✓ shown" == states(page)[0]

    page.evaluate("name => memory.answered(name, ['Tea'], false)", NAMES[1])

    assert "↻ to look at again" == states(page)[0]
    link = page.locator(".objectives__state a").first
    assert (link.get_attribute("href") or "").endswith(f"{LESSONS[0]}#ask--{NAMES[1].split('/')[1]}")
    assert {"\N{EN DASH} not tried yet"} == {*states(page)[1:]}


@pytest.mark.parametrize(
    ("answers", "said", "listed"),
    [
        ({}, "You have answered no question yet.", []),
        ({NAMES[0]: answer(right=True)}, "You missed none of those that you have answered.", []),
        ({NAMES[0]: answer(right=False)}, "Questions that you missed at your last try: 1", [NAMES[0]]),
        ({"drinks/gone": answer(right=False)}, "You have answered no question yet.", []),
        (
            {name: answer(right=True) for name in NAMES + OTHERS},
            "You have answered every question, and missed none at your last try.",
            [],
        ),
    ],
)
def test_what_was_missed_is_listed_with_ways_back(
    reader: BrowserContext, address: str, answers: dict[str, Any], said: str, listed: list[str]
) -> None:
    page = opened(reader, f"{address}{END}", answers=answers)
    expect(page.locator(".missed__said")).to_contain_text(said)

    assert listed == [one.get_attribute("data-question-of") for one in missed(page).all()]
    for one in missed(page).all():
        one.get_by_role("link", name="Try it").click()
        expect(page.locator(f"#ask--{listed[0].split('/')[1]}")).to_be_in_viewport()


def test_a_prediction_stands_beside_what_turned_out(reader: BrowserContext, address: str) -> None:
    guess = {"given": "Both <b>", "right": False, "day": "2026-11-26"}
    page = opened(reader, f"{address}{END}", predictions={"drinks/what-is-brown": guess})
    first = page.locator("[data-prediction-of='drinks/what-is-brown']")
    expect(first).to_contain_text("✗ You predicted: Both <b> It turned out: Coffee")


def test_on_paper_stand_what_was_learnt_and_the_address_and_no_marks(reader: BrowserContext, address: str) -> None:
    page = opened(reader, f"{address}{END}", answers={NAMES[0]: answer(right=False)})
    page.emulate_media(media="print")
    for hidden in (
        "h2.screen",
        ".missed",
        ".objectives__state >> nth=0",
        "[data-print]",
        ".comparison__sources >> nth=0",
    ):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator("[data-tests]").first).to_be_visible()
    expect(page.get_by_role("heading", name="Take it along")).to_be_visible()
    expect(page.locator(".comparison table")).to_be_visible()
    expect(page.locator(".sheet__foot")).to_contain_text(END)

    assert 1 == page.pdf(format="A4").count(b"/Type /Page\n")


def test_the_button_prints(reader: BrowserContext, address: str) -> None:
    page = opened(reader, f"{address}{END}")
    page.evaluate("() => { globalThis.print = () => { document.body.dataset.printed = '' } }")
    page.get_by_role("button", name="Print this page").click()
    expect(page.locator("body")).to_have_attribute("data-printed", "")


def test_what_is_remembered_is_saved_and_taken_again(reader: BrowserContext, address: str, tmp_path: Path) -> None:
    read = {LESSONS[0]: "2026-11-26"}
    page = opened(reader, f"{address}review/", read=read, answers={NAMES[0]: answer(right=True)})
    expect(page.locator("[data-held]")).to_have_text("Lessons read: 1. Questions answered: 1. Predictions: 0.")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save it as a file").click()
    file = tmp_path / saved.value.suggested_filename
    saved.value.save_as(file)
    page.evaluate("() => memory.forget()")
    expect(page.locator("[data-held]")).to_have_text("Nothing is remembered yet.")
    page.set_input_files("[data-memory] input", file)
    expect(page.locator(SAID)).to_have_text("Taken from the file: 2.")
    expect(page.locator("[data-held]")).to_have_text("Lessons read: 1. Questions answered: 1. Predictions: 0.")

    assert "what-i-learnt.json" == file.name
    assert read == json.loads(file.read_text())["read"]


def test_of_what_is_remembered_only_what_the_course_has_is_counted(reader: BrowserContext, address: str) -> None:
    day = "2026-11-26"
    guess = {"given": "Tea", "right": False, "day": day}
    page = opened(
        reader,
        f"{address}review/",
        read={LESSONS[0]: day, "lessons/gone/": day, "gone/": day},
        answers={NAMES[0]: answer(right=True), OTHERS[0]: answer(right=True), "drinks/gone": answer(right=True)},
        predictions={"drinks/what-is-brown": guess, "drinks/gone": guess, NAMES[0]: guess},
    )
    expect(page.locator("[data-held]")).to_have_text("Lessons read: 1. Questions answered: 2. Predictions: 1.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nonsense", "Nothing was taken: this file holds nothing that this site remembers."),
        ("x" * 1_000_001, "Nothing was taken: this file holds nothing that this site remembers."),
        ('{"read": {"lessons/01-drinks/": "2026-11-26", "javascript:alert(1)": "2026-11-26"}, "answers": 7}',
         "Taken from the file: 1. Left out, because this site cannot read it: 2."),
    ],
)  # fmt: skip
def test_of_a_file_what_is_wrong_is_left_out_and_told(
    reader: BrowserContext, address: str, text: str, said: str
) -> None:
    page = opened(reader, f"{address}review/")
    mine: FilePayload = {"name": "mine.json", "mimeType": "application/json", "buffer": text.encode()}
    page.set_input_files("[data-memory] input", mine)
    expect(page.locator(SAID)).to_have_text(said)


def test_everything_is_forgotten_after_a_question_that_can_be_answered_by_keyboard(
    reader: BrowserContext, address: str
) -> None:
    page = opened(reader, f"{address}review/", answers={NAMES[0]: answer(right=False)})
    ask = page.get_by_role("button", name="Forget everything", exact=True)
    keep = page.get_by_role("button", name="No, keep it")
    expect(keep).to_be_hidden()
    ask.focus()
    page.keyboard.press("Enter")
    expect(keep).to_be_focused()
    expect(ask).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(keep).to_be_hidden()
    expect(ask).to_be_focused()

    assert page.evaluate("name => memory.get('answers', name)", NAMES[0])

    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(SAID)).to_have_text("All is forgotten.")
    expect(ask).to_be_focused()

    assert page.evaluate("key => localStorage.getItem(key)", KEY) is None


def test_a_browser_that_stores_nothing_is_told_so(reader: BrowserContext, address: str) -> None:
    page = reader.new_page()
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    page.goto(f"{address}review/")
    page.mouse.move(5, 5)
    ready(page)
    page.evaluate("name => memory.answered(name, ['Tea'], true)", NAMES[0])
    expect(page.locator("[data-held]")).to_contain_text("This browser stores nothing")
