"""A Chromium as readers have it: Playwright drives its pages, and attaches no debugger to its service workers.

With a debugger, Chromium ends a worker that is to make room for the next one also while that still answers, so that a
page stays half opened for ever, and it never ends a worker that has nothing to do. No reader meets either.

As a program, it is what Playwright starts in place of Chromium. It hands on each command, which are texts that end in a
zero byte, and leaves service workers out of those to which Playwright wants to be attached.
"""

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread

_COMMANDS = 3
"""The file that Chromium reads commands from; what it says goes from the next one to Playwright at once."""

_LEFT_OUT = [{"type": kind, "exclude": True} for kind in ("service_worker", "browser", "tab")]
"""The last two are those that Chromium leaves out by itself."""


def unattached(chromium: str, folder: Path) -> Path:
    """Write the program to start in place of a Chromium, and return it."""
    program = folder / "chromium"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{__file__}" "{chromium}" "$@"\n')
    program.chmod(0o755)
    return program


def told(command: bytes) -> bytes:
    """Return a command as Chromium is told it."""
    if b'"Target.setAutoAttach"' not in command:
        return command
    content = json.loads(command)
    content["params"]["filter"] = [*_LEFT_OUT, {}]
    return json.dumps(content).encode()


def _hand_on(commands: int, chromium: int) -> None:
    """Hand on commands until no more come, or nobody reads them."""
    rest = b""
    with (
        suppress(BrokenPipeError),
        os.fdopen(commands, "rb", buffering=0) as source,
        os.fdopen(chromium, "wb", buffering=0) as goal,
    ):
        while chunk := source.read(2**16):
            *whole, rest = (rest + chunk).split(b"\0")
            for command in whole:
                left = told(command) + b"\0"
                while left:
                    left = left[goal.write(left) :]


def main(command: list[str]) -> int:
    """Run Chromium, and return how it ended."""
    read, written = os.pipe()
    commands = os.dup(_COMMANDS)
    os.dup2(read, _COMMANDS)
    os.close(read)
    process = subprocess.Popen(command, pass_fds=(_COMMANDS, _COMMANDS + 1))
    os.close(_COMMANDS)
    os.close(_COMMANDS + 1)
    # Chromium may end first: when it is told to.
    Thread(target=_hand_on, args=(commands, written), daemon=True).start()
    return process.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
