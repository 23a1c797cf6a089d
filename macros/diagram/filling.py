"""Figures of the comparison in diagrams: ``{tea-time}`` in a label is ``10 min``, and so is a number's id."""

import re
from collections.abc import Mapping
from typing import Any

from macros.content.measurement import Figure
from macros.reading.positions import Loc, Marked
from macros.reading.problem import MOST_TOLD, ContentError, Problem, did_you_mean

_FIGURE = re.compile(r"\{([a-z0-9-]+)\}")
_UNKNOWN = "…"
_NUMBER = "number"
_USED = "figures"
_COMPARISON = "docs/data/comparison.yml"


def filled(marks: Marked, figures: Mapping[str, Figure] | None) -> Marked:
    """Return a file's values with figures in the place of their ids, and these ids under ``figures``.

    figures is nothing when the comparison is faulty: then dots stand for them, since their ids may be longer than there
    is room for, and numbers are 1.
    Raises ContentError for unknown ids, and for what the author has put under ``figures``.
    """
    if not isinstance(marks.value, dict):
        return marks
    filling = _Filling(marks, figures)
    value = filling.fill(marks.value, ())
    if _USED in marks.value:
        hint = "name each figure where it is shown, in braces"
        filling.problems.append(marks.problem((_USED,), "unknown key", hint))
    if filling.problems:
        raise ContentError(filling.problems)
    if filling.used:
        value[_USED] = tuple(dict.fromkeys(filling.used))
    return Marked(marks.path, value, marks.places)


class _Filling:
    """Fills one file, and keeps the figures and the problems that it meets."""

    def __init__(self, marks: Marked, figures: Mapping[str, Figure] | None) -> None:
        self.marks, self.figures = marks, figures
        self.problems: list[Problem] = []
        self.used: list[str] = []

    def fill(self, value: Any, loc: Loc) -> Any:
        if isinstance(value, dict):
            return {key: self.fill(inner, (*loc, key)) for key, inner in value.items()}
        if isinstance(value, tuple):
            return tuple(self.fill(inner, (*loc, index)) for index, inner in enumerate(value))
        if isinstance(value, str) and loc[-1:] == (_NUMBER,):
            found = self.figure(value, loc)
            return found.value if found else 1.0
        if isinstance(value, str):
            return _FIGURE.sub(lambda match: self.told(match, loc), value)
        return value

    def told(self, match: re.Match[str], loc: Loc) -> str:
        found = self.figure(match[1], loc)
        return found.unbroken if found else _UNKNOWN

    def figure(self, name: str, loc: Loc) -> Figure | None:
        self.used.append(name)
        if self.figures is not None and name not in self.figures:
            sought = self.figures if len(self.problems) < MOST_TOLD else ()
            hint = did_you_mean(name, sought) or f"write the id of a figure in {_COMPARISON}"
            self.problems.append(self.marks.problem(loc, f"there is no figure '{name}'", hint))
        return (self.figures or {}).get(name)
