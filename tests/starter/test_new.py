"""A new project passes its check and its build at once, and is there whole or not at all."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from macros.assembly.course import Course
from macros.check.problems import all_problems
from macros.starter.__main__ import main
from macros.starter.filling import content
from macros.starter.new import make
from tests.conftest import ROOT, build, pages_of
from tests.starter.conftest import TITLE


def test_a_new_project_has_no_problem_and_no_warning(made: Path) -> None:
    course = Course.read(made / "docs")

    assert [] == [*all_problems(course), *course.warnings]
    assert 3 == len(course.lessons)


def test_it_says_how_it_is_cited(made: Path) -> None:
    said = yaml.safe_load((made / "CITATION.cff").read_text())

    assert TITLE == said["title"]


def test_its_check_passes_when_it_is_run_there(project: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "macros"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (0, "") == (run.returncode, run.stderr)


def test_its_pages_are_built_and_have_their_title(project: Path, tmp_path: Path) -> None:
    site = build(tmp_path / "the site", project)
    pages = {
        page.relative_to(site).as_posix(): BeautifulSoup(page.read_text(), "html.parser") for page in pages_of(site)
    }

    assert 17 == len(pages)
    assert [] == [name for name, page in pages.items() if name != "404.html" and len(page.select("h1")) != 1]
    assert [] == [name for name, page in pages.items() if page.select(".problem, .problems") or "[[" in page.text]
    first = pages["index.html"].h1
    assert first
    assert TITLE == first.get_text().rstrip("#")
    heads = " ".join(head.get_text(" ") for head in pages["comparison/index.html"].select("th"))
    assert ["Tea", "Кофе", "R&D 'x'"] == [name for name in ("Tea", "Кофе", "R&D 'x'") if name in heads]


def test_the_engine_comes_along(made: Path) -> None:
    assert (ROOT / "macros/env.py").read_bytes() == (made / "macros/env.py").read_bytes()
    assert os.access(made / ".ci/run", os.X_OK)
    assert [] == [*made.rglob("__pycache__")]
    assert (made / "tests/course/test_addresses.py").is_file()
    assert not (made / "tests/course/test_content.py").exists()


def test_values_reach_the_settings_and_the_readme_as_text(made: Path) -> None:
    head = (made / "mkdocs.yml").read_text().split("\n\n")[0]

    assert TITLE == yaml.safe_load(head.replace("!ENV", ""))["site_name"]
    assert '# "; rm -rf / &#35;: &#36;(x) &#92; &#38; &#42;Tea&#42;' == (made / "README.md").read_text().split("\n")[0]


def test_it_has_no_byline_and_no_published_address(made: Path) -> None:
    assert "adapted-from" not in (made / "docs/data/course.yml").read_text()
    assert [] == [line for line in (made / "docs/data/published.txt").read_text().splitlines() if line[0] != "#"]


def test_what_is_wrong_is_told_at_once_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 1 == main(["new", f"--dir={tmp_path / 'no/where'}", "--title=", "--subjects=Tea"])
    assert ["DIR", "TITLE", "SUBJECTS"] == [line.split(":")[0] for line in capsys.readouterr().err.splitlines()]
    assert [] == [*tmp_path.iterdir()]


def test_without_a_folder_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert 1 == main(["new", "--title=T", "--subjects=Tea, Coffee"])
    assert "DIR: is missing: write DIR=../my-course" in capsys.readouterr().err


def test_a_course_that_would_not_pass_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    faulty = {"docs/about.md": "no front matter"}
    monkeypatch.setattr("macros.starter.new.content", lambda plan, minutes: content(plan, minutes) | faulty)

    with pytest.raises(
        ValueError, match=re.escape("would not pass its check, so it is not written:\ndocs/about.md:1:1")
    ):
        make(str(tmp_path / "new"), "T", "Tea, Coffee")
    assert [] == [*tmp_path.iterdir()]


@pytest.mark.parametrize("subjects", ["Tea, Coffee", "A,B,C,D,E", "x=" + "W" * 24 + ",y=Имя"])
def test_any_number_of_subjects_gives_a_course_without_a_problem(subjects: str, tmp_path: Path) -> None:
    folder, _ = make(str(tmp_path / "new"), "T", subjects)

    assert [] == all_problems(Course.read(folder / "docs"))


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_page_of_it_has_an_amount_in_a_unit_that_a_course_may_add(language: str, tmp_path: Path) -> None:
    folder, _ = make(str(tmp_path / "new"), "T", "A, B", language)
    with (folder / "docs/data/course.yml").open("a") as card:
        card.write('dimensions: {share: {"%": 1}, zoom: {x: 1}, screen: {px: 1}}\n')

    assert [] == all_problems(Course.read(folder / "docs"))


@pytest.mark.parametrize("course", ["made", "made_german"])
def test_the_pattern_of_a_diagram_stays_right_when_the_examples_go(course: str, request: pytest.FixtureRequest) -> None:
    docs = request.getfixturevalue(course) / "docs"

    assert () == Course.read(docs).diagrams["every-part"].figures


def test_git_keeps_out_what_is_installed_even_behind_a_link(made: Path) -> None:
    ignored = (made / ".gitignore").read_text().split()

    assert ".venv" in ignored


def test_a_new_project_can_write_another(project: Path, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "macros.starter",
        "new",
        f"--dir={tmp_path / 'next'}",
        "--title=T",
        "--subjects=A, B",
    ]
    run = subprocess.run(
        command, cwd=project, env={**os.environ, "PYTHONPATH": ""}, capture_output=True, text=True, check=False
    )

    assert (0, "") == (run.returncode, run.stderr)
    assert [] == all_problems(Course.read(tmp_path / "next/docs"))


def test_the_ids_of_the_subjects_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = [f"--dir={tmp_path / 'new'}", "--title=T", "--subjects=Gedruckte Bücher, Öl", "--language=de"]

    assert 0 == main(["new", *asked])
    assert "The subjects have the ids gedruckte-buecher, oel: addresses for ever." in capsys.readouterr().out
