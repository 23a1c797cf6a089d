"""Macros that turn the course's data into tables, diagrams and cards while the site is built."""

import sys
from typing import Any


def define_env(env: Any) -> None:
    """Hand the macros to the site generator; modules are read again, so that ``mkdocs serve`` sees every edit."""
    for name in [name for name in sys.modules if name.startswith("macros.")]:
        del sys.modules[name]
        globals().pop(name.removeprefix("macros."), None)
    from macros.env import declare  # noqa: PLC0415 - only now is it the module as it stands on disk

    declare(env)
