"""Figures of the comparison in diagrams: ``{docker-start}`` in a label is ``1.09 s``, and so is a number's id."""

import re
from collections.abc import Mapping
from typing import Any

from macros.errors import ContentError, Problem, did_you_mean
from macros.marked import Loc, Marked
from macros.measurement import Figure

_FIGURE = re.compile(r"\{([a-z0-9-]+)\}")
_NUMBER = "number"
_COMPARISON = "docs/data/comparison.yml"


def filled(marks: Marked, figures: Mapping[str, Figure] | None) -> Marked:
    """Return a file's values with figures in the place of their ids, and these ids under ``figures``.

    figures is nothing when the comparison is faulty: then what names them stays as it is, and numbers are 1.
    Raises ContentError for unknown ids.
    """
    problems: list[Problem] = []
    used: list[str] = []

    def figure(name: str, loc: Loc) -> Figure | None:
        used.append(name)
        if figures is not None and name not in figures:
            hint = did_you_mean(name, figures) or f"write the id of a figure in {_COMPARISON}"
            problems.append(marks.problem(loc, f"there is no figure '{name}'", hint))
        return (figures or {}).get(name)

    def fill(value: Any, loc: Loc) -> Any:
        if isinstance(value, dict):
            return {key: fill(inner, (*loc, key)) for key, inner in value.items()}
        if isinstance(value, tuple):
            return tuple(fill(inner, (*loc, index)) for index, inner in enumerate(value))
        if isinstance(value, str) and loc[-1:] == (_NUMBER,):
            found = figure(value, loc)
            return found.value if found else 1.0
        if isinstance(value, str):
            return _FIGURE.sub(lambda match: str(figure(match[1], loc) or match[0]), value)
        return value

    value = fill(marks.value, ())
    if problems:
        raise ContentError(problems)
    if used:
        value["figures"] = tuple(dict.fromkeys(used))
    return Marked(marks.path, value, marks.places)
