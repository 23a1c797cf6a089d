"""The files of the course, each read into its model; the problems of all of them in one list."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeVar

from macros import filenames
from macros.card import Card
from macros.chart import Chart
from macros.comparison import Comparison
from macros.datafile import Datafile, M, read_data, read_text
from macros.decision import Decision
from macros.diagram.diagram import Diagram
from macros.diagram.filling import filled
from macros.diagram.pictures import Pictogram, composed, read_pictogram
from macros.errors import ContentError, Problem
from macros.glossary import Glossary
from macros.marked import Marked
from macros.moved import Moves
from macros.page import FrontMatter, LessonFrontMatter, Page
from macros.pages.written import Written, read_page
from macros.quiz import Quiz
from macros.source import Sources

_FILE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.[a-z]+")
_LESSON_NAME = re.compile(r"\d{2,4}-[a-z0-9]+(-[a-z0-9]+)*\.md")

T = TypeVar("T")


@dataclass(frozen=True)
class Files:
    """What stands in ``docs/``, each file by itself; what is faulty is missing here."""

    card: Datafile[Card] | None
    comparison: Datafile[Comparison] | None
    sources: Datafile[Sources] | None
    glossary: Datafile[Glossary] | None
    diagrams: dict[str, Datafile[Diagram]]
    charts: dict[str, Datafile[Chart]]
    decisions: dict[str, Datafile[Decision]]
    quizzes: dict[str, Datafile[Quiz]]
    moves: Datafile[Moves] | None
    pictograms: dict[str, Pictogram]
    pages: tuple[Page, ...]
    written: dict[str, Written]
    """What stands in each page, right or wrong, by its path."""
    problems: tuple[Problem, ...]

    def faulty(self, folder: str) -> set[str]:
        """Return the names of the files of a folder that cannot be used."""
        paths = (PurePosixPath(problem.path) for problem in self.problems)
        return {path.stem for path in paths if path.parent == PurePosixPath(folder)}


def read_files(docs: Path) -> Files:
    """Return all files of a ``docs`` folder, and every problem that one has by itself."""
    shelf = _Shelf(docs)
    shelf.names()
    comparison = shelf.data("comparison", Comparison)
    figures = {figure.id: figure for row in comparison.model.rows for figure in row.figures} if comparison else None
    return Files(
        shelf.data("course", Card),
        comparison,
        shelf.data("sources", Sources),
        shelf.data("terms", Glossary),
        shelf.folder("diagrams", Diagram, lambda marks: filled(marks, figures)),
        shelf.folder("charts", Chart),
        shelf.folder("decisions", Decision),
        shelf.folder("quizzes", Quiz),
        shelf.data("moved", Moves) if (docs / "data/moved.yml").exists() else None,
        shelf.pictograms(),
        shelf.pages(),
        shelf.written,
        tuple(shelf.problems),
    )


class _Shelf:
    """Reads from one folder and goes on after each faulty file."""

    def __init__(self, docs: Path) -> None:
        self.docs = docs
        self.problems: list[Problem] = []
        self.written: dict[str, Written] = {}

    def names(self) -> None:
        """Keep each file name that does not work on every system."""
        self.problems += filenames.problems(self._path(file) for file in self.docs.rglob("*") if file.is_file())

    def data(self, name: str, model: type[M]) -> Datafile[M] | None:
        """Return ``data/NAME.yml`` as a model, or nothing when it is faulty."""
        return self._read(self.docs / "data" / f"{name}.yml", lambda file, path: read_data(file, path, model))

    def folder(
        self, name: str, model: type[M], prepare: Callable[[Marked], Marked] = lambda marks: marks
    ) -> dict[str, Datafile[M]]:
        """Return the data files of ``data/NAME/`` that are right, by their names."""
        files = self._files(self.docs / "data" / name, "*.yml", _FILE_NAME)
        read = {file.stem: self._read(file, lambda file, path: read_data(file, path, model, prepare)) for file in files}
        return {stem: datafile for stem, datafile in read.items() if datafile}

    def pictograms(self) -> dict[str, Pictogram]:
        """Return the pictograms of ``data/pictures/`` by their names."""
        files = self._files(self.docs / "data" / "pictures", "*.svg", _FILE_NAME)
        read = {file: self._read(file, read_pictogram) for file in files}
        found = {file.stem: pictogram for file, pictogram in read.items() if pictogram}
        whole = {file.stem: self._read(file, _composed(found)) for file in files if file.stem in found}
        return {stem: pictogram for stem, pictogram in whole.items() if pictogram}

    def pages(self) -> tuple[Page, ...]:
        """Return all pages: the lessons in their order, then the others."""
        lessons = self._files(self.docs / "lessons", "*.md", _LESSON_NAME)
        others = [file for file in sorted(self.docs.rglob("*.md")) if file.parent != self.docs / "lessons"]
        pages = [self._page(file, LessonFrontMatter) for file in lessons]
        pages += [self._page(file, FrontMatter) for file in others]
        return tuple(page for page in pages if page)

    def _page(self, file: Path, model: type[FrontMatter]) -> Page | None:
        """Return a page that is right, and keep what stands in one that is not."""
        text = self._read(file, read_text)
        if text is None:
            return None
        page, self.written[self._path(file)], problems = read_page(text, self._path(file), model)
        self.problems += problems
        return page

    def _files(self, folder: Path, pattern: str, name: re.Pattern[str]) -> list[Path]:
        files = sorted(folder.glob(pattern))
        for file in files:
            told = any(problem.path == self._path(file) for problem in self.problems)
            if not name.fullmatch(file.name) and not told:
                example = "03-virtual-machines.md" if name is _LESSON_NAME else "two-words" + file.suffix
                message = "a file name is an address: lower case letters, digits and hyphens"
                self.problems.append(Problem(self._path(file), 1, 1, "", message, f"name it like {example}"))
        return files

    def _read(self, file: Path, read: Callable[[Path, str], T]) -> T | None:
        try:
            return read(file, self._path(file))
        except ContentError as error:
            self.problems += error.problems
            return None

    def _path(self, file: Path) -> str:
        return file.relative_to(self.docs.parent).as_posix()


def _composed(found: dict[str, Pictogram]) -> Callable[[Path, str], Pictogram]:
    return lambda file, path: composed(found[file.stem], found, path)
