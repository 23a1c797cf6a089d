"""The loader: reads each file of the course into its model, and goes on after each that is faulty."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TypeVar

from macros.diagram.pictures import Pictogram, composed, read_pictogram
from macros.html.words import code
from macros.pages.page import FrontMatter, LessonFrontMatter, Page, address
from macros.pages.written import Written, read_page
from macros.reading.datafile import Datafile, M, Prepare, as_it_is, read_data, read_text
from macros.reading.docs_files import docs_files
from macros.reading.kinds import DATA, LIST, PAGE, PICTOGRAM, PUBLISHED
from macros.reading.menu import Entry, menu
from macros.reading.problem import ContentError, Problem

_LESSON_NAME = re.compile(r"lessons/\d{2,4}-[a-z0-9-]+\.md")

_LONGEST_GUIDE = 500_000
"""Bytes of a text for contributors."""

T = TypeVar("T")


class Loader:
    """Reads what the gate lets through, and goes on after each faulty file."""

    def __init__(self, docs: Path) -> None:
        self.docs = docs
        self.files = docs_files(docs)
        self.published = {*self.files.kinds}
        self.problems = [*self.files.problems]
        self.paths: dict[str, str] = {}
        self.written: dict[str, Written] = {}

    def data(self, name: str, model: type[M], prepare: Prepare = as_it_is) -> Datafile[M] | None:
        """Return ``data/NAME.yml`` as a model, or nothing when it is faulty or not there."""
        read = partial(read_data, model=model, prepare=prepare)
        return self._read(f"data/{name}.yml", read) if f"data/{name}.yml" in self.published else None

    def folder(self, name: str, model: type[M], prepare: Prepare = as_it_is) -> dict[str, Datafile[M]]:
        """Return the data files of ``data/NAME/`` that are right, by their names."""
        paths = self.files.of(DATA, f"data/{name}")
        read = {path: self._read(path, lambda file, path: read_data(file, path, model, prepare)) for path in paths}
        return {PurePosixPath(path).stem: datafile for path, datafile in read.items() if datafile}

    def pictograms(self) -> dict[str, Pictogram]:
        """Return the pictograms of ``data/pictures/`` by their names; one that is no plain drawing is not published."""
        paths = self.files.of(PICTOGRAM)
        read = {path: self._read(path, read_pictogram) for path in paths}
        found = {pictogram.name: pictogram for pictogram in read.values() if pictogram}
        self.published -= {path for path, pictogram in read.items() if not pictogram}
        whole = [self._read(path, _composed(found)) for path, pictogram in read.items() if pictogram]
        return {pictogram.name: pictogram for pictogram in whole if pictogram}

    def pages(self) -> tuple[Page, ...]:
        """Return all pages: the lessons in their order, then the others."""
        lessons = self.files.of(PAGE, "lessons")
        for path in (path for path in lessons if not _LESSON_NAME.fullmatch(path)):
            self._tell(path, "the file name of a lesson begins with its number", "name it like 03-its-title.md")
        pages = [self._page(path, LessonFrontMatter) for path in lessons]
        others = [path for path in self.files.of(PAGE) if PurePosixPath(path).parent != PurePosixPath("lessons")]
        pages += [self._page(path, FrontMatter) for path in others]
        return tuple(page for page in pages if page)

    def guides(self) -> dict[str, str]:
        """Return the texts for contributors that stand beside ``docs``, by their names."""
        found = {}
        for file in sorted(self.docs.parent.glob("*.md")):
            try:
                found[file.name] = read_text(file, file.name, _LONGEST_GUIDE)
            except ContentError as error:
                self.problems += error.problems
        return found

    def menu(self) -> tuple[Entry, ...] | None:
        """Return the pages that the settings name; settings that cannot be read are a problem of the gate's."""
        try:
            return menu(self.docs.parent)
        except ContentError:
            return None

    def addresses(self) -> dict[str, int]:
        """Return the addresses that were published, each with its line; who reads the site needs no list of them."""
        text = self._read(PUBLISHED, partial(read_text, most=LIST.most)) if PUBLISHED in self.published else None
        self.published.discard(PUBLISHED)
        lines = enumerate((text or "").split("\n"), 1)
        return {line.strip(): number for number, line in lines if line.strip() and not line.startswith("#")}

    def _page(self, path: str, model: type[FrontMatter]) -> Page | None:
        """Return a page that is right, and keep what stands in one that is not; one without text is not published."""
        text = None if self._stands_twice(path) else self._read(path, read_text)
        if text is None:
            self.published.discard(path)
            return None
        page, self.written[f"docs/{path}"], problems = read_page(text, f"docs/{path}", model, code())
        self.problems += problems
        return page

    def _stands_twice(self, path: str) -> bool:
        """Tell whether another page has the address of this one, which is a problem."""
        other = self.paths.setdefault(address(f"docs/{path}"), path)
        if other != path:
            self._tell(path, f"has the same address as docs/{other}", "choose another name")
        return other != path

    def _read(self, path: str, read: Callable[[Path, str], T]) -> T | None:
        try:
            return read(self.docs / path, f"docs/{path}")
        except ContentError as error:
            self.problems += error.problems
            return None

    def _tell(self, path: str, message: str, hint: str) -> None:
        self.problems.append(Problem(f"docs/{path}", 1, 1, "", message, hint))


def _composed(found: dict[str, Pictogram]) -> Callable[[Path, str], Pictogram]:
    return lambda file, path: composed(found[file.stem], found, path)
