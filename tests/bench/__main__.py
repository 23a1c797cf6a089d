"""``python -m tests.bench``: measure this site for its readers and for its authors, and print ratios."""

import sys
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

from tests.bench import author, frames, reader
from tests.bench.report import Goal
from tests.bench.tools import ROOT, MissingToolError

SIDES: dict[str, Callable[[Path, int], list[Goal]]] = {
    "reader": reader.measure,
    "frames": frames.measure,
    "author": author.measure,
}


def main() -> int:
    """Return 0 when everything was measured, 1 when --check is given and a goal is missed, 2 when a tool is missing."""
    parser = ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("side", choices=SIDES, nargs="?", help="whose side is measured; without it, every side")
    parser.add_argument("--runs", type=int, default=5, help="how often each site is measured")
    parser.add_argument("--work", type=Path, default=ROOT / ".bench", help="the folder for what is built")
    parser.add_argument("--check", action="store_true", help="fail when a goal is missed")
    arguments = parser.parse_args()
    work = arguments.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    try:
        sides = [arguments.side] if arguments.side else SIDES
        found = [goal for side in sides for goal in SIDES[side](work, arguments.runs)]
    except MissingToolError as error:
        print(error, file=sys.stderr)
        return 2
    return int(arguments.check and not all(goal.met for goal in found))


sys.exit(main())
