"""White space that nobody sees: at the ends of lines and between them."""

import re
from collections.abc import Iterator

from macros.pages.draft import Draft
from macros.pages.faults import Breach

_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_OTHER_SIGN = re.compile(r" *(?:[^\w\s]|o|\d+\))\t")
"""What word processors put before an item, with a tab behind it: it is told to be no sign of a list."""

_WITHIN = "write a space; between cells write '|', as in '| a | b |'"
_EMPTY = re.compile(r"(?<=\n)(?:[ \t]*\n){2,}")


def spacing(draft: Draft) -> Iterator[Breach]:
    """Yield spaces at ends of lines, tabs and several empty lines."""
    text, coded = draft.prose.text, draft.prose.fenced
    for match in _TRAILING.finditer(text):
        number, column = draft.prose.place(match.start())
        breaks = len(match[0]) > 1 and column > 1 and number not in coded
        hint = "delete them; for a new line in a paragraph write <br>" if breaks else "delete it"
        yield _at("a line ends with spaces" if len(match[0]) > 1 else "a line ends with a space", hint, number, column)
    for match in _EMPTY.finditer(text.rstrip()):
        number, _column = draft.prose.place(match.start())
        if number not in coded:
            yield _at("several empty lines", "leave one", number + 1)
    for line in draft.lines if "\t" in text else ():
        raw = draft.prose.lines[line.number]
        if line.number not in coded and "\t" in raw.rstrip() and not _OTHER_SIGN.match(raw):
            yield _at("a tab", "write four spaces" if raw[0] in " \t" else _WITHIN, line.number, raw.index("\t") + 1)


def _at(message: str, hint: str, number: int, column: int = 1) -> Breach:
    return Breach("white-space", message, "", hint, number + 1, column)
