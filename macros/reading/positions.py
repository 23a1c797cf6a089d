"""Values from a file, with the line and column of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.reading.problem import ContentError, Problem

Loc = tuple[str | int, ...]
"""The way to a value: keys of mappings and indexes of lists, from the outermost in."""

_LONGEST_LABEL = 60
"""As long as an id may be."""


@dataclass(frozen=True)
class Marked:
    """Values read from a file, and where each stands."""

    path: str
    value: Any
    places: dict[Loc, tuple[int, int]]

    def problem(self, loc: Loc, message: str, hint: str = "") -> Problem:
        """Return a problem at this value, or at the nearest value around it that the file has."""
        return Problem(self.path, *self.place(loc), self._name(loc), message, hint)

    def given(self, key: str, value: Any) -> "Marked":
        """Return these values, and beside them one that another file says; raises ContentError if the key is taken."""
        if not isinstance(self.value, dict):
            return self
        if key in self.value:
            raise ContentError([self.problem((key,), "unknown key", "delete it")])
        return Marked(self.path, {**self.value, key: value}, self.places)

    def place(self, loc: Loc) -> tuple[int, int]:
        """Return line and column of this value, or of the nearest value around it that the file has."""
        known = next(loc[:end] for end in range(len(loc), -1, -1) if loc[:end] in self.places)
        return self.places[known]

    def texts(self) -> Iterator[tuple[Loc, str]]:
        """Yield every text with its place."""
        yield from _texts(self.value, ())

    def _name(self, loc: Loc) -> str:
        """Name list items by their id: ``rows[start-up].name``."""
        name, value = "", self.value
        for step in loc:
            inner = _child(value, step)
            if isinstance(step, int):
                label = inner.get("id") if isinstance(inner, dict) else None
                name += f"[{label[:_LONGEST_LABEL] if isinstance(label, str) else step}]"
            else:
                name += f".{step}" if name else step
            value = inner
        return name


def _texts(value: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield loc, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
    for step, one in inner:
        yield from _texts(one, (*loc, step))


def _child(value: Any, step: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(step)
    return value[step] if isinstance(value, tuple) and isinstance(step, int) and step < len(value) else None
