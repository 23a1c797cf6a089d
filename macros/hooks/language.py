"""The hook by which the theme's templates, and what Markdown adds to pages, speak the language of the course.

Events: ``on_config``, ``on_env``.
Changes: the language of the theme, the title of the links to sections, and the words that templates ask for.
Why here: the language stands in ``docs/data/course.yml``, which the settings of MkDocs cannot name.
Gain: no speed; a course in another language is set up in one place.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

if TYPE_CHECKING:
    from macros.html.words import Language

_AFTER_PLUGIN = -100


@event_priority(_AFTER_PLUGIN)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let the theme speak as the macros do, whatever the settings ask for: that there are no such words was told."""
    spoken = _spoken(config)
    config.theme["language"] = spoken.code
    toc = config.mdx_configs.get("toc", {})
    if "permalink_title" in toc:
        toc["permalink_title"] = spoken.words.gettext("Link to this section")
    return config


@event_priority(_AFTER_PLUGIN)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 - all are passed
    """Give the templates the words of the course's language, in place of those that MkDocs has for its own themes."""
    from macros.html.words import install  # noqa: PLC0415 - by now the plugin has put the modules in place

    spoken = _spoken(config)
    install(env, lambda: spoken)
    return env


def _spoken(config: MkDocsConfig) -> "Language":
    from macros.env import read_course  # noqa: PLC0415 - by now the plugin has put the modules in place
    from macros.html.words import language  # noqa: PLC0415

    return language(read_course(Path(config.docs_dir)).files.language.value)
