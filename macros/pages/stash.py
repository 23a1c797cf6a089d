"""The stash: what macros made is put aside, and placeholders stand for it while Markdown and the search read."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache

from macros.pages.call import INLINE, Call, Piece, is_call
from macros.reading.problem import Problem

_BLOCK, _INLINE, _END = "\ue000", "\ue001", "\ue002"
"""Characters for private use: they are taken out of what authors write."""

MARK = re.compile(f"[{_BLOCK}{_INLINE}]([0-9]{{1,5}}){_END}")
BLOCK = re.compile(f"{_BLOCK}([0-9]{{1,5}}){_END}")
_SHOWN = re.compile(f"<p>{BLOCK.pattern}</p>|{MARK.pattern}|[{_BLOCK}-{_END}]")
_PLACEHOLDER = re.compile(r'<(div|span) class="placeholder-(\d+)">[^<]*</\1>')

_REPEATS = re.compile(r"<\w+[^>]* data-search-exclude\b")
"""The begin of what repeats other pages: the search finds these."""

_UNREAD = re.compile(r"<(svg|script)\b.*?</\1>")
_WITHIN_WORDS = re.compile(r"</?(?:a|abbr|b|code|em|strong|sup|sub)\b[^>]*>")
_BETWEEN_WORDS = re.compile(r"(?<=\w)(?:</?span\b[^>]*>)+(?=\w)")
_SPAN = re.compile(r"</?span\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_ID = re.compile(r"\bid=\"([^\"]+)\"")


def placeholder(number: int, part: Piece) -> str:
    """Return a part of a page's text, by its number: a mark in place of a call, and of what is no call."""
    if isinstance(part, str):
        return part
    inline = isinstance(part, Call) and part.name in INLINE
    return f"{_INLINE if inline else _BLOCK}{number}{_END}"


def with_words(html: str, made: Mapping[int, str]) -> str:
    """Return a page with an element in place of each mark, which holds the words of what was made, for the search."""

    def element(match: re.Match[str]) -> str:
        if not match.lastindex:
            return ""  # of a mark that code has taken apart
        number, tag = (match[1], "div") if match[1] else (match[2], "span")
        return f'<{tag} class="placeholder-{number}">{_words(made.get(int(number), ""))}</{tag}>'

    return _SHOWN.sub(element, html)


def with_end_last(html: str, number: int) -> str:
    """Return a page in which what a call shows is the end: Markdown puts footnotes below all that is written."""
    end = f"<p>{_BLOCK}{number}{_END}</p>"
    above, _, below = html.partition(end)
    return f"{above}{below.strip()}\n{end}" if below.strip().startswith('<div class="footnotes"') else html


def put_back(html: str, made: Mapping[int, str]) -> str:
    """Return a page with what was made in place of these elements."""
    return _PLACEHOLDER.sub(lambda match: made.get(int(match[2]), ""), html)


def anchors(made: Mapping[int, str]) -> set[str]:
    """Return the anchors in what was made."""
    return {found for html in made.values() for found in _ID.findall(html)}


@lru_cache(maxsize=256)
def _words(html: str) -> str:
    if _REPEATS.match(html):
        return ""
    # A macro puts a span around words, and the stylesheet may set it apart.
    apart = _BETWEEN_WORDS.sub(" ", _WITHIN_WORDS.sub("", _UNREAD.sub("", html)))
    return " ".join(_TAG.sub(" ", _SPAN.sub("", apart)).replace("<", "&lt;").split())


class Stash:
    """What stands in place of the calls of known macros on one page, by their numbers in its text, and of others."""

    def __init__(
        self, parts: Sequence[Piece], known: Collection[str], refused: Callable[[Call | Problem], str]
    ) -> None:
        self._next = ((number, part) for number, part in enumerate(parts) if is_call(part, known))
        self.html = {
            number: refused(part)
            for number, part in enumerate(parts)
            if not (isinstance(part, str) or is_call(part, known))
        }

    def keep(self, html: str) -> str:
        """Keep what the next call of the page made, and return its mark."""
        number, call = next(self._next)
        self.html[number] = html
        return placeholder(number, call)


pages: dict[str, Stash] = {}
"""By the address of each page that is being made."""
