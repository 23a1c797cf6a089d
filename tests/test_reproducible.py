"""Two builds of the same files are the same, byte for byte, whatever is around them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
KEPT = ("docs", "macros", "overrides", "mkdocs.yml")


def copy(folder: Path) -> Path:
    """Copy what a build needs, and nothing of git or of earlier builds."""
    for name in KEPT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    return folder


def build(project: Path, **environment: str) -> dict[str, bytes]:
    """Return every file of the site by its path."""
    command = [sys.executable, "-B", "-m", "mkdocs", "build", "--strict"]
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000", **environment}
    built = subprocess.run(command, cwd=project, env=settings, capture_output=True, text=True, check=False)

    assert 0 == built.returncode, built.stderr
    site = project / "site"
    return {str(file.relative_to(site)): file.read_bytes() for file in site.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("plain")
    return build(copy(folder), TZ="UTC", PYTHONHASHSEED="1", LC_ALL="C.UTF-8")


def test_another_folder_time_zone_hash_seed_and_locale_change_nothing(plain: dict[str, bytes], tmp_path: Path) -> None:
    odd = tmp_path / "ünï #1 %20 'q'"
    odd.mkdir()
    other = build(copy(odd), TZ="Pacific/Kiritimati", PYTHONHASHSEED="2", LC_ALL="C")

    assert plain.keys() == other.keys()
    assert [] == [path for path in plain if plain[path] != other[path]]


def test_line_ends_and_byte_order_marks_of_an_editor_change_nothing(plain: dict[str, bytes], tmp_path: Path) -> None:
    project = copy(tmp_path)
    for file in [*project.glob("docs/**/*.md"), *project.glob("docs/data/**/*.yml")]:
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    other = build(project)
    pages = [path for path in plain if path.endswith((".html", ".svg", ".png", ".json", ".csv"))]

    assert len(pages) > 50
    assert [] == [path for path in pages if plain[path] != other[path]]


def test_a_checkout_that_cannot_be_written_to_is_built_elsewhere(tmp_path: Path) -> None:
    project = tmp_path / "read only"
    project.mkdir()
    copy(project)
    for path in [*project.rglob("*"), project]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    command = [sys.executable, "-B", "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    built = subprocess.run(command, cwd=project, env=quiet, capture_output=True, text=True, check=False)
    for path in [project, *project.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)

    assert 0 == built.returncode, built.stderr
    assert (tmp_path / "site/index.html").is_file()
