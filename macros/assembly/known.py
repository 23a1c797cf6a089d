"""The names that a call can take: those of files, rows and sources, of faulty ones too."""

from collections.abc import Collection, Mapping

from macros.assembly.course import Course
from macros.assembly.reading_time import practised
from macros.reading.problem import did_you_mean, faulty_in

_FOLDERS = {
    "diagram": "diagrams",
    "scene": "diagrams",
    "chart": "charts",
    "decision": "decisions",
    "interactive": "interactives",
    "quiz": "quizzes",
    "predict": "quizzes",
    "predicted": "quizzes",
    "transcript": "transcripts",
    "picture": "pictures",
}
"""Of the files that macros name."""

WHOLE = {"comparison": "comparison", "glossary": "terms", "bibliography": "sources"}
"""By macro: the data file of which it shows all. Links to a row, a word or a source lead to the page that calls it."""

_NEEDED = {
    **WHOLE,
    **dict.fromkeys(("row", "chart", "decision", "downloads"), "comparison"),
    "cite": "sources",
    **dict.fromkeys(("measurements", "measured_chart", "own_run"), "measurements"),
}
"""The data file without which a macro has nothing to show."""


def lacking(course: Course, macro: str) -> str:
    """Return what a macro would show and the course has not: a file, or what stands in it; nothing when it is there."""
    file = _NEEDED.get(macro, "")
    if file and not course.files.has(file):
        return f"docs/data/{file}.yml"
    empty = {
        "glossary": ("word in docs/data/terms.yml", course.glossary and not course.glossary.terms),
        "bibliography": ("source in docs/data/sources.yml", course.sources and not course.sources.sources),
        "gallery": ("diagram in docs/data/diagrams", not known_names(course, "diagram")),
        "pictograms": ("pictogram in docs/data/pictures", not known_names(course, "picture")),
        **dict.fromkeys(("start", "review", "objectives", "missed"), ("lesson in docs/lessons", not course.lessons)),
        "practice_list": ("page that calls 'practice_header'", not practised(course.files)),
    }
    words, nothing = empty.get(macro, ("", False))
    return words if nothing else ""


def known_names(course: Course, macro: str) -> Collection[str] | None:
    """Return the names that a macro takes; nothing when it takes none, or when they cannot be known."""
    found: dict[str, Mapping[str, object]] = {
        "diagrams": course.diagrams,
        "charts": course.charts,
        "decisions": course.decisions,
        "interactives": course.interactives,
        "quizzes": course.quizzes,
        "transcripts": course.transcripts,
        "pictures": course.pictograms,
    }
    match macro:
        case "row":
            return course.files.legible.rows
        case "cite":
            return course.files.legible.sources
        case "measured_chart":
            return {chart.id for chart in course.measurements.charts} if course.measurements else None
        case _ if folder := _FOLDERS.get(macro):
            return {*found[folder]} | faulty_in(f"docs/data/{folder}", course.problems_by_path)
    return None


def instead(macro: str, name: object, known: Collection[str]) -> str:
    """Return a hint for a name that is not known: the one that is meant, or else where to write what it names."""
    folder = _FOLDERS.get(macro)
    suffix = "svg" if macro == "picture" else "yml"
    file = {"cite": "sources", "measured_chart": "measurements"}.get(macro, "comparison")
    new = f"write docs/data/{folder}/{name}.{suffix}" if folder else f"add it to docs/data/{file}.yml"
    return did_you_mean(str(name), known) or f"{new}, take another name, or delete the call"
