"""What CONTRIBUTING.md shows, added to the course as a contributor would."""

import re
import shutil
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.calls import NAMES, Calls
from macros.course import Course
from macros.diagram.scene import KINDS

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "CONTRIBUTING.md").read_text()


def example(heading: str) -> str:
    """Return the YAML below a heading of the guide."""
    found = re.search(rf"^## {heading}\n.*?```yaml\n(.*?)```", GUIDE, re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


@pytest.fixture(autouse=True)
def project(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the copy of the course the current project."""
    monkeypatch.chdir(docs.parent)


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text() + text)


def under(file: Path, heading: str, text: str) -> None:
    """Add text at the beginning of a list of a data file."""
    before, _, after = file.read_text().partition(f"\n{heading}:\n")
    file.write_text(f"{before}\n{heading}:\n{text}{after}")


def promise(docs: Path) -> None:
    """Set the numbers of the card to what the check says."""
    card, course = docs / "data/course.yml", Course.read(docs)
    text = re.sub(r"^lessons: \d+$", f"lessons: {len(course.lessons)}", card.read_text(), flags=re.MULTILINE)
    card.write_text(re.sub(r"^minutes: \d+$", f"minutes: {course.minutes}", text, flags=re.MULTILINE))


def cited(docs: Path) -> None:
    append(docs / "about.md", 'More. {! cite("linux-user-namespaces") !}\n')


def test_the_row_the_source_and_the_question_are_right(docs: Path) -> None:
    append(docs / "data/comparison.yml", example("Add a row to the comparison"))
    append(docs / "data/sources.yml", example("Add a source"))
    append(docs / "data/quizzes/01-one-box-for-any-cargo.yml", example("Add a question"))
    cited(docs)
    promise(docs)
    course = Course.read(docs)

    assert [] == [str(problem) for problem in course.problems]
    assert course.comparison
    assert "sound" == course.comparison.rows[-1].id


def test_a_new_source_asks_to_be_cited(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    append(docs / "data/sources.yml", example("Add a source"))

    assert 1 == main()
    assert "sources[linux-user-namespaces]: nothing cites this source" in capsys.readouterr().err


def test_the_question_of_the_helper_is_right(docs: Path) -> None:
    under(docs / "data/decisions/which-one.yml", "questions", example("Add a question to the helper"))
    course = Course.read(docs)

    assert () == course.problems
    assert "laptop" == course.decisions["which-one"].questions[0].id


def test_the_term_asks_for_a_lesson_and_is_then_in_the_glossary(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    under(docs / "data/terms.yml", "terms", example("Add a term"))

    assert 1 == main()
    assert "no lesson explains 'pod template'\n    hint: write **pod template**" in capsys.readouterr().err

    lesson = docs / "lessons/05-better-together.md"
    lesson.write_text(lesson.read_text().replace("A **pod**", "A **pod template** comes first.\nA **pod**"))
    assert 0 == main()
    assert 'id="pod-template"' in Calls(Course.read(docs), "glossary/").glossary()


def test_the_chart_is_right_and_can_be_shown(docs: Path) -> None:
    (docs / "data/charts/my-chart.yml").write_text(example("Add a chart"))
    append(docs / "about.md", '\n{! chart("my-chart") !}\n')

    assert 0 == main()


def test_a_subject_asks_for_its_cells_and_is_then_a_column(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = docs / "data/comparison.yml"
    rows = len(re.findall(r"^    cells:$", file.read_text(), re.MULTILINE))
    under(file, "subjects", example("Add a subject"))

    assert 1 == main()
    assert rows == capsys.readouterr().err.count("no answer for 'unikernel'")

    cell = "    cells:\n      unikernel: {answer: Much the same., judgement: We think so.}\n"
    file.write_text(re.sub(r"^    cells:\n", cell, file.read_text(), flags=re.MULTILINE))
    assert 0 == main()
    assert "Unikernel" in Calls(Course.read(docs), "comparison/").comparison()


def test_the_diagram_is_right_and_can_be_shown(docs: Path) -> None:
    (docs / "data/diagrams/my-picture.yml").write_text(example("Add a diagram"))
    append(docs / "about.md", '\n{! diagram("my-picture") !}\n')

    assert 0 == main()


def test_the_diagram_in_steps_is_right_and_can_be_shown(docs: Path) -> None:
    (docs / "data/diagrams/my-story.yml").write_text(example("Tell a diagram in steps"))
    append(docs / "about.md", '\n{! diagram("my-story") !}\n')

    assert 0 == main()


def test_the_pictogram_is_right_and_can_be_drawn(docs: Path) -> None:
    found = re.search(r"```svg\n(.*?)```", GUIDE, re.DOTALL)
    assert found
    (docs / "data/pictures/my-clock.svg").write_text(found[1])
    (docs / "data/diagrams/my-picture.yml").write_text(
        "# yaml-language-server: $schema=../schema/diagrams.json\ntitle: T\ndesc: D\nscene: {picture: my-clock}\n"
    )
    append(docs / "about.md", '\n{! diagram("my-picture") !}\n')

    assert 0 == main()


def test_every_part_of_a_diagram_is_explained() -> None:
    assert [] == [kind for kind in KINDS if f"{{{kind}: " not in GUIDE]


def test_the_page_that_moved_leads_on(docs: Path) -> None:
    (docs / "data/moved.yml").write_text(example("Move a page"))
    course = Course.read(docs)

    assert () == course.problems
    assert ["lessons/02-containers/#key-points"] == [move.new for move in course.moves]


def test_a_new_lesson_asks_for_the_new_numbers_and_its_entry_only(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    last = max((docs / "lessons").glob("*.md"))
    (docs / "lessons/99-your-title.md").write_text(last.read_text().replace(last.stem, "99-your-title"))
    shutil.copy(docs / f"data/quizzes/{last.stem}.yml", docs / "data/quizzes/99-your-title.yml")

    assert 1 == main()
    said = capsys.readouterr().err
    assert ["docs/data/course.yml", "docs/data/course.yml", "docs/lessons/99-your-title.md"] == [
        line.split(":")[0] for line in said.splitlines() if line[0] != " "
    ]
    assert "    hint: write in mkdocs.yml, at its place below 'nav:':  - lessons/99-your-title.md\n" in said
    promise(docs)
    settings, entry = docs.parent / "mkdocs.yml", f"      - lessons/{last.name}\n"
    settings.write_text(settings.read_text().replace(entry, f"{entry}      - lessons/99-your-title.md\n"))
    assert 0 == main()


def test_every_call_is_explained() -> None:
    assert [] == [name for name in NAMES if f"{{! {name}(" not in GUIDE]
