"""``python -m macros.publish.archive SITE ZIP``: the built site as a zip, in which every page opens as a file.

In a file tree nobody leads from a folder to its page: links name the page itself. What only servers and browsers with a
network take is left out. A zip in the site itself is offered on its pages.
"""

import re
import sys
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit
from zipfile import ZIP_DEFLATED

from macros.assembly.course import Course
from macros.html.words import speaking
from macros.outputs.archive import archive as archived
from macros.publish.kept import WORKER
from macros.publish.manifest import MANIFEST
from macros.publish.offer import renew
from macros.publish.paths import FOR_HOSTS

_LEFT_OUT = {*FOR_HOSTS, WORKER, MANIFEST, "404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz"}
_PACKED = {".gz", ".br"}
_LINK = re.compile(r"(<(?:a|link|area)\b[^>]*?\shref=\"|<meta http-equiv=\"refresh\" content=\"\d+; url=)([^\"]*)\"")


def archive(site: Path, file: Path) -> int:
    """Write a built site as a zip with one folder, which is named as the zip; return how many files it holds."""
    files = [path for path in _files(site) if site / path != file]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(archived(((f"{file.stem}/{path}", _content(path, site)) for path in files), ZIP_DEFLATED))
    return len(files)


def _content(path: str, site: Path) -> bytes:
    content = (site / path).read_bytes()
    return in_files(content.decode(), path, site).encode() if path.endswith(".html") else content


def in_files(page: str, path: str, site: Path) -> str:
    """Return a page with each link to a folder of the site leading to the page of that folder."""

    def led(match: re.Match[str]) -> str:
        before, address = match.groups()
        return f'{before}{escape(_to_page(unescape(address), path, site))}"'

    return _LINK.sub(led, page)


def _to_page(address: str, path: str, site: Path) -> str:
    to = urlsplit(address)
    if to.scheme or to.netloc or not to.path or to.path.startswith("/"):
        return address
    place = normpath(f"{path}/../{unquote(to.path)}")
    if not (site / place / "index.html").is_file():
        return address
    return to._replace(path=f"{to.path.rstrip('/')}/index.html").geturl()


def _files(site: Path) -> Iterator[str]:
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if file.is_file() and path not in _LEFT_OUT and file.suffix not in _PACKED:
            yield path


def main(site: Path, file: Path) -> None:
    """Write the zip, say where it is, and let the pages of the site offer it if it is there."""
    if not (site / "index.html").is_file():
        sys.exit(f"{str(site)!r} is no built site: run make build before")
    print(f"{file}: {archive(site, file)} files; unpack it and open index.html")
    if file.is_relative_to(site):
        with speaking(Course.read(Path("docs")).files.language.value):
            renew(site)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
