"""The two halves of the tests: those of the engine know no course but their own, those of this course stand apart."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

CODE = re.compile(r"docs/(assets|data/schema)\b")
"""What of ``docs`` is the engine's."""
TESTS = [
    file
    for file in sorted((ROOT / "tests").rglob("*.py"))
    if not {"course", "bench"} & {*file.relative_to(ROOT / "tests").parts[:-1]}
]


def read_of_docs(text: str) -> Iterator[int]:
    """Yield the lines of a test on which it reads something of this course: what a path from the root leads to.

    It begins with the name ROOT, or with the place of the test itself, and goes on to ``docs``.
    """
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            path = ast.unparse(node).replace("'", "").replace(" / ", "/")
            begins = re.match(r"(ROOT|Path\(__file__\)\.parents\[\d\]|Path\(__file__\)(?:\.parent)+)/docs\b", path)
            if begins and not CODE.match(path[path.index("docs") :]):
                yield node.lineno


def found(folder: Path, files: list[Path]) -> list[str]:
    return [
        f"{file.relative_to(folder)}:{line} reads this course: read that of the tests, or move it into tests/course"
        for file in files
        for line in sorted({*read_of_docs(file.read_text())})
    ]


def test_no_test_of_the_engine_reads_this_course() -> None:
    assert [] == found(ROOT, TESTS)


def silent(text: str) -> list[int]:
    """Return the lines of assertions that do not say what to do."""
    return [node.lineno for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Assert) and not node.msg]


def test_every_test_of_this_course_says_what_to_do() -> None:
    files = sorted((ROOT / "tests/course").glob("test_*.py"))

    assert [] == [f"{file.name}:{line}" for file in files for line in silent(file.read_text())]


def test_one_that_says_nothing_would_be_found() -> None:
    assert [2] == silent("assert 1 == a, 'change b'\nassert 1 == a\n")


@pytest.mark.parametrize(
    "line",
    [
        'Course.read(ROOT / "docs")',
        'LIST = ROOT / "docs" / PUBLISHED',
        '(ROOT / "docs/lessons").glob("*.md")',
        'DATA = Path(__file__).parents[2] / "docs/data"',
        'A = Path(__file__).parent.parent / "docs"',
    ],
)
def test_a_test_that_reads_it_would_be_found(line: str) -> None:
    assert [2] == sorted({*read_of_docs(f"import x\n{line}\n")})


@pytest.mark.parametrize("line", ['ROOT / "docs/assets"', 'ROOT / "docs/data/schema"', 'folder / "docs"'])
def test_code_and_the_courses_of_the_tests_may_be_read(line: str) -> None:
    assert [] == [*read_of_docs(line)]
