"""What is wrong with a value, worded for the person who wrote it."""

import re
from collections.abc import Callable
from typing import Any

from pydantic_core import ErrorDetails

from macros.reading import corrections
from macros.reading.dates import today
from macros.reading.synonyms import key_meant, values_meant

_KEYS = "write 'key: value' lines below it"
_EMPTY = "is empty", "write its value behind the colon, or delete the line"
_MESSAGES = {
    "missing": ("is missing", ""),
    "string_type": ("must be text", ""),
    "int_type": ("must be a whole number", ""),
    "float_type": ("must be a number", ""),
    "greater_than_equal": ("must be at least {ge}", ""),
    "less_than_equal": ("must be at most {le}", ""),
    "too_short": ("needs at least {min_length} of what it lists", ""),
    "too_long": ("lists more than {max_length}", "shorten the list"),
    "string_too_short": _EMPTY,
    "string_too_long": ("has more than {max_length} characters", "say it shorter"),
    "bool_type": ("must be true or false", ""),
    "model_type": ("must have keys of its own", _KEYS),
    "dict_type": ("must have keys of its own", _KEYS),
    "tuple_type": ("must be a list", "start each line below it with '- '"),
}
_PATTERNS = {
    r"\S": _EMPTY,
    r"\w": ("has no letter and no digit", "write a word"),
    "^[a-z0-9]": ("must be lower case letters and digits, with hyphens between", ""),
    "^[a-z][a-z0-9_]*": ("must be the name of a field: lower case letters, digits and _", "such as start_seconds"),
    "^lab/": ("must be the path of a program below docs", "such as lab/measure.py"),
    "^[a-z]{2,3}": ("must be the code of a language", "such as en, de or pt-BR"),
    "^https://": ("must be an address that begins with https://", ""),
    "^10": ("must be a DOI", ""),
    "^(?:[a-z0-9][a-z0-9-]*/)": (
        "must be an address below the site's root, in lower case",
        "such as its-title/ or diagrams/its-name.svg",
    ),
    "^[A-Za-z0-9.-]": ("must be a name in the list of SPDX", "such as CC-BY-4.0"),
    "^[^<>": ("must be one line without < and >", ""),
}
"""By the beginning of the pattern that a text must match."""

_CORRECTIONS: dict[str, Callable[[Any], str]] = {
    "string_type": corrections.text,
    "float_type": corrections.number,
    "greater_than_equal": corrections.above_zero,
    "bool_type": corrections.truth,
    "future": lambda _: f"today is {today()}",
    "^[a-z0-9]": corrections.name,
    "^https://": corrections.address,
    "^10": corrections.doi,
}
"""What says what to write instead, by the kind of fault or by the beginning of the pattern."""


def wording(detail: ErrorDetails) -> tuple[str, str]:
    """Return what pydantic found, as a message and a hint."""
    kind, context = detail["type"], detail.get("ctx", {})
    if detail["input"] is None and kind in _MESSAGES and kind != "missing":
        return _EMPTY if detail["loc"] else (_EMPTY[0], _KEYS)
    if kind.startswith("date"):
        return "must be a day as year-month-day", corrections.day(detail["input"])
    if kind == "no_node":
        return detail["msg"], _nearest_key(detail)
    if kind == "literal_error":
        options = str(context["expected"])
        return f"must be {options}", values_meant(str(detail["input"]), re.findall("'(.*?)'", options))
    if kind == "string_pattern_mismatch":
        start, (message, hint) = next(one for one in _PATTERNS.items() if context["pattern"].startswith(one[0]))
        return message, _instead(start, detail, hint)
    found = detail["msg"].replace("String", "text").replace("Tuple", "the list").replace("Input", "it")
    message, hint = _MESSAGES.get(kind, (found, ""))
    plain = {name: f"{value:.10g}" if isinstance(value, float) else value for name, value in context.items()}
    return message.format(**plain) if kind in _MESSAGES else message, _instead(kind, detail, hint)


def _instead(fault: str, detail: ErrorDetails, hint: str) -> str:
    """Return what to write instead of a value, or the hint that holds for all of them."""
    if fault == "int_type":
        return corrections.whole(detail["input"], detail["loc"][-1])
    return _CORRECTIONS[fault](detail["input"]) if fault in _CORRECTIONS else hint


def _nearest_key(detail: ErrorDetails) -> str:
    """Return which of the keys that the message lists the author may have meant."""
    keys = re.findall(r"[a-z]+(?:-[a-z]+)*", detail["msg"].partition("keys ")[2])
    written = detail["input"] if isinstance(detail["input"], dict) else {}
    return next((f"did you mean '{meant}'?" for key in written if (meant := key_meant(key, keys))), "")
