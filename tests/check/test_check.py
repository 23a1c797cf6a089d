"""``make check`` on content that somebody got wrong: the place, what is wrong, a hint, and no traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

from macros.__main__ import main

ROOT = Path(__file__).parents[2]
ROW = "docs/data/comparison.yml"
QUIZ = "docs/data/quizzes/02-containers.yml"
DIAGRAM = "docs/data/diagrams/one-kernel.yml"
LESSON = "docs/lessons/02-containers.md"
SOURCE = "docs/data/sources.yml"
CHART = "docs/data/charts/start-up.yml"
DECISION = "docs/data/decisions/which-one.yml"
FILES = (ROW, QUIZ, DIAGRAM, LESSON, SOURCE, CHART, DECISION)

# ruff: noqa: E501 - one fault a line, to be read as a table
FAULTS = [
    (ROW, "        exception: ", "        exeption: ", "cells.container.exeption: unknown key\n    hint: did you mean 'exception'?"),
    (ROW, "        answer: ", "        anser: ", "rows[what-is-virtualised].cells.container.anser: unknown key\n    hint: did you mean 'answer'?"),
    (ROW, "      container:\n", "      containr:\n", "there is no subject 'containr'\n    hint: did you mean 'container'?"),
    (ROW, "            unit: types\n", "", "figures[namespace-types].unit: is missing"),
    (ROW, "            year: 2021\n", "", "figures[namespace-types].year: is missing"),
    (ROW, "            year: 2021\n", "            year: 2999\n", "figures[namespace-types].year: 2999 is in the future"),
    (ROW, "            value: 8\n", "            value: eight\n", "figures[namespace-types].value: must be a number"),
    (ROW, "            unit: MiB\n", "            unit: s\n", "the chart 'size' cannot convert 's' to data\n    hint: it knows B, kB, MB"),
    (ROW, "            source: linux-namespaces", "            source: linux-namespace", "figures[namespace-types].source: there is no source 'linux-namespace'"),
    (ROW, "        sources: [nist-virtualization]\n", "", "rows[what-is-virtualised].cells.virtual-machine: rests on nothing\n    hint: add 'sources:'"),
    (SOURCE, "    URL: https://www.civo.com/academy/before-kubernetes/containers-vs-virtual-machines\n", "", "sources[civo-lesson]: has neither URL nor DOI"),
    (SOURCE, "    issued: 2019", "    issued: 2999", "issued: 2999 is in the future"),
    (SOURCE, "    accessed: 2026-11-23", "    accessed: 2999-01-01", "accessed: 2999-01-01 is in the future"),
    (SOURCE, "    type: article-journal", "    type: essay", "type: "),
    (SOURCE, "  - id: criu\n", "  - id: krill\n", "sources[krill]: nothing cites this source"),
    (CHART, "row: start-up", "row: startup", "row: there is no row 'startup'\n    hint: did you mean 'start-up'?"),
    (DECISION, "rows: [kernel, guest-os]", "rows: [kernal, guest-os]", "answers[yes].rows[0]: there is no row 'kernal'\n    hint: did you mean 'kernel'?"),
    (DECISION, "towards: [virtual-machine]", "towards: [virtual-machin]", "answers[yes].towards[0]: there is no subject 'virtual-machin'"),
    (ROW, "    key: true", "    key: yes", "key: must be true or false"),
    (ROW, "    group: architecture", "    group: architektur", "there is no group 'architektur'"),
    (ROW, "    group: architecture", "    group: performance\n    group: architecture", "the key 'group' stands twice"),
    (ROW, "    group: architecture", "\tgroup: architecture", "is not YAML"),
    (ROW, "  - id: kernel", "  - id: what-is-virtualised", "rows[what-is-virtualised].id: 'what-is-virtualised' stands twice"),
    (ROW, "[oci-image-spec", "[oci-image-spek", "there is no source 'oci-image-spek'\n    hint: did you mean"),
    (ROW, "    group: architecture", "    group: 1.10", "group: must be text\n    hint: put it in quotes"),
    (ROW, "    group: architecture", "    group: &a architecture\n    name: *a", "aliases (*name) are not used here"),
    (ROW, "    group: architecture", "    group: \u202earchitecture", "hidden character U+202E"),
    (ROW, "id: virtual-machine", "id: container", "subjects[container].id: 'container' stands twice"),
    (ROW, "id: performance", "id: architecture", "groups[architecture].id: 'architecture' stands twice"),
    (LESSON, 'diagram("one-kernel")', 'diagram(name="one-kernel")', "diagram: "),
    (LESSON, 'diagram("one-kernel")', 'diagram(["one-kernel"])', "only a macro call with plain values may stand here"),
    (QUIZ, "right: true", "right: false", "questions[0].options: 0 options are right"),
    (DIAGRAM, "box: App A", "bax: App A", "must have one of the keys box, picture"),
    (DIAGRAM, "desc: ", "desk: ", "desk: unknown key\n    hint: did you mean 'desc'?"),
    (DIAGRAM, "box: App A, tone: application", "picture: contaner", "there is no picture 'contaner'\n    hint: did you mean"),
    (DIAGRAM, "tone: kernel", "tone: kernal", "tone: "),
    (LESSON, 'diagram("one-kernel")', 'diagram("one-kernal")', "there is no diagram 'one-kernal'\n    hint: did you mean 'one-kernel'?"),
    (LESSON, 'diagram("one-kernel")', 'diagramm("one-kernel")', "there is no macro 'diagramm'\n    hint: did you mean 'diagram'?"),
    (LESSON, 'diagram("one-kernel")', 'diagram("one-kernel", 3)', "diagram: too many positional arguments"),
    (LESSON, 'diagram("one-kernel")', "().__class__", "only a macro call with plain values may stand here"),
    (LESSON, 'diagram("one-kernel")', 'diagram("one-kernel"', "this macro call cannot be read"),
    (LESSON, "title: Containers\n", "titel: Containers\n", "2:1: titel: unknown key\n    hint: did you mean 'title'?"),
    (LESSON, "title: Containers\n", "title: </title><script>\n", "2:1: title: "),
    (LESSON, "title: Containers\n", "title: a: b\n", "2:9: is not YAML"),
    (LESSON, "---\ntitle", "title", "the front matter is missing or does not end"),
]  # fmt: skip


@pytest.fixture
def project(docs: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a copy of the content, as the current folder."""
    monkeypatch.chdir(docs.parent)
    return docs.parent


