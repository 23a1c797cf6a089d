"""The decision helper, with subjects that are not those of the course."""

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from macros.assembly.course import Course
from macros.content.decision import Answer, Decision, Names, Outcome, Question, decision
from macros.reading.datafile import read_data
from macros.reading.problem import ContentError
from tests.builders import change, docs_in

TEXT = """title: Which drink?
questions:
  - id: hurry
    question: Are you in a `hurry`?
    answers:
      - {id: "yes", text: "Yes", towards: [coffee], because: It cools fast., rows: [warmth]}
      - {id: "no", text: "No", because: Any will do.}
  - id: friends
    question: Have you friends?
    answers:
      - {id: many, text: Many, towards: [tea, coffee], because: Offer both., rows: [warmth, price]}
      - {id: none, text: None, because: Choose freely.}
outcomes:
  - {subjects: [], name: Either, advice: Choose by taste.}
  - {subjects: [coffee], name: Coffee, advice: Drink it.}
  - {subjects: [coffee, tea], name: Both, advice: Offer both.}
"""
NAMES = Names(
    {"tea": "Tea", "coffee": "Coffee"}, {"warmth": ("Warmth", "../t/#warmth"), "price": ("Price", "../t/#price")}
)

# ruff: noqa: E501 - one fault a line, to be read as a table


def read(tmp_path: Path, text: str) -> Decision:
    (tmp_path / "drink.yml").write_text(text)
    return read_data(tmp_path / "drink.yml", "drink.yml", Decision).model


def test_answers_add_up_also_when_a_question_is_left_out(tmp_path: Path) -> None:
    expected: set[frozenset[str]] = {frozenset(), frozenset({"coffee"}), frozenset({"coffee", "tea"})}

    assert expected == read(tmp_path, TEXT).reachable()


def test_each_answer_says_what_it_speaks_for_why_and_by_which_rows(tmp_path: Path) -> None:
    shown = BeautifulSoup(decision(read(tmp_path, TEXT), NAMES), "html.parser")
    answers = shown.select(".decision__answer")
    many = answers[2]

    assert ["coffee", "", "tea coffee", ""] == [answer["data-towards"] for answer in answers]
    assert "→\xa0Tea, Coffee" in many.text
    assert "Offer both." in many.text
    assert [("Warmth", "../t/#warmth"), ("Price", "../t/#price")] == [(a.text, a["href"]) for a in many.select("a")]


def test_each_outcome_says_for_which_subjects_it_is(tmp_path: Path) -> None:
    shown = BeautifulSoup(decision(read(tmp_path, TEXT), NAMES), "html.parser").select(".decision__outcome")

    assert [("", "No arrow", "Either"), ("coffee", "Coffee", "Coffee"), ("coffee tea", "Coffee + Tea", "Both")] == [
        (one["data-subjects"], *(part.text for part in one.select(".decision__set, .decision__name"))) for one in shown
    ]


