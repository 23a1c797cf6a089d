"""``python -m report.preview ARCHIVE PREVIEWS NUMBER OPEN...``: put the site of a pull request among the previews.

ARCHIVE is the artefact with the built site, PREVIEWS a checkout of the preview repository.
NUMBER is the pull request, OPEN are the numbers of all open ones: what belongs to no open one is taken away.
Nothing of it is run; that it is served from another origin than the course, ``apart`` makes sure.
"""

import os
import re
import shutil
import stat
import sys
import zlib
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from report.received import Refused

MOST_BYTES = 100_000_000
MOST_FILES = 5_000
_KINDS = "css|csv|gz|br|html|ico|js|json|map|png|svg|txt|webmanifest|xml|yml"
_NAME = re.compile(rf"(?:[\w-][\w.-]*/)*[\w-][\w.-]*\.(?:{_KINDS})", re.ASCII)
_BROKEN = (OSError, EOFError, RuntimeError, ValueError, BadZipFile, zlib.error)


def apart(preview: str, course: str) -> None:
    """Raise Refused unless the two addresses have different origins: a hostile preview could act as the course."""
    hosts = [urlsplit(address).hostname for address in (preview, course)]
    if None in hosts or hosts[0] == hosts[1] or urlsplit(preview).scheme != "https":
        raise Refused("previews need an https address on another host than the course")


def unpack(archive: Path, folder: Path) -> None:
    """Write the files of a site into a folder; raises Refused for an archive that no build of a site makes."""
    try:
        with ZipFile(archive) as zipped:
            members = [member for member in zipped.infolist() if not member.is_dir()]
            _check(members)
            for member in members:
                file = folder / member.filename
                file.parent.mkdir(parents=True, exist_ok=True)
                with zipped.open(member) as source:
                    # The size that an archive names may be a lie: no more is read than was allowed for.
                    file.write_bytes(source.read(member.file_size))
    except _BROKEN as error:
        raise Refused("the archive of the site cannot be read") from error


def _check(members: list[ZipInfo]) -> None:
    if len(members) > MOST_FILES or sum(member.file_size for member in members) > MOST_BYTES:
        raise Refused("the site is too big")
    for member in members:
        if not _NAME.fullmatch(member.filename) or stat.S_ISLNK(member.external_attr >> 16):
            raise Refused("the site has a file that no build makes")
        if member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise Refused("the archive of the site is packed in an unusual way")


def place(archive: Path, previews: Path, number: str, still_open: set[str]) -> None:
    """Put a site into its folder, in the place of the one before, and take away the sites of what is closed."""
    own = previews / str(int(number))
    for folder in previews.iterdir():
        if folder.name.isdecimal() and folder.name not in still_open - {number}:
            shutil.rmtree(folder)
    unpack(archive, own)


if __name__ == "__main__":
    apart(os.environ["PREVIEW_URL"], os.environ["COURSE_URL"])
    place(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], {*sys.argv[4:]})
