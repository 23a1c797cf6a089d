"""Questions and their answers."""

import pytest
from bs4 import BeautifulSoup

from macros.content.quiz import Option, Question, Quiz, quiz

RIGHT = Option(text="Yes", reason="`It` is <so>.", right=True)
WRONG = Option(text="No", reason="It is not.")


def test_each_option_opens_to_its_reason_without_a_script() -> None:
    shown = BeautifulSoup(quiz(Quiz(questions=(Question(question="Is it?", options=(WRONG, RIGHT)),))), "html.parser")
    opened = {
        details.summary.text: details.p.text for details in shown.select("details") if details.summary and details.p
    }

    assert {"No": "Not quite. It is not.", "Yes": "Right. It is <so>."} == opened
    assert ["Yes"] == [summary.text for summary in shown.select(".quiz__option--right summary")]


def test_a_question_has_one_right_option() -> None:
    questions = [
        Question(question="?", options=options) for options in ((RIGHT, WRONG), (WRONG, WRONG), (RIGHT, RIGHT))
    ]
    faults = [message for _, message, _ in Quiz(questions=tuple(questions)).faults()]

    assert ["0 options are right", "2 options are right"] == faults


@pytest.mark.parametrize("verdict", ["Right", "No", "Yes", "Not quite", "wrong"])
def test_a_reason_leaves_it_to_the_page_to_say_what_is_right(verdict: str) -> None:
    said, reason = (WRONG.model_copy(update={"reason": f"{verdict}{rest}"}) for rest in (". It is.", "bly it is."))
    faults = [*Quiz(questions=(Question(question="?", options=(RIGHT, reason, said)),)).faults()]

    assert [(("questions", 0, "options", 2, "reason"), f"begins with '{verdict}'")] == [fault[:2] for fault in faults]


def test_hostile_text_comes_out_as_text() -> None:
    hostile = Option(text="<script>x</script>", reason="<img src=x onerror=y>", right=True)
    html = quiz(Quiz(questions=(Question(question="<b>?", options=(hostile, WRONG)),)))

    assert [] == BeautifulSoup(html, "html.parser").select("script, img, b")


def test_a_fault_stands_at_the_options_of_its_question() -> None:
    right, none = (Question(question="?", options=options) for options in ((RIGHT, WRONG), (WRONG, WRONG)))

    assert [("questions", 1, "options")] == [loc for loc, _, _ in Quiz(questions=(right, none)).faults()]
