"""The terms of a lesson: those that stand in bold without an entry, and those of which readers see no meaning there."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.assembly.files import Files
from macros.content.glossary import Explained
from macros.pages.inspection import html_of
from macros.pages.page import LessonFrontMatter, Page
from macros.pages.terms import Terms, shown
from macros.pages.written import Written
from macros.reading.problem import ContentError, Problem, did_you_mean

RULE = "terms"
_LONGEST = 4
"""Words of a term that no entry has: what is longer is a sentence that stands out."""

_BOLD = re.compile(r"\*\*([^*\n\0]*[^*\n\0.:!?…,])\*\*")
_BEGINS = re.compile(r"[\s>]*(?:(?:[-*+]|\d+\.)\s+)?")
_BEHIND_IT = re.compile(r"[\s>]*")
_READ = {"question", "text", "reason", "left", "right", "others"}
"""What readers see of a quiz; the rest is for authors."""


def problems(files: Files) -> Iterator[Problem]:
    """Yield what is wrong with the terms of all lessons; nothing while one cannot be read, or the glossary is empty."""
    if not (files.glossary and files.glossary.model.terms) or files.faulty("docs/lessons"):
        return
    explained = files.explained
    numbers = {page.path: number for number, page in enumerate(files.teaching)}
    for page in files.teaching:
        if isinstance(page.front_matter, LessonFrontMatter):
            later = {name for name, one in explained.items() if numbers[one.page.path] > numbers[page.path]}
            terms = files.glossary.model.terms_in(page.language)
            here = explained_on(page, explained)
            yield from _LessonTerms(page, files.written[page.path], terms, here, later).problems(files)


def explained_on(page: Page, explained: Mapping[str, Explained]) -> set[str]:
    """Return those of the words that this page explains."""
    return {name for name, one in explained.items() if one.page.path == page.path}


@dataclass(frozen=True)
class _LessonTerms:
    """A lesson, the terms that it explains, and those that only a later one does."""

    page: Page
    written: Written
    terms: Terms
    here: Collection[str]
    later: Collection[str]

    def problems(self, files: Files) -> Iterator[Problem]:
        """Yield what is wrong with its terms."""
        told = [*self._undefined(), *(self._unshown() if files.showing("glossary") else ())]
        yield from self._not_allowed(told)
        yield from self._asked(files)
        yield from self._left_out()

    @property
    def _without(self) -> tuple[str, ...]:
        front_matter = self.page.front_matter
        return front_matter.no_terms if isinstance(front_matter, LessonFrontMatter) else ()

    @cached_property
    def _shown(self) -> set[str]:
        """Return the terms of which readers see the meaning, or that mean something else here."""
        try:
            return shown(html_of(self.written.text), self.terms, self.here) | {*self._without}
        except ContentError:
            return {*self.later}  # the page is told to be faulty

    def _undefined(self) -> Iterator[Problem]:
        """Yield what stands in bold as a term does, within a sentence, and has no entry."""
        above = ""
        for line, text in enumerate(self.written.prose.plain_lines, self.written.first_line):
            for match in _BOLD.finditer(text):
                begins = _BEGINS.fullmatch(text, 0, match.start())
                is_label = begins and (not above.strip() or not _BEHIND_IT.fullmatch(text, 0, match.start()))
                if not is_label and len(match[1].split()) <= _LONGEST and not self.terms.named(match[1]):
                    message = f"'{match[1]}' is not in the glossary"
                    hint = "add it to docs/data/terms.yml, or write *…* if it is only stressed"
                    yield Problem(self.written.path, line, match.start() + 1, "", message, hint)
            above = text

    def _unshown(self) -> Iterator[Problem]:
        """Yield the first use of each term that a later lesson explains, and of which this one shows no meaning."""
        hint = "use it in a sentence, too, or explain it here: readers see no meaning in headings and links"
        told = set[str]()
        for use in self.terms.uses(self.written.prose.plain):
            if use.id in self.later and use.id not in told | self._shown:
                told.add(use.id)
                line, column = self.written.prose.place(use.start)
                message = _too_early(self.written.prose.plain[use.start : use.end])
                yield Problem(self.written.path, self.written.first_line + line, column, "", message, hint)

    def _asked(self, files: Files) -> Iterator[Problem]:
        """Yield the terms in its questions that a later lesson explains, and of which this one shows no meaning."""
        names = {str(name) for call in self.page.calls_for("quiz") for name in call.arguments}
        for quiz in (files.quizzes[name] for name in sorted(names & files.quizzes.keys())):
            for loc, text in quiz.marks.texts():
                for use in self.terms.uses(text) if loc[-1] in _READ else ():
                    if use.id in self.later and use.id not in self._shown:
                        hint = f"say it in other words, or use it in a sentence of {self.page.path}"
                        yield quiz.marks.problem(loc, _too_early(text[use.start : use.end]), hint)

    def _not_allowed(self, told: list[Problem]) -> Iterator[Problem]:
        """Yield problems that the page is not allowed, and what it is allowed without need."""
        lines = self.written.text.split("\n")
        allowed = [one for one in self.written.allowed if one.rule == RULE]
        needed = set()
        for problem in told:
            excused = [one for one in allowed if one.words in lines[problem.line - self.written.first_line]]
            needed |= {*excused}
            if not excused:
                yield problem
        yield from (one.unneeded for one in allowed if one not in needed)

    def _left_out(self) -> Iterator[Problem]:
        """Yield terms that the page leaves out and that do not exist, or that it does not use."""
        known = {name for name, _ in self.terms.forms}
        used = {use.id for use in self.terms.uses(self.written.prose.plain)} if self._without else ()
        for index, name in enumerate(self._without):
            if self.written.marks and name not in known:
                message, hint = f"there is no term '{name}'", did_you_mean(name, known) or "delete it"
                yield self.written.marks.problem(("no-terms", index), message, hint)
            elif self.written.marks and name not in used:
                yield self.written.marks.problem(("no-terms", index), f"this page does not use '{name}'", "delete it")


def _too_early(words: str) -> str:
    return f"'{' '.join(words.split())}' is explained in a later lesson only"
