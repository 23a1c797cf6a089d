"""Rules for what lessons and data say, one rule a function."""

import re
from pathlib import Path

import pytest

from macros.check import all_problems
from macros.course import Course
from macros.measurement import Figure

DOCS = Path(__file__).parent.parent / "docs"
LESSONS = sorted((DOCS / "lessons").glob("*.md"))
FACTS = {
    "01": ["car", "barrels", "grain", "piano", "any vessel", "destination", "portable", "everything", "engine"],
    "02": ["isolat", "allocat", "operating system", "process", "host", "kernel", "namespaces", "cgroups", "layer",
           "megabytes", "3.1 GB", "macOS"],
    "03": ["hardware", "one server", "hypervisor", "guest", "binaries", "libraries", "tens of gigabytes", "type 1",
           "type 2", "125 ms", "2.3 ms"],
    "04": ["scale", "distribut", "several operating systems", "gVisor", "Kata", "Firecracker"],
    "05": ["on top of", "node", "pod", "Kubernetes", "docker run"],
}  # fmt: skip
"""What the source lesson teaches, by the number of the lesson that teaches it here."""


@pytest.fixture(scope="module")
def course() -> Course:
    return Course.read(DOCS)


@pytest.fixture(params=LESSONS, ids=lambda file: file.stem)
def lesson(request: pytest.FixtureRequest) -> Path:
    file: Path = request.param
    return file


def section(text: str, heading: str) -> list[str]:
    """Return the lines that are not blank below a heading, up to the next."""
    _, _, rest = text.partition(f"\n## {heading}\n")
    return [line for line in rest.partition("\n## ")[0].splitlines() if line.strip()]


def test_there_is_no_problem_in_the_course(course: Course) -> None:
    assert [] == [str(problem) for problem in all_problems(course)]


def test_the_minutes_of_the_lessons_add_up_to_those_of_the_course(course: Course) -> None:
    assert course.minutes == sum(lesson.minutes for lesson in course.lessons)


def test_a_lesson_teaches_the_facts_of_the_source(lesson: Path) -> None:
    text = " ".join(lesson.read_text().split()).lower()

    assert [] == [fact for fact in FACTS[lesson.name[:2]] if fact.lower() not in text]


def test_a_lesson_has_three_key_points(lesson: Path) -> None:
    points = [line for line in section(lesson.read_text(), "Key points") if line.startswith("- ")]

    assert 3 == len(points)


def test_a_lesson_says_what_comes_next(lesson: Path) -> None:
    assert "](" in " ".join(section(lesson.read_text(), "What comes next"))


def test_a_lesson_says_where_its_rule_breaks(lesson: Path) -> None:
    assert re.search(r"^## .*(breaks|wrong)", lesson.read_text(), re.MULTILINE)


def test_a_lesson_has_header_diagram_quiz_and_end(lesson: Path) -> None:
    text = lesson.read_text()

    assert ["lesson_header()", f'quiz("{lesson.stem}")', "lesson_end()"] == [
        call for call in re.findall(r"^\{! (.*) !\}$", text, re.MULTILINE) if re.match("lesson_|quiz", call)
    ]
    assert "{! diagram(" in text


def test_a_lesson_opens_before_its_first_heading(lesson: Path) -> None:
    opening = lesson.read_text().partition("lesson_header() !}")[2].partition("\n## ")[0]

    assert len(opening.split()) >= 25


def test_the_comparison_has_key_differences_in_three_groups(course: Course) -> None:
    assert course.comparison
    rows = course.comparison.rows

    assert len(rows) >= 20
    assert ["Architecture", "Performance", "Use cases"] == [group.name for group in course.comparison.groups]
    assert {group.id for group in course.comparison.groups} == {row.group for row in rows}
    assert 4 <= sum(row.key for row in rows) <= 8


def test_the_lessons_compare_two_subjects_and_the_full_table_three(course: Course) -> None:
    assert course.comparison

    assert ["Container", "Virtual machine"] == [subject.name for subject in course.comparison.columns(key=True)]
    assert 3 == len(course.comparison.columns(key=False))


def test_every_cell_has_a_source(course: Course) -> None:
    assert course.comparison
    assert [] == [loc for loc, cell in course.comparison.cells() if not cell.cited]


def test_there_are_thirty_figures_from_fifteen_sources(course: Course) -> None:
    assert course.comparison
    figures = [figure for row in course.comparison.rows for figure in row.figures]

    assert len(figures) >= 30
    assert len({figure.source for figure in figures}) >= 15


def test_a_figure_can_be_read_without_another(course: Course) -> None:
    assert course.comparison
    figures = [figure for row in course.comparison.rows for figure in row.figures]
    leaning = re.compile(r"\b(the same|as above|as before|likewise)\b", re.IGNORECASE)

    assert [] == [figure.id for figure in figures if leaning.search(f"{figure.measured} {figure.conditions}")]


def test_a_figure_is_not_older_than_its_source_says(course: Course) -> None:
    assert course.comparison
    assert course.sources
    issued = {source.id: source.issued for source in course.sources.sources}
    figures = [figure for row in course.comparison.rows for figure in row.figures]

    assert [] == [figure.id for figure in figures if figure.year > issued[figure.source]]


AMOUNT = re.compile(r"(\d[\d,]*(?:\.\d+)?) (ns|µs|ms|s|kB|MB|MiB|GB|GFLOPS)\b")
EXAMPLES = {"200 MB"}
"""Amounts that a lesson makes up to explain a term."""


def known(value: str, unit: str, figures: list[Figure]) -> bool:
    """Tell whether an amount is that of a figure, rounded as it is written, or stands in its conditions."""
    digits = len(value.partition(".")[2])
    number = float(value.replace(",", ""))
    return any(
        (figure.unit == unit and round(figure.value, digits) == number)
        or re.search(rf"\b{re.escape(value)}\b", f"{figure.measured} {figure.conditions}")
        for figure in figures
    )


def test_every_amount_in_a_lesson_and_in_the_comparison_is_that_of_a_figure(course: Course) -> None:
    assert course.comparison
    figures = [figure for row in course.comparison.rows for figure in row.figures]
    texts = [line for lesson in LESSONS for line in lesson.read_text().splitlines()]
    texts += [row.explanation for row in course.comparison.rows]
    texts += [text for diagram in course.diagrams.values() for text in (diagram.desc, diagram.caption or "")]
    texts += [step.step for diagram in course.diagrams.values() for step in diagram.steps]
    texts += [f"{cell.answer} {cell.exception}" for _, cell in course.comparison.cells()]
    found = {(match[1], match[2]) for text in texts for match in AMOUNT.finditer(text)}
    amounts = {(value, unit) for value, unit in found if f"{value} {unit}" not in EXAMPLES}

    assert len(amounts) >= 15
    assert [] == sorted((value, unit) for value, unit in amounts if not known(value, unit, figures))


def test_everything_that_can_be_shown_is_shown_somewhere(course: Course) -> None:
    shown = {(call.name, name) for page in course.pages for call in page.calls for name in call.arguments}

    assert "gallery" in {call.name for page in course.pages for call in page.calls}
    assert set() == {("quiz", name) for name in course.quizzes} - shown
    assert set() == {("chart", name) for name in course.charts} - shown
    assert set() == {("decision", name) for name in course.decisions} - shown
