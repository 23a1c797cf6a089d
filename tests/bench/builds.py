"""How long the course takes to build when it has grown, beside other ways to build the same pages."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.grown import grow
from tests.bench.report import Goal, table
from tests.bench.rivals import material, pasted
from tests.bench.timing import Cost, middle, timed
from tests.bench.tools import ROOT

COLD, OURS, PASTED, MATERIAL, ZENSICAL = "nothing kept", "this site", "pasted in", "stock Material", "Zensical"
CHECK = "its check alone"
SIZES = (5, 100, 1000, 5000)
MOST_OF_OTHERS = 1000
"""Lessons up to which the others are built, too: what takes them a minute there takes them half an hour at 5,000."""

_SECONDS = 3600
_MKDOCS = (sys.executable, "-m", "mkdocs", "build")
_CHECK = (sys.executable, "-m", "macros")
_ZENSICAL = (str(Path(sys.executable).with_name("zensical")), "build", "--clean")

Costs = dict[int, dict[str, Cost]]
"""By the number of lessons, then by the way to build them."""


def measure(work: Path, lessons: int, runs: int) -> dict[str, Cost]:
    """Return what each way to build the course costs: the median of so many runs, of fewer where a build is long.

    The ways take turns, so that a machine that slows down slows all of them.
    """
    folders = projects(work, lessons)
    found: dict[str, list[Cost]] = {way: [] for way in folders}
    for _ in range(max(1, min(runs, 500 // lessons))):
        for way, folder in folders.items():
            if way == COLD:
                shutil.rmtree(folder / ".cache", ignore_errors=True)
            command = {ZENSICAL: _ZENSICAL, CHECK: _CHECK}.get(way, _MKDOCS)
            found[way].append(timed(command, folder, _SECONDS))
    return {way: middle(costs) for way, costs in found.items()}


def projects(work: Path, lessons: int) -> dict[str, Path]:
    """Write the course with this many lessons for each way to build it; return the folders."""
    folder = work / "builds" / str(lessons)
    shutil.rmtree(folder, ignore_errors=True)
    own = folder / "own"
    grow(ROOT, own, lessons)
    found = {COLD: own, OURS: own, CHECK: own}
    if lessons <= MOST_OF_OTHERS:
        found |= {way: folder / way.replace(" ", "-") for way in (PASTED, MATERIAL, ZENSICAL)}
        pasted.write(own, found[PASTED])
        material.write(own / "docs", found[MATERIAL], "https://course.example/")
        shutil.copytree(own, found[ZENSICAL])
    return found


def show(lessons: int, ways: dict[str, Cost]) -> None:
    """Print what was measured."""
    rows = {
        "seconds": [cost.wall for cost in ways.values()],
        "processor seconds": [cost.cpu for cost in ways.values()],
        "MB at most": [cost.memory / 1e6 for cost in ways.values()],
    }
    print(f"\nBuilding {lessons:,} lessons\n{table(rows, list(ways))}", flush=True)


def goals(costs: Costs) -> Iterator[Goal]:
    """Yield what the build of this site wants to reach, where it was measured."""
    for size, ways in costs.items():
        mine = ways[OURS]
        if size > MOST_OF_OTHERS:
            continue
        if size >= 100:
            yield Goal(f"{size:,} lessons: processor time / pasted in", mine.cpu / ways[PASTED].cpu, 1.05)
        if size == 5:
            yield Goal("5 lessons: time / stock Material", mine.wall / ways[MATERIAL].wall, 1.2)
            yield Goal("5 lessons: seconds of a check", ways[CHECK].wall, 1)
            yield Goal("5 lessons, nothing kept: time / stock Material", ways[COLD].wall / ways[MATERIAL].wall, 1.3)
        if size == 1000:
            yield Goal("1,000 lessons: time / stock Material", mine.wall / ways[MATERIAL].wall, 0.45)
            yield Goal("1,000 lessons: time / Zensical", ways[COLD].wall / ways[ZENSICAL].wall, 0.8)
        yield Goal(f"{size:,} lessons: memory / stock Material", mine.memory / ways[MATERIAL].memory, 1.2)
    for few, many, limit in ((100, 1000, 10), (1000, 5000, 5)):
        if {few, many} <= costs.keys():
            yield Goal(f"time of {many:,} lessons / {few:,}", costs[many][OURS].wall / costs[few][OURS].wall, limit)
