"""Parts of diagrams that questions ask for: whether they are drawn, and where their lesson shows them."""

from collections.abc import Iterator

from macros.assembly.course import Course
from macros.content.question import Press
from macros.content.quiz import Quiz
from macros.diagram.diagram import Diagram
from macros.diagram.scene import TONED
from macros.diagram.tree import walk
from macros.pages.page import Page
from macros.reading.datafile import Datafile, unknown
from macros.reading.positions import Loc
from macros.reading.problem import Problem, choices


def problems(quiz: Datafile[Quiz], page: Page, course: Course) -> Iterator[Problem]:
    """Yield diagrams that do not exist or that the lesson does not show, and parts that nobody could press."""
    shown = {call.named for call in page.calls_for("diagram")}
    known = {*course.files.diagrams} | course.files.faulty("docs/data/diagrams")
    for index, question in enumerate(quiz.model.questions):
        if not isinstance(question, Press):
            continue
        loc: Loc = ("questions", index)
        if question.press not in known:
            yield from (
                quiz.marks.problem(*fault) for fault in unknown((*loc, "press"), "diagram", question.press, known)
            )
        elif question.press not in shown:
            message = f"{page.path} does not show the diagram '{question.press}'"
            hint = choices(question.press, shown) or f'write {{! diagram("{question.press}") !}} in the lesson'
            yield quiz.marks.problem((*loc, "press"), message, hint)
        elif question.press in course.diagrams:
            yield from _parts(quiz, loc, question, course.diagrams[question.press])


def _parts(quiz: Datafile[Quiz], loc: Loc, question: Press, diagram: Diagram) -> Iterator[Problem]:
    """Yield parts that the diagram has not, that are no shape, or that its last step hides."""
    named = {node.name: node for _, node, _ in walk(diagram.scene) if node.name}
    shapes = sorted(name for name, node in named.items() if isinstance(node, TONED))
    for index, spot in enumerate(question.parts):
        place = (*loc, "parts", index, "part")
        if spot.part not in shapes:
            is_there = "is no box, picture or group" if spot.part in named else "does not exist"
            message = f"the part '{spot.part}' of the diagram '{question.press}' {is_there}"
            hint = choices(spot.part, shapes) or f"write 'name: {spot.part}' in docs/data/diagrams/{question.press}.yml"
            yield quiz.marks.problem(place, message, hint)
        elif spot.part in diagram.moments[-1].hidden:
            message = f"the last step of the diagram '{question.press}' hides the part '{spot.part}'"
            yield quiz.marks.problem(place, message, "questions are asked of the last step: name a part that it shows")
