"""Rules that every page keeps: each a small value with its reason and a tip."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from itertools import zip_longest

from macros.errors import Problem
from macros.markup import render
from macros.script import MACRO, Script
from macros.unseen import UNSEEN

Finding = tuple[int, str]
"""Offset in the page, and what is wrong there."""

_TAG = re.compile(r"</?([A-Za-z][\w-]*)\b(?![\w.+-]*:)([^<>]*)>?|<[!?]")
_TAGS = {"abbr", "br", "kbd", "sub", "sup", "wbr"}
_ADDRESS = re.compile(r"\]\(\s*<?([^)>]+)|^ {0,3}\[[^\]\n]+\]:\s*<?(\S+)|<([A-Za-z][\w.+-]*:[^>\s]+)>", re.MULTILINE)
_SCHEME = re.compile(r"([^/?#]*?):|//")
_TITLE = re.compile(r"\s[\"'(].*", re.DOTALL)
_SCHEMES = {"http", "https", "mailto"}
_ATTRIBUTES = re.compile(r"\{:?([^{}\n]*=[^{}\n]*)\}")
_ANNOUNCED = re.compile(
    r"\b(?:table|figure|picture|drawing|diagram) below\b|\bbelow shows\b|\bshows below\b", re.IGNORECASE
)
_SNIPPET = re.compile(r"-{1,}8<-{1,}")
_CALL_OF_OTHERS = re.compile(r"\{[{%]?\s*[a-z_]+\([^{}\n]*\)\s*[}%]?\}")
_BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_BELITTLING = re.compile(
    r"\b(?:simply|just|easy|easily|obviously|of course|powerful|seamless\w*|blazing\w*)\b", re.IGNORECASE
)
_TWO_SENTENCES = re.compile(r"^[^\W\d_].*?[.?!]\)? (?=[A-Z]\w+ \w+)", re.MULTILINE)


@dataclass(frozen=True)
class Rule:
    """What a page may not hold, why, and what to do instead."""

    name: str
    reason: str
    tip: str
    find: Callable[[Script], Iterator[Finding]]


def broken(script: Script, allowed: Iterable[str]) -> Iterator[Problem]:
    """Yield every breach of a rule in a page, and every allowance of a breach that is not there."""
    allowances = {*allowed}
    for rule in RULES:
        found = sorted(set(rule.find(script)))
        if rule.name not in allowances:
            for offset, message in found:
                yield Problem(script.path, *script.place(offset), "", message, rule.tip)
        elif not found:
            yield Problem(script.path, 1, 1, "allow", f"'{rule.name}' is not needed any more", "take it away")


def listing() -> str:
    """Return the list of all rules, each with its reason and its tip."""
    return render("rules.html.j2", rules=RULES)


def _own_line(script: Script) -> Iterator[Finding]:
    for match in MACRO.finditer(script.body):
        name = re.match(r"[-+]?\s*([^\W\d]\w*)\s*\(", match[1])
        if not name or name[1] == "cite":
            continue
        before, _, line = script.body[: match.start()].rpartition("\n")
        rest, _, after = script.body[match.end() :].partition("\n")
        call = f"the call of '{name[1]}'"
        if line:
            yield match.start(), f"{call} {'does not begin its line' if line.strip() else 'is indented'}"
        elif before.rpartition("\n")[2].strip():
            yield match.start(), f"{call} has no empty line above it"
        elif rest.strip():
            yield match.start(), f"{call} does not end its line"
        elif after.partition("\n")[0].strip():
            yield match.start(), f"{call} has no empty line below it"


def _html(script: Script) -> Iterator[Finding]:
    for match in _TAG.finditer(script.prose):
        if not match[1] or match[1].lower() not in _TAGS:
            yield match.start(), f"the HTML '{match[0][:20]}' may not stand in a page"
        elif match[2].strip(" /"):
            yield match.start(), f"<{match[1]}> may have no attributes"


def _addresses(script: Script) -> Iterator[Finding]:
    for match in _ADDRESS.finditer(script.prose):
        # Browsers leave out white space and line ends, wherever they stand in an address.
        address = "".join(unescape(_TITLE.sub("", match[1] or match[2] or match[3])).split())
        scheme = _SCHEME.match(address)
        if scheme and (scheme[1] or "").lower() not in _SCHEMES:
            yield match.start(match.lastindex or 0), f"a link may not begin with '{scheme[0]}'"


def _attributes(script: Script) -> Iterator[Finding]:
    for match in _ATTRIBUTES.finditer(script.prose):
        yield match.start(), f"'{{{match[1].strip()[:20]}}}' sets an attribute"


def _snippets(script: Script) -> Iterator[Finding]:
    yield from ((match.start(), "'--8<--' copies a file into the page") for match in _SNIPPET.finditer(script.body))


def _delimiters(script: Script) -> Iterator[Finding]:
    yield from ((match.start(), f"'{match[0]}' looks like a call") for match in _CALL_OF_OTHERS.finditer(script.prose))


def _unseen(script: Script) -> Iterator[Finding]:
    for match in UNSEEN.finditer(script.body.replace("\n", " ")):
        yield match.start(), f"hidden character U+{ord(match[0]):04X}"


def _announced(script: Script) -> Iterator[Finding]:
    blocks = [*_BLOCK.finditer(script.body)]
    for block, following in zip_longest(blocks, blocks[1:]):
        match = _ANNOUNCED.search(script.prose, block.start(), block.end())
        if match and not (following and following[0].startswith("{! ")):
            yield match.start(), f"'{match[0]}', but none follows this paragraph"


def _belittling(script: Script) -> Iterator[Finding]:
    yield from ((match.start(), f"'{match[0]}' promises or belittles") for match in _BELITTLING.finditer(script.prose))


def _sentences(script: Script) -> Iterator[Finding]:
    yield from ((match.end(), "a second sentence on this line") for match in _TWO_SENTENCES.finditer(script.prose))


RULES = (
    Rule("own-line", "The Markdown around a call tears its HTML.",
         "write it at the very beginning of a line of its own, with an empty line above and below", _own_line),
    Rule("html", "A page is text; what is more comes from macros, which are checked.",
         f"write Markdown; allowed are {', '.join(f'<{tag}>' for tag in sorted(_TAGS))}", _html),
    Rule("address", "Other addresses can run code.", "link to a page, or to https://", _addresses),
    Rule("attributes", "An attribute can run code.", "only classes and ids may be set: { .start }", _attributes),
    Rule("snippet", "What it copies is not checked as part of the page.", "write the text itself", _snippets),
    Rule("delimiters", "With other braces it is only text.", 'write {! name("argument") !}', _delimiters),
    Rule("hidden-character", "A review does not show it.", "delete it", _unseen),
    Rule("announced", "The reader looks for it.", "put the figure or the table below this paragraph", _announced),
    Rule("plain-words", "What is easy for one reader is not for another.", "leave the word out", _belittling),
    Rule("one-sentence", "One sentence a line makes a change a sentence.", "begin a new line", _sentences),
)  # fmt: skip
"""In the order in which the page of rules lists them."""

NAMES = tuple(rule.name for rule in RULES)
