"""The language of a course: one in which the interface has words."""

from collections.abc import Iterator

from macros.assembly.files import Files
from macros.html.words import languages
from macros.reading.problem import Problem
from macros.reading.settings import SETTINGS


def problems(files: Files) -> Iterator[Problem]:
    """Yield a language of the settings in which the interface has no words."""
    named, known = files.language, languages()
    if named.value not in known:
        message = f"the interface has no words in '{named.value}'"
        hint = f"write one of {', '.join(known)}, or add a catalogue: CONTRIBUTING.md says how"
        yield Problem(SETTINGS, named.line, named.column, "theme.language", message, hint)
