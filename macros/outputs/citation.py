"""``python -m macros.outputs.citation``: writes CITATION.cff, which says how the course is cited."""

import sys
from pathlib import Path

from macros.assembly.course import Course
from macros.content.citation_file import citation_file
from macros.html.words import speaking
from macros.reading.project import CITATION


def citation_text(docs: Path) -> str:
    """Return what the file of a course says; exits with a message when its card is faulty."""
    course = Course.read(docs)
    if not course.card:
        sys.exit("docs/data/course.yml cannot be used: `make check` says why")
    with speaking(course.files.language.value):
        return citation_file(course.card, course.files.project)


if __name__ == "__main__":
    (Path.cwd() / CITATION).write_text(citation_text(Path("docs").absolute()), encoding="utf-8")
