"""Problems in lessons and data, worded for the person who made the edit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import groupby
from operator import attrgetter
from pathlib import PurePosixPath

from macros.reading.invisible import UNSEEN, visible

MOST_TOLD = 50
"""Problems of one file: nobody mends more at once."""

_LONGEST_LIST = 200
"""Characters of names that a hint lists."""

_LONGEST_WORD = 100
"""What is longer is no misspelt name; and to compare takes as long as both are."""

_INSTEAD = {"\xad": "delete it; in the text of a page, <wbr> says where a long word may break"}
"""Of a character that cannot be seen, where something that can be seen does the same."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, with its place: a path relative to the project, line and column from 1.

    Whatever stands in the content, each text of a problem is one line that can be seen.
    """

    path: str
    line: int
    column: int
    field: str
    message: str
    hint: str = ""

    def __post_init__(self) -> None:
        for name in ("field", "message", "hint"):
            object.__setattr__(self, name, visible(getattr(self, name)))

    @property
    def place(self) -> str:
        """Return file, line and column; the file's name is shown as the texts are."""
        return f"{visible(self.path)}:{self.line}:{self.column}"

    def __str__(self) -> str:
        subject = f"{self.field}: " if self.field else ""
        hint = f"\n    hint: {self.hint}" if self.hint else ""
        return f"{self.place}: {subject}{self.message}{hint}"


class ContentError(Exception):
    """Content that cannot be used, with every problem found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__()

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


def first_of_each(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems in the order of their places: of each file the first 50, and one that counts the others."""
    told: list[Problem] = []
    for path, group in groupby(sorted(dict.fromkeys(problems)), attrgetter("path")):
        found = [*group]
        told += found[:MOST_TOLD]
        if more := len(found[MOST_TOLD:]):
            message, hint = f"and {count(more, 'more problem')} in this file", "mend these, and check again"
            told.append(Problem(path, told[-1].line, told[-1].column, "", message, hint))
    return told


def count(number: int, one: str) -> str:
    """Return a number with what it counts: ``1 word``, ``2 words``."""
    return f"{number:,} {one}{'s' * (number != 1)}"


def faulty_in(folder: str, paths: Iterable[str]) -> set[str]:
    """Return the names, without suffix, of those of these files with problems that stand right in a folder."""
    return {PurePosixPath(path).stem for path in paths if path.rpartition("/")[0] == folder}


def hidden_characters(text: str, path: str, first_line: int = 1) -> Iterator[Problem]:
    """Yield each character of a text that cannot be seen; first_line is the text's own line in its file."""
    for number, line in enumerate(text.split("\n"), first_line):
        if line.isascii() and line.isprintable():
            continue  # nearly every line; to look at each character takes long
        for match in UNSEEN.finditer(line):
            message = f"hidden character U+{ord(match[0]):04X}"
            yield Problem(path, number, match.start() + 1, "", message, _INSTEAD.get(match[0], "delete it"))


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word closest to this one, or nothing when none is close."""
    close = get_close_matches(word, list(known), n=1) if len(word) <= _LONGEST_WORD else []
    return close[0] if close else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the known word closest to this one, or nothing when none is close."""
    close = nearest(word, known)
    return f"did you mean '{close}'?" if close else ""


def choices(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the known word closest to this one, or else all of them, or some when they are many."""
    names = sorted(known)
    if not names:
        return ""
    listed = f"choose one of {', '.join(names)}"
    some = f"choose one of the {len(names)} that there are, such as {', '.join(names[:3])}"
    return did_you_mean(word, names) or (listed if len(listed) <= _LONGEST_LIST else some)
