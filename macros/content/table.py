"""The comparison as HTML: the table of key differences, the full table that opens, and a row as a card."""

from collections.abc import Mapping
from itertools import combinations
from types import MappingProxyType
from typing import Any

from macros.content.comparison import Comparison, Row, Subject
from macros.html.markup import Cite, CiteIn, render

_PAIR = 2
"""Of so many subjects there is nothing to choose from."""


def key_differences(comparison: Comparison, cite: CiteIn) -> str:
    """Return the table of the key differences."""
    return _table("comparison.html.j2", comparison, cite, key=True)


def evidence(comparison: Comparison, cite: Cite, also: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return the full table, whose cells open to their evidence.

    also holds, by the ids of rows, other words by which readers seek them.
    """
    subjects = comparison.columns(key=False)
    pairs = [*combinations(subjects, 2)] if len(subjects) > _PAIR else []
    return _table("evidence.html.j2", comparison, cite, key=False, also=also, pairs=pairs)


def _table(template: str, comparison: Comparison, cite: Cite | CiteIn, *, key: bool, **more: Any) -> str:
    shown = comparison.shown(key=key)
    grouped = [(group, [row for row in shown if row.group == group.id]) for group in comparison.groups]
    return render(
        template,
        title=comparison.title,
        subjects=comparison.columns(key=key),
        groups=[(group, rows) for group, rows in grouped if rows],
        exceptions=exceptions,
        cited=cited,
        cite=cite,
        **more,
    )


def single_row(comparison: Comparison, row: Row, cite: CiteIn) -> str:
    """Return one row of the key differences as a card of its own."""
    subjects = comparison.columns(key=True)
    return render("row.html.j2", subjects=subjects, row=row, exceptions=exceptions, cited=cited, cite=cite)


def exceptions(row: Row, subjects: tuple[Subject, ...]) -> list[tuple[str, str]]:
    """Return when the answers of a row are wrong, each with its subject where several have an exception."""
    cells = [(subject.name, row.cells[subject.id].exception) for subject in subjects]
    found = [(name, exception) for name, exception in cells if exception]
    return found if len(found) > 1 else [("", exception) for _, exception in found]


def cited(row: Row, subjects: tuple[Subject, ...]) -> tuple[str, ...]:
    """Return the ids of the sources of a row's cells for these subjects, each once."""
    return tuple(dict.fromkeys(name for cell in row.of(subjects) for name in cell.cited))
