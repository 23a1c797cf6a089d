"""What is torn on paper, or printed over something else."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from pikepdf import Pdf

from tests.paper.reading import rows, words

_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
_NEAR = 1.5
"""How many points two words may be within each other: letters that lean do so."""


def torn_rows(file: Path) -> list[list[int]]:
    """Return the pages of each row of a table that stands on more than one, though it is not longer than one.

    A row of headers comes again on each page. A row that is longer than a page begins one, and no line of it is torn.
    """
    with Pdf.open(file) as pdf:
        found = rows(pdf)
        return [
            sorted(row.pages)
            for row, inner in found
            if len(row.pages) > 1
            and (
                any(other is not row and min(row.pages) in other.pages for other, _ in found)
                or any(len(part.pages) > 1 for part in inner if part.name in {"LI", "P"})
            )
        ]


def overprinted(file: Path) -> list[tuple[str, str]]:
    """Return each two words of a line of which one is printed over the other."""
    return [pair for page in words(file, "-bbox").split("<page ")[1:] for pair in _overprinted(page)]


def _overprinted(page: str) -> Iterator[tuple[str, str]]:
    found = [(round(float(top)), float(left), float(right), text) for left, top, right, _, text in _WORD.findall(page)]
    for (top, _, right, one), (below, left, _, other) in pairwise(sorted(found)):
        if top == below and left < right - _NEAR:
            yield one, other
