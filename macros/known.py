"""The names that a call can take: those of files, rows and sources, of faulty ones too."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from macros.course import Course


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
            return {*found} | _faulty(course, f"docs/data/{folder}")
    return None


def _faulty(course: Course, folder: str) -> set[str]:
    paths = (PurePosixPath(problem.path) for problem in course.problems)
    return {path.stem for path in paths if path.parent == PurePosixPath(folder)}
