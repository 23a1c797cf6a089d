"""The comparison, with subjects that are not those of the course."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.comparison import Comparison
from macros.datafile import read_data
from macros.errors import ContentError
from macros.table import single_row, table

ROOT = Path(__file__).parent.parent
TEXT = """
title: Three drinks
subjects:
  - {id: tea, name: Tea, about: of leaves, tone: green}
  - {id: coffee, name: Coffee, about: of beans, tone: red}
  - {id: mate, name: Mate, about: of twigs, tone: teal, key: false}
groups: [{id: taste, name: Taste}, {id: empty, name: Empty}]
rows:
  - id: colour
    group: taste
    name: Colour
    key: true
    explanation: Leaves or beans.
    cells:
      tea: {answer: Green, exception: Black tea., sources: [nobody]}
      coffee: {answer: "<b>Black</b>", judgement: We looked.}
      mate: {answer: "`green`", exception: Roasted mate., sources: [nobody]}
  - id: price
    group: taste
    name: Price
    explanation: Trade.
    cells:
      tea:
        answer: Low
        exception: At the airport.
        figures: [{id: tea-price, what: Tea, value: 1200.5, unit: coins, bound: about, kind: stated, measured: Asked., conditions: One shop., year: 2020, source: adam, where: Page 3}]
      coffee: {answer: High, sources: [nobody, adam]}
      mate: {answer: Middle, sources: [nobody]}
