"""The author's benchmark measures what it says: a course that has really grown, and costs as the system counts them."""

import re
import sys
from pathlib import Path

import pytest

from macros.assembly.course import Course
from macros.check.problems import all_problems
from tests.bench import builds, saves
from tests.bench.builds import CHECK, COLD, MATERIAL, OURS, PASTED, ZENSICAL
from tests.bench.grown import grow
from tests.bench.rivals import material, pasted
from tests.bench.timing import Cost, middle, timed
from tests.bench.tools import MissingToolError, run
from tests.waiting import WAIT

PYTHON = [sys.executable, "-c"]


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory, whole: Path) -> Path:
    project = tmp_path_factory.mktemp("grown") / "project"
    grow(whole, project, 7)
    return project


def test_a_grown_course_has_no_problem_and_each_lesson_a_table_a_diagram_and_a_quiz(grown: Path) -> None:
    course = Course.read(grown / "docs")
    calls = [{call.name for call in lesson.page.calls} for lesson in course.lessons]

    assert [] == all_problems(course)
    assert 7 == len(course.lessons)
    assert [] == [found for found in calls if not {"comparison", "diagram", "quiz"} <= found]
    assert 7 == len({lesson.title for lesson in course.lessons}) == len(course.quizzes)


def test_a_grown_course_is_in_its_navigation(grown: Path) -> None:
    named = re.findall(r"- lessons/(.*)\.md", (grown / "mkdocs.yml").read_text())

    assert sorted(file.stem for file in (grown / "docs/lessons").glob("*.md")) == named
    assert "0007-drinks" == named[-1]


def test_what_is_pasted_in_has_no_call_left_and_all_that_the_calls_show(grown: Path, tmp_path: Path) -> None:
    pasted.write(grown, tmp_path)
    lesson = (tmp_path / "docs/lessons/0004-brewing.md").read_text()

    assert "{!" not in lesson
    assert ["---", "title: 0004 Brewing"] == lesson.splitlines()[:2]
    assert {"<table", "<svg", "<details"} <= set(re.findall(r"<\w+", lesson))
    assert [] == re.findall(r"- macros:|gate\.py|site_files\.py", (tmp_path / "mkdocs.yml").read_text())
    assert (tmp_path / "docs/diagrams/pouring.svg").is_file()


def test_what_is_pasted_in_can_be_built(grown: Path, tmp_path: Path) -> None:
    pasted.write(grown, tmp_path / "project")
    run([sys.executable, "-m", "mkdocs", "build", "--site-dir", tmp_path / "site"], tmp_path / "project", WAIT)

    assert "<svg" in (tmp_path / "site/lessons/0004-brewing/index.html").read_text()


def test_stock_material_gets_the_same_lessons(grown: Path, tmp_path: Path) -> None:
    material.write(grown / "docs", tmp_path, "https://course.example/")

    assert 7 == len([*(tmp_path / "docs/lessons").glob("*.md")])
    assert "hooks" not in (tmp_path / "mkdocs.yml").read_text()


def test_time_and_memory_are_those_of_the_command(tmp_path: Path) -> None:
    small = timed([*PYTHON, "pass"], tmp_path, 60)
    large = timed([*PYTHON, "x = bytearray(200_000_000); import time; time.sleep(.3)"], tmp_path, 60)
    busy = timed([*PYTHON, "import time\nwhile time.process_time() < .5: pass"], tmp_path, 60)

    assert 150e6 < large.memory - small.memory < 250e6
    assert large.wall >= 0.3
    assert busy.cpu >= 0.5
    assert busy.wall >= 0.4


def test_a_command_keeps_what_it_has_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    (tmp_path / "kept.py").write_text("")
    timed([*PYTHON, "import kept"], tmp_path, 60)

    assert 1 == len([*tmp_path.glob("__pycache__/kept.*.pyc")])


def test_a_command_that_fails_or_does_not_end_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingToolError, match=r"failed:\n.*it broke"):
        timed([*PYTHON, "raise SystemExit('it broke')"], tmp_path, 60)
    with pytest.raises(MissingToolError, match="took more than 1 seconds"):
        timed([*PYTHON, "import time; time.sleep(60)"], tmp_path, 1)


def test_the_middle_is_the_median_of_each_figure() -> None:
    assert Cost(2, 5, 8) == middle([Cost(1, 6, 8), Cost(2, 4, 9), Cost(3, 5, 7)])


def test_goals_are_ratios_of_what_was_measured() -> None:
    def costs(**walls: float) -> dict[str, Cost]:
        names = {
            "ours": OURS,
            "cold": COLD,
            "pasted": PASTED,
            "material": MATERIAL,
            "zensical": ZENSICAL,
            "check": CHECK,
        }
        return {names[way]: Cost(wall, wall, wall) for way, wall in walls.items()}

    found = builds.goals(
        {
            5: costs(ours=1.2, cold=4, pasted=1, material=1, zensical=1, check=0.7),
            1000: costs(ours=20, cold=24, pasted=40, material=50, zensical=40),
            5000: costs(ours=99, cold=99),
        }
    )

    assert {
        "5 lessons: time / stock Material": (1.2, True),
        "5 lessons: seconds of a check": (0.7, True),
        "5 lessons, nothing kept: time / stock Material": (4, False),
        "5 lessons: memory / stock Material": (1.2, True),
        "1,000 lessons: processor time / pasted in": (0.5, True),
        "1,000 lessons: time / stock Material": (0.4, True),
        "1,000 lessons: time / Zensical": (0.6, True),
        "1,000 lessons: memory / stock Material": (0.4, True),
        "time of 5,000 lessons / 1,000": (4.95, True),
    } == {goal.name: (goal.value, goal.met) for goal in found}


def test_what_a_save_changes_is_shown() -> None:
    assert "Text\n\nNew\n\n## A\n## B" == saves.changed("Text\n\n## A\n## B", saves.LESSON, "New")
    assert "subjects:\n  - id: a\n    name: New\n    name: B" == saves.changed(
        "subjects:\n  - id: a\n    name: A\n    name: B", saves.DATA, "New"
    )


def test_a_save_is_compared_with_a_save() -> None:
    found = saves.goals({5: {saves.LESSON: 0.5, saves.DATA: 0.7, saves.THEIRS: 1.0}})

    assert [(0.5, True), (0.7, False)] == [(goal.value, goal.met) for goal in found]
