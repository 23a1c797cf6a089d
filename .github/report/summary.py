"""``python -m report.summary``: print what the course of the current folder holds, as JSON, to be compared later."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from macros.assembly.course import Course
from macros.assembly.drawn import drawable
from macros.check.problems import all_problems
from macros.content.comparison import Comparison
from macros.diagram.block import WIDE
from macros.diagram.standalone import STYLESHEETS, drawings, svg
from macros.diagram.style import Stylesheet
from macros.html.markup import plain
from macros.outputs.pictures import credit
from macros.reading.site import Site
from report.readability import lix
from report.spelling import misspelt


def summary(course: Course, css: str, spelling: Iterable[str] = ()) -> dict[str, Any]:
    """Return lessons, rows, figures, diagrams as SVG, and notes; what is faulty is a note only."""
    warnings = (f"warning: {problem}" for problem in course.warnings)
    # A note is one line: the hint, which stands below its problem elsewhere, stands behind it.
    notes = [note.replace("\n    hint:", " hint:") for note in (*map(str, all_problems(course)), *warnings, *spelling)]
    named_in_each = credit(course, Site("", ""))
    sheet = Stylesheet.read(css)
    return {
        "lessons": {lesson.page.path: round(lesson.seconds) for lesson in course.lessons},
        "readability": {lesson.page.path: round(lix(lesson.page.prose)) for lesson in course.lessons},
        "rows": dict(_rows(course.comparison)) if course.comparison else {},
        "figures": dict(_figures(course.comparison)) if course.comparison else {},
        "diagrams": {
            path.removeprefix("diagrams/"): svg(drawing.draw(WIDE), sheet, named_in_each, drawing.said)
            for path, drawing in drawings(drawable(course), course.pictograms)
        },
        "notes": notes,
    }


def _rows(comparison: Comparison) -> Iterator[tuple[str, str]]:
    for row in comparison.rows:
        yield row.id, f"{plain(row.name)}: {plain(row.explanation)}"
        for subject, cell in row.cells.items():
            exception = f" (exception: {plain(cell.exception)})" if cell.exception else ""
            yield f"{row.id}, {subject}", plain(cell.answer) + exception


def _figures(comparison: Comparison) -> Iterator[tuple[str, str]]:
    for row in comparison.rows:
        for figure in row.figures:
            what = f"{figure.what}, {figure.case}" if figure.case else figure.what
            yield figure.id, f"{what}: {figure}, {figure.kind} {figure.year}, {figure.source}. {figure.conditions}"


def main(docs: Path) -> None:
    """Print the summary of a folder of lessons and data."""
    css = "".join((docs / path).read_text(encoding="utf-8") for path in STYLESHEETS)
    print(json.dumps(summary(Course.read(docs), css, misspelt(docs)), indent=1))


if __name__ == "__main__":
    main(Path("docs").resolve())
