"""Figures that a text names by their ids, ``{tea-time}``, where only diagrams have the amounts filled in."""

import re
from collections.abc import Iterator

from macros.assembly.files import Files
from macros.content.number import in_digits
from macros.html.words import language
from macros.pages.prose import Prose
from macros.reading.problem import Problem

_NAMED = re.compile(r"\{([a-z0-9-]+)\}")


def problems(files: Files) -> Iterator[Problem]:
    """Yield every figure that readers would see as its id in braces: on the pages, and in data but diagrams."""
    amounts = _amounts(files)
    for written in files.written.values():
        for line, text in enumerate(written.prose.plain.split("\n"), written.first_line):
            for column, message, hint in _faults(text, amounts):
                yield Problem(written.path, line, column, "", message, hint)
    # Those of diagrams are filled in when they are read.
    for file in files.datafiles():
        for loc, text in file.marks.texts():
            for _, message, hint in _faults(Prose(text).plain if "{" in text else "", amounts):
                yield file.marks.problem(loc, message, hint)


def _amounts(files: Files) -> dict[str, str]:
    """Return what to write in place of each figure, as the language of the course writes it."""
    numeral = language(files.language.value).numeral
    figures = files.legible.figures or ()
    return {figure.id: f"{numeral(in_digits(figure.value))} {figure.unit}" for figure in figures}


def _faults(text: str, amounts: dict[str, str]) -> Iterator[tuple[int, str, str]]:
    for match in _NAMED.finditer(text):
        if match[1] in amounts:
            message = f"readers see '{match[0]}' as it is written"
            yield match.start() + 1, message, f"write its amount, {amounts[match[1]]}"
