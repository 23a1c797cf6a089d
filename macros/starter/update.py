"""An update: the files of a newer engine in a project, whose own content, settings and changes stay."""

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from macros.starter.engine import MERGED, delivered
from macros.starter.new import ENGINE, write
from macros.starter.state import State, digest, read_state, state

_CONFLICT = b"<<<<<<< "

Step = Literal["keep", "take", "refuse"]
"""What an update does with a file of the engine."""


@dataclass(frozen=True)
class Changes:
    """What an update did to a project: the files that it wrote and deleted, and where both sides changed a line."""

    written: tuple[str, ...]
    deleted: tuple[str, ...]
    conflicts: tuple[str, ...]


def take(project: Path, *, force: bool = False) -> Changes:
    """Take this engine over into a project, and return what changed.

    Raises ValueError with all that speaks against it, a line each; then nothing is changed.
    """
    if not shutil.which("git"):
        raise ValueError("git is missing, which merges what both sides changed: install it")
    before = read_state(project)
    after = delivered(ENGINE, before.plan)
    steps = {path: _step(project / path, before.sums.get(path), after.get(path)) for path in _paths(before, after)}
    edited = [path for path, step in steps.items() if step == "refuse"]
    if edited and not force:
        hint = "undo your change, or give it up with FORCE=1"
        raise ValueError("\n".join(f"{path}: was changed here and in the engine: {hint}" for path in edited))
    taken = {path for path, step in steps.items() if step != "keep"}
    written = {path: after[path] for path in taken & after.keys()} | dict(_merges(project, before, after))
    deleted = tuple(sorted(path for path in taken - after.keys() if (project / path).is_file()))
    write(project, written)
    for path in deleted:
        (project / path).unlink()
    write(project, state(before.plan, after))  # last: an update that was interrupted can be run again
    return Changes(tuple(sorted(written)), deleted, tuple(_conflicts(written)))


def _paths(before: State, after: Mapping[str, bytes]) -> list[str]:
    """Return the files that are the engine's alone, before or after."""
    return sorted({*before.sums, *after}.difference(MERGED))


def _step(file: Path, old: str | None, data: bytes | None) -> Step:
    """Return what to do with a file of the engine; old is the sum of what was delivered, if it was."""
    new, now = digest(data) if data is not None else None, _sum(file)
    if now == new or (now != old and new == old):
        return "keep"
    return "take" if now == old else "refuse"


def _merges(project: Path, before: State, after: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the merged files that change; one that the project deleted stays away."""
    for path in (path for path in MERGED if path in after):
        file = project / path
        if file.is_file():
            yours = file.read_bytes()
            base = before.merged.get(path, yours if before.sums.get(path) == digest(yours) else b"")
            if (made := _merged(path, yours, base, after[path])) != yours:
                yield path, made
        elif path not in before.merged:
            yield path, after[path]


def _sum(file: Path) -> str | None:
    return digest(file.read_bytes()) if file.is_file() else None


def _merged(path: str, yours: bytes, base: bytes, engine: bytes) -> bytes:
    """Return a file with the changes of the project and of the engine; git marks lines that both changed."""
    sides = {"yours": yours, "before": base, "engine": engine}
    with TemporaryDirectory() as room:
        write(Path(room), sides)
        labels = [part for name in sides for part in ("-L", name)]
        git = ["git", "merge-file", "-p", "--quiet", *labels, *sides]
        done = subprocess.run(git, cwd=room, capture_output=True, check=False)
    if done.returncode > 127:  # noqa: PLR2004 - below it, this is the number of conflicts
        raise ValueError(f"{path}: git cannot merge it: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def _conflicts(files: Mapping[str, bytes]) -> Iterator[str]:
    for path in MERGED:
        for number, line in enumerate(files.get(path, b"").split(b"\n"), 1):
            if line.startswith(_CONFLICT):
                yield f"{path}:{number}:1: both sides changed these lines"
