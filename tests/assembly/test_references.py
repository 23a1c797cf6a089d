"""What the files of a course say of each other."""

from datetime import date
from pathlib import Path

import pytest

from macros.assembly import references
from macros.assembly.course import Course
from tests.builders import change, docs_in, problems_after

# ruff: noqa: E501 - one fault a line, to be read as a table


@pytest.mark.parametrize(
    ("path", "right", "wrong", "expected"),
    [
        ("comparison", "sources: [adam-2020]", "sources: [adam-2021]", "docs/data/comparison.yml:13:61: rows[colour].cells.tea.sources[0]: there is no source 'adam-2021'\n    hint: did you mean 'adam-2020'?"),
        ("comparison", "source: adam-2020", "source: eve-2020", "docs/data/comparison.yml:32:13: rows[warmth].cells.tea.figures[tea-time].source: there is no source 'eve-2020'\n    hint: write it into docs/data/sources.yml, or take another name"),
        ("charts/cooling", "row: warmth", "row: colour", "docs/data/charts/cooling.yml:2:1: row: the row 'colour' has no figure to draw\n    hint: add figures to a cell of it, or name one that has some: warmth"),
        ("sources", "  - id: adam-2020", "  - {id: eve-2020, type: book, title: T, author: [{literal: E}], issued: 2020, DOI: 10.1000/1, accessed: 2026-11-23, says: S}\n  - id: adam-2020", "docs/data/sources.yml:2:5: sources[eve-2020]: nothing cites this source\n    hint: cite it in a cell or on a page, or take it away"),
        ("decisions/drink", "towards: [coffee]", "towards: [coffe]", "questions[hurry].answers[yes].towards[0]: there is no subject 'coffe'\n    hint: did you mean 'coffee'?"),
        ("decisions/drink", "  - {subjects: [coffee], name: Coffee, advice: Drink it.}\n", "", "docs/data/decisions/drink.yml:8:1: outcomes: no outcome for [coffee]\n    hint: answers can add up to these: add '- {subjects: [coffee], name: …, advice: …}'"),
        ("decisions/drink", "rows: [warmth]", "rows: [warmt]", "questions[hurry].answers[yes].rows[0]: there is no row 'warmt'\n    hint: did you mean 'warmth'?"),
        ("diagrams/cup", "picture: cup", "picture: cub", "docs/data/diagrams/cup.yml:5:8: scene.column[0].picture: there is no picture 'cub'\n    hint: did you mean 'cup'?"),
    ],
)  # fmt: skip
def test_a_name_that_does_not_fit_is_a_problem_in_its_place(
    tmp_path: Path, path: str, right: str, wrong: str, expected: str
) -> None:
    assert expected in problems_after(tmp_path, path, right, wrong)


