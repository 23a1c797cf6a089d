"""What ended a build, as one line: the place, and what is wrong."""

import logging
import re
from pathlib import Path

from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from macros.html.failure import place

_PAGE = re.compile(r"Error (?:reading|building) page '(.+?)':")
_SETTING = re.compile(r"Config value '(\w+)': (.*)", re.DOTALL)


class Logged(logging.Handler):
    """What the site generator logs of one level: errors before it gives up, or warnings of a site that it makes."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the text of one."""
        if record.levelno == self.level:
            self.texts.append(record.getMessage())

    def summary(self) -> str:
        """Return the first text, and how many there are beside it; nothing when there is none."""
        first, *others = self.texts or [""]
        more = f" (and {len(others)} more: the log has all)" if others else ""
        return " ".join(first.split()) + more


def told(error: BaseException, logged: list[str], settings: Path) -> str:
    """Return what ended a build, with the path of the file relative to the folder of the settings."""
    reason = error.__context__
    if isinstance(error, Abort):
        said = [str(reason)] if isinstance(reason, BuildError) else [_of_setting(text, settings) for text in logged]
        text = "; ".join(said) or str(error)
    elif isinstance(error, ConfigurationError):
        mark = getattr(reason, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        text = f"{settings.name}:{line}:{column}: {getattr(reason, 'problem', None) or error}"
    else:
        pages = [found[1] for text in logged if (found := _PAGE.match(text))]
        text = place(settings.parent, error, settings.parent / "docs" / pages[-1] if pages else None)
    return " ".join(text.split())


def below(error: BaseException, file: str) -> BaseException:
    """Return the error without the lines of its traceback down to the last of a file that only looked on."""
    rest = line = error.__traceback__
    while line:
        if line.tb_next and line.tb_frame.f_code.co_filename == file:
            rest = line.tb_next
        line = line.tb_next
    return error.with_traceback(rest)


def _of_setting(text: str, settings: Path) -> str:
    """Return what is wrong with a setting, with its place."""
    found = _SETTING.match(text)
    if not found:
        return text
    name, wrong = found.groups()
    lines = settings.read_text(encoding="utf-8", errors="replace").splitlines() if settings.is_file() else []
    line = next((number for number, one in enumerate(lines, 1) if one.startswith(f"{name}:")), 1)
    return f"{settings.name}:{line}:1: {name}: {wrong}"
