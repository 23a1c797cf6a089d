"""What was printed in each state, recorded and never written by hand: each output once, with what it rests on."""

from collections.abc import Iterator, Sequence

from pydantic import Field

from macros.content.pattern import fits
from macros.content.terminals import Lines
from macros.content.transcript import RECORD, hash_of
from macros.interactive.states import all_states, is_on, part_of
from macros.interactive.switched import Switch, Window
from macros.reading.datafile import Fault, Id, Model, Text, unknown
from macros.reading.dates import Day
from macros.reading.positions import Loc

RECORDED = "recorded"
"""The key below which all is written by the recorder."""


class Printed(Model):
    """What a line printed."""

    by: tuple[Id, ...] = Field(max_length=8, description="written by make transcripts: the switches it rests on")
    outputs: tuple[Lines, ...] = Field(
        description="written by make transcripts: for each state of these; all off, the first on, the second on, …"
    )

    def at(self, state: int, switches: Sequence[str]) -> tuple[str, ...]:
        """Return what was printed in a state of all switches."""
        return self.outputs[part_of(state, [switches.index(name) for name in self.by])]


class Recorded(Model):
    """What the recorder wrote."""

    day: Day = Field(description="written by make transcripts: when")
    versions: tuple[Text, ...] = Field(max_length=12, description="written by make transcripts: with which programs")
    commands: str = Field(description="written by make transcripts: a hash of what was typed")
    output: str = Field(description="written by make transcripts: a hash of all that was recorded")
    windows: tuple[tuple[Printed, ...], ...] = Field(description="written by make transcripts: what each line printed")


def commands_hash(command: str, switches: Sequence[Switch], windows: Sequence[Window]) -> str:
    """Return a hash of what is typed, and where."""
    lines = [[one.start, [line.command for line in one.lines]] for one in windows]
    return hash_of([command, [[one.id, one.adds] for one in switches], lines])


def printed_hash(day: object, versions: Sequence[str], windows: Sequence[Sequence[Printed]]) -> str:
    """Return a hash of all that was recorded."""
    return hash_of([str(day), [*versions], [[[[*one.by], [*one.outputs]] for one in lines] for lines in windows]])


def record_faults(
    recorded: Recorded, typed: str, switches: Sequence[Switch], windows: Sequence[Window]
) -> Iterator[Fault]:
    """Yield what is wrong with a record: of other commands than are typed now, without some state, or edited."""
    counts = [len(lines) for lines in recorded.windows]
    if recorded.commands != typed or counts != [len(one.lines) for one in windows]:
        yield ("commands",), "a command, or a switch, has changed since it was recorded", RECORD
        return
    known = [switch.id for switch in switches]
    told = [
        fault
        for index, lines in enumerate(recorded.windows)
        for number, one in enumerate(lines)
        for fault in _faults(one, ("windows", index, number), known, windows[index].lines[number].like)
    ]
    yield from told
    if not told and recorded.output != printed_hash(recorded.day, recorded.versions, recorded.windows):
        yield ("output",), "what was recorded has been changed by hand", RECORD


def _faults(one: Printed, loc: Loc, known: Sequence[str], like: Sequence[str]) -> Iterator[Fault]:
    for index, name in enumerate(one.by):
        yield from unknown((*loc, "by", index), "switch", name, known)
    states = all_states(len(one.by))
    if len(one.outputs) < len(states):
        state = len(one.outputs)
        lacking = ", ".join(f"{name}: {'on' if is_on(state, place) else 'off'}" for place, name in enumerate(one.by))
        yield (*loc, "outputs"), f"lacks the state '{lacking}'", RECORD
    elif len(one.outputs) > len(states):
        yield (*loc, "outputs"), "has more outputs than states", RECORD
    if like and not all(fits(like, output) for output in one.outputs):
        yield (*loc, "outputs"), "is not as 'like' says", "let 'like' say what may differ"
