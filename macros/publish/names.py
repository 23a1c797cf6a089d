"""The names that stylesheets can speak of: the tags and attributes of built pages, and the words of scripts."""

import re
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from functools import lru_cache

_START_TAG = re.compile(r"<([a-z][\w-]*)((?:[^<>\"]|\"[^\"]*\")*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:-]+)(?:=\"([^\"]*)\")?")
APART = {
    "abbr", "alt", "blockquote", "del", "h4", "h5", "h6", "hr", "img", "loading", "mark", "open", "sub", "sup",
}  # fmt: skip
"""Tags and attributes that pages have only where Markdown made them: the stylesheet that stands apart is for these.

A page without them pays nothing for a page with one.
"""

_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True)
class Names:
    """What can stand in a page: tags, those of them without a class, attributes, their values, and classes."""

    tags: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    values: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()

    def sorted(self) -> list[str]:
        """Return the names as texts that are the same for the same names."""
        return [" ".join(sorted(names)) for names in astuple(self)]

    def among(self, words: frozenset[str]) -> "Names":
        """Return those of these names that consist of some words."""
        values = frozenset(value for value in self.values if words.issuperset(_WORD.findall(value)))
        tags, bare, attributes, classes = (
            names & words for names in (self.tags, self.bare, self.attributes, self.classes)
        )
        return Names(tags, bare, attributes, values, classes)

    def with_all(self, others: Iterable["Names"]) -> "Names":
        """Return these names and all others."""
        return Names(*(frozenset().union(*each) for each in zip(*map(astuple, (self, *others)), strict=True)))

    def with_words_of(self, scripts: Iterable[str]) -> "Names":
        """Return these names and all that scripts may add: any word of theirs may be a tag, an attribute or a class."""
        words = frozenset(word for script in scripts for word in words_of(script))
        return Names(*(names | words for names in astuple(self)))


@lru_cache(maxsize=64)
def words_of(text: str) -> frozenset[str]:
    """Return the words in a text, of which names consist."""
    return frozenset(_WORD.findall(text))


def names(pages: Iterable[str]) -> Names:
    """Return the names in the start tags of pages; a tag that many pages share is read once."""
    start_tags = {found for page in pages for found in _START_TAG.findall(page)}
    found = [(tag.lower(), _attributes(inside)) for tag, inside in start_tags]
    return Names(
        frozenset(tag for tag, _ in found) - APART,
        frozenset(tag for tag, attributes in found if "class" not in attributes),
        frozenset(name for _, attributes in found for name in attributes) - APART,
        frozenset(value for _, attributes in found for value in attributes.values()),
        frozenset(word for _, attributes in found for word in attributes.get("class", "").split()),
    )


def _attributes(inside: str) -> dict[str, str]:
    """Return the attributes of a start tag with their values."""
    return {name.lower(): value for name, value in _ATTRIBUTE.findall(inside)}
