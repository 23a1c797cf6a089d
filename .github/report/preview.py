"""``python -m report.preview PREVIEWS OPEN [NUMBER ARCHIVE]``: bring a checkout of the preview repository up to date.

OPEN is a file with the numbers of all open pull requests: the folders of others go away.
ARCHIVE is the artefact with the built site of the pull request NUMBER, and becomes its folder.
Nothing of it is run, neither here nor, as ``inert`` makes sure, in the browser of whoever reads it.
"""

import os
import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from report.archive import Expected, read
from report.inert import LEFT_OUT, SHOWN, inert
from report.origin import elsewhere
from report.received import Refused

MOST_BYTES = 100_000_000
MOST_FILES = 5_000
_KINDS = "|".join(sorted(SHOWN | LEFT_OUT))
_PART = r"[\w-](?:[\w.-]*[\w-])?"
_NAMES = re.compile(rf"(?:{_PART}/)*{_PART}\.(?:{_KINDS})|_headers|_redirects", re.ASCII)
_NUMBER = re.compile(r"[1-9][0-9]*")


def site(archive: Path) -> dict[str, bytes]:
    """Return the files of a preview; raises Refused for an archive that no build of a site makes."""
    return inert(read(archive, Expected("files that a build makes", _NAMES, MOST_BYTES, MOST_FILES)))


def place(files: dict[str, bytes], previews: Path, number: str) -> None:
    """Put a site into the folder of its pull request, in the place of the one before."""
    own = previews / number
    if own.exists():
        shutil.rmtree(own)
    for name, content in files.items():
        file = own / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def sweep(previews: Path, still_open: Iterable[str]) -> None:
    """Take away the folders of pull requests that are not open, and let GitHub Pages serve every file as it is."""
    for folder in previews.iterdir():
        if folder.name.isdecimal() and folder.name not in still_open:
            shutil.rmtree(folder)
    # Jekyll would make pages, at addresses of their choice, of files that begin with three hyphens.
    (previews / ".nojekyll").touch()


def numbers(lines: str) -> frozenset[str]:
    """Return the numbers of pull requests, one a line; raises Refused for anything else."""
    found = lines.split()
    if not all(map(_NUMBER.fullmatch, found)):
        raise Refused("a number of a pull request is none")
    return frozenset(found)


def main(previews: Path, open_file: Path, number: str = "", archive: str = "") -> None:
    """Change the checkout; raises Refused before anything is changed."""
    elsewhere(
        previews, os.environ["PREVIEW_URL"], os.environ["PREVIEW_REPOSITORY"], os.environ["GITHUB_REPOSITORY_OWNER"]
    )
    still_open = numbers(open_file.read_text(encoding="utf-8"))
    # Who closes a pull request while it is checked wants no preview of it.
    placed = site(Path(archive)) if archive and number in still_open else {}
    sweep(previews, still_open)
    if placed:
        place(placed, previews, number)


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:5])
    except Refused as refused:
        sys.exit(f"::error::There is no preview of this site: {refused}; nothing was changed")
