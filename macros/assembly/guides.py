"""The guides beside the course, such as README.md: the commands that they show are held to the rule for pages."""

from collections.abc import Iterator

from macros.assembly.files import Files
from macros.pages.console_faults import of_prose
from macros.pages.prose import Prose
from macros.reading.problem import Problem


def problems(files: Files) -> Iterator[Problem]:
    """Yield what is wrong with the commands of each guide."""
    for path, text in files.guides.items():
        for breach in of_prose(Prose(text)):
            yield Problem(path, breach.line, breach.column, "", breach.message, breach.tip)
