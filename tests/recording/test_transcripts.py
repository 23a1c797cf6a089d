"""The recorder: it types what stands in a transcript, writes what was printed below it, and changes nothing else."""

import shutil
from pathlib import Path

import pytest

from macros.assembly.course import Course
from macros.check.problems import all_problems
from macros.reading.problem import ContentError
from macros.recording.__main__ import main
from macros.recording.terminal import LackingError
from macros.recording.transcripts import asked, differences, record
from tests.builders import FIXTURE, change, docs_in

PATH = "docs/data/transcripts/tins.yml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the small course with the terminals of its rooms, as the current folder."""
    docs_in(tmp_path)
    shutil.copytree(FIXTURE / "terminals", tmp_path / "tests/course/terminals")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edited(project: Path, right: str, wrong: str) -> str:
    """Change the transcript, and return what the recorder says of it."""
    change(project / "docs", "data/transcripts/tins.yml", right, wrong)
    with pytest.raises((ContentError, LackingError)) as error:
        record(asked(project / PATH, PATH), project)
    return str(error.value)


def test_what_is_recorded_passes_the_check_whatever_stood_there(project: Path) -> None:
    file = project / PATH
    before = file.read_text()
    above = before[: before.index("recorded:")].replace("100 g", "125 g")
    file.write_text(f"{above}recorded: [typed, 'by hand\n")

    assert 0 == main(["tins"])
    assert above == file.read_text()[: len(above)]
    assert [] == all_problems(Course.read(project / "docs"))
    assert ("125 g",) == Course.read(project / "docs").transcripts["tins"].output(4)[1:]


def test_recorded_again_it_shows_the_same(project: Path) -> None:
    found = Course.read(project / "docs").transcripts["tins"]

    assert [] == [*differences(found, record(asked(project / PATH, PATH), project))]


def test_what_is_printed_otherwise_is_told_where_nothing_says_that_it_may_be(project: Path) -> None:
    found = Course.read(project / "docs").transcripts["tins"]
    output = [*record(asked(project / PATH, PATH), project)]
    output[1], output[4] = ("…", "-rw 2 tin"), ("tin", "90 g")

    assert ["steps[4]: `ls; tail -n 1 tin` printed\n    ('tin', '100 g')\nand now\n    ('tin', '90 g')"] == [
        *differences(found, tuple(output))
    ]


def test_a_name_that_no_transcript_has_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (project / PATH).read_text()

    assert 1 == main(["tin"])
    assert "there is no transcript 'tin'" in capsys.readouterr().err
    assert before == (project / PATH).read_text()


def test_one_that_fails_is_left_as_it_is_and_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project / "docs", "data/transcripts/tins.yml", "command: cat tin", "command: cat lid")
    before = (project / PATH).read_text()

    assert 1 == main([])
    assert f"{PATH}:24:5: steps[2].command: `cat lid`: ends with the status 1: cat: lid" in capsys.readouterr().err
    assert before == (project / PATH).read_text()


def test_a_terminal_that_the_project_has_not_is_told_with_those_that_it_has(project: Path) -> None:
    assert (
        f"{PATH}:5:34: terminals[kitchen].start: there is no tests/course/terminals/kitchn\n"
        "    hint: did you mean 'kitchen'?"
    ) == edited(project, "start: kitchen", "start: kitchn")


def test_a_project_without_terminals_is_told_what_is_missing(project: Path) -> None:
    shutil.rmtree(project / "tests")

    assert "there is no tests/course/terminals/kitchen" in edited(project, "title: One", "title: A")


def test_a_line_that_is_to_be_kept_and_is_not_printed_is_told(project: Path) -> None:
    assert f"{PATH}:19:5: steps[1].command: `ls -l`: no line is like '…lid'" == edited(project, '["…tin"]', '["…lid"]')


def test_lines_that_are_not_as_their_marks_say_are_told(project: Path) -> None:
    told = edited(project, "kind: equal", "kind: differs")

    assert f"{PATH}:9:5: marks[weight]: the lines of 'weight' do not differ" in told


def test_a_machine_that_lacks_something_is_told_as_that(project: Path) -> None:
    (project / "tests/course/terminals/kitchen").write_text("#!/bin/sh\necho there is no kettle\nexit 77\n")

    assert "there is no kettle" == edited(project, "title: One", "title: A")
