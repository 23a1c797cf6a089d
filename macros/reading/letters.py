"""Letters in plain ones: for addresses, ids and names of files, for the order of texts, and for their search."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from unicodedata import combining, normalize

_EVERYWHERE = str.maketrans({
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "\u0131": "i",
})  # fmt: skip
"""Those that no accent sets apart from plain ones."""

_OF_LANGUAGES = {
    "de": str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}),
}
"""What a language writes where it has only plain letters."""

_HYPHEN = re.compile("[-\u2010\u2011]")
_WORD = re.compile(rf"[^\W\d_]+(?:{_HYPHEN.pattern}[^\W_]+)*")

_SHORT = re.compile("['\u2019](?:[dmst]|ll|re|ve)\\b")
_TYPED = re.compile(r"[^\W_]+(?:(?<=\d)[.,](?=\d)[^\W_]+)*")

_written: ContextVar[str] = ContextVar("written", default="")


@contextmanager
def writing(language: str) -> Iterator[None]:
    """Let what is made plain in the block be made so in a language."""
    before = _written.set(language)
    try:
        yield
    finally:
        _written.reset(before)


def spelt(text: str, language: str | None = None) -> str:
    """Return a text without accents, as a language writes it with plain letters; others stay as they are."""
    own = _OF_LANGUAGES.get(_written.get() if language is None else language, {})
    return folded(normalize("NFC", text).translate(own))


def folded(text: str) -> str:
    """Return a text without accents, in any language; what is no letter with one stays as it is."""
    letters = normalize("NFKD", text.translate(_EVERYWHERE))
    return "".join(letter for letter in letters if not combining(letter))


def spellings(text: str, language: str) -> list[str]:
    """Return how else the words of a text may be typed: with plain letters, with ss for ß, or without their hyphens."""
    words = {*_WORD.findall(normalize("NFC", text.lower()))}
    plain = {way for word in words for way in (word.replace("ß", "ss"), folded(word), spelt(word, language))}
    return sorted((plain | {_HYPHEN.sub("", way) for way in words | plain}) - words)


def words(text: str) -> list[str]:
    """Return the words of a text as the search compares them: small letters without accents; a number is one word.

    docs/assets/search.js does the same with what is typed.
    """
    return _TYPED.findall(folded(_SHORT.sub("", text.lower())))


def in_order(text: str) -> tuple[str, str]:
    """Return the key by which a text is sorted: an ä stands beside an a, a capital by a small letter."""
    return folded(text.lower()), text.lower()
