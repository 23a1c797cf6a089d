"""The first line of a data file, with which editors find its schema."""

from pathlib import Path

import pytest

from macros.assembly.course import Course
from macros.assembly.modeline import modeline
from macros.calls import Calls
from tests.builders import change, docs_in


@pytest.mark.parametrize(
    ("path", "schema"),
    [("docs/data/terms.yml", "schema/terms.json"), ("docs/data/charts/size.yml", "../schema/charts.json")],
)
def test_the_line_names_the_schema_of_the_file_or_of_its_folder(path: str, schema: str) -> None:
    assert f"# yaml-language-server: $schema={schema}" == modeline(path)


def test_a_file_without_the_line_is_told_which_one_to_write_and_is_shown(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    line = "# yaml-language-server: $schema=../schema/charts.json"
    change(docs, "data/charts/cooling.yml", f"{line}\n", "")
    course = Course.read(docs)
    (problem,) = course.problems

    assert ("docs/data/charts/cooling.yml:1:1", f"make this the first line: {line}") == (problem.place, problem.hint)
    assert "<svg" in Calls(course, "").chart("cooling")


@pytest.mark.parametrize("wrong", ["schema/charts.json", "../schema/chart.json", "../schema/charts.json extra"])
def test_a_line_with_another_schema_is_told_in_its_place(tmp_path: Path, wrong: str) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/charts/cooling.yml", "$schema=../schema/charts.json", f"$schema={wrong}")
    (problem,) = Course.read(docs).problems

    assert "docs/data/charts/cooling.yml:6:1" == problem.place
    assert "names another schema than its own" == problem.message
    assert "write # yaml-language-server: $schema=../schema/charts.json" == problem.hint
