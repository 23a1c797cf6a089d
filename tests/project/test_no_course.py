"""The engine does not know the course: none of its words stands in code, templates, look or workflows."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

WORDS = re.compile(
    r"(?<![a-z-])containers?(?![a-z_-])|virtual[ -]machines?|civo|kubernetes|docker|firecracker|hypervisor|unikernel"
    r"|kernel|\bguest|\bpods?\b|\blibraries\b|\bhardware\b|container[ -]engine|harbour|\bquay\b"
    r"|CC BY|creativecommons|\b(?:five|5) lessons|lessons/\d|which-one"
    r"|\b(?:comparison|charts|glossary|pictures|sources)(?:\.md|/#)|[\"'}/](?:comparison|glossary|sources)/[\"'{#]",
    re.IGNORECASE,
)
"""Of this course: what it is about, whose lesson it goes back to, how many it has, and where its pages stand."""

OF_STANDARDS = re.compile(
    r"@container[ (]|container-type|data-md-component=\"container\"|\"container\", \"layer\""
    r"|^containers = \[\"macros\"\]",
    re.MULTILINE,
)
"""The same words in standards and in the theme: CSS, its templates, the settings of import-linter."""

ENGINE = ("macros", "overrides", "docs/assets", ".github", ".ci", "Makefile", "pyproject.toml")
FILES = sorted(
    file
    for name in ENGINE
    for file in ([ROOT / name] if (ROOT / name).is_file() else (ROOT / name).rglob("*"))
    if file.is_file() and "__pycache__" not in file.parts and file.suffix != ".pyc"
    if "starter" not in file.parts or file.suffix == ".py"  # what a new course begins with has pages of its own
)


def found(text: str) -> list[str]:
    return [match[0] for match in WORDS.finditer(OF_STANDARDS.sub("", text))]


def test_there_is_an_engine_to_read() -> None:
    assert {".css", ".html", ".j2", ".js", ".py", ".toml", ".yml"} <= {file.suffix for file in FILES}
    assert len(FILES) > 200


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_file_of_the_engine_has_a_word_of_the_course(file: Path) -> None:
    hint = "what a course is about stands in docs/ and mkdocs.yml: make it a setting, or say it in general"

    assert [] == found(file.read_text(encoding="utf-8")), hint
    assert [] == found(file.name), hint


@pytest.mark.parametrize(
    "text",
    ["the container starts", "Virtual machines", "Civo Academy", "a guest kernel", "tone: hypervisor", "CC BY 4.0",
     "five lessons", "lessons/02-x.md", 'f"{root}sources/#{id}"', "docs/comparison.md", "name = 'glossary/'",
     "https://creativecommons.org/", "5 lessons"],
)  # fmt: skip
def test_a_word_that_comes_back_is_found(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text", ["@container (min-width: 9em) {", "container-title", "search engines", "macros/content/glossary.py"]
)
def test_words_of_standards_are_none_of_the_course(text: str) -> None:
    assert [] == found(text)
