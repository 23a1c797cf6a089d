"""Characters that cannot be seen: which they are, and text with them shown on one line."""

import re
from functools import lru_cache

_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f"
"""But for the tab and the line feed, which a text is made of."""

_IGNORABLE = (
    r"\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Unicode's Default_Ignorable_Code_Point, its bidirectional controls, ends of lines, and marks of annotations."""

_BLANK = r"\u2800\U00013430-\U0001345f\U00016fe4\U0001d159"
"""Letters and signs whose picture is empty, or which only place others."""

_NOBODY_S = r"\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\U000f0000-\U0010ffff" + "".join(
    rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 15)
)
"""Surrogates, private use, of which this site makes use itself, and what is no character.

What is not assigned yet is left alone: which these are depends on the version of Python, and a box shows them.
"""

_JOINED = r"[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af]"
"""Letters that Persian, Hindi, Khmer, Mongolian and others join or part with U+200C and U+200D between them."""

_PICTURE = (
    r"\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    r"\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
"""Signs that may be drawn as emoji, tones of skin among them."""

_OF_EMOJI = rf"[{_PICTURE}]\ufe0f|[0-9#*]\ufe0f(?=\u20e3)|[{_PICTURE}\ufe0f]\u200d(?=[{_PICTURE}])"
"""What asks for the coloured drawing of a sign, or joins two of them to one; with the character before it."""

_OF_LETTERS = rf"{_JOINED}[\u200c\u200d](?={_JOINED})"

UNSEEN = re.compile(rf"[{_CONTROLS}{_IGNORABLE}\u200c\u200d{_BLANK}{_NOBODY_S}](?<!{_OF_EMOJI}|{_OF_LETTERS})")
"""What may stand in no text: what it does to a line cannot be seen in a review.

Spaces of other widths are not among them: languages need them (a no-break space in French, a wide one in Japanese),
and a gap is seen.
"""

_COMMAND = re.compile(r"^(\s*):(?=:)|(#)#(?=\w*\[)")
"""What a line of a log that is a command to the service that runs a workflow begins with, or holds."""

_HARMLESS = re.compile(r"(?:[ !\"$-9;-~]|#(?!#)|:(?!:))*")
"""What needs no second look: there may be thousands of problems."""

_MOST = 400
_END = 80


def visible(text: str) -> str:
    """Return text on one line that commands nothing, with escapes for what cannot be seen; cut short in its middle."""
    if len(text) <= _MOST and _HARMLESS.fullmatch(text):
        return text
    if len(text) > _MOST:
        text = f"{text[: _MOST - _END]} … {text[-_END:]}"
    shown = _shown().sub(lambda match: match[0].encode("unicode_escape").decode(), text)
    return _COMMAND.sub(lambda match: rf"{match[1]}\x3a" if match[2] is None else r"#\x23", shown)


@lru_cache(maxsize=1)
def _shown() -> re.Pattern[str]:
    """Return what a message shows as an escape, where a space is a space; to compile it can wait until there is one."""
    return re.compile(rf"{UNSEEN.pattern}|[\t\n\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
