"""An archive from a stranger, read without unpacking it: plain files with plain names, or nothing."""

import re
import stat
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from report.received import Refused

_FOLDER = re.compile(r"(?:[\w-](?:[\w.-]*[\w-])?/)+", re.ASCII)
_LONGEST_NAME = 255
_BROKEN = (OSError, EOFError, RuntimeError, ValueError, BadZipFile, zlib.error)
"""What ``zipfile`` raises for archives that lie, are cut off, or are encrypted."""


@dataclass(frozen=True)
class Expected:
    """What an archive may hold: a name for it, the names of its files, and how much of them."""

    what: str
    names: re.Pattern[str]
    most_bytes: int
    most_files: int


def read(archive: Path, expected: Expected) -> dict[str, bytes]:
    """Return the files of an archive by their names; raises Refused, in words of ours alone, for anything odd in it."""
    if not archive.is_file():
        raise Refused("there is none")
    if archive.stat().st_size > expected.most_bytes:
        raise Refused("its archive is too big")
    try:
        with ZipFile(archive) as zipped:
            members = zipped.infolist()
            _check(members, expected)
            return {member.filename: _content(zipped, member) for member in members if _is_file(member)}
    except _BROKEN as error:
        raise Refused("its archive cannot be read") from error


def _check(members: list[ZipInfo], expected: Expected) -> None:
    if len(members) > expected.most_files or sum(member.file_size for member in members) > expected.most_bytes:
        raise Refused("its archive is too big")
    if not all(_is_plain(member, expected.names) for member in members) or _clash(members):
        raise Refused(f"its archive holds something else than {expected.what}")
    if any(member.compress_type not in {ZIP_STORED, ZIP_DEFLATED} or member.flag_bits & 1 for member in members):
        raise Refused("its archive is packed in an unusual way, or encrypted")


def _is_file(member: ZipInfo) -> bool:
    return not member.filename.endswith("/")


def _is_plain(member: ZipInfo, names: re.Pattern[str]) -> bool:
    """Return whether a member is a file of an expected name or an empty folder: no link, no device, no way out."""
    # zipfile cuts the other name at its first NUL, so that what stands there is not what is looked at.
    name, kind = member.orig_filename, stat.S_IFMT(member.external_attr >> 16)
    if len(name) > _LONGEST_NAME:
        return False
    if _is_file(member):
        return kind in {0, stat.S_IFREG} and names.fullmatch(name) is not None
    return kind in {0, stat.S_IFDIR} and member.file_size == 0 and _FOLDER.fullmatch(name) is not None


def _clash(members: list[ZipInfo]) -> bool:
    """Return whether two files or folders have one name, or names that some systems take for one."""
    files = [member.filename for member in members if _is_file(member)]
    folders = {str(parent) for member in members for parent in PurePosixPath(f"{member.filename}x").parents}
    return len({name.lower() for name in (*files, *folders)}) < len(files) + len(folders)


def _content(zipped: ZipFile, member: ZipInfo) -> bytes:
    with zipped.open(member) as file:
        # The size that an archive names may be a lie: no more is unpacked than was counted.
        return file.read(member.file_size + 1)
