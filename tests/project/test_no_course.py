"""The engine does not know the course: no file that another course gets has a word of this one, in text or name."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from macros.starter.engine import WORDS
from macros.starter.new import make
from tests.conftest import ROOT

HINT = "what a course is about stands in docs/ and mkdocs.yml: make it a setting, or say it in general"

PLACES = re.compile(
    r"CC BY|creativecommons|(?<![\w,])(?:[2-9]|two|three|four|five|six|seven) lessons|lessons/\d|which-one"
    r"|\b(?:comparison|charts|glossary|pictures|sources)(?:\.md|/#)|[\"'}/](?:comparison|glossary|sources)/[\"'{#]",
    re.IGNORECASE,
)
"""Under which licence any course stands, how many lessons it has, and where its pages are."""

ENGINE = ("macros", "overrides", "docs/assets", ".github", ".ci/run", "Makefile", "pyproject.toml")
"""What runs: it knows no places either. Tests have a course of their own, and so has what a new course begins with."""


def words(text: str) -> re.Pattern[str]:
    """Return what finds the words of a list: whole ones, in any case; nothing when the list has none."""
    listed = [line for line in text.splitlines() if line and line[0] != "#"]
    return re.compile(rf"(?<![a-z])(?:{'|'.join(listed) or '(?!)'})(?![a-z])", re.IGNORECASE)


def told(folder: Path, files: Iterable[Path], pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield each place where files below a folder, or their names, have what is looked for."""
    for file in files:
        path = file.relative_to(folder).as_posix()
        for number, line in enumerate((path, *file.read_text(errors="replace").splitlines())):
            yield from (f"{path}:{number}: {match[0]}" for match in pattern.finditer(line))


@pytest.fixture(scope="module")
def another(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a new project for another course."""
    return make(str(tmp_path_factory.mktemp("another") / "new"), "Tea", "Tea, Coffee")[0]


def test_no_file_that_another_course_gets_has_a_word_of_this_one(another: Path) -> None:
    own = words((ROOT / WORDS).read_text())
    files = sorted(file for file in another.rglob("*") if file.is_file())

    assert len(files) > 400
    assert [] == [*told(another, files, own)], HINT


def test_no_file_that_runs_knows_how_many_lessons_a_course_has_or_where_its_pages_stand(another: Path) -> None:
    parts = [file for name in ENGINE for file in (another / name, *(another / name).rglob("*"))]
    files = [file for file in parts if file.is_file() and ("starter" not in file.parts or file.suffix == ".py")]

    assert {".css", ".html", ".j2", ".js", ".py", ".toml", ".yml"} <= {file.suffix for file in files}
    assert [] == [*told(another, files, PLACES)], HINT


@pytest.mark.parametrize(
    "text",
    ["CC BY 4.0", "five lessons", "5 lessons", "lessons/02-x.md", 'f"{root}sources/#{id}"', "docs/comparison.md",
     "name = 'glossary/'", "https://creativecommons.org/"],
)  # fmt: skip
def test_a_place_that_comes_back_is_found(text: str) -> None:
    assert PLACES.search(text)


def test_words_are_found_whole_in_any_case_in_texts_and_names(tmp_path: Path) -> None:
    (tmp_path / "pot.txt").write_text("Tea-\nteapot\nA green TEA")

    assert ["pot.txt:0: pot", "pot.txt:1: Tea", "pot.txt:3: TEA"] == [
        *told(tmp_path, tmp_path.iterdir(), words("# Drinks\n\ntea\npot\n"))
    ]


def test_a_list_without_a_word_finds_none() -> None:
    assert not words("# Nothing yet.\n").search("# Nothing yet.")
