"""The language of a course: where there is a catalogue for it, and what is told of another."""

from pathlib import Path

import pytest

from macros.assembly.course import Course
from macros.assembly.language import problems
from macros.calls import Calls
from macros.check.problems import all_problems, answer
from tests.builders import docs_in

SETTINGS = "site_name: Drinks\ntheme:\n  name: material\n"


def course_in(folder: Path, settings: str) -> Course:
    docs = docs_in(folder)
    (folder / "mkdocs.yml").write_text(settings)
    return Course.read(docs)


@pytest.mark.parametrize(
    "settings",
    [
        "site_name: A\n", "theme: material\n", SETTINGS, f"{SETTINGS}  language: en\n", f"{SETTINGS}  language: de\n",
        "theme: {language: de}\n", "theme: [\n", "",
    ],
)  # fmt: skip
def test_a_known_language_or_none_is_right(tmp_path: Path, settings: str) -> None:
    assert [] == [*problems(course_in(tmp_path, settings).files)]


@pytest.mark.parametrize("language", ["xx", "english", "DE", "../de", "[de]"])
def test_another_is_told_with_those_that_there_are(tmp_path: Path, language: str) -> None:
    course = course_in(tmp_path, f"{SETTINGS}  language: {language}\n")
    (found,) = problems(course.files)

    assert ("mkdocs.yml:4:13", "theme.language") == (found.place, found.field)
    assert found.hint.startswith("write one of de, en, or")
    assert found in all_problems(course)


def test_a_call_speaks_the_language_of_its_course(tmp_path: Path) -> None:
    german = course_in(tmp_path / "german", f"{SETTINGS}  language: de\n")
    english = course_in(tmp_path / "english", f"{SETTINGS}  language: en\n")

    for course, expected in ((german, "Richtig."), (english, "Right."), (german, "Richtig.")):
        assert expected in answer(Calls(course, "lessons/01-drinks/"), "quiz", ("drinks",), {})
