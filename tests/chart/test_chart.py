"""Charts of the figures of a row, drawn and listed."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from macros.assembly.course import Course
from macros.calls import Calls
from tests.builders import docs_in, problems_after

THIRD = """          - id: coffee-later
            what: Coffee
            case: in a mug
            value: 0.5
            unit: h
            kind: measured
            measured: From hot to warm.
            conditions: One mug.
            year: 2020
            source: adam-2020
            where: Table 3
"""


@pytest.fixture
def shown(tmp_path: Path) -> Tag:
    docs = docs_in(tmp_path)
    file = docs / "data/comparison.yml"
    file.write_text(file.read_text() + THIRD)
    return BeautifulSoup(Calls(Course.read(docs), "charts/").chart("cooling"), "html.parser")


def test_a_chart_is_drawn_for_a_desktop_and_for_a_phone(shown: Tag) -> None:
    assert ["diagram__wide", "diagram__narrow"] == [
        "".join(svg.parent.get_attribute_list("class")) for svg in shown.select("svg.dg") if svg.parent
    ]


def test_the_table_lists_every_figure_with_conditions_year_and_source(shown: Tag) -> None:
    rows = [[" ".join(cell.text.split()) for cell in row.select("th, td")] for row in shown.select("tbody tr")]

    assert [
        ["Coffee, in a thin cup Coffee", "at most 90 s", "From hot to warm. One cup, 20 degrees. (2019, limit)",
         "Adam 2020 Table 2"],
        ["Coffee, in a mug Coffee", "0.5 h", "From hot to warm. One mug. (2020, measured)", "Adam 2020 Table 3"],
        ["Tea Tea", "10 min", "From hot to warm. One cup, 20 degrees. (2020, measured)", "Adam 2020 Table 1"],
    ] == rows  # fmt: skip


def test_every_figure_is_in_the_drawing_with_its_source_and_the_thing_that_it_is_a_figure_of(shown: Tag) -> None:
    for svg in shown.select("svg.dg"):
        words = " ".join(text.text for text in svg.select("text"))
        for said in ("at most 90 s", "0.5 h", "10 min", "in a thin cup", "in a mug", "Adam 2020", "Tea", "Coffee"):
            assert said in words


def test_a_line_at_each_figure_of_a_thing_reaches_from_the_least_to_the_greatest(shown: Tag) -> None:
    wide = shown.select_one(".diagram__wide")
    assert wide
    drawn = [str(path) for path in wide.select(".dg-spread, [data-row] .dg-mark")]
    ends = [re.findall(r"M([\d.]+) [\d.]+H([\d.]+)", path) for path in drawn[::2]]
    marks = [re.findall(r"translate\(([\d.]+) ", path)[0] for path in drawn[1::2]]

    assert [[(marks[0], marks[1])]] * 2 + [[(marks[2], marks[2])]] == ends
    assert float(marks[0]) < float(marks[1])


def test_the_description_names_the_ends_of_the_range(shown: Tag) -> None:
    desc = shown.select_one("svg > desc")

    assert desc
    assert "3 figures on a logarithmic axis, from at most 90 s (Coffee) to 0.5 h (Coffee)." in desc.text


@pytest.mark.parametrize(
    ("path", "right", "wrong", "expected"),
    [
        ("comparison", "unit: min", "unit: kB",
         "figures[tea-time].unit: the chart 'cooling' cannot convert 'kB' to time\n    hint: it knows ns"),
        ("charts/cooling", "row: warmth", "row: warmt",
         "docs/data/charts/cooling.yml:2:1: row: there is no row 'warmt'\n    hint: did you mean 'warmth'?"),
        ("charts/cooling", "row: warmth", "row: colour",
         "docs/data/charts/cooling.yml:2:1: row: the row 'colour' has no figure to draw"),
        ("charts/cooling", "dimension: time", "dimension: taste", "docs/data/charts/cooling.yml:3:1: dimension: "),
    ],
)  # fmt: skip
def test_a_chart_that_cannot_be_drawn_is_a_problem(
    tmp_path: Path, path: str, right: str, wrong: str, expected: str
) -> None:
    assert expected in problems_after(tmp_path, path, right, wrong)
