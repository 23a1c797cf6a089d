"""A cache of inspections on disk: what may be published of each page, and what is wrong in it."""

import json
from dataclasses import astuple
from functools import lru_cache
from pathlib import Path

from macros.pages import markdown, speech
from macros.pages.inspection import inspected
from macros.pages.written import Written
from macros.reading.cache import FOLDER, Cache
from macros.reading.problem import Problem

CHECKED, PUBLISHED = "checked", "published"
"""Whose inspections they are: in a build links have other addresses than in a check, so neither forgets the other's."""

_MAKERS = ("html", "pages", "reading")
_PACKAGES = ["Jinja2", "Markdown", "nh3", "pymdown-extensions", "Pygments", "selectolax"]


@lru_cache(maxsize=8192)
def kept_inspection(written: Written, html: str, whose: str) -> tuple[str, tuple[Problem, ...]]:
    """Return what may be published of a page and what is wrong in it, as it was kept or found now.

    What has been looked at is remembered besides: a save changes one page.
    """
    place = repr((written.path, written.first_line, written.allowed, written.language))
    kept = cache(whose).get(lambda: _found(written, html), place, written.text, html, markdown.settings())
    clean, problems = json.loads(kept)
    return clean, tuple(Problem(*problem) for problem in problems)


@lru_cache(maxsize=2)
def cache(whose: str) -> Cache:
    """Return where they are kept."""
    wings = Path(__file__).parents[1]
    code = sorted(file for wing in _MAKERS for file in wings.glob(f"{wing}/*.py"))
    return Cache(FOLDER / whose, [*code, *speech.files()], _PACKAGES)


def _found(written: Written, html: str) -> bytes:
    clean, problems = inspected(written, html)
    return json.dumps([clean, [astuple(problem) for problem in problems]]).encode()
