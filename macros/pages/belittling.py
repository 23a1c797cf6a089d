"""Words that promise or belittle, and the turns of speech in which the same words do not."""

import re
from collections.abc import Iterator

from macros.pages.draft import Draft
from macros.pages.faults import Breach

_WORDS = re.compile(
    r"(?<![\w-])(?:simply|just|easy|easily|obviously|of course|powerful|seamless\w*|blazing\w*)(?![\w-])", re.IGNORECASE
)
_NOT_BEFORE = {
    "just": re.compile(
        r"\s+(?:as|like|in\s+(?:time|case)|before|after|above|below|under|over|now|then|because|enough|"
        r"cause|war|society|price|reward|deserts)\b",
        re.IGNORECASE,
    ),
    "easy": re.compile(
        r"\s+(?:\w+\s+)?to\s+(?:(?:get|do)\s+(?:it\s+)?(?:wrong|lost)|go\s+wrong|forget|miss|overlook|mistake|confuse|"
        r"break|lose|cause|misread|misunderstand|mix\s+up|underestimate|overestimate)\b",
        re.IGNORECASE,
    ),
    "easily": re.compile(
        r"\s+(?:forgotten|missed|overlooked|mistaken|confused|broken|lost|misread|misunderstood|mixed\s+up)\b",
        re.IGNORECASE,
    ),
}
"""What stands behind a word that does not belittle: it compares, tells a time, or warns."""

_NOT_AFTER = re.compile(
    r"(?:\b(?:not|never|no|hardly|less|more|most|least|too|only|cannot|anything\s+but|far\s+from|matter|change|out)"
    r"|n['\u2019]t)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""What stands before one: nothing is easy that is not easy."""

_A_TIME = re.compile(r"\b(?:has|have|had|having)\s+$|['\u2019](?:ve|d)\s+$", re.IGNORECASE)
"""What stands before a 'just' that tells a time."""

_NEAR = 60
"""Characters before a word that are looked at."""

_BEGINS = re.compile(r"(?:^|[.?!:]['\")”\u2019]*\s+|\n[ \t]*)['\"(“\u2018]*$")
_OF_A_NAME = re.compile(r"\s+(?:is|was|has|runs|reads|calls|and)\b")


def belittling(draft: Draft) -> Iterator[Breach]:
    """Yield each word that promises or belittles."""
    for block in draft.article.blocks:
        for match in _WORDS.finditer(block.words):
            if not _is_meant_otherwise(block.words, match):
                yield Breach("plain-words", f"'{match[0]}' promises or belittles", match[0])


def _is_meant_otherwise(words: str, match: re.Match[str]) -> bool:
    before, behind, word = words[: match.start()], words[match.end() :], match[0]
    near = before[-_NEAR:]
    begins = bool(_BEGINS.search(near))
    return bool(
        ((follows := _NOT_BEFORE.get(word.lower())) and follows.match(behind))
        or _NOT_AFTER.search(near)
        or (word.lower() == "just" and _A_TIME.search(near))
        or (word[0].isupper() and (not begins or (word == "Just" and _OF_A_NAME.match(behind))))  # a name or a title
        or _is_quoted(before, behind)
    )


def _is_quoted(before: str, behind: str) -> bool:
    straight = before.count('"') % 2 and '"' in behind
    return bool(straight) or (before.count("“") > before.count("”") and "”" in behind)
