"""The hook that keeps each number in a page's own text on one line with its unit."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

_BEFORE_WORDS = 250
"""After what was remembered of a page, before the words of what macros made, which have it already."""


@event_priority(_BEFORE_WORDS)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - all are passed
    """Put spaces that do not break before units."""
    from macros.html.no_break import unbroken  # noqa: PLC0415 - by now the plugin has put the modules in place

    return unbroken(html)
