"""How soon a save shows: from writing a lesson or a data file to the new page, at moments chosen at random."""

import os
import random
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.request import urlopen

from tests.bench.builds import MATERIAL, OURS, projects
from tests.bench.lessons import longest
from tests.bench.report import Goal, table
from tests.bench.tools import MissingToolError

SIZES = (5, 100)
LIMITS = {5: 0.6, 100: 0.35}
LESSON, DATA, THEIRS = "a lesson", "a data file", "a lesson, stock Material"

_HEADING = (re.compile(r"^(?=## )", re.MULTILINE), "{}\n\n")
_NAME = (re.compile(r"(?<=^    name: ).+$", re.MULTILINE), "{}")
_CHANGES = {LESSON: _HEADING, DATA: _NAME, THEIRS: _HEADING}
"""What is changed first in a file: a paragraph before a heading is new, or a subject has another name."""

_PATIENCE = 120
_LOOK = 0.02
"""Seconds between two looks at the page."""

Saves = dict[int, dict[str, float]]
"""Median seconds by the number of lessons, then by what was saved."""


def measure(work: Path, runs: int) -> Saves:
    """Return how long saves take to show, each the median of twice as many as builds are run."""
    return {size: _measured(projects(work, size), 2 * runs) for size in SIZES}


def _measured(folders: dict[str, Path], runs: int) -> dict[str, float]:
    own, stock = folders[OURS], folders[MATERIAL]
    lesson = longest(own / "docs")
    times: dict[str, list[float]] = {LESSON: [], DATA: [], THEIRS: []}
    with _served(own, lesson.url) as address, _served(stock, lesson.url) as their_address:
        for _ in range(runs):
            times[LESSON].append(_saved(own / lesson.path, LESSON, address))
            times[DATA].append(_saved(own / "docs/data/comparison.yml", DATA, address))
            times[THEIRS].append(_saved(stock / lesson.path, THEIRS, their_address))
    return {what: median(found) for what, found in times.items()}


def changed(text: str, what: str, new: str) -> str:
    """Return the text of a file of some sort with something new in it that its page shows."""
    place, written = _CHANGES[what]
    return place.sub(written.format(new), text, count=1)


def _saved(file: Path, what: str, page: str) -> float:
    """Return the seconds from changing a file until its page shows that."""
    text, new = file.read_text(encoding="utf-8"), f"Change {random.randrange(10**9)}"  # noqa: S311 - no secret
    time.sleep(1 + random.random())  # noqa: S311
    start = time.perf_counter()
    file.write_text(changed(text, what, new), encoding="utf-8")
    while new not in _read(page):
        if time.perf_counter() > start + _PATIENCE:
            raise MissingToolError(f"{file} was saved, but {page} does not show it")
        time.sleep(_LOOK)
    took = time.perf_counter() - start
    file.write_text(text, encoding="utf-8")
    while new in _read(page):
        time.sleep(_LOOK)
    return took


@contextmanager
def _served(project: Path, page: str) -> Iterator[str]:
    """Serve a project as its author does; give the address of a page when it is there."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(project)}
    with (project / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=project, env=settings, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}/{page}"
    end = time.perf_counter() + _PATIENCE
    try:
        while not _read(address):
            if process.poll() is not None or time.perf_counter() > end:
                raise MissingToolError(f"mkdocs serve failed in {project}:\n{(project / 'log').read_text()[-2000:]}")
            time.sleep(_LOOK)
        yield address
    finally:
        process.terminate()
        process.wait()


def _read(page: str) -> str:
    """Return a page as it is now, or nothing while nobody answers."""
    try:
        with urlopen(page, timeout=_PATIENCE) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())
    except OSError:
        return ""


def show(saves: Saves) -> None:
    """Print what was measured."""
    rows = {f"{size} lessons": list(found.values()) for size, found in saves.items()}
    print(f"\nSeconds from a save until its page shows it\n{table(rows, (LESSON, DATA, THEIRS))}", flush=True)


def goals(saves: Saves) -> Iterator[Goal]:
    """Yield how soon this site wants to show a save."""
    for size, found in saves.items():
        for what in (LESSON, DATA):
            yield Goal(f"{size} lessons: {what} shows / stock Material", found[what] / found[THEIRS], LIMITS[size])
