"""Rules for what lessons and data say, one rule a function."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from macros.calls import all_problems
from macros.course import Course

DOCS = Path(__file__).parent.parent / "docs"
LESSONS = sorted((DOCS / "lessons").glob("*.md"))
ANNOUNCED = re.compile(r"\b(table|figure|picture|drawing|diagram) below\b|\b(below shows|shows below)\b", re.IGNORECASE)
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

FORBIDDEN = re.compile(
    r"\b(simply|just|easy|easily|obviously|of course|powerful|seamless\w*|blazing\w*)\b", re.IGNORECASE
)


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


def test_what_is_announced_follows(lesson: Path) -> None:
    blocks = [block for block in re.split(r"\n\s*\n", lesson.read_text()) if block.strip()]
    for block, following in pairwise(blocks):
        if ANNOUNCED.search(block):
            assert following.startswith("{! "), block


def test_a_lesson_promises_nothing_and_belittles_nobody(lesson: Path) -> None:
    assert [] == [match.group() for match in FORBIDDEN.finditer(lesson.read_text())]


def test_prose_has_one_sentence_a_line(lesson: Path) -> None:
    prose = [line for line in lesson.read_text().split("---", 2)[2].splitlines() if line[:1].isalpha()]

    assert [] == [line for line in prose if re.search(r"[.?!]\)? [A-Z]\w+ \w+", line)]


def test_the_comparison_has_key_differences_in_three_groups(course: Course) -> None:
    assert course.comparison
    rows = course.comparison.rows

    assert len(rows) >= 14
    assert ["Architecture", "Performance", "Use cases"] == [group.name for group in course.comparison.groups]
    assert {group.id for group in course.comparison.groups} == {row.group for row in rows}
    assert 4 <= sum(row.key for row in rows) <= 8


def test_every_source_is_cited_somewhere(course: Course) -> None:
    assert course.sources
    assert course.comparison
    cited = {source for row in course.comparison.rows for source in row.sources}
    cited |= {name for page in course.pages for call in page.calls if call.name == "cite" for name in call.arguments}

    assert set() == course.sources.ids() - cited


def test_every_diagram_and_quiz_is_shown_somewhere(course: Course) -> None:
    shown = {(call.name, name) for page in course.pages for call in page.calls for name in call.arguments}

    assert set() == {("diagram", name) for name in course.diagrams} - shown
    assert set() == {("quiz", name) for name in course.quizzes} - shown
