"""The titles of notes: what their kinds are called, and what stands above a note that its author gave no title."""

import re

from macros.html.words import gettext, later

NOTES = {
    "note": later("Note"),
    "tip": later("Tip"),
    "example": later("Example"),
    "warning": later("Warning"),
    "danger": later("Danger"),
}
"""By the kinds of notes; Markdown gives these words to a note without a title, in English."""

_TITLE = re.compile(rf"(<summary>|<p class=\"admonition-title\">)({'|'.join(NOTES.values())})(?=</)")


def titled(html: str) -> str:
    """Return a page in which each note has a title in the language that is spoken."""
    return _TITLE.sub(lambda found: found[1] + gettext(found[2]), html)
