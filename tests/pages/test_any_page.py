"""Whatever constructs a page is put together from, the check names it or lets it pass, and never fails itself."""

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.pages.inspection import problems
from macros.pages.page import FrontMatter
from macros.pages.written import read_page
from macros.reading.problem import Problem
from tests.builders import project_in
from tests.told import HEAD

PARTS = [
    "Text", "## Title", "#### Title", "#tag", "- a", "  - b", "    - c", "1. a", "1) a", "• a", "> quote", "> - a",
    "```sh", "```", "````md", "~~~", "    code", "\tcode", "!!! note", '??? tip "T"', "!!! foo", "    body", "/// note",
    "///", "/// details | T", "/// tab", "| a | b |", "|---|---|", "|---|", "| c |", "[^1]", "[^1]: note", "*[CPU]: x",
    "[a]: b.md", "[a][b]", "[a](b.md)", "[a] (b.md)", "{ .note }", "{: .x }", "---", "===", '=== "T"', ":::note", "$$",
    "$x^2$", r"\(x^2\)", ":smile:", "[[a]]", "^[a]", "{++a++}", "{{< a >}}", "**a **", "`a", "`` b `", "Term",
    ":   Meaning", "https://a.example", "A b. C d.", "a  ", "", "", "",
]  # fmt: skip
"""Lines of every kind."""

TEXTS = st.lists(st.sampled_from(PARTS), max_size=12).map("\n".join)


def told(text: str) -> tuple[int, tuple[Problem, ...]]:
    """Return how many lines the file has, and what is told of it."""
    _, written, found = read_page((HEAD % "") + text, "docs/a.md", FrontMatter)
    return 4 + text.count("\n"), (*found, *problems(written))


@given(TEXTS)
def test_what_is_told_of_any_page_stands_in_it(text: str) -> None:
    lines, found = told(text)

    assert [] == [problem for problem in found if not (4 <= problem.line <= lines and problem.column >= 1)]
    assert [] == [problem for problem in found if not problem.hint]


def test_a_build_tells_of_any_page_what_the_check_tells(tmp_path: Path) -> None:
    project, chance = project_in(tmp_path), Random(15)  # noqa: S311 - the same pages at each run
    for number in range(60):
        text = "\n".join(chance.choices(PARTS, k=8))
        (project / f"docs/page-{number}.md").write_text(f"---\ntitle: T {number}\ndescription: D\n---\n\n{text}\n")
    checked, built = (ran(project, *command) for command in (["macros"], ["mkdocs", "build"]))
    warned = [line.partition(" -  ")[2] for line in built.splitlines() if line.startswith(("WARNING", "ERROR"))]

    assert checked.count("as it is written") > 10
    assert sorted(line for line in checked.splitlines() if line[:1] != " ") == sorted(warned)


def ran(project: Path, *command: str) -> str:
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=project, env=settings, capture_output=True, text=True, check=False
    ).stderr


@pytest.mark.fuzz
@given(st.text("`~$[](){}<>*_#|:!?+=^%/\\-.\n ab1", max_size=80))
def test_no_text_stops_the_check(text: str) -> None:
    lines, found = told(text)

    assert all(4 <= problem.line <= lines for problem in found)
