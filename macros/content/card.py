"""The course card: what the course promises, its licence, and whose lesson it is adapted from."""

from collections.abc import Iterator

from pydantic import Field

from macros.content.lesson import Lesson, total_minutes
from macros.content.palette import Tones, tone_faults
from macros.content.required import Required
from macros.content.taught import Taught
from macros.content.units import Dimensions, dimension_faults
from macros.html.markup import render
from macros.html.words import gettext
from macros.reading.datafile import Fault, Model, Text
from macros.reading.dates import Day


class Organisation(Model):
    """Who published the lesson that this course is adapted from."""

    name: Text = Field(description="what it is called")
    team: Text = Field(description="who in it wrote the lesson")
    about: Text = Field(description="what it does, after its name: 'is a …'")
    lesson: Text = Field(description="the title of the lesson")
    url: str = Field(pattern=r"^https://\S+$", max_length=300, description="the address of the lesson")


class Licence(Model):
    """Under which licence others may use the text, the data and the pictures."""

    name: Text = Field(description="its short name")
    url: str = Field(pattern=r"^https://\S+$", max_length=300, description="where it can be read")
    spdx: str | None = Field(
        default=None,
        pattern=r"^[A-Za-z0-9.-]+$",
        max_length=60,
        description="its name in the list of SPDX, which citation tools know",
    )


class Card(Model):
    """What stands on the course card; a check holds the lessons to these numbers."""

    promise: Text = Field(description="what the course is about, in one or two sentences")
    lessons: int = Field(ge=1, le=9999, description="how many there are")
    minutes: int = Field(ge=1, le=6000, description="what all lessons take together")
    level: Text = Field(description="for whom, such as Beginner")
    authors: Text = Field(description="who wrote this course")
    published: Day | None = Field(default=None, description="the day on which this edition was published")
    each_lesson: Required = Field(
        default=Required(), alias="each-lesson", description="what every lesson has; a check looks for it"
    )
    teaches: tuple[Taught, ...] = Field(
        default=(), max_length=99, description="words that each lesson must say, so that no fact is lost"
    )
    tones: Tones = Field(
        default_factory=dict, description="names for colours of the palette, which boxes and pictures of diagrams take"
    )
    dimensions: Dimensions = Field(
        default_factory=dict,
        description="what figures measure beside time and data: of each its units, with their factors to one of them",
    )
    licence: Licence | None = Field(default=None, description="what others may do with text, data and pictures")
    adapted_from: Organisation | None = Field(
        default=None, alias="adapted-from", description="whose lesson it goes back to"
    )

    def faults(self) -> Iterator[Fault]:
        """Yield names that are taken, and parts of lessons that none must have."""
        yield from tone_faults(self.tones)
        yield from dimension_faults(self.dimensions)
        yield from ((("each-lesson", *place), message, hint) for place, message, hint in self.each_lesson.faults())

    @property
    def cited_as(self) -> str:
        """Return who wrote the course as a citation begins: a word without capitals has one there."""
        first = self.authors.partition(" ")[0]
        return self.authors[:1].upper() + self.authors[1:] if first.islower() else self.authors


def course_card(card: Card, lessons: tuple[Lesson, ...]) -> str:
    """Return the promise, and the line of facts with the lessons, minutes and questions that were counted."""
    return render("course_card.html.j2", card=card, lessons=lessons, minutes=total_minutes(lessons))


def credited(card: Card) -> str:
    """Return who wrote the course, and what it is adapted from, in the words of the byline."""
    by, source = gettext("By %(authors)s.", authors=card.authors), card.adapted_from
    if not source:
        return by
    named = {"lesson": source.lesson, "team": source.team, "organisation": source.name}
    return f"{by} {gettext('Adapted from %(lesson)s by the %(team)s at %(organisation)s.', **named)}"


def byline(card: Card) -> str:
    """Return who wrote the course, and a short card about the organisation it is adapted from, if there is one."""
    return render("byline.html.j2", card=card, source=card.adapted_from)
