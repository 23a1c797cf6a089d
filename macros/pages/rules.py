"""Rules that every page keeps: each a small value with its reason and a tip."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from macros.html.markup import render
from macros.html.words import code, gettext, later
from macros.pages.article import Article
from macros.pages.belittling import belittling
from macros.pages.call import with_quotes
from macros.pages.console_faults import commands
from macros.pages.draft import Draft
from macros.pages.faults import Breach
from macros.pages.headings import headings
from macros.pages.joined import empty_lines, indents, numbers
from macros.pages.notes import blocks, tables
from macros.pages.raw import of_other_tools, unfinished
from macros.pages.sentences import second_sentences
from macros.pages.spacing import spacing
from macros.pages.speech import speech
from macros.pages.unused import links, unused

_CALL_OF_OTHERS = re.compile(r"\{[{%]?\s*([a-z_]+\([^{}\n]*\))\s*[}%]?\}")

Find = Callable[[Draft], Iterator[Breach]]


@dataclass(frozen=True)
class Rule:
    """What a page may not hold, why, and what to do instead; find is missing where a gate finds it."""

    name: str
    reason: str
    tip: str
    find: Find | None = None


def _delimiters(draft: Draft) -> Iterator[Breach]:
    for block in draft.article.blocks:
        for match in _CALL_OF_OTHERS.finditer(block.words):
            call = f"{{! {match[1]} !}}"
            tip = with_quotes(call) or f"write {call}"
            yield Breach("delimiters", f"'{match[0]}' looks like a call", match[0][:4], tip)


def _announced(draft: Draft) -> Iterator[Breach]:
    for block in draft.article.blocks:
        match = re.search(draft.speech.announced, block.words, re.IGNORECASE)
        if match and not draft.article.shows_below(block):
            yield Breach("announced", f"'{match[0]}', but none follows this paragraph", match[0])


def _of_the_course(_: Draft) -> Iterator[Breach]:
    """Yield nothing: whether a term is explained, no page knows by itself."""
    yield from ()


def _unfinished(draft: Draft) -> Iterator[Breach]:
    yield from unfinished(draft)
    yield from blocks(draft)
    yield from tables(draft)


RULES = (
    Rule("own-line", later("What a call shows is a block of its own."),
         later("write it at the very beginning of a line of its own, with an empty line above and below")),
    Rule("html", later("A page is text; what is more comes from macros, which are checked."),
         later("write Markdown; for what it lacks there are <abbr>, <br>, <kbd>, <sub>, <sup>, <wbr>")),
    Rule("address", later("Other addresses can run code."), later("link to a page, or to https://")),
    Rule("attributes",
         later("An attribute can run code."),
         later("set only ids, the width of an image and a few classes: {#my-anchor}, { width=300 }, { .button }")),
    Rule("image-alt", later("Not every reader sees it."),
         later("write what it shows between the brackets: ![A kettle](kettle.png)")),
    Rule("hidden-character", later("A review does not show it."), later("delete it")),
    Rule("delimiters", later("With other braces it is only text."), later('write {! name("argument") !}'), _delimiters),
    Rule("unfinished", later("A mark that is not finished is shown as it is written."),
         later("finish it, or delete it"), _unfinished),
    Rule("other-tools", later("The marks of other tools are shown as they are written."),
         later("write what this site knows"), of_other_tools),
    Rule("indent", later("What is indented belongs to what stands above it, or becomes code."),
         later("indent by four spaces for each level, and put code between ``` lines"), indents),
    Rule("empty-line", later("Without an empty line between, two parts of a text can become one."),
         later("put one above and below each heading, list, table, note and block of code"), empty_lines),
    Rule("numbers", later("Readers see the numbers that are counted, not those that are written."),
         later("count on from the first item, or write the same number before each"), numbers),
    Rule("headings", later("Readers find their way by them, on the screen and by ear."),
         later("begin with ##, and go down one level at a time"), headings),
    Rule("links", later("A link is read out by its words."), later("say in them what is there"), links),
    Rule("unused", later("What is defined and not used is not seen, or puzzles readers."),
         later("use it, or delete it"), unused),
    Rule("white-space", later("Nobody sees it, and a change of it hides what else changed."),
         later("delete it"), spacing),
    Rule("commands", later("Every command is run by the tests, or says why not."),
         later('write ```console run="name", or ```console skip="The reason."'), commands),
    Rule("announced", later("The reader looks for it."),
         later("put the figure or the table below this paragraph"), _announced),
    Rule("plain-words", later("What is easy for one reader is not for another."),
         later("leave the word out"), belittling),
    Rule("terms", later("Readers meet each term with its meaning."),
         later("explain it in bold where it first stands, and add it to the glossary"), _of_the_course),
    Rule("one-sentence", later("One sentence a line makes a change a sentence."),
         later("begin a new line"), second_sentences),
)  # fmt: skip
"""In the order in which the page of rules lists them."""

NAMES = tuple(rule.name for rule in RULES)
FIXED = tuple(rule.name for rule in RULES if not rule.find)
"""Rules on which the safety of readers rests: no page may break them."""

OF_THE_COURSE = {rule.name for rule in RULES if rule.find is _of_the_course}
"""Rules that only the whole course can be held against, as ``macros/assembly/terms.py`` does."""

TIPS = {rule.name: rule.tip for rule in RULES}

_WORDS = {"announced": "announced", "plain-words": "belittling", "one-sentence": "abbreviations"}
"""By rule, what it must know of a language to find anything."""

_OF_LINES = {"unfinished", "other-tools", "indent", "empty-line", "headings", "links"}
"""Rules of which one breach often brings about another on the same line."""


def breaches(article: Article, text: str, language: str) -> Iterator[Breach]:
    """Yield every breach of a rule in a page; none of what a page may be allowed is left out.

    The article is what Markdown made of the text, which is written in this language.
    """
    draft = Draft(article, text, speech(language))
    found = [breach for rule in RULES if rule.find for breach in rule.find(draft)]
    remark = any(breach.sought.startswith("{/*") for breach in found)
    yield from (breach for breach in article.faults() if not (remark and breach.sought == "_"))
    yield from _first_of_each_line(found)


def _first_of_each_line(found: Sequence[Breach]) -> Iterator[Breach]:
    """Yield breaches without those that another one on the same line has brought about."""
    taken: dict[int, str] = {}
    for breach in found:
        if not breach.line or breach.rule not in _OF_LINES or taken.get(breach.line, breach.rule) == breach.rule:
            yield breach
            for line in range(breach.line, max(breach.line, breach.last_line) + 1):
                taken.setdefault(line, breach.rule)


def listing() -> str:
    """Return the list of all rules, each with its reason, its tip, and that it has no words for the language."""
    silent = {rule for rule, words in _WORDS.items() if speech(code()).lacks(words)}
    told = [(rule, gettext(rule.reason), gettext(rule.tip)) for rule in RULES]
    return render("rules.html.j2", rules=told, silent=silent)
