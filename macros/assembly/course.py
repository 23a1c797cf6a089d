"""The whole course: everything in ``docs/``, read and checked once, before the first page is built."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from pathlib import Path, PurePosixPath
from typing import TypeVar

from macros.assembly import modeline, references
from macros.assembly.files import Files, read_files
from macros.assembly.reading_time import counted
from macros.chart.chart import Chart
from macros.content.card import Card
from macros.content.comparison import Comparison
from macros.content.decision import Decision
from macros.content.glossary import Glossary
from macros.content.lesson import Lesson, total_minutes
from macros.content.quiz import Quiz
from macros.content.redirects import Move, Moves
from macros.content.runs import Measurements
from macros.content.source import Sources
from macros.content.synonyms import Synonyms
from macros.content.transcript import Transcript
from macros.diagram.diagram import Diagram
from macros.diagram.pictures import Pictogram
from macros.interactive.interactive import Interactive
from macros.pages.page import Page, address
from macros.pages.written import Written
from macros.reading.datafile import Datafile, M
from macros.reading.problem import ContentError, Problem, first_of_each

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Course:
    """All that could be read, and every problem; what is faulty is missing here and named there."""

    card: Card | None
    comparison: Comparison | None
    sources: Sources | None
    glossary: Glossary | None
    diagrams: dict[str, Diagram]
    charts: dict[str, Chart]
    decisions: dict[str, Decision]
    pictograms: dict[str, Pictogram]
    quizzes: dict[str, Quiz]
    measurements: Measurements | None
    transcripts: dict[str, Transcript]
    interactives: dict[str, Interactive]
    pages: tuple[Page, ...]
    written: dict[str, Written]
    lessons: tuple[Lesson, ...]
    moves: tuple[Move, ...]
    synonyms: Synonyms
    files: Files  # what it was read from, with the place of each value
    problems: tuple[Problem, ...]

    @classmethod
    def read(cls, docs: Path) -> "Course":
        """Return the course in a folder of lessons and data; never raises for what is in them."""
        files = read_files(docs)
        lessons = counted(files)
        return cls._of(files, lessons, [*files.problems, *references.problems(files, lessons)])

    @classmethod
    def _of(cls, files: Files, lessons: tuple[Lesson, ...], problems: list[Problem]) -> "Course":
        """Return what is not faulty; a file that lacks no more than its modeline can be shown."""
        faulty = {problem.path for problem in problems}
        return cls(
            files.card.model if files.card else None,
            _model(files.comparison, faulty),
            files.sources.model if files.sources else None,
            files.glossary.model if files.glossary else None,
            _models(files.diagrams, faulty),
            _models(files.charts, faulty),
            _models(files.decisions, faulty),
            files.pictograms,
            _models(files.quizzes, faulty),
            _model(files.measurements, faulty),
            _models(files.transcripts, faulty),
            _models(files.interactives, faulty),
            *(files.pages, files.written, lessons),
            *((_model(files.moves, faulty) or Moves(moved=())).moved, _model(files.synonyms, faulty) or Synonyms()),
            *(files, tuple(sorted((*problems, *modeline.problems(files))))),
        )

    @property
    def warnings(self) -> list[Problem]:
        """Return what somebody should look at again, and what keeps nothing from being published."""
        return sorted(references.warnings(self.files))

    def page_at(self, url: str) -> Page | None:
        """Return the page with this address, relative to the site's root."""
        return self._pages.get(url)

    def written_at(self, url: str) -> Written | None:
        """Return what stands in the file of the page with this address, right or wrong."""
        return self._written.get(url)

    def lesson_at(self, url: str) -> Lesson | None:
        """Return the lesson with this address, relative to the site's root."""
        return self._lessons.get(url)

    @cached_property
    def problems_by_path(self) -> dict[str, list[Problem]]:
        """Return the problems by the file that they are in."""
        return {path: [*found] for path, found in groupby(first_of_each(self.problems), attrgetter("path"))}

    @cached_property
    def _pages(self) -> dict[str, Page]:
        return {page.url: page for page in self.pages}

    @cached_property
    def _written(self) -> dict[str, Written]:
        return {address(path): written for path, written in self.written.items()}

    @cached_property
    def _lessons(self) -> dict[str, Lesson]:
        return {lesson.url: lesson for lesson in self.lessons}

    @property
    def minutes(self) -> int:
        """Return the minutes of all lessons."""
        return total_minutes(self.lessons)

    def need(self, found: T | None, name: str, message: str = "there is no such file") -> T:
        """Return what was found; raises ContentError with the problems of its file in ``docs/data`` when it was not."""
        if found is not None:
            return found
        path = f"docs/data/{name}" if PurePosixPath(name).suffix else f"docs/data/{name}.yml"
        raise ContentError(self.problems_by_path.get(path) or [Problem(path, 1, 1, "", message)])


def _model(file: Datafile[M] | None, faulty: set[str]) -> M | None:
    return file.model if file and file.marks.path not in faulty else None


def _models(files: Mapping[str, Datafile[M]], faulty: set[str]) -> dict[str, M]:
    return {name: file.model for name, file in files.items() if file.marks.path not in faulty}
