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


_blocks: dict[str, list[tuple[str, str]]] = {}
"""What was put aside on each page that may have it, by the page's address: each block after what stands in for it."""


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


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 - all are passed
    """Compile the theme's templates once, not in each build, and without the lines that hold only a tag of theirs."""
    from macros.kept import kept_templates  # noqa: PLC0415 - by now the plugin has put the modules in place

    env.trim_blocks = env.lstrip_blocks = True
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

    In its place stands what these look for: anchors and words.
    """
    blocks = _blocks.get(page.url)
    if blocks is None:
        return markdown

    def stand_in(match: re.Match[str]) -> str:
        blocks.append((f'<div class="put-aside-{len(blocks)}">{_gist(match[0])}</div>', match[0]))
        return blocks[-1][0]

    return _BLOCK.sub(stand_in, markdown)


on_page_markdown = CombinedEvent(_look, _put_aside)


@event_priority(_FIRST)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001 - all are passed
    """Put everything back, before anything else looks at the page."""
    for stand_in, block in _blocks.pop(page.url, []):
        output = output.replace(stand_in, block, 1)
    return output


@lru_cache(maxsize=256)
def _gist(block: str) -> str:
    """Return the anchors and the words of a block of HTML."""
    words = _TAG.sub(" ", _INLINE.sub("", _UNREAD.sub("", block)))
    return "".join(f'<i id="{anchor}"></i>' for anchor in _ID.findall(block)) + " ".join(words.split())
