"""What was measured: a run is taken as the program wrote it, or told with its place; and the tables of runs."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.assembly.course import Course
from macros.calls import Calls
from macros.check.problems import all_problems
from tests.builders import change, whole_docs_in
from tests.conftest import COURSE

# ruff: noqa: E501 - one fault a line, to be read as a table

PATH = "data/measurements.yml"
FIRST = 'kettle: "Enamel & <i>iron</i>"'
AS_IT_IS = "nothing here is typed: take what the program wrote, as it is"
FAULTS = {
    (
        'schema: 3\n    date: "2026-03-04',
        'schema: 2\n    date: "2026-03-04',
    ): "37:5: runs[0].schema: 2 is of an older version of the program: here it writes 3\n    hint: measure again with the program of this site",
    (
        'schema: 3\n    date: "2026-03-04',
        'schema: 4\n    date: "2026-03-04',
    ): "37:5: runs[0].schema: 4 is of a newer version of the program: here it writes 3\n    hint: bring the program, and 'version' above, up to date",
    (
        'schema: 3\n    date: "2026-03-04',
        'schema: "3"\n    date: "2026-03-04',
    ): "37:5: runs[0].schema: must be a whole number from 1 to 9,999",
    (
        "2026-03-04T05:06:07Z",
        "2026-03-04",
    ): "38:5: runs[0].date: must be a moment as year-month-day, T, hours, minutes and seconds, and Z",
    ("2026-03-04T05:06:07Z", "2026-13-04T05:06:07Z"): "38:5: runs[0].date: must be a moment",
    ("2026-03-04T05:06:07Z", "2999-03-04T05:06:07Z"): "38:5: runs[0].date: 2999-03-04T05:06:07Z is in the future",
    ("runs: 3\n", "runs: 0\n"): "39:5: runs[0].runs: must be a whole number from 1 to 1,000",
    ("runs: 3\n", "runs: true\n"): "39:5: runs[0].runs: must be a whole number",
    ("      litres: 2\n", ""): "40:5: runs[0].machine: 'litres' is missing",
    ("litres: 2\n", "liters: 2\n"): "42:7: runs[0].machine.liters: unknown field\n    hint: did you mean 'litres'?",
    ("litres: 2\n", "litres: -2\n"): "42:7: runs[0].machine.litres: must not be negative",
    ("litres: 2\n", "litres: .nan\n"): "42:7: runs[0].machine.litres: must be a number",
    ("litres: 2\n", "litres: 2e18\n"): "42:7: runs[0].machine.litres: must be at most 1e+18",
    ("litres: 2\n", "litres: [2]\n"): "42:7: runs[0].machine.litres: must be a number",
    ("limescale: true", "limescale: 1"): "43:7: runs[0].machine.limescale: must be true, false or null",
    (FIRST, "kettle: 7"): "41:7: runs[0].machine.kettle: must be text\n    hint: put it in quotes",
    (FIRST, f'kettle: "{"x" * 601}"'): "41:7: runs[0].machine.kettle: has more than 600 characters",
    (
        '- kind: "tea"',
        '- kind: "tee"',
    ): "45:9: runs[0].results[0].kind: there is no way 'tee'\n    hint: did you mean 'tea'?",
    ('- kind: "tea"', "- kind: [tea]"): "45:9: runs[0].results[0].kind: must be text",
    ('- kind: "coffee"', '- kind: "tea"'): "76:9: runs[0].results[1].kind: 'tea' stands twice",
    (
        "minimum: 180.0",
        "minimum: 181.0",
    ): "51:11: runs[0].results[0].draw_seconds.minimum: 181 is not that of the values, 180",
    (
        "maximum: 300.0",
        "maximum: 200.0",
    ): "52:11: runs[0].results[0].draw_seconds.maximum: 200 is not that of the values, 300",
    (
        "median: 240.5",
        "median: 340.5",
    ): "50:11: runs[0].results[0].draw_seconds.median: 340.5 is not that of the values, 240.5",
    ("median: 240.5", "median: NaN"): "50:11: runs[0].results[0].draw_seconds.median: must be a number",
    (
        "values: [240.5, 180.0, 300.0]",
        "values: []",
    ): "53:11: runs[0].results[0].draw_seconds.values: must be a list of 1 to 1000 numbers",
    (
        "values: [240.5, 180.0, 300.0]",
        "values: [240.5, 180.0, x]",
    ): "53:34: runs[0].results[0].draw_seconds.values[2]: must be a number",
    ("          maximum: 300.0\n", ""): "49:9: runs[0].results[0].draw_seconds: 'maximum' is missing",
    (
        "draw_seconds:\n          median: 240.5",
        "draw_seconds: 3\n        more:\n          median: 240.5",
    ): "49:9: runs[0].results[0].draw_seconds: must have fields of its own",
    ("- count: 4", "- count: 0"): "61:13: runs[0].results[0].together[1].count: must be a whole number from 1 to 1,000",
    ("        together: []\n", "        together: {}\n"): "85:9: runs[0].results[1].together: must be a list",
    ("in_a_litre: 5", "in_a_litre: true"): "69:11: runs[0].results[0].cup.in_a_litre: must be a number",
    ('notes: ["a <note>"]', "notes: [1]"): "75:17: runs[0].results[0].notes[0]: must be text",
    ("    skipped: []", "    skipped: [x]"): "119:15: runs[1].skipped[0]: must have fields of its own",
    ("  - {id: cocoa, name: Cocoa", "  - {id: tea, name: Cocoa"): "7:6: ways[tea].id: 'tea' stands twice",
    (
        "holds: spread, unit: s}",
        "holds: spread, unit: sec}",
    ): "14:53: results.draw_seconds.unit: there is no unit 'sec'\n    hint: did you mean 's'?",
    (
        "{name: Kettle, holds: text}",
        "{name: Kettle, holds: text, unit: s}",
    ): "9:39: machine.kettle.unit: what holds text has no unit",
    (
        "each: draw_seconds, counted: cups at once",
        "each: draw_seconds",
    ): "15:3: results.together: does not say what its spreads are",
    (
        "{name: Litres, holds: number}",
        "{name: Litres, holds: number, says: {x: y}}",
    ): "10:41: machine.litres.says: what holds number is shown as it is",
    (
        "field: draw_seconds\n",
        "field: draw_second\n",
    ): "27:5: charts[draw].field: there is no measured field 'draw_second'\n    hint: did you mean 'draw_seconds'?",
    ("field: draw_seconds\n", "field: heat\n"): "27:5: charts[draw].field: there is no measured field 'heat'",
    ("told: [heat]", "told: [head]"): "20:8: told[0]: there is no field 'head'",
    ("fields: [together]", "fields: [togethr]"): "23:45: tables[1].fields[0]: there is no field 'togethr'",
    ("- {way: tea, figure", "- {way: teas, figure"): "31:10: charts[draw].beside[0].way: there is no way 'teas'",
    ("program: lab/greet.py", "program: ../greet.sh"): "2:1: program: must be the path of a program below docs",
    ("  draw_seconds: {name", "  Draw-seconds: {name"): "14:3: results.Draw-seconds: must be the name of a field",
}


@pytest.mark.parametrize(("right", "wrong"), FAULTS)
def test_what_no_program_wrote_is_told_in_its_place(tmp_path: Path, right: str, wrong: str) -> None:
    docs = whole_docs_in(tmp_path)
    change(docs, PATH, right, wrong)

    assert f"docs/{PATH}:{FAULTS[right, wrong]}" in "\n".join(map(str, all_problems(Course.read(docs))))


def test_of_a_run_of_another_version_only_that_is_told(tmp_path: Path) -> None:
    docs = whole_docs_in(tmp_path)
    change(docs, PATH, 'schema: 3\n    date: "2026-03-04', 'schema: 9\n    moment: "2026-03-04')

    assert ["runs[0].schema"] == [problem.field for problem in Course.read(docs).problems]


def test_a_run_that_stands_twice_is_told(tmp_path: Path) -> None:
    docs = whole_docs_in(tmp_path)
    run = (docs / PATH).read_text().partition("\nruns:\n")[2].partition('  - schema: 3\n    date: "2026-05')[0]
    (docs / PATH).write_text((docs / PATH).read_text() + run)

    assert ["docs/data/measurements.yml:120:5: runs[2]: stands twice\n    hint: delete one of the two"] == [
        str(problem) for problem in Course.read(docs).problems
    ]


def test_runs_of_one_machine_on_one_day_are_told_apart(tmp_path: Path) -> None:
    docs = whole_docs_in(tmp_path)
    text = (docs / PATH).read_text()
    run = text.partition("\nruns:\n")[2].partition('  - schema: 3\n    date: "2026-05')[0].replace("T05:", "T06:")
    (docs / PATH).write_text(text + run)
    measured = Course.read(docs).measurements
    assert measured

    assert ["(1)", "(2)"] == [label.rpartition(" ")[2] for label in measured.labels if label.startswith("Enamel")]


def shown() -> BeautifulSoup:
    return BeautifulSoup(Calls(COURSE, "lab/").measurements(), "html.parser")


def test_each_run_shows_its_machine_with_every_field_of_it() -> None:
    first = shown().select(".measured__facts")[0]

    assert ["Kettle", "Litres", "Limescale"] == [term.text for term in first.select("dt")]
    assert ["Enamel & <i>iron</i>", "2", "some <b>scale</b>"] == [fact.text for fact in first.select("dd")]


def test_a_table_shows_the_median_and_how_far_the_values_reach() -> None:
    rows = shown().select("table")[0].select("tbody tr")
    cells = [[cell.get_text("|") for cell in row.select("td")] for row in rows]

    assert [
        ["Time to draw| |241 s |180 s to 300 s", "Heated| |\u2013", "Notes| |a <note>"],
        ["Time to draw| |250 ms |200 ms to 28 s", "Heated| |on a gas flame", "Notes| |\u2013"],
    ] == cells


def test_a_field_with_counts_has_a_column_for_each() -> None:
    table = shown().select("table")[1]

    assert ["What", "1 cups at once", "4 cups at once"] == [head.text for head in table.select("thead th")]
    assert ["\u2013", "\u2013"] == [
        cell.get_text("|").rpartition("|")[2] for cell in table.select("tbody tr")[1].select("td")
    ]


def test_what_was_left_out_is_said_with_its_reason() -> None:
    assert "Cocoa: there is no milk" in shown().text
