"""Character references for what cannot be seen: browsers read ``&#xE000;`` as the character itself."""

import re
from html import unescape

from macros.reading.invisible import UNSEEN

_REFERENCE = re.compile(r"&#?\w+;?")


def without_unseen(html: str) -> tuple[str, list[str]]:
    """Return HTML without references to what cannot be seen, and what these stand for, in their order."""
    found: list[str] = []

    def kept(match: re.Match[str]) -> str:
        if not UNSEEN.search(unescape(match[0])):
            return match[0]
        found.append(unescape(match[0]))
        return ""

    return _REFERENCE.sub(kept, html), found
