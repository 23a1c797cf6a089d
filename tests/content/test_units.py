"""Units: what can be converted, what a course adds to it, and what is told of a unit that is none."""

import shutil
from pathlib import Path

import pytest

from macros.assembly import amounts
from macros.assembly.course import Course
from macros.content.measurement import on_axis
from macros.content.units import KNOWN, all_dimensions, dimension_faults, dimension_of, in_base_unit
from tests.builders import change, docs_in

OWN = {"money": {"kEUR": 1e3, "EUR": 1.0}, "energy": {"J": 1.0, "kJ": 1e3, "Wh": 3600.0}, "time": {"d": 86400.0}}
DIMENSIONS = all_dimensions(OWN)
COURSE, COMPARISON, CHART = "data/course.yml", "data/comparison.yml", "data/charts/cooling.yml"


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [(125, "ms", 0.125), (1.09, "s", 1.09), (2, "min", 120), (1, "kB", 1000), (1, "KiB", 1024), (5, "MiB", 5 * 2**20),
     (3.1, "GB", 3.1e9)],
)  # fmt: skip
def test_units_are_converted_to_seconds_and_bytes(value: float, unit: str, expected: float) -> None:
    assert expected == pytest.approx(in_base_unit(value, unit, KNOWN))


def test_no_unit_measures_two_things() -> None:
    units = [unit for known in KNOWN.values() for unit in known]

    assert sorted(set(units)) == sorted(units)
    assert {"time", "data"} == {dimension_of(unit, KNOWN) for unit in units}
    assert dimension_of("GFLOPS", KNOWN) is None


@pytest.mark.parametrize(
    ("value", "name", "expected"),
    [(1e-6, "time", "1 µs"), (1e-3, "time", "1 ms"), (0.1, "time", "100 ms"), (1, "time", "1 s"),
     (1000, "time", "1,000 s"), (1e-9, "time", "1 ns"), (1e-11, "time", "0.01 ns"), (1e6, "data", "1 MB"),
     (1e11, "data", "100 GB"), (1e5, "money", "100 kEUR"), (1e-2, "money", "0.01 EUR"), (1e5, "energy", "100 kJ"),
     (1e7, "time", "10,000,000 s")],
)  # fmt: skip
def test_an_axis_names_its_powers_of_ten(value: float, name: str, expected: str) -> None:
    assert expected == on_axis(value, DIMENSIONS[name])


def test_a_course_adds_dimensions_and_units_of_known_ones() -> None:
    assert ["time", "data", "money", "energy"] == [*DIMENSIONS]
    assert [2 * 86400, 3000, 7200] == [in_base_unit(*one, DIMENSIONS) for one in ((2, "d"), (3, "kEUR"), (2, "Wh"))]
    assert [] == [*dimension_faults(OWN)]


def of_prices(folder: Path) -> Path:
    """Return the small course with prices in the place of times, without pictures that take both."""
    docs = docs_in(folder)
    shutil.rmtree(docs / "data/interactives")
    page = docs / "comparison.md"
    page.write_text(page.read_text().partition("{! interactive")[0])
    change(docs, COURSE, "authors: somebody\n", "authors: somebody\ndimensions: {money: {EUR: 1, kEUR: 1000}}\n")
    change(docs, COMPARISON, "unit: min", "unit: EUR")
    change(docs, COMPARISON, "unit: s\n", "unit: kEUR\n")
    change(docs, CHART, "dimension: time", "dimension: money")
    return docs


def test_a_chart_draws_a_dimension_of_the_course(tmp_path: Path) -> None:
    course = Course.read(of_prices(tmp_path))

    assert () == course.problems
    assert course.comparison
    assert "dimensions" not in course.comparison.model_dump()


def test_an_amount_in_a_unit_of_the_course_is_that_of_a_figure(tmp_path: Path) -> None:
    docs = of_prices(tmp_path)
    change(docs, "lessons/01-drinks.md", "Two words.", "It costs 10 EUR, not 11 EUR, for 3 people.")

    assert ["no figure says '11 EUR'"] == [problem.message for problem in amounts.problems(Course.read(docs).files)]


def test_while_the_course_card_is_faulty_no_unit_is_called_unknown(tmp_path: Path) -> None:
    docs = of_prices(tmp_path)
    change(docs, COURSE, "minutes: 1", "minutes: one")

    assert ["docs/data/course.yml:3:1"] == [problem.place for problem in Course.read(docs).problems]
