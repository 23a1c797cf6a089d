"""Rendered output against golden files; ``make golden`` accepts it as it is now."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.calls import Calls
from macros.course import Course
from macros.diagram.layout import NARROW, WIDE
from macros.diagram.paint import drawing

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
COURSE = Course.read(ROOT / "docs")
CALLS = Calls(COURSE, "lessons/04-comparison/")
BLOCKS: dict[str, Callable[[], str]] = {
    "course_card": CALLS.course_card,
    "outline": CALLS.outline,
    "lesson_header": CALLS.lesson_header,
    "lesson_end": CALLS.lesson_end,
    "key_differences": lambda: CALLS.comparison(key=True),
    "row": lambda: CALLS.row("start-up"),
    "quiz": lambda: CALLS.quiz("04-comparison"),
    "cite": lambda: CALLS.cite("linux-namespaces", "felter-2015"),
    "decision": lambda: CALLS.decision("which-one"),
    "figure": lambda: CALLS.diagram("one-kernel"),
}


def agree(name: str, actual: str) -> None:
    """Compare with the golden file, one tag a line so that a difference can be read."""
    file = GOLDEN / name
    actual = actual.replace("><", ">\n<") + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(actual)

    assert file.read_text() == actual


@pytest.mark.parametrize("name", BLOCKS)
def test_block_is_rendered_as_accepted(name: str) -> None:
    agree(f"{name}.html", BLOCKS[name]())


@pytest.mark.parametrize("name", COURSE.charts)
def test_chart_is_drawn_as_accepted(name: str) -> None:
    agree(f"chart-{name}.html", CALLS.chart(name))


@pytest.mark.parametrize("name", COURSE.diagrams)
@pytest.mark.parametrize("limit", [WIDE, NARROW])
def test_diagram_is_drawn_as_accepted(name: str, limit: float) -> None:
    agree(f"{name}-{limit}.svg", drawing(COURSE.diagrams[name], limit, COURSE.pictograms))
