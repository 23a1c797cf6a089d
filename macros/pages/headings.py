"""The headings of a page, which its menu and screen readers read out."""

import re
from collections.abc import Iterator

from macros.pages.draft import Draft
from macros.pages.faults import Breach
from macros.pages.layout import Kind, Line

_SIGNS = re.compile(r"(#{1,6})( *)(.*)")
_BOLD = re.compile(r"(?:\*\*[^*]+[^*.,;:!?]\*\*|__[^_]+[^_.,;:!?]__) *")


def headings(draft: Draft) -> Iterator[Breach]:
    """Yield headings that are not well made, and what becomes a heading by chance, or is made to look like one."""
    level, below = 1, {line.above.number for line in draft.lines if line.above}
    for line in draft.lines:
        found: tuple[str, str] | None = None
        if line.kind is Kind.HEADING:
            found, level = _heading(line, level)
        elif line.kind is Kind.UNDERLINE:
            found = (
                f"'{line.words.strip()[:3]}' makes a heading of the line above",
                "put an empty line above it, or write '## '",
            )
        elif not line.above and not line.indent and line.number not in below and _BOLD.fullmatch(line.words):
            found = (
                "a paragraph in bold is no heading for those who do not see it",
                "begin the line with '## ' or '### '",
            )
        if found:
            yield Breach("headings", found[0], draft.prose.lines[line.number].strip(), found[1], line.number + 1)


def _heading(line: Line, above: int) -> tuple[tuple[str, str] | None, int]:
    """Return what is wrong with a heading below one of a level, and its own level."""
    match = _SIGNS.match(line.words)
    signs, spaces, words = match.groups() if match else ("", "", "")
    level, words = len(signs), words.rstrip(" #")
    found = None
    if not words:
        return ("a heading has no words", "write them, or delete the line"), above
    if level == 1 and not spaces:
        found = ("a '#' at the beginning of a line makes a heading", r"write '\#', or '## ' for a heading")
    elif level == 1:
        found = ("a heading of level 1 takes the place of the page's title", "write '## '")
    elif spaces != " ":
        found = ("a heading needs one space behind its signs", f"write '{signs} '")
    elif level > above + 1:
        found = (f"'{signs}' leaves out a level", f"write '{'#' * (above + 1)} '")
    elif words[-1] in ".,;:!":
        found = (f"a heading does not end with '{words[-1]}'", "delete it")
    return found, level
