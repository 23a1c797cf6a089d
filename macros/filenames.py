"""Names of files that do not exist on every system, or are no good as an address."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from macros.errors import Problem

_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
_GOOD = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?<!\.)")
_HINT = "use letters, digits, hyphens and dots, and begin with a letter or a digit"


def problems(paths: Iterable[str]) -> Iterator[Problem]:
    """Yield every path that Windows cannot hold, that an address would need to escape, or that differs only in case."""
    seen: dict[str, str] = {}
    for path in sorted(paths):
        name = PurePosixPath(path).name
        if _RESERVED.fullmatch(name):
            yield Problem(path, 1, 1, "", f"Windows cannot hold a file that is named '{name}'", "choose another name")
        elif not _GOOD.fullmatch(name):
            yield Problem(path, 1, 1, "", f"the file name '{name}' does not work on every system", _HINT)
        other = seen.setdefault(path.casefold(), path)
        if other != path:
            yield Problem(path, 1, 1, "", f"differs from {other} only in upper and lower case", "choose another name")
