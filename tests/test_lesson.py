"""The minutes of a lesson."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.lesson import Lesson, whole_minutes, words_off
from macros.page import FrontMatter, Page

PAGE = Page("docs/lessons/01-a.md", FrontMatter(title="T", description="D"), (), 0)


def test_a_lesson_takes_the_time_of_its_words_figures_and_questions() -> None:
    lesson = Lesson(1, PAGE, words=476, figures=2, questions=3)

    assert 2 * 60 + 2 * 12 + 3 * 20 == lesson.seconds
    assert 3 == lesson.minutes


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
