"""``make check`` on content that somebody got wrong: the place, what is wrong, a hint, and no traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

from macros.__main__ import main

ROW = "docs/data/comparison.yml"
QUIZ = "docs/data/quizzes/brewing.yml"
DIAGRAM = "docs/data/diagrams/pouring.yml"
LESSON = "docs/lessons/02-brewing.md"
SOURCE = "docs/data/sources.yml"
CHART = "docs/data/charts/drawing.yml"
DECISION = "docs/data/decisions/drink.yml"
FILES = (ROW, QUIZ, DIAGRAM, LESSON, SOURCE, CHART, DECISION)

# ruff: noqa: E501 - one fault a line, to be read as a table
FAULTS = [
    (ROW, "        exception: Powdered", "        exeption: Powdered", "cells.tea.exeption: unknown key\n    hint: did you mean 'exception'?"),
    (ROW, "        answer: ", "        anser: ", "rows[warmth].cells.tea.anser: unknown key\n    hint: did you mean 'answer'?"),
    (ROW, "      coffee:\n", "      cofee:\n", "there is no subject 'cofee'\n    hint: did you mean 'coffee'?"),
    (ROW, "            unit: min\n", "", "figures[tea-time].unit: is missing"),
    (ROW, "            year: 2020\n", "", "figures[tea-time].year: is missing"),
    (ROW, "            year: 2020\n", "            year: 2999\n", "figures[tea-time].year: 2999 is in the future"),
    (ROW, "            value: 10\n", "            value: ten\n", "figures[tea-time].value: must be a number"),
    (ROW, "            unit: min\n", "            unit: MB\n", "the chart 'cooling' cannot convert 'MB' to time\n    hint: it knows ns, µs, ms"),
    (ROW, "            source: adam-2020", "            source: adam-2021", "figures[tea-time].source: there is no source 'adam-2021'"),
    (ROW, ", sources: [adam-2020]}", "}", "rows[colour].cells.tea: rests on nothing\n    hint: add 'sources:'"),
    (SOURCE, "    URL: https://adam.example/\n", "", "sources[adam-2020]: has neither URL nor DOI"),
    (SOURCE, "    issued: 2020", "    issued: 2999", "issued: 2999 is in the future"),
    (SOURCE, "    accessed: 2026-11-23", "    accessed: 2999-01-01", "accessed: 2999-01-01 is in the future"),
    (SOURCE, "    type: book", "    type: essay", "type: "),
    (SOURCE, "  - id: adam-2020\n", "  - id: krill\n", "sources[krill]: nothing cites this source"),
    (CHART, "row: drawing", "row: drawin", "row: there is no row 'drawin'\n    hint: did you mean 'drawing'?"),
    (DECISION, "rows: [warmth, drawing]", "rows: [warmt, drawing]", "answers[yes].rows[0]: there is no row 'warmt'\n    hint: did you mean 'warmth'?"),
    (DECISION, "towards: [coffee]", "towards: [cofee]", "answers[yes].towards[0]: there is no subject 'cofee'"),
    (ROW, "    key: true", "    key: yes", "key: must be true or false"),
    (ROW, "    group: taste", "    group: tast", "there is no group 'tast'"),
    (ROW, "    group: taste", "    group: making\n    group: taste", "the key 'group' stands twice"),
    (ROW, "    group: taste", "\tgroup: taste", "is not YAML"),
    (ROW, "  - id: warmth", "  - id: colour", "rows[colour].id: 'colour' stands twice"),
    (ROW, "[adam-2020", "[adam-200", "there is no source 'adam-200'\n    hint: did you mean"),
    (ROW, "    group: taste", "    group: 1.10", "group: must be text\n    hint: put it in quotes"),
    (ROW, "    group: taste", "    group: &a taste\n    name: *a", "aliases (*name) are not used here"),
    (ROW, "    group: taste", "    group: \u202etaste", "hidden character U+202E"),
    (ROW, "id: coffee,", "id: tea,", "subjects[tea].id: 'tea' stands twice"),
    (ROW, "id: making", "id: taste", "groups[taste].id: 'taste' stands twice"),
    (LESSON, 'diagram("kitchen")', 'diagram(name="kitchen")', "diagram: "),
    (LESSON, 'diagram("kitchen")', 'diagram(["kitchen"])', "only a macro call with plain values may stand here"),
    (QUIZ, "right: true", "right: false", "predict.one-of: 0 options are right"),
    (DIAGRAM, "box: Pot", "bax: Pot", "must have one of the keys box, picture"),
    (DIAGRAM, "desc: ", "desk: ", "desk: unknown key\n    hint: did you mean 'desc'?"),
    (DIAGRAM, "picture: cup", "picture: cupp", "there is no picture 'cupp'\n    hint: did you mean"),
    (DIAGRAM, "tone: clay", "tone: clai", "tone: "),
    (LESSON, 'diagram("kitchen")', 'diagram("kitchem")', "there is no diagram 'kitchem'\n    hint: did you mean 'kitchen'?"),
    (LESSON, 'diagram("kitchen")', 'diagramm("kitchen")', "there is no macro 'diagramm'\n    hint: did you mean 'diagram'?"),
    (LESSON, 'diagram("kitchen")', 'diagram("kitchen", 3)', "diagram: too many positional arguments"),
    (LESSON, 'diagram("kitchen")', "().__class__", "only a macro call with plain values may stand here"),
    (LESSON, 'diagram("kitchen")', 'diagram("kitchen"', "this macro call cannot be read"),
    (LESSON, "title: Brewing\n", "titel: Brewing\n", "2:1: titel: unknown key\n    hint: did you mean 'title'?"),
    (LESSON, "title: Brewing\n", "title: </title><script>\n", "2:1: title: "),
    (LESSON, "title: Brewing\n", "title: a: b\n", "2:9: is not YAML"),
    (LESSON, "---\ntitle", "title", "the front matter is missing or does not end"),
]  # fmt: skip


@pytest.fixture
def project(docs: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a copy of the content, as the current folder."""
    monkeypatch.chdir(docs.parent)
    return docs.parent


