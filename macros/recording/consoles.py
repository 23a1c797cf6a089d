"""The commands of the pages and guides as they are run: those of one name on one page in one shell, in their order."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.assembly.files import Files
from macros.pages.console import Command, consoles
from macros.pages.prose import Prose
from macros.recording.expected import fault
from macros.recording.terminal import LackingError, Ran, Terminal, TerminalError

_LONGEST = 300
"""Seconds that a command may take on a machine that does much else."""


@dataclass(frozen=True)
class Run:
    """Commands that are run one after another, with their lines in the file."""

    path: str
    name: str
    commands: tuple[Command, ...]
    of_project: bool
    """Whether they stand in a guide, and so are typed in the folder of the project."""


def runs(files: Files) -> list[Run]:
    """Return what is to be run of a course, in the order of its files."""
    pages = [(path, written.text, written.first_line - 1) for path, written in files.written.items()]
    guides = [(path, text, 0) for path, text in files.guides.items()]
    found: dict[tuple[str, str], list[Command]] = {}
    for path, text, above in (*pages, *guides):
        for one in consoles(Prose(text)):
            if name := one.option("run"):
                moved = [Command(each.text, each.expected, each.line + above) for each in one.commands]
                found.setdefault((path, name), []).extend(moved)
    return [Run(path, name, tuple(commands), path in files.guides) for (path, name), commands in found.items()]


def faults(run: Run, terminal: Terminal, seconds: float = _LONGEST) -> Iterator[str]:
    """Run the commands, and yield the first that does not do what the page says, with its place.

    What follows may rest on it, so it is not run. Raises LackingError when the terminal cannot start on this machine.
    """
    for command in run.commands:
        try:
            ran = terminal.run(command.text, seconds)
        except LackingError:
            raise
        except TerminalError as error:
            yield f"{run.path}:{command.line}:1: `{command.text}`: {error}"
            return
        if wrong := fault(command.expected, ran):
            yield f"{run.path}:{command.line}:1: `{command.text}` {wrong}\n{_compared(command, ran)}"
            return


def _compared(command: Command, ran: Ran) -> str:
    expected, got = command.expected or ("(nothing)",), ran.lines or ("(nothing)",)
    parts = [("expected", expected), ("got", (*got, *([f"(status {ran.status})"] if ran.status else [])))]
    return "\n".join(f"    {name}:\n" + "\n".join(f"        {line}" for line in lines) for name, lines in parts)
