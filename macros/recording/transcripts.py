"""The recorder of transcripts: types what an author wrote into terminals, and writes what they printed below it."""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.content.pattern import ANY, kept
from macros.content.terminals import Asked, Step, output_faults
from macros.content.terminals import Terminal as Named
from macros.content.transcript import OUTPUT, Transcript, output_hash, typed_hash
from macros.reading.datafile import Datafile, read_text
from macros.reading.datafile import parsed as parse
from macros.reading.dates import today
from macros.reading.invisible import UNSEEN
from macros.reading.problem import ContentError, Problem
from macros.reading.yaml import read_yaml
from macros.recording.expected import fault
from macros.recording.programs import TERMINALS, unknown_starts, versions_of
from macros.recording.terminal import LackingError, Terminal, TerminalError

FOLDER = "docs/data/transcripts"
"""Where the transcripts stand in a project."""

_LONGEST = 300
"""Seconds that a command may take, the start of its terminal included."""

_RECORDED = re.compile(rf"^{OUTPUT}:.*\Z", re.DOTALL | re.MULTILINE)

Output = tuple[tuple[str, ...], ...]
"""The lines that each command printed."""


def asked(file: Path, path: str) -> Datafile[Asked]:
    """Return the author's part of a transcript, whatever was recorded; raises ContentError with what is wrong in it."""
    text = _RECORDED.sub("", read_text(file, path))
    return parse(read_yaml(text, path), Asked, text)


def record(found: Datafile[Asked], project: Path) -> Output:
    """Return what the commands of a transcript print now; raises ContentError with what is wrong with that.

    Raises LackingError when a terminal cannot start on this machine.
    """
    with TemporaryDirectory(prefix="terminals-") as shared:
        output = tuple(_typed(found, _programs(found, project), Path(shared)))
    if problems := [found.marks.problem(*one) for one in output_faults(found.model, output)]:
        raise ContentError(problems)
    return output


def versions(found: Datafile[Asked], project: Path) -> tuple[str, ...]:
    """Return the names and versions of what the terminals of a transcript are made of, as the project says."""
    return versions_of([one.start for one in found.model.terminals], project)


def differences(found: Transcript, output: Output) -> Iterator[str]:
    """Yield what commands print otherwise than it was recorded, where the author does not say that it may differ."""
    for index, step in enumerate(found.steps):
        before, now = found.output(index), output[index]
        if not step.like and before != now:
            yield f"steps[{index}]: `{step.command}` printed\n    {before}\nand now\n    {now}"


def written(text: str, output: Sequence[Sequence[str]], made_with: Sequence[str]) -> str:
    """Return the text of a transcript with what was recorded in the place of what stood there; the rest stays."""
    above, model = _RECORDED.sub("", text), parse(read_yaml(_RECORDED.sub("", text), FOLDER), Asked, text).model
    day = today()
    lines = [
        f"{OUTPUT}:  # by make transcripts, which writes all below again",
        f"  day: {day}",
        f"  versions: [{', '.join(map(_quoted, made_with))}]",
        f"  commands: {_quoted(typed_hash(model))}",
        f"  output: {_quoted(output_hash(day, made_with, output))}",
        "  steps:",
    ]
    for printed in output:
        lines += ["    -", *(f"      - {_quoted(line)}" for line in printed)] if printed else ["    - []"]
    return f"{above.rstrip()}\n" + "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _programs(found: Datafile[Asked], project: Path) -> dict[str, tuple[str, ...]]:
    """Return by terminal what starts it; raises ContentError for one that the project has not."""
    named = found.model.terminals
    starts = [(("terminals", index, "start"), one.start) for index, one in enumerate(named)]
    if wrong := [found.marks.problem(*fault) for fault in unknown_starts(starts, project)]:
        raise ContentError(wrong)
    return {one.id: _program(project / TERMINALS, one) for one in named}


def _program(folder: Path, terminal: Named) -> tuple[str, ...]:
    return (str(folder / terminal.start), *filter(None, [terminal.argument]))


def _typed(found: Datafile[Asked], programs: dict[str, tuple[str, ...]], shared: Path) -> Iterator[tuple[str, ...]]:
    """Yield what each command prints; a terminal starts when the first one is typed into it."""
    (shared / "work").mkdir()
    with ExitStack() as terminals:
        started: dict[str, Terminal] = {}
        for index, step in enumerate(found.model.steps):
            if step.at not in started:
                terminal = Terminal(programs[step.at], shared / "work", SHARED=str(shared))
                started[step.at] = terminals.enter_context(terminal)
            try:
                yield _output(step, started[step.at])
            except LackingError:
                raise
            except (TerminalError, LookupError) as error:
                raise ContentError([_problem(found, index, step, error)]) from error


def _output(step: Step, terminal: Terminal) -> tuple[str, ...]:
    ran = terminal.run(step.command, _LONGEST)
    lines = tuple(UNSEEN.sub("", line) for line in ran.lines)
    if ran.status and (wrong := fault(("…",), ran)) and not step.like:
        raise TerminalError(f"{wrong}: {' | '.join(lines[-5:])}")
    if step.brief:
        return (ANY,) if lines else ()
    return tuple(kept(step.keep, lines)) if step.keep else lines


def _problem(found: Datafile[Asked], index: int, step: Step, error: Exception) -> Problem:
    said = f"no line is like '{error}'" if isinstance(error, LookupError) else str(error)
    return found.marks.problem(("steps", index, "command"), f"`{step.command}`: {said}")
