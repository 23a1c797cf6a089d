"""The comparison, with subjects that are not those of the course."""

import json
from pathlib import Path

import pytest

from macros.assembly.course import Course
from macros.content.comparison import Comparison
from macros.reading.datafile import read_data
from macros.reading.problem import ContentError
from tests.builders import DRINKS, change, docs_in

ROOT = Path(__file__).parents[2]
# ruff: noqa: E501 - one fault a line, to be read as a table


def test_a_cell_cites_each_source_once(drinks: Comparison) -> None:
    assert [("adam",), ("nobody", "adam"), ("nobody",)] == [cell.cited for cell in drinks.rows[1].cells.values()]


def test_a_row_adds_the_words_that_it_shows(drinks: Comparison) -> None:
    assert len(["Colour", "Green", "Black", "Black", "tea"]) == drinks.words(drinks.rows[0])


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("id: price", "id: colour", "drinks.yml:18:5: rows[colour].id: 'colour' stands twice\n    hint: choose another id"),
        ("group: taste", "group: tast", "drinks.yml:10:5: rows[colour].group: there is no group 'tast'\n    hint: did you mean 'taste'?"),
        ("      tea: {answer: Green", "      te: {answer: Green", "drinks.yml:15:7: rows[colour].cells.te: there is no subject 'te'\n    hint: did you mean 'tea'?"),
        ("      mate: {answer: Middle, sources: [nobody]}\n", "", "drinks.yml:22:5: rows[price].cells: no answer for 'mate'\n    hint: add 'mate:' with its 'answer', and with 'sources', 'figures' or a 'judgement'"),
        (", sources: [nobody]}\n      coffee", "}\n      coffee", "drinks.yml:15:7: rows[colour].cells.tea: rests on nothing\n    hint: add 'sources:', 'figures:', or 'judgement:' with the reason"),
        (", exception: Black tea.", "", "drinks.yml:14:5: rows[colour].cells: no cell has an exception\n    hint: say in one of them when its answer is wrong"),
        ("tone: red}", "tone: green}", "drinks.yml:5:49: subjects[coffee].tone: 'tea' is green already\n    hint: choose one of red, amber, blue"),
        (" unit: coins,", "", "drinks.yml:26:19: rows[price].cells.tea.figures[tea-price].unit: is missing"),
        (" year: 2020,", "", "drinks.yml:26:19: rows[price].cells.tea.figures[tea-price].year: is missing"),
        ("year: 2020", "year: 2999", "rows[price].cells.tea.figures[tea-price].year: 2999 is in the future"),
        ("value: 1200.5", "value: 1200 coins", "figures[tea-price].value: must be a number\n    hint: write 1200, and 'unit: coins'"),
        ("value: 1200.5", "value: 0", "figures[tea-price].value: "),
        ("  - {id: coffee, name: Coffee, about: of beans, tone: red}\n  - {id: mate, name: Mate, about: of twigs, tone: teal, key: false}\n", "", "drinks.yml:3:1: subjects: "),
    ],
)  # fmt: skip
def test_a_fault_is_named_in_its_place(tmp_path: Path, right: str, wrong: str, expected: str) -> None:
    (tmp_path / "drinks.yml").write_text(DRINKS.replace(right, wrong, 1))
    with pytest.raises(ContentError) as caught:
        read_data(tmp_path / "drinks.yml", "drinks.yml", Comparison)

    assert expected in str(caught.value)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("[x](https://a.example)", "holds a link, and stands in one itself"),
        ('"` `"', "has no words"),
        ("[](https://a.example)", "holds a link, and stands in one itself"),
    ],
)
@pytest.mark.parametrize("where", ["name: Colour", "name: Tea,"])
def test_a_name_has_words_and_no_link(tmp_path: Path, where: str, name: str, said: str) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/comparison.yml", where, f"name: {json.dumps(name.strip(chr(34)))}{',' * where.endswith(',')}")

    assert [said] == [problem.message for problem in Course.read(docs).problems]


def test_the_name_of_a_subject_fits_into_a_line(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/comparison.yml", "name: Tea,", f"name: {'W' * 25},")

    assert ["has more than 24 characters"] == [problem.message for problem in Course.read(docs).problems]


def test_no_subject_takes_the_anchor_of_the_names_of_rows(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    text = (docs / "data/comparison.yml").read_text()
    (docs / "data/comparison.yml").write_text(text.replace("id: tea,", "id: name,").replace("tea:", "name:"))

    assert ["'name' is taken on the page of the table"] == [problem.message for problem in Course.read(docs).problems]


def test_a_subject_more_than_there_are_tones_shares_one(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    hues = ("amber", "blue", "teal", "amber")
    more = "".join(
        f"  - {{id: d{n}, name: D, about: a drink, tone: {hue}, key: false}}\n" for n, hue in enumerate(hues)
    )
    change(docs, "data/comparison.yml", "groups:", f"{more}groups:")

    assert [] == [problem for problem in Course.read(docs).problems if "already" in problem.message]


SAME = "rows[warmth].cells.tea.figures[{}]: another figure is of 'Tea', too\n    hint: give each a 'case' of its own, which tells them apart"


@pytest.mark.parametrize(
    ("cases", "unit", "told"),
    [
        (("", ""), "s", ["tea-time", "tea-more"]),
        (("in a cup", ""), "s", ["tea-more"]),
        (("in a cup", "in a cup"), "s", ["tea-more"]),
        (("in a cup", "in a pot"), "s", []),
        (("", ""), "kB", []),
    ],
)
def test_two_figures_that_readers_cannot_tell_apart_are_told(
    tmp_path: Path, cases: tuple[str, str], unit: str, told: list[str]
) -> None:
    docs = docs_in(tmp_path)
    text = (docs / "data/comparison.yml").read_text()
    start, end = text.index("          - id: tea-time"), text.index("      coffee:", text.index("- id: tea-time"))
    first, second = [
        text[start:end].replace("            value:", f"            case: {case}\n            value:")
        if case
        else text[start:end]
        for case in cases
    ]
    second = second.replace("tea-time", "tea-more").replace("unit: min", f"unit: {unit}")
    (docs / "data/comparison.yml").write_text(text[:start] + first + second + text[end:])
    found = [str(one).split(": ", 1)[1] for one in Course.read(docs).problems if "another figure" in one.message]

    assert [SAME.format(name) for name in told] == found
