"""The months in the languages of the interface: a day as texts name it is understood, to say how it is written."""

import re
from functools import lru_cache
from pathlib import Path

_LOCALE = Path(__file__).parents[1] / "locale"
_DAY = re.compile(r"(\d{1,2})\.? +([^\W\d_]+)\.? +(\d{4})")


def as_digits(day: str) -> str:
    """Return a day that begins with its number, such as ``3. März 2026``, as year-month-day; others as they are."""
    match = _DAY.fullmatch(day)
    number = _numbers().get(match[2].casefold()) if match else None
    return f"{match[3]}-{number}-{match[1]}" if match and number else day


@lru_cache(maxsize=1)
def _numbers() -> dict[str, int]:
    """Return the months by their names, whole or shortened, in small letters."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - what is right does without
    from babel.dates import get_month_names  # noqa: PLC0415 - the same

    found: dict[str, int] = {}
    for folder in sorted(_LOCALE.iterdir()):
        try:
            locale = Locale.parse(folder.name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue  # a language that has words, and no months that we know
        for width in ("wide", "abbreviated"):
            names = get_month_names(width, locale=locale)
            found |= {name.rstrip(".").casefold(): number for number, name in names.items()}
    return found
