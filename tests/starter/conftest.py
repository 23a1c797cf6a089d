"""A new project, written once for all tests that look at one."""

import shutil
from pathlib import Path

import pytest

from macros.starter.new import make

TITLE = '"; rm -rf / #: $(x) \\ & *Tea*'
"""One that would do harm wherever it is not taken for text."""


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a new project, which has a space in its name; it is to be read, not changed."""
    folder, _ = make(str(tmp_path_factory.mktemp("new") / "tea or coffee"), TITLE, "Tea, coffee-2=Кофе, R&D 'x'")
    return folder


@pytest.fixture(scope="session")
def made_german(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a new project in German, with a licence; it is to be read, not changed."""
    folder = str(tmp_path_factory.mktemp("german") / "new")
    return make(folder, "Tee und Kaffee", "tea=Tee, coffee-2=Kaffee, R&D 'x'", "de", "CC-BY-SA-4.0")[0]


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    """Return a copy of a new project, to change."""
    return shutil.copytree(made, tmp_path / "my project")
