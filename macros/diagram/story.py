"""A scene told in steps: what is there, what has moved and what has failed after each of them."""

from dataclasses import dataclass, field, replace
from typing import Annotated

from pydantic import Field

from macros.reading.datafile import SEEN, Id, Model

_MOST_NAMES = 30

Sentence = Annotated[str, Field(min_length=1, max_length=200, pattern=SEEN)]


class Step(Model):
    """One sentence, and what changes in the picture while it is read."""

    step: Sentence = Field(description="what happens")
    show: tuple[Id, ...] = Field(
        default=(), max_length=_MOST_NAMES, description="names of parts that appear; until then they are hidden"
    )
    hide: tuple[Id, ...] = Field(default=(), max_length=_MOST_NAMES, description="names of parts that disappear")
    fail: tuple[Id, ...] = Field(
        default=(), max_length=_MOST_NAMES, description="names of parts that stop working: they are crossed out"
    )
    move: dict[Id, Id] = Field(
        default={}, max_length=_MOST_NAMES, description="names of pictures, each with the gap that it moves to"
    )


@dataclass(frozen=True)
class Moment:
    """How a scene stands after a step: the names of hidden parts, of those that fail in it, and where moved ones are.

    A name stands for all that is in its part at that moment.
    """

    hidden: frozenset[str] = frozenset()
    failing: frozenset[str] = frozenset()
    places: dict[str, str] = field(default_factory=dict)

    def after(self, step: Step) -> "Moment":
        """Return how the scene stands after one more step."""
        return replace(
            self,
            hidden=(self.hidden - {*step.show}) | {*step.hide},
            failing=frozenset(step.fail),
            places={**self.places, **step.move},
        )


def moments(steps: tuple[Step, ...]) -> tuple[Moment, ...]:
    """Return how the scene stands after each step; without steps, the one way in which it stands."""
    hidden: set[str] = set()
    for step in reversed(steps):
        hidden = (hidden | {*step.show}) - {*step.hide}
    moment = Moment(frozenset(hidden))
    told = []
    for step in steps:
        moment = moment.after(step)
        told.append(moment)
    return tuple(told) or (moment,)
