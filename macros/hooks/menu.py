"""The hook that ends each part of the menu: a part that was read leads into no other one.

Events: ``on_nav``, ``on_env``.
Changes: which page stands before and after each; what the templates know of lessons.
Why here: MkDocs chains all pages of the menu, so that the last lesson would lead to whatever stands below it.
Gain: no speed; who has read the last page of a part has come to its end.
"""

from itertools import pairwise
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001 - all are passed
    """Take the way from one part of the menu to another; a page that stands in none may begin the next."""
    for page, following in pairwise(nav.pages):
        here, there = _part(page), _part(following)
        if here and there and here is not there:
            page.next_page = following.previous_page = None
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 - all are passed
    """Give the templates the number of a lesson by its address; of any other page there is none."""
    from macros.env import read_course  # noqa: PLC0415 - by now the plugin has put the modules in place

    lessons = {lesson.url: lesson.number for lesson in read_course(Path(config.docs_dir)).lessons}
    env.filters["lesson_number"] = lessons.get
    return env


def _part(page: Page) -> StructureItem | None:
    """Return the outermost section of the menu in which a page stands."""
    return next(reversed([*page.ancestors]), None)