def test_every_name_is_listed_with_its_place(tmp_path: Path) -> None:
    names = list(read(tmp_path, TEXT).names())

    assert (("questions", 1, "answers", 0, "towards", 1), "subject", "coffee") in names
    assert (("questions", 1, "answers", 0, "rows", 1), "row", "price") in names
    assert (("outcomes", 2, "subjects", 1), "subject", "tea") in names
    assert 3 + 3 + 3 == len(names)


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("id: friends", "id: hurry", "drink.yml:8:5: questions[hurry].id: 'hurry' stands twice"),
        ("id: none", "id: many", "drink.yml:12:10: questions[friends].answers[many].id: 'many' stands twice"),
        (", rows: [warmth]}", "}", "drink.yml:6:9: questions[hurry].answers[yes]: moves the advice and names no row\n    hint: name the rows"),
        ("      - {id: none, text: None, because: Choose freely.}\n", "", "questions[friends].answers: "),
        (", because: Any will do.", "", "questions[hurry].answers[no].because: is missing"),
    ],
)  # fmt: skip
def test_a_fault_is_named_in_its_place(tmp_path: Path, right: str, wrong: str, expected: str) -> None:
    with pytest.raises(ContentError) as caught:
        read(tmp_path, TEXT.replace(right, wrong, 1))

    assert expected in str(caught.value)


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("  - {subjects: [coffee], name: Coffee, advice: Drink it.}\n", "", [(("outcomes",), "no outcome for [coffee]")]),
        ("subjects: [coffee, tea]", "subjects: [tea]", [(("outcomes", 2, "subjects"), "no answers add up to these subjects"), (("outcomes",), "no outcome for [coffee, tea]")]),
        ("subjects: [coffee]", "subjects: [tea, coffee]", [(("outcomes", 2, "subjects"), "these subjects stand twice"), (("outcomes",), "no outcome for [coffee]")]),
    ],
)  # fmt: skip
def test_there_is_one_outcome_for_all_that_answers_add_up_to(
    tmp_path: Path, right: str, wrong: str, expected: Any
) -> None:
    assert [] == list(read(tmp_path, TEXT).gaps())
    assert expected == [(loc, message) for loc, message, _ in read(tmp_path, TEXT.replace(right, wrong, 1)).gaps()]


@pytest.mark.parametrize(
    "field", ["question: Have you friends?", "text: Many", "because: Offer both.", "name: Both", "advice: Drink it."]
)
def test_hostile_text_comes_out_as_text(tmp_path: Path, field: str) -> None:
    key = field.split(":", maxsplit=1)[0]
    hostile: Any = read(tmp_path, TEXT.replace(field, f"{key}: '\"><script>x</script>'", 1))
    html = decision(hostile, NAMES)

    assert [] == BeautifulSoup(html, "html.parser").select("script")
    assert "&lt;script&gt;" in html


def test_a_helper_of_very_many_questions_is_refused_before_its_outcomes_are_counted(tmp_path: Path) -> None:
    question = "  - {{id: q{0}, question: Q, answers: [{{id: a, text: A, because: B, towards: [s{0}], rows: [r]}}, {{id: b, text: B, because: B}}]}}\n"
    text = TEXT.partition("questions:\n")[0] + "questions:\n" + "".join(question.format(n) for n in range(60))
    with pytest.raises(ContentError, match=r"drink\.yml:2:1: questions: lists more than 12"):
        read(tmp_path, text + "outcomes:\n  - {subjects: [], name: N, advice: A}\n")


def test_a_helper_of_more_subjects_than_a_comparison_has_is_refused() -> None:
    questions = [
        Question(id=f"q{n}", question="Q", answers=(answer(f"s{2 * n}", f"s{2 * n + 1}"), answer())) for n in range(4)
    ]
    outcome = Outcome(subjects=(), name="N", advice="A")
    small, large = (Decision(title="T", questions=tuple(questions[:count]), outcomes=(outcome,)) for count in (3, 4))

    assert [] == list(small.faults())
    assert [((), "names 8 subjects, more than 6", "make two helpers")] == list(large.faults())


def answer(*towards: str) -> Answer:
    return Answer(id=towards[0] if towards else "none", text="A", because="B", towards=towards, rows=("r",))


@pytest.mark.parametrize(
    ("right", "wrong", "field"),
    [
        ("towards: [coffee]", "towards: [coffee, coffee]", "questions[hurry].answers[yes].towards[1]"),
        ("rows: [warmth]", "rows: [warmth, warmth]", "questions[hurry].answers[yes].rows[1]"),
        ("subjects: [coffee], name", "subjects: [coffee, coffee], name", "outcomes[1].subjects[1]"),
    ],
)
def test_a_name_that_stands_twice_in_a_list_is_told(tmp_path: Path, right: str, wrong: str, field: str) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/decisions/drink.yml", right, wrong)

    assert [field] == [problem.field for problem in Course.read(docs).problems]
