"""Prose: a page's Markdown with all that is no prose blanked out, so that a mark found in it is meant as one."""

import re
from bisect import bisect
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from html import unescape

BLANK = "\0"
"""Stands for each character of code, of calls and of addresses: a page holds none by itself."""

_FENCE = re.compile(r"[> \t]*(`{3,}|~{3,})[ \t]*([^`\n]*?)[ \t]*")
_CALL = re.compile(r"\{!(?:(?!\{!|!\})[^\n])*!\}")
_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_ESCAPED = re.compile(r"\\[^\w\s]")
_ADDRESS = re.compile(
    r"(?<=\]\()[^()\n]*(?:\([^()\n]*\)[^()\n]*)*(?=\))"  # of a link
    r"|<[a-zA-Z][a-zA-Z0-9+.-]*:[^<>\s]*>|<[^<>\s@]+@[^<>\s]+>"
    r"|https?://[^\s<>\[\]]+"
    r"|(?<=\]: )\S+(?=\s*$|[ \t]+[\"'(])",
    re.MULTILINE,
)
_QUOTE = re.compile(r"^( *)>(?: {0,3}>)* ?")
OPENER = re.compile(r" *(?:[-*+] +\S|\d{1,9}\. +\S|(?:!!!|\?\?\?)\S|(?:!!!|\?\?\?)\+? |\[\^[^\]]+\]:|: {1,3}\S)")
"""The line to which what is indented below it belongs."""

_NO_WORDS = re.compile(rf"[\s*_=~`>{BLANK}]+")
_TAB = 4


@dataclass(frozen=True)
class Fence:
    """A block of code between two fences, by the numbers of their lines from 0, and what the first one says of it."""

    first: int
    last: int
    info: str


class Prose:
    """A text in Markdown, in lines; each form of it is as long as the text, so that places in it are places there."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.fences, self.open_fence = _fences(self.lines) if "```" in text or "~~~" in text else ([], None)

    @cached_property
    def fenced(self) -> frozenset[int]:
        """Return the numbers of the lines in blocks of code, their fences included."""
        return frozenset(number for fence in self.fences for number in range(fence.first, fence.last + 1))

    @property
    def unread(self) -> range:
        """Return the numbers of the lines from a fence on that no other ends: whether they are code is not known."""
        return range(len(self.lines) if self.open_fence is None else self.open_fence, len(self.lines))

    @cached_property
    def uncoded(self) -> str:
        """Return the text with blanks for code and calls, and with its escapes; for code that does not end, too."""
        lines = list(self.lines)
        for number in {*self.indented_code, *self.fenced, *self.unread}:
            lines[number] = BLANK * len(lines[number])
        text = _CALL.sub(_blank, "\n".join(lines))
        return _SPAN.sub(_blank_within, text) if "`" in text else text

    @cached_property
    def plain(self) -> str:
        """Return the text with blanks for code, calls, addresses and what is escaped."""
        text = _ESCAPED.sub(_blank, self.uncoded) if "\\" in self.uncoded else self.uncoded
        return _ADDRESS.sub(_blank, text)

    @cached_property
    def plain_lines(self) -> list[str]:
        """Return the lines without code, calls and addresses, and without the marks of quotations."""
        if ">" not in self.plain:
            return self.plain.split("\n")
        return [_QUOTE.sub(r"\1", line) if ">" in line else line for line in self.plain.split("\n")]

    @cached_property
    def indented_code(self) -> list[int]:
        """Return the numbers of the lines that are code because they are indented."""
        if "\n    " not in self.text and not self.text.startswith("    "):
            return []
        found, room, above = [], 0, ""
        for number, line in enumerate(self.lines):
            if number in self.fenced or not line.strip():
                above = "" if not line.strip() else above
                continue
            depth = _indent(line) // _TAB
            if depth > room and (not above or number - 1 in found):
                found.append(number)
            elif OPENER.match(line):
                room = depth + 1
            elif not above:
                room = depth
            above = line
        return found

    def place(self, offset: int) -> tuple[int, int]:
        """Return the number of a line from 0, and a column from 1, of an offset in the text."""
        return self.text.count("\n", 0, offset), offset - self.text.rfind("\n", 0, offset)


def _fences(lines: list[str]) -> tuple[list[Fence], int | None]:
    """Return the blocks of code, and the line of the first fence that has no other."""
    matches = {
        number: match
        for number, line in enumerate(lines)
        if ("```" in line or "~~~" in line) and (match := _FENCE.fullmatch(line))
    }
    ends: dict[str, list[int]] = defaultdict(list)
    for number, match in matches.items():
        if not match[2]:
            ends[match[1]].append(number)
    found, last, unpaired = [], -1, None
    for number, match in matches.items():
        if number <= last:
            continue
        after = ends[match[1]][bisect(ends[match[1]], number) :][:1]
        if after:
            last = after[0]
            found.append(Fence(number, last, match[2]))
        elif unpaired is None:
            unpaired = number
    return found, unpaired


def _indent(line: str) -> int:
    return len(line.expandtabs(_TAB)) - len(line.expandtabs(_TAB).lstrip(" "))


def _blank(match: re.Match[str]) -> str:
    return BLANK * len(match[0])


def _blank_within(match: re.Match[str]) -> str:
    """Blank what stands between backticks; line ends stay."""
    width = len(match[1])
    return match[1] + re.sub(r"[^\n]", BLANK, match[0][width:-width]) + match[1]


def squeezed(text: str) -> str:
    """Return a text without spaces and without marks that Markdown may take away, to be found in what it made."""
    return _NO_WORDS.sub("", unescape(text))