Said = pytest.CaptureFixture[str]


def test_content_without_fault_passes(whole: Path) -> None:
    command = [sys.executable, "-m", "macros"]
    checked = subprocess.run(command, cwd=whole, capture_output=True, text=True, check=False)

    assert (0, "") == (checked.returncode, checked.stderr)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_reported_in_its_place(project: Path, fault: tuple[str, str, str, str], capsys: Said) -> None:
    file, right, wrong, expected = fault
    text = (project / file).read_text()
    assert right in text
    (project / file).write_text(text.replace(right, wrong, 1))

    assert 1 == main()
    said = capsys.readouterr().err
    assert expected in said
    assert f"{file}:" in said


def test_all_faults_are_reported_at_once(project: Path, capsys: Said) -> None:
    broken = (ROW, QUIZ, DIAGRAM, LESSON, SOURCE)
    for file, right, wrong, _ in (next(fault for fault in FAULTS if fault[0] == file) for file in broken):
        text = (project / file).read_text()
        (project / file).write_text(text.replace(right, wrong, 1))

    assert 1 == main()
    lines = [line for line in capsys.readouterr().err.splitlines() if not line.startswith("    ")]
    assert sorted(lines) == lines
    assert {*broken} == {line.split(":")[0] for line in lines}


def test_all_that_does_not_fit_together_is_reported_at_once(project: Path, capsys: Said) -> None:
    changes = {
        ROW: [("source: adam-2020", "source: nobody-known"), ("unit: min\n", "unit: MB\n")],
        CHART: [("row: drawing", "row: start")],
        DECISION: [("rows: [warmth, drawing]", "rows: [kettle, milk]")],
    }
    for file, replacements in changes.items():
        text = (project / file).read_text()
        for right, wrong in replacements:
            text = text.replace(right, wrong, 1)
        (project / file).write_text(text)

    assert 1 == main()
    said = capsys.readouterr().err
    for name in ("nobody-known", "start", "kettle", "milk"):
        assert f"there is no {'source' if name == 'nobody-known' else 'row'} '{name}'" in said


@pytest.mark.parametrize("data", [b"\xff\xfe", b"title: caf\xe9", b"[" * 5000, b"", b"\x00", b"- a\n", b"a: .nan\n"])
@pytest.mark.parametrize("file", [*FILES, "docs/data/course.yml", "docs/data/pictures/cup.svg"])
def test_rubbish_in_any_file_is_a_problem_and_no_traceback(project: Path, file: str, data: bytes, capsys: Said) -> None:
    (project / file).write_bytes(data)

    assert 1 == main()
    assert f"{file}:" in capsys.readouterr().err


def test_a_source_that_nobody_read_for_a_year_is_a_warning(project: Path, capsys: Said) -> None:
    text = (project / SOURCE).read_text()
    (project / SOURCE).write_text(text.replace("accessed: 2026-11-23", "accessed: 2021-11-23", 1))

    assert 0 == main()
    assert "warning: docs/data/sources.yml:" in capsys.readouterr().err


def test_windows_line_ends_and_a_byte_order_mark_are_fine(project: Path) -> None:
    for file in (ROW, SOURCE, LESSON):
        text = (project / file).read_text()
        (project / file).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    assert 0 == main()


@pytest.mark.parametrize(
    ("text", "told"), [(b"a: [", "mkdocs.yml:2:1: is not YAML: "), (b"\xff", "mkdocs.yml:1:1: cannot be read: ")]
)
def test_settings_that_cannot_be_read_are_a_problem(project: Path, capsys: Said, text: bytes, told: str) -> None:
    (project / "mkdocs.yml").write_bytes(text)

    assert 1 == main()
    assert told in capsys.readouterr().err


def test_calls_of_a_page_with_faulty_front_matter_are_checked_too(project: Path, capsys: Said) -> None:
    text = (project / LESSON).read_text()
    (project / LESSON).write_text(text.replace("title:", "titel:", 1).replace('"kitchen"', '"kitchem"', 1))

    assert 1 == main()
    said = capsys.readouterr().err
    assert "titel: unknown key" in said
    assert "there is no diagram 'kitchem'" in said
