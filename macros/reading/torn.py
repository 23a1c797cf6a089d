"""What a comma within brackets has torn in two: YAML reads ``[4,7 books]`` as two items, ``{g: 0,5}`` as two keys."""

from itertools import pairwise
from typing import Any, cast

from macros.reading.positions import Loc

MESSAGE = "ends at the comma"


def torn(value: Any, loc: Loc) -> tuple[Loc, str] | None:
    """Return where an amount or a number begins of which a part stands at a place of a file, and what to write."""
    for step in loc[:-1]:
        value = cast("Any", value)[step]
    if isinstance(value, tuple):
        return _text(value, loc)
    if isinstance(value, dict):
        return _number(value, loc)
    return None


def _text(items: tuple[Any, ...], loc: Loc) -> tuple[Loc, str] | None:
    for number, (first, second) in enumerate(pairwise(items)):
        meant = _is_whole(first) and isinstance(second, str) and second[:1].isdigit()
        if meant and loc[-1] in {number, number + 1}:
            return (*loc[:-1], number), f'put it in quotes: "{first},{second}"'
    return None


def _number(values: dict[Any, Any], loc: Loc) -> tuple[Loc, str] | None:
    for (key, whole), (decimals, rest) in pairwise(values.items()):
        meant = _is_whole(whole) and rest is None and str(decimals).isdigit()
        if meant and loc[-1] in {key, decimals}:
            return (*loc[:-1], key), f"a number has a point: write {key}: {whole}.{decimals}"
    return None


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
