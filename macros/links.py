"""Where the links of the macros lead: to anchors that other macros make, on pages that must have them."""

from collections.abc import Iterator

from macros.call import Call
from macros.course import Course
from macros.errors import Problem

_TARGETS = {
    "docs/sources.md": ("bibliography", {"cite", "comparison", "row", "chart"}),
    "docs/comparison.md": ("comparison", {"bibliography", "decision"}),
}
"""By page: the macro that makes its anchors, and the macros whose links lead there."""


def problems(course: Course) -> Iterator[Problem]:
    """Yield macros whose links would lead nowhere, and calls whose anchors would stand twice on a page."""
    for path, (maker, linking) in _TARGETS.items():
        calls = [(page.path, call) for page in course.pages for call in page.calls if call.name in linking]
        pages = [page for page in course.pages if page.path == path]
        made = any(not call.options for page in pages for call in page.calls_for(maker))
        if calls and not made and not any(problem.path == path for problem in course.problems):
            where, call = calls[0]
            message = f"the links of '{call.name}' lead to {path}, which does not call '{maker}'"
            yield Problem(where, call.line, call.column, "", message, f"write {{! {maker}() !}} in {path}")
    for page in course.pages:
        yield from _twice(page.path, page.calls)


def _twice(path: str, calls: tuple[Call, ...]) -> Iterator[Problem]:
    first: dict[tuple[str, tuple[object, ...]], int] = {}
    for call in calls:
        line = first.setdefault((call.name, call.arguments), call.line)
        if call.name != "cite" and line != call.line:
            message = f"the same call of '{call.name}' stands in line {line} already"
            yield Problem(path, call.line, call.column, "", message, "show it once, and link to it")
