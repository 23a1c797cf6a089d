"""The words of the course: where they are explained, and what is said of faulty ones."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.assembly.course import Course
from macros.calls import Calls
from tests.builders import change, docs_in, with_modeline

# ruff: noqa: E501 - one fault a line, to be read as a table

CUP = "terms:\n  - {id: cup, term: cup, also: [cups], meaning: What holds a *drink*., sources: [adam-2020]}\n"
GLASS = "  - {id: glass, term: Aglass, meaning: A <b>cup</b>.}\n"


def docs(tmp_path: Path, terms: str = CUP, text: str = "Two **Cups**.") -> Path:
    docs = docs_in(tmp_path)
    (docs / "data/terms.yml").write_text(with_modeline("data/terms.yml", terms))
    change(docs, "lessons/01-drinks.md", "Two words.", text)
    return docs


def said(docs: Path) -> list[str]:
    return [str(problem) for problem in Course.read(docs).problems]


def test_words_stand_in_the_order_of_the_alphabet_each_with_its_lesson_and_sources(tmp_path: Path) -> None:
    course = Course.read(docs(tmp_path, CUP + GLASS, "**Cups** and **Aglass**."))
    shown = BeautifulSoup(Calls(course, "glossary/").glossary(), "html.parser")

    assert ["glass", "cup"] == [str(div["id"]) for div in shown.select("dl > div")]
    assert ["../lessons/01-drinks/"] * 2 == [str(link["href"]) for link in shown.select(".glossary__lesson a")]
    assert ["../sources/#adam-2020"] == [str(link["href"]) for link in shown.select(".cite a")]
    assert ["drink"] == [em.text for em in shown.select("em")]
    assert not shown.select("b")
    assert () == course.problems


def test_a_page_with_commands_explains_words_too_after_the_lessons(tmp_path: Path) -> None:
    folder = docs(tmp_path, CUP + GLASS, "**Cups**.")
    text = "---\ntitle: Pour\ndescription: D\n---\n\n{! practice_header() !}\n\nA **cup** and an **Aglass**.\n"
    (folder / "pour.md").write_text(text)
    course = Course.read(folder)
    shown = BeautifulSoup(Calls(course, "glossary/").glossary(), "html.parser")

    assert ["../pour/", "../lessons/01-drinks/"] == [str(link["href"]) for link in shown.select(".glossary__lesson a")]
    assert () == course.problems


def test_a_source_of_a_word_counts_as_used_and_links_back(tmp_path: Path) -> None:
    folder = docs(tmp_path)
    (folder / "words.md").write_text("---\ntitle: Words\ndescription: D\n---\n{! glossary() !}\n")
    course = Course.read(folder)

    assert '<a href="../words/#cup">Words: cup</a>' in Calls(course, "sources/").bibliography()


@pytest.mark.parametrize(
    ("terms", "text", "message"),
    [
        (CUP, "Two cups.", "docs/data/terms.yml:2:5: terms[cup]: no lesson explains 'cup'\n    hint: write **cup** where a lesson first explains it"),
        (CUP.replace("adam", "adan"), "**cup**", "docs/data/terms.yml:2:82: terms[cup].sources[0]: there is no source 'adan-2020'\n    hint: did you mean 'adam-2020'?"),
        (CUP + GLASS.replace("Aglass", "CUPS"), "**cup**", "docs/data/terms.yml:3:5: terms[glass]: 'cups' is explained twice\n    hint: keep one of the two"),
        (CUP + GLASS.replace("id: glass", "id: cup"), "**cup** **Aglass**", "docs/data/terms.yml:3:6: terms[cup].id: 'cup' stands twice\n    hint: choose another id"),
    ],
)  # fmt: skip
def test_a_faulty_word_is_named_with_its_place(tmp_path: Path, terms: str, text: str, message: str) -> None:
    assert [message] == said(docs(tmp_path, terms, text))


def test_a_lesson_that_cannot_be_read_is_the_only_problem(tmp_path: Path) -> None:
    found = said(docs(tmp_path, CUP, "Two {! cups."))

    assert ["docs/lessons/01-drinks.md:6:5"] == [problem.partition(": ")[0] for problem in found]


@pytest.mark.parametrize(
    ("language", "term", "bold", "found"),
    [
        ("de", "alterungsbeständiges Papier", "alterungsbeständigem Papier", True),
        ("de", "alterungsbeständiges Papier", "Alterungsbeständige Papiere", True),
        ("de", "Leser", "Lesern", True),
        ("de", "Buch", "Buches", True),
        ("de", "Buch", "Buchladen", False),
        ("de", "alterungsbeständiges Papier", "beständiges Papier", False),
        ("en", "cup", "cups", True),
        ("en", "berry", "berries", True),
        ("en", "Cup", "cups", False),
    ],
)
def test_a_word_is_found_in_any_case_of_its_language(
    tmp_path: Path, language: str, term: str, bold: str, *, found: bool
) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"theme: {{language: {language}}}\n")
    terms = f"terms:\n  - {{id: a, term: {term}, meaning: M.}}\n"

    read = Course.read(docs(tmp_path, terms, f"Auf **{bold}**."))

    assert found == bool(read.files.explained)
