"""What questions say of their lesson: its sections, objectives and diagrams, and what it says of predictions."""

from pathlib import Path

import pytest

from macros.assembly import questions
from macros.assembly.course import Course
from macros.calls import NAMES
from tests.builders import change, docs_in, whole_docs_in

# ruff: noqa: E501 - one fault a line, to be read as a table

QUIZ, LESSON = "docs/data/quizzes/drinks.yml", "docs/lessons/01-drinks.md"
PRESS = """    press: cup
    parts:
      - {part: cup, text: The cup, reason: It holds it., right: true}
      - {part: below, text: The saucer, reason: It does not., belief: B.}
    others: Nothing else is there.
"""
ONE_OF = """    one-of:
      - {text: Tea, reason: It is., right: true}
      - {text: Coffee, reason: It is not., belief: Beans stay green.}
"""


def told(docs: Path) -> list[str]:
    return [str(problem) for problem in questions.problems(Course.read(docs), NAMES)]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return docs_in(tmp_path)


@pytest.fixture
def pressed(docs: Path) -> Path:
    """Return a course that asks for a part of a picture."""
    change(docs, "data/quizzes/drinks.yml", ONE_OF, PRESS)
    change(docs, "data/diagrams/cup.yml", "label: Cup", "label: Cup, name: cup")
    change(docs, "data/diagrams/cup.yml", "{box: Saucer}", "{box: Saucer, name: below}")
    return docs


def test_in_the_courses_of_the_tests_all_is_right(tmp_path: Path) -> None:
    assert [] == told(docs_in(tmp_path / "a")) == told(whole_docs_in(tmp_path / "b"))


@pytest.mark.parametrize(
    "heading",
    [
        "## Green *leaves*",
        "## Green leaves",
        "### Green leaves",
        "## Other leaves {#green-leaves}",
        "Green leaves\n---",
    ],
)
def test_a_section_is_known_by_its_anchor_however_it_is_written(docs: Path, heading: str) -> None:
    change(docs, "lessons/01-drinks.md", "## Leaves", heading)
    text = (docs / "data/quizzes/drinks.yml").read_text().replace("explains: leaves", "explains: green-leaves")
    (docs / "data/quizzes/drinks.yml").write_text(text)

    assert [] == told(docs)


def test_sections_are_those_that_the_language_of_the_course_makes(docs: Path) -> None:
    (docs.parent / "mkdocs.yml").write_text("theme: {language: de}\n")
    change(docs, "lessons/01-drinks.md", "## Leaves", "## Grüne Blätter")
    text = (docs / "data/quizzes/drinks.yml").read_text().replace("explains: leaves", "explains: gruene-blaetter")
    (docs / "data/quizzes/drinks.yml").write_text(text)

    assert [] == told(docs)


def test_parts_of_a_picture_that_its_lesson_shows_can_be_pressed(pressed: Path) -> None:
    assert [] == told(pressed)


@pytest.mark.parametrize(
    ("path", "right", "wrong", "expected"),
    [
        ("data/quizzes/drinks.yml", "part: below", "part: belwo", "9:10: questions[which-is-green].parts[1].part: the part 'belwo' of the diagram 'cup' does not exist\n    hint: did you mean 'below'?"),
        ("data/diagrams/cup.yml", "{box: Saucer, name: below}", "{note: Saucer, name: below}", "9:10: questions[which-is-green].parts[1].part: the part 'below' of the diagram 'cup' is no box, picture or group\n    hint: choose one of cup"),
        ("data/diagrams/cup.yml", "name: below}", "name: below}\nsteps: [{step: A.}, {step: B., hide: [below]}]", "9:10: questions[which-is-green].parts[1].part: the last step of the diagram 'cup' hides the part 'below'\n    hint: questions are asked of the last step: name a part that it shows"),
        ("lessons/01-drinks.md", '{! diagram("cup") !}', '{! diagram("kitchen") !}', "6:5: questions[which-is-green].press: docs/lessons/01-drinks.md does not show the diagram 'cup'\n    hint: choose one of kitchen"),
        ("lessons/01-drinks.md", '{! diagram("cup") !}', "", "6:5: questions[which-is-green].press: docs/lessons/01-drinks.md does not show the diagram 'cup'\n    hint: write {! diagram(\"cup\") !} in the lesson"),
    ],
)  # fmt: skip
def test_a_part_that_nobody_could_press_is_told(
    pressed: Path, path: str, right: str, wrong: str, expected: str
) -> None:
    change(pressed, path, right, wrong)

    assert [f"{QUIZ}:{expected}"] == told(pressed)


