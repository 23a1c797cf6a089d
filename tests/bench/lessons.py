"""The same lessons for every site: the Markdown of each page as it is when our macros have written their parts."""

import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, relpath

from jinja2 import Environment

from macros.assembly.course import Course
from macros.calls import NAMES, Calls
from macros.pages.call_syntax import DELIMITERS
from macros.pages.page import Page

TITLE = "The same lessons"
"""What every other site is called."""

_LINK = re.compile(r"\]\(([\w./-]+)\.md(#[\w-]*)?\)")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def pages(docs: Path) -> Iterator[tuple[Page, str]]:
    """Yield each page with its text below the front matter, in which tables and drawings are HTML."""
    course = Course.read(docs)
    jinja = Environment(autoescape=False, **DELIMITERS)  # type: ignore[arg-type]  # noqa: S701 - it makes Markdown
    for page in course.pages:
        text = _FRONT_MATTER.sub("", (docs.parent / page.path).read_text(encoding="utf-8"))
        calls = Calls(course, page.url)
        yield page, jinja.from_string(text).render({name: getattr(calls, name) for name in NAMES})


def longest(docs: Path) -> Page:
    """Return the lesson that takes its readers longest: of all lessons, it has most to load."""
    return max(Course.read(docs).lessons, key=lambda lesson: lesson.seconds).page


def with_addresses(text: str, page: Page) -> str:
    """Return Markdown in which links lead to addresses, for what does not turn links to files into these itself."""

    def address(link: re.Match[str]) -> str:
        target = join(dirname(page.path), link[1]).removesuffix("index")
        return f"]({relpath(target, page.path.removesuffix('.md').removesuffix('/index'))}/{link[2] or ''})"

    return _LINK.sub(address, text)
