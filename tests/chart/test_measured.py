"""Charts of what was measured: which values they have, from where, and what they say of themselves."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup

from macros.assembly.course import Course
from macros.assembly.place import Place
from macros.calls import Calls
from macros.chart.measured import Charted, rows
from macros.check.problems import all_problems
from macros.outputs.generated import made
from macros.reading.settings import Site
from tests.builders import change, whole_docs_in
from tests.conftest import COURSE

PATH = "data/measurements.yml"

# ruff: noqa: E501 - one fault a line, to be read as a table


def charted(name: str, course: Course = COURSE) -> Charted:
    found = course.measurements
    assert found
    chart = found.chart(name)
    assert chart
    return Place(course, "").charted(found, chart)


def shown(name: str, course: Course = COURSE) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (lane.name, [(value.label, value.shown) for value in lane.values])
        for lane in rows(charted(name, course)).lanes
        if lane.values
    ]


def test_a_way_has_a_row_for_each_run_and_then_for_each_published_figure() -> None:
    assert [
        (
            "Tea in a pot",
            [("", "241 s"), ("electric", "90 s"), ("Tea, whole leaves (Brown and Clark 2021)", "about 4 min")],
        ),
        (
            "Coffee through a filter",
            [("on a gas flame", "250 ms"), ("Coffee, under pressure (Brown and Clark 2021)", "25 s")],
        ),
    ] == shown("draw")


def test_runs_are_told_apart_by_their_marks_and_a_published_figure_by_another() -> None:
    drawn = rows(charted("draw"))
    tea = drawn.lanes[0]

    assert [0, 1, 2] == [value.key.mark for value in tea.values] == [key.mark for key in drawn.keys]
    assert drawn.own
    assert drawn.own.mark not in {key.mark for key in drawn.keys}


def test_more_runs_than_marks_are_told_apart_by_words(tmp_path: Path) -> None:
    docs = whole_docs_in(tmp_path)
    text = (docs / PATH).read_text()
    run = '  - schema: 3\n    date: "2026-05' + text.partition('  - schema: 3\n    date: "2026-05')[2]
    (docs / PATH).write_text(text + "".join(run.replace("T07:", f"T1{number}:") for number in range(3)))
    (_, tea), *_ = shown("draw", Course.read(docs))

    assert all("2026-0" in label for label, _ in tea[:5])


def test_several_at_once_have_a_row_for_each_count_and_keep_as_many() -> None:
    tea, coffee, _ = rows(charted("together")).lanes

    assert ["1 cups at once", "4 cups at once"] == [value.label for value in tea.values]
    assert [("Your run: 1 cups at once", 1), ("Your run: 4 cups at once", 4)] == [*tea.kept] == [*coffee.kept]


def test_what_is_zero_has_no_place_on_the_axis() -> None:
    assert [("Tea in a pot", [("", "5")])] == shown("cups")


def test_the_list_below_has_every_value_with_its_run_or_its_source() -> None:
    page = BeautifulSoup(Calls(COURSE, "lab/").measured_chart("draw"), "html.parser")
    listed = [[cell.get_text(" ", strip=True) for cell in row.select("th, td")] for row in page.select("tbody tr")]

    assert ["Tea in a pot", "Median 241 s 180 s to 300 s", "From where Enamel & <i>iron</i>, 2026-03-04"] == listed[0]
    assert ["Tea in a pot: Tea", "Median about 4 min"] == listed[3][:2]
    assert page.select_one("tbody tr:nth-of-type(4) a[href]")


def test_a_chart_says_in_words_what_it_shows() -> None:
    assert rows(charted("draw")).desc.startswith(
        "5 values on a logarithmic axis, from 250 ms (Coffee through a filter) to 241 s (Tea in a pot)."
    )


@pytest.mark.parametrize("name", ["draw", "together", "cups"])
def test_each_chart_is_published_as_a_drawing_without_what_is_kept_for_a_reader(docs: Path, name: str) -> None:
    found = made(Course.read(docs), docs, Site("", ""))
    text = found[f"diagrams/measured/{name}.svg"]

    assert isinstance(text, str)
    assert ET.fromstring(text).tag.endswith("svg")  # noqa: S314 - our own drawing
    assert "Your run" not in text
    assert found[f"diagrams/measured/{name}.png"]


def test_a_chart_without_a_value_says_so_and_is_not_drawn(tmp_path: Path) -> None:
    docs = whole_docs_in(tmp_path)
    text = (docs / PATH).read_text()
    (docs / PATH).write_text(text.partition("\nruns:\n")[0] + "\nruns: []\n")
    course = Course.read(docs)
    empty = BeautifulSoup(Calls(course, "lab/").measured_chart("cups"), "html.parser")

    assert not empty.select("svg, .take-away")
    assert "No run has a value for it yet." in empty.text
    assert [] == [path for path in made(course, docs, Site("", "")) if "cups" in path]


FAULTS = {
    ("figure: tea-drawing", "figure: tea-drawin"): "31:20: charts[draw].beside[0].figure: there is no figure 'tea-drawin'\n    hint: did you mean 'tea-drawing'?",
    ("field: cup.in_a_litre,", "field: cup.in_a_litre, beside: [{way: tea, figure: tea-drawing}],"): "charts[cups].beside[0].figure: the chart 'cups' cannot convert 'min'\n    hint: it knows no unit",
    ("program: lab/greet.py", "program: lab/grete.py"): "2:1: program: there is no docs/lab/grete.py\n    hint: name a program that stands in docs/lab/",
    ("- {id: cups, title", "- {id: pots, title"): "35:5: charts[pots]: no page shows this chart",
}  # fmt: skip


@pytest.mark.parametrize(("right", "wrong"), FAULTS)
def test_what_a_chart_says_of_other_files_is_checked(tmp_path: Path, right: str, wrong: str) -> None:
    docs = whole_docs_in(tmp_path)
    change(docs, PATH, right, wrong)
    if "pots" in wrong:
        change(docs, "lab/index.md", '{! measured_chart("cups") !}\n', "")

    assert FAULTS[right, wrong] in "\n".join(map(str, all_problems(Course.read(docs))))


def test_a_drawing_is_made_anew_when_a_value_changes() -> None:
    before = charted("draw")
    other = replace(before, cited=())

    assert repr(rows(before)) != repr(rows(other))
