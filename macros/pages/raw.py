"""Marks that readers see as they are written: those of other tools, and those that are not finished."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from macros.pages.article import Article
from macros.pages.console import LANGUAGE, is_readable, language
from macros.pages.console_faults import of_info
from macros.pages.draft import Draft
from macros.pages.faults import Breach
from macros.pages.marks import ANNOTATED, DRAWN, OTHER_TOOLS, UNFINISHED, Mark
from macros.pages.prose import Fence, Prose, squeezed
from macros.reading.problem import nearest

_LONGEST = 40
_MOST = 100
"""Of one kind on a page: what is compared with each other takes long."""

_INFO = re.compile(r"(?:\.?[\w#.+-]*|\{ *\.[^{}]*\})(?:[ \t]+(?:title|hl_lines|linenums)=(?:\"[^\"]*\"|'[^']*'))*")


_NOTE = re.compile(r"^ *\[\^([^\]\n]+)\]:", re.MULTILINE)
_LANGUAGE = re.compile(r"[\w#+-]*")


def of_other_tools(draft: Draft) -> Iterator[Breach]:
    """Yield each mark of another tool."""
    yield from unknown_fences(draft.prose)
    for fence in draft.prose.fences:
        yield from _in_fence(fence, draft.prose)
    yield from _raw("other-tools", OTHER_TOOLS, draft)


def unknown_fences(prose: Prose) -> Iterator[Breach]:
    """Yield each fence that Markdown does not know, so that readers see what follows as it is written."""
    for fence in prose.fences:
        if _is_unknown(fence) and language(fence.info) == LANGUAGE:
            yield from of_info(fence, prose)
        elif _is_unknown(fence):
            column = prose.lines[fence.first].find(fence.info) + 1
            hint = "write the language alone, such as ```yaml; for a note, write '!!! note'"
            yield Breach("other-tools", f"'{fence.info}' is no language", fence.info, hint, fence.first + 1, column)


def with_known_fences(text: str) -> str:
    """Return a text in which each fence that Markdown does not know has no more than its language."""
    prose = Prose(text)
    lines = [*prose.lines]
    for fence in prose.fences:
        if _is_unknown(fence) and "{!" not in fence.info:
            before, _, after = lines[fence.first].partition(fence.info)
            lines[fence.first] = f"{before}{_meant(fence.info)}{after}"
    return "\n".join(lines)


def _meant(info: str) -> str:
    """Return what stands for all that a fence says: a console that cannot be read is told once."""
    return f'{LANGUAGE} run="meant"' if language(info) == LANGUAGE else "".join(_LANGUAGE.findall(info)[:1])


def _is_unknown(fence: Fence) -> bool:
    if language(fence.info) == LANGUAGE:
        return not is_readable(fence.info)
    return fence.info.split(" ")[0] not in DRAWN and not _INFO.fullmatch(fence.info)


def unfinished(draft: Draft) -> Iterator[Breach]:
    """Yield each mark that is shown because its other half is missing."""
    number = draft.prose.open_fence
    if number is not None:
        fence = draft.prose.lines[number].strip()
        message, hint = f"'{fence}' begins code that does not end", f"write {fence[:3]} on a line of its own below it"
        yield Breach("unfinished", message, fence, hint, number + 1)
    noted = _NOTE.findall(draft.prose.plain)
    for breach in _raw("unfinished", UNFINISHED, draft):
        name = nearest(breach.sought[2:-1], noted) if breach.sought.startswith("[^") else ""
        yield replace(breach, tip=f"did you mean [^{name}]?") if name else breach


def _in_fence(fence: Fence, prose: Prose) -> Iterator[Breach]:
    language = fence.info.split(" ")[0]
    if language in DRAWN:
        message = f"readers see what stands in '{language}' as it is written"
        yield Breach("other-tools", message, language, DRAWN[language], fence.first + 1)
    for number in range(fence.first + 1, fence.last):
        if "(" in prose.lines[number] and (match := ANNOTATED.search(prose.lines[number])):
            hint = "say it in the text below the code"
            yield Breach("other-tools", f"readers see '{match[0]}' as it is written", match[0], hint, number + 1)


def _raw(rule: str, marks: Iterable[Mark], draft: Draft) -> Iterator[Breach]:
    prose = draft.prose
    taken: list[tuple[int, int]] = []
    for mark in marks:
        if mark.needle not in prose.text:
            continue
        matches = [*islice(mark.pattern.finditer(prose.uncoded if mark.escapes else prose.plain), _MOST)]
        found = [one for one in matches if not any(start < one.end() and one.start() < end for start, end in taken)]
        seen = found if mark.sure else _seen(found, draft.article)
        for match in seen[:1] if mark.once else seen:
            yield _breach(rule, mark, match, prose)
        taken += [match.span() for match in seen]


def _seen(matches: list[re.Match[str]], article: Article) -> list[re.Match[str]]:
    """Return those of these matches that readers see as they are written; no more of the same than they see."""
    left: Counter[str] = Counter()
    found = []
    for match in matches:
        words = squeezed(match[0].strip().partition("\n")[0])
        if words and words not in left:
            left[words] = article.squeezed.count(words)
        if left[words] > 0:
            left[words] -= 1
            found.append(match)
    return found


def _breach(rule: str, mark: Mark, match: re.Match[str], prose: Prose) -> Breach:
    written = prose.text[match.start() : match.end()].strip()
    first = written.partition("\n")[0]
    shown = first if len(first) <= _LONGEST else f"{first[:_LONGEST]}…"
    number, column = prose.place(match.start() + len(match[0]) - len(match[0].lstrip()))
    message, last = f"readers see '{shown}' as it is written", number + written.count("\n")
    return Breach(rule, message, first, mark.hint, number + 1, column, last + 1)
