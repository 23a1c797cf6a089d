"""The names that a call can take: those of files, rows and sources, of faulty ones too."""

from collections.abc import Mapping

from macros.course import Course
from macros.errors import faulty_in


def known_names(course: Course, macro: str) -> set[str] | None:
    """Return the names that a macro takes; nothing when it takes none, or when they cannot be known."""
    folders: dict[str, tuple[str, Mapping[str, object]]] = {
        "diagram": ("diagrams", course.diagrams),
        "scene": ("diagrams", course.diagrams),
        "chart": ("charts", course.charts),
        "decision": ("decisions", course.decisions),
        "quiz": ("quizzes", course.quizzes),
        "picture": ("pictures", course.pictograms),
    }
    match macro:
        case "row":
            return {row.id for row in course.comparison.rows} if course.comparison else None
        case "cite":
            return course.sources.ids() if course.sources else None
        case _ if macro in folders:
            folder, found = folders[macro]
            return {*found} | faulty_in(f"docs/data/{folder}", course.problems_by_path)
    return None
