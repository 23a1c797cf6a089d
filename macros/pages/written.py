"""A Markdown file as it was read: what check and build both make the page from."""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from macros.html.words import SOURCE
from macros.pages.call import Call, Piece, is_call, pieces
from macros.pages.page import FrontMatter, Page
from macros.pages.prose import Prose
from macros.pages.stash import placeholder
from macros.reading.datafile import Datafile, end_of_front_matter, read_front_matter
from macros.reading.invisible import UNSEEN
from macros.reading.positions import Marked
from macros.reading.problem import ContentError, Problem, hidden_characters

_MOST_CHARACTERS = 50_000
"""Of a page; the longest lesson has a twelfth of it."""

_MOST = {"<": 1_000, "\n#": 300, "\n=": 100, "\n///": 100, "\n[^": 300}
"""Of these texts in a page: what Markdown seeks for each, it seeks in all that follows, or in all that it has made."""

_MOST_IN_A_ROW = {"": 10_000, "[": 200}
"""Characters of any kind, and of one, without an empty line between: what looks like a link is sought to its end."""

_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")


@dataclass(frozen=True)
class Allowed:
    """A rule that a page may break: everywhere, or on the lines that hold these words."""

    rule: str
    words: str
    unneeded: Problem
    """What is told when nothing breaks it any more."""


@dataclass(frozen=True)
class Written:
    """What stands in a Markdown file, right or wrong, as the page is made from it.

    There are no values when the front matter is faulty, and no text when it is too much to be read.
    """

    path: str
    text: str
    """What stands below the front matter."""
    first_line: int
    """Of the text in its file."""
    allowed: tuple[Allowed, ...] = ()
    values: dict[str, Any] = field(default_factory=dict, compare=False)
    """Of the front matter."""
    language: str = SOURCE
    """In which it is written."""
    marks: Marked | None = field(default=None, compare=False)
    """The front matter with the places of its values, where it is right."""

    @cached_property
    def parts(self) -> tuple[Piece, ...]:
        """Return the text in parts: what the author wrote, the calls, and what is wrong with others."""
        return tuple(pieces(self.text, self.path, self.first_line))

    @cached_property
    def prose(self) -> Prose:
        """Return the text as the checks read it, which blanks code and calls."""
        return Prose(self.text)

    @property
    def calls(self) -> dict[int, Call]:
        """Return the calls by their numbers among the parts."""
        return {number: part for number, part in enumerate(self.parts) if isinstance(part, Call)}

    def source(self, known: Collection[str]) -> str:
        """Return the page as the site generator gets it: values that it reads as we did, and calls of known macros."""
        parts = [part.text if is_call(part, known) else placeholder(n, part) for n, part in enumerate(self.parts)]
        return f"---\n{json.dumps(self.values, ensure_ascii=False)}\n---\n{''.join(parts)}"


@lru_cache(maxsize=8192)
def read_page(
    text: str, path: str, model: type[FrontMatter], language: str = SOURCE
) -> tuple[Page | None, Written, tuple[Problem, ...]]:
    """Return the page in a text, if it is right, what is written there, and its problems.

    What has been read is remembered: a save changes one page.
    """
    if too_much := tuple(_too_much(text, path)):
        return None, Written(path, "", 1), too_much
    problems = [*hidden_characters(text, path)]
    text, front_matter, marks = UNSEEN.sub(" ", text), None, None
    allowed: tuple[Allowed, ...] = ()
    try:
        read, start = read_front_matter(text, path, model)
        front_matter, marks, allowed = read.model, read.marks, tuple(_allowed(read))
        problems += _unneeded(read, text[start:])
    except ContentError as error:
        problems += error.problems
        start = end_of_front_matter(text)
    values = front_matter.model_dump(mode="json", by_alias=True, exclude_defaults=True) if front_matter else {}
    written = Written(path, text[start:], text.count("\n", 0, start) + 1, allowed, values, language, marks)
    problems += [part for part in written.parts if isinstance(part, Problem)]
    if not front_matter or any(isinstance(part, Problem) for part in written.parts):
        return None, written, tuple(problems)
    prose = "".join(part for part in written.parts if isinstance(part, str))
    return Page(path, front_matter, tuple(written.calls.values()), prose, language), written, tuple(problems)


def _allowed(read: Datafile[FrontMatter]) -> Iterator[Allowed]:
    for index, one in enumerate(read.model.allow):
        place = f" on a line with '{one.line}'" if one.line else ""
        unneeded = read.marks.problem(("allow", index), f"nothing breaks '{one.rule}'{place} any more", "delete it")
        yield Allowed(one.rule, one.line or "", unneeded)


def _unneeded(read: Datafile[FrontMatter], text: str) -> Iterator[Problem]:
    """Yield amounts that a page is said to make up and does not name."""
    for index, example in enumerate(read.model.examples):
        if example not in text:
            yield read.marks.problem(("examples", index), f"the text does not say '{example}'", "delete it")


def _too_much(text: str, path: str) -> Iterator[Problem]:
    """Yield what Markdown would take minutes to read."""
    for character, most in {"": _MOST_CHARACTERS, **_MOST}.items():
        if _count(text, character) > most:
            yield Problem(path, 1, 1, "", f"has more than {most:,} {_named(character)}", "make two pages of it")
            return
    for match in _PARAGRAPH.finditer(text):
        for character, most in _MOST_IN_A_ROW.items():
            if _count(match[0], character) > most:
                message = f"has more than {most:,} {_named(character)} without an empty line"
                line = text.count("\n", 0, match.start()) + 1
                yield Problem(path, line, 1, "", message, "put an empty line between two thoughts")


def _count(text: str, character: str) -> int:
    return text.count(character) if character else len(text)


def _named(character: str) -> str:
    return f"'{character.strip()}'" if character else "characters"
