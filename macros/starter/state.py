"""What a project keeps of the engine that was delivered to it: its plan, the sums of files, the merged ones whole."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from macros.starter.engine import MERGED, STATE
from macros.starter.plan import Plan

_PLAN = f"{STATE}/course.json"
_SUMS = f"{STATE}/sha256sums.txt"
_SUM = re.compile(r"^([0-9a-f]{64})  (.+)$", re.MULTILINE)
"""A line as the program sha256sum writes and checks it."""


@dataclass(frozen=True)
class State:
    """What was delivered."""

    plan: Plan
    sums: dict[str, str]
    merged: dict[str, bytes]


def state(plan: Plan, engine: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files that keep what is delivered."""
    sums = "".join(f"{digest(data)}  {path}\n" for path, data in sorted(engine.items()) if path not in MERGED)
    kept = {f"{STATE}/{path}": engine[path] for path in MERGED if path in engine}
    return {_PLAN: plan.to_json().encode(), _SUMS: sums.encode(), **kept}


def read_state(project: Path) -> State:
    """Return what was delivered to a project; raises ValueError when that cannot be told."""
    try:
        plan = Plan.from_json((project / _PLAN).read_text(encoding="utf-8"))
        found = _SUM.findall((project / _SUMS).read_text(encoding="utf-8"))
        sums = {path: sum_ for sum_, path in found if ".." not in path and not path.startswith("/")}
    except (OSError, ValueError, KeyError, TypeError) as error:
        hint = "take this folder from the project's history, or begin with make new"
        raise ValueError(f"{STATE}: does not tell which engine was delivered: {hint}") from error
    kept = {path: project / STATE / path for path in MERGED}
    return State(plan, sums, {path: file.read_bytes() for path, file in kept.items() if file.is_file()})


def digest(data: bytes) -> str:
    """Return the sum by which a file is known."""
    return sha256(data).hexdigest()
