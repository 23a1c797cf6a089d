"""Where a second sentence surely begins on a line; what may be an abbreviation or a quotation is left alone."""

import re
from collections.abc import Iterator
from functools import lru_cache

from macros.pages.draft import Draft
from macros.pages.faults import Breach
from macros.pages.speech import Speech

_CODE = " " * 3
"""At the beginning of a sentence, code has spaces in its place."""

_LONG = 5
"""Letters that no abbreviation has which is not listed."""


def second_sentences(draft: Draft) -> Iterator[Breach]:
    """Yield each sentence that begins behind another one on its line; none where no abbreviations are known."""
    speech = draft.speech
    if speech.lacks("abbreviations"):
        return
    for block in draft.article.blocks:
        for line in block.words.split("\n") if any(sign in block.words for sign in ".?!") else ():
            for match in _end(speech.opening, speech.closing).finditer(line):
                before = line[: match.start()]
                last = before.split(" ")[-1]
                if _is_end(before, last, match["end"], speech) and _is_beginning(last, match):
                    yield Breach("one-sentence", "a second sentence on this line", match["sought"])


@lru_cache(maxsize=8)
def _end(opening: str, closing: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<end>[.?!]|[.][{closing}])\)?[ \t]+"
        rf"(?=[{opening}(]*(?P<sought>(?P<word>[^\s{opening}(]\S*)(?P<more>(?: +\S+){{1,2}})?))"
    )


@lru_cache(maxsize=8)
def _initials(opening: str) -> re.Pattern[str]:
    return re.compile(rf"[{opening}(]*(?:[^\W\d_](?:\.-?[^\W\d_])*|(?:[^\W\d_]{{1,3}}\.)+[^\W\d_]{{1,3}})")


def _is_end(before: str, last: str, end: str, speech: Speech) -> bool:
    """Tell whether a sentence surely ends behind this text and its last word, outside a quotation."""
    if not before.strip() or before.endswith((".", "…")) or speech.open_quotes(before, len(end) - 1):
        return False
    if end[0] != ".":
        return True
    if re.search(f"(?:{speech.numbered})$", before) or _initials(speech.opening).fullmatch(last):
        return False
    word = re.sub(f"^[{speech.opening}{speech.closing}()]+|[{speech.opening}{speech.closing}()]+$", "", last)
    word = word.rpartition("-")[2].lower()
    return word not in speech.shortened and not re.fullmatch(speech.abbreviated, word)


def _is_beginning(before: str, match: re.Match[str]) -> bool:
    """Tell whether a sentence surely begins here: more than one word, with a capital, a digit, code or a name.

    What goes on in small letters behind a quotation belongs to the sentence around it.
    """
    word, last = match["word"], before.rpartition("-")[2]
    sure = match["end"] == "." and len(last) >= _LONG and last.isalpha() and last.islower()
    if word[0].isupper():
        return bool(match["more"]) or word[-1] in ".?!"
    code = match[0].endswith(_CODE)
    return sure and word[0].isalnum() and (code or bool(match["more"]))
