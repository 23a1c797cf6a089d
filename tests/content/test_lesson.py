"""The minutes of a lesson."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from macros.content.lesson import (
    Lesson,
    lesson_header,
    outline,
    reading_times,
    total_minutes,
    way_to,
    whole_minutes,
    words_off,
)
from macros.pages.page import FrontMatter, LessonFrontMatter, Page

PAGE = Page("docs/lessons/01-a.md", FrontMatter(title="T", description="D"), (), "")


def test_a_lesson_takes_the_time_of_its_words_and_figures() -> None:
    lesson = Lesson(1, PAGE, words=476, figures=3, questions=0)

    assert 2 * 60 + 3 * 12 == lesson.seconds
    assert 3 == lesson.minutes


def test_questions_take_minutes_of_their_own() -> None:
    lessons = [Lesson(1, PAGE, 238, 0, questions, seconds) for questions, seconds in ((0, 0), (1, 20), (4, 150))]

    assert [60, 60, 60] == [lesson.seconds for lesson in lessons]
    assert ["0", "1", "3"] == [str(lesson.minutes_to_answer) for lesson in lessons]


def test_a_lesson_takes_at_least_a_minute() -> None:
    assert 1 == Lesson(1, PAGE, words=1, figures=0, questions=0).minutes


@pytest.mark.parametrize(("seconds", "minutes"), [(29, 0), (30, 1), (89.9, 1), (90, 2)])
def test_half_a_minute_is_rounded_up(seconds: float, minutes: int) -> None:
    assert minutes == whole_minutes(seconds)


@given(words=st.integers(0, 10_000), others=st.integers(0, 300), minutes=st.integers(1, 40))
def test_changing_that_many_words_makes_the_minutes_right(words: int, others: int, minutes: int) -> None:
    off = words_off(others + words * 60 / 238, minutes)
    one_less = off - 1 if off > 0 else off + 1

    assert minutes == whole_minutes(others + (words - off) * 60 / 238 + 1e-9)
    assert off == 0 or minutes != whole_minutes(others + (words - one_less) * 60 / 238 + 1e-9)


def test_no_words_are_off_when_the_minutes_are_right() -> None:
    assert [0, 0, 0] == [words_off(seconds, 2) for seconds in (90, 120, 149)]


@pytest.mark.parametrize(("seconds", "off"), [(150, 1), (209, 235), (89.9, -1), (30, -238)])
def test_the_words_that_are_off_are_counted_by_hand(seconds: float, off: int) -> None:
    assert off == words_off(seconds, 2)


def test_the_header_says_which_lesson_of_how_many_this_is_and_escapes_its_objectives() -> None:
    front_matter = LessonFrontMatter(title="T", description="D", objectives=("Say `a` <b>.",))
    lesson = Lesson(2, Page("docs/lessons/02-a.md", front_matter, (), ""), words=238, figures=0, questions=0)
    shown = BeautifulSoup(lesson_header(lesson, 3), "html.parser")

    assert "Lesson 2 of 3" in shown.text
    assert ["Say a <b>."] == [item.text for item in shown.select("li")]
    assert [1] == [index for index, box in enumerate(shown.select(".lesson-box")) if "lesson-box--here" in box["class"]]


def test_the_header_says_of_no_lesson_that_it_is_done_and_tells_scripts_with_what_it_is() -> None:
    front_matter = LessonFrontMatter(title="T", description="D", objectives=("Say it.",))
    lesson = Lesson(2, Page("docs/lessons/2.md", front_matter, (), ""), words=1, figures=0, questions=0)
    shown = BeautifulSoup(lesson_header(lesson, 2, "Key points"), "html.parser")

    assert not shown.select(".lesson-box--done")
    assert ["Key points"] == [header["data-read-at"] for header in shown.select(".lesson-header")]


@pytest.mark.parametrize(("lessons", "boxes"), [(12, 12), (13, 0), (5000, 0)])
def test_a_row_of_boxes_stands_for_no_more_lessons_than_can_be_seen_at_once(lessons: int, boxes: int) -> None:
    front_matter = LessonFrontMatter(title="T", description="D", objectives=("Say it.",))
    lesson = Lesson(2, Page("docs/lessons/02-a.md", front_matter, (), ""), words=238, figures=0, questions=0)
    shown = BeautifulSoup(lesson_header(lesson, lessons), "html.parser")

    assert f"Lesson 2 of {lessons}" in shown.text
    assert boxes == len(shown.select(".lesson-box"))


def test_outline_and_table_name_each_lesson_with_its_minutes() -> None:
    lessons = (
        Lesson(1, PAGE, words=238, figures=5, questions=0),
        Lesson(2, PAGE, words=476, figures=0, questions=3, answering=105),
    )
    links = [link["href"] for link in BeautifulSoup(outline(lessons, "../"), "html.parser").select("a")]
    rows = BeautifulSoup(reading_times(lessons), "html.parser").select("tr")

    assert ["../lessons/01-a/"] * 2 == links
    assert [
        ["238", "5", "120", "2 min", "0", "0", "0 min"],
        ["476", "0", "120", "2 min", "3", "105", "2 min"],
        ["714", "5", "240", "4 min", "3", "105", "2 min"],
    ] == [[cell.text for cell in row.select("td")] for row in rows[1:]]


def taking(*seconds: int) -> tuple[Lesson, ...]:
    """Return lessons of so many seconds, which are in files of their own."""
    front_matter = FrontMatter(title="T", description="D")
    pages = [Page(f"docs/lessons/0{number}.md", front_matter, (), "") for number, _ in enumerate(seconds, 1)]
    return tuple(
        Lesson(number, page, round(one * 238 / 60), 0, 0)
        for number, (page, one) in enumerate(zip(pages, seconds, strict=True), 1)
    )


def test_the_course_shows_the_sum_of_the_minutes_that_its_lessons_show() -> None:
    lessons = taking(85, 85, 85)

    assert [1, 1, 1] == [lesson.minutes for lesson in lessons]
    assert 4 == whole_minutes(sum(lesson.seconds for lesson in lessons))
    assert 3 == total_minutes(lessons)


@pytest.mark.parametrize(
    ("seconds", "minutes", "way"),
    [
        ((95, 200), 4, "set minutes: 5, or cut 21 words from docs/lessons/01.md"),
        ((95, 200), 6, "set minutes: 5, or add 40 words to docs/lessons/02.md"),
        ((90, 100), 3, "set minutes: 4, or cut 1 word from docs/lessons/01.md"),
        ((95, 200), 3, "set minutes: 5"),
        ((95, 200), 9, "set minutes: 5"),
        ((50, 20), 1, "set minutes: 2"),
        ((), 1, "set minutes: 0"),
    ],
)
def test_the_way_to_the_promised_minutes_is_a_number_or_the_fewest_words(
    seconds: tuple[int, ...], minutes: int, way: str
) -> None:
    assert way == way_to(taking(*seconds), minutes)
