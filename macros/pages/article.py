"""The author's part of a page as browsers read it, and what of it may not be published."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.call import INLINE, Call
from macros.pages.allowed import clean
from macros.pages.faults import Breach, faults
from macros.pages.references import without_unseen
from macros.pages.stand_ins import BLOCK, MARK

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = {
    "blockquote", "body", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "li", "ol", "p", "pre", "summary",
    "table", "td", "th", "tr", "ul", *_HEADINGS,
}  # fmt: skip
_SHOWN = {"div", "figure", "pre", "table"}
_CODE = {"code", "kbd", "pre"}
_NO_CALLS = {"a", *_CODE, *_HEADINGS}
"""Where a call shows nothing good: a link in a link, a source in the menu, HTML in code."""


@dataclass(frozen=True)
class Block:
    """The words of a paragraph, an item or a cell, with spaces for code and calls.

    shown tells whether a figure, a table or code stands below.
    """

    words: str
    shown: bool


class Article:
    """What Markdown made of a text in which marks stand for calls."""

    def __init__(self, html: str) -> None:
        # Nobody but us writes marks: what a reference stands for would be one more.
        self._html, self._unseen = without_unseen(html)
        self._tree = _parsed(self._html)

    @cached_property
    def cleaned(self) -> str:
        """Return what of it may be published."""
        return clean(self._html)

    def faults(self) -> Iterator[Breach]:
        """Yield all that may not be published of it."""
        for character in self._unseen:
            yield Breach("hidden-character", f"hidden character U+{ord(character[0]):04X}", "&")
        found = [*faults(self._html, self._nodes)]
        yield from found
        if not found and self._tree.html != _parsed(self.cleaned).html:
            yield Breach("html", "this page has HTML that browsers read in another way than it is written", "<")

    def misplaced(self, calls: Mapping[int, Call]) -> Iterator[Call]:
        """Yield the calls, by the numbers of their marks, that stand where what they show has no room."""
        texts = [node for node in self._nodes if node.is_text_node]
        within = {int(number) for node in texts if not _inside(node, _NO_CALLS) for number in MARK.findall(_text(node))}
        alone = {int(match[1]) for node in texts if _is_alone(node) and (match := BLOCK.fullmatch(_text(node)))}
        often = Counter(map(int, MARK.findall(self._html)))
        for number, call in calls.items():
            if number not in (within if call.name in INLINE else alone) or often[number] > 1:
                yield call

    @cached_property
    def blocks(self) -> list[Block]:
        """Return its blocks in their order."""
        texts = [node for node in self._nodes if node.is_text_node and not _is_permalink(node)]
        found = []
        for _, inside in groupby(texts, lambda node: _around(node, _BLOCKS).mem_id):
            nodes = [*inside]
            words = "".join(" " * len(_text(node)) if _inside(node, _CODE) else _text(node) for node in nodes)
            found.append(Block(MARK.sub(" ", words), _shows_something(_below(nodes[-1]))))
        return found

    @cached_property
    def _nodes(self) -> list[LexborNode]:
        root = self._tree.root
        return [*root.traverse(include_text=True)] if root else []


def _parsed(html: str) -> LexborHTMLParser:
    """Return HTML as a browser parses it that stands within a page."""
    return LexborHTMLParser(f"<!doctype html><body>{html}")


def _text(node: LexborNode) -> str:
    return node.text_content or ""


def _around(node: LexborNode, tags: set[str]) -> LexborNode:
    """Return the nearest of these elements that holds a node, or the outermost."""
    parent = node.parent or node
    while parent.tag not in tags and parent.parent:
        parent = parent.parent
    return parent


def _inside(node: LexborNode, tags: set[str]) -> bool:
    return _around(node, tags).tag in tags


def _is_alone(node: LexborNode) -> bool:
    """Tell whether a text is all that a paragraph of the page itself holds."""
    parent = node.parent
    alone = parent and parent.tag == "p" and not parent.attributes and not (node.prev or node.next)
    return bool(alone and parent and parent.parent and parent.parent.tag == "body")


def _is_permalink(node: LexborNode) -> bool:
    return bool(node.parent and node.parent.attributes.get("class") == "headerlink")


def _below(node: LexborNode) -> LexborNode | None:
    """Return what stands in the page below the part of it that holds a node."""
    part = node
    while part.parent and part.parent.tag != "body":
        part = part.parent
    following = part.next
    while following and following.is_text_node:
        following = following.next
    return following


def _shows_something(node: LexborNode | None) -> bool:
    if not node:
        return False
    return node.tag in _SHOWN or bool(BLOCK.search(node.text() or "") or node.css_first("img"))
