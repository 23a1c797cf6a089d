"""File names that do not work everywhere."""

import pytest

from macros.filenames import problems


def said(*paths: str) -> list[str]:
    return [str(problem).partition("\n")[0] for problem in problems(paths)]


@pytest.mark.parametrize("name", ["con", "NUL.md", "aux.yml", "com1.svg", "LPT9"])
def test_names_that_windows_keeps_for_itself_are_refused(name: str) -> None:
    assert [f"docs/{name}:1:1: Windows cannot hold a file that is named '{name}'"] == said(f"docs/{name}")


@pytest.mark.parametrize(
    "name", ["a b.md", "ä.md", "a?.md", "a:b.md", "a*.md", "-a.md", ".hidden", "a.", "a%20.md", "_headers"]
)
def test_names_that_an_address_or_a_system_cannot_hold_are_refused(name: str) -> None:
    assert [f"docs/{name}:1:1: the file name '{name}' does not work on every system"] == said(f"docs/{name}")


@pytest.mark.parametrize("name", ["a.md", "01-a-b.md", "course.css", "console.md", "axe.min.js", "README", "a_b.svg"])
def test_plain_names_are_right(name: str) -> None:
    assert [] == said(f"docs/{name}")


def test_names_that_differ_only_in_case_are_refused() -> None:
    assert ["docs/a.md:1:1: differs from docs/A.md only in upper and lower case"] == said("docs/a.md", "docs/A.md")
