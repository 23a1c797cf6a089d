"""A newer engine in a project: its files come, what the project wrote stays, and where both differ, it is told."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.assembly.course import Course
from macros.check.problems import all_problems
from macros.reading.project import CITATION
from macros.starter.__main__ import main
from macros.starter.engine import BEGINS, FILES, FOLDERS, MERGED, PAGES
from macros.starter.state import digest
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the engine in a newer version: a file changes, one comes, one goes, and so do settings."""
    folder = tmp_path_factory.mktemp("newer") / "the engine"
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
    for name in (*FILES, *MERGED, *PAGES):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    replace(folder / "macros/calls.py", "What a page can call", "What each page can call")
    (folder / "macros/html/added.py").write_text('"""New."""\n')
    (folder / ".vscode/extensions.json").unlink()
    replace(folder / "mkdocs.yml", "\nplugins:\n", "\n# Newer.\nplugins:\n")
    replace(folder / "mkdocs.yml", "site_name: ", "site_name: Other ")
    replace(folder / "Makefile", "rm -rf .venv .bench", "rm -rf .venv .bench .newer")
    replace(folder / "CONTRIBUTING.md", "# How to change the course", "# How to change this course")
    (folder / BEGINS / "docs").mkdir(exist_ok=True)
    (folder / BEGINS / "docs/rules.md").write_text("---\ntitle: Other rules\n---\n")
    replace(folder / "docs/rules.md", "title: ", "title: Other ")
    (folder / "docs/index.md").write_text("of the engine's own course")
    return folder


def update(project: Path, engine: Path, *, force: bool = False, path: str | None = None) -> tuple[int, str]:
    """Run an update as make does, and return the exit status and what is told."""
    command = [sys.executable, "-m", "macros.starter", "update", f"--engine={engine}", f"--force={1 if force else ''}"]
    environment = {
        **os.environ,
        "PYTHONPATH": "",
        "PYTHONDONTWRITEBYTECODE": "1",
        **({"PATH": path} if path is not None else {}),
    }
    run = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    return run.returncode, run.stdout + run.stderr


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


def everything(folder: Path) -> dict[str, bytes]:
    """Return what all files of a folder hold, but for what Python and the caches leave behind."""
    files = {file.relative_to(folder): file for file in folder.rglob("*") if file.is_file()}
    return {
        str(path): file.read_bytes() for path, file in files.items() if not {"__pycache__", ".cache"} & {*path.parts}
    }


def test_the_newer_engine_comes_and_content_and_settings_stay(project: Path, engine: Path) -> None:
    lesson, settings, guide = (
        project / "docs/lessons/01-what-it-is.md",
        project / "mkdocs.yml",
        project / "CONTRIBUTING.md",
    )
    replace(lesson, "description: ", "description: Ours. ")
    (project / "docs/data/pictures/clock.svg").rename(project / "docs/data/pictures/watch.svg")
    replace(project / "docs/data/diagrams/every-part.yml", "scale: clock", "scale: watch")
    replace(settings, 'site_name: "', 'site_name: "My ')
    replace(project / CITATION, 'title: "', 'title: "My ')
    replace(settings, "copyright: Code MIT.", "copyright: Text CC0, code MIT.")
    replace(guide, "You need no Python", "Welcome! You need no Python")
    replace(project / "docs/assets/course.css", "  --ink: ", "  --mine: red;\n  --ink: ")
    (project / "docs/mine.md").write_text("---\ntitle: Mine\ndescription: Mine.\n---\n\nMine.\n")
    replace(settings, "      - about.md\n", "      - about.md\n      - mine.md\n")
    before = everything(project / "docs")

    status, told = update(project, engine)

    assert (0, "6 files taken over, 1 deleted. Next: make check, then make test\n") == (status, told)
    assert before == everything(project / "docs")
    assert "What each page can call" in (project / "macros/calls.py").read_text()
    assert (project / "macros/html/added.py").is_file()
    assert not (project / ".vscode/extensions.json").exists()
    assert "# Newer.\nplugins:" in settings.read_text()
    assert "copyright: Text CC0, code MIT." in settings.read_text()
    assert "rm -rf .venv .bench .newer" in (project / "Makefile").read_text()
    assert "# How to change this course\n\nWelcome! You need" in guide.read_text()
    assert [] == all_problems(Course.read(project / "docs"))


