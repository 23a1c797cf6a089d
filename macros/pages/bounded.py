"""An extension of Markdown that gives up before a text takes minutes, and lets neither HTML nor an address through."""

from collections.abc import Callable, Sequence
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from macros.pages.typed import tell_apart

TOO_MUCH = "\ue003"
"""All that is made of a text that is nested too deeply."""

UNREADABLE = "unreadable:"
"""What an address begins with that nothing can take apart: the site generator would end with an error."""

_DEEPEST = 30
"""Lists, quotes and blocks in each other."""

_MOST = 20_000
"""Parts of a text that are parsed; some are parsed again for each block around them."""

_BEFORE_LINKS_ARE_RESOLVED, _LAST = 1, -100


class Bounded(Extension):
    """Counts what the parser of blocks does, and stops it; marks the tags that an author typed."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - its name in Python-Markdown
        """Put the counting around the parser."""
        self._depth = self._count = 0
        vars(md.parser)["parseBlocks"] = self._counted(md.parser.parseBlocks)
        tell_apart(md)
        md.treeprocessors.register(_Addresses(md), "addresses", _BEFORE_LINKS_ARE_RESOLVED)
        md.postprocessors.register(_Given(self), "bounded", _LAST)
        md.registerExtension(self)

    def reset(self) -> None:
        """Begin to count again, for each text."""
        self._depth = self._count = 0

    @property
    def exceeded(self) -> bool:
        """Tell whether the text was too much."""
        return self._count > _MOST

    def _counted(self, parse: Callable[..., None]) -> Callable[..., None]:
        def counted(parent: Element, blocks: Sequence[str]) -> None:
            self._count += 1
            if self._depth >= _DEEPEST:
                self._count = _MOST + 1
            if self.exceeded:
                return
            self._depth += 1
            parse(parent, blocks)
            self._depth -= 1

        return counted


class _Addresses(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            for key in ("href", "src"):
                try:
                    urlsplit(element.get(key, ""))
                except ValueError:
                    element.set(key, UNREADABLE)


class _Given(Postprocessor):
    def __init__(self, bounded: Bounded) -> None:
        self._bounded = bounded

    def run(self, text: str) -> str:
        return TOO_MUCH if self._bounded.exceeded else text
