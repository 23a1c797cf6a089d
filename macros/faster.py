"""The hook that makes builds fast: less work for the generator, and the same pages."""

import re
from collections.abc import Iterator

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

_TAG = re.compile(r"<svg\b|</svg>")
_FIRST, _LAST = 200, -200
"""Before the macros, and after them and the problems of a page."""


class _Compiled(BytecodeCache):
    """Templates of the theme as they were compiled, by the name and content of each."""

    def __init__(self) -> None:
        self.code: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, if it has not changed."""
        if code := self.code.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self.code[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_compiled = _Compiled()
_drawings: dict[str, list[str]] = {}
"""What was put aside on each page that may have it, by the page's address."""


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 - all are passed
    """Compile the theme's templates once, not at each save."""
    env.bytecode_cache = _compiled
    return env


@event_priority(_FIRST)
def _look(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - all are passed
    """Tell pages whose author writes of drawings from the others: what stands in code must stay code."""
    _drawings.pop(page.url, None)
    if "<svg" not in markdown:
        _drawings[page.url] = []
    return markdown


@event_priority(_LAST)
def _put_aside(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - all are passed
    """Put each drawing aside: Markdown, the check of links and the search would each parse all its shapes."""
    drawings = _drawings.get(page.url)
    if drawings is None:
        return markdown
    parts, start = [], 0
    for begin, end in _outer(markdown):
        parts += [markdown[start:begin], _stand_in(len(drawings))]
        drawings.append(markdown[begin:end])
        start = end
    return "".join((*parts, markdown[start:]))


on_page_markdown = CombinedEvent(_look, _put_aside)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001 - all are passed
    """Put the drawings back."""
    for number, drawing in enumerate(_drawings.pop(page.url, [])):
        output = output.replace(_stand_in(number), drawing, 1)
    return output


def _stand_in(number: int) -> str:
    return f'<svg class="put-aside-{number}"></svg>'


def _outer(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each drawing begins and ends; those within another belong to it."""
    depth, begin = 0, 0
    for tag in _TAG.finditer(text):
        if tag[0] != "</svg>":
            begin = begin if depth else tag.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield begin, tag.end()
