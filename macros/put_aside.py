"""The hook that puts aside what macros made while a page is made, and puts it back as it was."""

import re
from functools import lru_cache

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

_BLOCK = re.compile(r"^<[a-z].*>$", re.MULTILINE)
"""What a macro leaves: a line that is a block of HTML. Authors write none."""

_UNREAD = re.compile(r"<(svg|script)\b.*?</\1>")
_INLINE = re.compile(r"</?(?:a|abbr|b|code|em|span|strong|sup|sub)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_ID = re.compile(r"\bid=\"([^\"]+)\"")

_FIRST, _LAST = 200, -200
"""Before the macros, and after them and the problems of a page."""

_blocks: dict[str, list[str]] = {}
"""What was put aside on each page that may have it, by the page's address."""


@event_priority(_FIRST)
def _look(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - all are passed
    """Tell pages whose author writes lines of HTML from the others: what stands in code must stay code."""
    _blocks.pop(page.url, None)
    if not _BLOCK.search(markdown):
        _blocks[page.url] = []
    return markdown


@event_priority(_LAST)
def _put_aside(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - all are passed
    """Put aside what macros made: Markdown, the check of links and the search would each parse all its tags.

    In its place stands an element without words, so what Markdown reads stays the same when only the data change.
    """
    blocks = _blocks.get(page.url)
    if blocks is None:
        return markdown

    def stand_in(match: re.Match[str]) -> str:
        blocks.append(match[0])
        return _stand_in(len(blocks) - 1)

    return _BLOCK.sub(stand_in, markdown)


on_page_markdown = CombinedEvent(_look, _put_aside)


@event_priority(_FIRST)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - all are passed
    """Give the search the words of what was put aside, and the check of links its anchors."""
    for number, block in enumerate(_blocks.get(page.url, [])):
        html = html.replace(_stand_in(number), _stand_in(number, _words(block)), 1)
        page.present_anchor_ids = (page.present_anchor_ids or set()).union(_ID.findall(block))
    return html


@event_priority(_FIRST)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001 - all are passed
    """Put everything back, before anything else looks at the page."""
    for number, block in enumerate(_blocks.pop(page.url, [])):
        output = output.replace(_stand_in(number, _words(block)), block, 1)
    return output


def _stand_in(number: int, words: str = "") -> str:
    return f'<div class="put-aside-{number}">{words}</div>'


@lru_cache(maxsize=256)
def _words(block: str) -> str:
    """Return the words of a block of HTML."""
    return " ".join(_TAG.sub(" ", _INLINE.sub("", _UNREAD.sub("", block))).split())
