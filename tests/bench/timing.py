"""What a command costs: time on the clock, processor time, and memory, as the system counts them."""

import json
import sys
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from statistics import median

from tests.bench.tools import run

_LAUNCHER = """
import json, os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=sys.stderr)
_, status, used = os.wait4(process.pid, 0)
wall = time.perf_counter() - start
unit = 1 if sys.platform == "darwin" else 1024
print(json.dumps([wall, used.ru_utime + used.ru_stime, used.ru_maxrss * unit]))
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""Starts the command from a small process: the system counts the memory of who starts it, too, if that has more."""


@dataclass(frozen=True)
class Cost:
    """Seconds on the clock, seconds of processor time, and the most bytes of memory at one time."""

    wall: float
    cpu: float
    memory: float


def timed(command: Sequence[str | Path], folder: Path, seconds: int) -> Cost:
    """Return what a command costs that is run in a folder; raises MissingToolError if it fails or takes longer."""
    launched = [sys.executable, "-S", "-c", _LAUNCHER, *command]
    # As for an author, Python keeps what it has compiled; for packages it does so when they are installed.
    settings = {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": ""}
    printed = run(launched, folder, seconds, settings)
    return Cost(*json.loads(printed.splitlines()[-1]))


def middle(costs: Sequence[Cost]) -> Cost:
    """Return the median of each figure."""
    return Cost(*map(median, zip(*map(astuple, costs), strict=True)))
