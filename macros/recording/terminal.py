"""A terminal: a program that reads commands from its standard input, as a shell does, and is asked one by one."""

import os
import re
import select
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from shlex import quote
from signal import SIGKILL, SIGTERM
from time import monotonic
from types import TracebackType
from typing import IO, Self, cast

_CONTROL = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-_])|[\x00-\x08\x0b-\x1f\x7f]")
"""What moves the cursor, sets colours or rings a bell."""

_PATIENCE = 60
_OF_MAKE = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "MAKEOVERRIDES"}
"""What make tells those that it starts: with these, another make speaks of folders."""

_MOST = 1_000_000
"""Characters that one command may print."""


_LACKING = 77
"""The status of a terminal that cannot start on this machine; what it prints says what is missing."""


class TerminalError(Exception):
    """Why a command has no output: the terminal ended, or did not answer in time."""


class LackingError(TerminalError):
    """What the machine lacks to start a terminal."""


@dataclass(frozen=True)
class Ran:
    """What a command printed, as lines without spaces at their ends, and the status with which it ended."""

    lines: tuple[str, ...]
    status: int


class Terminal:
    """A program that runs, in a folder of its own, until its input ends; what it starts should end with it.

    Its shell keeps variables, folder and functions from one command to the next.
    """

    def __init__(self, program: Sequence[str], folder: Path, **environment: str) -> None:
        # Many programs print otherwise where they are told of another language, or of a screen.
        plain = {"LC_ALL": "C.UTF-8", "TERM": "dumb", "COLUMNS": "80"}
        around = {key: value for key, value in os.environ.items() if key not in _OF_MAKE}
        self._process = subprocess.Popen(
            program,
            cwd=folder,
            env={**around, **plain, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            bufsize=0,
            start_new_session=True,
        )
        self._end, self._read = token_hex(8), ""
        self._stuck = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def run(self, command: str, seconds: float) -> Ran:
        """Return what a command did; raises TerminalError when it did not end in so many seconds."""
        asked = f"eval {quote(command)} </dev/null 2>&1\nprintf '\\n%s %d\\n' {self._end} $?\n"
        with suppress(BrokenPipeError):  # it is told below, with what was printed before
            self._input.write(asked.encode())
        match = self._until(re.compile(rf"\n{self._end} (\d+)\r?\n"), monotonic() + seconds)
        printed, self._read = self._read[: match.start()], self._read[match.end() :]
        return Ran(lines(printed), int(match[1]))

    def close(self) -> None:
        """End the input, and let the program end what it started; what does not end then is told to, and then made to.

        It has a minute for each, but for the first when a command did not end.
        """
        self._input.close()
        for signal in (None, SIGTERM, SIGKILL):
            with suppress(ProcessLookupError):
                if signal:
                    os.killpg(self._process.pid, signal)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(0 if self._stuck and not signal else _PATIENCE)
        self._output.close()

    def _until(self, end: re.Pattern[str], deadline: float) -> re.Match[str]:
        while not (match := end.search(self._read)):
            ready, _, _ = select.select([self._output], [], [], max(deadline - monotonic(), 0))
            if not ready:
                self._stuck = True
                raise TerminalError(f"does not end; so far: {_last(self._read)}")
            if not (data := self._output.read(65536)):
                raise self._ended()
            self._read += data.decode(errors="replace")
            if len(self._read) > _MOST:
                self._stuck = True
                raise TerminalError(f"prints more than {_MOST:,} characters")
        return match

    def _ended(self) -> TerminalError:
        said = _last(self._read)
        return LackingError(said) if self._process.wait() == _LACKING else TerminalError(f"the terminal ended: {said}")

    @property
    def _input(self) -> IO[bytes]:
        return cast("IO[bytes]", self._process.stdin)

    @property
    def _output(self) -> IO[bytes]:
        return cast("IO[bytes]", self._process.stdout)


def lines(text: str) -> tuple[str, ...]:
    """Return what a terminal shows of a text, in lines without spaces at their ends, and without empty ones below."""
    shown = _CONTROL.sub("", text.replace("\r\n", "\n")).expandtabs()
    found = [line.rstrip() for line in shown.split("\n")]
    while found and not found[-1]:
        found.pop()
    return tuple(found)


def _last(text: str) -> str:
    return " | ".join(lines(text)[-5:]) or "nothing was printed"