def test_the_same_update_again_does_nothing(project: Path, engine: Path) -> None:
    update(project, engine)
    before = everything(project)

    assert (0, "0 files taken over, 0 deleted. Next: make check, then make test\n") == update(project, engine)
    assert before == everything(project)


def test_what_was_edited_on_both_sides_is_told_and_nothing_is_written(project: Path, engine: Path) -> None:
    replace(project / "macros/calls.py", "What a page can call", "What my page can call")
    (project / "macros/html/added.py").write_text('"""Mine."""\n')
    (project / ".vscode/extensions.json").write_text("{}")
    before = everything(project)

    status, told = update(project, engine)

    hint = "was changed here and in the engine: undo your change, or give it up with FORCE=1"
    assert 1 == status
    assert [f"{path}: {hint}" for path in (".vscode/extensions.json", "macros/calls.py", "macros/html/added.py")] == (
        told.splitlines()
    )
    assert before == everything(project)


def test_it_is_replaced_when_it_is_said_so(project: Path, engine: Path) -> None:
    replace(project / "macros/calls.py", "What a page can call", "What my page can call")

    assert 0 == update(project, engine, force=True)[0]
    assert (engine / "macros/calls.py").read_bytes() == (project / "macros/calls.py").read_bytes()


def test_what_only_the_project_changed_in_the_engine_stays_even_by_force(project: Path, engine: Path) -> None:
    replace(project / "macros/env.py", '"""', '"""Mine. ')
    (project / "tests/waiting.py").unlink()

    assert 0 == update(project, engine, force=True)[0]
    assert (project / "macros/env.py").read_text().startswith('"""Mine. ')
    assert not (project / "tests/waiting.py").exists()


def test_a_line_of_the_settings_that_both_changed_is_marked_and_told(project: Path, engine: Path) -> None:
    replace(project / "mkdocs.yml", "\nplugins:\n", "\n# Mine.\nplugins:\n")

    status, told = update(project, engine)

    marked = (project / "mkdocs.yml").read_text().split("\n")
    line = next(number for number, text in enumerate(marked, 1) if text.startswith("<<<<<<< yours"))
    assert 1 == status
    assert f"mkdocs.yml:{line}:1: both sides changed these lines\n    hint: keep what is right" in told


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", "ENGINE: is missing: write ENGINE=../engine"),
        ("no/where", "ENGINE: 'no/where' holds no engine: name a folder with macros/starter"),
        (".", "ENGINE: is this folder itself"),
    ],
)
def test_an_engine_that_will_not_do_is_told(
    written: str, told: str, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)

    assert 1 == main(["update", f"--engine={written}"])
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("lost", ["course.json", "sha256sums.txt"])
def test_a_project_that_does_not_know_its_engine_is_told(lost: str, project: Path, engine: Path) -> None:
    (project / ".ci/engine" / lost).unlink()
    before = everything(project)

    status, told = update(project, engine)

    assert (1, True) == (status, told.startswith(".ci/engine: does not tell which engine was delivered"))
    assert before == everything(project)


def test_without_git_it_is_asked_for(project: Path, engine: Path, tmp_path: Path) -> None:
    before = everything(project)

    assert (1, "git is missing, which merges what both sides changed: install it\n") == (
        update(project, engine, path=str(tmp_path))
    )
    assert before == everything(project)


def test_a_sum_of_a_file_elsewhere_deletes_nothing(project: Path, engine: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("")
    sums = project / ".ci/engine/sha256sums.txt"
    sums.write_text(f"{digest(b'')}  ../mine\n{sums.read_text()}")

    assert 0 == update(project, engine)[0]
    assert (tmp_path / "mine").exists()
