"""The names that stylesheets can speak of: the tags and attributes of built pages, and the words of scripts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
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
    """What can stand in a page: tags, attributes, and values, whole, of classes word by word."""

    tags: frozenset[str]
    attributes: frozenset[str]
    values: frozenset[str]

    def sorted(self) -> tuple[str, str, str]:
        """Return the names as texts that are the same for the same names."""
        tags, attributes, values = (" ".join(sorted(names)) for names in (self.tags, self.attributes, self.values))
        return tags, attributes, values

    def among(self, words: frozenset[str]) -> "Names":
        """Return those of these names that consist of some words."""
        values = (value for value in self.values if words.issuperset(_WORD.findall(value)))
        return Names(self.tags.intersection(words), self.attributes.intersection(words), frozenset(values))

    def with_all(self, others: Iterable["Names"]) -> "Names":
        """Return these names and all others."""
        everything = [self, *others]
        return Names(
            frozenset(name for names in everything for name in names.tags),
            frozenset(name for names in everything for name in names.attributes),
            frozenset(name for names in everything for name in names.values),
        )

    def with_words_of(self, scripts: Iterable[str]) -> "Names":
        """Return these names and all that scripts may add: any word of theirs may be a tag, an attribute or a class."""
        words = frozenset(word for script in scripts for word in words_of(script))
        return Names(self.tags | words, self.attributes | words, self.values | words)


@lru_cache(maxsize=64)
def words_of(text: str) -> frozenset[str]:
    """Return the words in a text, of which names consist."""
    return frozenset(_WORD.findall(text))


def names(pages: Iterable[str]) -> Names:
    """Return the names in the start tags of pages; a tag that many pages share is read once."""
    start_tags = {found for page in pages for found in _START_TAG.findall(page)}
    attributes = [pair for _, inside in start_tags for pair in _ATTRIBUTE.findall(inside)]
    values = {value for _, value in attributes}
    return Names(
        frozenset(tag.lower() for tag, _ in start_tags) - APART,
        frozenset(name.lower() for name, _ in attributes) - APART,
        frozenset(values | {word for name, value in attributes if name.lower() == "class" for word in value.split()}),
    )
