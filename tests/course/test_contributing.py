"""What CONTRIBUTING.md shows, done to the course as a contributor would, all the way through what CI runs."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.assembly.course import Course
from macros.calls import NAMES, Calls
from macros.content.question import KINDS as QUESTIONS
from macros.content.quiz import Quiz
from macros.diagram.scene import KINDS
from macros.reading.datafile import parsed
from macros.reading.yaml import read_yaml
from macros.recording.terminal import LackingError
from macros.recording.views import written
from tests.conftest import ROOT, lacking

GUIDE = (ROOT / "CONTRIBUTING.md").read_text()
MEND = "CONTRIBUTING.md and docs/ do not fit: change the example there, or what it names here"


def example(heading: str, language: str = "yaml") -> str:
    """Return the first example below a heading of the guide."""
    found = re.search(rf"^## {heading}\n(?:(?!^## ).)*?```{language}\n(.*?)```", GUIDE, re.DOTALL | re.MULTILINE)
    assert found, MEND
    return found[1]


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text() + text)


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text, MEND
    file.write_text(text.replace(old, new, 1))


def under(file: Path, heading: str, text: str) -> None:
    """Add text at the beginning of a list of a data file."""
    replace(file, f"\n{heading}:\n", f"\n{heading}:\n{text}")


def add_row(docs: Path) -> None:
    under(docs / "data/comparison.yml", "rows", example("Add a row to the comparison"))


def add_subject(docs: Path) -> None:
    under(docs / "data/comparison.yml", "subjects", example("Add a subject"))
    cell = "    cells:\n      unikernel: {answer: Much the same., judgement: We think so.}\n"
    file = docs / "data/comparison.yml"
    file.write_text(re.sub(r"^    cells:\n", cell, file.read_text(), flags=re.MULTILINE))


def add_source(docs: Path) -> None:
    append(docs / "data/sources.yml", example("Add a source"))
    append(docs / "about.md", '\nMore stands elsewhere. {! cite("linux-user-namespaces") !}\n')


def add_chart(docs: Path) -> None:
    (docs / "data/charts/my-chart.yml").write_text(example("Add a chart"))
    append(docs / "about.md", '\n{! chart("my-chart") !}\n')


def add_quiz_question(docs: Path) -> None:
    append(docs / "data/quizzes/01-one-box-for-any-cargo.yml", example("Add a quiz question"))


def add_question(docs: Path) -> None:
    under(docs / "data/decisions/which-one.yml", "questions", example("Add a question to the helper"))


def add_term(docs: Path) -> None:
    under(docs / "data/terms.yml", "terms", example("Add a term"))
    replace(docs / "lessons/05-better-together.md", "A **pod**", "A **pod template** comes first.\nA **pod**")


def add_synonym(docs: Path) -> None:
    under(docs / "data/synonyms.yml", "synonyms", example("Add a synonym"))


def add_diagram(docs: Path) -> None:
    (docs / "data/diagrams/my-picture.yml").write_text(example("Add a diagram"))
    append(docs / "about.md", '\n{! diagram("my-picture") !}\n')


def add_story(docs: Path) -> None:
    (docs / "data/diagrams/my-story.yml").write_text(example("Tell a diagram in steps"))
    append(docs / "about.md", '\n{! diagram("my-story") !}\n')


def add_race(docs: Path) -> None:
    (docs / "data/interactives/my-race.yml").write_text(example("Add a picture that readers operate"))
    append(docs / "about.md", '\n{! interactive("my-race") !}\n')


def add_layers(docs: Path) -> None:
    (docs / "data/interactives/my-layers.yml").write_text(example("Let readers change a layer"))
    append(docs / "about.md", '\n{! interactive("my-layers") !}\n')


def add_failure(docs: Path) -> None:
    (docs / "data/interactives/my-failure.yml").write_text(example("Let readers break a diagram"))
    append(docs / "about.md", '\n{! interactive("my-failure") !}\n')


def add_capacity(docs: Path) -> None:
    (docs / "data/interactives/my-capacity.yml").write_text(example("Ask how many fit"))
    append(docs / "about.md", '\n{! interactive("my-capacity") !}\n')


def add_pictogram(docs: Path) -> None:
    (docs / "data/pictures/my-clock.svg").write_text(example("Add a pictogram", "svg"))
    append(docs / "about.md", '\n{! picture("my-clock") !}\n')


def add_page(docs: Path) -> None:
    (docs / "further-reading.md").write_text(example("Add a page", "markdown"))
    replace(docs.parent / "mkdocs.yml", "      - about.md\n", "      - about.md\n      - further-reading.md\n")


def add_lesson(docs: Path) -> None:
    """Do what the list below *Add a lesson* says."""
    last = max((docs / "lessons").glob("*.md"))
    name = f"{int(last.name[:2]) + 1:02}-your-title"
    text = last.read_text().replace(f'("{last.stem}")', f'("{name}")')
    (docs / f"lessons/{name}.md").write_text(text.replace("title: ", "title: More on ", 1))
    shutil.copy(docs / f"data/quizzes/{last.stem}.yml", docs / f"data/quizzes/{name}.yml")
    entry = f"      - lessons/{last.name}\n"
    replace(docs.parent / "mkdocs.yml", entry, f"{entry}      - lessons/{name}.md\n")


def add_blocks(docs: Path) -> None:
    """Add what only pages with it load the styles for."""
    append(docs / "about.md", '\n!!! note "Two kernels"\n    A machine has its own.[^own]\n\n[^own]: Most have one.\n')


def move_page(docs: Path) -> None:
    append(docs / "data/moved.yml", example("Move a page").partition("moved:\n")[2])


ADDITIONS: dict[str, Callable[[Path], None]] = {
    "a row": add_row,
    "a subject": add_subject,
    "a source": add_source,
    "a chart": add_chart,
    "a quiz question": add_quiz_question,
    "a question of the helper": add_question,
    "a term": add_term,
    "a synonym": add_synonym,
    "a diagram": add_diagram,
    "a diagram in steps": add_story,
    "a race": add_race,
    "layers": add_layers,
    "a failure": add_failure,
    "how many fit": add_capacity,
    "a pictogram": add_pictogram,
    "a page": add_page,
    "a lesson": add_lesson,
    "a note and a footnote": add_blocks,
    "a move": move_page,
}


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the whole project, as a contributor has it, in which the checks run."""
    for name in ("docs", "macros", "overrides", "tests", ".github"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
    for name in ("mkdocs.yml", "pyproject.toml", "CONTRIBUTING.md", "README.md"):
        shutil.copy(ROOT / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def settled(docs: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Set the numbers of the course card to what the check says, and return what it says then."""
    main()
    said = capsys.readouterr().err
    for key, number in re.findall(r"set (lessons|minutes): (\d+)", said):
        card = docs / "data/course.yml"
        card.write_text(re.sub(rf"^{key}: \d+$", f"{key}: {number}", card.read_text(), flags=re.MULTILINE))
    main()
    return capsys.readouterr().err


@pytest.mark.parametrize("addition", ADDITIONS)
def test_what_the_guide_shows_passes_the_check(
    project: Path, addition: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ADDITIONS[addition](project / "docs")

    assert "" == settled(project / "docs", capsys), MEND


def test_all_of_it_together_passes_the_build_and_the_tests_of_the_content(
    project: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = project / "docs"
    for add in ADDITIONS.values():
        add(docs)
    assert "" == settled(docs, capsys), MEND
    made = tmp_path_factory.mktemp("made")
    tests = [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", "--basetemp", str(made)]
    run = subprocess.run([*tests, *TESTS_OF_CONTENT], cwd=project, capture_output=True, text=True, check=False)

    assert 0 == run.returncode, f"{MEND}\n{run.stdout}"
    site = made / "course"
    comparison = (site / "comparison/index.html").read_text()
    assert 'id="sound"' in comparison, MEND
    assert "Unikernel" in comparison, MEND
    assert 'id="pod-template"' in (site / "glossary/index.html").read_text(), MEND
    assert [*site.glob("lessons/*-your-title/index.html")], MEND
    assert (site / "diagrams/my-story.svg").is_file(), MEND


TESTS_OF_CONTENT = [
    "tests/course/test_addresses.py",
    "tests/course/test_colours.py",
    "tests/course/test_content.py",
    "tests/course/test_schema.py",
    "tests/course/test_summary.py",
]
"""What CI runs, and what an addition to ``docs/`` could break, as far as it needs no browser: they build the site."""


def test_each_kind_of_question_that_the_guide_shows_is_right() -> None:
    section = GUIDE.partition("## Add a quiz question\n")[2].partition("\n## ")[0]
    first, others = re.findall(r"```yaml\n(.*?)```", section, re.DOTALL)
    about = first.partition("    one-of:")[0]
    read = [read_yaml(f"questions:\n{about}{answers}", "guide") for answers in others.split("\n\n")]
    asked = [
        parsed(marks, Quiz, "").model.questions[0] for marks in [*read, read_yaml(f"questions:\n{first}", "guide")]
    ]

    shown = sorted({one.kind for one in asked} | {"some-of"})
    assert sorted(QUESTIONS) == shown, "CONTRIBUTING.md: show each kind of question below 'Add a quiz question'"
    listed = re.findall(r"^\| `([a-z-]+)` \|", section, re.MULTILINE)
    assert list(QUESTIONS) == listed, "CONTRIBUTING.md: list each kind of question below 'Add a quiz question'"


def test_windows_with_switches_that_the_guide_shows_are_right_once_they_are_recorded(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = re.search(r"```yaml\n([^`]*^views:\n.*?)```", GUIDE, re.DOTALL | re.MULTILINE)
    assert shown, MEND
    path = "docs/data/interactives/my-windows.yml"
    (project / path).write_text(shown[1])
    append(project / "docs/about.md", '\n{! interactive("my-windows") !}\n')

    assert f"{path}:5:1: views: was never recorded" in settled(project / "docs", capsys), MEND
    try:
        (project / path).write_text(written(shown[1], path, project))
    except LackingError as error:
        lacking(f"the example was not recorded: {error}")

    assert "" == settled(project / "docs", capsys), MEND


def test_a_new_source_asks_to_be_cited(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    append(project / "docs/data/sources.yml", example("Add a source"))

    assert 1 == main(), MEND
    assert "sources[linux-user-namespaces]: nothing cites this source" in capsys.readouterr().err, MEND


def test_a_new_term_asks_for_a_lesson(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    under(project / "docs/data/terms.yml", "terms", example("Add a term"))

    assert 1 == main(), MEND
    assert "nothing uses 'pod template'\n    hint: write **pod template**" in capsys.readouterr().err, MEND


def test_a_new_subject_asks_for_its_cells(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = project / "docs/data/comparison.yml"
    rows = len(re.findall(r"^    cells:$", file.read_text(), re.MULTILINE))
    under(file, "subjects", example("Add a subject"))

    assert 1 == main(), MEND
    assert rows == capsys.readouterr().err.count("no answer for 'unikernel'"), MEND


def test_a_new_lesson_asks_for_the_new_numbers_only(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add_lesson(project / "docs")

    assert 1 == main(), MEND
    said = capsys.readouterr().err
    assert ["docs/data/course.yml"] * 2 == [line.split(":")[0] for line in said.splitlines() if line[0] != " "], MEND


def test_a_page_that_moved_leads_on(project: Path) -> None:
    move_page(project / "docs")

    assert "lessons/02-containers/#key-points" in [move.new for move in Course.read(project / "docs").moves], MEND


def test_a_new_question_of_the_helper_is_shown(project: Path) -> None:
    add_question(project / "docs")

    assert "Will it run on a laptop?" in Calls(Course.read(project / "docs"), "which-one/").decision("which-one"), MEND


def test_every_part_of_a_diagram_is_explained() -> None:
    assert [] == [kind for kind in KINDS if f"{{{kind}: " not in GUIDE], "explain these in CONTRIBUTING.md"


def test_every_call_is_explained() -> None:
    assert [] == [name for name in NAMES if f"{{! {name}(" not in GUIDE], "explain these in CONTRIBUTING.md"
