"""What is torn on paper, or printed over something else."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from pikepdf import Pdf

from tests.paper.reading import Tag, rows, words

_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
_NEAR = 1.5
"""How many points two words may be within each other: letters that lean do so."""


def torn_rows(file: Path) -> list[list[int]]:
    """Return the pages of each row of a table that is torn elsewhere than between two figures.

    A row of headers comes again on each page. The name of a row and its answers stand on one page, and so does each
    paragraph and each figure of it.
    """
    with Pdf.open(file) as pdf:
        return [sorted(row.pages) for row, inner in rows(pdf) if len(row.pages) > 1 and _is_torn(row, inner)]


def _is_torn(row: Tag, inner: list[Tag]) -> bool:
    parts = [part for part in inner if part.name in {"LI", "P"}]
    answers = [after for before, after in pairwise(inner) if before.name == "TD" and after.name == "P"]
    together = [part for part in inner if part.name == "TH"] + answers
    return (
        not any(part.name == "LI" for part in parts)
        or any(len(part.pages) > 1 for part in parts)
        or any(part.pages and part.pages != {min(row.pages)} for part in together)
    )


def overprinted(file: Path) -> list[tuple[str, str]]:
    """Return each two words of a line of which one is printed over the other."""
    return [pair for page in words(file, "-bbox").split("<page ")[1:] for pair in _overprinted(page)]


def _overprinted(page: str) -> Iterator[tuple[str, str]]:
    found = [(round(float(top)), float(left), float(right), text) for left, top, right, _, text in _WORD.findall(page)]
    for (top, _, right, one), (below, left, _, other) in pairwise(sorted(found)):
        if top == below and left < right - _NEAR:
            yield one, other
