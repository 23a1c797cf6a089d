"""The section of a page in which something stands, by the anchor of its heading."""

import re

from macros.pages.page import Page
from macros.pages.prose import Prose
from macros.pages.slugs import slugs

_HEADING = re.compile(r"^###?[ \t]+(.+?)(?:[ \t]*\{[ \t]*#([\w-]+)[ \t]*\})?[ \t]*#*$", re.MULTILINE)
_PLAIN = re.compile(r"[^*_`\[\]<>&\\{}\0]+")
"""A heading that reads as it is written: of another one, only Markdown knows the anchor."""


def section(page: Page, words: str) -> str:
    """Return the anchor of the section in which a page first has these words; nothing where it is not known."""
    above = Prose(page.prose[: max(0, page.prose.find(words))]).plain
    headings = [*_HEADING.finditer(above)]
    if not headings:
        return ""
    heading, anchor = headings[-1].groups()
    is_known = _PLAIN.fullmatch(heading) and [other[1] for other in headings].count(heading) == 1
    return anchor or (slugs(page.language)(heading, "-") if is_known else "")
