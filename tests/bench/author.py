"""The author's side: what a build and a save cost when the course has five lessons, and when it has grown."""

from pathlib import Path

from tests.bench import builds, saves
from tests.bench.report import Goal, goals


def measure(work: Path, runs: int) -> list[Goal]:
    """Measure builds and saves, print what was found, and return the goals."""
    shown = saves.measure(work, runs)
    saves.show(shown)
    costs = builds.Costs()
    for size in builds.SIZES:
        costs[size] = builds.measure(work, size, runs)
        builds.show(size, costs[size])
    wanted = [*builds.goals(costs), *saves.goals(shown)]
    print(f"\n{goals(wanted)}", flush=True)
    return wanted