def test_a_diagram_without_a_named_part_says_where_to_name_it(pressed: Path) -> None:
    text = (pressed / "data/diagrams/cup.yml").read_text().replace(", name: cup", "").replace(", name: below", "")
    (pressed / "data/diagrams/cup.yml").write_text(text)

    assert "hint: write 'name: cup' in docs/data/diagrams/cup.yml" in told(pressed)[0]


def test_nothing_is_said_of_the_parts_of_a_diagram_that_cannot_be_read(pressed: Path) -> None:
    change(pressed, "data/diagrams/cup.yml", "title: ", "titel: ")

    assert [] == told(pressed)


def test_an_objective_that_no_question_tests_is_told_and_one_that_the_lesson_has_not(docs: Path) -> None:
    change(docs, "lessons/01-drinks.md", "[Choose a drink.]", "[Choose a drink., Warm a cup.]")

    untested = f"{QUIZ}:1:1: questions: no question tests an objective of {LESSON}: 'Warm a cup.'"
    assert [f"{untested}\n    hint: write one that does, or delete the objective"] == told(docs)

    change(docs, "data/quizzes/drinks.yml", "objective: Choose a drink.", "objective: Warm the cup.")

    assert (
        f"{QUIZ}:4:5: questions[which-is-green].objective: {LESSON} has no such objective\n    hint: did you mean 'Warm a cup.'?"
        in told(docs)
    )


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ('{! predict("drinks") !}', "", f'{LESSON}:16:4: the lesson says what is right, and never asks for a prediction\n    hint: write {{! predict("drinks") !}} at its head'),
        ('{! predicted("drinks") !}', "", f'{LESSON}:14:4: the lesson asks for a prediction, and never says what is right\n    hint: write {{! predicted("drinks") !}} below the sentence that explains it'),
        ('{! predict("drinks") !}\n\n{! predicted("drinks") !}', '{! predicted("drinks") !}\n\n{! predict("drinks") !}', f'{LESSON}:14:4: tells the answer above the question\n    hint: write {{! predict("drinks") !}} above it'),
        ('{! predict("drinks") !}\n\n{! predicted("drinks") !}', "", f'{QUIZ}:9:1: predict: no lesson asks it\n    hint: write {{! predict("drinks") !}} at the head of its lesson'),
    ],
)  # fmt: skip
def test_a_prediction_is_asked_first_and_then_answered(docs: Path, right: str, wrong: str, expected: str) -> None:
    change(docs, "lessons/01-drinks.md", right, wrong)

    assert [expected] == told(docs)


def test_a_prediction_that_the_questions_do_not_have_is_told_where_it_is_asked(docs: Path) -> None:
    quiz = docs / "data/quizzes/drinks.yml"
    quiz.write_text(quiz.read_text().partition("predict:")[0])

    message = "docs/data/quizzes/drinks.yml has no prediction\n    hint: add 'predict: …' to it, or delete the call"
    assert [f"{LESSON}:14:4: {message}", f"{LESSON}:16:4: {message}"] == sorted(told(docs))


@pytest.mark.parametrize("macro", ["predict", "predicted"])
def test_a_misspelt_call_is_not_blamed_twice(docs: Path, macro: str) -> None:
    change(docs, "lessons/01-drinks.md", f"{{! {macro}(", f"{{! {macro[:-1]}x(")

    assert [] == told(docs)


def test_a_lesson_that_cannot_be_read_leaves_open_what_it_asks(docs: Path) -> None:
    change(docs, "lessons/01-drinks.md", "title: ", "titel: ")

    assert [] == told(docs)
