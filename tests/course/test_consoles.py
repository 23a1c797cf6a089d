"""The commands of this course: those that a page or a guide says are run do what stands below them."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from macros.assembly.files import read_files
from macros.recording.consoles import Run, faults, runs
from macros.recording.terminal import LackingError, Terminal
from tests.builders import with_what_runs_here
from tests.conftest import ROOT, lacking

RUNS = runs(read_files(ROOT / "docs"))
HOST = ROOT / "tests/course/terminals/host"
"""Starts the shell in which they are typed; a course that needs no other has none of its own."""
NOT_COPIED = shutil.ignore_patterns(
    ".*cache", ".bench", ".git", ".venv", "__pycache__", "node_modules", "server", "site"
)


@pytest.fixture(scope="module")
def shared() -> Iterator[str]:
    """Return a folder that the terminals share, and that goes with the last of them."""
    with TemporaryDirectory(prefix="terminals-") as folder:
        yield folder


def place(run: Run, folder: Path) -> Path:
    """Return an empty folder; for the commands of a guide, one with a copy of the project."""
    if run.of_project:
        shutil.copytree(ROOT, folder / "project", ignore=NOT_COPIED, symlinks=True)
        return with_what_runs_here(folder / "project")
    (folder / "work").mkdir()
    return folder / "work"


@pytest.mark.parametrize("run", RUNS, ids=[f"{run.path} {run.name}" for run in RUNS])
def test_what_is_typed_does_what_the_page_says(run: Run, tmp_path: Path, shared: str) -> None:
    program = [str(HOST)] if HOST.exists() else ["bash", "--noprofile", "--norc"]
    with Terminal(program, place(run, tmp_path), SHARED=shared) as terminal:
        try:
            told = [*faults(run, terminal)]
        except LackingError as error:
            lacking(f"no command of a page was run: {error}")

    assert [] == told, "\n".join(["change what the page expects, or the command:", *told])
