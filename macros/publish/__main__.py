"""``python -m macros.publish SITE``: make a built site ready for a server of one's own."""

import argparse
import html
import re
from collections.abc import Sequence
from os.path import relpath
from pathlib import Path
from urllib.parse import urlsplit

from macros.publish.compress import compress
from macros.publish.policy import drawing_policy, policy_of
from macros.publish.servers import moved, nginx_file

_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
_MODULES = (Path("/usr/lib/nginx/modules"), Path("/usr/lib64/nginx/modules"))
"""Where Debian and Fedora keep what nginx can load."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Compress a built site and write a configuration of nginx for it."""
    parser = argparse.ArgumentParser(prog="python -m macros.publish", description=main.__doc__)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--listen", default="127.0.0.1:8080", help="the address to serve at (default: %(default)s)")
    parser.add_argument("--folder", type=Path, default=Path("server"), help="where nginx works (default: %(default)s)")
    wanted = parser.parse_args(arguments)
    if not (wanted.site / "index.html").is_file():
        parser.error(f"{wanted.site} is no built site: run make build before")
    wanted.folder.mkdir(parents=True, exist_ok=True)
    configuration = wanted.folder / "nginx.conf"
    configuration.write_text(_nginx(wanted.site, wanted.folder, wanted.listen), encoding="utf-8")
    print(f"files of {wanted.site} compressed: {compress(wanted.site)}")
    print(f"served by: nginx -p {wanted.folder} -c nginx.conf")


def brotli_module() -> Path | None:
    """Return the module with which nginx sends what Brotli compressed, if it is installed."""
    found = (folder / "ngx_http_brotli_static_module.so" for folder in _MODULES)
    return next((module for module in found if module.exists()), None)


def _nginx(site: Path, folder: Path, listen: str) -> str:
    """Return the configuration for a built site, with the policies that stand in it."""
    drawings = (file.read_text(encoding="utf-8") for file in sorted(site.rglob("*.svg")))
    home = (site / "index.html").read_text(encoding="utf-8")
    redirects = site / "_redirects"
    return nginx_file(
        relpath(site, folder),
        policy_of(home),
        drawing_policy(drawings),
        listen=listen,
        below=_path_of(home),
        brotli=brotli_module(),
        moved=moved(redirects.read_text(encoding="utf-8")) if redirects.exists() else {},
    )


def _path_of(home: str) -> str:
    """Return the path at which a site begins by its own account: that of the address in its home page."""
    address = _CANONICAL.search(home)
    return urlsplit(html.unescape(address[1])).path if address else "/"


if __name__ == "__main__":
    main()
