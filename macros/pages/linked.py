"""The links and pictures of a page, as Markdown makes them, with the place of each in the file."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from macros.pages.allowed import address_fault
from macros.pages.inspection import html_of
from macros.pages.stash import MARK
from macros.pages.written import Written

_BEGINS = re.compile(r"\]\(|\]:")
_PLAIN = re.compile(r"(?:\]\(|\]:[ ]*)([\w./#:+~=?,@-]+)(?:[ ]+\"[^\"\n]*\")?(?:\)|$)", re.MULTILINE)
"""A link that nobody can read in two ways."""

_PLACEHOLDER = "link-number-{}-"
_NO_WORD = r"[\w./#%?&=~+@:-]"


@dataclass(frozen=True)
class Link:
    """A link or a picture: its address, and where it stands."""

    address: str
    line: int
    column: int
    is_picture: bool = False


def plain_addresses(text: str) -> set[str] | None:
    """Return the addresses of all that may be a link in a text, that in code too; nothing when it has more than that.

    Every link begins with one of these marks, so a page of which all lead somewhere need not be rendered to know it.
    """
    found: set[str] = set()
    if "![" in text:
        return None
    for begin in _BEGINS.finditer(text):
        plain = _PLAIN.match(text, begin.start())
        if not plain:
            return None
        found.add(plain[1])
    return found


def links(written: Written, wanted: Collection[tuple[str, str]]) -> Iterator[Link]:
    """Yield those links of a page that are wanted, by tag and address, each with its place.

    Markdown does not say what it made from which line. So each place at which one of these addresses stands gets an
    address of its own, and those that are links then tell where they stand; code, for one, is none.
    """
    text, places = written.text, _places(written.text, {address for _, address in wanted if address})
    found = {address: tag for tag, address in addresses(_with_tokens(text, places))}
    told = set()
    for number, (start, address) in enumerate(places):
        tag = found.get(_PLACEHOLDER.format(number))
        if (tag, address) in wanted:
            told.add((tag, address))
            yield _link(written, start, tag, address)
    for tag, address in sorted({*wanted} - told):
        start = next((match.end() for match in _BEGINS.finditer(text) if _reads(text, match.end(), address)), 0)
        yield _link(written, start, tag, address)


def _places(text: str, wanted: Collection[str]) -> list[tuple[int, str]]:
    """Return where these addresses stand in a text, and which; a longer one is not sought for a shorter one in it."""
    if not wanted:
        return []
    named = "|".join(re.escape(address) for address in sorted(wanted, key=len, reverse=True))
    found = re.finditer(f"(?<!{_NO_WORD})(?:{named})(?!{_NO_WORD})", text)
    return [(match.start(), match[0]) for match in found]


def _with_tokens(text: str, places: list[tuple[int, str]]) -> str:
    parts, end = [], 0
    for number, (start, address) in enumerate(places):
        parts += [text[end:start], _PLACEHOLDER.format(number)]
        end = start + len(address)
    return "".join([*parts, text[end:]])


def _reads(text: str, start: int, address: str) -> bool:
    """Tell whether an address begins here, written with references or escapes, or with nothing at all."""
    written = unescape(text[start : start + 6 * len(address) + 20]).replace("\\", "")
    return written.lstrip(" <\"'").startswith(address.replace("\\", ""))


def _link(written: Written, start: int, tag: str | None, address: str) -> Link:
    line = written.text.count("\n", 0, start) + written.first_line
    column = start - written.text.rfind("\n", 0, start)
    return Link(address, line, column, tag == "img")


def addresses(text: str) -> set[tuple[str, str]]:
    """Return tag and address of all links and pictures that Markdown makes of a text, and that may be published."""
    nodes = LexborHTMLParser(html_of(text)).css("a[href]:not(.headerlink, .footnote-backref), img[src]")
    found = [(node.tag or "", node.attributes.get("href" if node.tag == "a" else "src")) for node in nodes]
    given = {(tag, address) for tag, address in found if address is not None}
    return {(tag, address) for tag, address in given if not (MARK.search(address) or address_fault(tag, address))}


def ids(text: str) -> set[str]:
    """Return the anchors that Markdown makes of a text."""
    return {node.id or "" for node in LexborHTMLParser(html_of(text)).css("[id]")}


def sections(text: str) -> set[str]:
    """Return the anchors of the headings that Markdown makes of a text."""
    return {node.id or "" for node in LexborHTMLParser(html_of(text)).css("h2[id], h3[id], h4[id], h5[id], h6[id]")}
