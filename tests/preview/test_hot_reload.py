"""Hot reload: what was edited is imported anew, and what was not edited stays."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.preview.hot_reload import Code
from tests.conftest import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with our code, and one module more."""
    shutil.copytree(ROOT / "macros", tmp_path / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "macros/new.py").write_text("value = 1\n")
    os.utime(tmp_path / "macros/new.py", (1_000_000_000, 1_000_000_000))
    return tmp_path


def said(project: Path, code: str) -> str:
    """Return what code prints that has imported the package and holds its state."""
    start = """
import os, pathlib, sys
from macros.preview.hot_reload import Code
import macros.content.card, macros.new
code, package, card = Code(pathlib.Path("macros").resolve()), macros, macros.content.card
file = pathlib.Path("macros/new.py")
"""
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", start + code]
    return subprocess.run(command, cwd=project, env=settings, stdout=subprocess.PIPE, text=True, check=True).stdout


def test_without_an_edit_nothing_is_imported_again(project: Path) -> None:
    assert "True\n" == said(project, "code.forget_edited(); print(sys.modules['macros.content.card'] is card)")


def test_after_an_edit_the_whole_package_is_imported_again(project: Path) -> None:
    edit = """
file.write_text("value = 22\\n")
code.forget_edited()
import macros.content.card, macros.new
print(macros.new.value, macros.content.card is card, macros is package)
"""

    assert "22 False False\n" == said(project, edit)


def test_an_edit_of_the_same_size_within_one_second_is_seen(project: Path) -> None:
    edit = """
file.write_text("value = 2\\n")
os.utime(file, (1_000_000_000, 1_000_000_000))
code.forget_edited()
import macros.new
print(macros.new.value)
"""

    assert "2\n" == said(project, edit)


def test_hooks_that_are_new_are_told_that_they_serve(tmp_path: Path) -> None:
    told: list[tuple[str, str, bool]] = []

    def hook(name: str) -> Any:
        return SimpleNamespace(name=name, on_startup=lambda command, dirty: told.append((name, command, dirty)))

    code = Code(tmp_path)
    config: Any = {"hooks": {"one": hook("first"), "two": SimpleNamespace()}}
    code.start_hooks(config, dirty=False)
    code.start_hooks(config, dirty=False)

    assert [] == told
    config = {"hooks": {**config["hooks"], "one": hook("second"), "two": SimpleNamespace()}}
    code.start_hooks(config, dirty=True)
    code.start_hooks(config, dirty=True)

    assert [("second", "serve", True)] == told
