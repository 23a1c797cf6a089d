"""Questions that a reader can answer at once, each option with its reason."""

import re
from collections.abc import Iterator

from pydantic import Field

from macros.html.markup import Name, render
from macros.reading.datafile import Fault, Model, Text

_VERDICT = re.compile(r"(?:right|correct|yes|no|wrong|not quite)\b(?=[.,:!])", re.IGNORECASE)


class Option(Model):
    """One possible answer, and why it is right or wrong."""

    text: Name = Field(description="the answer to choose")
    reason: Text = Field(description="why it is right or wrong; the page itself says which of the two it is")
    right: bool = Field(default=False, description="true for the one right option")


class Question(Model):
    """One question with a single right option."""

    question: Text = Field(description="what is asked")
    options: tuple[Option, ...] = Field(min_length=2, max_length=5, description="one of them right")


class Quiz(Model):
    """The questions of one lesson."""

    questions: tuple[Question, ...] = Field(min_length=1, max_length=5, description="in their order")

    def faults(self) -> Iterator[Fault]:
        """Yield questions that have no right option, or more than one, and reasons that say again what is right."""
        for index, question in enumerate(self.questions):
            right = sum(option.right for option in question.options)
            if right != 1:
                yield ("questions", index, "options"), f"{right} options are right", "mark one with 'right: true'"
            for number, option in enumerate(question.options):
                if verdict := _VERDICT.match(option.reason):
                    place = ("questions", index, "options", number, "reason")
                    yield place, f"begins with '{verdict[0]}'", "the page says so itself: begin with the reason"


def quiz(questions: Quiz) -> str:
    """Return the questions; each option opens to its reason, with no script."""
    return render("quiz.html.j2", questions=questions.questions)
