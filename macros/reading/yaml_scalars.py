"""What a YAML scalar without quotes means: a value only where nobody could take it for another one."""

import re
from math import isfinite

_WORDS = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("null", "Null", "NULL", "~", "")),
}
"""What these words mean in YAML 1.2 when they have no quotes."""

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,299})")
"""Nothing after a zero: for YAML 1.1, ``010`` is eight."""

_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,4})?")


_THOUSANDS = re.compile(r"[-+]?[1-9][0-9]{0,2}\.[0-9]{2}0")
"""One number where a point is for decimals, and another where it sets thousands apart: ``1.200``."""


def plain(text: str) -> str | float | bool | None:
    """Return the value that this text has in YAML 1.2, if it is one of a kind that is used here; else the text.

    Numbers in hexadecimal or octal, ``1.200``, ``.inf``, ``.nan``, days and times stay as they are written.
    """
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _THOUSANDS.fullmatch(text):
        return text
    return float(text) if _DECIMAL.fullmatch(text) and isfinite(float(text)) else text
