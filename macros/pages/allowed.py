"""What the author's part of a page may hold, as browsers read it: tags, attributes, classes and addresses."""

import re
from urllib.parse import urlsplit

import nh3

from macros.pages.bounded import UNREADABLE
from macros.pages.stand_ins import MARK

TAGS: dict[str, set[str]] = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"alt", "src", "title"},
    "ol": {"start"},
    **{
        tag: set()
        for tag in (
            "blockquote", "br", "code", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "kbd", "li", "p", "pre",
            "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul", "wbr",
        )
    },
}  # fmt: skip
"""What Markdown makes with the site's extensions, and the few tags that an author may write; with their attributes."""

_EVERYWHERE = {"class", "id"}

CLASSES = {
    "start",
    "headerlink", "highlight",
    "admonition", "admonition-title",
    "attention", "caution", "danger", "error", "hint", "note", "tip", "warning",
}  # fmt: skip
_CODE_CLASS = re.compile(r"language-[\w.+#-]{1,40}|[a-z][a-z0-9]{0,2}(?:-[A-Z][A-Za-z-]*)?")
"""The language of a code block, and what Pygments calls the parts of one."""

_ID = re.compile(r"(?!__)[a-z0-9_-]{1,120}")
RESERVED = {"content", "navigation"}
"""Anchors of the page around the text."""

_SCHEMES = {"http", "https", "mailto"}
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IGNORED = re.compile(r"[\t\n\r]|^[\0- ]+|[\0- ]+$")
"""What browsers leave out of an address."""


def clean(html: str) -> str:
    """Return HTML without all that it may not hold, each tag closed: what remains cannot do anything but be read."""
    return _cleaner.clean(html)


def attribute_fault(tag: str, name: str, value: str) -> str:
    """Return what is wrong with an attribute, or nothing."""
    if name not in TAGS.get(tag, ()) and name not in _EVERYWHERE:
        return f"'{name}' may not be set on <{tag}>"
    match name:
        case "class":
            unknown = [word for word in value.split() if not _is_class(tag, word)]
            return f"there is no class '{unknown[0]}' for <{tag}>" if unknown else ""
        case "id":
            right = _ID.fullmatch(value) and value not in RESERVED
            return "" if right else f"'{value}' is no good as an anchor"
        case "start":
            return "" if re.fullmatch(r"\d{1,4}", value) else f"'{value}' is no number to start a list with"
    return ""


def address_fault(tag: str, value: str) -> str:
    """Return what is wrong with the address of a link or an image, or nothing."""
    if value.startswith(UNREADABLE) or not _can_be_read(value):
        return f"{_KINDS[tag]} is no address"
    address = _IGNORED.sub("", value)
    scheme = _SCHEME.match(address)
    if scheme and (tag == "img" or scheme[1].lower() not in _SCHEMES):
        return f"{_KINDS[tag]} may not begin with '{scheme[0]}'"
    if re.match(r"[/\\]{2}|[/\\]*\\|https?:(?!//[^/\\])", address, re.IGNORECASE):
        return f"{_KINDS[tag]} may not begin with '{address[:2] if not scheme else scheme[0]}'"
    return ""


_KINDS = {"a": "a link", "img": "the address of an image"}


def _can_be_read(address: str) -> bool:
    try:
        urlsplit(address)
    except ValueError:
        return False
    return True


def _is_class(tag: str, word: str) -> bool:
    return word in CLASSES or (tag in {"code", "div", "pre", "span"} and bool(_CODE_CLASS.fullmatch(word)))


def _kept(tag: str, name: str, value: str) -> str | None:
    wrong = attribute_fault(tag, name, value) or (name in {"href", "src"} and address_fault(tag, value))
    return None if wrong or MARK.search(value) else value


_cleaner = nh3.Cleaner(
    tags={*TAGS},
    clean_content_tags={"script", "style", "template", "title", "noscript", "textarea", "xmp", "iframe"},
    attributes={tag: names | _EVERYWHERE for tag, names in TAGS.items()},
    attribute_filter=_kept,
    url_schemes=_SCHEMES,
    link_rel=None,
)
