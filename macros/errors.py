"""Problems in lessons and data, worded for the person who made the edit."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, with its place: a path relative to the project, line and column from 1."""

    path: str
    line: int
    column: int
    field: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        subject = f"{self.field}: " if self.field else ""
        hint = f"\n    hint: {self.hint}" if self.hint else ""
        return f"{self.path}:{self.line}:{self.column}: {subject}{self.message}{hint}"


class ContentError(Exception):
    """Content that cannot be used, with every problem found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the known word closest to this one, or nothing when none is close."""
    close = get_close_matches(word, list(known), n=1)
    return f"did you mean '{close[0]}'?" if close else ""
