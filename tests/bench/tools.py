"""The tools that the benchmark starts: found, installed as they are locked, and never waited for without end."""

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
NOT_ELSEWHERE = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"
"""For the browser: no host but this one has an address, so that a run is the same with and without a network."""

_LOCKED = ("package.json", "package-lock.json")


class MissingToolError(Exception):
    """A tool that must be there is not, or does not work; the message says which, and what to do."""


def find(*names: str, hint: str) -> str:
    """Return the path of the first of these programs that is there; raises MissingToolError with the hint."""
    for name in names:
        if path := shutil.which(name):
            return path
    raise MissingToolError(f"{names[0]} is needed and was not found: {hint}")


def chromium() -> str:
    """Return the path of the browser: the one that CHROMIUM names, or the system's."""
    named = os.environ.get("CHROMIUM")
    names = (named,) if named else ("chromium", "chromium-browser", "google-chrome")
    return find(*names, hint="install it, or set CHROMIUM to the path of one")


def run(command: Sequence[str | Path], folder: Path, seconds: int, variables: Mapping[str, str] | None = None) -> str:
    """Return what a program printed; raises MissingToolError when it fails or takes longer than that."""
    words = [str(word) for word in command]
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **(variables or {})}
    process = subprocess.Popen(
        words,
        cwd=folder,
        env=settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        printed, _ = process.communicate(timeout=seconds)
    except BaseException as error:
        # Its own children, such as a browser, end with it.
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        if isinstance(error, subprocess.TimeoutExpired):
            raise MissingToolError(f"{' '.join(words)} took more than {seconds} seconds") from None
        raise
    if process.returncode:
        raise MissingToolError(f"{' '.join(words)} failed:\n{printed}")
    return printed


def installed(name: str, work: Path) -> Path:
    """Return a folder with the Node packages that are locked in ``tests/bench/<name>``, installed when they changed."""
    folder = work / name
    done = folder / "node_modules" / ".installed"
    locked = b"".join((HERE / name / file).read_bytes() for file in _LOCKED)
    if not done.is_file() or done.read_bytes() != locked:
        npm = find("npm", hint="install Node 20 or newer, which brings it")
        folder.mkdir(parents=True, exist_ok=True)
        for file in _LOCKED:
            shutil.copy(HERE / name / file, folder)
        run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder, seconds=600)
        done.write_bytes(locked)
    return folder


def node_first(lighthouse: Path) -> dict[str, str]:
    """Return the variables with which the locked Node is used, where there is one for this machine."""
    return {"PATH": f"{lighthouse / 'node_modules' / '.bin'}{os.pathsep}{os.environ['PATH']}"}
