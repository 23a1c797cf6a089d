"""What Markdown joins or parts because of an empty line or an indent that is missing."""

from collections.abc import Iterable, Iterator, Sequence

from macros.pages.draft import Draft
from macros.pages.faults import Breach
from macros.pages.layout import Kind, Line
from macros.reading.problem import count

_TAB = 4
_ABOVE, _BELOW = "put an empty line above it", "put an empty line below it"
_CODE = "what is indented here is shown as code"
_UNINDENT = "take the spaces away; put code between ``` lines"
_NEED_ROOM = {
    Kind.HEADING: "a heading",
    Kind.CODE: "a block of code",
    Kind.NOTE: "a note",
    Kind.TABLE: "a table",
}
_HOLDS = {Kind.NOTE, Kind.BLOCK, Kind.CALL}
"""What a block may stand directly below; a rule of its own looks at calls."""


def empty_lines(draft: Draft) -> Iterator[Breach]:
    """Yield what stands directly below or above something else, so that Markdown joins the two."""
    for line in draft.lines:
        if line.above and (told := _without_room(line, line.above)):
            yield Breach("empty-line", told[0], draft.prose.lines[line.number].strip(), told[1], line.number + 1)


def _without_room(line: Line, above: Line) -> tuple[str, str] | None:  # noqa: PLR0911 - a kind each
    """Return what is wrong with a line that stands directly below another one, and what to do."""
    if line.kind in _NEED_ROOM and above.kind not in {line.kind, *_HOLDS}:
        return f"{_NEED_ROOM[line.kind]} stands directly below something else", _ABOVE
    if line.kind is Kind.ITEM:
        return _joined_list(line)
    if above.kind is Kind.HEADING and not line.words.startswith("{"):
        return "text stands directly below a heading", "put an empty line below the heading"
    if above.kind is Kind.CODE and line.kind not in _HOLDS:
        return "text stands directly below a block of code", "put an empty line below the code"
    if (
        line.kind is line.first.kind is Kind.TEXT
        and line.first.indent >= line.indent + _TAB
        and not _is_option(line.first)
    ):
        return "text stands directly below what is indented", "indent it too, or put an empty line above it"
    if line.kind is Kind.TABLE and "|" not in line.words:
        return "text directly below a table becomes a row of it", "put an empty line below the table"
    return None


def _is_option(line: Line) -> bool:
    """Tell whether a line says something of the block that begins above it."""
    return bool(line.above and line.above.kind is Kind.BLOCK)


def _joined_list(line: Line) -> tuple[str, str] | None:
    if line.first is line or line.first.kind is not Kind.ITEM:
        below = line.above and line.above.kind
        joined = line.first is not line and below in {Kind.TEXT, Kind.DEFINITION}
        return ("a list directly below text is shown as text", _ABOVE) if joined else None
    same = line.above
    while same and not (same.kind is Kind.ITEM and same.indent <= line.indent):
        same = same.above
    if same and same.indent == line.indent and same.words[0].isdigit() != line.words[0].isdigit():
        return "a list directly below a list of another kind is joined to it", _ABOVE
    return None


def indents(draft: Draft) -> Iterator[Breach]:
    """Yield what is not indented by four spaces, or by more than what stands above it asks for."""
    more = draft.article.code_blocks - len(draft.prose.fences)
    if more > 0:
        code = {*draft.prose.indented_code}
        firsts = [number for number in draft.prose.indented_code if not code & {number - 1, number - 2}]
        yield from (Breach("indent", _CODE, "", _UNINDENT, number + 1, 1) for number in firsts)
        if len(firsts) < more:
            # Only Markdown knows where: a paragraph of what a term means, in a list, for one.
            yield Breach("indent", _CODE, "", _UNINDENT)
    yield from _items(line for line in draft.lines if "\t" not in draft.prose.lines[line.number][: line.indent])
    yield from _leaving(draft.lines)


def _items(lines: Iterable[Line]) -> Iterator[Breach]:
    """Yield the first item of each list that is indented by a number of spaces that Markdown does not see."""
    told = False
    for line in lines:
        if not line.indent and line.first is line and line.kind is not Kind.ITEM:
            told = False
        if line.kind is Kind.ITEM and line.indent % _TAB and not told and not _is_continued(line):
            told = True
            message = f"this list item is indented by {count(line.indent, 'space')}"
            hint = "write no space before it, or four for each level, here and in the items below"
            yield Breach("indent", message, "", hint, line.number + 1, line.indent + 1)


def numbers(draft: Draft) -> Iterator[Breach]:
    """Yield items with another number than readers see: Markdown counts on from the first one of a list."""
    lists: dict[int, list[int]] = {}
    for line in draft.lines:
        if line.kind is not Kind.ITEM:
            lists = {indent: found for indent, found in lists.items() if line.indent > indent or line.first is not line}
            continue
        lists = {indent: found for indent, found in lists.items() if indent <= line.indent}
        if not line.words[0].isdigit():
            lists.pop(line.indent, None)
            continue
        number, found = int(line.words.partition(".")[0]), lists.setdefault(line.indent, [])
        found.append(number)
        shown = found[0] + len(found) - 1
        if number != shown and {*found} != {number} and not _is_continued(line):
            hint = f"write '{shown}.', or the same number before each item"
            yield Breach("numbers", f"readers see '{shown}.' here", "", hint, line.number + 1, line.indent + 1)
            lists[line.indent] = [number]


def _is_continued(line: Line) -> bool:
    """Tell whether a line is no item, as it goes on with the text above: this is told already."""
    return line.first is not line and line.first.kind is Kind.TEXT


def _leaving(lines: Sequence[Line]) -> Iterator[Breach]:
    """Yield what stands below a list with a few spaces before it, and so leaves the list."""
    in_list = False
    for line in lines:
        if line.above and not (line.kind is Kind.CODE and line.first.kind is Kind.ITEM):
            continue
        if in_list and 0 < line.indent < _TAB and line.kind not in {Kind.ITEM, Kind.CALL}:
            hint = "indent it by four spaces to keep it in the item above, or by none; and put an empty line above it"
            yield Breach("indent", "this does not belong to the list above", "", hint, line.number + 1, line.indent + 1)
        elif line.kind is Kind.CODE and 0 < line.indent < _TAB:
            message = f"code that is indented by {line.indent} becomes a part of a sentence"
            hint = "write no space before its lines, or four for each level"
            yield Breach("indent", message, "", hint, line.number + 1, line.indent + 1)
        in_list = line.first.kind is Kind.ITEM or (in_list and line.indent > 0)
