"""The whole course: everything in ``docs/``, read and checked once, before the first page is built."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TypeVar

from macros.card import Card
from macros.comparison import Comparison
from macros.datafile import Datafile
from macros.diagram.pictures import Pictogram
from macros.diagram.scene import Diagram, Picture
from macros.errors import ContentError, Problem, did_you_mean
from macros.lesson import Lesson, total_seconds, whole_minutes, words_off
from macros.page import LessonFrontMatter, Page
from macros.quiz import Quiz
from macros.shelf import Shelf
from macros.source import Sources

T = TypeVar("T")

_COUNTED = ("docs/lessons/", "docs/data/quizzes/", "docs/data/comparison.yml")
"""What the minutes are counted from: while a part of it is faulty, the sum says nothing."""


@dataclass(frozen=True)
class Course:
    """All that could be read, and every problem; what is faulty is missing here and named there."""

    card: Card | None
    comparison: Comparison | None
    sources: Sources | None
    diagrams: dict[str, Diagram]
    pictograms: dict[str, Pictogram]
    quizzes: dict[str, Quiz]
    pages: tuple[Page, ...]
    lessons: tuple[Lesson, ...]
    problems: tuple[Problem, ...]

    @classmethod
    def read(cls, docs: Path) -> "Course":
        """Return the course in a folder of lessons and data; never raises for what is in them."""
        shelf = Shelf(docs)
        card, comparison = shelf.data("course", Card), shelf.data("comparison", Comparison)
        sources = shelf.data("sources", Sources)
        diagrams, quizzes = shelf.folder("diagrams", Diagram), shelf.folder("quizzes", Quiz)
        pictograms, pages = shelf.pictograms(), shelf.pages()
        quiz_models = {name: quiz.model for name, quiz in quizzes.items()}
        lessons = _lessons(pages, quiz_models, comparison.model if comparison else None)
        if card and not any(problem.path.startswith(_COUNTED) for problem in shelf.problems):
            shelf.problems += _broken_promises(card, lessons)
        if comparison and sources:
            shelf.problems += _unknown_sources(comparison, sources.model)
        unknown = {name: tuple(_unknown_pictures(diagram, pictograms)) for name, diagram in diagrams.items()}
        shelf.problems += chain(*unknown.values())
        return cls(
            card.model if card else None,
            comparison.model if comparison else None,
            sources.model if sources else None,
            {name: diagram.model for name, diagram in diagrams.items() if not unknown[name]},
            pictograms,
            quiz_models,
            pages,
            lessons,
            tuple(sorted(shelf.problems)),
        )

    @property
    def minutes(self) -> int:
        """Return the minutes that all lessons take together."""
        return whole_minutes(total_seconds(self.lessons))

    def need(self, found: T | None, name: str, message: str = "there is no such file") -> T:
        """Return what was found; raises ContentError with the problems of ``docs/data/NAME.yml`` when it was not."""
        if found is not None:
            return found
        path = f"docs/data/{name}.yml"
        raise ContentError([p for p in self.problems if p.path == path] or [Problem(path, 1, 1, "", message)])

    def named_by(self, macro: str) -> set[str]:
        """Return the names that a macro takes, those of faulty files included; none when they are not known."""
        match macro:
            case "diagram":
                return {*self.diagrams} | self._faulty("docs/data/diagrams")
            case "quiz":
                return {*self.quizzes} | self._faulty("docs/data/quizzes")
            case "row" if self.comparison:
                return {row.id for row in self.comparison.rows}
            case "cite" if self.sources:
                return self.sources.ids()
        return set()

    def _faulty(self, folder: str) -> set[str]:
        paths = (PurePosixPath(problem.path) for problem in self.problems)
        return {path.stem for path in paths if path.parent == PurePosixPath(folder)}


def _lessons(pages: tuple[Page, ...], quizzes: dict[str, Quiz], comparison: Comparison | None) -> tuple[Lesson, ...]:
    """Return the lessons, numbered in the order of their file names, with what there is to read in each."""
    lessons: list[Lesson] = []
    for page in pages:
        if not isinstance(page.front_matter, LessonFrontMatter):
            continue
        words, figures, questions = page.words, 0, 0
        for call in page.calls:
            match call.name, call.arguments:
                case "diagram", _:
                    figures += 1
                case "quiz", (name,) if name in quizzes:
                    questions += len(quizzes[name].questions)
                case "comparison", _ if comparison:
                    words += sum(row.words() for row in comparison.shown(key=bool(call.options.get("key"))))
                case "row", (name,) if comparison and (row := comparison.row(name)):
                    words += row.words()
        lessons.append(Lesson(len(lessons) + 1, page, words, figures, questions))
    return tuple(lessons)


def _unknown_sources(comparison: Datafile[Comparison], sources: Sources) -> Iterator[Problem]:
    for index, row in enumerate(comparison.model.rows):
        for number, source in enumerate(row.sources):
            if source not in sources.ids():
                hint = did_you_mean(source, sources.ids())
                yield comparison.marks.problem(
                    ("rows", index, "sources", number), f"there is no source '{source}'", hint
                )


def _unknown_pictures(diagram: Datafile[Diagram], known: dict[str, Pictogram]) -> Iterator[Problem]:
    for loc, node, _ in diagram.model.walk():
        if isinstance(node, Picture) and node.picture not in known:
            hint = did_you_mean(node.picture, known)
            yield diagram.marks.problem((*loc, "picture"), f"there is no picture '{node.picture}'", hint)


def _broken_promises(card: Datafile[Card], lessons: tuple[Lesson, ...]) -> Iterator[Problem]:
    promised = card.model
    if len(lessons) != promised.lessons:
        yield card.marks.problem(("lessons",), f"says {promised.lessons}, but there are {len(lessons)} lessons")
    seconds = total_seconds(lessons)
    if off := words_off(seconds, promised.minutes):
        message = f"says {promised.minutes}, but the lessons take {whole_minutes(seconds)} minutes"
        hint = f"cut {off} words" if off > 0 else f"add {-off} words"
        yield card.marks.problem(("minutes",), message, hint)
