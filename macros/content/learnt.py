"""What a reader has read and answered, as pages show it: only the reader's browser knows it, and scripts fill it in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.content.choices import Prediction, Tested
from macros.content.lesson import Lesson
from macros.content.quiz import Titles
from macros.html.markup import render
from macros.html.words import later, translated

_LOST = later("This browser stores nothing, so what you do is forgotten when you close the page.")
_START = {
    "continue": later("Continue with lesson {number}"),
    "review": later("Review the course"),
    "stopped": later("You stopped at “{title}”."),
    "next": later("You have read {count} of {all} lessons."),
    "all": later("You have read all lessons."),
    "due": later("Questions to ask again today: {count}"),
    "lost": _LOST,
}
_REVIEW = {
    "left": later("Questions left for today: {count}"),
    "again": later("It is asked again on {day}."),
    "nothing": later("Nothing is due today. The next question is asked on {day}."),
    "skipped": later("Questions that you left out, and that are due today: {count}"),
    "ask": later("Ask them again"),
    "coming": later("Questions on {day}: {count}"),
    "none": later("You have answered no question yet. What you answer at the end of lessons is asked here again."),
    "next": later("Next question"),
    "missed": later("Ask what I missed"),
    "all": later("Show all questions"),
    "one": later("Show one question at a time"),
    "lost": later("This browser stores nothing: what you answer is forgotten when you close the page."),
}
_OBJECTIVES = {
    "shown": later("shown"),
    "again": later("to look at again"),
    "untried": later("not tried yet"),
}
_MISSED = {
    "some": later("Questions that you missed at your last try: {count}"),
    "none": later("You have answered every question, and missed none at your last try."),
    "few": later("You missed none of those that you have answered. Questions that you have not answered yet: {count}"),
    "nothing": later("You have answered no question yet."),
    "predicted": later("You predicted: {answer}"),
}
_MEMORY = {
    "some": later("Lessons read: {read}. Questions answered: {answers}. Predictions: {predictions}."),
    "none": later("Nothing is remembered yet."),
    "lost": _LOST,
    "file": later("what-i-learnt.json"),
    "saved": later("The file is on its way to your downloads."),
    "taken": later("Taken from the file: {taken}."),
    "ignored": later("Left out, because this site cannot read it: {ignored}."),
    "unreadable": later("Nothing was taken: this file holds nothing that this site remembers."),
    "forgotten": later("All is forgotten."),
}
"""What the scripts say; ``{count}`` and the like are their own."""


@dataclass(frozen=True)
class Questions:
    """What one lesson asks: each with the name of its quiz."""

    lesson: Lesson
    predicted: tuple[tuple[str, Prediction], ...]
    tested: tuple[tuple[str, Tested], ...]

    def objectives(self) -> Iterator[tuple[str, str]]:
        """Yield each objective of the lesson, with the names of the questions that test it."""
        for objective in self.lesson.page.objectives:
            yield objective, _names([(quiz, one) for quiz, one in self.tested if one.objective == objective])


def start(asked: Sequence[Questions], root: str, review: str, memory: str) -> str:
    """Return the button that starts the course, and later goes on where the reader stopped.

    review and memory lead to the pages of these, where the course has them.
    """
    lessons = tuple(one.lesson for one in asked)
    data = {
        "lessons": " ".join(lesson.url for lesson in lessons),
        "questions": " ".join(_names(one.tested) for one in asked),
        "words": translated(_START),
    }
    return render("start.html.j2", first=lessons[0], root=root, review=review, memory=memory, data=data)


def review(asked: Sequence[Questions], root: str, titles: Titles) -> str:
    """Return all questions, of which a script shows those that are due."""
    return render("review.html.j2", asked_of=asked, root=root, titles=titles, told=translated(_REVIEW))


def objectives(asked: Sequence[Questions], root: str) -> str:
    """Return what the lessons teach, to which a script adds what the reader has shown."""
    return render("objectives.html.j2", asked_of=asked, root=root, words=translated(_OBJECTIVES))


def missed(asked: Sequence[Questions], root: str) -> str:
    """Return all questions with the way to them, of which a script leaves those that the reader has missed."""
    return render("missed.html.j2", asked_of=asked, root=root, words=translated(_MISSED))


def memory(asked: Sequence[Questions]) -> str:
    """Return what the reader can do with what is remembered, of which a script counts what the course still has."""
    known = {
        "read": " ".join(one.lesson.url for one in asked),
        "answers": " ".join(_names(one.tested) for one in asked),
        "predictions": " ".join(_names(one.predicted) for one in asked),
    }
    return render("memory.html.j2", data={"known": known, "words": translated(_MEMORY)})


def sheet(address: str) -> str:
    """Return the button that prints the page; the sheet names the address."""
    return render("sheet.html.j2", address=address)


def _names(asked: Sequence[tuple[str, Prediction | Tested]]) -> str:
    return " ".join(f"{quiz}/{one.id}" for quiz, one in asked)