Said = pytest.CaptureFixture[str]


def test_content_without_fault_passes() -> None:
    command = [sys.executable, "-m", "macros"]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

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
        ROW: [("source: linux-namespaces", "source: linux"), ("unit: MiB\n", "unit: s\n")],
        CHART: [("row: start-up", "row: start")],
        DECISION: [("rows: [kernel, guest-os]", "rows: [kernal, guest]")],
    }
    for file, replacements in changes.items():
        text = (project / file).read_text()
        for right, wrong in replacements:
            text = text.replace(right, wrong, 1)
        (project / file).write_text(text)

    assert 1 == main()
    said = capsys.readouterr().err
    for name in ("linux", "start", "kernal", "guest"):
        assert f"there is no {'source' if name == 'linux' else 'row'} '{name}'" in said


@pytest.mark.parametrize("data", [b"\xff\xfe", b"title: caf\xe9", b"[" * 5000, b"", b"\x00", b"- a\n", b"a: .nan\n"])
@pytest.mark.parametrize("file", [*FILES, "docs/data/course.yml", "docs/data/pictures/car.svg"])
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


@pytest.mark.parametrize("text", [b"a: [", b"\xff"])
def test_settings_that_cannot_be_read_are_a_problem(project: Path, capsys: Said, text: bytes) -> None:
    (project / "mkdocs.yml").write_bytes(text)

    assert 1 == main()
    assert "mkdocs.yml:1:1: cannot be read: " in capsys.readouterr().err


def test_calls_of_a_page_with_faulty_front_matter_are_checked_too(project: Path, capsys: Said) -> None:
    text = (project / LESSON).read_text()
    (project / LESSON).write_text(text.replace("title:", "titel:", 1).replace('"one-kernel"', '"one-kernal"', 1))

    assert 1 == main()
    said = capsys.readouterr().err
    assert "titel: unknown key" in said
    assert "there is no diagram 'one-kernal'" in said
