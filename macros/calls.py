"""What a page can call: ``{! diagram("every-part") !}`` and the like, each a look-up in the course."""

from macros.assembly.addresses import downloads
from macros.citing_calls import CitingCalls
from macros.content import card, decision, glossary, lesson, offline, table
from macros.html.markup import render
from macros.learning_calls import LearningCalls
from macros.outputs import download
from macros.outputs.printed import OFFERED
from macros.pages import rules
from macros.picture_calls import PictureCalls
from macros.practice_calls import PracticeCalls


class Calls(LearningCalls):
    """The macros of one page; each returns one line of HTML.

    Each raises ContentError for a part that is faulty or missing.
    """

    def course_card(self) -> str:
        """Return lessons, minutes and level of the course."""
        found = self.course.need(self.course.card, "course")
        return card.course_card(found, self.course.lessons)

    def outline(self) -> str:
        """Return the list of lessons."""
        return lesson.outline(self.course.lessons, self.root)

    def lesson_header(self) -> str:
        """Return the place of this lesson in the course, its minutes and its objectives."""
        read_at = self.course.card.each_lesson.read_at if self.course.card else None
        return lesson.lesson_header(self.lesson, len(self.course.lessons), read_at)

    def lesson_end(self) -> str:
        """Return what stands below each lesson: the button that shares it, and the byline."""
        return render("lesson_end.html.j2", title=self.lesson.title, byline=self.byline())

    def byline(self) -> str:
        """Return who wrote the course, and whose lesson it is adapted from."""
        return card.byline(self.course.need(self.course.card, "course"))

    def reading_times(self) -> str:
        """Return the table of what was counted for the minutes."""
        return lesson.reading_times(self.course.lessons)

    def comparison(self, *, key: bool = False) -> str:
        """Return the table of all rows, or of the key differences."""
        if key:
            return table.key_differences(self.compared, self.cited)
        return table.evidence(self.compared, self.linked, self.also)

    def row(self, name: str, /) -> str:
        """Return one row of the comparison."""
        row = self.course.need(self.compared.row(name), "comparison", f"there is no row '{name}'")
        return table.single_row(self.compared, row, self.cited)

    def decision(self, name: str, /) -> str:
        """Return the decision helper of ``docs/data/decisions/NAME.yml``."""
        found = self.course.need(self.course.decisions.get(name), f"decisions/{name}")
        subjects = {subject.id: subject.name for subject in self.compared.subjects}
        rows = {row.id: (row.name, f"{self.whole('comparison')}#{row.id}") for row in self.compared.rows}
        return decision.decision(found, decision.Names(subjects, rows))

    def downloads(self) -> str:
        """Return links to the comparison and its sources as files."""
        self.course.need(self.course.comparison, "comparison")
        return download.downloads(downloads(self.course.files), self.root)

    def papers(self) -> str:
        """Return links to the whole course, its slides and its book, each of which shows once its file is made."""
        return render("papers.html.j2", files=OFFERED, root=self.root)

    def glossary(self) -> str:
        """Return the words that the lessons explain, each with its lesson."""
        found = self.course.need(self.course.glossary, "terms")
        return glossary.glossary(found, self.course.files.explained, self.root, self.linked)

    def rules(self) -> str:
        """Return the list of the rules that every page keeps."""
        return rules.listing()

    def keys(self) -> str:
        """Return the switch for the keys of one letter, which docs/assets/keys.js turns."""
        return render("keys.html.j2")

    def offline(self) -> str:
        """Return what this browser keeps for reading without a network, which docs/assets/offline.js fills in."""
        return offline.offline()


_METHODS = {**vars(CitingCalls), **vars(PictureCalls), **vars(PracticeCalls), **vars(LearningCalls), **vars(Calls)}
NAMES = [name for name, value in _METHODS.items() if callable(value) and not name.startswith("_")]
"""The macros that a page can call."""

CITING = {"cite", "comparison", "diagram", "interactive", "row"}
"""Those that say something else at each place of a lesson, which cites by numbers."""

OF_LESSONS = {"lesson_header", "lesson_end", "predict", "predicted", "quiz"}
"""Those that only the page of a lesson can call."""
