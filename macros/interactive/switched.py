"""What a reader switches, and what is typed for it: switches, and windows with lines."""

import re
from collections.abc import Iterator, Mapping

from pydantic import Field

from macros.content.terminals import Lines
from macros.content.units import Short
from macros.reading.datafile import Fault, Id, Model, Text, unknown

_PLACE = re.compile(r"\{([^{}]*)\}")


class Switch(Model):
    """What can be on or off, and so belongs to the command or not."""

    id: Id = Field(description="stands in the address; in braces it is a word of the command")
    name: Short = Field(description="the choice")
    says: Text = Field(description="what it does, in a sentence")
    adds: Text = Field(description="what stands in the command while it is on")


class Line(Model):
    """A command, typed for each setting of the switches."""

    command: Text = Field(description="what is typed")
    like: Lines = Field(
        default=(),
        description="the output as a pattern, where it is not the same on each machine; … is any text, or any lines",
    )


class Window(Model):
    """A terminal in which the lines are typed."""

    name: Short = Field(description="what stands above it")
    start: Id = Field(description="the program in tests/course/terminals that starts it; it is told the command")
    lines: tuple[Line, ...] = Field(min_length=1, max_length=12, description="in this order")


def typed(command: str, adds: Mapping[str, str]) -> str:
    """Return a command with what switches add in the place of their names, or nothing for those that add nothing."""
    return " ".join(_PLACE.sub(lambda found: adds.get(found[1], ""), command).split())


def places(command: str) -> list[str]:
    """Return the names in braces of a command, in their order."""
    return _PLACE.findall(command)


def place_faults(command: str, switches: tuple[Switch, ...]) -> Iterator[Fault]:
    """Yield names in a command that are no switch, and switches that do not stand there once."""
    known = [switch.id for switch in switches]
    for name in places(command):
        yield from unknown(("command",), "switch", name, known)
    for index, switch in enumerate(switches):
        if (count := places(command).count(switch.id)) != 1:
            hint = f"write {{{switch.id}}} once, where its words belong"
            yield ("switches", index, "id"), f"stands {count} times in the command", hint
