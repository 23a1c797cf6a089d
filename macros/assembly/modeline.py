"""The modeline of a data file: the comment with which editors find its schema, complete its keys and explain them."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.assembly.files import Files
from macros.reading.problem import Problem

_MODELINE = re.compile(r"^#\s*yaml-language-server\s*:.*$", re.MULTILINE)


def problems(files: Files) -> Iterator[Problem]:
    """Yield each data file that names no schema, or not its own."""
    for file in files.datafiles():
        yield from _faults(file.marks.path, file.text)


def modeline(path: str) -> str:
    """Return the modeline of the data file at a path, as it stands in its first line."""
    *_, folder, _ = PurePosixPath(path).parts
    schema = PurePosixPath(path).stem if folder == "data" else f"../{folder}"
    above, _, name = schema.rpartition("/")
    return f"# yaml-language-server: $schema={above and f'{above}/'}schema/{name}.json"


def _faults(path: str, text: str) -> Iterator[Problem]:
    right, found = modeline(path), [*_MODELINE.finditer(text)]
    if not found:
        message = "does not say which schema it has, with which editors complete and explain its keys"
        yield Problem(path, 1, 1, "", message, f"make this the first line: {right}")
    for match in found:
        if match[0].rstrip() != right:
            line = text.count("\n", 0, match.start()) + 1
            yield Problem(path, line, 1, "", "names another schema than its own", f"write {right}")
