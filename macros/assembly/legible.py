"""What can be read of data files even while they are faulty: the ids in them, and the figures of the comparison.

With these a name that does not exist is told at once, and not only when the file is mended.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from macros.content.comparison import Cell, Comparison
from macros.content.measurement import Figure
from macros.content.source import Sources
from macros.reading.datafile import Datafile, read_text
from macros.reading.kinds import DATA
from macros.reading.positions import Marked
from macros.reading.problem import ContentError
from macros.reading.yaml import read_yaml


@dataclass(frozen=True)
class Legible:
    """Ids and figures, of faulty entries too; nothing where one of them cannot be read, and may be any."""

    rows: frozenset[str] | None
    subjects: frozenset[str] | None
    sources: frozenset[str] | None
    figures: tuple[Figure, ...] | None

    @cached_property
    def named(self) -> dict[str, Figure] | None:
        """Return the figures by their ids."""
        return None if self.figures is None else {figure.id: figure for figure in self.figures}


_NOTHING: dict[str, Any] = {"rows": (), "subjects": (), "sources": ()}
"""What stands in a file that a course does not have."""


def legible(docs: Path, comparison: Datafile[Comparison] | None, sources: Datafile[Sources] | None) -> Legible:
    """Return what can be read of the comparison and the sources in a ``docs`` folder, given what is right of them."""
    cited = frozenset(sources.model.ids()) if sources else _ids(_values(docs, "sources"), "sources")
    if not comparison:
        compared = _values(docs, "comparison")
        return Legible(_ids(compared, "rows"), _ids(compared, "subjects"), cited, _figures(compared))
    found = comparison.model
    rows = frozenset(row.id for row in found.rows)
    subjects = frozenset(subject.id for subject in found.subjects)
    return Legible(rows, subjects, cited, tuple(figure for row in found.rows for figure in row.figures))


def _values(docs: Path, name: str) -> Any:
    path = f"data/{name}.yml"
    if not (docs / path).exists():
        return _NOTHING
    try:
        marks: Marked = read_yaml(read_text(docs / path, f"docs/{path}", DATA.most), f"docs/{path}")
    except ContentError:
        return None
    return marks.value


def _ids(value: Any, key: str) -> frozenset[str] | None:
    items = value.get(key) if isinstance(value, dict) else None
    if not isinstance(items, tuple):
        return None
    found = [item.get("id") if isinstance(item, dict) else None for item in items]
    return frozenset(map(str, found)) if all(isinstance(name, str) for name in found) else None


def _figures(value: Any) -> tuple[Figure, ...] | None:
    try:
        return tuple(figure for row in value["rows"] for figure in _of_row(row))
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _of_row(row: Any) -> Iterator[Figure]:
    for cell in row["cells"].values():
        if cell.keys() - Cell.model_fields.keys():
            raise ValueError(cell)  # 'figurs', for one
        yield from map(Figure.model_validate, cell.get("figures", ()))
