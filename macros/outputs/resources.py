"""What the pages that teach are for search engines: the course, its lessons, its practice, and pages beside them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from macros.assembly.course import Course
from macros.content.card import Card, credited
from macros.content.lesson import Lesson, Timed
from macros.content.practice import Practice
from macros.html.markup import plain
from macros.html.words import gettext
from macros.outputs.download import licensed
from macros.pages.page import Page
from macros.reading.site import Site

Thing = dict[str, Any]

PAGES = {
    "citation": "AboutPage",
    "bibliography": "CollectionPage",
    "practice_list": "CollectionPage",
    "gallery": "CollectionPage",
    "chart": "LearningResource",
    "decision": "LearningResource",
}
"""What a page is that is nothing else, by what it shows."""


@dataclass(frozen=True)
class Resources:
    """The pages of a course whose card can be read, on a site that knows its address."""

    course: Course
    site: Site
    card: Card

    def address(self, page: Page) -> str:
        """Return where a page stands."""
        return f"{self.site.address}{page.url}"

    def page(self, kind: str, page: Page) -> Thing:
        """Return what holds for each page, whatever kind of thing it is."""
        return {
            "@type": kind,
            "name": page.front_matter.title,
            "url": self.address(page),
            "description": page.front_matter.description,
            **self._known(),
            "isPartOf": {"@type": "Course", **self._itself()},
        }

    def lesson(self, lesson: Lesson) -> Thing:
        """Return a lesson; its first view is light, so its questions are told by the page that asks those of all."""
        based = {"isBasedOn": self.card.adapted_from.url} if self.card.adapted_from else {}
        return {
            **self._timed(lesson, "lesson"),
            "teaches": [plain(objective) for objective in lesson.page.objectives],
            "creditText": credited(self.card),
            **based,
            **({"hasPart": _quiz(lesson)} if lesson.questions else {}),
        }

    def practice(self, practice: Practice) -> Thing:
        """Return a page with commands to type."""
        return self._timed(practice, "exercise")

    def parts(self, found: Iterable[Timed]) -> Thing:
        """Return pages as parts of the page that lists them with their minutes."""
        listed = [
            {"@type": "LearningResource", "name": one.title, "url": self.address(one.page), **_minutes(one.minutes)}
            for one in found
        ]
        return {"hasPart": listed} if listed else {}

    def whole(self) -> Thing:
        """Return the course; a licence by which everybody may pass it on says that nobody pays for it."""
        free = {"offers": {"@type": "Offer", "category": "Free"}}
        return {
            "@type": "Course",
            **self._itself(),
            "description": plain(self.card.promise),
            "educationalLevel": self.card.level,
            **self._known(),
            **(free if self.card.licence and self.card.licence.spdx else {}),
            "provider": {"@type": "Organization", "name": self.card.authors},
            "hasCourseInstance": {
                "@type": "CourseInstance",
                "courseMode": "Online",
                "courseWorkload": _minutes(self.course.minutes)["timeRequired"],
            },
            **self.parts(self.course.lessons),
        }

    def _itself(self) -> Thing:
        return {"@id": self.site.address, "name": self.site.name, "url": self.site.address}

    def _known(self) -> Thing:
        day = self.card.published
        return {
            "inLanguage": self.course.files.language.value,
            **licensed(self.card.licence),
            "isAccessibleForFree": True,
            **({"datePublished": day.isoformat()} if day else {}),
        }

    def _timed(self, timed: Timed, kind: str) -> Thing:
        """Return a page that takes time to work through."""
        return {
            **self.page("LearningResource", timed.page),
            **_minutes(timed.minutes),
            "learningResourceType": kind,
            "educationalLevel": self.card.level,
        }


def _quiz(lesson: Lesson) -> Thing:
    return {"@type": "Quiz", "name": gettext("Check yourself"), **_minutes(lesson.minutes_to_answer)}


def _minutes(count: int) -> dict[str, str]:
    """Return minutes as ISO 8601 writes a duration."""
    return {"timeRequired": f"PT{count}M"}
