"""A new project in the language and under the licence that were chosen for it."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from macros.assembly.course import Course
from macros.check.problems import all_problems
from macros.html.words import languages
from macros.starter.__main__ import main
from macros.starter.choices import HERE, licences
from macros.starter.engine import BEGINS, PAGES, STATE
from macros.starter.filling import CONTENT, content, filled, has_texts
from macros.starter.new import make
from macros.starter.plan import planned
from tests.conftest import build, pages_of

PLAN = planned("T", "Tea, Coffee")


def test_a_german_project_has_no_problem_and_no_warning(made_german: Path) -> None:
    course = Course.read(made_german / "docs")

    assert [] == [*all_problems(course), *course.warnings]
    assert 3 == len(course.lessons)


def test_its_pages_speak_german_and_no_english_text_is_left(made_german: Path, tmp_path: Path) -> None:
    pages = [BeautifulSoup(file.read_text(), "html.parser") for file in pages_of(build(tmp_path, made_german))]
    shown = {" ".join(page.get_text(" ").split()) for page in pages}
    english = {line for path in texts("en") for line in prose(content(PLAN, 1)[path])}

    assert 17 == len(pages)
    assert {"de"} == {page.html["lang"] for page in pages if page.html}
    assert len(english) > 80
    assert [] == [line for line in english if any(line in page for page in shown)]


def texts(language: str) -> set[str]:
    """Return the paths of the pages and data that are written in a language."""
    folder = (HERE / language if language != "en" else HERE) / CONTENT
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.suffix in {".md", ".yml"}}
    return {path for path in files if path.startswith("docs/")}


def prose(text: str) -> set[str]:
    """Return what readers would see of a page or a data file, where it is plain: texts of three words or more."""
    lines = re.findall(r"^(?:.*?: )?([A-Z][\w ,:;.-]+[.?]?)$", text, re.MULTILINE)
    return {line for line in lines if line.count(" ") > 1}


def test_each_text_of_a_new_course_is_there_in_german() -> None:
    same = {"docs/data/moved.yml"}

    assert texts("en") - same | {*PAGES} == texts("de")


def test_its_settings_and_its_licence_are_german(made_german: Path) -> None:
    settings = (made_german / "mkdocs.yml").read_text()

    assert "\n  language: de\n" in settings
    assert "\n  - Lernen:\n" in settings
    assert ">Erstellt mit Material für MkDocs</a>" in settings
    assert "Weitergabe unter gleichen Bedingungen" in (made_german / "LICENSE-CONTENT").read_text()
    assert "Text, Daten und Bilder: [CC BY-SA 4.0](LICENSE-CONTENT)." in (made_german / "README.md").read_text()


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("id_", licences())
def test_a_licence_stands_wherever_one_is_named(id_: str, language: str) -> None:
    plan, licence = replace(PLAN, language=language, licence=id_), licences()[id_]
    made = content(plan, 1)

    assert licence | {"spdx": id_} == yaml.safe_load(made["docs/data/course.yml"])["licence"]
    assert licence["url"] in made["docs/about.md"]
    assert f"SPDX-License-Identifier: {id_}\n" in made["LICENSE-CONTENT"]
    assert licence["url"] in made["LICENSE-CONTENT"]
    assert licence["name"] in made["README.md"]


def test_the_licence_of_the_code_names_none_of_the_content(made: Path) -> None:
    text = (made / "LICENSE").read_text()

    assert "is under the licence that LICENSE-CONTENT names." in text
    assert [] == [name for name in ("Attribution", "Creative Commons", "CC0", "CC BY") if name in text]


@pytest.mark.parametrize("language", ["en", "de"])
def test_without_a_licence_all_say_where_its_name_goes(language: str) -> None:
    plan = replace(PLAN, language=language)
    made = content(plan, 1)

    assert "licence" not in yaml.safe_load(made["docs/data/course.yml"])
    assert [] == [id_ for id_ in licences() if licences()[id_]["url"] not in made["LICENSE-CONTENT"]]
    assert [2, 1] == [made[path].count("`LICENSE-CONTENT`") + made[path].count("(LICENSE-CONTENT)")
                      for path in ("README.md", "docs/about.md")]  # fmt: skip


def test_what_has_no_texts_in_its_language_says_that_the_examples_are_english() -> None:
    said = "The examples are in English: write yours in the language of the course"
    readme = f"{CONTENT}/README.md"

    assert said in filled(readme, replace(PLAN, language="fr"))
    assert said not in filled(readme, PLAN)
    assert [] == [language for language in languages() if not has_texts(language)]


def test_a_german_project_writes_english_ones(made_german: Path, tmp_path: Path) -> None:
    command = [
        sys.executable, "-m", "macros.starter", "new", f"--dir={tmp_path / 'next'}", "--title=T", "--subjects=A, B",
    ]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": "", "PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.run(command, cwd=made_german, env=environment, capture_output=True, text=True, check=False)

    assert (0, "") == (run.returncode, run.stderr)
    assert "\n  language: en\n" in (tmp_path / "next/mkdocs.yml").read_text()
    for path in PAGES:
        assert (made_german / BEGINS / path).read_text() == (tmp_path / "next" / path).read_text()
        assert (made_german / path).read_text() != (tmp_path / "next" / path).read_text()


def test_an_update_knows_what_was_chosen(made_german: Path) -> None:
    kept = json.loads((made_german / STATE / "course.json").read_text())

    assert ("de", "CC-BY-SA-4.0") == (kept["language"], kept["licence"])


def test_what_will_not_do_is_told_and_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = [f"--dir={tmp_path / 'new'}", "--title=T", "--subjects=A, B", "--language=xx", "--licence=MIT"]

    assert 1 == main(["new", *asked])
    assert ["LANGUAGE", "LICENCE"] == [line.split(":")[0] for line in capsys.readouterr().err.splitlines()]
    assert [] == [*tmp_path.iterdir()]


def test_both_are_chosen_where_a_project_is_made(tmp_path: Path) -> None:
    folder, _ = make(str(tmp_path / "new"), "T", "A, B", licence="CC0-1.0")

    assert [] == all_problems(Course.read(folder / "docs"))
    assert "publicdomain/zero" in (folder / "docs/data/course.yml").read_text()
