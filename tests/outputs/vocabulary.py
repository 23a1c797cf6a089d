"""The vocabulary of schema.org, as far as pages use it: a stored copy, and what in a graph does not fit it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_STORED: dict[str, Any] = json.loads(Path(__file__).with_name("schema_org.json").read_text())
_TYPES: dict[str, list[str]] = _STORED["types"]
_PROPERTIES: dict[str, dict[str, list[str]]] = _STORED["properties"]
_TEXTS = {
    "Boolean": lambda value: isinstance(value, bool),
    "Date": lambda value: isinstance(value, str) and bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value)),
    "Duration": lambda value: isinstance(value, str) and bool(re.fullmatch(r"PT[1-9]\d*M", value)),
    "Integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "URL": lambda value: isinstance(value, str) and bool(re.fullmatch(r"https?://\S+", value)),
    "Text": lambda value: isinstance(value, str) and value.strip() == value and bool(value),
}
"""What a value is that is no thing."""


def misfits(thing: dict[str, Any], at: str = "") -> Iterator[str]:
    """Yield every type, property and value of a thing that the vocabulary does not have, by the way to it."""
    kind = thing.get("@type", "")
    if kind not in _TYPES:
        yield f"{at}: there is no type {kind!r}"
        return
    for name, value in thing.items():
        if name.startswith("@"):
            continue
        here, known = f"{at}/{kind}.{name}", _PROPERTIES.get(name)
        if not known or {*known["of"]}.isdisjoint(_kinds(kind)):
            yield f"{here}: {kind} has no such property"
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield from misfits(one, here)
                if {*known["holds"]}.isdisjoint(_kinds(one.get("@type", ""))):
                    yield f"{here}: holds no {one.get('@type')}"
            elif not any(_TEXTS["URL" if held in _TYPES else held](one) for held in known["holds"] if _is_told(held)):
                yield f"{here}: {one!r} is none of {known['holds']}"


def _is_told(held: str) -> bool:
    """Tell whether a value of this type can be told as a text; a thing can, by its address."""
    return held in _TEXTS or held in _TYPES


def _kinds(kind: str) -> set[str]:
    """Return a type and all that it is a kind of."""
    return {kind}.union(*(_kinds(parent) for parent in _TYPES.get(kind, ())))
