"""The words of the glossary, and the lessons: what is used before it is explained, not defined, or defined in vain."""

import re
from collections.abc import Collection, Iterator
from itertools import chain

from macros.assembly.files import Files
from macros.content.glossary import Explained, Glossary
from macros.pages.inspection import html_of
from macros.pages.page import LessonFrontMatter, Page
from macros.pages.terms import Terms, shown
from macros.pages.written import Written
from macros.reading.datafile import Datafile
from macros.reading.problem import ContentError, Problem, did_you_mean

RULE = "terms"
_LONGEST = 4
"""Words of a term that no entry has: what is longer is a sentence that stands out."""

_BOLD = re.compile(r"\*\*([^*\n\0]*[^*\n\0.:!?…,])\*\*")
_BEGINS = re.compile(r"[\s>]*(?:(?:[-*+]|\d+\.)\s+)?")
_BEHIND_IT = re.compile(r"[\s>]*")


def problems(files: Files) -> Iterator[Problem]:
    """Yield what lessons and glossary do not say of each other; nothing while a lesson cannot be read.

    A glossary without words is none yet.
    """
    if not (files.glossary and files.glossary.model.terms) or any(
        problem.path.startswith("docs/lessons/") for problem in files.problems
    ):
        return
    explained = files.glossary.model.explained(files.teaching)
    yield from _unexplained(files, files.glossary, explained)
    later = {page.path: number for number, page in enumerate(files.teaching)}
    for page in files.teaching:
        if isinstance(page.front_matter, LessonFrontMatter):
            terms = files.glossary.model.terms_in(page.language)
            after = {name for name, one in explained.items() if later[one.page.path] > later[page.path]}
            written = files.written[page.path]
            told = [*_undefined(written, terms)]
            if files.showing("glossary"):
                told += _unshown(written, terms, after, explained_on(page, explained), page.front_matter.no_terms)
            yield from _not_allowed(written, told)
            yield from _without(written, page.front_matter.no_terms, terms)


def explained_on(page: Page, explained: dict[str, Explained]) -> set[str]:
    """Return those of the words that this page explains."""
    return {name for name, one in explained.items() if one.page.path == page.path}


def _unexplained(files: Files, file: Datafile[Glossary], explained: Collection[str]) -> Iterator[Problem]:
    """Yield the words that no lesson sets in bold, and those that stand nowhere."""
    missing = [(index, term) for index, term in enumerate(file.model.terms) if term.id not in explained]
    terms = file.model.terms_in(files.language.value)
    used = {use.id for text in _texts(files) for use in terms.uses(text)} if missing else ()
    for index, term in missing:
        message, hint = f"no lesson explains '{term.term}'", f"write **{term.term}** where a lesson first explains it"
        if term.id not in used:
            message, hint = f"nothing uses '{term.term}'", f"{hint}, or delete the entry"
        yield file.marks.problem(("terms", index), message, hint)


def _texts(files: Files) -> Iterator[str]:
    yield from (written.prose.plain for written in files.written.values())
    data = (file.marks.texts() for file in files.datafiles() if file is not files.glossary)
    yield from (text for _, text in chain.from_iterable(data))


def _undefined(written: Written, terms: Terms) -> Iterator[Problem]:
    """Yield what stands in bold as a term does, within a sentence, and has no entry."""
    above = ""
    for line, text in enumerate(written.prose.plain_lines, written.first_line):
        for match in _BOLD.finditer(text):
            begins = _BEGINS.fullmatch(text, 0, match.start())
            is_label = begins and (not above.strip() or not _BEHIND_IT.fullmatch(text, 0, match.start()))
            if not is_label and len(match[1].split()) <= _LONGEST and not terms.named(match[1]):
                hint = "add it to docs/data/terms.yml, or write *…* if it is only stressed"
                yield Problem(written.path, line, match.start() + 1, "", f"'{match[1]}' is not in the glossary", hint)
        above = text


def _unshown(
    written: Written, terms: Terms, after: Collection[str], here: Collection[str], without: Collection[str]
) -> Iterator[Problem]:
    """Yield terms that a later lesson explains, and of which this one shows no meaning where it uses them."""
    used = {use.id: use for use in reversed([*terms.uses(written.prose.plain)])}
    hidden = [use for name, use in used.items() if name in after and name not in without]
    try:
        seen = shown(html_of(written.text), terms, here) if hidden else set()
    except ContentError:
        return
    for use in hidden:
        if use.id not in seen:
            words = " ".join(written.prose.plain[use.start : use.end].split())
            line, column = written.prose.place(use.start)
            hint = "use it in a sentence, too, or explain it here: readers see no meaning in headings and links"
            message = f"'{words}' is explained in a later lesson only"
            yield Problem(written.path, written.first_line + line, column, "", message, hint)


def _not_allowed(written: Written, told: list[Problem]) -> Iterator[Problem]:
    """Yield problems that the page is not allowed, and what it is allowed without need."""
    lines = written.text.split("\n")
    allowed = [one for one in written.allowed if one.rule == RULE]
    needed = set()
    for problem in told:
        excused = [one for one in allowed if one.words in lines[problem.line - written.first_line]]
        needed |= {*excused}
        if not excused:
            yield problem
    yield from (one.unneeded for one in allowed if one not in needed)


def _without(written: Written, without: Collection[str], terms: Terms) -> Iterator[Problem]:
    """Yield terms that a page leaves out and that do not exist, or that it does not use."""
    known = {name for name, _ in terms.forms}
    used = {use.id for use in terms.uses(written.prose.plain)} if without else ()
    for index, name in enumerate(without):
        if written.marks and name not in known:
            message, hint = f"there is no term '{name}'", did_you_mean(name, known) or "delete it"
            yield written.marks.problem(("no-terms", index), message, hint)
        elif written.marks and name not in used:
            yield written.marks.problem(("no-terms", index), f"this page does not use '{name}'", "delete it")
