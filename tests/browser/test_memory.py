"""What is remembered in the browser: by its form, piece by piece, over thirty days, and where nothing can be stored."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.conftest import ready

KEY = "/.memory"
NAME = "quiz/name"
RIGHT, MISSED = True, False
ANSWER = {"given": ["Tea"], "right": True, "day": "2026-11-26", "box": 2, "missed": 0}
GUESS = {"given": "Tea", "right": True, "day": "2026-11-26"}
PLACE = {"url": "lessons/01-drinks/", "section": "leaves", "title": "Leaves"}
ALL: dict[str, dict[str, Any]] = {
    "read": {"lessons/01-drinks/": "2026-11-26"},
    "answers": {NAME: ANSWER},
    "predictions": {NAME: GUESS},
    "place": {"last": PLACE},
}

Memory = Callable[..., Any]


def memory_of(page: Page) -> Memory:
    """Return what calls a function of the memory of a page."""
    return lambda name, *given: page.evaluate("([name, given]) => globalThis.memory[name](...given)", [name, [*given]])


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context() as context:
        yield context


@pytest.fixture(scope="module")
def opened(reader: BrowserContext, address: str) -> Page:
    """Return a page on which the reader has moved."""
    page = reader.new_page()
    page.goto(f"{address}about/")
    page.mouse.move(5, 5)
    ready(page)
    return page


@pytest.fixture
def page(opened: Page) -> Iterator[Page]:
    """Return that page with nothing remembered; no call may have thrown."""
    faults = list[str]()
    opened.on("pageerror", lambda fault: faults.append(str(fault)))
    opened.evaluate("() => { localStorage.clear(); sessionStorage.clear(); memory.forget() }")
    yield opened
    assert [] == faults


@pytest.fixture
def memory(page: Page) -> Memory:
    return memory_of(page)


def stored(page: Page) -> Any:
    """Return what the browser has stored."""
    return page.evaluate("key => JSON.parse(localStorage.getItem(key))", KEY)


def put(page: Page, value: object) -> None:
    """Put something where the memory is stored, as somebody does who edits it by hand."""
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(value)])


def test_what_is_set_is_stored_with_its_version_and_found(page: Page, memory: Memory) -> None:
    for part, entries in ALL.items():
        for key, value in entries.items():
            memory("set", part, key, value)

    assert {"version": 1, **ALL} == stored(page)
    assert ALL == {part: memory("all", part) for part in ALL}
    assert ANSWER == memory("get", "answers", NAME)
    assert memory("get", "answers", "quiz/other") is None


WRONG = [
    ("read", "https://example.org/", "2026-11-26"),
    ("read", "//example.org/", "2026-11-26"),
    ("read", "javascript:alert(1)", "2026-11-26"),
    ("read", "../other/", "2026-11-26"),
    ("read", "lessons/01-drinks/", "2026-02-30"),
    ("read", "lessons/01-drinks/", "yesterday"),
    ("read", "lessons/01-drinks/", 20261126),
    ("read", "lessons/01-drinks/", None),
    ("answers", "name", ANSWER),
    ("answers", "__proto__", ANSWER),
    ("answers", NAME, "right"),
    ("answers", NAME, [ANSWER]),
    ("answers", NAME, {**ANSWER, "box": 6}),
    ("answers", NAME, {**ANSWER, "box": 0}),
    ("answers", NAME, {**ANSWER, "box": 1.5}),
    ("answers", NAME, {**ANSWER, "box": "2"}),
    ("answers", NAME, {**ANSWER, "missed": -1}),
    ("answers", NAME, {**ANSWER, "right": "yes"}),
    ("answers", NAME, {**ANSWER, "given": "Tea"}),
    ("answers", NAME, {**ANSWER, "given": [{}]}),
    ("answers", NAME, {**ANSWER, "given": ["x" * 1001]}),
    ("answers", NAME, {"given": ["Tea"]}),
    ("predictions", NAME, {**GUESS, "given": ["Tea"]}),
    ("predictions", NAME, {**GUESS, "day": ""}),
    ("place", "first", PLACE),
    ("place", "last", {**PLACE, "url": "https://example.org/"}),
    ("place", "last", {**PLACE, "title": None}),
    ("constructor", "last", PLACE),
]


@pytest.mark.parametrize(("part", "key", "value"), WRONG)
def test_a_piece_of_a_wrong_form_is_ignored_alone(
    page: Page, memory: Memory, part: str, key: str, value: object
) -> None:
    others = {name: entries for name, entries in ALL.items() if name != part}
    kept = {"quiz/kept": ANSWER} if part == "answers" else {}
    put(page, {"version": 1, **others, part: {key: value, **kept}})
    memory("set", part, key, value)

    assert others == {name: memory("all", name) for name in others}
    assert kept == memory("all", part)
    assert 0 == memory("take", json.dumps({part: {key: value}}))["taken"]


@pytest.mark.parametrize(
    "text",
    ["", "nonsense", "null", "true", "7", '"text"', "[]", "[[]]", '{"answers": 7, "read": []}', "{", '{"version": 2}'],
)
def test_nonsense_is_nothing_remembered_and_is_written_over(page: Page, memory: Memory, text: str) -> None:
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])

    assert [{}, {}, {}, {}] == [memory("all", part) for part in ALL]

    memory("set", "place", "last", PLACE)

    assert PLACE == stored(page)["place"]["last"]


@pytest.mark.parametrize("version", [0, 2, "1", None])
def test_what_another_version_wrote_is_taken_piece_by_piece(page: Page, memory: Memory, version: object) -> None:
    put(page, {"version": version, "read": ALL["read"], "answers": {NAME: {"answer": 1}}, "marks": {"a": 1}})

    assert [ALL["read"], {}] == [memory("all", "read"), memory("all", "answers")]


def test_a_question_moves_up_when_it_is_due_and_back_when_it_is_missed(memory: Memory) -> None:
    # The day of an answer, whether it was right, then the box and the day on which the question is asked again.
    told = [
        ("2026-01-01", True, 2, "2026-01-03"),
        ("2026-01-02", True, 2, "2026-01-03"),  # before it is due
        ("2026-01-03", True, 3, "2026-01-07"),
        ("2026-01-05", False, 1, "2026-01-06"),
        ("2026-01-05", True, 1, "2026-01-06"),  # at the second try
        ("2026-01-09", True, 2, "2026-01-11"),
        ("2026-01-11", True, 3, "2026-01-15"),
        ("2026-01-15", True, 4, "2026-01-23"),
        ("2026-01-23", True, 5, "2026-02-08"),
        ("2026-02-08", True, 5, "2026-02-24"),
    ]
    found = []
    for day, right, _, _ in told:
        memory("answered", NAME, ["Tea"], right, day)
        found.append((day, right, memory("get", "answers", NAME)["box"], memory("dueOn", NAME, day)))

    assert told == found
    assert 1 == memory("get", "answers", NAME)["missed"]


def test_thirty_days_ask_what_is_missed_often_and_what_is_known_rarely(memory: Memory) -> None:
    ids = ["quiz/known", "quiz/missed", "quiz/once"]
    days = [f"2026-11-{day:02}" for day in range(1, 31)]
    asked = {id_: list[int]() for id_ in ids}
    for id_ in ids:
        memory("answered", id_, ["Tea"], id_ == "quiz/known", days[0])
    for number, day in enumerate(days, 1):
        for id_ in memory("due", ids, day):
            asked[id_].append(number)
            memory("answered", id_, ["Tea"], id_ != "quiz/missed", day)

    assert [3, 7, 15] == asked["quiz/known"]
    assert [2, 4, 8, 16] == asked["quiz/once"]
    assert [*range(2, 31)] == asked["quiz/missed"]


def test_a_day_is_counted_over_the_end_of_a_year_and_over_a_change_of_the_clock(memory: Memory) -> None:
    found = []
    for day in ("2027-12-31", "2028-02-28", "2026-03-28", "2026-10-24"):
        memory("answered", NAME, ["Tea"], MISSED, day)
        found.append(memory("dueOn", NAME, day))

    assert ["2028-01-01", "2028-02-29", "2026-03-29", "2026-10-25"] == found


def test_what_is_due_comes_from_the_first_box_on_and_only_of_what_was_asked_for(memory: Memory) -> None:
    for id_, box in (("quiz/a", 3), ("quiz/b", 1), ("quiz/gone", 1), ("quiz/later", 5), ("quiz/c", 1)):
        memory("set", "answers", id_, {**ANSWER, "box": box})

    assert ["quiz/b", "quiz/c", "quiz/a"] == memory(
        "due", ["quiz/a", "quiz/b", "quiz/c", "quiz/later", "quiz/never"], "2026-11-30"
    )


def test_an_answer_of_the_future_is_due_at_once(memory: Memory) -> None:
    memory("set", "answers", NAME, {**ANSWER, "day": "2999-01-01"})

    assert [NAME] == memory("due", [NAME], "2026-11-26")

    memory("answered", NAME, ["Tea"], RIGHT, "2026-11-26")

    assert {**ANSWER, "box": 3} == memory("get", "answers", NAME)


def test_today_is_the_day_of_the_reader_not_of_greenwich(browser: Browser, address: str) -> None:
    with browser.new_context(timezone_id="Pacific/Auckland") as context:
        page = context.new_page()
        page.clock.set_fixed_time("2026-11-26T20:00:00Z")
        page.goto(f"{address}about/?")
        page.mouse.move(5, 5)
        ready(page)

        assert "2026-11-27" == memory_of(page)("today")


def test_the_export_is_taken_again_as_it_was(page: Page, memory: Memory) -> None:
    put(page, {"version": 1, **ALL})
    text = memory("text")
    memory("forget")
    forgotten = page.evaluate("() => localStorage.length")

    assert 0 == forgotten
    assert {"taken": 4, "ignored": 0} == memory("take", text)
    assert {"version": 1, **ALL} == stored(page)


def test_of_what_stands_in_two_places_the_later_stays(memory: Memory) -> None:
    memory("set", "answers", "quiz/old", {**ANSWER, "day": "2026-11-01"})
    memory("set", "answers", "quiz/new", {**ANSWER, "day": "2026-11-30"})
    given = {"answers": {"quiz/old": {**ANSWER, "box": 5}, "quiz/new": {**ANSWER, "box": 5}, "quiz/bad": 1}}

    assert {"taken": 2, "ignored": 1} == memory("take", json.dumps(given))
    assert {"quiz/old": 5, "quiz/new": 2} == {id_: one["box"] for id_, one in memory("all", "answers").items()}


@pytest.mark.parametrize("text", ["", "nonsense", "[]", "null", "7", '"' + "x" * 1_000_001 + '"'])
def test_what_is_no_export_changes_nothing(page: Page, memory: Memory, text: str) -> None:
    put(page, {"version": 1, **ALL})

    assert {"taken": 0, "ignored": 1} == memory("take", text)
    assert {"version": 1, **ALL} == stored(page)


def test_a_change_is_told_in_this_window_and_in_another(reader: BrowserContext, page: Page, address: str) -> None:
    other = reader.new_page()
    other.goto(f"{address}about/")
    other.mouse.move(5, 5)
    ready(other)
    for one in (page, other):
        one.evaluate("() => document.addEventListener('remembered', () => { document.body.className = 'told' })")
    memory_of(page)("answered", NAME, ["Tea"], RIGHT)

    for one in (page, other):
        expect(one.locator("body")).to_have_class("told")
    assert memory_of(other)("get", "answers", NAME)["right"]
    other.close()


BLOCKED = """
  for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError") } })
  }
