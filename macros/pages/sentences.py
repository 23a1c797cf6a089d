"""Where a second sentence surely begins on a line; what may be an abbreviation or a quotation is left alone."""

import re
from collections.abc import Iterator

from macros.pages.draft import Draft
from macros.pages.faults import Breach

_END = re.compile(
    r"(?P<end>[.?!]|[.][\"”])\)?[ \t]+(?=[\"“(]*(?P<sought>(?P<word>[^\s\"“(]\S*)(?P<more>(?: +\S+){1,2})?))"
)
_ABBREVIATIONS = {
    word
    for line in (
        "al approx art assn assoc ave bldg blvd ca capt cf ch chap co col corp dept dr ed eds eq esp est etc",
        "ex excl fig figs ft gen gov hon inc incl jr lt ltd max messrs min misc mr mrs ms mt no nos op p par",
        "pp prof pt rd ref rep resp rev sec sen sgt sr st tab tel temp univ v ver viz vol vols vs jan",
        "feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun",
    )
    for word in line.split(" ")
}
_INITIALS = re.compile(r"[\"“(]*(?:[^\W\d_](?:\.-?[^\W\d_])*|(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3})")
_NUMBERED = re.compile(r"[ \t]*(?:[^\W\d_]+[ \t]+)?\d{1,3}")
_CODE = " " * 3
"""At the beginning of a sentence, code has spaces in its place."""

_LONG = 5
"""Letters that no abbreviation has which is not listed."""


def second_sentences(draft: Draft) -> Iterator[Breach]:
    """Yield each sentence that begins behind another one on its line."""
    for block in draft.article.blocks:
        for line in block.words.split("\n") if any(sign in block.words for sign in ".?!") else ():
            for match in _END.finditer(line):
                last = line[: match.start()].split(" ")[-1]
                if _is_end(line[: match.start()], last, match["end"]) and _is_beginning(last, match):
                    yield Breach("one-sentence", "a second sentence on this line", match["sought"])


def _is_end(before: str, last: str, end: str) -> bool:
    """Tell whether a sentence surely ends behind this text and its last word, outside a quotation."""
    if not before.strip() or before.endswith((".", "…")) or _is_quoted(before, end):
        return False
    if end[0] != ".":
        return True
    if _NUMBERED.fullmatch(before) or _INITIALS.fullmatch(last):
        return False
    return last.strip('"“”()').rpartition("-")[2].lower() not in _ABBREVIATIONS


def _is_quoted(before: str, end: str) -> bool:
    closing = len(end) > 1
    return before.count('"') % 2 > closing or before.count("“") - before.count("”") > closing


def _is_beginning(before: str, match: re.Match[str]) -> bool:
    """Tell whether a sentence surely begins here: more than one word, with a capital, a digit, code or a name."""
    word, last = match["word"], before.rpartition("-")[2]
    sure = match["end"][0] == "." and len(last) >= _LONG and last.isalpha() and last.islower()
    if word[0].isupper():
        return bool(match["more"]) or word[-1] in ".?!"
    code = match[0].endswith(_CODE)
    return sure and word[0].isalnum() and (code or bool(match["more"]))
