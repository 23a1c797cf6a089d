"""What stands in ``docs/``: each file by itself, read into its model, and the problems of all of them in one list."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from macros.assembly.given import with_tones, with_units
from macros.assembly.legible import Legible, legible
from macros.assembly.loader import Loader
from macros.chart.chart import Chart
from macros.content.card import Card
from macros.content.comparison import Comparison
from macros.content.decision import Decision
from macros.content.glossary import Explained, Glossary
from macros.content.quiz import Quiz
from macros.content.redirects import Moves
from macros.content.runs import Measurements
from macros.content.source import Sources
from macros.content.synonyms import Synonyms
from macros.content.transcript import Transcript
from macros.diagram.diagram import Diagram
from macros.diagram.pictures import Pictogram
from macros.html.words import speaking
from macros.interactive.interactive import Interactive
from macros.pages.page import LessonFrontMatter, Page
from macros.pages.written import Written
from macros.reading.datafile import Datafile
from macros.reading.menu import Entry
from macros.reading.problem import Problem, faulty_in
from macros.reading.project import Project, project
from macros.reading.settings import Setting, language


@dataclass(frozen=True)
class Files:
    """All files; what is faulty is missing here."""

    card: Datafile[Card] | None
    comparison: Datafile[Comparison] | None
    sources: Datafile[Sources] | None
    glossary: Datafile[Glossary] | None
    diagrams: dict[str, Datafile[Diagram]]
    charts: dict[str, Datafile[Chart]]
    decisions: dict[str, Datafile[Decision]]
    quizzes: dict[str, Datafile[Quiz]]
    transcripts: dict[str, Datafile[Transcript]]
    interactives: dict[str, Datafile[Interactive]]
    measurements: Datafile[Measurements] | None
    moves: Datafile[Moves] | None
    synonyms: Datafile[Synonyms] | None
    pictograms: dict[str, Pictogram]
    pages: tuple[Page, ...]
    written: dict[str, Written]
    """What stands in each page, right or wrong, by its path."""
    guides: dict[str, str]
    """The texts for contributors that stand beside ``docs``, by their names."""
    menu: tuple[Entry, ...] | None
    """The pages that the settings name; nothing where they leave that to the site generator."""
    language: Setting
    """What the settings name as the language of the course, for which there may be no words."""
    project: Project
    addresses: dict[str, int]
    """All addresses that were published, with their lines in the list."""
    published: frozenset[str]
    """The paths below ``docs`` that the gate knows, without pages and pictograms that cannot be read."""
    legible: Legible
    problems: tuple[Problem, ...]

    def has(self, name: str) -> bool:
        """Tell whether there is a data file of this name, right or wrong; all but the course card may be absent."""
        path = f"data/{name}.yml"
        return path in self.published or any(problem.path == f"docs/{path}" for problem in self.problems)

    def showing(self, macro: str) -> Page | None:
        """Return the page that shows a whole by this macro, such as all sources: links to a part of it lead there."""
        return self._showing.get(macro)

    @cached_property
    def _showing(self) -> dict[str, Page]:
        return {call.name: page for page in reversed(self.pages) for call in page.calls if not call.options}

    @cached_property
    def teaching(self) -> tuple[Page, ...]:
        """Return the pages that may explain a word: the lessons, then those with commands to type."""
        lessons = [page for page in self.pages if isinstance(page.front_matter, LessonFrontMatter)]
        return (*lessons, *(page for page in self.pages if page.calls_for("practice_header")))

    @cached_property
    def explained(self) -> dict[str, Explained]:
        """Return where the words of the glossary are explained, by their ids."""
        return self.glossary.model.explained(self.teaching) if self.glossary else {}

    def datafiles(self) -> Iterator[Datafile[Any]]:
        """Yield every data file that could be read."""
        yield from filter(None, (self.card, self.comparison, self.sources, self.glossary, self.measurements))
        yield from filter(None, (self.moves, self.synonyms))
        for folder in (self.diagrams, self.charts, self.decisions, self.quizzes, self.transcripts, self.interactives):
            yield from folder.values()

    def faulty(self, folder: str) -> set[str]:
        """Return the names of the files of a folder that cannot be used."""
        return faulty_in(folder, (problem.path for problem in self.problems))


def read_files(docs: Path) -> Files:
    """Return all files of a ``docs`` folder, and every problem that one has by itself."""
    named = language(docs.parent)
    with speaking(named.value):
        return _read(Loader(docs), named)


def _read(loader: Loader, named: Setting) -> Files:
    first = card, comparison, sources = _first(loader)
    read = legible(loader.docs, comparison, sources)
    return Files(
        *first,
        loader.data("terms", Glossary),
        loader.folder("diagrams", Diagram, with_tones(card, read)),
        loader.folder("charts", Chart),
        loader.folder("decisions", Decision),
        loader.folder("quizzes", Quiz),
        loader.folder("transcripts", Transcript),
        loader.folder("interactives", Interactive),
        loader.data("measurements", Measurements, with_units(card)),
        loader.data("moved", Moves),
        loader.data("synonyms", Synonyms),
        loader.pictograms(),
        *(loader.pages(), loader.written, loader.guides()),
        *(loader.menu(), named, project(loader.docs.parent)),
        *(loader.addresses(), frozenset(loader.published), read),
        tuple(loader.problems),
    )


def _first(loader: Loader) -> tuple[Datafile[Card] | None, Datafile[Comparison] | None, Datafile[Sources] | None]:
    """Return what others are read with."""
    card = loader.data("course", Card)
    return card, loader.data("comparison", Comparison, with_units(card)), loader.data("sources", Sources)
