"""Complete lessons: each held against what the course card says that every lesson has, and that it teaches."""

import posixpath
from collections.abc import Collection, Iterator
from itertools import zip_longest

from macros.assembly.course import Course
from macros.content.required import lacking
from macros.content.taught import lost
from macros.pages.call import meant
from macros.reading.problem import Problem

_LAST = "[all lessons](../index.md)"


def problems(course: Course, macros: Collection[str]) -> Iterator[Problem]:
    """Yield what each lesson lacks of what every lesson has, and what it teaches no more; macros are all there are."""
    card = course.files.card
    if not card:
        return
    lessons = [lesson.page for lesson in course.lessons]
    for page, following in zip_longest(lessons, lessons[1:]):
        name = f"[{following.front_matter.title}]({posixpath.basename(following.path)})" if following else _LAST
        written = course.written[page.path]
        calls = [meant(call, macros) for call in written.calls.values()]
        yield from lacking(card.model.each_lesson, written, calls, name)
    faults = lost(card.model.teaches, course.written.values(), course.files.faulty("docs/lessons"))
    yield from (card.marks.problem(*fault) for fault in faults)
