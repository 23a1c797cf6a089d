"""What is wrong with a question by itself."""

from typing import Any

import pytest

from macros.content.quiz import Quiz
from macros.reading.datafile import Fault

RIGHT: dict[str, Any] = {"text": "Tea", "reason": "It is.", "right": True}
WRONG: dict[str, Any] = {"text": "Coffee", "reason": "It is not.", "belief": "All are."}
OTHER: dict[str, Any] = {"text": "Milk", "reason": "It is white.", "belief": "All are."}
ABOUT = {"id": "which", "question": "Which?", "explains": "colour", "objective": "Choose."}
ITEMS = (
    {"text": "Boil", "reason": "It is first."},
    {"text": "Pour", "reason": "Hot."},
    {"text": "Drink", "reason": "Last."},
)
PAIRS = (
    {"left": "Cup", "right": "Holds it", "reason": "It does."},
    {"left": "Pot", "right": "Draws it", "reason": "It does."},
    {"left": "Kettle", "right": "Boils it", "reason": "It does."},
)
SPOTS = ({**RIGHT, "part": "pot"}, {**WRONG, "part": "cup"})


def quiz_of(*questions: dict[str, Any], **more: Any) -> Quiz:
    """Return questions with what each must have."""
    return Quiz.model_validate({"questions": tuple({**ABOUT, **one} for one in questions), **more})


def faults(**answers: Any) -> list[tuple[Any, ...]]:
    """Return what is wrong with one question: the way to it, below the question, and the message."""
    return [(*loc[2:], message) for loc, message, _ in quiz_of(answers).faults()]


def hints(**answers: Any) -> list[str]:
    return [hint for _, _, hint in quiz_of(answers).faults()]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((RIGHT, WRONG), []),
        ((WRONG, OTHER), [("one-of", "0 options are right")]),
        (({**RIGHT, "right": False}, WRONG), [("one-of", "0 options are right")]),
        ((RIGHT, {**OTHER, "right": True, "belief": None}), [("one-of", "2 options are right")]),
    ],
)
def test_one_option_of_one_of_is_right(options: tuple[Any, ...], expected: list[Any]) -> None:
    assert expected == faults(**{"one-of": options})


def test_two_right_options_of_one_of_may_be_meant_as_some_of() -> None:
    two = ({**OTHER, "right": True, "belief": None}, RIGHT, WRONG)

    assert ["mark one with 'right: true', or write 'some-of:'"] == hints(**{"one-of": two})
    assert [] == faults(**{"some-of": two})


def test_a_prediction_has_one_right_answer_and_no_other_kind() -> None:
    two = {"id": "a", "question": "?", "explains": "b", "one-of": ({**OTHER, "right": True, "belief": None}, RIGHT)}

    assert [(("predict", "one-of"), "2 options are right", "mark one with 'right: true'")] == [
        *quiz_of({"one-of": (RIGHT, WRONG)}, predict=two).faults()
    ]


@pytest.mark.parametrize(
    ("right", "expected"),
    [(0, "0 options are right"), (1, "1 options are right"), (3, "all 3 options are right")],
)
def test_some_of_has_several_right_options_and_a_wrong_one(right: int, expected: str) -> None:
    options = [
        {**one, "right": n < right, "belief": None if n < right else "All."}
        for n, one in enumerate((RIGHT, WRONG, OTHER))
    ]

    assert [("some-of", expected)] == faults(**{"some-of": tuple(options)})


def test_what_is_believed_is_asked_for_when_it_is_known_which_options_are_right() -> None:
    options = ({**RIGHT, "right": False}, WRONG, {**OTHER, "right": True, "belief": None})

    assert [("some-of", "1 options are right")] == faults(**{"some-of": options})


def test_a_wrong_option_says_what_somebody_believes() -> None:
    wrong = {key: value for key, value in WRONG.items() if key != "belief"}

    assert [("one-of", 1, "is wrong, and does not say what belief it stands for")] == faults(
        **{"one-of": (RIGHT, wrong)}
    )


