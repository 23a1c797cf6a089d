"""Lessons and the time that they take to read."""

from dataclasses import dataclass
from math import floor, fsum
from operator import itemgetter

from macros.html.markup import render
from macros.pages.page import Page

WORDS_PER_MINUTE = 238
"""Silent reading of English non-fiction by adults, the mean of 190 studies (Brysbaert 2019)."""

SECONDS_PER_FIGURE = 12
"""Our estimate: time to look at a figure once."""

_MOST_BOXES = 12
"""Lessons that a row of boxes can stand for: more would be a row to count, and longer than a line."""

_ROUNDING = 1e-6
"""Well below one word, well above what arithmetic loses."""


@dataclass(frozen=True)
class Timed:
    """A page whose time is counted, and its number from 1 among those of its kind."""

    number: int
    page: Page

    @property
    def title(self) -> str:
        """Return the title, as it stands in the front matter."""
        return self.page.front_matter.title

    @property
    def url(self) -> str:
        """Return the address, relative to the site's root."""
        return self.page.url

    @property
    def seconds(self) -> float:
        """Return the time that the page takes."""
        raise NotImplementedError

    @property
    def minutes(self) -> int:
        """Return the time in whole minutes, at least one."""
        return max(1, whole_minutes(self.seconds))


@dataclass(frozen=True)
class Lesson(Timed):
    """One lesson: its page, its number, and what there is to read, look at and answer."""

    words: int
    figures: int
    questions: int
    answering: int = 0
    """Seconds to answer them, which are counted by themselves."""

    @property
    def seconds(self) -> float:
        """Return the time to read the lesson and to look at its figures."""
        return self.words * 60 / WORDS_PER_MINUTE + self.figures * SECONDS_PER_FIGURE

    @property
    def minutes_to_answer(self) -> int:
        """Return the time for the questions in whole minutes, at least one if there are any."""
        return answer_minutes(self.answering)


def whole_minutes(seconds: float) -> int:
    """Return minutes, half a minute rounded up."""
    return int(seconds / 60 + 0.5)


def answer_minutes(seconds: int) -> int:
    """Return minutes for questions, at least one if there are any."""
    return max(min(seconds, 1), whole_minutes(seconds))


def total_minutes(lessons: tuple[Lesson, ...]) -> int:
    """Return the sum of the minutes that the lessons show, so that whoever adds them up finds the same."""
    return sum(lesson.minutes for lesson in lessons)


def words_off(seconds: float, minutes: int) -> int:
    """Return how many words are too many (positive) or too few (negative) for this number of minutes."""
    if whole_minutes(seconds) == minutes:
        return 0
    nearest = (minutes + 0.5) * 60 if seconds > minutes * 60 else (minutes - 0.5) * 60
    excess = (seconds - nearest) * WORDS_PER_MINUTE / 60
    return floor(excess + _ROUNDING) + (seconds > minutes * 60)


def way_to(lessons: tuple[Lesson, ...], minutes: int) -> str:
    """Return what to write when so many minutes are promised and others shown; of one minute, the words that it is."""
    shown = total_minutes(lessons)
    written = f"set minutes: {shown}"
    step = minutes - shown
    others = [lesson for lesson in lessons if lesson.minutes + step >= 1]
    if abs(step) != 1 or not others:
        return written
    nearest, words = min(
        ((lesson, abs(words_off(lesson.seconds, lesson.minutes + step))) for lesson in others), key=itemgetter(1)
    )
    change = "cut {} {} from" if step < 0 else "add {} {} to"
    return f"{written}, or {change.format(words, 'word' if words == 1 else 'words')} {nearest.page.path}"


def lesson_header(lesson: Lesson, count: int, read_at: str | None = None) -> str:
    """Return the line under a lesson's title, and what the reader can do afterwards.

    With the heading read_at in view the lesson is read; of which lessons that is so, only the reader's browser knows.
    """
    boxes = count if count <= _MOST_BOXES else 0
    return render("lesson_header.html.j2", lesson=lesson, count=count, boxes=boxes, read_at=read_at)


def outline(lessons: tuple[Lesson, ...], root: str) -> str:
    """Return the list of lessons with their minutes; root leads from the page to the site's root."""
    return render("outline.html.j2", lessons=lessons, root=root)


def reading_times(lessons: tuple[Lesson, ...]) -> str:
    """Return a table of what was counted, so that the minutes can be checked by hand."""
    seconds = fsum(lesson.seconds for lesson in lessons)
    return render("reading_times.html.j2", lessons=lessons, seconds=seconds, minutes=total_minutes(lessons))
