"""Macros that turn the course's data into tables, diagrams and cards while the site is built."""

from typing import Any


def define_env(env: Any) -> None:
    """Hand the macros to the site generator."""
    from macros.env import declare  # noqa: PLC0415 - who imports one module does not need all of them

    declare(env)
