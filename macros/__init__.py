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
    """Hand the macros to the site generator; modules are read again, so that ``mkdocs serve`` sees every edit.

    While a module cannot be run, every call shows where it fails, and the next save mends it.
    """
    for name in [name for name in sys.modules if name.startswith("macros.")]:
        del sys.modules[name]
        vars(sys.modules["macros"]).pop(name.removeprefix("macros."), None)
    try:
        from macros.env import declare  # noqa: PLC0415 - only now is it the module as it stands on disk

        declare(env)
    except Exception as error:  # noqa: BLE001 - whatever an unfinished edit raises must not stop the server
        sys.modules.pop("macros.env", None)
        _declare_failure(env, place(Path(env.project_dir), error))


def _declare_failure(env: Any, message: str) -> None:
    """Register every macro that a page calls as a box that names the failure."""
    _log.warning("%s", message)
    pages = [file.read_text(encoding="utf-8", errors="replace") for file in Path(env.project_dir, "docs").rglob("*.md")]
    for name in {name for page in pages for name in _NAME.findall(page)}:
        env.macro(lambda *_, **__: box(message), name)
