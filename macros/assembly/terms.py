"""The words of the glossary that no lesson explains, or that nothing uses."""

from collections.abc import Iterator
from itertools import chain

from macros.assembly.files import Files
from macros.content.glossary import Glossary
from macros.reading.datafile import Datafile
from macros.reading.problem import Problem


def problems(files: Files) -> Iterator[Problem]:
    """Yield the words that no lesson explains; nothing while a lesson cannot be read."""
    if files.glossary and not files.faulty("docs/lessons"):
        yield from _unexplained(files, files.glossary)


def _unexplained(files: Files, file: Datafile[Glossary]) -> Iterator[Problem]:
    """Yield the words that no lesson sets in bold, and those that stand nowhere."""
    missing = [(index, term) for index, term in enumerate(file.model.terms) if term.id not in files.explained]
    terms = file.model.terms_in(files.language.value)
    used = {use.id for text in _texts(files) for use in terms.uses(text)} if missing else ()
    for index, term in missing:
        message, hint = f"no lesson explains '{term.term}'", f"write **{term.term}** where a lesson first explains it"
        if term.id not in used:
            message, hint = f"nothing uses '{term.term}'", f"{hint}, or delete the entry"
        yield file.marks.problem(("terms", index), message, hint)


def _texts(files: Files) -> Iterator[str]:
    yield from (written.prose.plain for written in files.written.values())
    data = (file.marks.texts() for file in files.datafiles() if file is not files.glossary)
    yield from (text for _, text in chain.from_iterable(data))
