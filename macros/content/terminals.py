"""What an author writes of a transcript: terminals, what is typed into them, and what is to be seen in the output."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from pydantic import Field

from macros.content.pattern import ANY, fits, line_fits
from macros.html.markup import Name
from macros.reading.datafile import Fault, Id, Model, Text, twice, unknown

Line = Annotated[str, Field(max_length=400)]
Lines = Annotated[tuple[Line, ...], Field(max_length=60)]

_MOST_SHOWN = 6
"""Lines of an output that a hint shows."""


class Terminal(Model):
    """Where commands are typed."""

    id: Id = Field(description="by which steps name it")
    name: Name = Field(description="what readers call it; it stands above what is typed there")
    start: Id = Field(description="the program in tests/course/terminals that starts it")
    argument: Id | None = Field(default=None, description="what that program is told, such as what to enter")


class Mark(Model):
    """What several lines have to do with each other."""

    id: Id = Field(description="by which steps name it")
    kind: Literal["same", "equal", "differs"] = Field(
        description="same: one thing, seen from several sides; equal, or differs: what the lines say"
    )
    says: Name = Field(description="what readers are told beside each such line")


class Step(Model):
    """A command, and what of its output matters."""

    at: Id = Field(description="the terminal in which it is typed")
    command: Text = Field(description="what is typed")
    keep: Lines = Field(default=(), description="patterns of the lines that are kept of a long output; … is any text")
    like: Lines = Field(
        default=(),
        description="the output as a pattern, where it is not the same each time; … is any text, or any lines",
    )
    brief: bool = Field(default=False, description="true where what is printed does not matter: readers see …")
    marked: dict[Id, Line] = Field(default={}, max_length=6, description="by mark: the pattern of the line that has it")


class Asked(Model):
    """The author's part of a transcript."""

    title: Text = Field(description="what the transcript is called")
    caption: Text = Field(description="what to see in it")
    terminals: tuple[Terminal, ...] = Field(min_length=1, max_length=3, description="side by side, in this order")
    marks: tuple[Mark, ...] = Field(default=(), max_length=6, description="what lines have to do with each other")
    steps: tuple[Step, ...] = Field(min_length=1, max_length=20, description="what is typed, in its order")

    def faults(self) -> Iterator[Fault]:
        """Yield names that stand twice, do not exist, or are used by nothing."""
        yield from twice("terminals", [terminal.id for terminal in self.terminals])
        yield from twice("marks", [mark.id for mark in self.marks])
        found = [*self._unknown()]
        yield from found or self._unused()

    def _unknown(self) -> Iterator[Fault]:
        """Yield names of terminals and marks that do not exist."""
        terminals, marks = [one.id for one in self.terminals], [one.id for one in self.marks]
        for index, step in enumerate(self.steps):
            yield from unknown(("steps", index, "at"), "terminal", step.at, terminals)
            for name in step.marked:
                yield from unknown(("steps", index, "marked", name), "mark", name, marks)

    def _unused(self) -> Iterator[Fault]:
        """Yield terminals into which nothing is typed, and marks that no two lines have."""
        typed = {step.at for step in self.steps}
        for index, one in enumerate(self.terminals):
            if one.id not in typed:
                hint = f"write a step with at: {one.id}, or delete it"
                yield ("terminals", index), f"nothing is typed into '{one.id}'", hint
        for index, mark in enumerate(self.marks):
            if sum(mark.id in step.marked for step in self.steps) <= 1:
                hint = f"write marked: {{{mark.id}: a line of the output}} in two steps or more"
                yield ("marks", index), f"'{mark.id}' marks no two lines", hint


def marks_of(asked: Asked, step: Step, line: str) -> list[Mark]:
    """Return the marks that a line of the output of a step has."""
    return [one for one in asked.marks if one.id in step.marked and line_fits(step.marked[one.id], line)]


def output_faults(asked: Asked, output: Sequence[Sequence[str]]) -> Iterator[Fault]:
    """Yield what is wrong with what commands printed: it is not as the author says, or lines are not as their marks."""
    for index, (step, lines) in enumerate(zip(asked.steps, output, strict=True)):
        if step.like and not fits(step.like, lines):
            yield ("steps", index, "like"), f"`{step.command}` prints something else", _shown(lines)
        for name, pattern in step.marked.items():
            if not any(line_fits(pattern, line) for line in lines):
                yield ("steps", index, "marked", name), f"no line is like '{pattern}'", _shown(lines)
    for index, mark in enumerate(asked.marks):
        found = _marked(asked, mark, output)
        if mark.kind == "equal" and len({*found}) > 1:
            yield ("marks", index), f"the lines of '{mark.id}' are not equal", _shown(found)
        if mark.kind == "differs" and len({*found}) < len(found):
            yield ("marks", index), f"the lines of '{mark.id}' do not differ", _shown(found)


def _marked(asked: Asked, mark: Mark, output: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines that have a mark."""
    steps = [step for step in asked.steps if mark.id in step.marked]
    lines = {id(step): lines for step, lines in zip(asked.steps, output, strict=True)}
    return [line for step in steps for line in lines[id(step)] if line_fits(step.marked[mark.id], line)]


def _shown(lines: Sequence[str]) -> str:
    more = f" | {ANY}" if len(lines) > _MOST_SHOWN else ""
    return f"it prints: {' | '.join(lines[:_MOST_SHOWN]) or 'nothing'}{more}"
