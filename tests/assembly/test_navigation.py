"""The navigation of a project's settings: every page has an entry, and every entry a page."""

from pathlib import Path

import pytest

from macros.assembly.course import Course
from macros.assembly.navigation import problems
from tests.builders import docs_in

# ruff: noqa: E501 - one fault a line, to be read as a table

WHOLE = """\
site_name: Drinks
nav:
  - Home: index.md
  - Lessons:
      - lessons/01-drinks.md
  - Compared: {inner: [comparison.md]}
  - sources.md
  - Elsewhere: https://example.org/readme.md
"""


def told(folder: Path, settings: str) -> list[str]:
    docs = docs_in(folder)
    (folder / "mkdocs.yml").write_text(settings)
    return [str(problem) for problem in problems(Course.read(docs).files)]


@pytest.mark.parametrize("settings", [WHOLE, "site_name: Drinks\n", "nav:\n", "a: ["])
def test_a_navigation_of_all_pages_is_right_and_so_is_none(tmp_path: Path, settings: str) -> None:
    assert [] == told(tmp_path, settings)


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("  - sources.md\n", "", ["docs/sources.md:1:1: no entry of the navigation leads to this page\n    hint: write in mkdocs.yml, at its place below 'nav:':  - sources.md"]),
        ("      - lessons/01-drinks.md", "      - lessons/01-drink.md", [
            "mkdocs.yml:5:9: nav: there is no page docs/lessons/01-drink.md\n    hint: did you mean 'lessons/01-drinks.md'?",
            "docs/lessons/01-drinks.md:1:1: no entry of the navigation leads to this page\n    hint: write in mkdocs.yml, at its place below 'nav:':  - lessons/01-drinks.md",
        ]),
        ("  - sources.md\n", "  - sources.md\n  - More: nowhere.md\n", ["mkdocs.yml:8:11: nav: there is no page docs/nowhere.md\n    hint: write it, or delete the entry"]),
        ("  - sources.md\n", "  - sources.md\n   - more.md\n", [
            "mkdocs.yml:7:5: nav: there is no page docs/sources.md - more.md\n    hint: begin each entry as far from the left as the one above it",
            "docs/sources.md:1:1: no entry of the navigation leads to this page\n    hint: write in mkdocs.yml, at its place below 'nav:':  - sources.md",
        ]),
        ("  - sources.md\n", "  - sources.md\n  - Again: sources.md\n", ["mkdocs.yml:8:12: nav: 'sources.md' stands twice\n    hint: keep one of the two"]),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told(tmp_path: Path, right: str, wrong: str, expected: list[str]) -> None:
    assert right in WHOLE
    assert expected == told(tmp_path, WHOLE.replace(right, wrong))


def test_lessons_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    (docs / "lessons/02-more.md").write_text((docs / "lessons/01-drinks.md").read_text())
    first, second = "      - lessons/01-drinks.md\n", "      - lessons/02-more.md\n"
    hint = "put the lessons in the order of their numbers, or give the files other numbers"
    told = {}
    for order in (first + second, second + first):
        (tmp_path / "mkdocs.yml").write_text(WHOLE.replace(first, order))
        told[order] = [str(problem) for problem in problems(Course.read(docs).files)]

    assert {
        first + second: [],
        second + first: [
            f"mkdocs.yml:6:9: nav: 'lessons/01-drinks.md' stands below 'lessons/02-more.md'\n    hint: {hint}"
        ],
    } == told


def test_a_faulty_page_is_there(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(WHOLE)
    (docs / "sources.md").write_bytes(b"\xff")
    (docs / "comparison.md").write_text("No front matter.\n")

    assert [] == [*problems(Course.read(docs).files)]


BESIDE = """\
nav: [index.md, lessons/01-drinks.md, comparison.md]
# For authors.
not_in_nav: |
  # A comment is none.
  /sources.md
{more}"""


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", []),
        ("  /nowhere.md\n", ["mkdocs.yml:6:3: not_in_nav: there is no page docs/nowhere.md\n    hint: write it, or delete the entry"]),
        ("  index.md\n", ["mkdocs.yml:6:3: not_in_nav: 'index.md' stands twice\n    hint: keep one of the two"]),
    ],
)  # fmt: skip
def test_a_page_may_stand_beside_the_menu(tmp_path: Path, more: str, expected: list[str]) -> None:
    assert expected == told(tmp_path, BESIDE.format(more=more))


@pytest.mark.parametrize(
    "wrong", ["not_in_nav: [sources.md]", "not_in_nav: {a: sources.md}", "not_in_nav:", "not_in_nav: 7"]
)
def test_pages_beside_the_menu_in_another_form_are_none(tmp_path: Path, wrong: str) -> None:
    settings = f"nav: [index.md, lessons/01-drinks.md, comparison.md]\n{wrong}\n"

    assert ["docs/sources.md:1:1: no entry of the navigation leads to this page"] == [
        line.partition("\n")[0] for line in told(tmp_path, settings)
    ]
