"""Whether CITATION.cff says the same of the course as its card and the settings."""

from collections.abc import Iterator
from itertools import zip_longest

from macros.assembly.course import Course
from macros.content.citation_file import citation_file
from macros.html.words import speaking
from macros.reading.problem import Problem
from macros.reading.project import CITATION


def problems(course: Course) -> Iterator[Problem]:
    """Yield the first line of the file that says something else; a project need not have the file."""
    written = course.files.project.citation
    if written is None or not course.card:
        return
    with speaking(course.files.language.value):
        right = citation_file(course.card, course.files.project)
    lines = zip_longest(written.splitlines(), right.splitlines(), fillvalue="")
    for number, (line, wanted) in enumerate(lines, 1):
        if line != wanted:
            message = f"says something else than docs/data/course.yml and mkdocs.yml: there it is {wanted or 'no more'}"
            yield Problem(CITATION, number, 1, "", message, "run `make citation`, which writes the file again")
            return
