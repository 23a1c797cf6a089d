"""HTML as XHTML: an article as a tree that can be written as XML, with what a book knows."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from selectolax.lexbor import LexborNode

SVG = "http://www.w3.org/2000/svg"

_PLAIN = {
    "details": "div",
    "summary": "p",
    "form": "div",
    "fieldset": "div",
    "legend": "p",
    "label": "span",
}
"""What nobody can operate in a book, or what not every reading app opens, as what it then is."""

_DROPPED = {"download", "hidden", "open", "tabindex", "for", "name", "aria-controls"}


def element(node: LexborNode) -> ET.Element:
    """Return a node with all that is in it; comments are left out."""
    made = ET.Element(node.tag or "", {name: value or "" for name, value in node.attributes.items()})
    last = None
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            _add(made, last, child.text_content or "")
        elif not (child.tag or "-").startswith("-"):
            last = element(child)
            made.append(last)
    return made


def _add(whole: ET.Element, last: ET.Element | None, text: str) -> None:
    """Put text at the end of an element, behind the last one in it."""
    if last is None:
        whole.text = (whole.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def plain(whole: ET.Element) -> None:
    """Leave of elements and attributes what can be read; a class tells what something was."""
    for part in outside_drawings(whole):
        if part.tag in _PLAIN:
            part.set("class", f"{part.get('class', '')} {part.tag}".strip())
            part.tag = _PLAIN[part.tag]
        if part.tag == "a" and "href" not in part.attrib:
            part.tag = "span"
        for name in [name for name in part.attrib if name.startswith("data-") or name in _DROPPED]:
            del part.attrib[name]


def outside_drawings(whole: ET.Element) -> Iterator[ET.Element]:
    """Yield all elements, but for what is drawn."""
    if whole.tag != "svg":
        yield whole
        for part in whole:
            yield from outside_drawings(part)


def written(whole: ET.Element) -> str:
    """Return an element as text."""
    return ET.tostring(whole, encoding="unicode")


def text(whole: ET.Element) -> str:
    """Return the words of an element on one line."""
    return " ".join("".join(whole.itertext()).split())
