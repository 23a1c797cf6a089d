"""Whether the path of a pictogram is whole and draws something: browsers drop what is not, without a word."""

import re
from collections.abc import Iterator

from macros.diagram.svg_numbers import NUMBER

_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
"""How many numbers each command takes, once or several times."""

_COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_NUMBERS = re.compile(NUMBER)
_ARC = re.compile(r"[\s,]*".join(["", *3 * [NUMBER], *2 * ["[01]"], *2 * [NUMBER]]))
"""The numbers of an arc: two of them are flags, behind which no space is needed."""

_FLAGS = ", of which the fourth and fifth are 0 or 1"
_DRAW = "after 'M', which moves only, draw: 'M0 0L10 10'"

Words = tuple[str, str]
"""What is wrong, and a hint."""


def faults(text: str) -> Iterator[Words]:
    """Yield commands that lack numbers; or, when none does, that nothing is drawn."""
    commands = [(letter, numbers, _TAKES[letter.upper()]) for letter, numbers in _COMMAND.findall(text)]
    torn = [command for command in commands if not _is_whole(*command)]
    for letter, numbers, takes in torn:
        times = (_FLAGS if letter in "Aa" else "") + (", or several times as many" if takes else "")
        yield (
            f"'{letter}{numbers.strip()[:20]}' in the attribute 'd' is not whole",
            f"'{letter}' takes {takes} numbers{times}",
        )
    if not torn and not any(_draws(*command) for command in commands):
        yield "the attribute 'd' draws nothing", _DRAW


def _is_whole(letter: str, numbers: str, takes: int) -> bool:
    if letter in "Aa":
        rest, arcs = _ARC.subn("", numbers)
        return arcs > 0 and not _NUMBERS.search(rest)
    count = len(_NUMBERS.findall(numbers))
    return count > 0 == count % takes if takes else count == 0


def _draws(letter: str, numbers: str, takes: int) -> bool:
    """Tell whether a whole command draws: to move does not, but further points behind it are lines."""
    return letter not in "MmZz" or (letter in "Mm" and len(_NUMBERS.findall(numbers)) > takes)
