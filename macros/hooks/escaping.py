"""The hook by which text stays text: the theme's templates escape what they are given, and the search gets no HTML.

Events: ``on_config``, ``on_env``.
Changes: the environment of the theme's templates, and what the search takes from a page.
Why here: MkDocs makes that environment without escaping, and the search offers no setting for either.
Gain: no speed; a title with ``<script>`` is read and not run.
"""

import html
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

_AFTER_FASTER = 150
"""When there is one environment, and before any plugin takes a template from it."""


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
    """Give the templates the text of what is HTML, where an attribute of it needs that."""
    from macros.html.compiled import unfolded  # noqa: PLC0415 - by now the plugin has put the modules in place

    env.filters["unescaped"] = unfolded(lambda markup: html.unescape(str(markup)))
    return env
