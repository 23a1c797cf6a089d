"""The artefact of a run that anybody can cause: one summary in an archive."""

import re
from pathlib import Path

from report.archive import Expected, read
from report.received import MOST_BYTES, Refused

NAME = "summary.json"
_EXPECTED = Expected(f"one {NAME}", re.compile(re.escape(NAME)), MOST_BYTES, 1)


def only_file(archive: Path) -> bytes:
    """Return what the one file of an archive holds; raises Refused for any other archive. Writes nothing."""
    files = read(archive, _EXPECTED)
    if not files:
        raise Refused(f"its archive holds something else than {_EXPECTED.what}")
    return files[NAME]
