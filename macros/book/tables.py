"""Tables in a book: a cell knows its column, so that a table of many can be a list where a page is narrow."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from macros.book.xhtml import text

_FEW = 3
"""Columns that stand beside each other on a phone."""


def labelled(whole: ET.Element) -> None:
    """Mark tables of many columns, and let their cells hold what stands above their columns."""
    for table in whole.iter("table"):
        heads = [text(cell) for cell in table.findall("thead/tr/th")]
        if len(heads) > _FEW and not any(cell.get("rowspan") for cell in table.iter("td")):
            table.set("class", f"{table.get('class', '')} many".strip())
            for cell, column in _cells(table):
                cell.set("data-column", heads[column])


def _cells(table: ET.Element) -> Iterator[tuple[ET.Element, int]]:
    """Yield the cells that say something of their row, each with the number of its one column."""
    for row in (row for part in ("tbody", "tfoot") for row in table.findall(f"{part}/tr")):
        column = 0
        for cell in row:
            over = int(cell.get("colspan", "1"))
            if cell.tag == "td" and over == 1:
                yield cell, column
            column += over
