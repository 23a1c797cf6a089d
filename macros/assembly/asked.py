"""What the lessons ask, in their order: the questions that their pages show."""

from macros.assembly.course import Course
from macros.content.learnt import Questions


def asked(course: Course) -> tuple[Questions, ...]:
    """Return each lesson with its prediction and its questions; a quiz that cannot be read is missing."""
    found = []
    for lesson in course.lessons:
        shown = {
            macro: [
                (name, course.quizzes[name])
                for name in dict.fromkeys(call.named for call in lesson.page.calls_for(macro))
                if name in course.quizzes
            ]
            for macro in ("predict", "quiz")
        }
        predicted = tuple((name, quiz.predict) for name, quiz in shown["predict"] if quiz.predict)
        tested = tuple((name, question) for name, quiz in shown["quiz"] for question in quiz.questions)
        found.append(Questions(lesson, predicted, tested))
    return tuple(found)
