"""A page held against the rules: what is wrong in it, each with its line, and what of it may be published."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from macros.pages.article import Article
from macros.pages.bounded import TOO_MUCH
from macros.pages.call import INLINE, Call, pieces, unescaped
from macros.pages.faults import Breach
from macros.pages.markdown import kept_html, to_html
from macros.pages.raw import unknown_fences, with_known_fences
from macros.pages.rules import OF_THE_COURSE, TIPS, breaches
from macros.pages.stash import placeholder
from macros.pages.written import Allowed, Written
from macros.reading.problem import ContentError, Problem

Inspect = Callable[[Written, str], tuple[str, tuple[Problem, ...]]]

_MOST = 20
"""Breaches of one page that are looked for in its text: each takes a few looks at what Markdown makes of a part."""

_BEGINNING = 8
"""Characters of an address by which it is sought where the rest is written in another way."""


def inspected(written: Written, html: str) -> tuple[str, tuple[Problem, ...]]:
    """Return what may be published of the HTML that was made of a page's text, and what is wrong in the page."""
    if html.strip() == TOO_MUCH:
        hint = "write fewer lists, quotes and blocks in each other"
        return "", (Problem(written.path, written.first_line, 1, "", "is nested too deeply", hint),)
    published = article = Article(html)
    found, read = list[Breach](), _as_meant(written)
    if read.text != written.text:
        article, found = Article(html_of(read.text)), [*unknown_fences(written.prose)]
    problems = [_misplaced(call, written.path) for call in article.misplaced(written.calls)]
    problems += _told(read, [*found, *breaches(article, read.text, read.language)])
    return published.cleaned, tuple(problems)


def _as_meant(written: Written) -> Written:
    """Return a page with the code that its author meant, so that a fence is told, and not what follows from it.

    Where the page may have such a fence, it is read as Markdown reads it.
    """
    if any(one.rule == "other-tools" for one in written.allowed) or not (
        "```" in written.text or "~~~" in written.text
    ):
        return written
    return replace(written, text=with_known_fences(written.text))


def _told(written: Written, found: Sequence[Breach]) -> Iterator[Problem]:
    """Yield the breaches that the page is not allowed, each with its place, and what it is allowed without need."""
    told, seen, needed = 0, Counter[Breach](), set[Allowed]()
    for fault in found:
        seen[fault] += 1
        allowed = [one for one in written.allowed if one.rule == fault.rule]
        needed |= {one for one in allowed if not one.words}
        if any(not one.words for one in allowed):
            continue
        line, column = _place(written, fault, seen[fault]) if told < _MOST or allowed else (1, 1)
        text = written.text.split("\n")[line - 1] if allowed else ""
        if excused := {one for one in allowed if one.words in text}:
            needed |= excused
            continue
        told += 1
        if told <= _MOST:
            hint = fault.tip or TIPS[fault.rule]
            yield Problem(written.path, written.first_line + line - 1, column, "", fault.message, hint)
    if told > _MOST:
        message = f"{told - _MOST} more breaches of the rules for pages stand here"
        yield Problem(written.path, written.first_line, 1, "", message, "mend the others first")
    yield from (one.unneeded for one in written.allowed if one not in needed and one.rule not in OF_THE_COURSE)


def problems(written: Written, inspect: Inspect = inspected) -> tuple[Problem, ...]:
    """Return what is wrong in a page, as Markdown reads it."""
    try:
        html = html_of(written.text)
    except ContentError as error:
        return error.problems
    return inspect(written, html)[1]


@lru_cache(maxsize=64)
def html_of(text: str) -> str:
    """Return what Markdown makes of a page's text, in which marks stand for calls."""
    return kept_html(_with_marks(text))


def _with_marks(text: str) -> str:
    return unescaped("".join(placeholder(number, part) for number, part in enumerate(pieces(text, ""))))


def _misplaced(call: Call, path: str) -> Problem:
    if call.name in INLINE:
        message, hint = f"a call of '{call.name}' may not stand here", "put it at the end of a sentence"
    else:
        message, hint = f"the call of '{call.name}' does not stand by itself", TIPS["own-line"]
    return Problem(path, call.line, call.column, "", message, hint)


def _place(written: Written, fault: Breach, number: int) -> tuple[int, int]:
    """Return line, from 1 in the page's text, and column of a breach of which there may be several.

    Markdown does not say what it made from which line, so the shortest beginning of the text is sought that has it.
    What it ends with may only complete it, as the last line of code does: its own text can stand above.
    """
    lines = written.text.split("\n")
    if fault.line:
        return fault.line, fault.column or max(lines[fault.line - 1].find(fault.sought) + 1, 1)
    last = _first(len(lines), lambda count: _breaches("\n".join(lines[:count]), written.language)[fault] >= number)
    before = _breaches("\n".join(lines[: last - 1]), written.language)[fault]
    for sought in (fault.sought, fault.sought[:_BEGINNING], fault.sought.split(" ")[0]):
        for at in reversed(range(last)):
            if (column := _nth(lines[at].lower(), sought.lower(), number - before if at == last - 1 else 1)) >= 0:
                return at + 1, column + 1
    return last, 1


def _nth(line: str, sought: str, number: int) -> int:
    """Return where a text stands in a line for this time, or else for the last time; -1 when it does not."""
    found = line.find(sought)
    while number > 1 and sought and (after := line.find(sought, found + 1)) >= 0:
        found, number = after, number - 1
    return found


def _first(count: int, holds: Callable[[int], bool]) -> int:
    """Return the smallest number up to this one for which something holds that holds for all larger ones."""
    low, high = 1, count
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return low


@lru_cache(maxsize=64)
def _breaches(text: str, language: str) -> Counter[Breach]:
    """Return how often each breach is in a text; those of one page are sought in the same beginnings of it."""
    return Counter(breaches(Article(to_html(_with_marks(text))), text, language))
