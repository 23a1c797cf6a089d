"""What a page is for search engines, in the vocabulary of schema.org: no more than the page shows, and said once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from macros.assembly.addresses import downloads
from macros.assembly.asked import asked
from macros.assembly.course import Course
from macros.assembly.reading_time import practised
from macros.content.practice import Practice
from macros.outputs.download import dataset
from macros.outputs.listings import quiz, term_set
from macros.outputs.resources import PAGES, Resources, Thing
from macros.pages.page import Page
from macros.reading.site import Site

CONTEXT = "https://schema.org"


@dataclass(frozen=True)
class Structured:
    """What is said of the pages of a course on a site that knows its address."""

    course: Course
    site: Site

    def graph(self, page: Page) -> list[Thing]:
        """Return the things that a page is or has; none where the course card cannot be read."""
        if not self.course.card:
            return []
        told = Resources(self.course, self.site, self.course.card)
        found = [*self._teaching(page, told), *self._listed(page, told)]
        return [*(found or self._beside(page, told)), *self._trail(page)]

    def _teaching(self, page: Page, told: Resources) -> Iterator[Thing]:
        """Yield a lesson, a page with commands to type, or the course, whose first page it is."""
        if lesson := self.course.lesson_at(page.url):
            yield told.lesson(lesson)
        elif practice := self._practices.get(page.url):
            yield told.practice(practice)
        if not page.url:
            yield told.whole()

    def _listed(self, page: Page, told: Resources) -> Iterator[Thing]:
        """Yield what a page lists: the comparison, the words of the glossary, and the questions of all lessons."""
        shows = {call.name for call in page.calls}
        if "downloads" in shows and self.course.comparison:
            files, known = downloads(self.course.files), told.page("Dataset", page)
            yield dataset(self.course.comparison, told.card, files, self.site.address, known)
        if "glossary" in shows and self.course.glossary:
            yield term_set(self.course.glossary, told.page("DefinedTermSet", page))
        if "review" in shows:
            yield quiz(asked(self.course), told.page("Quiz", page), self.site.address)

    def _beside(self, page: Page, told: Resources) -> list[Thing]:
        """Return a page that is told by what it shows; of any other, only the way to it is known."""
        shows = {call.name for call in page.calls}
        kinds = [kind for macro, kind in PAGES.items() if macro in shows]
        parts = told.parts(self._practices.values()) if "practice_list" in shows else {}
        return [{**told.page(kind, page), **parts} for kind in kinds[:1]]

    @cached_property
    def _practices(self) -> dict[str, Practice]:
        return {one.url: one for one in practised(self.course.files)}

    def _trail(self, page: Page) -> Iterator[Thing]:
        """Yield the way to a page: the first page, and those in whose folders it stands."""
        folders = page.url.split("/")[:-2]
        urls = ("".join(f"{name}/" for name in folders[:end]) for end in range(1, len(folders) + 1))
        above = [(one.front_matter.title, self._address(one)) for one in map(self.course.page_at, urls) if one]
        steps = [(self.site.name, self.site.address), *above]
        if page.url:
            listed = [{"name": name, "item": address} for name, address in steps] + [{"name": page.front_matter.title}]
            items = [{"@type": "ListItem", "position": place, **one} for place, one in enumerate(listed, 1)]
            yield {"@type": "BreadcrumbList", "itemListElement": items}

    def _address(self, page: Page) -> str:
        return f"{self.site.address}{page.url}"
