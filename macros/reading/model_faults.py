"""What pydantic finds wrong in a file's values, as problems in their places."""

from collections.abc import Iterable
from typing import Any, cast

from pydantic_core import ErrorDetails

from macros.reading.expected import Expected
from macros.reading.messages import wording
from macros.reading.positions import Loc, Marked
from macros.reading.problem import MOST_TOLD, Problem
from macros.reading.synonyms import key_meant
from macros.reading.torn import MESSAGE, torn

_MOST_WEIGHED = 20 * MOST_TOLD
"""Findings for which it is asked whether a key is missing or misspelt: more are told of no file."""


def problems(marks: Marked, details: list[ErrorDetails], expected: Expected) -> set[Problem]:
    """Return findings as problems, but for those that follow from others; expected knows what the file may hold.

    So many as can be told of one file are put into words.
    """
    found = _causes(details)
    placed = [(_loc_in_file(one["loc"], marks.value, missing=one["type"] == "missing"), one) for one in found]
    placed.sort(key=lambda pair: marks.place(pair[0]))
    told = {_problem(marks, loc, detail, expected) for loc, detail in placed[:MOST_TOLD]}
    return told | {marks.problem(loc, detail["type"]) for loc, detail in placed[MOST_TOLD:]}


def _causes(details: list[ErrorDetails]) -> Iterable[ErrorDetails]:
    """Leave out lists that are too short only because items in them are faulty, and keys that are only misspelt."""
    inner = {detail["loc"][:end] for detail in details for end in range(len(detail["loc"]))}
    unknown: dict[Loc, list[str]] = {}
    for detail in details:
        if detail["type"] == "extra_forbidden":
            unknown.setdefault(detail["loc"][:-1], []).append(str(detail["loc"][-1]))
    for number, detail in enumerate(details):
        *parent, key = detail["loc"] or ("",)
        asked = detail["type"] == "missing" and number < _MOST_WEIGHED
        written = unknown.get(tuple(parent), []) if asked else []
        misspelt = any(key_meant(word, [str(key)]) for word in written)
        if not misspelt and not (detail["type"] == "too_short" and detail["loc"] in inner):
            yield detail


def _problem(marks: Marked, loc: Loc, detail: ErrorDetails, expected: Expected) -> Problem:
    if detail["type"] != "missing" and (whole := torn(marks.value, loc)):
        begin, hint = whole
        return marks.problem(begin, MESSAGE, hint)
    message, hint = wording(detail)
    match detail["type"]:
        case "extra_forbidden":
            message, hint = "unknown key", expected.instead(loc)
        case "missing":
            hint = expected.line(loc)
        case "model_type" if detail["input"] is not None and (shape := expected.shape(loc)):
            hint = shape
        case "literal_error" if not hint:
            hint = expected.about(loc)
        case "tuple_type" if detail["input"] is not None:
            hint = expected.listed(loc, detail["input"])
    return marks.problem(loc, message, hint)


def _loc_in_file(loc: Loc, value: Any, *, missing: bool) -> Loc:
    """Leave out the steps that a model adds and the file does not have, such as the tag of a union."""
    found: Loc = ()
    for step in loc:
        if (isinstance(value, dict) and step in value) or (isinstance(value, tuple) and isinstance(step, int)):
            value = cast("Any", value)[step]
        elif not (missing and step is loc[-1]):
            continue
        found = (*found, step)
    return found
