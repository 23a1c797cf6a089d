"""Code that fails: where, and the box that says so in a page."""

import traceback
from html import escape
from pathlib import Path

from macros.unseen import visible


def place(root: Path, error: Exception) -> str:
    """Return file, line and what is wrong: of a syntax error itself, else of the last line that ran in ``macros/``."""
    if filename := getattr(error, "filename", None):
        file, line, column = Path(filename), getattr(error, "lineno", 1) or 1, getattr(error, "offset", 1) or 1
    else:
        frames = traceback.extract_tb(error.__traceback__)
        own = [frame for frame in frames if Path(frame.filename).is_relative_to(root / "macros")] or [*frames]
        file, line, column = Path(own[-1].filename), own[-1].lineno or 1, 1
    path = file.relative_to(root).as_posix() if file.is_relative_to(root) else file.name
    return visible(f"{path}:{line}:{column}: {type(error).__name__}: {error}")


def box(message: str) -> str:
    """Return the message as HTML that stands where the failing part should."""
    return f'<div class="problem" role="alert"><p>{escape(message)}</p></div>'
