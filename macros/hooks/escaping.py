"""The hook by which text stays text: the theme's templates escape what they are given, and the search gets no HTML.

Events: ``on_config``, ``on_env``.
Changes: the environment of the theme's templates, and what the search takes from a page.
Why here: MkDocs makes that environment without escaping, and the search offers no setting for either.
Gain: no speed; a title with ``<script>`` is read and not run.
"""

import html
import re
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

_AFTER_FASTER = 150
"""When there is one environment, and before any plugin takes a template from it."""

_WITHIN_WORDS = "a|abbr|b|bdi|code|cite|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var|wbr"
_TOLD_APART = "h[1-6]|li|ol|p|pre|ul"
"""Elements whose ends the search sees by itself."""

_BETWEEN_WORDS = re.compile(rf"</?(?!(?:{_WITHIN_WORDS}|{_TOLD_APART})\b)[a-z][^>]*>")


@event_priority(_AFTER_FASTER)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let templates escape by default; the copyright is HTML that a maintainer wrote."""
    config.theme.get_env().autoescape = True
    # What an address may not hold is escaped as in an address: it also stands where no HTML is.
    config.site_url = quote(str(config.site_url or ""), safe=":/?#[]@!$&'()*+,;=%")
    if config.copyright:
        config.copyright = Markup(config.copyright)  # noqa: S704 - a setting, no content
    return config


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 - all are passed
    """Give the templates the text of what is HTML, and the search what it shows as HTML."""
    from macros.html.compiled import unfolded  # noqa: PLC0415 - by now the plugin has put the modules in place

    env.filters["unescaped"] = unfolded(lambda markup: html.unescape(str(markup)))
    index = config.plugins["material/search"].search_index  # type: ignore[attr-defined]
    _escape_titles(index)
    keep_words_apart(index)
    return env


def _escape_titles(index: Any) -> None:
    """Escape what the search takes from the front matter, as it does what it takes from the content of pages.

    The theme's script puts titles and texts into a page as HTML.
    """
    create = index.create_entry_for_section

    def create_escaped(section: Any, toc: Any, url: str, page: Page) -> None:
        section.title = section.title or [str(escape(page.meta.get("title", page.title)))]
        create(section, toc, url, page)

    index.create_entry_for_section = create_escaped


def keep_words_apart(index: Any) -> None:
    """Put a space where an element ends between two words: the search would read the end of a cell as nothing."""
    add = index.add_entry_from_context

    def add_apart(page: Page) -> None:
        published = page.content
        page.content = _BETWEEN_WORDS.sub(r"\g<0> ", published or "")
        add(page)
        page.content = published

    index.add_entry_from_context = add_apart