def test_all_of_them_are_said_at_once(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/comparison.yml", "sources: [adam-2020]", "sources: [eve]")
    change(docs, "data/comparison.yml", "unit: min", "unit: kB")
    change(docs, "data/decisions/drink.yml", "rows: [warmth]", "rows: [cold]")

    told = [Path(problem.path).name for problem in Course.read(docs).problems]
    assert ["comparison.yml", "comparison.yml", "drink.yml"] == told[:3]
    assert {"cake.yml", "cooling-race.yml", "pots.yml"} == {*told[3:]}


def test_a_source_that_a_page_cites_is_used(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(
        docs,
        "data/sources.yml",
        "  - id: adam-2020",
        "  - {id: eve, type: book, title: T, author: [{literal: E}], issued: 2020, DOI: 10.1000/1, accessed: 2026-11-23, says: S}\n  - id: adam-2020",
    )
    change(docs, "index.md", "{! outline() !}", 'By Eve. {! cite("eve") !}')

    assert () == Course.read(docs).problems


def test_no_source_is_called_unused_while_a_page_cannot_be_read(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/comparison.yml", "sources: [adam-2020]", "judgement: We looked.")
    for _ in range(2):
        change(docs, "data/comparison.yml", "source: adam-2020", "source: eve")
    change(docs, "index.md", "title: Home", "titel: Home")

    assert "nothing cites" not in "\n".join(map(str, Course.read(docs).problems))


def test_what_diagrams_cite_is_told_also_while_the_comparison_is_faulty(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/comparison.yml", "unit: min", "unit: moons")
    change(docs, "data/diagrams/cup.yml", "title:", "sources: [eve]\ntitle:")
    told = "\n".join(map(str, Course.read(docs).problems))

    assert "cup.yml:1:11: sources[0]: there is no source 'eve'" in told
    assert "nothing cites" not in told


@pytest.mark.parametrize(("day", "stale"), [(date(2027, 11, 23), False), (date(2027, 11, 24), True)])
def test_a_source_that_nobody_has_read_for_a_year_is_a_warning_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: date, *, stale: bool
) -> None:
    monkeypatch.setattr(references, "today", lambda: day)
    course = Course.read(docs_in(tmp_path))

    assert () == course.problems
    assert (
        [
            "docs/data/sources.yml:8:5: sources[adam-2020].accessed: nobody has read this since 2026-11-23\n    hint: read it again, and set the day"
        ]
        if stale
        else []
    ) == [*map(str, course.warnings)]


def test_what_is_faulty_is_left_out_and_the_rest_stays(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/decisions/drink.yml", "rows: [warmth]", "rows: [cold]")
    course = Course.read(docs)

    assert ({}, ["cooling"], ["cup", "kitchen", "trays"]) == (course.decisions, [*course.charts], [*course.diagrams])


def test_a_word_that_is_too_long_for_a_phone_has_its_place(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/diagrams/cup.yml", "box: Saucer", f"box: {'Saucer' * 9}")

    assert ["docs/data/diagrams/cup.yml:6:7: scene.column[1]: is wider than the 336 pixels of a phone"] == [
        str(problem).partition("\n")[0] for problem in Course.read(docs).problems
    ]


def test_boxes_that_are_too_deep_for_a_phone_name_the_scene(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    deep = "{group: G, of: " * 7 + "{box: Saucersaucersaucer}" + "}" * 7
    change(docs, "data/diagrams/cup.yml", "{box: Saucer}", deep)

    assert ["scene"] == [problem.field for problem in Course.read(docs).problems]


def test_a_faulty_pictogram_is_one_problem(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/pictures/cup.svg", "<rect", "<script")

    assert {"docs/data/pictures/cup.svg"} == {problem.path for problem in Course.read(docs).problems}


def test_a_figure_is_not_of_a_later_year_than_its_source(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/comparison.yml", "year: 2020", "year: 2021")
    (problem,) = Course.read(docs).problems

    assert "docs/data/comparison.yml:31:13: rows[warmth].cells.tea.figures[tea-time].year" == (
        f"{problem.place}: {problem.field}"
    )
    assert "2021 is after its source 'adam-2020', which is of 2020" == problem.message


FAULTS_OF_A_ROW = {
    "an unknown key": ("    name: Colour", "    nmae: Colour"),
    "a group that is not there": ("  - id: colour\n    group: taste", "  - id: colour\n    group: smell"),
    "a cell that rests on nothing": (", judgement: We looked.", ""),
    "a figure without its unit": ("            unit: s\n", ""),
}
NAMES = {
    "charts/cooling.yml": ("row: warmth", "row: warmt", "2:1: row: there is no row 'warmt'\n    hint: did you mean 'warmth'?"),
    "decisions/drink.yml": ("rows: [warmth]", "rows: [warmt]", "6:85: questions[hurry].answers[yes].rows[0]: there is no row 'warmt'\n    hint: did you mean 'warmth'?"),
    "terms.yml": ("terms: []", "terms: [{id: a, term: a, meaning: A., sources: [adam-202]}]", "1:49: terms[a].sources[0]: there is no source 'adam-202'\n    hint: did you mean 'adam-2020'?"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS_OF_A_ROW)
@pytest.mark.parametrize("file", NAMES)
def test_a_name_that_does_not_exist_is_told_also_while_the_comparison_is_faulty(
    tmp_path: Path, file: str, fault: str
) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/comparison.yml", *FAULTS_OF_A_ROW[fault])
    right, wrong, expected = NAMES[file]
    change(docs, f"data/{file}", right, wrong)

    told = [str(problem) for problem in Course.read(docs).problems if problem.path != "docs/data/comparison.yml"]
    assert f"docs/data/{file}:{expected}" in told


@pytest.mark.parametrize("id_", ["idd: warmth", "id: [warmth]"])
def test_no_name_is_called_unknown_while_an_id_cannot_be_read(tmp_path: Path, id_: str) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/comparison.yml", "id: warmth", id_)

    assert {"docs/data/comparison.yml"} == {problem.path for problem in Course.read(docs).problems}


def test_a_source_that_does_not_exist_is_told_also_while_another_is_faulty(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/sources.yml", "says: ", "sais: ")
    change(docs, "data/comparison.yml", "sources: [adam-2020]", "sources: [eve]")

    place = "docs/data/comparison.yml:13:61: rows[colour].cells.tea.sources[0]"
    told = [str(problem).partition("\n")[0] for problem in Course.read(docs).problems]

    assert f"{place}: there is no source 'eve'" in told
