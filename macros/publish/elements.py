"""Where the elements of a page stand: each with its own names, and with the names of all that it stands in."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

_TAG = re.compile(r"<(/?)([a-z][\w-]*)((?:[^<>\"]|\"[^\"]*\")*?)(/?)>", re.IGNORECASE)
_NAMING = re.compile(r"\s(class|id)=\"([^\"]*)\"", re.IGNORECASE)
_EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
"""Elements that hold nothing, and have no end tag."""


@dataclass(frozen=True, order=True)
class Element:
    """What an element is called, and what it stands in: tags as they are, classes as ``.name``, ids as ``#name``."""

    own: tuple[str, ...]
    around: tuple[str, ...]


def elements(page: str, words: Collection[str]) -> set[Element]:
    """Return the elements of a page, with those of their names that are among some words."""
    found = set()
    held: list[str] = []
    around = [frozenset[str]()]
    for end, tag, inside, closed in _TAG.findall(page):
        name = tag.lower()
        if end:
            last = len(held) - 1 - held[::-1].index(name) if name in held else len(held)
            del held[last:], around[last + 1 :]
            continue
        own = frozenset(it for it in (name, *_names(inside)) if it.lstrip(".#") in words)
        found.add(Element(tuple(sorted(own)), tuple(sorted(around[-1]))))
        if not closed and name not in _EMPTY:
            held.append(name)
            around.append(around[-1] | own)
    return found


@lru_cache(maxsize=4096)
def _names(inside: str) -> frozenset[str]:
    """Return the classes and the id in a start tag."""
    found = [(kind.lower(), value) for kind, value in _NAMING.findall(inside)]
    classes = (f".{name}" for kind, value in found if kind == "class" for name in value.split())
    return frozenset((*classes, *(f"#{value}" for kind, value in found if kind == "id")))
