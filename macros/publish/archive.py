"""``python -m macros.publish.archive SITE ZIP``: the built site as a zip, in which every page opens as a file.

In a file tree nobody leads from a folder to its page: links name the page itself. What only servers and browsers with a
network take is left out.
"""

import re
import sys
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from macros.publish.kept import WORKER
from macros.publish.manifest import MANIFEST
from macros.publish.paths import FOR_HOSTS

_LEFT_OUT = {*FOR_HOSTS, WORKER, MANIFEST, "404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz"}
_PACKED = {".gz", ".br"}
_LINK = re.compile(r"(<(?:a|link|area)\b[^>]*?\shref=\"|<meta http-equiv=\"refresh\" content=\"\d+; url=)([^\"]*)\"")
_DAY = (1980, 1, 1, 0, 0, 0)
"""The first that a zip knows, for every file: the same site makes the same zip."""


def archive(site: Path, file: Path) -> int:
    """Write a built site as a zip with one folder, which is named as the zip; return how many files it holds."""
    files = [*_files(site)]
    file.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(file, "w") as packed:
        for path in files:
            name = path.relative_to(site).as_posix()
            content = path.read_bytes()
            if path.suffix == ".html":
                content = in_files(content.decode(), name, site).encode()
            entry = ZipInfo(f"{file.stem}/{name}", _DAY)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
            packed.writestr(entry, content)
    return len(files)


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


def _files(site: Path) -> Iterator[Path]:
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.relative_to(site).as_posix() not in _LEFT_OUT and path.suffix not in _PACKED:
            yield path


def main(site: Path, file: Path) -> None:
    """Write the zip, and say where it is."""
    if not (site / "index.html").is_file():
        sys.exit(f"{str(site)!r} is no built site: run make build before")
    print(f"{file}: {archive(site, file)} files; unpack it and open index.html")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
