"""The comparison, with subjects that are not those of the course."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.comparison import Comparison, single_row, table
from macros.datafile import read_data

ROOT = Path(__file__).parent.parent
TEXT = """
title: Three drinks
subjects: [{id: tea, name: Tea}, {id: coffee, name: Coffee}, {id: mate, name: Mate}]
groups: [{id: taste, name: Taste}, {id: empty, name: Empty}]
rows:
  - id: colour
    group: taste
    name: Colour
    key: true
    answers: {tea: Green, coffee: "<b>Black</b>", mate: "`green`"}
    explanation: Leaves or beans.
    exception: Black tea.
    sources: [nobody]
  - id: price
    group: taste
    name: Price
    answers: {tea: Low, coffee: High, mate: Middle}
    explanation: Trade.
    exception: At the airport.
    sources: [nobody]
"""
CITED = {"colour": "<i>who</i>", "price": "<i>who</i>"}


@pytest.fixture
def drinks(tmp_path: Path) -> Comparison:
    file = tmp_path / "drinks.yml"
    file.write_text(TEXT)
    return read_data(file, "drinks.yml", Comparison).model


def test_any_subjects_can_be_compared(drinks: Comparison) -> None:
    headers = [th.text for th in BeautifulSoup(table(drinks, CITED, key=False), "html.parser").select("thead th")]

    assert ["What differs", "Tea", "Coffee", "Mate", "When this is wrong"] == headers


def test_the_code_knows_no_subject() -> None:
    files = [ROOT / "macros" / "comparison.py", *(ROOT / "macros" / "templates").glob("*.j2")]
    known = [file.name for file in files if {"container", "virtual machine"} & {*file.read_text().lower().split()}]

    assert [] == known


def test_the_key_table_shows_the_key_rows_only(drinks: Comparison) -> None:
    shown = BeautifulSoup(table(drinks, CITED, key=True), "html.parser")

    assert ["Colour"] == [th.text for th in shown.select("th[scope=row]")]
    assert [] == shown.select("tr[id]")


def test_the_full_table_has_an_anchor_for_each_row_and_no_empty_group(drinks: Comparison) -> None:
    shown = BeautifulSoup(table(drinks, CITED, key=False), "html.parser")

    assert ["colour", "price"] == [tr["id"] for tr in shown.select("tr[id]")]
    assert ["Taste"] == [th.text for th in shown.select("th[scope=rowgroup]")]


def test_cells_come_out_as_text(drinks: Comparison) -> None:
    assert "&lt;b&gt;Black&lt;/b&gt;" in single_row(drinks, drinks.rows[0], CITED)


def test_a_row_adds_the_words_that_it_shows(drinks: Comparison) -> None:
    assert 1 + 1 + 1 + 1 + 2 == drinks.rows[0].words()
