"""Notes, blocks and tables that Markdown does not take for what they are meant as."""

import re
from collections.abc import Iterator
from itertools import pairwise

from macros.pages.draft import Draft
from macros.pages.faults import Breach
from macros.pages.layout import SEPARATOR, Kind, Line
from macros.pages.prose import Prose, squeezed
from macros.pages.vocabulary import KINDS

_BLOCK = re.compile(r"(/{3,}) *([a-z][\w-]*)?")
_UNTITLED = re.compile(r"(?:!!!|\?\?\?\+?) ?[\w -]+ +\"\s*\" *|/{3,} *[a-z]+ *\| *")
_TAB = 4


def blocks(draft: Draft) -> Iterator[Breach]:
    """Yield notes and blocks that Markdown does not see, or that have no text, no beginning or no end."""
    for line, below in pairwise((*draft.lines, None)):
        if line and line.kind is Kind.NOTE:
            signs = line.words[:3]
            if squeezed(line.words) in draft.article.squeezed:
                hint = f"""write '{signs} note "Title"'; the kinds are {", ".join(KINDS)}"""
                yield _of(line, draft.prose, f"'{signs}' begins no note", hint)
            elif _UNTITLED.fullmatch(line.words):
                yield _untitled(line, draft.prose)
            elif not below or below.indent < line.indent + _TAB:
                yield _of(
                    line, draft.prose, "the text of this note is not indented", "begin each line of it with four spaces"
                )
    yield from _between_strokes(draft)


def _between_strokes(draft: Draft) -> Iterator[Breach]:
    """Yield blocks between ``///`` that do not exist, do not end, or do not begin."""
    begun: list[tuple[str, Line, bool]] = []
    for line in draft.lines:
        match = _BLOCK.match(line.words) if line.kind is Kind.BLOCK else None
        if match and match[2]:
            raw = squeezed(line.words) in draft.article.squeezed
            begun.append((match[1], line, raw))
            if raw:
                hint = f"write '/// note | Title', or give it a heading; the kinds are {', '.join(KINDS)}, details"
                yield _of(line, draft.prose, f"there is no block '{match[0]}'", hint)
            elif _UNTITLED.fullmatch(line.words):
                yield _untitled(line, draft.prose)
        elif match and begun and begun[-1][0] == match[1]:
            begun.pop()
        elif match:
            yield _of(
                line, draft.prose, f"'{match[1]}' ends no block", "delete it, or write as many '/' as where it begins"
            )
    for signs, line, raw in begun:
        if not raw:
            yield _of(line, draft.prose, "this block does not end", f"write '{signs}' on a line of its own below it")


def tables(draft: Draft) -> Iterator[Breach]:
    """Yield tables without the line below their head, and rows that do not fit it."""
    head: Line | None = None
    for line in draft.lines:
        above = line.above if line.above and line.above.kind is line.kind else None
        if line.kind is Kind.TABLE:
            head = head if above else line
            if head and "|" in line.words and (line.cells > head.cells or (above is head and line.cells < head.cells)):
                yield _of(line, draft.prose, *_other_number(head, line))
        elif above and _is_row(line) and _is_row(above) and not (above.above and _is_row(above.above)):
            hint = f"write '|{' --- |' * above.cells}' above this line"
            yield _of(line, draft.prose, "a table has no line below its head", hint)


def _other_number(head: Line, line: Line) -> tuple[str, str]:
    """Return what is wrong with a row that has more cells than its head, or with the line below this, and a hint."""
    right = f"write '|{' --- |' * head.cells}'" if SEPARATOR.fullmatch(line.words) else f"write {head.cells}"
    return f"the head of this table has {head.cells} cells, and this line {line.cells}", right


def _is_row(line: Line) -> bool:
    words = line.words.rstrip()
    return line.kind is Kind.TEXT and len(words) > 1 and words[0] == words[-1] == "|"


def _untitled(line: Line, prose: Prose) -> Breach:
    hint = "write a title, or delete the quotes or the '|': then the kind is the title"
    return _of(line, prose, "an empty title leaves the kind of this note to its colour", hint)


def _of(line: Line, prose: Prose, message: str, hint: str) -> Breach:
    return Breach("unfinished", message, prose.lines[line.number].strip(), hint, line.number + 1, line.indent + 1)
