"""A scene told in steps: what is there, what has moved and what has failed after each of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Annotated

from pydantic import Field

from macros.datafile import SEEN, Fault, Id, Model, unknown

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
    """How a scene stands after a step: the names of hidden and failed parts, and where moved ones are."""

    hidden: frozenset[str] = frozenset()
    failed: frozenset[str] = frozenset()
    places: dict[str, str] = field(default_factory=dict)

    def after(self, step: Step) -> "Moment":
        """Return how the scene stands after one more step."""
        return replace(
            self,
            hidden=(self.hidden - {*step.show}) | {*step.hide},
            failed=self.failed | {*step.fail},
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


def faults(steps: tuple[Step, ...], names: set[str], gaps: set[str], pictures: set[str]) -> Iterator[Fault]:
    """Yield names that the scene does not have, moves of what is no picture to what is no gap, and crowded gaps."""
    for index, step in enumerate(steps):
        for verb in ("show", "hide", "fail"):
            for place, name in enumerate(getattr(step, verb)):
                yield from unknown(("steps", index, verb, place), "part", name, names)
        for name, gap in step.move.items():
            yield from unknown(("steps", index, "move", name), "picture with the name", name, pictures)
            yield from unknown(("steps", index, "move", name), "gap with the name", gap, gaps)
    yield from _crowds(steps)


def _crowds(steps: tuple[Step, ...]) -> Iterator[Fault]:
    """Yield moves to a gap in which another picture stands, seen by the reader, after the same step."""
    for index, (step, moment) in enumerate(zip(steps, moments(steps), strict=False)):
        there = {gap: name for name, gap in moment.places.items() if name not in {*step.move} | moment.hidden}
        for name, gap in step.move.items():
            if name not in moment.hidden and there.setdefault(gap, name) != name:
                hint = f"leave another gap for it, or move '{there[gap]}' away or hide it"
                yield ("steps", index, "move", name), f"moves to '{gap}', where '{there[gap]}' is", hint
