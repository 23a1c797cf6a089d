"""Which scripts pages name: those that are loaded by themselves, and one that holds all others."""

from collections.abc import Iterable, Mapping
from typing import Any

TOGETHER = "assets/course.js"


def divided(scripts: Iterable[object], extra: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Return the scripts that pages name, and those that the last of them holds, by what the settings say of each."""
    alone = {path for key in ("at_once", "where_needed") for path in extra.get(key, ())}
    paths = [str(script) for script in scripts]
    return [*(path for path in paths if path in alone), TOGETHER], [path for path in paths if path not in alone]
