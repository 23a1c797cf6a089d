"""Text from strangers in Markdown: it is shown as it is, and nothing in it comes to life."""

import unicodedata

_LOOKALIKES = str.maketrans({"`": "'", "|": "¦"})
"""A backtick would end the code, a bar the cell of a table, even within code."""


def code(text: str, most: int = 160) -> str:
    """Return text as Markdown code on one line, cut after so many characters; no text gives nothing.

    GitHub makes no links, mentions, pictures, emoji or HTML of what stands in code.
    """
    seen = "".join(" " if unicodedata.category(sign).startswith("C") else sign for sign in text)
    line = " ".join(seen.translate(_LOOKALIKES).split())
    if len(line) > most:
        line = line[: most - 1].rstrip() + "…"
    return f"`{line}`" if line else ""
