"""The downloads, read as another program would read them."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from macros.assembly.course import Course
from macros.calls import Calls
from macros.content.comparison import Cell
from macros.html.markup import plain
from macros.outputs.download import FILES, contents, told
from tests.builders import change, docs_in


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course.read(docs_in(tmp_path))


@pytest.fixture
def files(course: Course) -> dict[str, str]:
    assert course.comparison
    assert course.sources
    assert course.card
    return contents(course.comparison, course.sources, course.card.licence)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_json_holds_every_row_cell_figure_and_source(files: dict[str, str]) -> None:
    whole: dict[str, Any] = json.loads(files["data/comparison.json"])
    warmth = whole["rows"][1]

    assert ["colour", "warmth"] == [row["id"] for row in whole["rows"]]
    assert (10, "min", 2020) == tuple(warmth["cells"]["tea"]["figures"][0][key] for key in ("value", "unit", "year"))
    assert ["adam-2020"] == [work["id"] for work in whole["sources"]]
    assert "https://creativecommons.org/licenses/by/4.0/" == whole["license"]


def test_csv_has_one_line_for_each_cell(files: dict[str, str]) -> None:
    cells = rows(files["data/comparison.csv"])

    assert [("colour", "tea"), ("colour", "coffee"), ("warmth", "tea"), ("warmth", "coffee")] == [
        (cell["row"], cell["subject"]) for cell in cells
    ]
    assert ("Green", "Black tea.", "", "adam-2020") == tuple(
        cells[0][key] for key in ("answer", "exception", "judgement", "sources")
    )


def test_lines_stand_in_the_order_of_the_columns_in_whichever_order_a_row_has_its_cells(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    tea = "      tea: {answer: Green, exception: Black tea., sources: [adam-2020]}\n"
    coffee = "      coffee: {answer: Black, judgement: We looked.}\n"
    change(docs, "data/comparison.yml", tea + coffee, coffee + tea)
    course = Course.read(docs)
    assert course.comparison
    assert course.sources

    written = rows(contents(course.comparison, course.sources)["data/comparison.csv"])
    assert ["tea", "coffee", "tea", "coffee"] == [cell["subject"] for cell in written]


def test_csv_has_one_line_for_each_figure(files: dict[str, str]) -> None:
    figures = rows(files["data/figures.csv"])

    assert ["tea-time", "coffee-time"] == [figure["id"] for figure in figures]
    assert ("warmth", "coffee", 90.0, "s", "at most", "One cup, 20 degrees.") == (
        *(figures[1][key] for key in ("row", "subject")),
        float(figures[1]["value"]),
        *(figures[1][key] for key in ("unit", "bound", "conditions")),
    )


def test_the_sources_are_csl_json(files: dict[str, str], course: Course) -> None:
    assert course.sources
    assert [source.csl() for source in course.sources.sources] == json.loads(files["data/sources.json"])


def test_the_page_links_every_file(course: Course) -> None:
    shown = BeautifulSoup(Calls(course, "comparison/").downloads(), "html.parser")

    assert [f"../{path}" for path in FILES] == [link["href"] for link in shown.select("a[download]")]


def test_the_text_of_a_cell_comes_without_markup(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/comparison.yml", "answer: Green", "answer: '`green` *tea*, \"hot\"\\n'")
    course = Course.read(docs)
    assert course.comparison
    assert course.sources

    assert 'green tea, "hot"' in rows(contents(course.comparison, course.sources)["data/comparison.csv"])[0]["answer"]


FORMULAS = [
    *("=1+1", "+1+1", "-1+1", "@SUM(1)", "=cmd|' /C calc'!A0", "=1+1;=2+2", '=HYPERLINK("https://evil.test/","x")'),
    *("\N{FULLWIDTH EQUALS SIGN}1", "\N{FULLWIDTH PLUS SIGN}1", "\N{FULLWIDTH COMMERCIAL AT}SUM(1)"),
]
SKIPPED = [
    "",
    "\t",
    "\r",
    "\n",
    " ",
    "  ",
    "\r\n ",
    "\0",
    "\N{NO-BREAK SPACE}",
    "\N{IDEOGRAPHIC SPACE}",
    "\ufeff",
    "\u200b",
]
TEXTS = ("what", "case", "unit", "measured", "conditions", "where")


def with_figure(course: Course, text: str, value: float = 10.0) -> dict[str, str]:
    """Return the files of a comparison with one figure, whose texts are all the same."""
    assert course.comparison
    assert course.sources
    row = course.comparison.rows[1]
    figure = row.figures[0].model_copy(update={**dict.fromkeys(TEXTS, text), "value": value})
    cell = Cell(answer=text, exception=text, judgement=text, figures=(figure,))
    rows = (row.model_copy(update={"cells": {"tea": cell}}),)
    return contents(course.comparison.model_copy(update={"rows": rows}), course.sources)


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("skipped", SKIPPED)
def test_a_text_that_a_spreadsheet_takes_for_a_formula_has_an_apostrophe_before_it(
    course: Course, skipped: str, formula: str
) -> None:
    files = with_figure(course, skipped + formula)
    (figure,), (cell,) = rows(files["data/figures.csv"]), rows(files["data/comparison.csv"])

    assert {f"'{skipped}{formula}"} == {figure[name] for name in TEXTS}
    assert skipped or {f"'{plain(formula)}"} == {cell[name] for name in ("answer", "exception", "judgement")}


@pytest.mark.parametrize(
    "text", [*FORMULAS, "'", "''=1", "'90s", " 'x'", "it's", "1-1", "a=b", "\t-", "a\n=1", 'a "b", c;=1', "-5"]
)
def test_a_program_takes_one_apostrophe_away_and_has_the_text(course: Course, text: str) -> None:
    (figure,) = rows(with_figure(course, text)["data/figures.csv"])

    assert {text} == {figure[name].removeprefix("'") for name in TEXTS}


@pytest.mark.parametrize("value", [-5.0, 5.0, 1e-9, 1e300])
def test_texts_stand_in_quotes_and_numbers_stay_numbers(course: Course, value: float) -> None:
    lines = StringIO(with_figure(course, "a;=1\t=1", value)["data/figures.csv"])
    names, line = csv.reader(lines, quoting=csv.QUOTE_NONNUMERIC)
    figure = dict(zip(names, line, strict=True))

    assert [value, 2020.0, "a;=1\t=1"] == [figure.get(name) for name in ("value", "year", "unit")]


def test_an_ordinary_text_is_as_it_was(files: dict[str, str]) -> None:
    for file in ("data/comparison.csv", "data/figures.csv"):
        assert [] == [cell for row in rows(files[file]) for cell in row.values() if cell.startswith("'")]


def test_the_description_of_each_csv_file_tells_what_the_apostrophe_is() -> None:
    mark = "one that begins with = + - @ or ' has a ' before it"

    assert ["data/comparison.csv", "data/figures.csv"] == [path for path in FILES if mark in told(path)[1]]


def test_other_kinds_of_file_hold_the_text_as_it_is(course: Course) -> None:
    whole = json.loads(with_figure(course, "=1+1")["data/comparison.json"])

    assert "=1+1" == whole["rows"][0]["cells"]["tea"]["answer"]