"""
FULL = """
  Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }
"""


@pytest.mark.parametrize("broken", [BLOCKED, FULL], ids=["blocked", "full"])
def test_where_nothing_can_be_stored_the_page_alone_remembers(browser: Browser, address: str, broken: str) -> None:
    faults = list[str]()
    with browser.new_context() as context:
        context.add_init_script(broken)
        page = context.new_page()
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.goto(f"{address}about/")
        page.mouse.move(5, 5)
        ready(page)
        memory = memory_of(page)
        before = memory("stored")
        memory("answered", NAME, ["Tea"], MISSED, "2026-11-26")
        remembered = memory("due", [NAME], "2026-11-27"), memory("stored")
        memory("forget")

        assert [] == faults
        assert not before
        assert ([NAME], False) == remembered
        assert {} == memory("all", "answers")


def test_a_full_storage_keeps_what_it_had_until_there_is_room(page: Page, memory: Memory) -> None:
    memory("answered", "quiz/first", ["Tea"], RIGHT)
    page.evaluate(
        """() => {
            for (let size = 5_000_000; size; size >>= 1) {
                try { for (let count = 0; ; count++) localStorage.setItem(`${size} ${count}`, "x".repeat(size)) }
                catch { /* Less may have room. */ }
            }
        }"""
    )
    memory("answered", NAME, ["Tea"], RIGHT)
    kept = stored(page)["answers"], memory("all", "answers"), memory("stored")
    page.evaluate(
        "key => { for (const one of Object.keys(localStorage)) if (one !== key) localStorage.removeItem(one) }", KEY
    )
    memory("answered", NAME, ["Tea"], RIGHT)

    assert (["quiz/first"], ["quiz/first", NAME], False) == ([*kept[0]], [*kept[1]], kept[2])
    assert memory("stored")
    assert ["quiz/first", NAME] == [*stored(page)["answers"]]
