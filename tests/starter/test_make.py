"""What is typed behind ``make new`` reaches the starter as it was typed, whatever it means to make or to a shell."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

MAKE = shutil.which("make") or "make"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the Makefile, in which Python only says with what it was called, a line each."""
    for name in ("Makefile", "requirements.txt"):
        shutil.copy(ROOT / name, tmp_path)
    python = tmp_path / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    python.chmod(0o755)
    (tmp_path / ".venv/site-installed").touch()
    return tmp_path


def said(folder: Path, *arguments: str, **environment: str) -> str:
    run = subprocess.run(
        [MAKE, *arguments], cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, check=True
    )
    return run.stdout


@pytest.mark.parametrize(
    "title",
    [
        '"; touch harm; "',
        "$(touch harm)",
        "$(shell touch harm)",
        "`touch harm`",
        "$x $$ ${x}",
        "'",
        "a\\",
        "#",
        "a\nb",
        "-x",
        "*",
        "%",
    ],
)
def test_a_title_is_text(title: str, folder: Path) -> None:
    assert f"\n--title={title}\n--subjects=A, $(B)\n--language=\n--licence=\n" in said(
        folder, "new", f"TITLE={title}", "SUBJECTS=A, $(B)"
    )
    assert f"\n--title={title}\n" in said(folder, "new", TITLE=title)
    assert not (folder / "harm").exists()


def test_a_language_and_a_licence_are_text(folder: Path) -> None:
    told = said(folder, "new", "LANGUAGE=$(shell touch harm)", "LICENCE=$(x) y")

    assert "\n--language=$(shell touch harm)\n--licence=$(x) y\n" in told
    assert not (folder / "harm").exists()


def test_a_licence_may_be_written_with_an_s(folder: Path) -> None:
    assert "\n--licence=$(shell touch harm) y\n" in said(folder, "new", "LICENSE=$(shell touch harm) y")
    assert "\n--licence=A\n" in said(folder, "new", "LICENSE=B", "LICENCE=A")
    assert "\n--licence=\n" in said(folder, "new", LICENSE="of another program")
    assert not (folder / "harm").exists()


def test_the_language_of_the_environment_is_none_of_a_course(folder: Path) -> None:
    assert "\n--language=\n--licence=\n" in said(folder, "new", LANGUAGE="en_GB:en")


def test_a_folder_is_text(folder: Path) -> None:
    assert "\n--dir=../$(x) y\n" in said(folder, "new", "DIR=../$(x) y")
    assert "\n--engine=../a b\n--force=1\n" in said(folder, "update", "ENGINE=../a b", "FORCE=1")


def test_what_is_installed_is_not_installed_again_because_the_list_is_younger(folder: Path) -> None:
    stamp = folder / ".venv/site-installed"
    shutil.copy(folder / "requirements.txt", stamp)
    os.utime(stamp, (1, 1))
    os.utime(folder / ".venv/bin/python", (1, 1))

    assert "pip\ninstall\n" not in said(folder, "new", "TITLE=T")


def test_another_list_is_installed(folder: Path) -> None:
    stamp = folder / ".venv/site-installed"
    stamp.write_text("of another time")
    os.utime(stamp, (1, 1))

    assert "pip\ninstall\n" in said(folder, "new", "TITLE=T")
    assert (folder / "requirements.txt").read_text() == stamp.read_text()
