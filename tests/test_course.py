"""The course as a whole: what is counted, and what stays when a part is faulty."""

import shutil
from pathlib import Path

import pytest

from macros.course import Course

ROOT = Path(__file__).parent.parent
LESSON = """---
title: {name}
description: D
objectives: [O]
---
One two three.

{calls}
"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    return tmp_path / "docs"


@pytest.mark.parametrize(
    ("calls", "figures", "questions"),
    [
        ("", 0, 0),
        ('{! diagram("one-kernel") !}\n\n{! diagram("on-top") !}', 2, 0),
        ('{! quiz("04-comparison") !}', 0, 2),
    ],
)
def test_figures_and_questions_are_counted_from_the_calls(docs: Path, calls: str, figures: int, questions: int) -> None:
    (docs / "lessons/06-more.md").write_text(LESSON.format(name="More", calls=calls))
    lesson = Course.read(docs).lessons[-1]

    assert (6, 3, figures, questions) == (lesson.number, lesson.words, lesson.figures, lesson.questions)


def test_the_words_of_the_rows_that_are_shown_are_counted(docs: Path) -> None:
    (docs / "lessons/06-more.md").write_text(LESSON.format(name="More", calls="{! comparison(key=true) !}"))
    (docs / "lessons/07-most.md").write_text(LESSON.format(name="Most", calls='{! row("kernel") !}'))
    course = Course.read(docs)
    assert course.comparison
    kernel = course.comparison.row("kernel")
    assert kernel

    assert 3 + sum(row.words() for row in course.comparison.rows if row.key) == course.lessons[-2].words
    assert 3 + kernel.words() == course.lessons[-1].words


def test_a_faulty_file_leaves_the_others(docs: Path) -> None:
    (docs / "data/diagrams/one-kernel.yml").write_text("title: T\n")
    (docs / "lessons/03-virtual-machines.md").write_text("no front matter")
    course = Course.read(docs)

    assert 4 == len(course.lessons)
    assert "one-kernel" not in course.diagrams
    assert {"docs/data/diagrams/one-kernel.yml", "docs/lessons/03-virtual-machines.md"} == {
        problem.path for problem in course.problems
    }


def test_a_file_name_that_is_no_address_is_a_problem(docs: Path) -> None:
    (docs / "data/diagrams/one-kernel.yml").rename(docs / "data/diagrams/One Kernel.yml")

    assert "docs/data/diagrams/One Kernel.yml" in {problem.path for problem in Course.read(docs).problems}
