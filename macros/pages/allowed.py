"""What the author's part of a page may hold, as browsers read it: tags, attributes, classes and addresses."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

import nh3

from macros.pages.bounded import UNREADABLE
from macros.pages.stash import MARK
from macros.pages.vocabulary import CLASSES, EVERYWHERE, KINDS, TAGS

_LANGUAGE = r"language-[\w.+#-]{1,40}"
_OF_CODE = {
    "div": re.compile(_LANGUAGE),
    **dict.fromkeys(("code", "pre", "span"), re.compile(rf"{_LANGUAGE}|[a-z][a-z0-9]{{0,2}}(?:-[A-Z][A-Za-z-]*)?")),
}
"""The language of a code block, and what Pygments calls the parts of one."""

_KEY_CLASS = re.compile(r"key-[\w-]{1,40}")

_VALUES = {
    "align": (r"left|center|right", "is no side to align a column to"),
    "start": (r"\d{1,4}", "is no number to start a list with"),
    "type": (r"checkbox", "is no box to tick"),
    "width": (r"[1-9]\d{1,2}|1\d{3}", "is no width in pixels from 10 to 1999"),
}
"""What an attribute may be, and what else it is."""

_ID = re.compile(r"(?!__)[a-z0-9_-]{1,120}|fn(?:ref\d*)?-[\w-]{1,100}", re.ASCII)
RESERVED = {"content", "navigation"}
"""Anchors of the page around the text."""

_DRAWN = re.compile(r"data/pictures/([\w-]+)\.svg")

ADDRESSES = {"href", "src"}
_SCHEMES = {"https", "mailto"}
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IGNORED = re.compile(r"[\t\n\r]|^[\0- ]+|[\0- ]+$")
"""What browsers leave out of an address."""


class Wrong(NamedTuple):
    """What is wrong with a part of a page, and what to write instead where the rule's own tip does not say it."""

    message: str
    tip: str = ""


_INSTEAD = {
    "annotate": Wrong("code cannot be annotated: '.annotate'", "say it in the text below the code"),
    "toc": Wrong("no list of headings can stand here: '[TOC]'", "delete it: the menu is made of the headings"),
    "highlighttable": Wrong("lines of code have no numbers here: 'linenums'", "take it away"),
    "md-button": Wrong("a button has another name here than 'md-button'", "write { .button }"),
}
"""What is said of classes that are known from elsewhere."""


def clean(html: str) -> str:
    """Return HTML without all that it may not hold, each tag closed: what remains cannot do anything but be read."""
    return _cleaner.clean(html)


def attribute_fault(tag: str, name: str, value: str) -> Wrong | None:
    """Return what is wrong with an attribute, or nothing."""
    if name not in TAGS.get(tag, ()) and name not in EVERYWHERE:
        return Wrong(f"'{name}' may not be set on <{tag}>")
    match name:
        case "class":
            of_code = "highlight" in value.split()
            return next(
                (_class_fault("code" if of_code else tag, word) for word in value.split() if not _is_class(tag, word)),
                None,
            )
        case "id" if value in RESERVED:
            return Wrong(f"the anchor '{value}' is that of a part of every page", f"name another: {{#the-{value}}}")
        case "id":
            return None if _ID.fullmatch(value) else _id_fault(value)
    pattern, wrong = _VALUES.get(name, ("(?s).*", ""))
    return None if re.fullmatch(pattern, value, re.ASCII) else Wrong(f"'{value}' {wrong}")


def address_fault(tag: str, value: str) -> Wrong | None:
    """Return what is wrong with the address of a link or an image, or nothing."""
    if value.startswith(UNREADABLE) or not _can_be_read(value):
        return Wrong(f"{_NAMES[tag]} is no address")
    address = _IGNORED.sub("", value)
    scheme = _SCHEME.match(address)
    if scheme and (tag == "img" or scheme[1].lower() not in _SCHEMES):
        secure = f"if the site answers there, write https:{address[5:]}" if scheme[1].lower() == "http" else ""
        tip = "save the image beside the page, and write its name" if tag == "img" else secure
        return Wrong(f"{_NAMES[tag]} may not begin with '{scheme[0]}'", tip)
    if re.match(r"[/\\]{2}|[/\\]*\\|https?:(?!//[^/\\])", address, re.IGNORECASE):
        return Wrong(f"{_NAMES[tag]} may not begin with '{address[:2] if not scheme else scheme[0]}'")
    if tag == "img" and (drawn := _DRAWN.search(address)):
        return Wrong("a pictogram has no colours as an image", f'write {{! picture("{drawn[1]}") !}}')
    return None


_NAMES = {"a": "a link", "img": "the address of an image"}


def _can_be_read(address: str) -> bool:
    try:
        urlsplit(address)
    except ValueError:
        return False
    return True


def _id_fault(value: str) -> Wrong:
    if value.startswith("fn"):
        name = value.partition("-")[2]
        return Wrong(f"'{name}' is no good as the name of a footnote", "name it with letters, digits and hyphens: [^1]")
    return Wrong(f"'{value}' is no good as an anchor")


def _class_fault(tag: str, word: str) -> Wrong:
    if tag in {"details", "div"} and word not in _INSTEAD:
        return Wrong(f"there is no kind of note '{word}'", f"take one of {', '.join(KINDS)}; a title stands in quotes")
    tip = "write the language alone, such as ```yaml" if tag == "code" else ""
    return _INSTEAD.get(word, Wrong(f"there is no class '{word}' for <{tag}>", tip))


def _is_class(tag: str, word: str) -> bool:
    of_code = _OF_CODE.get(tag) and _OF_CODE[tag].fullmatch(word)
    return word in CLASSES.get(tag, ()) or bool(of_code or (tag == "kbd" and _KEY_CLASS.fullmatch(word)))


def _kept(tag: str, name: str, value: str) -> str | None:
    wrong = attribute_fault(tag, name, value) or (address_fault(tag, value) if name in ADDRESSES else None)
    return None if wrong or MARK.search(value) else value


_cleaner = nh3.Cleaner(
    tags={*TAGS},
    clean_content_tags={"script", "style", "template", "title", "noscript", "textarea", "xmp", "iframe"},
    set_tag_attribute_values={"input": {"type": "checkbox", "disabled": ""}},
    attributes={tag: names | EVERYWHERE for tag, names in TAGS.items()},
    attribute_filter=_kept,
    url_schemes=_SCHEMES,
    link_rel=None,
)
