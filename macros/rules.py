"""Rules that every page keeps: each a small value with its reason and a tip."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from macros.markup import render
from macros.pages.article import Article
from macros.pages.faults import Breach

_ANNOUNCED = re.compile(
    r"\b(?:table|figure|picture|drawing|diagram) below\b|\bbelow shows\b|\bshows below\b", re.IGNORECASE
)
_CALL_OF_OTHERS = re.compile(r"\{[{%]?\s*[a-z_]+\([^{}\n]*\)\s*[}%]?\}")
_BELITTLING = re.compile(
    r"\b(?:simply|just|easy|easily|obviously|of course|powerful|seamless\w*|blazing\w*)\b", re.IGNORECASE
)
_TWO_SENTENCES = re.compile(r"^[^\W\d_].*?[.?!]\)? (?=([A-Z]\w+ \w+))", re.MULTILINE)

Find = Callable[[Article], Iterator[Breach]]


@dataclass(frozen=True)
class Rule:
    """What a page may not hold, why, and what to do instead; find is missing where a gate finds it."""

    name: str
    reason: str
    tip: str
    find: Find | None = None


def _delimiters(article: Article) -> Iterator[Breach]:
    for block in article.blocks:
        for match in _CALL_OF_OTHERS.finditer(block.words):
            yield Breach("delimiters", f"'{match[0]}' looks like a call", match[0][:4])


def _announced(article: Article) -> Iterator[Breach]:
    for block in article.blocks:
        match = _ANNOUNCED.search(block.words)
        if match and not block.shown:
            yield Breach("announced", f"'{match[0]}', but none follows this paragraph", match[0])


def _belittling(article: Article) -> Iterator[Breach]:
    for block in article.blocks:
        for match in _BELITTLING.finditer(block.words):
            yield Breach("plain-words", f"'{match[0]}' promises or belittles", match[0])


def _sentences(article: Article) -> Iterator[Breach]:
    for block in article.blocks:
        for match in _TWO_SENTENCES.finditer(block.words):
            yield Breach("one-sentence", "a second sentence on this line", match[1])


RULES = (
    Rule("own-line", "What a call shows is a block of its own.",
         "write it at the very beginning of a line of its own, with an empty line above and below"),
    Rule("html", "A page is text; what is more comes from macros, which are checked.",
         "write Markdown; for what it lacks there are <abbr>, <br>, <kbd>, <sub>, <sup>, <wbr>"),
    Rule("address", "Other addresses can run code.", "link to a page, or to https://"),
    Rule("attributes", "An attribute can run code.",
         "only ids, the width of an image and a few classes may be set: {#my-anchor}, { width=300 }, { .button }"),
    Rule("image-alt", "Not every reader sees it.", "write what it shows between the brackets: ![A crane](crane.png)"),
    Rule("hidden-character", "A review does not show it.", "delete it"),
    Rule("delimiters", "With other braces it is only text.", 'write {! name("argument") !}', _delimiters),
    Rule("announced", "The reader looks for it.", "put the figure or the table below this paragraph", _announced),
    Rule("plain-words", "What is easy for one reader is not for another.", "leave the word out", _belittling),
    Rule("one-sentence", "One sentence a line makes a change a sentence.", "begin a new line", _sentences),
)  # fmt: skip
"""In the order in which the page of rules lists them."""

NAMES = tuple(rule.name for rule in RULES)
FIXED = tuple(rule.name for rule in RULES if not rule.find)
"""Rules on which the safety of readers rests: no page may break them."""

TIPS = {rule.name: rule.tip for rule in RULES}


def breaches(article: Article) -> Iterator[Breach]:
    """Yield every breach of a rule in a page; none of what a page may be allowed is left out."""
    yield from article.faults()
    for rule in RULES:
        if rule.find:
            yield from rule.find(article)


def listing() -> str:
    """Return the list of all rules, each with its reason and its tip."""
    return render("rules.html.j2", rules=RULES)
