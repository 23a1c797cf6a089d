"""HTML that an author typed, told apart from the same that Markdown makes."""

import re

from markdown import Markdown
from markdown.inlinepatterns import HTML_RE, HtmlInlineProcessor
from markdown.preprocessors import HtmlBlockPreprocessor

from macros.pages.vocabulary import TAGS, TYPED

PREFIX = "typed-"
"""What the name of a tag begins with that only Markdown may make: no page may hold a tag of that name."""

_TAG = re.compile(r"(</?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>]|$)((?:\"[^\"]*\"|'[^']*'|[^'\">])*)")
_BLOCKS, _INLINE = 20, 90
"""The priorities of what reads raw HTML in Python-Markdown."""


def tell_apart(md: Markdown) -> None:
    """Let Markdown rename the tags that an author typed and may not type."""
    md.preprocessors.register(_Blocks(md), "html_block", _BLOCKS)
    md.inlinePatterns.register(_Inline(HTML_RE, md), "html", _INLINE)


def _rename(md: Markdown, first: int) -> None:
    """Rename the tags in what Python-Markdown has stashed as raw HTML, from the first piece that is new."""
    stashed = md.htmlStash.rawHtmlBlocks
    stashed[first:] = [_TAG.sub(_renamed, str(html)) for html in stashed[first:]]


def _renamed(match: re.Match[str]) -> str:
    begin, name, rest = match.groups()
    return f"{begin}{PREFIX if name.lower() in TAGS.keys() - TYPED else ''}{name}{rest}"


class _Blocks(HtmlBlockPreprocessor):
    def run(self, lines: list[str]) -> list[str]:
        first = len(self.md.htmlStash.rawHtmlBlocks)
        left: list[str] = super().run(lines)
        _rename(self.md, first)
        return left


class _Inline(HtmlInlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # noqa: N802 - its name in Python-Markdown
        first = len(self.md.htmlStash.rawHtmlBlocks)
        placeholder, start, end = super().handleMatch(m, data)
        _rename(self.md, first)
        return placeholder, start, end
