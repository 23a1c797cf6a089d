"""Rendered output against golden files; ``make golden`` accepts it as it is now.

What is rendered is the small course of the tests, so that nobody who edits the real one has to accept anything.
"""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from macros.assembly.course import Course
from macros.calls import Calls
from macros.content.citing import citation
from macros.diagram.block import NARROW, WIDE
from macros.diagram.paint import drawing
from tests.builders import docs_in
from tests.conftest import COURSE as WHOLE

GOLDEN = Path(__file__).parents[1] / "golden"
with TemporaryDirectory() as folder:
    COURSE = Course.read(docs_in(Path(folder)))
CALLS = Calls(COURSE, "lessons/01-drinks/", "https://site.test/")
MEASURED = Calls(WHOLE, "lab/", "https://site.test/")
ASKED = Calls(WHOLE, "lessons/01-drinks/", "https://site.test/")
BLOCKS: dict[str, Callable[[], str]] = {
    "bibliography": CALLS.bibliography,
    "byline": CALLS.byline,
    "capacity": lambda: CALLS.interactive("pots"),
    "chart": lambda: CALLS.chart("cooling"),
    "citation": lambda: citation(COURSE.need(COURSE.card, "course"), "Drinks", "https://site.test/"),
    "cite": lambda: CALLS.cite("adam-2020"),
    "course_card": CALLS.course_card,
    "decision": lambda: CALLS.decision("drink"),
    "downloads": CALLS.downloads,
    "failure": lambda: CALLS.interactive("break-trays"),
    "figure": lambda: CALLS.diagram("kitchen"),
    "full_comparison": CALLS.comparison,
    "interactive": lambda: CALLS.interactive("cooling-race"),
    "interactive_views": lambda: CALLS.interactive("two-rooms"),
    "key_differences": lambda: CALLS.comparison(key=True),
    "layers": lambda: CALLS.interactive("cake"),
    "lesson_end": CALLS.lesson_end,
    "lesson_header": CALLS.lesson_header,
    "measured_chart": lambda: MEASURED.measured_chart("draw"),
    "measurements": MEASURED.measurements,
    "numbers": lambda: Calls(WHOLE, "lessons/02-brewing/", call=3).cite("adam-2020", "brown-2021"),
    "memory": CALLS.memory,
    "missed": CALLS.missed,
    "objectives": CALLS.objectives,
    "offline": CALLS.offline,
    "outline": CALLS.outline,
    "own_run": MEASURED.own_run,
    "pictograms": CALLS.pictograms,
    "picture": lambda: CALLS.picture("cup"),
    "predict": lambda: CALLS.predict("drinks"),
    "predicted": lambda: CALLS.predicted("drinks"),
    "pressed": lambda: ASKED.diagram("pouring"),
    "quiz": lambda: ASKED.quiz("drinks"),
    "reading_times": CALLS.reading_times,
    "review": CALLS.review,
    "row": lambda: CALLS.row("colour"),
    "sheet": CALLS.sheet,
    "start": CALLS.start,
    "transcript": lambda: CALLS.transcript("tins"),
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


@pytest.mark.parametrize("name", COURSE.diagrams)
@pytest.mark.parametrize("limit", [WIDE, NARROW])
def test_diagram_is_drawn_as_accepted(name: str, limit: float) -> None:
    agree(f"{name}-{limit}.svg", drawing(COURSE.diagrams[name], limit, COURSE.pictograms))


def test_every_golden_file_is_compared() -> None:
    drawings = {f"{name}-{limit}.svg" for name in COURSE.diagrams for limit in (WIDE, NARROW)}

    assert {f"{name}.html" for name in BLOCKS} | drawings == {file.name for file in GOLDEN.iterdir()}
