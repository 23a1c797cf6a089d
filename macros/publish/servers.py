"""What a server should say with each file: for hosts that read a ``_headers`` file, and for nginx."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_NOT_FRAMED = "; frame-ancestors 'none'"
"""Part of a policy that only counts in a header."""

_ALWAYS = {
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_HASHED = "public, max-age=31536000, immutable"
"""For what has a hash in its name: it never changes. Everything else is asked for again."""

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=False,  # noqa: S701 - neither file is HTML
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def headers_file(site: Path, page_policy: str, drawing_policy: str) -> str:
    """Return the ``_headers`` file for a built site: each folder with pages has a line of its own."""
    folders = sorted({page.relative_to(site).parts[0] for page in site.rglob("*.html") if page.parent != site})
    return _templates.get_template("headers.j2").render(
        always=_ALWAYS,
        hashed=_HASHED,
        page_policy=page_policy + _NOT_FRAMED,
        drawing_policy=drawing_policy + _NOT_FRAMED,
        page_paths=["/", "/*.html", *(f"/{folder}/*" for folder in folders)],
    )


def nginx_file(site: Path, page_policy: str, drawing_policy: str, listen: str, brotli: Path | None) -> str:
    """Return a configuration that serves a built site; brotli is nginx's module for it, where there is one."""
    return _templates.get_template("nginx.conf.j2").render(
        always=_ALWAYS,
        hashed=_HASHED,
        page_policy=page_policy + _NOT_FRAMED,
        drawing_policy=drawing_policy + _NOT_FRAMED,
        site=site.resolve(),
        listen=listen,
        brotli=brotli,
    )
