"""A page as its author wrote it: front matter, text, and the macros that it calls."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import Field

from macros.html.words import SOURCE
from macros.pages.call import Call
from macros.pages.rules import FIXED, NAMES
from macros.reading.datafile import Fault, Id, Model, Text, unknown

Title = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[^<>\n]*[^<>\s][^<>\n]*$")]
"""One line that also stands in the page's head, so it holds no ``<`` and no ``>``."""

Description = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^<>\n]*[^<>\s][^<>\n]*$")]


_BOLD = re.compile(r"\*\*([^*\n]+)\*\*")


class Allowance(Model):
    """A rule that a page, or one of its lines, breaks for a reason."""

    rule: Id = Field(description="the name of the rule")
    line: Text | None = Field(
        default=None, description="some words of the line that may break it; left out when the whole page may"
    )
    because: Text = Field(description="why this page may break it")


class FrontMatter(Model):
    """What stands above a page's text."""

    title: Title = Field(description="the heading of the page, and its name in the navigation")
    listed_as: Title | None = Field(
        default=None,
        alias="listed-as",
        description="what the page is called in a list of pages of many sites, where its title alone says too little",
    )
    description: Description = Field(description="one or two sentences for search engines and lists")
    hide: tuple[Literal["navigation", "toc", "footer"], ...] = Field(
        default=(), max_length=3, description="parts left out"
    )
    examples: tuple[Text, ...] = Field(
        default=(), max_length=10, description="amounts that the text makes up to explain something, such as '200 MB'"
    )
    allow: tuple[Allowance, ...] = Field(default=(), max_length=10, description="rules that this page may break")

    def faults(self) -> Iterator[Fault]:
        """Yield allowances of rules that do not exist or hold everywhere, and calls where no macro is called."""
        for index, allowance in enumerate(self.allow):
            place = ("allow", index, "rule")
            yield from unknown(place, "rule", allowance.rule, NAMES)
            if allowance.rule in FIXED:
                yield place, f"no page may break the rule '{allowance.rule}'", "delete the allowance"
        for key, text in (
            ("title", self.title),
            ("listed-as", self.listed_as or ""),
            ("description", self.description),
        ):
            if "{!" in text:
                yield (key,), "a macro is called in the text below only", "write it out"
        if self.listed_as == self.title:
            yield ("listed-as",), "says what the title says", "delete it, or say what tells this page from others"

    @property
    def listed(self) -> str:
        """Return what the page is called where its site is not at hand."""
        return self.listed_as or self.title


class LessonFrontMatter(FrontMatter):
    """What stands above a lesson's text."""

    objectives: tuple[Text, ...] = Field(min_length=1, max_length=4, description="what a reader can do afterwards")
    no_terms: tuple[Id, ...] = Field(
        default=(), alias="no-terms", max_length=20, description="words of the glossary that mean something else here"
    )


@dataclass(frozen=True)
class Page:
    """One Markdown file whose front matter and calls are right; its path is relative to the project."""

    path: str
    front_matter: FrontMatter
    calls: tuple[Call, ...]
    prose: str
    """What stands between the calls, as Markdown."""
    language: str = SOURCE
    """In which it is written."""

    def calls_for(self, name: str) -> list[Call]:
        """Return the page's calls of one macro."""
        return [call for call in self.calls if call.name == name]

    @property
    def objectives(self) -> tuple[str, ...]:
        """Return what a reader can do after a lesson; other pages have no objectives."""
        return self.front_matter.objectives if isinstance(self.front_matter, LessonFrontMatter) else ()

    @cached_property
    def bold(self) -> tuple[str, ...]:
        """Return what is set in bold."""
        return tuple(_BOLD.findall(self.prose))

    @cached_property
    def url(self) -> str:
        """Return the page's address, relative to the site's root."""
        return address(self.path)


def address(path: str) -> str:
    """Return the address of a Markdown file, relative to the site's root."""
    file = PurePosixPath(path).relative_to("docs").with_suffix("")
    file = file.parent if file.name == "index" else file
    return "" if file == PurePosixPath() else f"{file}/"
