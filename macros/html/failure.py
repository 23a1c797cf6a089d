"""Code that fails: where, and the box that says so in a page."""

import traceback
from html import escape
from pathlib import Path

from macros.reading.invisible import visible


def place(root: Path, error: BaseException, otherwise: Path | None = None) -> str:
    """Return file, line and what is wrong: of a syntax error itself, else of the last line of the project that ran.

    When no line of the project ran, what this error only followed upon may have its place there.
    If that has none either, it is the beginning of the other file, or any line that ran.
    """
    reason = error
    while not (found := _own(root, reason)) and (before := reason.__cause__ or reason.__context__):
        reason = before
    if not found:
        reason, last = error, [*traceback.extract_tb(error.__traceback__)][-1]
        found = (otherwise, 1, 1) if otherwise else (Path(last.filename), last.lineno or 1, 1)
    file, line, column = found
    path = file.relative_to(root).as_posix() if file.is_relative_to(root) else file.name
    said = getattr(reason, "strerror", None) or reason
    return visible(f"{path}:{line}:{column}: {type(reason).__name__}: {said}")


def _own(root: Path, error: BaseException) -> tuple[Path, int, int] | None:
    """Return the file, line and column that an error names, or else the last line of the project that ran."""
    if isinstance(filename := getattr(error, "filename", None), str):
        return Path(filename), getattr(error, "lineno", 1) or 1, getattr(error, "offset", 1) or 1
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if any(Path(frame.filename).is_relative_to(root / folder) for folder in ("macros", "overrides")):
            return Path(frame.filename), frame.lineno or 1, 1
    return None


def box(message: str) -> str:
    """Return the message as HTML that stands where the failing part should."""
    return f'<div class="problem" role="alert"><p>{escape(message)}</p></div>'
