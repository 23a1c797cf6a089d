"""The previews of pull requests: an archive from a stranger becomes files, and those of closed ones go away."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from report import preview
from report.preview import main, numbers, place, site, sweep
from report.received import Refused

from tests.conftest import LESSONS
from tests.report.test_archive import archive

ROOT = Path(__file__).parents[2]


def files(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def checkout(folder: Path, *names: str) -> Path:
    """Return a folder that stands for a checkout of the preview repository."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("")
    return folder


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREVIEW_URL", "https://previews.example/")
    monkeypatch.setenv("PREVIEW_REPOSITORY", "somebody-else/previews")
    monkeypatch.setenv("GITHUB_REPOSITORY_OWNER", "somebody")


def test_the_site_as_it_is_built_is_taken(site: Path, tmp_path: Path) -> None:
    with ZipFile(tmp_path / "site.zip", "w", ZIP_STORED) as zipped:
        for file in site.rglob("*"):
            zipped.write(file, file.relative_to(site))
    found = preview.site(tmp_path / "site.zip")

    assert {"index.html", "404.html", f"{LESSONS[0]}index.html"} <= {*found}
    assert [] == [name for name in found if name.endswith((".js", ".xml"))]


@pytest.mark.parametrize(
    "name",
    [
        "../a.html", "/a.html", "a//b.html", ".git/config.txt", "a/.git/hooks.js", "C:a.html", "a.sh", "a\\b.html", "a",
        "CNAME", ".nojekyll", "_config.yaml", "a.htm", "a.xhtml", "a.HTML", "a.pdf", "a/_headers",
        ".github/workflows/a.yml", "a.html/../../b.html", "a\n.html", "ä.html", "./a.html",
    ],
)  # fmt: skip
def test_a_file_that_no_build_makes_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match="something else than files that a build makes"):
        site(archive(tmp_path, "index.html", name))


def test_a_file_that_is_also_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="something else"):
        site(archive(tmp_path, "a.html", "a.html/b.html"))


def test_a_site_that_is_too_big_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview, "MOST_FILES", 0)
    with pytest.raises(Refused, match="too big"):
        site(archive(tmp_path, "index.html"))


def test_the_preview_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    place({"index.html": b"new"}, checkout(tmp_path, "7/old.html", "7/index.html", "6/index.html"), "7")

    assert ["6/index.html", "7/index.html"] == files(tmp_path)
    assert "new" == (tmp_path / "7/index.html").read_text()


def test_previews_of_closed_pull_requests_go_away_and_nothing_else(tmp_path: Path) -> None:
    sweep(
        checkout(tmp_path, "5/a/b.html", "6/index.html", "70/index.html", "robots.txt", ".git/config", "x7/a"),
        {"6", "7"},
    )

    assert [".git/config", ".nojekyll", "6/index.html", "robots.txt", "x7/a"] == files(tmp_path)


def test_without_an_open_pull_request_there_is_no_preview(tmp_path: Path) -> None:
    previews = checkout(tmp_path / "previews", "5/index.html")
    (tmp_path / "open").write_text("")
    main(previews, tmp_path / "open")

    assert [".nojekyll"] == files(previews)


def test_who_is_still_open_is_a_number_a_line() -> None:
    assert {"6", "70"} == numbers("6\n70\n")


@pytest.mark.parametrize(
    "answer", ["none", "6\nnone", "null", "6 ../7", "-1", "0", "07", "1e3", "²", "٣", "6\n::error::x"]
)
def test_a_list_of_open_pull_requests_without_their_numbers_changes_nothing(tmp_path: Path, answer: str) -> None:
    previews = checkout(tmp_path / "previews", "5/index.html", "6/index.html")
    (tmp_path / "open").write_text(answer)
    with pytest.raises(Refused, match="number"):
        main(previews, tmp_path / "open", "6", str(archive(tmp_path, "index.html")))

    assert ["5/index.html", "6/index.html"] == files(previews)


def test_a_site_goes_into_the_folder_of_its_pull_request(tmp_path: Path) -> None:
    previews = checkout(tmp_path / "previews", "5/index.html", "6/index.html", "7/old.html")
    (tmp_path / "open").write_text("6\n7\n")
    main(previews, tmp_path / "open", "7", str(archive(tmp_path, "index.html", "a/b.css", "a.js")))

    assert [".nojekyll", "6/index.html", "7/a/b.css", "7/index.html"] == files(previews)


@pytest.mark.parametrize("number", ["7", "", "../7", "7/..", "-", "6\n7"])
def test_a_site_of_what_is_not_open_is_not_placed(tmp_path: Path, number: str) -> None:
    previews = checkout(tmp_path / "previews", "7/index.html", "6/index.html")
    (tmp_path / "open").write_text("6\n")
    main(previews, tmp_path / "open", number, str(archive(tmp_path, "new.html")))

    assert [".nojekyll", "6/index.html"] == files(previews)


def test_a_site_that_is_refused_changes_nothing_and_stops_the_job_with_one_line(tmp_path: Path) -> None:
    previews = checkout(tmp_path / "previews", "5/index.html", "7/old.html")
    (tmp_path / "open").write_text("7\n")
    site = archive(tmp_path, "index.html", "\n::error::x\n##[error]x.html")
    command = [sys.executable, "-m", "report.preview", str(previews), str(tmp_path / "open"), "7", str(site)]
    environment = {**os.environ, "PYTHONPATH": ".github"}
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    reason = "its archive holds something else than files that a build makes"

    assert 1 == done.returncode
    assert "" == done.stdout
    assert f"::error::There is no preview of this site: {reason}; nothing was changed\n" == done.stderr
    assert ["5/index.html", "7/old.html"] == files(previews)


def test_previews_at_the_address_of_the_owner_of_the_course_are_not_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREVIEW_REPOSITORY", "Somebody/previews")
    previews = checkout(tmp_path / "previews", "5/index.html")
    (tmp_path / "open").write_text("")
    with pytest.raises(Refused, match="CNAME"):
        main(previews, tmp_path / "open")

    assert ["5/index.html"] == files(previews)
