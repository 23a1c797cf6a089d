"""The preview of a pull request: an archive from a stranger becomes files, and nothing else."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report import preview
from report.preview import apart, place, unpack
from report.received import Refused

COURSE = "https://somebody.github.io/"


def archive(folder: Path, *names: str, method: int = ZIP_DEFLATED, mode: int = 0o644) -> Path:
    with ZipFile(folder / "site.zip", "w", method) as zipped:
        for name in names:
            info = ZipInfo(name)
            info.compress_type, info.external_attr = method, mode << 16
            zipped.writestr(info, "text")
    return folder / "site.zip"


def files(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def test_the_files_of_a_site_are_written(tmp_path: Path) -> None:
    names = ("404.html", "assets/a.min.1a2b.css", "index.html", "lessons/01-a/index.html", "sitemap.xml.gz")
    unpack(archive(tmp_path, *names, "lessons/"), tmp_path / "out")

    assert [*names] == files(tmp_path / "out")
    assert "text" == (tmp_path / "out/index.html").read_text()


@pytest.mark.parametrize(
    "name",
    [
        "../a.html", "/a.html", "a/../../b.html", "a//b.html", ".git/config.txt", "a/.git/hooks.js", "C:a.html", "a.sh",
        "a\\b.html", "a", "CNAME", ".nojekyll", "a.html/../../b.html", "a\n.html", "ä.html", "./a.html",
    ],
)  # fmt: skip
def test_a_file_that_no_build_makes_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match="no build makes"):
        unpack(archive(tmp_path, "index.html", name), tmp_path / "out")

    assert ["site.zip"] == files(tmp_path)


def test_a_link_to_another_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no build makes"):
        unpack(archive(tmp_path, "index.html", mode=0o120777), tmp_path / "out")


def test_an_archive_that_is_too_big_broken_or_packed_oddly_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Refused, match="unusual"):
        unpack(archive(tmp_path, "index.html", method=ZIP_BZIP2), tmp_path / "out")
    with pytest.raises(Refused, match="cannot be read"):
        unpack(archive(tmp_path, "a.html", "a.html/b.html"), tmp_path / "out")
    monkeypatch.setattr(preview, "MOST_BYTES", 3)
    with pytest.raises(Refused, match="too big"):
        unpack(archive(tmp_path, "index.html"), tmp_path / "out")
    monkeypatch.setattr(preview, "MOST_FILES", 0)
    with pytest.raises(Refused, match="too big"):
        unpack(archive(tmp_path, "index.html"), tmp_path / "out")


@given(harm=st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 255)), min_size=1, max_size=4))
def test_a_damaged_archive_writes_only_below_its_folder(
    harm: list[tuple[int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    damaged = bytearray(archive(folder, "index.html", "a/b.css").read_bytes())
    for at, value in harm:
        damaged[at % len(damaged)] = value
    (folder / "site.zip").write_bytes(damaged)
    with suppress(Refused):
        unpack(folder / "site.zip", folder / "out")

    assert [] == [name for name in files(folder) if name != "site.zip" and not name.startswith("out/")]


def test_the_preview_replaces_the_one_before_and_those_of_closed_pull_requests(tmp_path: Path) -> None:
    previews = tmp_path / "previews"
    for name in ("5/index.html", "6/index.html", "7/old.html", "robots.txt", ".git/config"):
        (previews / name).parent.mkdir(parents=True, exist_ok=True)
        (previews / name).write_text("")
    place(archive(tmp_path, "index.html"), previews, "7", {"6", "7"})

    assert [".git/config", "6/index.html", "7/index.html", "robots.txt"] == files(previews)


@pytest.mark.parametrize("number", ["", "../7", "7/..", "-"])
def test_what_is_no_number_names_no_folder(tmp_path: Path, number: str) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        place(archive(tmp_path, "index.html"), tmp_path, number, set())


@pytest.mark.parametrize(
    "address",
    ["", "https://somebody.github.io/previews/", "http://previews.example/", "somebody.github.io", "https://"],
)
def test_a_preview_never_stands_at_the_address_of_the_course(address: str) -> None:
    with pytest.raises(Refused):
        apart(address, COURSE)


def test_a_refused_site_stops_the_job(tmp_path: Path) -> None:
    environment = {"PYTHONPATH": ".github", "PREVIEW_URL": "https://previews.example/", "COURSE_URL": COURSE}
    command = [sys.executable, "-m", "report.preview", str(archive(tmp_path, "../a.html")), str(tmp_path), "7", "6"]
    done = subprocess.run(command, env=environment, cwd=Path(__file__).parent.parent, capture_output=True, check=False)

    assert 0 != done.returncode
    assert ["site.zip"] == files(tmp_path)
