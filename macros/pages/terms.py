"""The terms of a course in the HTML of a page: the first use of each becomes a link to what it means.

No term is sought in what macros make, so none in drawings and quizzes: it is not there yet.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import escape

from macros.pages.speech import Speech
from macros.pages.stash import MARK

_TOKEN = re.compile(r"<[^>]*>|[^<]+")
_NAME = re.compile(r"</?([a-z][a-z0-9]*)")
_CLOSED = {"a", "abbr", "code", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "pre", "summary", "th"}
"""Where no term is sought: what leads somewhere, what is typed, what names a part of the page."""

_TITLES = {'<p class="admonition-title">', '<figcaption class="skip">'}
"""Titles of notes, and why no test runs a command."""

_NO_WORD = rf"&#?\w+;|{MARK.pattern}"


@dataclass(frozen=True)
class Use:
    """A term in a text, by its id and its place."""

    id: str
    start: int
    end: int


@dataclass(frozen=True)
class Terms:
    """Terms, each by its id with its forms, in a language: the longest that stands at a place is meant."""

    forms: tuple[tuple[str, tuple[str, ...]], ...]
    speech: Speech

    def uses(self, text: str) -> Iterator[Use]:
        """Yield every use of a term in a text, in which characters may be escaped as in HTML."""
        for match in self._pattern.finditer(text) if self.forms else ():
            if match.lastgroup:
                yield Use(self._meant(match), match.start(), match.end())

    def named(self, text: str) -> str:
        """Return the id of the term that a whole text is, or nothing."""
        match = self._pattern.fullmatch(text) if self.forms else None
        return self._meant(match) if match and match.lastgroup else ""

    def _meant(self, match: re.Match[str]) -> str:
        """Return the id of what was found: one that is written just so goes before one that is so inflected."""
        return self._exactly.get(match[0], "") or self._longest_first[int(str(match.lastgroup)[1:])][1]

    @cached_property
    def _exactly(self) -> dict[str, str]:
        return {escape(form, quote=False): id_ for form, id_ in self._longest_first}

    @cached_property
    def _longest_first(self) -> list[tuple[str, str]]:
        """Return each form with its id."""
        pairs = [(form, id_) for id_, forms in self.forms for form in forms]
        return sorted(pairs, key=lambda pair: (-len(pair[0]), pair))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = (self.speech.inflected(escape(form, quote=False)) for form, _ in self._longest_first)
        found = "|".join(f"(?P<t{number}>{form})" for number, form in enumerate(forms))
        return re.compile(rf"{_NO_WORD}|(?<![\w-])(?:{found})(?![\w-])")


def with_terms(
    html: str, terms: Terms, glossary: str, explained: Collection[str] = (), without: Collection[str] = ()
) -> str:
    """Return the HTML of a page in which the first use of each term is a link to its entry on the page ``glossary``.

    What the page explains, in bold, needs no link from there on; some terms may be left out.
    """
    page = _Page(terms, explained, glossary, {*without})
    return "".join(page.token(match[0]) for match in _TOKEN.finditer(html))


def shown(html: str, terms: Terms, explained: Collection[str]) -> set[str]:
    """Return the ids of the terms of which a page shows the meaning: those that become links, or that it explains."""
    page = _Page(terms, explained)
    for match in _TOKEN.finditer(html):
        page.token(match[0])
    return page.seen


@dataclass
class _Page:
    """A page while it is gone through from its first tag to its last."""

    terms: Terms
    explained: Collection[str]
    glossary: str = ""
    seen: set[str] = field(default_factory=set)
    closed: list[str] = field(default_factory=list)
    before: str = ""

    def token(self, token: str) -> str:
        """Return a tag or a text as it shall stand in the page."""
        before, self.before = self.before, token
        if token.startswith("<"):
            self._tag(token)
        elif not self.closed:
            bold = self.terms.named(token) if before == "<strong>" else ""
            if bold in self.explained:
                self.seen.add(bold)
            return "".join(self._text(token))
        return token

    def _tag(self, tag: str) -> None:
        name = match[1] if (match := _NAME.match(tag)) else ""
        if tag.startswith("</"):
            if self.closed and self.closed[-1] == name:
                self.closed.pop()
        elif name in _CLOSED or tag in _TITLES or (self.closed and name == self.closed[-1]):
            self.closed.append(name)

    def _text(self, text: str) -> Iterator[str]:
        end = 0
        for use in self.terms.uses(text):
            if use.id not in self.seen:
                self.seen.add(use.id)
                words = text[use.start : use.end]
                yield f'{text[end : use.start]}<a class="term" href="{self.glossary}#{use.id}">{words}</a>'
                end = use.end
        yield text[end:]
