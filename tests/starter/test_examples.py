"""What the guide of a new project shows, done to that project as its contributors would."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.assembly.course import Course
from macros.check.problems import all_problems


def below(heading: str, project: Path) -> str:
    """Return the first example below a heading of the project's guide."""
    guide = (project / "CONTRIBUTING.md").read_text()
    section = guide.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    found = re.search(r"```\w+\n(.*?)```", section, re.DOTALL)
    assert found
    return found[1]


def add(file: Path, text: str, after: str = "") -> None:
    """Add text to a file, at its end or behind a line of it."""
    file.parent.mkdir(exist_ok=True)
    before = file.read_text() if file.exists() else ""
    place = before.index(f"{after}\n") + len(after) + 1 if after else len(before)
    file.write_text(before[:place] + text + before[place:])


def show(project: Path, call: str) -> None:
    add(project / "docs/about.md", f"\n{{! {call} !}}\n")


def row(project: Path) -> None:
    add(project / "docs/data/comparison.yml", below("Add a row to the comparison", project), "rows:")


def subject(project: Path) -> None:
    file = project / "docs/data/comparison.yml"
    add(file, below("Add a subject", project), "subjects:")
    add(file, "      third-way: {answer: Much the same., judgement: We think so.}\n", "    cells:")


def source(project: Path) -> None:
    add(project / "docs/data/sources.yml", below("Add a source", project))
    add(project / "docs/about.md", '\nMore stands elsewhere. {! cite("example-manual") !}\n')


def chart(project: Path) -> None:
    add(project / "docs/data/charts/my-chart.yml", below("Add a chart", project))
    show(project, 'chart("my-chart")')


def question(project: Path) -> None:
    add(project / "docs/data/quizzes/01-what-it-is.yml", below("Add a quiz question", project))


def helper(project: Path) -> None:
    add(project / "docs/data/decisions/which-one.yml", below("Add a question to the helper", project), "questions:")


def term(project: Path) -> None:
    example = below("Add a term", project)
    add(project / "docs/data/terms.yml", example)
    told = example.split("term: ")[1].partition("\n")[0]
    add(project / "docs/lessons/01-what-it-is.md", f"\n**{told}**.\n", '{! diagram("example-diagram") !}')


def diagram(project: Path) -> None:
    add(project / "docs/data/diagrams/my-picture.yml", below("Add a diagram", project))
    show(project, 'diagram("my-picture")')


def story(project: Path) -> None:
    add(project / "docs/data/diagrams/my-story.yml", below("Tell a diagram in steps", project))
    show(project, 'diagram("my-story")')


def race(project: Path) -> None:
    add(project / "docs/data/interactives/my-race.yml", below("Add a picture that readers operate", project))
    show(project, 'interactive("my-race")')


def layers(project: Path) -> None:
    add(project / "docs/data/interactives/my-layers.yml", below("Let readers change a layer", project))
    show(project, 'interactive("my-layers")')


def failure(project: Path) -> None:
    diagram(project)
    add(project / "docs/data/interactives/my-failure.yml", below("Let readers break a diagram", project))
    show(project, 'interactive("my-failure")')


def capacity(project: Path) -> None:
    add(project / "docs/data/interactives/my-capacity.yml", below("Ask how many fit", project))
    show(project, 'interactive("my-capacity")')


def synonym(project: Path) -> None:
    add(project / "docs/data/synonyms.yml", below("Add a synonym", project))


def move(project: Path) -> None:
    (project / "docs/data/moved.yml").write_text(below("Move a page", project))


def numbers(project: Path) -> None:
    """Set the minutes of the course to what they are now."""
    file, minutes = project / "docs/data/course.yml", Course.read(project / "docs").minutes
    file.write_text(re.sub(r"^minutes: \d+$", f"minutes: {minutes}", file.read_text(), flags=re.MULTILINE))


@pytest.fixture(params=["made", "made_german"])
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a copy of a new project in each language that has examples."""
    return shutil.copytree(request.getfixturevalue(request.param), tmp_path / "project")


OPERATED = (race, layers, failure, capacity)
ADDITIONS = (row, subject, source, chart, question, term, synonym, diagram, story, *OPERATED, move)


@pytest.mark.parametrize("addition", ADDITIONS)
def test_what_the_guide_shows_passes_the_check(addition: Callable[[Path], None], project: Path) -> None:
    addition(project)
    numbers(project)

    assert [] == all_problems(Course.read(project / "docs"))


def test_a_question_of_the_helper_asks_only_for_the_advice_that_it_needs(project: Path) -> None:
    helper(project)

    told = [problem.message for problem in all_problems(Course.read(project / "docs"))]
    assert {"no outcome for [coffee-2, tea]", "no outcome for [r-d-x, tea]"} == {*told}
