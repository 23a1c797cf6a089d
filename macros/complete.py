"""Complete lessons: each held against what the course card says that every lesson has."""

import posixpath
from collections.abc import Iterator

from macros.course import Course
from macros.errors import Problem
from macros.required import lacking


def problems(course: Course) -> Iterator[Problem]:
    """Yield what each lesson lacks of what every lesson has."""
    if not course.card:
        return
    lessons = [lesson.page for lesson in course.lessons]
    for page, following in zip(lessons, [*lessons[1:], None], strict=True):
        name = f"[{following.front_matter.title}]({posixpath.basename(following.path)})" if following else "[…](….md)"
        yield from lacking(course.card.each_lesson, course.written[page.path], name)
