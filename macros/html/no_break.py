"""No-break spaces: a number and its unit stay on one line, in the words of data and in the text of pages."""

import re

_UNITS = (
    "ns|µs|ms|s|min|h|B|kB|MB|GB|TB|KiB|MiB|GiB|TiB|[kMGT]?bit|W|[kMGT]W|[kMGT]?Wh|[kM]?J|[kMG]?Hz|m?A|[mk]?V"
    "|[µmk]?g|t|[µnmck]?m|m[lL]|[lL]|ha|K|EUR|USD|GBP|CHF"
)
"""Those that are written everywhere: a course names its own in words, or joins them itself."""
_PLACE = re.compile(rf"<(code|pre)\b.*?</\1>|(?<=\d) (?=(?:{_UNITS})\b|[%€£$]|°)", re.DOTALL)


def unbroken(html: str) -> str:
    """Return HTML with a space that does not break before each unit; what stands in code stays as it is."""
    return _PLACE.sub(lambda found: found[0] if found[1] else "\u00a0", html)
