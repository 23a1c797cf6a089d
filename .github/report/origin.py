"""``python -m report.origin PREVIEWS COURSE...``: stop unless the previews stand on a host of their own.

A hostile page on the host of the course would be the course to a browser: it could read what the course keeps there.
"""

import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

from report.received import Refused

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
# The last label begins with a letter: browsers take any other host for the number of a machine.
_HOST = re.compile(rf"(?:{_LABEL}\.)+(?=[a-z]){_LABEL}", re.ASCII)


def apart(preview: str, *courses: str) -> None:
    """Raise Refused unless the previews have an https address on a host that is not, holds or is held by a course's.

    Ports, letter case, a dot at the end and ``www.`` make no other host: cookies do not tell them apart,
    and GitHub Pages answers for a domain and its ``www.`` alike.
    """
    own = _host(preview, "previews")
    if urlsplit(preview).scheme != "https":
        raise Refused("the address of the previews must begin with https://")
    for address in courses:
        course = _host(address, "course")
        if own == course or own.endswith(f".{course}") or course.endswith(f".{own}"):
            raise Refused("the previews need another host than the course, and none below or above it")


def elsewhere(previews: Path, preview: str, repository: str, owner: str) -> None:
    """Raise Refused if GitHub Pages serves a checkout of the preview repository at the address of the course's owner.

    There it serves every repository of that owner that names no domain of its own.
    """
    if repository.partition("/")[0].lower() != owner.lower():
        return
    named = previews / "CNAME"
    domain = named.read_text(encoding="utf-8", errors="replace").strip() if named.is_file() else ""
    if not domain or _host(f"https://{domain}/", "previews") != _host(preview, "previews"):
        raise Refused("a repository of the course's owner needs a file CNAME with the host of the previews")


def _host(address: str, whose: str) -> str:
    """Return the host of an address as browsers compare it, less ``www.``; raises Refused if they may read another."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removesuffix(".")
    except ValueError:
        raise Refused(f"the address of the {whose} is none") from None
    # An umlaut has more than one spelling, and so has a sign that is escaped.
    if not _HOST.fullmatch(host) or "@" in parts.netloc or re.search(r"[\s\\]", address):
        hint = "write its host with letters, digits, hyphens and dots, umlauts and the like as xn--"
        raise Refused(f"the address of the {whose} may be read in more than one way: {hint}")
    return host.removeprefix("www.")


if __name__ == "__main__":
    try:
        apart(*sys.argv[1:])
    except Refused as refused:
        sys.exit(f"::error::{refused}: no preview was changed")
