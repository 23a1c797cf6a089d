"""What a server should say with each file: for hosts that read a ``_headers`` file, and for nginx."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

from macros.publish.paths import FOR_HOSTS, faults
from macros.publish.quoting import HEADERS, NGINX

_NOT_FRAMED = "; frame-ancestors 'none'"
"""Part of a policy that only counts in a header."""

_ALWAYS = {
    # Of this host only: whether all below it speak HTTPS, its owner knows.
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    # For error pages of hosts that know no rule for "whatever is not there".
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_HASHED = "public, max-age=31536000, immutable"
"""For what has a hash in its name, which is all below ``assets``: it never changes."""

_ASKED_AGAIN = "no-cache"
_IN_PATHS = "/!$&'()*+,;=:@"
"""What a path may hold as it is, besides letters, digits and a few marks."""


def headers_file(site: Path, page_policy: str, drawing_policy: str) -> str:
    """Return the ``_headers`` file for a built site.

    Hosts join what several rules say of the same header, and some know ``*`` only at the end of a path: so no two rules
    but the first one meet, and each asset is named, lest the absence of one is kept for a year.
    Raises ValueError with all names and redirects that hosts would read otherwise.
    """
    if wrong := list(faults(site)):
        raise ValueError("\n".join(wrong))
    policies = {".html": page_policy + _NOT_FRAMED, ".svg": drawing_policy + _NOT_FRAMED}
    return HEADERS.get_template("headers.j2").render(
        always=_ALWAYS,
        rules=[(path, caching, policies.get(kind)) for path, caching, kind in _rules(site)],
    )


def _rules(site: Path) -> Iterator[tuple[str, str, str]]:
    """Yield a path, how long what stands there is kept, and the kind of what stands there."""
    yield "/", _ASKED_AGAIN, ".html"
    for file in sorted(file for file in (site / "assets").rglob("*") if file.is_file()):
        yield f"/{file.relative_to(site).as_posix()}", _HASHED, ""
    for entry in sorted(site.iterdir()):
        if entry.is_dir() and entry.name != "assets":
            kinds = {file.suffix for file in entry.rglob("*")}
            yield f"/{entry.name}/*", _ASKED_AGAIN, next((kind for kind in (".html", ".svg") if kind in kinds), "")
        elif entry.is_file() and entry.name not in FOR_HOSTS:
            yield f"/{entry.name}", _ASKED_AGAIN, entry.suffix


def nginx_file(
    site: str,
    page_policy: str,
    drawing_policy: str,
    *,
    listen: str,
    below: str,
    brotli: Path | None,
    moved: Mapping[str, str],
    packed: bool = False,
) -> str:
    """Return a configuration that serves a built site, whose path begins where nginx works.

    Listen is an address with a port, below the path of the site's own address without escapes, brotli the module of
    nginx for it, where there is one, and moved has a new path for each old one.
    Packed is a site in an image: nginx stays in the foreground, in little memory, and tells what it answers.
    Raises ValueError for a value that is no text of one line.
    """
    url, anchored = quote(below, safe=_IN_PATHS), f"(?s)^{re.escape(below)}"
    return NGINX.get_template("nginx.conf.j2").render(
        always=_ALWAYS,
        hashed=_HASHED,
        asked_again=_ASKED_AGAIN,
        page_policy=page_policy + _NOT_FRAMED,
        drawing_policy=drawing_policy + _NOT_FRAMED,
        site=site,
        listen=listen,
        url=url,
        below=below,
        immutable=rf"~{anchored}assets/.*\.[0-9a-f]{{8}}\.",
        hidden=rf"{anchored}(?:404\.html$|(?:.*/)?(?!\.well-known/)[._])",
        brotli=brotli,
        packed=packed,
        moved={below + old[1:]: url + new[1:] for old, new in moved.items()},
    )
