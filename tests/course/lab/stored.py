"""A run of the tests beside the stored ones: whether the course would take it, and whether it tells the same."""

from collections.abc import Iterator
from typing import Any

from macros.assembly.course import Course
from macros.content.run_form import found
from macros.content.units import all_dimensions
from macros.outputs.measured import FILE, added
from macros.reading.yaml import read_yaml
from tests.conftest import ROOT

COMPARED = ("start_seconds.minimum", "memory.idle_bytes", "disk_bytes", "call_seconds.minimum")
"""What depends on the way more than on the machine. Of times, the least: a busy machine makes none shorter."""


def accepted(text: str) -> dict[str, Any]:
    """Return the run in a text, after the course took it for its own; raises ContentError with what is wrong."""
    course = Course.read(ROOT / "docs")
    dimensions = all_dimensions(course.card.dimensions if course.card else {})
    added((ROOT / FILE).read_text(), text, "run.yml", lambda marks: marks.given("dimensions", dimensions))
    value: dict[str, Any] = read_yaml(text, "run.yml").value
    return value


def stored() -> tuple[dict[str, Any], ...]:
    """Return the runs that the course shows."""
    measured = Course.read(ROOT / "docs").measurements
    assert measured, f"{FILE}: run make check"
    return measured.runs


def unlike(run: dict[str, Any], other: dict[str, Any]) -> Iterator[str]:
    """Yield each ratio to a plain process that is of another order of magnitude in another run.

    Only what was started in the same way is compared: an emulated machine says nothing of one that is not.
    """
    here, there = ({(one["kind"], one["way"]): one for one in each["results"]} for each in (run, other))
    for key in COMPARED:
        for way in sorted(here.keys() & there.keys()):
            ratios = [_ratio(each, way, key) for each in (here, there)]
            if all(ratios) and not 0.1 < ratios[0] / ratios[1] < 10:
                yield f"{key} of {' with '.join(way)}: {ratios[0]:.3g} times that of a process, not {ratios[1]:.3g}"


def _ratio(results: dict[tuple[str, str], dict[str, Any]], way: tuple[str, str], key: str) -> float:
    """Return how many times as much a way needs as a plain process; 0 where one of the two is not known."""
    plain = next((one for (kind, _), one in results.items() if kind == "process"), {})
    mine, its = found(results[way], key), found(plain, key)
    return float(mine / its) if mine and its else 0.0
