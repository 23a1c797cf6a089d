"""The downloads, read as another program would read them."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from builders import change, docs_in

from macros.calls import Calls
from macros.course import Course
from macros.download import FILES, contents


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course.read(docs_in(tmp_path))


@pytest.fixture
def files(course: Course) -> dict[str, str]:
    assert course.comparison
    assert course.sources
    return contents(course.comparison, course.sources)


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


def test_the_page_links_every_file_and_tells_search_engines_what_they_are(course: Course) -> None:
    page = "https://site.test/"
    shown = BeautifulSoup(Calls(course, "comparison/", page).downloads(), "html.parser")
    described = json.loads(shown.select_one("script[type='application/ld+json']").text)  # type: ignore[union-attr]

    assert [f"../{path}" for path in FILES] == [link["href"] for link in shown.select("a[download]")]
    assert ("Dataset", "Drinks", f"{page}comparison/") == (described["@type"], described["name"], described["url"])
    assert [f"{page}{path}" for path in FILES] == [part["contentUrl"] for part in described["distribution"]]


def test_hostile_text_does_not_end_the_script(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/comparison.yml", "title: Drinks", "title: </script><b>x</b>")
    shown = BeautifulSoup(Calls(Course.read(docs), "").downloads(), "html.parser")

    assert [] == shown.select("b")


def test_the_text_of_a_cell_comes_without_markup(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/comparison.yml", "answer: Green", "answer: '`green` *tea*, \"hot\"\\n'")
    course = Course.read(docs)
    assert course.comparison
    assert course.sources

    assert 'green tea, "hot"' in rows(contents(course.comparison, course.sources)["data/comparison.csv"])[0]["answer"]
