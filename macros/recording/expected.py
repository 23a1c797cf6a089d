"""Whether a command did what it must: it printed what is expected, and ended well where that says nothing."""

from collections.abc import Sequence

from macros.content.pattern import fits, leaves_all_open
from macros.recording.terminal import Ran


def fault(expected: Sequence[str], ran: Ran) -> str:
    """Return what is wrong with what a command did, or nothing.

    One that prints what is expected may fail: the words say so. Of one whose output is left open, only the status tells
    that it did what it should.
    """
    if not fits(expected, ran.lines):
        return "prints something else"
    return f"ends with the status {ran.status}" if ran.status and leaves_all_open(expected) else ""
