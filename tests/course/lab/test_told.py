"""What the program says: a table, JSON, YAML and a page, of whatever a machine calls itself."""

import json
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup

from macros.assembly.course import Course
from macros.reading.yaml import read_yaml
from tests.conftest import ROOT
from tests.course.lab.results import one, result

EVIL = 'x"><script>alert(1)</script>\u2028: - # {a} [b] é 🐳'
RESULTS = {
    "two": result(one("process", 0.003), one("vm", 4.5, acceleration="tcg", random_write_seconds=None)),
    "none": result(),
    "evil": result(one(EVIL, 1.0, notes=[EVIL], version=EVIL), skipped=[]),
    "empty": result(one("vm", 1.0, start_seconds=None, exit_seconds=None, together=[], call_seconds=None)),
}


@pytest.mark.parametrize("name", RESULTS)
def test_json_and_yaml_hold_the_same_and_lose_nothing(measure: Any, name: str) -> None:
    text = measure.as_yaml(RESULTS[name])

    assert RESULTS[name] == json.loads(measure.as_json(RESULTS[name]))
    assert RESULTS[name] == yaml.safe_load(text)


def test_the_course_reads_the_yaml_as_it_was_meant(measure: Any) -> None:
    text = measure.as_yaml(RESULTS["two"])

    assert RESULTS["two"] == json.loads(json.dumps(read_yaml(text, "measurements.yml").value))


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
@pytest.mark.parametrize("form", ["as_json", "as_yaml"])
def test_what_is_no_number_is_never_written(measure: Any, form: str, value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        getattr(measure, form)(result(one("process", 1.0, disk_bytes=value)))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12.3, "12.3 s"),
        (0.0123, "12.3 ms"),
        (2.5e-3, "2.50 ms"),
        (4.1e-7, "410 ns"),
        (0, "0.00 ns"),
    ],
)
def test_a_time_has_the_unit_in_which_it_is_read(measure: Any, value: float, text: str) -> None:
    assert text == measure.seconds(value)


@pytest.mark.parametrize(
    ("value", "text"), [(1_983_554, "1.98 MB"), (52_600, "52.6 kB"), (0, "0.00 B"), (2e10, "20.0 GB")]
)
def test_a_number_of_bytes_has_the_unit_in_which_it_is_read(measure: Any, value: float, text: str) -> None:
    assert text == measure.size(value)


def test_the_table_names_what_started_it_shows_the_spread_and_says_what_is_missing(measure: Any) -> None:
    text = measure.as_table(RESULTS["two"])

    assert "The process (busybox)  3.00 ms (1.50 ms to 6.00 ms)" in text
    assert "emulation in software (TCG), many times slower than with KVM" in text
    assert "The process (busybox) and The vm (busybox): a <note>" in text
    assert "- Kata: no <engine> knows it → see https://kata.example" in text
    assert "perhaps a virtual machine" in text


@pytest.mark.parametrize("name", RESULTS)
def test_lines_of_a_table_are_as_wide_as_its_widest_cells(measure: Any, name: str) -> None:
    for _, rows in measure.tables(RESULTS[name]):
        assert 1 == len({len(row) for row in rows})


@pytest.mark.parametrize("name", RESULTS)
def test_the_page_has_no_script_and_no_markup_of_others(measure: Any, name: str) -> None:
    page = BeautifulSoup(measure.as_html(RESULTS[name]), "html.parser")

    assert [] == page.select("script, b, note, engine, [onerror], [style], link, img")
    assert "default-src 'none'" in str(page.select_one("meta[http-equiv]"))


def test_the_page_holds_all_values_and_draws_them(measure: Any) -> None:
    page = BeautifulSoup(measure.as_html(RESULTS["two"]), "html.parser")
    (values,) = page.select("pre")
    table = page.select("table")[0]
    drawn = [(line["x1"], line["x2"]) for line in table.select("line")]

    assert RESULTS["two"] == json.loads(values.text)
    assert [("6.2%", "20.7%"), ("82.5%", "96.9%")] == drawn
    assert ["13.5%", "89.7%"] == [dot["cx"] for dot in table.select("circle")]
    assert ["3.00 ms", "4.50 s"] == [cell.text for cell in table.select("td:nth-of-type(1)")]


def test_dots_move_with_the_logarithm_on_an_axis_of_whole_powers(measure: Any) -> None:
    bar = measure.bar("one", {"median": 10, "minimum": 1, "maximum": 100}, str)
    place = measure.places([bar])

    assert [2.0, 50.0, 98.0] == [place(value) for value in (1, 10, 100)]
    assert measure.chart("nothing", []) == ""
    assert 1 == measure.chart("one is zero", [bar, ("none", 0, 0, 0, "0")]).count("<circle")


def test_the_page_draws_the_charts_of_the_course(measure: Any) -> None:
    measured = Course.read(ROOT / "docs").measurements
    assert measured

    assert [chart.title for chart in measured.charts] == [title for title, _ in measure.charted(RESULTS["two"])]
