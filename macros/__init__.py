"""Macros that turn the course's data into tables, diagrams and cards while the site is built."""

import logging
import re
import sys
from pathlib import Path
from typing import Any

from macros.failure import box, place

_log = logging.getLogger("mkdocs.course")
_NAME = re.compile(r"\{!\s*(\w+)")


def define_env(env: Any) -> None:
    """Hand the macros to the site generator; edited modules are read again, so that ``mkdocs serve`` sees every edit.

    While a module cannot be run, every call shows where it fails, and the next save mends it.
    """
    _forget_edited(Path(env.project_dir))
    try:
        from macros.env import declare  # noqa: PLC0415 - only now is it the module as it stands on disk

        declare(env)
    except Exception as error:  # noqa: BLE001 - whatever an unfinished edit raises must not stop the server
        sys.modules.pop("macros.env", None)
        vars(sys.modules["macros"])["_code"] = None
        _declare_failure(env, place(Path(env.project_dir), error))


def _forget_edited(root: Path) -> None:
    """Drop all modules if the code has changed since they were read: classes of two generations must not meet."""
    package = vars(sys.modules["macros"])
    code = {file: file.stat().st_mtime_ns for file in root.glob("macros/**/*.py")}
    if package.get("_code") == code:
        return
    package["_code"] = code
    for name in [name for name in sys.modules if name.startswith("macros.")]:
        del sys.modules[name]
        package.pop(name.removeprefix("macros."), None)


def _declare_failure(env: Any, message: str) -> None:
    """Register every macro that a page calls as a box that names the failure."""
    _log.warning("%s", message)
    pages = [file.read_text(encoding="utf-8", errors="replace") for file in Path(env.project_dir, "docs").rglob("*.md")]
    for name in {name for page in pages for name in _NAME.findall(page)}:
        env.macro(lambda *_, **__: box(message), name)
