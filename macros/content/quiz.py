"""What a lesson asks: a prediction at its head, and questions at its end, each answer with its reason."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from pydantic import Field

from macros.content.choices import Asked, Prediction
from macros.content.lesson import answer_minutes
from macros.content.question import Press, Question
from macros.html.markup import render
from macros.reading.datafile import Fault, Model
from macros.reading.positions import Loc

Rooms = Mapping[str, Sequence[tuple[str, str]]]
"""Of each diagram whose parts are answers, how its drawings are called, and the view box of each."""

Titles = Mapping[str, str]
"""What diagrams are called, by their names."""


class Quiz(Model):
    """The questions of one lesson."""

    predict: Prediction | None = Field(
        default=None, description="what readers are asked before the lesson tells it, and most beginners answer wrongly"
    )
    questions: tuple[Question, ...] = Field(min_length=1, max_length=5, description="in their order")

    def asked(self) -> Iterator[tuple[Loc, Asked]]:
        """Yield the prediction and the questions, each with its place."""
        if self.predict:
            yield ("predict",), self.predict
        yield from ((("questions", index), question) for index, question in enumerate(self.questions))

    @property
    def seconds(self) -> int:
        """Return the time that all answers take."""
        return sum(asked.seconds for _, asked in self.asked())

    @cached_property
    def pressed(self) -> dict[str, set[str]]:
        """Return the names of the parts that are answers, by the names of their diagrams."""
        found: dict[str, set[str]] = {}
        for one in self.questions:
            if isinstance(one, Press):
                found.setdefault(one.press, set()).update(spot.part for spot in one.parts)
        return found

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong with each question, and ids that stand twice."""
        before: set[str] = set()
        for loc, asked in self.asked():
            yield from (((*loc, *inner), message, hint) for inner, message, hint in asked.faults())
            if asked.id in before:
                yield (*loc, "id"), f"'{asked.id}' stands twice", "choose another id"
            before.add(asked.id)


def quiz(found: Quiz, name: str, titles: Titles = MappingProxyType({}), rooms: Rooms = MappingProxyType({})) -> str:
    """Return the questions at the end of a lesson; each answer opens to its reason, with no script."""
    minutes = answer_minutes(found.seconds)
    return render("quiz.html.j2", questions=found.questions, quiz=name, minutes=minutes, titles=titles, rooms=rooms)


def predict(found: Prediction, name: str) -> str:
    """Return the question at the head of a lesson."""
    return render("predict.html.j2", question=found, quiz=name)


def predicted(found: Prediction, name: str) -> str:
    """Return the answer to the question at the head, where the lesson tells it."""
    return render("predicted.html.j2", question=found, quiz=name)