"""


def cite(ids: tuple[str, ...]) -> str:
    return f"<i>{' '.join(dict.fromkeys(ids))}</i>"


# ruff: noqa: E501 - one fault a line, to be read as a table


@pytest.fixture
def drinks(tmp_path: Path) -> Comparison:
    file = tmp_path / "drinks.yml"
    file.write_text(TEXT)
    return read_data(file, "drinks.yml", Comparison).model


def test_any_subjects_can_be_compared(drinks: Comparison) -> None:
    full = BeautifulSoup(table(drinks, cite, key=False), "html.parser")

    assert ["What differs", "Tea of leaves", "Coffee of beans", "Mate of twigs"] == [
        th.text for th in full.select("thead th")
    ]


def test_the_key_table_leaves_out_the_subjects_that_are_not_key(drinks: Comparison) -> None:
    key = BeautifulSoup(table(drinks, cite, key=True), "html.parser")

    assert ["What differs", "Tea", "Coffee", "When this is wrong"] == [th.text for th in key.select("thead th")]
    assert "Roasted" not in key.text
    assert "Black tea." in key.text


def test_a_cell_opens_to_its_figures_conditions_and_sources(drinks: Comparison) -> None:
    cell = BeautifulSoup(table(drinks, cite, key=False), "html.parser").select_one("td#price--tea")

    assert cell
    assert cell.summary
    assert cell.details
    assert "1 figure, 1 source for Price, Tea" == cell.summary.text
    assert cell.select_one(".comparison__exception")
    for said in ("about 1,200.5 coins", "Tea", "2020", "stated", "Asked.", "One shop.", "adam", "Page 3"):
        assert said in cell.details.text


def test_a_cell_that_no_source_supports_says_that_it_is_our_judgement(drinks: Comparison) -> None:
    cell = BeautifulSoup(table(drinks, cite, key=False), "html.parser").select_one("td#colour--coffee details")

    assert cell
    assert ["Our judgement for Colour, Coffee", "Our judgement: We looked."] == [
        part.text for part in cell.select("summary, p")
    ]


def test_a_cell_cites_each_source_once(drinks: Comparison) -> None:
    assert [("adam",), ("nobody", "adam"), ("nobody",)] == [cell.cited for cell in drinks.rows[1].cells.values()]


def test_the_code_knows_no_subject() -> None:
    files = [
        ROOT / "macros" / "comparison.py",
        ROOT / "macros" / "table.py",
        *(ROOT / "macros" / "templates").glob("*.j2"),
    ]
    known = [file.name for file in files if {"container", "virtual machine"} & {*file.read_text().lower().split()}]

    assert [] == known


def test_the_key_table_shows_the_key_rows_only(drinks: Comparison) -> None:
    shown = BeautifulSoup(table(drinks, cite, key=True), "html.parser")

    assert ["Colour"] == [th.text for th in shown.select("th[scope=row]")]
    assert [] == shown.select("tr[id]")


def test_the_full_table_has_an_anchor_for_each_row_and_no_empty_group(drinks: Comparison) -> None:
    shown = BeautifulSoup(table(drinks, cite, key=False), "html.parser")

    assert ["colour", "price"] == [tr["id"] for tr in shown.select("tr[id]")]
    assert ["colour--tea", "colour--coffee", "colour--mate"] == [td["id"] for td in shown.select("tr#colour td")]
    assert ["Taste"] == [th.text for th in shown.select("th[scope=rowgroup]")]


def test_cells_come_out_as_text(drinks: Comparison) -> None:
    assert "&lt;b&gt;Black&lt;/b&gt;" in single_row(drinks, drinks.rows[0], cite)


def test_a_row_adds_the_words_that_it_shows(drinks: Comparison) -> None:
    assert len(["Colour", "Green", "Black", "Black", "tea"]) == drinks.words(drinks.rows[0])


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("id: price", "id: colour", "drinks.yml:18:5: rows[colour].id: 'colour' stands twice\n    hint: choose another id"),
        ("group: taste", "group: tast", "drinks.yml:10:5: rows[colour].group: there is no group 'tast'\n    hint: did you mean 'taste'?"),
        ("      tea: {answer: Green", "      te: {answer: Green", "drinks.yml:15:7: rows[colour].cells.te: there is no subject 'te'\n    hint: did you mean 'tea'?"),
        ("      mate: {answer: Middle, sources: [nobody]}\n", "", "drinks.yml:22:5: rows[price].cells: no answer for 'mate'"),
        (", sources: [nobody]}\n      coffee", "}\n      coffee", "drinks.yml:15:7: rows[colour].cells.tea: rests on nothing\n    hint: add 'sources:', 'figures:', or 'judgement:' with the reason"),
        (", exception: Black tea.", "", "drinks.yml:14:5: rows[colour].cells: no cell has an exception\n    hint: say in one of them when its answer is wrong"),
        (" unit: coins,", "", "drinks.yml:26:19: rows[price].cells.tea.figures[tea-price].unit: is missing"),
        (" year: 2020,", "", "drinks.yml:26:19: rows[price].cells.tea.figures[tea-price].year: is missing"),
        ("year: 2020", "year: 2999", "rows[price].cells.tea.figures[tea-price].year: 2999 is in the future"),
        ("value: 1200.5", "value: 1200 coins", "figures[tea-price].value: must be a number\n    hint: such as 1.09, without a unit"),
        ("value: 1200.5", "value: 0", "figures[tea-price].value: "),
        ("  - {id: coffee, name: Coffee, about: of beans, tone: red}\n  - {id: mate, name: Mate, about: of twigs, tone: teal, key: false}\n", "", "drinks.yml:3:1: subjects: "),
    ],
)  # fmt: skip
def test_a_fault_is_named_in_its_place(tmp_path: Path, right: str, wrong: str, expected: str) -> None:
    (tmp_path / "drinks.yml").write_text(TEXT.replace(right, wrong, 1))
    with pytest.raises(ContentError) as caught:
        read_data(tmp_path / "drinks.yml", "drinks.yml", Comparison)

    assert expected in str(caught.value)


def test_the_words_of_the_course_stand_in_neither_code_nor_table_of_other_subjects(drinks: Comparison) -> None:
    templates = [ROOT / "macros/templates" / name for name in ("comparison.html.j2", "evidence.html.j2", "row.html.j2")]
    known = [file.read_text().lower() for file in (ROOT / "macros/comparison.py", ROOT / "macros/table.py", *templates)]
    shown = [table(drinks, cite, key=False), single_row(drinks, drinks.rows[0], cite)]

    assert [] == [text for text in known + shown for word in ("container", "virtual machine") if word in text.lower()]


def test_a_screen_reader_is_told_what_each_header_heads(drinks: Comparison) -> None:
    shown = BeautifulSoup(table(drinks, cite, key=False), "html.parser")

    assert ["Three drinks"] == [caption.text for caption in shown.select("table > caption")]
    assert ["col"] * 4 + ["rowgroup", "row", "row"] == [header["scope"] for header in shown.select("th")]
    assert ["4"] == [header["colspan"] for header in shown.select("th[scope=rowgroup]")]


@pytest.mark.parametrize(
    "field",
    ["name: Colour", "exception: Black tea.", "explanation: Leaves or beans.", "title: Three drinks", "answer: Green",
     "about: of leaves", "judgement: We looked.", "unit: coins", "what: Tea", "measured: Asked.", "where: Page 3"],
)  # fmt: skip
def test_hostile_text_of_any_field_comes_out_as_text(tmp_path: Path, field: str) -> None:
    key = field.split(":", maxsplit=1)[0]
    (tmp_path / "drinks.yml").write_text(TEXT.replace(field, f"{key}: '\"><script>x</script>'", 1))
    hostile = read_data(tmp_path / "drinks.yml", "drinks.yml", Comparison).model
    html = table(hostile, cite, key=False) + single_row(hostile, hostile.rows[0], cite)

    assert [] == BeautifulSoup(html, "html.parser").select("script")
    assert "&lt;script&gt;" in html
