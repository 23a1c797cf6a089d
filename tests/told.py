"""What is told of a page with this text, which begins on line 4."""

import json

from macros.pages.inspection import problems
from macros.pages.page import FrontMatter
from macros.pages.written import read_page

HEAD = "---\n{title: T, description: D%s}\n---\n"


def said(text: str, allowed: tuple[str, ...] = (), line: str | None = None, language: str = "en") -> list[str]:
    """Return the first line of each problem of a page that may break these rules, on a line or everywhere."""
    return [one.partition("\n")[0] for one in said_in_full(f"{text}\n", allowed, line, language)]


def said_in_full(text: str, allowed: tuple[str, ...] = (), line: str | None = None, language: str = "en") -> list[str]:
    """Return each problem with its hint; the text is all that stands below the front matter."""
    given = [{"rule": rule, "because": "B"} | ({"line": line} if line else {}) for rule in allowed]
    head = HEAD % (f", allow: {json.dumps(given)}" if given else "")
    _, written, found = read_page(head + text, "docs/a.md", FrontMatter, language)
    return [str(problem) for problem in sorted({*found, *problems(written)})]
