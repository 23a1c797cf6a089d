"""CITATION.cff is held to the card and the settings: what differs is told with its line, and how to mend it."""

from pathlib import Path

import pytest
import yaml

from macros.assembly.course import Course
from macros.check import citation
from macros.content.card import Card, Licence
from macros.content.citation_file import citation_file
from macros.outputs.citation import citation_text
from macros.reading.project import CITATION, Project
from tests.builders import change, docs_in

SETTINGS = """\
site_name: "Tea: a course"
site_url: !ENV [SITE_URL, "https://tea.example/"]
repo_url: https://code.example/tea
"""
TITLE = 'title: "Tea: a course"'


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Return the folder of a course whose file is as it was made."""
    docs = docs_in(tmp_path)
    (docs.parent / "mkdocs.yml").write_text(SETTINGS)
    (docs.parent / CITATION).write_text(citation_text(docs))
    return docs


def told(docs: Path) -> list[str]:
    return [str(problem) for problem in citation.problems(Course.read(docs))]


def test_it_says_what_card_and_settings_say_whatever_the_environment_says(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://elsewhere.example/")
    found = yaml.safe_load(citation_text(docs))

    assert [] == told(docs)
    assert {
        "cff-version": "1.2.0",
        "message": "Please cite this course as below.",
        "type": "dataset",
        "title": "Tea: a course",
        "abstract": "Drinks.",
        "license-url": "https://creativecommons.org/licenses/by/4.0/",
        "url": "https://tea.example/",
        "repository-code": "https://code.example/tea",
        "authors": [{"name": "Somebody"}],
    } == {**found, "abstract": "Drinks."}


def test_what_differs_is_told_with_its_line_and_the_right_one(docs: Path) -> None:
    file = docs.parent / CITATION
    number = file.read_text().splitlines().index(TITLE) + 1
    file.write_text(file.read_text().replace(TITLE, "title: Coffee"))

    message = (
        f"{CITATION}:{number}:1: says something else than docs/data/course.yml and mkdocs.yml: there it is {TITLE}"
    )

    assert [f"{message}\n    hint: run `make citation`, which writes the file again"] == told(docs)


@pytest.mark.parametrize("change", ["", "x: y\n", "\xff"])
def test_a_file_that_is_short_or_long_or_no_text_is_told(docs: Path, change: str) -> None:
    file = docs.parent / CITATION
    file.write_bytes((file.read_text() + change if change else "").encode("latin-1"))

    assert 1 == len(told(docs))


def test_a_project_need_not_have_the_file(docs: Path) -> None:
    (docs.parent / CITATION).unlink()

    assert [] == told(docs)


def test_a_course_that_names_its_day_was_released_on_it(docs: Path) -> None:
    change(docs, "data/course.yml", "authors: somebody\n", "authors: somebody\npublished: 2026-11-28\n")

    assert "2026-11-28" == str(yaml.safe_load(citation_text(docs))["date-released"])


@pytest.mark.parametrize(
    ("spdx", "said"), [("CC-BY-SA-4.0", {"license": "CC-BY-SA-4.0"}), (None, {"license-url": "https://own.example/l"})]
)
def test_a_licence_has_its_name_in_the_list_of_spdx_or_its_address(spdx: str | None, said: dict[str, str]) -> None:
    licence = Licence(name="L", url="https://own.example/l", spdx=spdx)
    card = Card(promise="P", lessons=1, minutes=1, level="L", authors="A", licence=licence)
    found = yaml.safe_load(citation_file(card, Project("N", "", "", None)))

    assert said == {key: value for key, value in found.items() if key.startswith("license")}
    assert "url" not in found
