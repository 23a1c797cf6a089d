"""The words of the interface in the language of a course: gettext over one catalogue a language, and its numbers."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cached_property, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

from jinja2 import Environment

from macros.reading.letters import writing

SOURCE = "en"
"""The language of the texts in the code, which need no catalogue."""

LOCALE = Path(__file__).parents[1] / "locale"
_CATALOGUE = "LC_MESSAGES/course.po"


def languages() -> list[str]:
    """Return the languages that the interface has words in."""
    return sorted({SOURCE, *(file.parents[1].name for file in LOCALE.glob(f"*/{_CATALOGUE}"))})


class Language:
    """A language: its words for those of the source, and how it writes numbers and days."""

    def __init__(self, code: str) -> None:
        self.code = code

    def numeral(self, text: str) -> str:
        """Return an English number, such as ``1,200.5``, as this language writes it."""
        return text.translate(self._marks)

    def in_english(self, numeral: str) -> str:
        """Return a number of this language as English writes it."""
        return numeral.translate({ord(ours): chr(mark) for mark, ours in self._marks.items()})

    def day(self, day: date) -> str:
        """Return a day as texts of this language name it; in the source language it stands as in the data."""
        if self.code == SOURCE:
            return day.isoformat()
        from babel.dates import format_date  # noqa: PLC0415 - the source language does without

        return format_date(day, "long", locale=self.code)

    @cached_property
    def words(self) -> NullTranslations:
        """Return what translates texts into this language."""
        if self.code == SOURCE:
            return NullTranslations()
        from babel.messages.mofile import write_mo  # noqa: PLC0415 - the source language does without
        from babel.messages.pofile import read_po  # noqa: PLC0415

        compiled = BytesIO()
        with (LOCALE / self.code / _CATALOGUE).open("rb") as file:
            write_mo(compiled, read_po(file))
        compiled.seek(0)
        return GNUTranslations(compiled)

    @cached_property
    def _marks(self) -> dict[int, str]:
        """Return what stands for the comma and the point of an English number."""
        if self.code == SOURCE:
            return {}
        from babel import Locale  # noqa: PLC0415 - the source language does without

        symbols = Locale.parse(self.code, sep="-").number_symbols["latn"]
        return {ord(","): symbols["group"], ord("."): symbols["decimal"]}


def language(code: str) -> Language:
    """Return a language by its code, read again when its catalogue has changed; the source language for others."""
    file = LOCALE / code / _CATALOGUE
    return _read(code, file.stat().st_mtime_ns) if code != SOURCE and code in languages() else _read(SOURCE, 0)


@lru_cache(maxsize=8)
def _read(code: str, changed: int) -> Language:  # noqa: ARG001 - a part of the key
    return Language(code)


_spoken: ContextVar[Language] = ContextVar("language", default=_read(SOURCE, 0))  # noqa: B039 - nobody changes it


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Let what is made in the block speak a language; outside of any block it is the source language."""
    before = _spoken.set(language(code))
    try:
        with writing(code):
            yield
    finally:
        _spoken.reset(before)


def code() -> str:
    """Return the code of the language that is spoken."""
    return _spoken.get().code


def gettext(text: str, **values: Any) -> str:
    """Return a text in the language that is spoken, with values for its ``%(name)s``."""
    found = _spoken.get().words.gettext(text)
    return found % values if values else found


def translated(words: Mapping[str, str]) -> dict[str, str]:
    """Return these texts in the language that is spoken, by the same names."""
    return {name: gettext(text) for name, text in words.items()}


def ngettext(one: str, many: str, number: int, **values: Any) -> str:
    """Return the form of a text that fits a number, its ``%(num)d``, in the language that is spoken."""
    return _spoken.get().words.ngettext(one, many, number) % {"num": number, **values}


def numeral(text: str) -> str:
    """Return an English number as the language that is spoken writes it."""
    return _spoken.get().numeral(text)


def in_english(numeral: str) -> str:
    """Return a number of the language that is spoken as English writes it."""
    return _spoken.get().in_english(numeral)


def day(day: date) -> str:
    """Return a day in the language that is spoken."""
    return _spoken.get().day(day)


def install(jinja: Environment, spoken: Callable[[], Language] = _spoken.get) -> None:
    """Give templates ``_("…")`` and ``ngettext("…", "…", n)`` in the language that is spoken, or in another."""
    jinja.add_extension("jinja2.ext.i18n")
    vars(jinja)["install_gettext_callables"](
        lambda text: spoken().words.gettext(text),  # noqa: PLW0108 - another language may be spoken later
        lambda one, many, number: spoken().words.ngettext(one, many, number),  # noqa: PLW0108 - the same
        newstyle=True,
    )


def later(text: str) -> str:
    """Return a text as it stands: it goes into the catalogue, and is translated where it is shown."""
    return text
