"""What a command must print, as a pattern: ``…`` stands for any text in a line, and alone for any lines."""

import re
from collections.abc import Sequence
from functools import lru_cache

ANY = "…"


def fits(expected: Sequence[str], lines: Sequence[str]) -> bool:
    """Tell whether lines are such as are expected."""
    return bool(_pattern(tuple(expected)).fullmatch("".join(f"{line}\n" for line in lines)))


def line_fits(expected: str, line: str) -> bool:
    """Tell whether one line is such as is expected."""
    return bool(_pattern((expected,)).fullmatch(f"{line}\n"))


def leaves_all_open(expected: Sequence[str]) -> bool:
    """Tell whether a pattern has no word."""
    return all(line.strip() in {"", ANY} for line in expected)


def kept(patterns: Sequence[str], lines: Sequence[str]) -> list[str]:
    """Return the lines that fit one of these patterns, each of which takes the first; what is left out is ``…``.

    Raises LookupError with the pattern that no line fits.
    """
    chosen = set()
    for pattern in patterns:
        at = next(
            (number for number, line in enumerate(lines) if number not in chosen and line_fits(pattern, line)), None
        )
        if at is None:
            raise LookupError(pattern)
        chosen.add(at)
    shown: list[str] = []
    for number, line in enumerate(lines):
        if number in chosen:
            shown.append(line)
        elif not shown or shown[-1] != ANY:
            shown.append(ANY)
    return shown


@lru_cache(maxsize=1024)
def _pattern(expected: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("".join(map(_line, expected)))


def _line(line: str) -> str:
    if line.strip() == ANY:
        return r"(?:[^\n]*\n)*"
    return "[^\n]*".join(re.escape(part) for part in line.expandtabs().rstrip().split(ANY)) + "\n"
