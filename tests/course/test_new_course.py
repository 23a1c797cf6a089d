"""A project for another course has nothing of this one, and what checks and tests it passes there at once."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.starter.new import make
from tests.conftest import ROOT

WORDS = re.compile(
    r"civo|kubernetes|docker|podman|gvisor|firecracker|kata|unikernel|virtual machine|container(s|ised)? vs"
    r"|microvm|cargo|harbour|hello-world|one-box|linux-(namespaces|cgroups)|middle.ground|two-stacks",
    re.IGNORECASE,
)
"""What only this course speaks of. One is found? Take it out of the engine: an example there is of no subject."""

NOT_YET = {
    "tests/bench/lighthouse/package-lock.json",  # hashes and packages
    "tests/bench/starlight/package-lock.json",
    "tests/bench/rivals/material.py",
    "tests/bench/rivals/starlight.py",
    "tests/browser/test_search.py",
    "tests/content/test_comparison.py",
    "tests/content/test_table.py",
    "tests/html/test_markup.py",
    "tests/html/test_no_break.py",
    "tests/pages/test_marks.py",
    "tests/pages/test_page.py",
    "tests/pages/test_sentences.py",
    "tests/reading/test_hints.py",
}
"""Tests of the engine whose examples are still of this course; the list can only get shorter."""


OF_THIS_COURSE = {
    "tests/course/test_content.py",
    "tests/course/test_contributing.py",
    "tests/course/test_new_course.py",
    "tests/project/test_no_course.py",
}
"""Tests that hold of this course alone. A new one is delivered with every project, unless the starter leaves it out."""

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
    installed = folder / ".venv"
    installed.mkdir()
    for part in ("bin", "lib", "pyvenv.cfg"):
        (installed / part).symlink_to(Path(sys.prefix) / part)
    for stamp in ("site-installed", "dev-installed"):
        (installed / stamp).touch()
    return folder


def passes(project: Path, *command: str) -> None:
    """Run a command in a project; what it says is the message when it fails."""
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "MAKEFLAGS"}}
    run = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)

    assert 0 == run.returncode, run.stdout + run.stderr


def test_nothing_of_this_course_is_left_in_a_new_one(tmp_path: Path) -> None:
    folder, _ = make(str(tmp_path / "new"), "Tea", "Tea, Coffee")
    paths = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
    found = {path: WORDS.findall(f"{path}\n{file.read_text(errors='replace')}") for path, file in paths.items()}

    ours = {file.name for file in (ROOT / "docs/lessons").iterdir()}
    assert set() == ours & {file.name for file in paths.values()}
    assert NOT_YET == {path for path, words in found.items() if words}


def test_they_would_be_found() -> None:
    assert WORDS.search("docs/data/diagrams/two-stacks.yml")
    assert WORDS.search("A Virtual machine")


def files_in(project: Path) -> set[str]:
    return {file.relative_to(project).as_posix() for file in (project / "tests").rglob("*.py")}


def test_a_new_project_gets_every_test_but_those_of_this_course(project: Path) -> None:
    assert OF_THIS_COURSE == files_in(ROOT) ^ files_in(project)


def test_in_a_new_project_make_check_and_make_lint_pass(project: Path) -> None:
    passes(project, shutil.which("make") or "make", "check", "lint")


def test_in_a_new_project_every_test_is_found(project: Path) -> None:
    passes(project, sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", "--collect-only")


def test_in_a_new_project_the_tests_pass_that_its_course_could_fail(project: Path) -> None:
    pytest_there = (sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider")

    passes(project, *pytest_there, "-k", f"not ({SLOW})", *WHAT_THE_COURSE_CAN_FAIL)
