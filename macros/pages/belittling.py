"""Words that promise or belittle, and the turns of speech in which the same words do not."""

import re
from collections.abc import Iterator
from functools import lru_cache

from macros.pages.draft import Draft
from macros.pages.faults import Breach
from macros.pages.speech import Speech

_NEAR = 60
"""Characters before a word that are looked at."""


def belittling(draft: Draft) -> Iterator[Breach]:
    """Yield each word that promises or belittles."""
    for block in draft.article.blocks:
        for match in _words(draft.speech.belittling).finditer(block.words):
            before, behind = block.words[: match.start()], block.words[match.end() :]
            if not _is_meant_otherwise(before, match[0], behind, draft.speech):
                yield Breach("plain-words", f"'{match[0]}' promises or belittles", match[0])


@lru_cache(maxsize=8)
def _words(listed: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])", re.IGNORECASE)


def _is_meant_otherwise(before: str, word: str, behind: str, speech: Speech) -> bool:
    near = before[-_NEAR:]
    is_name = word[0].isupper() and not _begins(speech.opening, speech.closing).search(near)
    return (
        is_name
        or any(one.holds(near, word, behind) for one in speech.not_belittling)
        or any(close in behind for close in speech.open_quotes(before))
    )


@lru_cache(maxsize=8)
def _begins(opening: str, closing: str) -> re.Pattern[str]:
    """Return what stands before the first word of a sentence."""
    return re.compile(rf"(?:^|[.?!:]['\u2019){closing}]*\s+|\n[ \t]*)['\u2018({opening}]*$")
