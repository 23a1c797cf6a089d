"""The comparison, with subjects that are not those of the course."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.comparison import Comparison, single_row, table
from macros.datafile import read_data
from macros.errors import ContentError

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

# ruff: noqa: E501 - one fault a line, to be read as a table


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
    assert "&lt;b&gt;Black&lt;/b&gt;" in single_row(drinks, drinks.rows[0], CITED["colour"])


def test_a_row_adds_the_words_that_it_shows(drinks: Comparison) -> None:
    assert 1 + 1 + 1 + 1 + 2 == drinks.rows[0].words()


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("id: price", "id: colour", "drinks.yml:14:5: rows[colour].id: 'colour' stands twice\n    hint: choose another id"),
        ("group: taste", "group: tast", "drinks.yml:7:5: rows[colour].group: there is no group 'tast'\n    hint: did you mean 'taste'?"),
        ("{tea: Green", "{te: Green", "drinks.yml:10:15: rows[colour].answers.te: there is no subject 'te'\n    hint: did you mean 'tea'?"),
        ("{tea: Green, ", "{", "drinks.yml:10:5: rows[colour].answers: no answer for 'tea'"),
        ("sources: [nobody]", "sources: []", "drinks.yml:13:5: rows[colour].sources: "),
        (", {id: coffee, name: Coffee}, {id: mate, name: Mate}", "", "drinks.yml:3:1: subjects: "),
    ],
)  # fmt: skip
def test_a_fault_is_named_in_its_place(tmp_path: Path, right: str, wrong: str, expected: str) -> None:
    (tmp_path / "drinks.yml").write_text(TEXT.replace(right, wrong, 1))
    with pytest.raises(ContentError) as caught:
        read_data(tmp_path / "drinks.yml", "drinks.yml", Comparison)

    assert expected in str(caught.value)


def test_the_words_of_the_course_stand_in_neither_code_nor_table_of_other_subjects(drinks: Comparison) -> None:
    templates = [ROOT / "macros/templates" / name for name in ("comparison.html.j2", "row.html.j2")]
    known = [file.read_text().lower() for file in (ROOT / "macros/comparison.py", *templates)]
    shown = [table(drinks, CITED, key=False), single_row(drinks, drinks.rows[0], CITED["colour"])]

    assert [] == [text for text in known + shown for word in ("container", "virtual machine") if word in text.lower()]


def test_a_screen_reader_is_told_what_each_header_heads(drinks: Comparison) -> None:
    shown = BeautifulSoup(table(drinks, CITED, key=False), "html.parser")

    assert ["Three drinks"] == [caption.text for caption in shown.select("table > caption")]
    assert ["col"] * 5 + ["rowgroup", "row", "row"] == [header["scope"] for header in shown.select("th")]
    assert ["5"] == [header["colspan"] for header in shown.select("th[scope=rowgroup]")]


@pytest.mark.parametrize(
    "field", ["name: Colour", "exception: Black tea.", "explanation: Leaves or beans.", "title: Three drinks"]
)
def test_hostile_text_of_any_field_comes_out_as_text(tmp_path: Path, field: str) -> None:
    key = field.split(":", maxsplit=1)[0]
    (tmp_path / "drinks.yml").write_text(TEXT.replace(field, f"{key}: '\"><script>x</script>'"))
    hostile = read_data(tmp_path / "drinks.yml", "drinks.yml", Comparison).model
    html = table(hostile, CITED, key=False) + single_row(hostile, hostile.rows[0], CITED["colour"])

    assert [] == BeautifulSoup(html, "html.parser").select("script")
    assert "&lt;script&gt;" in html
