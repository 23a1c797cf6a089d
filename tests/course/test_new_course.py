"""What checks and tests a project for another course passes at once."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.starter.new import make
from tests.builders import with_what_runs_here
from tests.conftest import ROOT

OF_THIS_COURSE = {
    "tests/course/test_broken.py",
    "tests/course/test_content.py",
    "tests/course/test_contributing.py",
    "tests/course/test_new_course.py",
    "tests/course/test_words.py",
}
"""Tests that hold of this course alone. A new one is delivered with every project, unless the starter leaves it out."""

LAB = "tests/course/lab/"
"""Tests of what readers of this course run."""

WHAT_THE_COURSE_CAN_FAIL = (
    "tests/course",
    "tests/project",
    "tests/hooks/test_build_speed.py",
    "tests/hooks/test_gate.py",
    "tests/pages/test_markdown.py",
    "tests/reading/test_settings.py",
    "tests/report/test_workflows.py",
)
"""What reads the course, or settings that are its own: the others find the same files in every project."""

SLOW = "axe or keyboard or small_stylesheets"
"""Of these, what goes through every page in a browser: that is for the project itself."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a new project, whose name has a space in it; what make installs is that of this one."""
    folder, _ = make(str(tmp_path_factory.mktemp("new") / "my course"), "Tea", "Tea, Coffee")
    return with_what_runs_here(folder)


def passes(project: Path, *command: str) -> None:
    """Run a command in a project; what it says is the message when it fails."""
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "MAKEFLAGS"}}
    run = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)

    assert 0 == run.returncode, run.stdout + run.stderr


def files_in(project: Path) -> set[str]:
    return {file.relative_to(project).as_posix() for file in (project / "tests").rglob("*.py")}


def test_a_new_project_gets_every_test_but_those_of_this_course(project: Path) -> None:
    different = {path for path in files_in(ROOT) ^ files_in(project) if not path.startswith(LAB)}

    assert OF_THIS_COURSE == different, "name it in OF_THIS_COURSE, or let the starter write it"


def test_in_a_new_project_make_check_and_make_lint_pass(project: Path) -> None:
    passes(project, shutil.which("make") or "make", "check", "lint")


def test_in_a_new_project_every_test_is_found(project: Path) -> None:
    passes(project, sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", "--collect-only")


def test_in_a_new_project_the_tests_pass_that_its_course_could_fail(project: Path) -> None:
    pytest_there = (sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider")

    passes(project, *pytest_there, "-k", f"not ({SLOW})", *WHAT_THE_COURSE_CAN_FAIL)
