"""The hook into the site generator: files that are made, not written, and problems at the head of their page."""

import re
import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

_CALL = re.compile(r"\{!.*?!\}|\{!|!\}", re.DOTALL)
_BEFORE_MACROS, _AFTER_MACROS = 100, -100


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the comparison, its sources and the diagrams as files, but for what is faulty."""
    if "macros.env" not in sys.modules:
        return files
    from macros.env import read_course  # noqa: PLC0415 - by now the plugin has put the modules in place
    from macros.kept import FOLDER  # noqa: PLC0415
    from macros.made import kept_drawings, made  # noqa: PLC0415

    docs = Path(config.docs_dir)
    with kept_drawings(FOLDER / "drawings") as to_files:
        for path, content in made(read_course(docs), docs, to_files).items():
            files.append(File.generated(config, path, content=content))
    return files


@event_priority(_BEFORE_MACROS)
def _without_calls(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - all are passed
    """Leave out all calls of a page of which one cannot be read: the plugin would show a traceback instead of it."""
    problems, readable = _problems(page, config)
    return _CALL.sub("", markdown) if problems and not readable else markdown


@event_priority(_AFTER_MACROS)
def _with_problems(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - all are passed
    """Put the problems of a page's own file at its head, where what they quote is no call any more."""
    problems, _ = _problems(page, config)
    if not problems:
        return markdown
    from macros.markup import render  # noqa: PLC0415

    return (
        f"{render('problems.html.j2', problems=problems, heading='This page cannot be published yet.')}\n\n{markdown}"
    )


def _problems(page: Page, config: MkDocsConfig) -> tuple[list[Any], bool]:
    """Return the problems of a page's file, and whether its calls can be read."""
    if "macros.env" not in sys.modules:
        return [], True
    from macros.env import read_course  # noqa: PLC0415
    from macros.page import address  # noqa: PLC0415

    course, path = read_course(Path(config.docs_dir)), f"docs/{page.file.src_uri}"
    return course.problems_by_path.get(path, []), course.page_at(address(path)) is not None


on_page_markdown = CombinedEvent(_without_calls, _with_problems)
