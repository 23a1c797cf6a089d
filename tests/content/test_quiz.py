"""How questions look: what opens without a script, and what scripts find."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup

from macros.content.answers import shuffled
from macros.content.choices import Prediction
from macros.content.quiz import Quiz, predict, predicted, quiz
from tests.content.test_question import ABOUT, ITEMS, OTHER, PAIRS, RIGHT, SPOTS, WRONG, quiz_of

PREDICTION = {"id": "guess", "question": "`What` is <it>?", "explains": "colour", "one-of": (WRONG, RIGHT)}
ALL = quiz_of(
    {"id": "a", "one-of": (WRONG, RIGHT)},
    {"id": "b", "some-of": (WRONG, RIGHT, {**OTHER, "right": True, "belief": None})},
    {"id": "c", "in-order": ITEMS},
    {"id": "d", "match": PAIRS},
    {"id": "e", "press": "kitchen", "parts": SPOTS, "others": "It is no drink."},
    predict=PREDICTION,
)


def shown(found: Quiz) -> BeautifulSoup:
    return BeautifulSoup(quiz(found, "drinks", {}), "html.parser")


def test_each_option_opens_to_its_reason_without_a_script() -> None:
    question = shown(ALL).select_one("#ask--a")
    opened = (
        {one.summary.text: one.p.text for one in question.select("details") if one.summary and one.p}
        if question
        else {}
    )

    assert {"Coffee": "Not quite. It is not.", "Tea": "Right. It is."} == opened


def test_scripts_find_which_answers_are_right_and_under_which_name_they_are_kept() -> None:
    found = {str(one["data-question"]): one for one in shown(ALL).select(".ask")}
    right = {name: [one.text for one in question.select("[data-right] summary")] for name, question in found.items()}

    assert ["one-of", "some-of", "in-order", "match", "press"] == [one["data-kind"] for one in found.values()]
    assert {
        "drinks/a": ["Tea"],
        "drinks/b": ["Tea", "Milk"],
        "drinks/c": [],
        "drinks/d": [],
        "drinks/e": ["Tea"],
    } == right


def test_an_order_is_given_in_another_one_and_opens_to_the_right_one() -> None:
    question = shown(ALL).select("#ask--c li")
    texts = [one.text for one in question]

    assert ["Boil", "Drink", "Pour"] == sorted(texts[:3])
    assert ["Boil", "Pour", "Drink"] != texts[:3]
    assert ["Boil It is first.", "Pour Hot.", "Drink Last."] == texts[3:]


def test_columns_open_to_what_belongs_together() -> None:
    question = shown(ALL)
    right = [one.text for one in question.select(".ask__right li")]
    pairs = [(one.dt.text, one.dd.text) for one in question.select("dl > div") if one.dt and one.dd]

    assert ["Cup", "Pot", "Kettle"] == [one.text for one in question.select(".ask__left li")]
    assert ["Boils it", "Draws it", "Holds it"] == sorted(right)
    assert ["Holds it", "Draws it", "Boils it"] != right
    assert [("Cup", "Holds it It does."), ("Pot", "Draws it It does."), ("Kettle", "Boils it It does.")] == pairs


@pytest.mark.parametrize("count", range(2, 7))
def test_what_is_shuffled_is_never_in_its_own_order_and_the_same_each_time(count: int) -> None:
    things = [*range(count)]
    mixed = [shuffled(things, str(seed)) for seed in range(200)]

    assert [] == [one for one in mixed if one == tuple(things)]
    assert {tuple(things)} == {tuple(sorted(one)) for one in mixed}
    assert mixed == [shuffled(things, str(seed)) for seed in range(200)]


def test_a_press_names_its_diagram_its_parts_and_the_reason_for_all_others() -> None:
    question = shown(ALL).select_one("#ask--e")
    details = question.select("details") if question else []

    assert question
    assert "kitchen" == question["data-diagram"]
    assert [("pot", "Tea"), ("cup", "Coffee"), (None, "Any other part")] == [
        (one.get("data-part"), one.summary.text) for one in details if one.summary
    ]
    assert "Not quite. It is no drink." in details[-1].text


def test_a_question_leads_to_the_section_that_explains_it() -> None:
    assert {"#colour"} == {str(link["href"]) for link in shown(ALL).select(".ask__why a")}


def test_a_quiz_says_how_many_questions_it_has_and_how_long_they_take() -> None:
    assert "5 questions, about 4 min" == shown(ALL).select(".quiz__time")[0].text
    assert "1 question, about 1 min" == shown(quiz_of({"one-of": (RIGHT, WRONG)})).select(".quiz__time")[0].text


def test_a_prediction_is_asked_and_its_right_answer_leads_back_to_it() -> None:
    prediction = Prediction.model_validate(PREDICTION)
    asked, told = (BeautifulSoup(show(prediction, "drinks"), "html.parser") for show in (predict, predicted))

    assert [("ask--guess", "drinks/guess", "predict")] == [
        (one["id"], one["data-question"], one["data-kind"]) for one in asked.select(".ask")
    ]
    assert ["What is <it>?"] == [one.text for one in asked.select(".ask__text")]
    assert [("drinks/guess", "The question at the start: Tea It is.")] == [
        (one["data-predicted"], one.text) for one in told.select("div")
    ]
    assert ["#ask--guess"] == [one["href"] for one in told.select("a")]


def test_beliefs_are_for_reviewers() -> None:
    html = quiz(ALL, "drinks", {}) + predict(Prediction.model_validate(PREDICTION), "drinks")

    assert WRONG["belief"] not in html


HOSTILE = '<script>x</script><img src=x onerror=y>" onclick="z'


def hostile(value: Any) -> Any:
    """Return answers in which every text does harm wherever it is not taken for text."""
    if isinstance(value, dict):
        return {key: one if key in {"id", "explains", "press", "part"} else hostile(one) for key, one in value.items()}
    return tuple(map(hostile, value)) if isinstance(value, tuple) else HOSTILE if isinstance(value, str) else value


SHOWN: dict[str, Callable[[Quiz], str]] = {
    "quiz": lambda found: quiz(found, "drinks", {}),
    "predict": lambda found: predict(found.predict, "drinks") if found.predict else "",
    "predicted": lambda found: predicted(found.predict, "drinks") if found.predict else "",
}


@pytest.mark.parametrize("show", SHOWN.values(), ids=SHOWN)
def test_hostile_text_comes_out_as_text(show: Callable[[Quiz], str]) -> None:
    questions = tuple(hostile({**ABOUT, **one.model_dump(by_alias=True)}) for one in ALL.questions)
    found = Quiz.model_validate({"questions": questions, "predict": hostile(PREDICTION)})

    assert [] == BeautifulSoup(show(found), "html.parser").select("script, img, [onclick], [onerror]")
    assert "&lt;script&gt;" in show(found)