def test_a_wrong_part_of_a_picture_says_so_too_once_it_is_known_which_are_right() -> None:
    pot, cup = {**RIGHT, "part": "pot"}, {"part": "cup", "text": "Cup", "reason": "It is empty."}

    assert [("parts", 1, "is wrong, and does not say what belief it stands for")] == faults(
        press="kitchen", parts=(pot, cup), others="No."
    )
    assert [("parts", "no part is right")] == faults(
        press="kitchen", parts=({**pot, "right": False}, cup), others="No."
    )


def test_what_is_right_is_no_false_belief() -> None:
    assert [("one-of", 0, "belief", "what is right is no false belief")] == faults(
        **{"one-of": ({**RIGHT, "belief": "It is."}, WRONG)}
    )


@pytest.mark.parametrize("verdict", ["Right", "No", "Yes", "Not quite", "wrong"])
@pytest.mark.parametrize("key", ["one-of", "some-of", "in-order", "match", "parts"])
def test_a_reason_leaves_it_to_the_page_to_say_what_is_right(verdict: str, key: str) -> None:
    answers = {
        "one-of": (RIGHT, WRONG),
        "some-of": (RIGHT, WRONG, {**OTHER, "right": True, "belief": None}),
        "in-order": ITEMS,
        "match": PAIRS,
        "parts": SPOTS,
    }[key]
    more = {"press": "kitchen", "others": "None."} if key == "parts" else {}
    said, other = ({**answers[1], "reason": f"{verdict}{rest}"} for rest in (". It is.", "bly it is."))

    assert [(key, 1, "reason", f"begins with '{verdict}'")] == faults(**{key: (answers[0], said, *answers[2:]), **more})
    assert [] == faults(**{key: (answers[0], other, *answers[2:]), **more})


@pytest.mark.parametrize("same", ["Boil", "boil ", "*Boil*", "bo\u0069l"])
def test_the_second_of_two_equal_things_to_order_is_told(same: str) -> None:
    expected = [("in-order", 2, "text", f"'{same}' stands twice")]

    assert expected == faults(**{"in-order": (*ITEMS[:2], {**ITEMS[2], "text": same})})


@pytest.mark.parametrize("side", ["left", "right"])
def test_the_second_of_two_equal_things_in_a_column_is_told(side: str) -> None:
    pairs = (*PAIRS[:2], {**PAIRS[2], side: PAIRS[0][side]})

    assert [("match", 2, side, f"'{PAIRS[0][side]}' stands twice")] == faults(match=pairs)


def test_options_that_nobody_can_tell_apart_are_told() -> None:
    assert [("one-of", 1, "text", "'tea' stands twice")] == faults(**{"one-of": (RIGHT, {**WRONG, "text": "tea"})})


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (({**WRONG, "part": "pot"}, {**OTHER, "part": "cup"}), ("parts", "no part is right")),
        (({**RIGHT, "part": "a"}, {**RIGHT, "text": "Mate", "part": "b"}), ("parts", "all 2 parts are right")),
        ((SPOTS[0], {**SPOTS[1], "part": "pot"}), ("parts", 1, "part", "'pot' stands twice")),
    ],
)
def test_of_the_parts_of_a_picture_some_are_right_and_each_stands_once(parts: tuple[Any, ...], expected: Any) -> None:
    assert [expected] == faults(press="kitchen", parts=parts, others="No.")


def test_the_second_of_two_questions_with_one_id_is_told_that_of_the_prediction_included() -> None:
    one = {"one-of": (RIGHT, WRONG)}
    predict = {"id": "which", "question": "?", "explains": "b", **one}
    found: list[Fault] = [*quiz_of(one, {**one, "id": "other"}, {**one, "id": "other"}, predict=predict).faults()]

    assert [("questions", 0, "id"), ("questions", 2, "id")] == [loc for loc, _, _ in found]
