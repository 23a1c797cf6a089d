"""What to write instead of a value that is nearly right."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from macros.reading import months
from macros.reading.dates import today
from macros.reading.filenames import plain

_SHORT = 60
"""As long as a value may be that a hint repeats."""

_BOUNDS = {"~": "about", "≈": "about", "ca": "about", "about": "about", "<": "at most", "≤": "at most",
           "<=": "at most", "up to": "at most", ">": "at least", "≥": "at least", ">=": "at least"}  # fmt: skip
_GROUPS = r"\d{1,3}(?:[,.'\u2019_ \u00a0\u2009\u202f]\d{3})+"
_NUMBER = re.compile(
    r"(?P<bound>[~≈<≤>≥]=?|ca|about|up to)?\.?\s*"
    rf"(?P<number>[-+]?(?:{_GROUPS}(?:[.,]\d+)?|\d+(?:[.,]\d+)?))"
    r"(?P<unit>\s*(?:[^\W\d_]|%)\D*)?",
    re.IGNORECASE,
)
_RANGE = re.compile(r"[~≈]?\s*\d[\d.,]*\s*(?:-|\u2013|\u2014|\.\.|to)\s*\d.*")
_DAYS = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d.%m.%Y", "%d.%m.%y", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y",
         "%Y-%m-%dT%H:%M:%S")  # fmt: skip
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TRUTHS = {"yes": "true", "y": "true", "on": "true", "true": "true", "1": "true",
           "no": "false", "n": "false", "off": "false", "false": "false", "0": "false"}  # fmt: skip
_LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)\s]+)\)")
_SITE = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?")


def number(value: Any) -> str:
    """Return a hint with the plain number that is meant: thousands are not set apart, and a unit has its own key."""
    text = value.strip() if isinstance(value, str) and len(value) <= _SHORT else ""
    if _RANGE.fullmatch(text):
        return "a figure is one number: write two figures, or one with 'bound: at most' or 'bound: at least'"
    match = _NUMBER.fullmatch(text)
    if not match:
        return "such as 1.09, without a unit"
    plain_number, unit = _plain(match["number"]), (match["unit"] or "").strip()
    if re.fullmatch(r"\d{1,3}\.\d{2}0", match["number"]):
        return f"write {plain_number} or {match['number'].replace('.', '')}: is the point for decimals or thousands?"
    extra = [f"'bound: {_BOUNDS[match['bound'].lower()]}'"] if match["bound"] else []
    extra += [f"'unit: \"{unit}\"'" if unit[0] == "%" else f"'unit: {unit}'"] if unit else []
    return f"write {plain_number}" + (f", and {' and '.join(extra)}" if extra else "")


def above_zero(value: Any) -> str:
    """Return a hint for a number with a minus, which stands nowhere in a course."""
    below = isinstance(value, int | float) and value < 0
    return f"write {-value:.10g}, and say in words what is less" if below else ""


def whole(value: Any, key: Any) -> str:
    """Return a hint with the year or the whole number that stands in the value of a key."""
    text = _text(value)
    if year := _YEAR.search(text):
        return f"write {year[0]}"
    numbers = re.findall(r"\d+", text.removesuffix(".0")) if len(text) <= _SHORT else []
    if len(numbers) == 1 and len(numbers[0]) < 10 and not re.search(r"[-.]\d", text.removesuffix(".0")):  # noqa: PLR2004 - of a plain number
        return f"write {int(numbers[0])}"
    return "the year of the version that you read, such as 2021" if key == "issued" else "in digits, such as 12"


def day(value: Any) -> str:
    """Return a hint with the day that is meant, when it can only be one."""
    text = months.as_digits(_text(value))
    if text == "today":
        return f"write {today()}"
    for form in _DAYS:
        try:
            return f"write {datetime.strptime(text, form).date()}"  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return "such as 2026-11-23"


def truth(value: Any) -> str:
    """Return a hint with true or false."""
    meant = _TRUTHS.get(str(value).strip().lower())
    return f"write {meant}, without quotes" if meant else "write true, or delete the line"


def name(value: Any) -> str:
    """Return a hint with the id that is most like a text."""
    meant = plain(value) if isinstance(value, str) else ""
    return f"write {meant}" if meant and "://" not in value and len(meant) < _SHORT else "such as start-up"


def address(value: Any) -> str:
    """Return a hint with the address that stands in a text."""
    text = value.strip() if isinstance(value, str) else ""
    if link := _LINK.fullmatch(text):
        text = link["target"]
    text = re.sub(r"^https?://", lambda found: found[0].lower(), text.strip("<>\"'"), flags=re.IGNORECASE)
    if text.startswith("http://"):
        return f"if the site answers there, write {text.replace('http', 'https', 1)}"
    if _SITE.fullmatch(text):
        text = f"https://{text}"
    right = re.fullmatch(r"https://[^\s<>\"]+", text) and text != value
    return f"write {text}" if right else "such as https://example.org/page, without spaces"


def doi(value: Any) -> str:
    """Return a hint with the DOI that stands in a text."""
    found = re.search(r"10\.[0-9]{4,9}/\S+", value) if isinstance(value, str) else None
    return f"write {found[0]}" if found else "such as 10.1000/182"


def text(value: Any) -> str:
    """Return a hint with the text that is meant by a number, a list or braces."""
    if isinstance(value, dict) and len(value) == 1 and [*value.values()] == [None]:
        return f"braces have a meaning in YAML: write '{next(iter(value))}' without them"
    if isinstance(value, Mapping | tuple):
        return "write one text; put it in quotes if it begins with [ or {"
    # Of a number with decimals it is not known how it was written.
    known = isinstance(value, int) and not isinstance(value, bool)
    return f'put it in quotes: "{value}"' if known else "put it in quotes if it is meant as text"


def _plain(written: str) -> str:
    """Return a number without what sets its thousands apart, and with a point before its decimals."""
    parts = re.fullmatch(rf"([-+]?{_GROUPS})(?:[.,](\d+))?", written)
    if re.fullmatch(r"[-+]?\d+(?:[.,]\d+)?", written) and not (parts and "," in written):
        return f"{float(written.replace(',', '.')):.10g}"
    digits = re.sub(r"[^\d+-]", "", parts[1]) if parts else written
    return f"{digits}.{parts[2]}" if parts and parts[2] else digits


def _text(value: Any) -> str:
    """Return a value as one line; CSL's ``date-parts`` as a day."""
    if isinstance(value, dict) and "date-parts" in value:
        parts = str(value["date-parts"])
        return "-".join(re.findall(r"\d+", parts))
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    return str(value).strip()
