"""A page as its author wrote it: front matter, text, and the macros that it calls."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import Field

from macros.call import Call, read_calls, without_calls
from macros.datafile import Datafile, Fault, Id, Model, Text, read_front_matter, unknown
from macros.errors import ContentError, Problem
from macros.rules import NAMES, broken
from macros.script import Script

Title = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[^<>\n]+$")]
"""One line that also stands in the page's head, so it holds no ``<`` and no ``>``."""

Description = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^<>\n]+$")]


class Allowance(Model):
    """A rule that a page breaks for a reason."""

    rule: Id = Field(description="the name of the rule")
    because: Text = Field(description="why this page may break it")


class Search(Model):
    """What the search should know of a page."""

    exclude: bool = Field(description="whether the search leaves this page out, because it repeats others")


class FrontMatter(Model):
    """What stands above a page's text."""

    title: Title = Field(description="the heading of the page, and its name in the navigation")
    description: Description = Field(description="one or two sentences for search engines and lists")
    hide: tuple[Literal["navigation", "toc", "footer"], ...] = Field(default=(), description="parts left out")
    search: Search | None = Field(default=None, description="what the search should know")
    allow: tuple[Allowance, ...] = Field(default=(), description="rules that this page may break")

    def faults(self) -> Iterator[Fault]:
        """Yield allowances of rules that do not exist."""
        for index, allowance in enumerate(self.allow):
            yield from unknown(("allow", index, "rule"), "rule", allowance.rule, NAMES)


class LessonFrontMatter(FrontMatter):
    """What stands above a lesson's text."""

    objectives: tuple[Text, ...] = Field(min_length=1, max_length=4, description="what a reader can do afterwards")


@dataclass(frozen=True)
class Page:
    """One Markdown file; its path is relative to the project."""

    path: str
    front_matter: FrontMatter
    calls: tuple[Call, ...]
    prose: str
    """What stands between the calls, as Markdown."""

    def calls_for(self, name: str) -> list[Call]:
        """Return the page's calls of one macro."""
        return [call for call in self.calls if call.name == name]

    @cached_property
    def url(self) -> str:
        """Return the page's address, relative to the site's root."""
        path = PurePosixPath(self.path).relative_to("docs").with_suffix("")
        path = path.parent if path.name == "index" else path
        return "" if path == PurePosixPath() else f"{path}/"


def read_page(text: str, path: str, model: type[FrontMatter]) -> Page:
    """Return a page; raises ContentError for faulty front matter and for what is no macro call."""
    front_matter: Datafile[FrontMatter]
    problems: tuple[Problem, ...] = ()
    try:
        front_matter, start = read_front_matter(text, path, model)
    except ContentError as error:
        problems = error.problems
    try:
        calls = tuple(read_calls(text, path))
    except ContentError as error:
        problems += error.problems
    if problems:
        raise ContentError(problems)
    return Page(path, front_matter.model, calls, without_calls(text[start:]))


@lru_cache(maxsize=8192)
def checked_page(text: str, path: str, model: type[FrontMatter]) -> tuple[Page | None, tuple[Problem, ...]]:
    """Return what stands in a page, if it can be read, and its problems; ``mkdocs serve`` reads only what is new."""
    page, problems = None, tuple[Problem, ...]()
    try:
        page = read_page(text, path, model)
    except ContentError as error:
        problems = error.problems
    allowed = [allowance.rule for allowance in page.front_matter.allow] if page else []
    return page, (*problems, *broken(Script.of(text, path), allowed))
