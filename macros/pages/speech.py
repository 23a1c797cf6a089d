"""The speech of a course: what the rules know of the prose of its language, a file for each in ``macros/locale/``."""

import re
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from macros.html.words import LOCALE
from macros.reading.datafile import Model, read_data

FILE = "prose.yml"
"""Beside the catalogue of a language."""


def _compiling(pattern: str) -> str:
    re.compile(pattern)
    return pattern


Pattern = Annotated[str, AfterValidator(_compiling)]
"""A regular expression; with nothing in it, it is found nowhere."""

NOWHERE = r"(?!)"
_STEM = 3
"""Letters that stay of a word without its ending."""


class Otherwise(Model):
    """What stands around a word that belittles, when it means something else: a word, or all of them."""

    word: str = Field(default="", description="in small letters in either case; with a capital only so")
    preceded_by: Pattern = Field(default="", alias="preceded-by")
    followed_by: Pattern = Field(default="", alias="followed-by")

    def holds(self, before: str, word: str, behind: str) -> bool:
        """Tell whether a word between two texts means something else."""
        if self.word and self.word not in {word, word.lower()}:
            return False
        preceded = self.preceded_by and re.search(f"(?:{self.preceded_by})$", before, re.IGNORECASE)
        return bool(preceded or (self.followed_by and re.match(self.followed_by, behind, re.IGNORECASE)))


class Speech(Model):
    """What is known of the prose of a language; a rule without its words finds nothing."""

    endings: Pattern = Field(default=NOWHERE, description="what the words of a term end with in one case or another")
    quotes: tuple[Annotated[str, Field(min_length=2, max_length=2)], ...] = Field(
        default=(), description="pairs of quotation marks, beside the straight ones"
    )
    abbreviations: str = Field(default="", description="in small letters: behind them no sentence ends")
    abbreviated: Pattern = Field(default=NOWHERE, description="other abbreviations, such as words without a vowel")
    numbered: Pattern = Field(default=NOWHERE, description="ends what stands before the full stop of an ordinal")
    counted: Pattern = Field(
        default=r"[^\W\d_]{4,}", description="units that are words: what they count need not be a figure"
    )
    announced: Pattern = Field(default=NOWHERE, description="turns that promise a figure or a table below")
    silent_links: Pattern = Field(
        default=NOWHERE, alias="silent-links", description="all words of a link that do not say where it leads"
    )
    empty: str = Field(default="", description="words that say nothing beside others in a search, in small letters")
    belittling: Pattern = Field(default=NOWHERE, description="words that promise or belittle")
    not_belittling: tuple[Otherwise, ...] = Field(default=(), alias="not-belittling")

    def lacks(self, words: str) -> bool:
        """Tell whether a rule that needs these words finds nothing."""
        return getattr(self, words) in {"", NOWHERE}

    def inflected(self, words: str) -> str:
        """Return a pattern of these words in the singular, the plural and any case, at the beginning of a sentence too.

        A capital stays one: it makes a name of a word.
        """
        forms = [{word, re.sub(rf"(?<=\w{{{_STEM}}})(?:{self.endings})$", "", word)} for word in words.split()]
        forms[:1] = [{*first, *(form[0].upper() + form[1:] for form in first)} for first in forms[:1]]
        return r"\s+".join(f"(?:{'|'.join(sorted(map(re.escape, form)))})(?:{self.endings})?" for form in forms)

    @cached_property
    def shortened(self) -> frozenset[str]:
        """Return the abbreviations."""
        return frozenset(self.abbreviations.split())

    @cached_property
    def opening(self) -> str:
        """Return the marks that open a quotation, for a class of characters."""
        return re.escape("".join(dict.fromkeys(['"', *(pair[0] for pair in self.quotes)])))

    @cached_property
    def closing(self) -> str:
        """Return the marks that close a quotation, for a class of characters."""
        return re.escape("".join(dict.fromkeys(['"', *(pair[1] for pair in self.quotes)])))

    def open_quotes(self, text: str, closed: int = 0) -> list[str]:
        """Return what would close the quotations that are open at the end of a text, of which some may be closed."""
        straight = ['"'] if text.count('"') % 2 > closed else []
        return straight + [pair[1] for pair in self.quotes if text.count(pair[0]) - text.count(pair[1]) > closed]


def speech(code: str) -> Speech:
    """Return what is known of a language, read again when its file has changed; nothing of one without a file."""
    file = LOCALE / code / FILE
    known = re.fullmatch(r"[\w-]+", code) and file.is_file()
    return _read(file, file.stat().st_mtime_ns) if known else Speech()


def files() -> list[Path]:
    """Return what is read."""
    return sorted(LOCALE.glob(f"*/{FILE}"))


@lru_cache(maxsize=8)
def _read(file: Path, changed: int) -> Speech:  # noqa: ARG001 - a part of the key
    return read_data(file, f"macros/locale/{file.parent.name}/{FILE}", Speech).model
