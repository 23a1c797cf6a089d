"""``python -m macros.publish SITE``: make a built site ready for a server of one's own."""

import argparse
import html
import re
import shlex
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from os.path import relpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

from macros.publish.compress import compress
from macros.publish.paths import faults, redirects
from macros.publish.policy import drawing_policy, policy_of
from macros.publish.servers import nginx_file

_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
_ADDRESS = re.compile(r"(?:(?:[\w.-]+|\*|\[[0-9a-f:.]+\]):)?[0-9]{1,5}|unix:[\w./-]+", re.ASCII | re.IGNORECASE)
_REACHABLE = re.compile(r"/(?:(?!\.{1,2}/)[^/\x00-\x1f\x7f]+/)*")
"""Paths of a folder as a request can have them: browsers and nginx take away what is empty and lead up."""

_LONGEST = 255
"""What nginx compares of the path of a location, in bytes."""

_MODULES = (Path("/usr/lib/nginx/modules"), Path("/usr/lib64/nginx/modules"))
"""Where Debian and Fedora keep what nginx can load."""

_BROTLI = "ngx_http_brotli_static_module.so"

_PACKED, _PORT = "/srv/site", "8080"
"""Where the site stands in an image, which is Debian's, and a port that needs no rights."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Compress a built site and write two configurations of nginx for it: for this machine, and for an image."""
    parser = argparse.ArgumentParser(prog="python -m macros.publish", description=main.__doc__)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--listen", default="127.0.0.1:8080", help="the address to serve at (default: %(default)s)")
    parser.add_argument("--folder", type=Path, default=Path("server"), help="where nginx works (default: %(default)s)")
    wanted = parser.parse_args(arguments)
    try:
        configurations = _nginx(wanted.site, wanted.folder, wanted.listen)
        wanted.folder.mkdir(parents=True, exist_ok=True)
        for name, text in configurations.items():
            (wanted.folder / name).write_text(text, encoding="utf-8")
        compressed = compress(wanted.site)
    except (OSError, ValueError) as error:
        parser.exit(2, "".join(f"{line}\n" for line in str(error).splitlines()))
    if address := _left_open(wanted.site):
        hint = "set site_url in mkdocs.yml, or the variable SITE_URL, and build again"
        print(f"warning: the pages say that they stand at {address}, where nothing can: {hint}", file=sys.stderr)
    print(f"files of {wanted.site} compressed: {compressed}")
    print("served by:", shlex.join(["nginx", "-p", str(wanted.folder), "-c", "nginx.conf"]))


def brotli_module() -> Path | None:
    """Return the module with which nginx sends what Brotli compressed, if it is installed."""
    found = (folder / _BROTLI for folder in _MODULES)
    return next((module for module in found if module.exists()), None)


def _nginx(site: Path, folder: Path, listen: str) -> dict[str, str]:
    """Return the configurations for a built site, with the policies that stand in it, by the names of their files.

    Raises ValueError with all that keeps the site from being served.
    """
    if wrong := [*_faults(site, folder, listen)]:
        raise ValueError("\n".join(wrong))
    drawings = (file.read_text(encoding="utf-8") for file in sorted(site.rglob("*.svg")))
    home = (site / "index.html").read_text(encoding="utf-8")
    configured = partial(
        nginx_file,
        page_policy=policy_of(home),
        drawing_policy=drawing_policy(drawings),
        below=_path_of(home),
        moved=redirects(site),
    )
    return {
        "nginx.conf": configured(relpath(site, folder), listen=listen, brotli=brotli_module()),
        "image.conf": configured(_PACKED, listen=_PORT, brotli=_MODULES[0] / _BROTLI, packed=True),
    }


def _faults(site: Path, folder: Path, listen: str) -> Iterator[str]:
    """Yield what is wrong with the arguments, and with the names in the site."""
    if not (site / "index.html").is_file():
        yield f"{str(site)!r} is no built site: run make build before"
    else:
        yield from faults(site)
    if "$" in str(folder.absolute()):
        yield f"--folder: {str(folder)!r}: nginx reads a dollar in this path as a variable: choose another folder"
    if not _ADDRESS.fullmatch(listen):
        yield f"--listen: {listen!r} is no address: write it as 127.0.0.1:8080, [::1]:8080 or unix:/run/course.sock"


def _left_open(site: Path) -> str:
    """Return the address that a site gives for itself while nobody has set one: on a host that ends in .example."""
    found = _CANONICAL.search((site / "index.html").read_text(encoding="utf-8"))
    address = html.unescape(found[1]) if found else ""
    return address if (urlsplit(address).hostname or "").endswith(".example") else ""


def _path_of(home: str) -> str:
    """Return the path at which a site begins by its own account: that of the address in its home page.

    Raises ValueError for one that no request can have, or that is too long.
    """
    address = _CANONICAL.search(home)
    path = unquote(urlsplit(html.unescape(address[1])).path, errors="replace") if address else "/"
    readable = "\N{REPLACEMENT CHARACTER}" not in path and len(path.encode()) <= _LONGEST
    if not (readable and _REACHABLE.fullmatch(path)):
        raise ValueError(f"SITE_URL: nginx cannot serve the path {path!r}: build the site with another address")
    return path


if __name__ == "__main__":
    main()
