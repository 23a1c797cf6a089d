"""What a race is run by: settings, each with its lanes, and what these pass before their end."""

from collections.abc import Iterator

from pydantic import Field

from macros.content.palette import Colour
from macros.content.units import Short
from macros.interactive.amount import Amount
from macros.interactive.kind import Material
from macros.reading.datafile import Fault, Id, Model, Text
from macros.reading.positions import Loc

OWN = "mine"
"""The setting of the reader's own run, where the page reads one."""


class Phase(Amount):
    """A moment that a lane passes."""

    name: Short = Field(description="what is so from this moment on")


class Lane(Amount):
    """What takes its time."""

    name: Short = Field(description="what readers call it")
    tone: Colour = Field(description="its colour")
    phases: tuple[Phase, ...] = Field(default=(), max_length=4, description="what it passes before its end, in order")


class Setting(Model):
    """What the reader chooses: the lanes with the amounts that were measured so."""

    id: Id = Field(description="stands in the address when it is chosen")
    name: Short = Field(description="the choice")
    lanes: tuple[Lane, ...] = Field(min_length=2, max_length=6, description="from the top")
    note: Text | None = Field(default=None, description="what to know of these amounts")

    def faults(self) -> Iterator[Fault]:
        """Yield lanes that nobody can tell apart, and what is wrong with each amount."""
        names = [lane.name for lane in self.lanes]
        for index, lane in enumerate(self.lanes):
            if lane.name in names[:index]:
                yield ("lanes", index, "name"), f"'{lane.name}' stands twice", "choose another name"
            for loc, message, hint in lane.faults():
                yield ("lanes", index, *loc), message, hint
            for number, phase in enumerate(lane.phases):
                for loc, message, hint in phase.faults():
                    yield ("lanes", index, "phases", number, *loc), message, hint


def phase_faults(loc: Loc, lane: Lane, end: float, material: Material) -> Iterator[Fault]:
    """Yield phases that come before the one above them, or after the end of their lane."""
    before = 0.0
    for number, phase in enumerate(lane.phases):
        moment = phase.taken(material)
        if moment.value > end:
            message = f"is after the end of its lane: {moment.shown}"
            yield (*loc, number), message, "a phase ends before its lane; take another amount"
        elif moment.value < before:
            yield (*loc, number), "is before the phase above it", "write phases in their order"
        before = moment.value
