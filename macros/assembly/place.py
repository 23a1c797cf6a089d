"""Where a call stands: its page, and the way from there to the rest of the course."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.assembly.course import Course
from macros.assembly.measured import figures_of
from macros.assembly.numbered import anchor, numbers
from macros.assembly.reading_time import practised
from macros.chart.measured import Charted, Cited
from macros.content.bibliography import citations, numbered
from macros.content.choices import Prediction
from macros.content.comparison import Comparison
from macros.content.lesson import Lesson
from macros.content.practice import Practice
from macros.content.runs import MeasuredChart, Measurements


@dataclass(frozen=True)
class Place:
    """A page of a course.

    url is the page's address relative to the site's root, site the address of that root where it is known.
    by_file tells that the generator takes links as leading from the page's file, and turns them itself (Zensical does).
    """

    course: Course
    url: str
    site: str = ""
    by_file: bool = False
    call: int | None = None
    """The number of the call among the parts of its page, where it is known."""

    @property
    def compared(self) -> Comparison:
        """Return the comparison; raises ContentError when it cannot be used."""
        return self.course.need(self.course.comparison, "comparison")

    @property
    def root(self) -> str:
        """Return what leads from the page to the root of the site."""
        page = self.course.page_at(self.url) if self.by_file else None
        return "../" * (page.path.count("/") - 1 if page else self.url.count("/")) or "./"

    def whole(self, macro: str) -> str:
        """Return what leads from the page to the one that shows a whole by this macro, such as all sources."""
        page = self.course.files.showing(macro)
        return self.root + (page.url if page else "")

    @property
    def also(self) -> dict[str, str]:
        """Return, by its id, the words that readers type for a row of the comparison and that need not stand in it."""
        page = self.course.files.showing("comparison")
        url, words = page.url if page else "", self.course.synonyms.words_of
        return {row.id: " ".join(words(f"{url}#{row.id}")) for row in self.compared.rows}

    def linked(self, ids: Iterable[str]) -> str:
        """Return links to sources in the bibliography."""
        if not (cited := (*ids,)):
            return ""  # A course that cites nothing needs no sources.
        sources = self.course.need(self.course.sources, "sources")
        return citations(sources, cited, self.whole("bibliography"))

    def cited(self, ids: Iterable[str], row: str = "") -> str:
        """Return links to sources: in a lesson by numbers, with an anchor by which the bibliography leads back."""
        lesson, cited = self.course.lesson_at(self.url), {*ids}
        if not (lesson and cited) or self.call is None:
            return self.linked(cited)
        sources = self.course.need(self.course.sources, "sources")
        found = {name: number for name, number in numbers(lesson.page, self.course).items() if name in cited}
        return numbered(sources, found, anchor(self.call, row), self.whole("bibliography"))

    def prediction(self, name: str) -> Prediction:
        """Return the prediction of a quiz; raises ContentError when there is none."""
        quiz = self.course.need(self.course.quizzes.get(name), f"quizzes/{name}")
        return self.course.need(quiz.predict, f"quizzes/{name}", "has no 'predict', which a page shows")

    def pressed(self, diagram: str) -> frozenset[str]:
        """Return the names of the parts of a diagram that any question asks for."""
        return frozenset().union(*(found.pressed.get(diagram, ()) for found in self.course.quizzes.values()))

    def charted(self, found: Measurements, chart: MeasuredChart) -> Charted:
        """Return a chart of what was measured, with the published figures beside it."""
        figures = figures_of(self.compared) if chart.beside else {}
        short = self.course.need(self.course.sources, "sources").labels if chart.beside else {}
        beside = ((one.way, figures[one.figure]) for one in chart.beside)
        return Charted(found, chart, tuple(Cited(way, figure, short[figure.source]) for way, figure in beside))

    def is_first(self, macro: str, name: str) -> bool:
        """Tell whether this call is the first, or the only one, by which its page shows this."""
        written = self.course.written_at(self.url)
        same = [n for n, call in (written.calls if written else {}).items() if (call.name, call.named) == (macro, name)]
        return len(same) < 2 or self.call == same[0]  # noqa: PLR2004 - more than one

    @property
    def lesson(self) -> Lesson:
        """Return the lesson on whose page the call stands; raises ContentError when it is none."""
        message = "only a lesson that can be read may call this macro"
        return self.course.need(self.course.lesson_at(self.url), "course", message)

    @property
    def practices(self) -> tuple[Practice, ...]:
        """Return all pages with commands to type."""
        return practised(self.course.files)

    @property
    def practice(self) -> Practice:
        """Return the one on which the call stands; raises ContentError when it cannot be read."""
        found = next((one for one in self.practices if one.url == self.url), None)
        return self.course.need(found, "course", "only a page that can be read may call this macro")
