"""Text from strangers in Markdown: it is shown as it is, and nothing in it comes to life."""

import unicodedata

_LOOKALIKES = str.maketrans({"`": "'", "|": "¦"})
"""A backtick would end the code, a bar the cell of a table, even within code."""


def line(text: str, most: int = 160) -> str:
    """Return text on one line, cut after so many characters: what cannot be seen in it is shown as its escape."""
    shown = " ".join("".join(map(_visible, text)).split())
    return shown if len(shown) <= most else shown[: most - 1].rstrip() + "…"


def code(text: str, most: int = 160) -> str:
    """Return text as Markdown code on one line, cut after so many characters; no text gives nothing.

    GitHub makes no links, mentions, pictures, emoji or HTML of what stands in code.
    """
    shown = line(text, most).translate(_LOOKALIKES)
    return f"`{shown}`" if shown else ""


def _visible(sign: str) -> str:
    """Return a character as it is, or its escape: a line feed, a colour code or a change of direction hides text."""
    if unicodedata.category(sign) == "Zs":
        return " "
    return sign if sign.isprintable() else sign.encode("unicode_escape").decode()
