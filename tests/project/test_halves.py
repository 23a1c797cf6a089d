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
