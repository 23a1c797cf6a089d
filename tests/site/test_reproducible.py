"""Two builds of the same files are the same, byte for byte, whatever is around them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import whole_project_in
from tests.conftest import ROOT, lacking


def build(project: Path, python: str = sys.executable, **environment: str) -> dict[str, bytes]:
    """Return every file of the site by its path."""
    command = [python, "-B", "-m", "mkdocs", "build", "--strict"]
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000", **environment}
    built = subprocess.run(command, cwd=project, env=settings, capture_output=True, text=True, check=False)

    assert 0 == built.returncode, built.stderr
    site = project / "site"
    return {str(file.relative_to(site)): file.read_bytes() for file in site.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("plain")
    return build(whole_project_in(folder, anew=True), TZ="UTC", PYTHONHASHSEED="1", LC_ALL="C.UTF-8")


def test_another_folder_time_zone_hash_seed_and_locale_change_nothing(plain: dict[str, bytes], tmp_path: Path) -> None:
    odd = tmp_path / "ünï #1 %20 'q'"
    odd.mkdir()
    other = build(whole_project_in(odd, anew=True), TZ="Pacific/Kiritimati", PYTHONHASHSEED="2", LC_ALL="C")

    assert plain.keys() == other.keys()
    assert [] == [path for path in plain if plain[path] != other[path]]


def other_pythons() -> Iterator[str]:
    """Yield every other Python on this machine that a build can have, the newest first: those of pyenv, too."""
    folders = [*os.get_exec_path(), *Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")).glob("versions/*/bin")]
    for minor in range(20, 10, -1):
        found = [shutil.which(f"python3.{minor}", path=str(folder)) for folder in folders]
        for python in filter(None, found if minor != sys.version_info.minor else ()):
            # What pyenv puts on the path may lead to nothing.
            if not subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode:
                yield python


def test_another_python_builds_the_same(plain: dict[str, bytes], tmp_path: Path) -> None:
    """Build with the newest other Python that is found; to have one is no duty."""
    python = next(other_pythons(), None)
    if not python:
        pytest.skip("there is no other Python to build with")
    own = tmp_path / "own"
    subprocess.run([python, "-m", "venv", own], check=True)
    installing = [str(own / "bin/python"), "-m", "pip", "install", "--quiet", "--require-hashes", "-r"]
    installed = subprocess.run(
        [*installing, str(ROOT / "requirements.txt")], capture_output=True, text=True, check=False
    )
    if installed.returncode:
        lacking(f"{python} cannot be given what a build needs: {installed.stderr}")
    other = build(
        whole_project_in(tmp_path, anew=True), str(own / "bin/python"), TZ="UTC", PYTHONHASHSEED="1", LC_ALL="C.UTF-8"
    )

    assert plain.keys() == other.keys()
    assert [] == [path for path in plain if plain[path] != other[path]]


def test_line_ends_and_byte_order_marks_of_an_editor_change_nothing(plain: dict[str, bytes], tmp_path: Path) -> None:
    project = whole_project_in(tmp_path)
    for file in [*project.glob("docs/**/*.md"), *project.glob("docs/data/**/*.yml")]:
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    other = build(project)
    pages = [path for path in plain if path.endswith((".html", ".svg", ".png", ".json", ".csv"))]

    assert len(pages) > 30
    assert [] == [path for path in pages if plain[path] != other[path]]


def test_a_checkout_that_cannot_be_written_to_is_built_elsewhere(tmp_path: Path) -> None:
    project = tmp_path / "read only"
    project.mkdir()
    whole_project_in(project, anew=True)
    for path in [*project.rglob("*"), project]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    command = [sys.executable, "-B", "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    built = subprocess.run(command, cwd=project, env=quiet, capture_output=True, text=True, check=False)
    for path in [project, *project.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)

    assert 0 == built.returncode, built.stderr
    assert (tmp_path / "site/index.html").is_file()
