"""Questions with options, of which one is right or several are; and what every question has."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from macros.content.answers import Option, how_many_right, option_faults
from macros.reading.datafile import Fault, Id, Model, Text

SECONDS_TO_CHOOSE, SECONDS_TO_SORT = 30, 45
"""Our estimates: time to read a question and decide, for one answer or for each of several, and to read its reason."""


class Asked(Model):
    """What each question has."""

    kind: ClassVar[str]
    seconds: ClassVar[int] = SECONDS_TO_CHOOSE
    id: Id = Field(description="its name for ever: what a reader has answered is kept under it")
    question: Text = Field(description="what is asked")
    explains: Id = Field(description="the anchor of the section in its lesson that explains the answer")


class Tested(Asked):
    """A question at the end of a lesson."""

    objective: Text = Field(description="the objective of its lesson that it tests, word by word")


class _OneRight(Asked):
    """One option is right."""

    one_of: tuple[Option, ...] = Field(min_length=2, max_length=5, alias="one-of", description="one of them right")

    def faults(self) -> Iterator[Fault]:
        """Yield another number of right options than one."""
        if (right := how_many_right(self.one_of)) != 1:
            several = ", or write 'some-of:'" if right and isinstance(self, Tested) else ""
            yield ("one-of",), f"{right} options are right", f"mark one with 'right: true'{several}"
        yield from option_faults("one-of", self.one_of, believed=right == 1)

    @property
    def right(self) -> Option:
        """Return the right option."""
        return next(option for option in self.one_of if option.right)


class Prediction(_OneRight):
    """What a reader is asked before the lesson tells it, and most beginners answer wrongly."""

    kind = "predict"


class OneOf(_OneRight, Tested):
    """One option is right."""

    kind = "one-of"


class SomeOf(Tested):
    """Several options are right, and all of these are to be found."""

    kind = "some-of"
    seconds = SECONDS_TO_SORT
    some_of: tuple[Option, ...] = Field(
        min_length=3, max_length=6, alias="some-of", description="two of them right or more, and one wrong or more"
    )

    def faults(self) -> Iterator[Fault]:
        """Yield that fewer than two options are right, or all of them."""
        right, there = how_many_right(self.some_of), len(self.some_of)
        if right < 2:  # noqa: PLR2004 - several
            hint = "mark two or more with 'right: true', or write 'one-of:' if one alone is right"
            yield ("some-of",), f"{right} options are right", hint
        if right == there:
            yield ("some-of",), f"all {there} options are right", "add one that is wrong, and that somebody believes"
        yield from option_faults("some-of", self.some_of, believed=1 < right < there)
