"""What a command must print: a pattern in which ``…`` stands for any text, and alone for any lines."""

import re
from collections.abc import Sequence

from macros.recording.terminal import Ran

ANY = "…"


def fault(expected: Sequence[str], ran: Ran) -> str:
    """Return what is wrong with what a command did, or nothing.

    One that prints what is expected may fail: the words say so. Of one whose output is left open, only the status tells
    that it did what it should.
    """
    if not _pattern(expected).fullmatch("".join(f"{line}\n" for line in ran.lines)):
        return "prints something else"
    said = any(line.strip() and line.strip() != ANY for line in expected)
    return f"ends with the status {ran.status}" if ran.status and not said else ""


def _pattern(expected: Sequence[str]) -> re.Pattern[str]:
    return re.compile("".join(map(_line, expected)))


def _line(line: str) -> str:
    if line.strip() == ANY:
        return r"(?:[^\n]*\n)*"
    return "[^\n]*".join(re.escape(part) for part in line.expandtabs().rstrip().split(ANY)) + "\n"
