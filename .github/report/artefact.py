"""The artefact of a run that anybody can cause: one file in an archive, read without unpacking it."""

import zlib
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from report.received import MOST_BYTES, Refused

NAME = "summary.json"
_BROKEN = (OSError, EOFError, RuntimeError, ValueError, BadZipFile, zlib.error)
"""What ``zipfile`` raises for archives that lie, are cut off, or are encrypted."""


def only_file(archive: Path) -> bytes:
    """Return what the one file of an archive holds; raises Refused for any other archive. Writes nothing."""
    if not archive.is_file():
        raise Refused("there is none")
    if archive.stat().st_size > MOST_BYTES:
        raise Refused("its archive is too big")
    try:
        with ZipFile(archive) as zipped:
            return _read(zipped, zipped.infolist())
    except _BROKEN as error:
        raise Refused("its archive cannot be read") from error


def _read(zipped: ZipFile, members: list[ZipInfo]) -> bytes:
    if [member.filename for member in members] != [NAME]:
        raise Refused(f"its archive holds something else than one {NAME}")
    if members[0].compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise Refused("its archive is packed in an unusual way")
    with zipped.open(members[0]) as file:
        # The size that an archive names for a file may be a lie: what is read counts.
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Refused("it is too big")
    return data
