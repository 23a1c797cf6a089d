"""What a page can call to ask its reader, and to show what that reader has read and answered."""

from macros.assembly.asked import asked
from macros.content import learnt, quiz
from macros.diagram import figure
from macros.practice_calls import PracticeCalls


class LearningCalls(PracticeCalls):
    """The macros that ask, and those that scripts fill in from what the browser remembers.

    Each returns one line of HTML, and raises ContentError for a part that is faulty or missing.
    """

    def predict(self, name: str, /) -> str:
        """Return the question that ``docs/data/quizzes/NAME.yml`` asks before the lesson tells its answer."""
        return quiz.predict(self.prediction(name), name)

    def predicted(self, name: str, /) -> str:
        """Return the answer to that question."""
        return quiz.predicted(self.prediction(name), name)

    def quiz(self, name: str, /) -> str:
        """Return the questions of ``docs/data/quizzes/NAME.yml``."""
        found = self.course.need(self.course.quizzes.get(name), f"quizzes/{name}")
        rooms = {one: self._room(one) for one in found.pressed.keys() & self.course.diagrams.keys()}
        return quiz.quiz(found, name, self._titles(), rooms)

    def _titles(self) -> dict[str, str]:
        return {name: diagram.title for name, diagram in self.course.diagrams.items()}

    def _room(self, name: str) -> list[tuple[str, str]]:
        diagram = self.course.diagrams[name]
        for _, picture in diagram.pictures():
            self.course.need(self.course.pictograms.get(picture), f"pictures/{picture}.svg")
        return figure.room(diagram, self.course.pictograms, self.pressed(name))

    def start(self) -> str:
        """Return the button that starts the course, or goes on with it."""
        shown = self.course.files.showing
        review, memory = (self.whole(macro) if shown(macro) else "" for macro in ("review", "memory"))
        return learnt.start(asked(self.course), self.root, review, memory)

    def review(self) -> str:
        """Return the questions of all lessons, one at a time as they are due."""
        return learnt.review(asked(self.course), self.root, self._titles())

    def objectives(self) -> str:
        """Return the objectives of all lessons, and which of them the reader has shown to meet."""
        return learnt.objectives(asked(self.course), self.root)

    def missed(self) -> str:
        """Return the predictions of all lessons with what turned out, and the questions that the reader missed."""
        return learnt.missed(asked(self.course), self.root)

    def memory(self) -> str:
        """Return what is remembered, with what saves it, takes it from a file and forgets it."""
        return learnt.memory(asked(self.course))

    def sheet(self) -> str:
        """Return the button that prints the page."""
        return learnt.sheet(f"{self.site}{self.url}" if self.site else "")
