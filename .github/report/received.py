"""A summary that somebody sent: it has the shape that is expected, or it is refused."""

import json
from collections.abc import Sized
from dataclasses import dataclass
from typing import Any, NoReturn

MOST_BYTES = 4_000_000
MOST_ENTRIES = 1_000
LONGEST_NAME = 200
LONGEST_TEXT = 200_000
DAY = 86_400


class Refused(Exception):  # noqa: N818 - it is no fault of ours
    """Why a summary is not used, in words of ours alone: nothing that was sent is repeated."""


@dataclass(frozen=True)
class Summary:
    """What a course holds: seconds, LIX, texts and SVG by their names. Any text in it may be hostile."""

    lessons: dict[str, float]
    readability: dict[str, float]
    rows: dict[str, str]
    figures: dict[str, str]
    diagrams: dict[str, str]
    notes: tuple[str, ...]


def parse(data: bytes) -> Summary:
    """Return the summary that a JSON text holds; raises Refused for anything else."""
    if len(data) > MOST_BYTES:
        raise Refused("it is too big")
    try:
        read = json.loads(data.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise Refused("it is not JSON") from error
    if not isinstance(read, dict) or {*read} != {*Summary.__annotations__}:
        raise Refused("it does not have the parts that are expected")
    return Summary(
        _numbers(read["lessons"]),
        _numbers(read["readability"]),
        _texts(read["rows"]),
        _texts(read["figures"]),
        _texts(read["diagrams"]),
        tuple(_text(note) for note in _few(read["notes"], list)),
    )


def _numbers(value: Any) -> dict[str, float]:
    return {name: _number(number) for name, number in _named(value)}


def _texts(value: Any) -> dict[str, str]:
    return {name: _text(text) for name, text in _named(value)}


def _named(value: Any) -> list[tuple[str, Any]]:
    items = list(_few(value, dict).items())
    if any(len(name) > LONGEST_NAME for name, _ in items):
        raise Refused("a name in it is too long")
    return items


def _few(value: Any, kind: type[Sized]) -> Any:
    if not isinstance(value, kind):
        raise Refused("a part of it is of the wrong type")
    if len(value) > MOST_ENTRIES:
        raise Refused("a part of it has too many entries")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise Refused("a text in it is none")
    if len(value) > LONGEST_TEXT:
        raise Refused("a text in it is too long")
    return value


def _number(value: Any) -> float:
    # True and False are numbers to Python; any comparison with NaN is false.
    if type(value) not in {int, float} or not 0 <= value <= DAY:
        _no_constant("")
    return float(value)


def _no_constant(_: str) -> NoReturn:
    raise Refused("a number in it is none")
