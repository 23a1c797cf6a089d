"""The recorder of windows with switches: types all lines in every state, and writes what of it makes a difference."""

import json
import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import Field

from macros.content.pattern import fits
from macros.interactive.interactive import Interactive
from macros.interactive.printed import RECORDED, Printed, commands_hash, printed_hash
from macros.interactive.states import all_states, fewest
from macros.interactive.views import AskedViews, Views
from macros.reading.datafile import Datafile, read_text
from macros.reading.datafile import parsed as parse
from macros.reading.dates import today
from macros.reading.invisible import UNSEEN
from macros.reading.problem import ContentError
from macros.reading.yaml import read_yaml
from macros.recording.programs import TERMINALS, unknown_starts, versions_of
from macros.recording.terminal import Terminal

FOLDER = "docs/data/interactives"

_LONGEST = 60
"""Seconds that a command may take, the start of its terminal included."""

_RECORDED = re.compile(rf"^  {RECORDED}:.*\Z", re.DOTALL | re.MULTILINE)

State = tuple[tuple[tuple[str, ...], ...], ...]
"""What is printed in one state: of each window, what each line prints."""


class Asked(Interactive):
    """The author's part of such a picture."""

    views: AskedViews | None = Field(default=None)  # type: ignore[assignment]


def asked(file: Path, path: str) -> Datafile[Asked] | None:
    """Return the author's part of two windows, or nothing for a picture of another kind."""
    text = _RECORDED.sub("", read_text(file, path))
    found = parse(read_yaml(text, path), Asked, text)
    return found if found.model.views else None


def record(found: AskedViews, project: Path, states: Collection[int]) -> dict[int, State]:
    """Return what all lines print in these states; raises LackingError where the machine lacks what starts a terminal.

    Each state has terminals of its own.
    """
    return {state: _typed(found, project, state) for state in states}


def _typed(found: AskedViews, project: Path, state: int) -> State:
    """Return what is printed in one state: the terminals start in order, with the command as their argument."""
    with TemporaryDirectory(prefix="terminals-") as shared, ExitStack() as stack:
        work, terminals = Path(shared) / "work", []
        work.mkdir()
        for window in found.windows:
            program = [str(project / TERMINALS / window.start), found.typed(state)]
            terminals.append(stack.enter_context(Terminal(program, work, SHARED=shared)))
            terminals[-1].run(":", _LONGEST)  # what starts next may need it
        # What is done in the last window may be seen in the first.
        printed = [
            tuple(_output(terminal, line.command) for line in window.lines)
            for window, terminal in zip(reversed(found.windows), reversed(terminals), strict=True)
        ]
        return tuple(reversed(printed))


def written(text: str, path: str, project: Path) -> str:
    """Return the text of a file with what is recorded now in the place of what stood there; the rest stays."""
    above = _RECORDED.sub("", text)
    asked_for = parse(read_yaml(above, path), Asked, above)
    found = asked_for.model.views
    assert found  # noqa: S101 - it is of this kind
    starts = [("views", "windows", index, "start") for index in range(len(found.windows))]
    named = list(zip(starts, (one.start for one in found.windows), strict=True))
    if wrong := [asked_for.marks.problem(*fault) for fault in unknown_starts(named, project)]:
        raise ContentError(wrong)
    states = record(found, project, all_states(len(found.switches)))
    windows = [
        [_printed(found, states, at, n) for n, _ in enumerate(one.lines)] for at, one in enumerate(found.windows)
    ]
    made_with = versions_of([one.start for one in found.windows], project)
    return f"{above.rstrip()}\n" + "\n".join(_lines(found, windows, made_with)) + "\n"


def differences(found: Views, states: dict[int, State]) -> Iterator[str]:
    """Yield what lines print otherwise than it was recorded, where the author does not say that it may differ."""
    for state, windows in states.items():
        for at, window in enumerate(found.windows):
            for number, line in enumerate(window.lines):
                before = found.recorded.windows[at][number].at(state, found.ids) if found.recorded else ()
                now = windows[at][number]
                if not fits(line.like or before, now):
                    yield f"`{found.typed(state)}`: `{line.command}` printed\n    {before}\nand now\n    {now}"


def _output(terminal: Terminal, command: str) -> tuple[str, ...]:
    return tuple(UNSEEN.sub("", line) for line in terminal.run(command, _LONGEST).lines)


def _printed(found: AskedViews, states: dict[int, State], at: int, number: int) -> Printed:
    outputs = {state: windows[at][number] for state, windows in states.items()}
    chosen, fewer = fewest(outputs, len(found.switches))
    return Printed(by=tuple(found.ids[index] for index in chosen), outputs=tuple(fewer))


def _lines(found: AskedViews, windows: Sequence[Sequence[Printed]], made_with: Sequence[str]) -> Iterator[str]:
    """Yield what the recorder writes, in lines."""
    day, typed = today(), commands_hash(found.command, found.switches, found.windows)
    yield f"  {RECORDED}:  # by make transcripts, which writes all below again"
    yield f"    day: {day}"
    yield f"    versions: {_json(made_with)}"
    yield f"    commands: {_json(typed)}"
    yield f"    output: {_json(printed_hash(day, made_with, windows))}"
    yield "    windows:"
    for window in windows:
        for number, one in enumerate(window):
            yield f"      {'-' if not number else ' '} - by: {_json(one.by)}"
            yield "          outputs:"
            yield from (f"            - {_json(output)}" for output in one.outputs)


def _json(values: object) -> str:
    return json.dumps(values, ensure_ascii=False)
