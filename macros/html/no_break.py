"""No-break spaces: a number and its unit stay on one line, in the words of data and in the text of pages."""

import re

_UNITS = "ns|µs|ms|s|min|h|kB|MB|GB|TB|KiB|MiB|GiB|TiB"
_PLACE = re.compile(rf"<(code|pre)\b.*?</\1>|(?<=\d) (?=(?:{_UNITS})\b|%)", re.DOTALL)


def unbroken(html: str) -> str:
    """Return HTML with a space that does not break before each unit; what stands in code stays as it is."""
    return _PLACE.sub(lambda found: found[0] if found[1] else "\u00a0", html)
