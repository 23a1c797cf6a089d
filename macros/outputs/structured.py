"""What a page is for search engines, in the vocabulary of schema.org: no more than the page shows, and said once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.assembly.addresses import downloads
from macros.assembly.asked import asked
from macros.assembly.course import Course
from macros.assembly.reading_time import practised
from macros.content.card import Card, credited
from macros.content.lesson import Lesson, Timed
from macros.content.practice import Practice
from macros.html.markup import plain
from macros.outputs.download import dataset, licensed
from macros.outputs.listings import quiz, term_set
from macros.pages.page import Page
from macros.reading.settings import Site

Thing = dict[str, Any]

CONTEXT = "https://schema.org"


def minutes(count: int) -> str:
    """Return minutes as ISO 8601 writes a duration."""
    return f"PT{count}M"


@dataclass(frozen=True)
class Structured:
    """What is said of the pages of a course on a site that knows its address."""

    course: Course
    site: Site

    def graph(self, page: Page) -> list[Thing]:
        """Return the things that a page is or has; none where the course card cannot be read."""
        card = self.course.card
        return [*self._things(page, card), *self._trail(page)] if card else []

    def _things(self, page: Page, card: Card) -> Iterator[Thing]:
        lesson, shows = self.course.lesson_at(page.url), {call.name for call in page.calls}
        if lesson:
            yield self._lesson(lesson, card)
        elif practice := self._practices.get(page.url):
            yield self._resource(practice, card)
        if not page.url:
            yield self._course(card)
        if "downloads" in shows and self.course.comparison:
            files, named = downloads(self.course.files), {"url": self._address(page)}
            yield dataset(self.course.comparison, card, files, self.site.address, named)
        if "glossary" in shows and self.course.glossary:
            yield term_set(self.course.glossary, page.front_matter.title, self._address(page))
        if "review" in shows:
            yield quiz(asked(self.course), page.front_matter.title, self._address(page))

    @cached_property
    def _practices(self) -> dict[str, Practice]:
        return {one.url: one for one in practised(self.course.files)}

    def _address(self, page: Page) -> str:
        return f"{self.site.address}{page.url}"

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

    def _resource(self, timed: Timed, card: Card) -> Thing:
        """Return a page that takes time to work through."""
        return {
            "@type": "LearningResource",
            "name": timed.title,
            "url": self._address(timed.page),
            "timeRequired": minutes(timed.minutes),
            **licensed(card.licence),
            "isPartOf": {"@type": "Course", "name": self.site.name, "url": self.site.address},
        }

    def _lesson(self, lesson: Lesson, card: Card) -> Thing:
        based = {"isBasedOn": card.adapted_from.url} if card.adapted_from else {}
        quiz = {"@type": "Quiz", "name": lesson.title, "timeRequired": minutes(lesson.minutes_to_answer)}
        return {
            **self._resource(lesson, card),
            "educationalLevel": card.level,
            "teaches": [plain(objective) for objective in lesson.page.objectives],
            "creditText": credited(card),
            **based,
            **({"hasPart": quiz} if lesson.questions else {}),
        }

    def _course(self, card: Card) -> Thing:
        time, lessons = minutes(self.course.minutes), self.course.lessons
        return {
            "@type": "Course",
            "name": self.site.name,
            "url": self.site.address,
            "description": plain(card.promise),
            "educationalLevel": card.level,
            "inLanguage": self.course.files.language.value,
            **licensed(card.licence),
            "isAccessibleForFree": True,
            "provider": {"@type": "Organization", "name": card.authors},
            "hasCourseInstance": {"@type": "CourseInstance", "courseMode": "Online", "courseWorkload": time},
            "hasPart": [
                {
                    "@type": "LearningResource",
                    "name": lesson.title,
                    "url": self._address(lesson.page),
                    "timeRequired": minutes(lesson.minutes),
                }
                for lesson in lessons
            ],
        }
