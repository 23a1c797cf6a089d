"""The hook that makes builds fast: less work for the generator, and the same pages."""

import re
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import mkdocs
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from watchdog.observers.polling import PollingObserver

_BLOCK = re.compile(r"^<[a-z].*>$", re.MULTILINE)
"""What a macro leaves: a line that is a block of HTML. Authors write none."""

_UNREAD = re.compile(r"<(svg|script)\b.*?</\1>")
_INLINE = re.compile(r"</?(?:a|abbr|b|code|em|span|strong|sup|sub)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_ID = re.compile(r"\bid=\"([^\"]+)\"")
_EVERY = 0.1
"""Seconds between two looks for changes; to look at a thousand files takes a hundredth of one."""

_FIRST, _LAST = 200, -200
"""Before the macros, and after them and the problems of a page."""


_blocks: dict[str, list[str]] = {}
"""What was put aside on each page that may have it, by the page's address."""


_places: dict[int, int] = {}
"""Where each page and section of the navigation stands among its neighbours, counted from 0."""


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG001 - all are passed
    """Look for changes ten times a second, not twice: to look works on every file system, to be told does not."""
    watched = []
    for path in (config.docs_dir, config.config_file_path, *config.theme.dirs):
        with suppress(KeyError):
            server.unwatch(str(path))
            watched.append(str(path))
    server.observer = PollingObserver(timeout=_EVERY)
    for path in watched:
        server.watch(path)
    return server


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001 - all are passed
    """Count where each page and section stands in its list: a list compares, and a page is slow to compare."""
    _places.clear()
    lists = [nav.items]
    for items in lists:
        _places.update({id(item): place for place, item in enumerate(items)})
        lists.extend(item.children for item in items if item.children)
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 - all are passed
    """Compile the theme's templates once, not in each build, and without the lines that hold only a tag of theirs."""
    from macros.kept import kept_templates  # noqa: PLC0415 - by now the plugin has put the modules in place

    env.trim_blocks = env.lstrip_blocks = True
    env.filters["place"] = lambda item: _places.get(id(item), 0)
    env.bytecode_cache = kept_templates(mkdocs.__version__, Path(__file__).read_text(encoding="utf-8"))
    return env


@event_priority(_FIRST)
def _look(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - all are passed
    """Tell pages whose author writes lines of HTML from the others: what stands in code must stay code."""
    _blocks.pop(page.url, None)
    if not _BLOCK.search(markdown):
        _blocks[page.url] = []
    return markdown


@event_priority(_LAST)
def _put_aside(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - all are passed
    """Put aside what macros made: Markdown, the check of links and the search would each parse all its tags.

    In its place stands an element without words, so what Markdown reads stays the same when only the data change.
    """
    blocks = _blocks.get(page.url)
    if blocks is None:
        return markdown

    def stand_in(match: re.Match[str]) -> str:
        blocks.append(match[0])
        return _stand_in(len(blocks) - 1)

    return _BLOCK.sub(stand_in, markdown)


on_page_markdown = CombinedEvent(_look, _put_aside)


@event_priority(_FIRST)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - all are passed
    """Give the search the words of what was put aside, and the check of links its anchors."""
    for number, block in enumerate(_blocks.get(page.url, [])):
        html = html.replace(_stand_in(number), _stand_in(number, _words(block)), 1)
        page.present_anchor_ids = (page.present_anchor_ids or set()).union(_ID.findall(block))
    return html


@event_priority(_FIRST)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001 - all are passed
    """Put everything back, before anything else looks at the page."""
    for number, block in enumerate(_blocks.pop(page.url, [])):
        output = output.replace(_stand_in(number, _words(block)), block, 1)
    return output


def _stand_in(number: int, words: str = "") -> str:
    return f'<div class="put-aside-{number}">{words}</div>'


@lru_cache(maxsize=256)
def _words(block: str) -> str:
    """Return the words of a block of HTML."""
    return " ".join(_TAG.sub(" ", _INLINE.sub("", _UNREAD.sub("", block))).split())
