"""What pydantic finds wrong in a file's values, as problems in their places."""

from collections.abc import Iterable
from typing import Any, cast

from pydantic_core import ErrorDetails

from macros.errors import MOST_TOLD, Problem, did_you_mean
from macros.marked import Loc, Marked
from macros.wording import wording

_MOST_WEIGHED = 20 * MOST_TOLD
"""Findings for which it is asked whether a key is missing or misspelt: more are told of no file."""


def problems(marks: Marked, details: list[ErrorDetails], known: set[str]) -> set[Problem]:
    """Return findings as problems, but for those that follow from others; known holds all keys that a file may have.

    So many as can be told of one file are put into words.
    """
    found = _causes(details)
    placed = [(_loc_in_file(one["loc"], marks.value, missing=one["type"] == "missing"), one) for one in found]
    placed.sort(key=lambda pair: marks.place(pair[0]))
    told = {_problem(marks, loc, detail, known) for loc, detail in placed[:MOST_TOLD]}
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
        misspelt = any(did_you_mean(word, [str(key)]) for word in written)
        if not misspelt and not (detail["type"] == "too_short" and detail["loc"] in inner):
            yield detail


def _problem(marks: Marked, loc: Loc, detail: ErrorDetails, known: set[str]) -> Problem:
    if detail["type"] == "extra_forbidden":
        elsewhere = "this key belongs to another part" if loc[-1] in known else ""
        return marks.problem(loc, "unknown key", elsewhere or did_you_mean(str(loc[-1]), known))
    return marks.problem(loc, *wording(detail))


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
