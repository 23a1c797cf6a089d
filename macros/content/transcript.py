"""Transcripts: what was typed into terminals and what they printed, recorded and never written by hand."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import chain
from json import dumps

from pydantic import Field

from macros.content.terminals import Asked, Lines, output_faults
from macros.reading.datafile import Fault, Model, Text
from macros.reading.dates import Day

RECORD = "run: make transcripts"
OUTPUT = "recorded"
"""The key below which all is written by the recorder: what stands above it is the author's, and stays as it is."""


class Recorded(Model):
    """What the recorder wrote."""

    day: Day = Field(description="written by make transcripts: when")
    versions: tuple[Text, ...] = Field(max_length=12, description="written by make transcripts: with which programs")
    commands: str = Field(description="written by make transcripts: a hash of what was typed")
    output: str = Field(description="written by make transcripts: a hash of all that was recorded")
    steps: tuple[Lines, ...] = Field(description="written by make transcripts: what each command printed")


class Transcript(Asked):
    """What is typed, and what was printed."""

    recorded: Recorded | None = Field(default=None, description="all below is written by make transcripts")

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong with what is typed, or else with what was recorded."""
        found = [*super().faults()]
        yield from found or chain(_of_record(self), _of_output(self))

    def output(self, index: int) -> tuple[str, ...]:
        """Return what the command of a step printed."""
        return self.recorded.steps[index] if self.recorded else ()


def typed_hash(asked: Asked) -> str:
    """Return a hash of what is typed, and where."""
    typed = [(step.at, step.command, step.keep, step.brief) for step in asked.steps]
    return hash_of([[(one.id, one.start, one.argument) for one in asked.terminals], typed])


def output_hash(day: object, versions: Sequence[str], output: Sequence[Sequence[str]]) -> str:
    """Return a hash of all that was recorded."""
    return hash_of([str(day), [*versions], [[*lines] for lines in output]])


def _of_record(found: Transcript) -> Iterator[Fault]:
    if not (recorded := found.recorded):
        yield (), "was never recorded", RECORD
    elif recorded.commands != typed_hash(found) or len(recorded.steps) != len(found.steps):
        yield (OUTPUT, "commands"), "a command, or a terminal, has changed since it was recorded", RECORD
    elif recorded.output != output_hash(recorded.day, recorded.versions, recorded.steps):
        yield (OUTPUT, "output"), "what was recorded has been changed by hand", RECORD


def _of_output(found: Transcript) -> Iterator[Fault]:
    if found.recorded and len(found.recorded.steps) == len(found.steps):
        yield from output_faults(found, found.recorded.steps)


def hash_of(values: object) -> str:
    """Return a hash that tells whether values have changed."""
    return sha256(dumps(values, ensure_ascii=False).encode()).hexdigest()[:16]
