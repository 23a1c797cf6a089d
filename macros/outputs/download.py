"""The comparison as files that other programs read: JSON, CSV, and the sources as CSL-JSON."""

import csv
import json
import re
from collections.abc import Iterable
from io import StringIO
from typing import Any

from macros.assembly.addresses import DOWNLOADS
from macros.content.card import Card
from macros.content.comparison import Cell, Comparison, Row
from macros.content.source import Sources
from macros.html.markup import plain, render
from macros.html.words import gettext, later, ngettext

LICENCE = "https://creativecommons.org/licenses/by/4.0/"

_FORMULA = re.compile(r"[\t\r\n]|[\s\x00-\x1f\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20']")
"""How a text begins that a spreadsheet takes for a formula, or that begins as if the mark against it stood there.

Spreadsheets leave out what nobody sees at its beginning, and some take the wide letters of East Asia for the others.
"""

_IN_CSV = later(
    "texts stand in quotes, and one that begins with = + - @ or ' has a ' before it, so that it is no formula"
)

_TOLD = (
    ("application/json", later("the whole comparison, with every figure and all sources")),
    ("text/csv", later("one line for each cell: answer, exception, sources")),
    ("text/csv", later("one line for each figure: value, unit, conditions, year, source")),
    ("application/vnd.citationstyles.csl+json", later("the sources, for citation tools such as Zotero")),
)


def downloads(comparison: Comparison, card: Card, root: str, site: str, url: str) -> str:
    """Return links to all files, with the page's description as a schema.org ``Dataset``.

    root leads from the page to the site's root, site is that root's own address or empty, url the page's below it.
    """
    page, files = {"url": f"{site}{url}"} if site else {}, listed()
    dataset = _dataset(comparison, card, page, site or root)
    return render("downloads.html.j2", files=files, root=root, dataset=dataset)


def _dataset(comparison: Comparison, card: Card, page: dict[str, str], base: str) -> dict[str, Any]:
    rows = ngettext(
        "%(num)d row with figures, conditions and sources.",
        "%(num)d rows with figures, conditions and sources.",
        len(comparison.rows),
    )
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": comparison.title,
        "description": f"{card.promise} {rows}",
        **page,
        "license": LICENCE,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": card.authors},
        "variableMeasured": [plain(row.name) for row in comparison.rows if row.figures],
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": media, "contentUrl": f"{base}{path}", "description": about}
            for path, (media, about) in listed().items()
        ],
    }


def listed() -> dict[str, tuple[str, str]]:
    """Return, by its path below the site's root, the media type of each file, and what is in it."""
    told = [
        (media, f"{gettext(about)}; {gettext(_IN_CSV)}" if media == "text/csv" else gettext(about))
        for media, about in _TOLD
    ]
    return dict(zip(DOWNLOADS, told, strict=True))


def contents(comparison: Comparison, sources: Sources) -> dict[str, str]:
    """Return the text of each file, by its path below the site's root."""
    works = [source.csl() for source in sources.sources]
    whole = {"license": LICENCE, **comparison.model_dump(mode="json", exclude_none=True), "sources": works}
    texts = (
        _json(whole),
        _csv(_cells(comparison)),
        _csv(_figures(comparison)),
        _json(works),
    )
    return dict(zip(DOWNLOADS, texts, strict=True))


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
