"""``python -m macros.starter``: write a project for another course, or take a newer engine over into one."""

import argparse
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.starter.new import make
from macros.starter.plan import Subject, planned
from macros.starter.update import take

_STARTER = "macros/starter/__main__.py"


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what is asked for and return the exit status; what is wrong is told, a line each, and then nothing is done."""
    asked = _parser().parse_args(arguments)
    try:
        status: int = asked.work(asked)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return status


def _parser() -> argparse.ArgumentParser:
    """Return what reads the command; the values come from make, which has them as they were typed."""
    parser = argparse.ArgumentParser(prog="python -m macros.starter", description=__doc__)
    commands = parser.add_subparsers(required=True)
    new = commands.add_parser("new", help="write a project for another course")
    for name in ("dir", "title", "subjects", "language", "licence"):
        new.add_argument(f"--{name}", default="")
    new.set_defaults(work=_new)
    update = commands.add_parser("update", help="let the engine of another folder update the project in this one")
    update.add_argument("--engine", default="")
    update.set_defaults(work=_update)
    engine = commands.add_parser("take", help="take this engine over into a project")
    engine.add_argument("--project", type=Path, required=True)
    engine.set_defaults(work=_take)
    for command in (update, engine):
        command.add_argument("--force", default="", help="anything: replace what the project changed in the engine")
    return parser


def _new(asked: argparse.Namespace) -> int:
    folder, count = make(asked.dir, asked.title, asked.subjects, asked.language, asked.licence)
    print(_ids(planned(asked.title, asked.subjects, asked.language, asked.licence).subjects))
    print(f"{count} files written. Next: cd {shlex.quote(str(folder))}, read README.md there, and run make serve")
    return 0


def _ids(subjects: Sequence[Subject]) -> str:
    """Return what tells the ids of the subjects while they can still be others."""
    ids = ", ".join(subject.id for subject in subjects)
    return f'The subjects have the ids {ids}: addresses for ever. For others, write SUBJECTS="id=Name, …"'


def _update(asked: argparse.Namespace) -> int:
    """Let the newer engine do it: it knows which files it has."""
    here, engine = Path.cwd(), Path(asked.engine).expanduser()
    if not asked.engine.strip():
        raise ValueError("ENGINE: is missing: write ENGINE=../engine, the folder of a newer engine")
    if not (engine / _STARTER).is_file():
        raise ValueError(f"ENGINE: '{engine}' holds no engine: name a folder with {_STARTER}")
    if engine.resolve() == here.resolve():
        raise ValueError("ENGINE: is this folder itself: name that of a newer engine")
    command = [sys.executable, "-m", "macros.starter", "take", f"--project={here}", f"--force={asked.force}"]
    return subprocess.run(command, cwd=engine, check=False).returncode


def _take(asked: argparse.Namespace) -> int:
    changes = take(asked.project, force=bool(asked.force))
    print(f"{len(changes.written)} files taken over, {len(changes.deleted)} deleted. Next: make check, then make test")
    for conflict in changes.conflicts:
        print(
            f"{conflict}\n    hint: keep what is right, and delete the lines with <<<<<<<, ======= and >>>>>>>",
            file=sys.stderr,
        )
    return 1 if changes.conflicts else 0


if __name__ == "__main__":
    sys.exit(main())
