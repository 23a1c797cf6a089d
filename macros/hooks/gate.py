"""The hook at which each page passes the gates: what becomes a template, what Markdown reads, and what is published.

Events: ``on_config``, ``on_page_read_source``, ``on_page_markdown``, ``on_page_content``, ``on_post_page``.
Changes: what MkDocs reads of a page, and what it publishes of it.
Why here: the macro plugin makes a template of whatever stands in a file, and Markdown lets HTML through.
Gain: no speed; nothing is published that ``make check`` would refuse.
"""

import logging
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page, _HTMLHandler

if TYPE_CHECKING:
    from macros.assembly.course import Course

_log = logging.getLogger("mkdocs.course")
_AFTER_PLUGIN = -100
_INSPECTED = 280
"""After what was remembered of a page, before anything else."""

_WITH_WORDS = 200
"""Before the search."""

_NOTHING = "---\n{}\n---\n"


@event_priority(_AFTER_PLUGIN)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the gate for templates where the macro plugin makes templates of texts, and our extensions into Markdown."""
    from macros.calls import NAMES  # noqa: PLC0415 - by now the plugin has put the modules in place
    from macros.pages.markdown import ours  # noqa: PLC0415
    from macros.pages.templates import PageTemplates  # noqa: PLC0415

    plugin: Any = config.plugins["macros"]
    gate = PageTemplates(NAMES)
    gate.globals.update({name: plugin.macros[name] for name in NAMES})
    # The plugin would make templates of titles, too: there is nothing to call in them.
    vars(plugin).update(_env=gate, has_j2=lambda _: False)
    extensions: list[Any] = config.markdown_extensions
    extensions += ours()
    seek_no_raw_anchors()
    return config


def seek_no_raw_anchors() -> None:
    """Keep MkDocs from parsing each page for anchors in raw HTML: there are none, and '<![if' would end the build."""
    setattr(_HTMLHandler, "feed", lambda *_: None)  # noqa: B010 - it is not ours


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """Give the generator what the check has read of a page, and nothing of a file that the check does not know."""
    from macros.calls import NAMES  # noqa: PLC0415
    from macros.check.problems import refusal  # noqa: PLC0415
    from macros.pages import stash  # noqa: PLC0415

    course = _course(config)
    written = course.written.get(_path(page))
    if not written:
        _log.warning("%s:1:1: is no page that the check knows, so it is not published", _path(page))
        return _NOTHING
    stash.pages[page.url] = stash.Stash(written.parts, NAMES, lambda part: refusal(part, written.path, course))
    return written.source(NAMES)


@event_priority(_AFTER_PLUGIN)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - all are passed
    """Give Markdown the delimiters of calls where their escapes stand: by now nothing takes them for a call."""
    from macros.pages.call import unescaped  # noqa: PLC0415

    return unescaped(markdown)


@event_priority(_INSPECTED)
def _inspect(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Take out what a page may not hold, and put all that is wrong in its file at its head."""
    from macros.assembly.glossed import glossed  # noqa: PLC0415
    from macros.env import told_on_page  # noqa: PLC0415
    from macros.html.words import speaking  # noqa: PLC0415
    from macros.pages.finish import finished  # noqa: PLC0415
    from macros.pages.inspections import PUBLISHED, kept_inspection  # noqa: PLC0415
    from macros.pages.stash import with_end_last  # noqa: PLC0415
    from macros.pages.styled import needs_styles  # noqa: PLC0415

    course, path = _course(config), _path(page)
    if path not in course.written:
        return ""
    clean, found = kept_inspection(course.written[path], html, PUBLISHED)
    with speaking(course.files.language.value):
        linked = glossed(clean, page.url, course)
        published = finished(linked, page.title or "", lambda address: _size(address, page, files))
    calls = course.written[path].calls.values()
    page.meta["blocks"] = needs_styles(published, calls)
    for number, call in course.written[path].calls.items():
        published = with_end_last(published, number) if call.name == "lesson_end" else published
    return told_on_page(path, found, Path(config.docs_dir)) + published


@event_priority(_WITH_WORDS)
def _with_words(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - all are passed
    """Give the search the words of what macros made."""
    from macros.pages import stash  # noqa: PLC0415

    made = stash.pages[page.url].html if page.url in stash.pages else {}
    return stash.with_words(html, made)


on_page_content = CombinedEvent(_inspect, _with_words)


@event_priority(_WITH_WORDS)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001 - all are passed
    """Put what macros made into the page, before anything else looks at it."""
    from macros.pages import stash  # noqa: PLC0415

    made = stash.pages.pop(page.url, None)
    return stash.put_back(output, made.html) if made else output


def _size(address: str, page: Page, files: Files) -> tuple[int, int] | None:
    """Return width and height of an image of the site by its address as it stands in a page."""
    from macros.reading import images  # noqa: PLC0415

    path = PurePosixPath(normpath(urljoin(page.url, unquote(address))))
    file, suffix = files.src_uris.get(path.as_posix()), path.suffix.removeprefix(".")
    return images.size(file.content_bytes, suffix) if file and suffix in images.SUFFIXES else None


def _course(config: MkDocsConfig) -> "Course":
    from macros.env import read_course  # noqa: PLC0415

    return read_course(Path(config.docs_dir))


def _path(page: Page) -> str:
    return f"docs/{page.file.src_uri}"
