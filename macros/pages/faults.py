"""What browsers find in a page that may not be published: the reasons for what the gate takes out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from macros.pages.allowed import TAGS, address_fault, attribute_fault
from macros.pages.stand_ins import MARK
from macros.unseen import UNSEEN

_AROUND = {"html", "head", "body"}
_END_TAG = re.compile(r"</([a-z][^\s/>]*)", re.IGNORECASE)


@dataclass(frozen=True)
class Fault:
    """What a page may not hold: the rule that forbids it, what is wrong, and a text by which to find it in the file."""

    rule: str
    message: str
    sought: str


def faults(html: str, nodes: Sequence[LexborNode]) -> Iterator[Fault]:
    """Yield what may not be published of HTML, which was parsed into these nodes, in the order of the nodes."""
    for node in nodes:
        yield from _in_node(node)
    begun = Counter(node.tag for node in nodes)
    ended = Counter(tag.lower() for tag in _END_TAG.findall(html))
    for tag, count in ended.items():
        if count > begun[tag]:
            yield Fault("html", f"</{tag}> ends nothing", f"</{tag}")


def _in_node(node: LexborNode) -> Iterator[Fault]:
    tag = node.tag or ""
    if node.is_text_node:
        yield from _unseen(node.text_content or "")
    elif node.is_comment_node:
        yield Fault("html", "a remark, '<!--', may not stand in a page", "<!")
    elif not node.is_element_node or (tag not in TAGS and (tag not in _AROUND or node.attributes)):
        yield Fault("html", f"<{tag}> may not stand in a page", f"<{tag}")
    else:
        for name, value in node.attributes.items():
            yield from _in_attribute(tag, name, value or "")


def _in_attribute(tag: str, name: str, value: str) -> Iterator[Fault]:
    yield from _unseen(value)
    if MARK.search(value):
        yield Fault("attributes", f"a call may not stand in the '{name}' of a <{tag}>", "{!")
    elif wrong := attribute_fault(tag, name, value):
        # What is wrong stands in quotes.
        yield Fault("attributes", wrong, wrong.split("'")[1])
    elif name in {"href", "src"} and (wrong := address_fault(tag, value)):
        yield Fault("address", wrong, value[:8])


def _unseen(text: str) -> Iterator[Fault]:
    for character in UNSEEN.findall(MARK.sub("", text)):
        yield Fault("hidden-character", f"hidden character U+{ord(character):04X}", "&")
