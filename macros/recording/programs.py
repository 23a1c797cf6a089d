"""The programs that start the terminals of a project, and what they are made of."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from shlex import quote
from tempfile import TemporaryDirectory

from macros.reading.datafile import Fault
from macros.reading.filenames import litter
from macros.reading.positions import Loc
from macros.reading.problem import choices
from macros.recording.terminal import Terminal

TERMINALS = "tests/course/terminals"

_VERSIONS = "versions"
"""Among these: prints the programs that are used, each with its version."""

_LONGEST = 300
"""Seconds that this may take."""


def versions_of(starts: Sequence[str], project: Path) -> tuple[str, ...]:
    """Return the names and versions of what terminals are made of, each by the program that starts it."""
    program = project / TERMINALS / _VERSIONS
    if not program.exists():
        return ()
    asked = " ".join(quote(part) for part in (str(program), *dict.fromkeys(starts)))
    with TemporaryDirectory() as folder, Terminal(["bash"], Path(folder)) as terminal:
        return tuple(dict.fromkeys(terminal.run(asked, _LONGEST).lines))


def unknown_starts(starts: Sequence[tuple[Loc, str]], project: Path) -> Iterator[Fault]:
    """Yield the programs, each with its place, that are to start a terminal and that the project has not."""
    folder = project / TERMINALS
    known = {file.name for file in folder.glob("*") if file.is_file() and not litter(file.name)} - {_VERSIONS}
    for loc, start in starts:
        if start not in known:
            yield loc, f"there is no {TERMINALS}/{start}", choices(start, known)
