"""What browsers find in a page that may not be published: the reasons for what the gate takes out."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from macros.pages.allowed import ADDRESSES, address_fault, attribute_fault
from macros.pages.stash import MARK
from macros.pages.typed import PREFIX
from macros.pages.vocabulary import TAGS

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_AROUND = {"html", "head", "body"}
_LIST = "write '- ' or '1. ' at the beginning of each item"
_TABLE = "write '| a | b |', below it '|---|---|', and each row on a line of its own"
_MEANING = "write the term, below it ':   ' and what it means"
_HINTS = {
    "!--": "delete it: a remark belongs into the pull request",
    **dict.fromkeys(
        ("details", "summary", "aside"), """write '??? note "Title"', and indent its text by four spaces"""
    ),
    **dict.fromkeys(("div", "span", "section", "article", "center", "p", "small"), "delete it, and its end"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "write '## ' or '### ' at the beginning of a line"),
    **dict.fromkeys(("ul", "ol", "li"), _LIST),
    **dict.fromkeys(("table", "thead", "tbody", "tr", "th", "td"), _TABLE),
    **dict.fromkeys(("dl", "dt", "dd"), _MEANING),
    **dict.fromkeys(("pre", "code"), "write `code`, or put it between ``` lines"),
    **dict.fromkeys(("img", "figure", "figcaption"), "write ![What it shows](name.png), and '/// caption' below it"),
    "a": "write [text](page.md), and {#my-anchor} at the end of a heading",
    "blockquote": "write '> ' at the beginning of each line",
    "hr": "write --- with an empty line above and below",
    "input": "write '- [ ] ' or '- [x] ' at the beginning of an item",
    **dict.fromkeys(("tabs", "tabitem", "tab"), "give each a heading of its own, such as '### Linux'"),
    **dict.fromkeys(("b", "big", "strong"), "write **bold**"),
    **dict.fromkeys(("i", "cite", "em"), "write *emphasis*"),
    **dict.fromkeys(("s", "strike", "del"), "write ~~old~~"),
    "mark": "write ==new==",
    **dict.fromkeys(("u", "ins", "font"), "write **bold**, or leave it out"),
    **dict.fromkeys(("iframe", "video", "audio", "embed", "object"), "write a link: [What it shows](https://…)"),
    **dict.fromkeys(("script", "style", "link", "form", "button"), "delete it: a page holds text, links and calls"),
    "tt": "write `code`",
    "samp": "write `code`",
}
"""What to write instead of a tag."""

_DECLARATION = re.compile(r"<![a-z]+", re.IGNORECASE)
_BEGIN_TAG = re.compile(r"<([a-z][^\s/>]*)", re.IGNORECASE)
_END_TAG = re.compile(r"</([a-z][^\s/>]*)", re.IGNORECASE)


@dataclass(frozen=True)
class Breach:
    """What a page may not hold: the rule that forbids it, what is wrong, and a text by which to find it in the file.

    The tip says what to write instead; without one, that of the rule does.
    """

    rule: str
    message: str
    sought: str
    tip: str = ""
    line: int = field(default=0, compare=False)
    """Of the page's text, from 1, where it is known."""
    column: int = field(default=0, compare=False)
    last_line: int = field(default=0, compare=False)
    """Where it takes up several."""


def faults(html: str, nodes: Sequence[LexborNode]) -> Iterator[Breach]:
    """Yield what may not be published of HTML, which was parsed into these nodes, in the order of the nodes."""
    spelt = {name.lower(): name for name in reversed(_BEGIN_TAG.findall(html))}
    for node in nodes:
        yield from _in_node(node, spelt)
    ids = Counter(str(node.id) for node in nodes if node.id)
    yield from (Breach("attributes", f"the anchor '{id_}' stands twice", id_) for id_ in ids if ids[id_] > 1)
    for declaration in _DECLARATION.findall(html):  # browsers make nothing of it
        yield Breach(
            "html", f"'{declaration}' may not stand in a page", declaration, "put it into backticks, or delete it"
        )
    begun = Counter(node.tag for node in nodes)
    ended = Counter(tag.lower() for tag in _END_TAG.findall(html))
    for tag, count in ended.items():
        if count > begun[tag]:
            typed = tag.removeprefix(PREFIX)
            yield Breach("html", f"</{typed}> ends nothing", f"</{typed}", "delete it")


def _in_node(node: LexborNode, spelt: Mapping[str, str]) -> Iterator[Breach]:
    tag = node.tag or ""
    if node.is_text_node or _is_told_with_another(node):
        return
    if node.is_comment_node:
        yield Breach("html", "a remark, '<!--', may not stand in a page", "<!", _HINTS["!--"])
    elif not node.is_element_node or (tag not in TAGS and (tag not in _AROUND or node.attributes)):
        tag, written = tag.removeprefix(PREFIX), spelt.get(tag, tag).removeprefix(PREFIX)
        tip = f"put what shall be read as it is into backticks, `<{written}>`, and write all else as Markdown"
        yield Breach("html", f"<{written}> may not stand in a page", f"<{written}", _HINTS.get(tag, tip))
    else:
        if tag == "img" and not (node.attributes.get("alt") or "").strip():
            yield Breach("image-alt", "an image says nothing to readers who do not see it", "![")
        for name, value in node.attributes.items():
            if name == "class" and (word := _out_of_place(node, value or "")):
                yield Breach("attributes", f"only Markdown itself sets the class '{word}'", word)
            yield from _in_attribute(tag, name, value or "")


def _out_of_place(node: LexborNode, classes: str) -> str | None:
    """Return the class of a part of the page that Markdown makes, where an author has set it on something else."""
    words, address = classes.split(), node.attributes.get("href") or ""
    around = node.parent.tag if node.parent else ""
    right = {
        "footnote": words == ["footnote"],
        "highlight": "admonition" not in words,
        "admonition-title": around == "div",
        "footnote-ref": address.startswith("#fn-") and around == "sup",
        "footnote-backref": address.startswith("#fnref"),
        "headerlink": around in _HEADINGS,
    }
    return next((word for word in words if not right.get(word, True)), None)


def _is_told_with_another(node: LexborNode) -> bool:
    """Tell whether a tag that an author typed stands in another one for which the same is to be written."""
    family, parent = _typed_hint(node), node.parent
    while family and parent and _typed_hint(parent) != family:
        parent = parent.parent
    return bool(family and parent)


def _typed_hint(node: LexborNode) -> str:
    tag = node.tag or ""
    return _HINTS.get(tag.removeprefix(PREFIX), "") if tag.startswith(PREFIX) else ""


def _in_attribute(tag: str, name: str, value: str) -> Iterator[Breach]:
    if MARK.search(value):
        yield Breach("attributes", f"a call may not stand in the '{name}' of a <{tag}>", "{!")
    elif wrong := attribute_fault(tag, name, value):
        # What is wrong stands in quotes.
        yield Breach("attributes", wrong.message, wrong.message.split("'")[1], wrong.tip)
    elif name in ADDRESSES and (wrong := address_fault(tag, value)):
        yield Breach("address", wrong.message, value, wrong.tip)
