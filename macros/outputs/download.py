"""The comparison as files that other programs read: JSON, CSV, and the sources as CSL-JSON."""

import csv
import json
import re
from collections.abc import Iterable
from io import StringIO
from typing import Any

from macros.content.card import Card, Licence
from macros.content.comparison import Cell, Comparison, Row
from macros.content.source import Sources
from macros.html.markup import plain, render
from macros.html.words import gettext, later, ngettext

_FORMULA = re.compile(r"[\t\r\n]|[\s\x00-\x1f\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20']")
"""How a text begins that a spreadsheet takes for a formula, or that begins as if the mark against it stood there.

Spreadsheets leave out what nobody sees at its beginning, and some take the wide letters of East Asia for the others.
"""

_IN_CSV = later(
    "texts stand in quotes, and one that begins with = + - @ or ' has a ' before it, so that it is no formula"
)

FILES = {
    "data/comparison.json": ("application/json", later("the whole comparison, with every figure and all sources")),
    "data/comparison.csv": ("text/csv", later("one line for each cell: answer, exception, sources")),
    "data/figures.csv": ("text/csv", later("one line for each figure: value, unit, conditions, year, source")),
    "data/sources.json": (
        "application/vnd.citationstyles.csl+json",
        later("the sources, for citation tools such as Zotero"),
    ),
}
"""Path below the site's root, media type, and what is in it; each is there as far as there is something in it."""


def downloads(paths: Iterable[str], root: str) -> str:
    """Return links to the files at these paths; root leads from the page to the site's root."""
    return render("downloads.html.j2", files={path: told(path) for path in paths}, root=root)


def dataset(
    comparison: Comparison, card: Card, paths: Iterable[str], root: str, page: dict[str, Any]
) -> dict[str, Any]:
    """Return what the files at these paths are for search engines: a ``Dataset`` of schema.org.

    root leads from the page to the site's root, page is what is said of the page itself.
    """
    rows = ngettext(
        "%(num)d row with figures, conditions and sources.",
        "%(num)d rows with figures, conditions and sources.",
        len(comparison.rows),
    )
    return {
        **page,
        "name": comparison.title,
        "description": f"{plain(card.promise)} {rows}",
        "keywords": [plain(subject.name) for subject in comparison.subjects],
        "creator": {"@type": "Organization", "name": card.authors},
        "variableMeasured": [plain(row.name) for row in comparison.rows if row.figures],
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": media, "contentUrl": f"{root}{path}", "description": about}
            for path, (media, about) in ((path, told(path)) for path in paths)
        ],
    }


def told(path: str) -> tuple[str, str]:
    """Return the media type of a file, and what is in it."""
    media, about = FILES[path]
    return media, f"{gettext(about)}; {gettext(_IN_CSV)}" if media == "text/csv" else gettext(about)


def contents(comparison: Comparison | None, sources: Sources | None, licence: Licence | None = None) -> dict[str, str]:
    """Return the text of each file, by its path below the site's root; of what a course has not, none."""
    works = [source.csl() for source in sources.sources] if sources else []
    found = {"data/sources.json": _json(works)} if sources else {}
    if comparison:
        cited = {"sources": works} if sources else {}
        whole = {**licensed(licence), **comparison.model_dump(mode="json", exclude_none=True), **cited}
        found |= {"data/comparison.json": _json(whole), "data/comparison.csv": _csv(_cells(comparison))}
        if figures := [*_figures(comparison)]:
            found["data/figures.csv"] = _csv(figures)
    return found


def licensed(licence: Licence | None) -> dict[str, str]:
    """Return the address of a licence as schema.org names it, if there is one."""
    return {"license": licence.url} if licence else {}


def _in_columns(comparison: Comparison) -> Iterable[tuple[Row, str, Cell]]:
    """Yield all cells in the order of the page's columns, in whichever order a row has them."""
    ids = [subject.id for subject in comparison.subjects]
    return ((row, subject, row.cells[subject]) for row in comparison.rows for subject in ids if subject in row.cells)


def _cells(comparison: Comparison) -> Iterable[dict[str, Any]]:
    for row, subject, cell in _in_columns(comparison):
        yield {
            "row": row.id,
            "group": row.group,
            "name": plain(row.name),
            "subject": subject,
            "answer": plain(cell.answer),
            "exception": plain(cell.exception or ""),
            "judgement": plain(cell.judgement or ""),
            "sources": " ".join(cell.cited),
        }


def _figures(comparison: Comparison) -> Iterable[dict[str, Any]]:
    for row, subject, cell in _in_columns(comparison):
        for figure in cell.figures:
            yield {"row": row.id, "subject": subject, **figure.model_dump(mode="json")}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _csv(rows: Iterable[dict[str, Any]]) -> str:
    listed = list(rows)
    text = StringIO()
    # In quotes, since some spreadsheets begin a new cell at a semicolon or a tab, too.
    writer = csv.DictWriter(text, fieldnames=list(listed[0]) if listed else [], quoting=csv.QUOTE_NONNUMERIC)
    writer.writeheader()
    writer.writerows({name: _no_formula(value) for name, value in row.items()} for row in listed)
    return text.getvalue()


def _no_formula(value: Any) -> Any:
    """Return a value for a cell: with an apostrophe before a text that would be a formula, and a number as it is."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
