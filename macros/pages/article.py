"""The author's part of a page as browsers read it, and what of it may not be published."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.pages.allowed import clean
from macros.pages.call import INLINE, Call, meant
from macros.pages.character_references import without_unseen
from macros.pages.faults import Breach, faults
from macros.pages.prose import squeezed
from macros.pages.stash import BLOCK, MARK

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = {
    "blockquote", "body", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "li", "ol", "p", "pre", "summary",
    "table", "td", "th", "tr", "ul", *_HEADINGS,
}  # fmt: skip
_CODE = {"code", "kbd", "pre"}
_FIGURES = {"img", "pre", "table"}
_NO_CALLS = {"a", *_CODE, *_HEADINGS}
"""Where a call shows nothing good: a link in a link, a source in the menu, HTML in code."""


@dataclass(frozen=True)
class Block:
    """The words of a paragraph, an item or a cell, with spaces for code and calls."""

    words: str
    end: int
    """The number of what follows it in the page."""


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
            if number not in (within if meant(call, INLINE).name in INLINE else alone) or often[number] > 1:
                yield call

    @cached_property
    def blocks(self) -> list[Block]:
        """Return its blocks in their order."""
        texts = [(n, node) for n, node in enumerate(self._nodes) if node.is_text_node and not _is_permalink(node)]
        found = []
        for _, inside in groupby(texts, lambda text: _around(text[1], _BLOCKS).mem_id):
            nodes = [*inside]
            words = "".join(" " * len(_text(node)) if _inside(node, _CODE) else _text(node) for _, node in nodes)
            found.append(Block(MARK.sub(" ", words), nodes[-1][0] + 1))
        return found

    def shows_below(self, block: Block) -> bool:
        """Tell whether a figure, a table or code stands below a block, before the next heading."""
        for node in self._nodes[block.end :]:
            if node.tag in _HEADINGS:
                return False
            if node.tag in _FIGURES or (node.is_text_node and BLOCK.search(_text(node))):
                return True
        return False

    @cached_property
    def squeezed(self) -> str:
        """Return all its words without spaces, to find in it what stands in the text."""
        return "\n".join(squeezed(block.words) for block in self.blocks)

    @cached_property
    def code_blocks(self) -> int:
        """Return how many blocks of code it has; the numbers of the lines of one are no other one."""
        blocks = [node for node in self._nodes if node.tag == "pre"]
        return sum(not (node.parent and node.parent.attributes.get("class") == "linenodiv") for node in blocks)

    @cached_property
    def links(self) -> list[tuple[str, str]]:
        """Return words and address of each link; of one around an image, nothing stands for what that says."""
        links = [node for node in self._nodes if node.tag == "a" and not node.css_first("img")]
        return [(" ".join((node.text() or "").split()), node.attributes.get("href") or "") for node in links]

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
