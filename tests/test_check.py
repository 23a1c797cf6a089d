"""``make check`` on content that somebody got wrong: the place, what is wrong, a hint, and no traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

from macros.__main__ import main

ROOT = Path(__file__).parent.parent
ROW = "docs/data/comparison.yml"
QUIZ = "docs/data/quizzes/02-containers.yml"
DIAGRAM = "docs/data/diagrams/one-kernel.yml"
LESSON = "docs/lessons/02-containers.md"
FILES = (ROW, QUIZ, DIAGRAM, LESSON)

# ruff: noqa: E501 - one fault a line, to be read as a table
FAULTS = [
    (ROW, "    exception: ", "    exeption: ", "exeption: unknown key\n    hint: did you mean 'exception'?"),
    (ROW, "    exception: ", "    exeption: ", "rows[what-is-virtualised].exception: is missing"),
    (ROW, "      container: ", "      containr: ", "there is no subject 'containr'\n    hint: did you mean 'container'?"),
    (ROW, "    key: true", "    key: yes", "key: must be true or false"),
    (ROW, "    group: architecture", "    group: architektur", "there is no group 'architektur'"),
    (ROW, "    group: architecture", "    group: performance\n    group: architecture", "the key 'group' stands twice"),
    (ROW, "    group: architecture", "\tgroup: architecture", "is not YAML"),
    (ROW, "  - id: kernel", "  - id: what-is-virtualised", "rows[what-is-virtualised].id: 'what-is-virtualised' stands twice"),
    (ROW, "[linux-namespaces", "[linux-namespace", "there is no source 'linux-namespace'\n    hint: did you mean"),
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
    ("docs/data/course.yml", "minutes: 16", "minutes: 15", "minutes: says 15, but the lessons take 16 minutes\n    hint: cut"),
    ("docs/data/course.yml", "lessons: 5", "lessons: 6", "lessons: says 6, but there are 5 lessons"),
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
    for file, right, wrong, _ in (next(fault for fault in FAULTS if fault[0] == file) for file in FILES):
        text = (project / file).read_text()
        (project / file).write_text(text.replace(right, wrong, 1))

    assert 1 == main()
    lines = [line for line in capsys.readouterr().err.splitlines() if not line.startswith("    ")]
    assert sorted(lines) == lines
    assert {*FILES} <= {line.split(":")[0] for line in lines}


@pytest.mark.parametrize("data", [b"\xff\xfe", b"title: caf\xe9", b"[" * 5000, b"", b"\x00", b"- a\n", b"a: .nan\n"])
@pytest.mark.parametrize("file", [ROW, QUIZ, DIAGRAM, LESSON, "docs/data/course.yml", "docs/data/pictures/car.svg"])
def test_rubbish_in_any_file_is_a_problem_and_no_traceback(project: Path, file: str, data: bytes, capsys: Said) -> None:
    (project / file).write_bytes(data)

    assert 1 == main()
    assert f"{file}:" in capsys.readouterr().err


def test_windows_line_ends_and_a_byte_order_mark_are_fine(project: Path) -> None:
    for file in (ROW, LESSON):
        text = (project / file).read_text()
        (project / file).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    assert 0 == main()
