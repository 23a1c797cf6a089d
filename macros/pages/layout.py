"""The lines of a page and what Markdown takes each for: a heading, a list item, a table, the beginning of a note."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from macros.pages.prose import BLANK, Prose


class Kind(Enum):
    """What a line, or a block of code, is taken for."""

    TEXT = auto()
    HEADING = auto()
    UNDERLINE = auto()
    ITEM = auto()
    TABLE = auto()
    NOTE = auto()
    BLOCK = auto()
    CODE = auto()
    CALL = auto()
    DEFINITION = auto()


@dataclass(frozen=True)
class Line:
    """A line that is not empty; for a block of code its first one."""

    number: int
    """From 0."""
    kind: Kind
    indent: int
    words: str
    """Without its indent, with blanks for code, calls and addresses."""
    above: "Line | None"
    """What stands directly above it, without an empty line between."""
    begins: "Line | None" = field(repr=False, default=None)
    """The first line of those that stand directly below each other; nothing for that line itself."""

    @property
    def first(self) -> "Line":
        """Return the first line of those that this one belongs to."""
        return self.begins or self

    @property
    def cells(self) -> int:
        """Return how many cells it has as a row of a table."""
        return self.words.strip().removeprefix("|").removesuffix("|").count("|") + 1


_ITEM = re.compile(r"(?:[-*+]|\d{1,9}\.) +\S")
_RULER = re.compile(r"(?:[-*_] *){3,}")
_UNDERLINE = re.compile(r"(?:=+|-+) *")
_HEADING = re.compile(r"#{1,6}(?!#)")
_NOTE = re.compile(r"(?:!!!|\?\?\?)\+? ?[\"“\w]")
_BLOCK = re.compile(r"/{3,}(?: *[a-z]| *$)")
_DEFINITION = re.compile(r"\*?\[[^\]]+\]:")
SEPARATOR = re.compile(r"(?=.*\|)\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *")
"""The line below the head of a table."""

_BEGINS_ANEW = {Kind.HEADING, Kind.NOTE, Kind.BLOCK, Kind.CODE}
"""Below these, what follows is read as if an empty line stood between."""


def laid_out(prose: Prose) -> tuple[Line, ...]:
    """Return the lines of a page that are not empty; each block of code is one of them."""
    return tuple(_lines(prose))


def _lines(prose: Prose) -> Iterator[Line]:
    lines, ends = prose.plain_lines, {fence.first: fence.last for fence in prose.fences}
    code = {*prose.indented_code}
    number, above, first = 0, None, None
    stop = len(lines) if prose.open_fence is None else prose.open_fence
    while number < stop:
        words = lines[number].lstrip(" \t")
        if not words or number in code:
            number, above, first = number + 1, None, None
            continue
        below = lines[number + 1].strip() if number + 1 < len(lines) else ""
        kind = Kind.CODE if number in ends else _kind(words, above, below)
        raw = prose.lines[number]
        indent = len(raw) - len(raw.lstrip()) if kind is Kind.CODE else len(lines[number]) - len(words)
        line = Line(number, kind, indent, words, above, first)
        yield line
        first = None if kind in _BEGINS_ANEW else line.first
        number, above = ends.get(number, number) + 1, line


def _kind(words: str, above: Line | None, below: str) -> Kind:  # noqa: PLR0911 - a kind each
    if above and above.kind is Kind.TABLE and not _BLOCK.match(words):
        return Kind.TABLE
    match words[0]:
        case "#" if _HEADING.match(words):
            return Kind.HEADING
        case "-" | "=" if above and above.kind is Kind.TEXT and _UNDERLINE.fullmatch(words):
            return Kind.UNDERLINE
        case "!" | "?" if _NOTE.match(words):
            return Kind.NOTE
        case "/" if _BLOCK.match(words):
            return Kind.BLOCK
        case "[" | "*" if _DEFINITION.match(words):
            return Kind.DEFINITION
        case char if char == BLANK and set(words.rstrip()) == {BLANK}:
            return Kind.CALL
    if "|" in words and "-" in below and SEPARATOR.fullmatch(below):
        return Kind.TABLE
    return Kind.ITEM if _ITEM.match(words) and not _RULER.fullmatch(words) else Kind.TEXT
