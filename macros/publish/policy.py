"""The Content-Security-Policy of what is published: nothing is allowed but what the site itself brings."""

import base64
import hashlib
import re
from collections.abc import Iterable

_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL)


def flush(script: str) -> str:
    """Return a script of pages without empty lines, and without spaces at the beginnings of lines: each page has it."""
    return re.sub(r"\n\s+", "\n", script)


def policy(start: str, styles: Iterable[str] = ()) -> str:
    """Return the policy of pages that hold no scripts but those in this piece of HTML, and no styles but these."""
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *_hashes(_SCRIPT.findall(start)))),
            " ".join(("style-src 'self'", *_hashes(styles))),
            "img-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def policy_of(page: str) -> str:
    """Return the policy that a built page names for itself; raises ValueError unless it names exactly one."""
    found = _META.findall(page)
    if len(found) != 1:
        raise ValueError(f"a page names {len(found) or 'no'} policies, not one: run make build before")
    return str(found[0])


def drawing_policy(drawings: Iterable[str]) -> str:
    """Return the policy of drawings as files: each brings a stylesheet of its own, and nothing else is allowed."""
    styles = {style for drawing in drawings for style in _STYLE.findall(drawing)}
    return "; ".join(("default-src 'none'", " ".join(("style-src", *(_hashes(sorted(styles)) or ["'none'"])))))


def _hashes(inline: Iterable[str]) -> list[str]:
    """Return how a policy names inline scripts and styles: by their hashes."""
    return [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in inline]
