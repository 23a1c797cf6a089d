"""The hook by which the theme's templates, and what Markdown adds to pages, say what the course says of itself.

Events: ``on_config``, ``on_env``.
Changes: the theme's language, anchors and link titles of headings, names of keys, and what templates know.
Why here: which words there are, and the licence, is known when the course is read, after the settings.
Gain: no speed; a course in another language, or under another licence, is set up in one place.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

if TYPE_CHECKING:
    from macros.assembly.course import Course
    from macros.html.words import Language

_AFTER_PLUGIN = -100


@event_priority(_AFTER_PLUGIN)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let the theme speak as the macros do, whatever the settings ask for: that there are no such words was told."""
    from macros.html.words import later  # noqa: PLC0415 - by now the plugin has put the modules in place
    from macros.pages.key_names import key_names  # noqa: PLC0415
    from macros.pages.slugs import slugs  # noqa: PLC0415

    spoken = _spoken(config)
    config.theme["language"] = spoken.code
    toc, ours = config.mdx_configs.setdefault("toc", {}), later("Link to this section")
    toc["slugify"] = slugs(spoken.code)
    keys = config.mdx_configs.setdefault("pymdownx.keys", {})
    keys["key_map"] = key_names(spoken) | keys.get("key_map", {})
    # Another generator takes it from the settings; there an author may also have put words of their own.
    if toc.get("permalink_title") == ours:
        toc["permalink_title"] = spoken.words.gettext(ours)
    return config


@event_priority(_AFTER_PLUGIN)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 - all are passed
    """Give the templates the words of the course's language, in place of those that MkDocs has, and its licence."""
    from macros.html.words import install  # noqa: PLC0415 - by now the plugin has put the modules in place

    card, spoken = _course(config).card, _spoken(config)
    install(env, lambda: spoken)
    env.globals["licence"] = card.licence if card else None
    return env


def _spoken(config: MkDocsConfig) -> "Language":
    from macros.html.words import language  # noqa: PLC0415 - by now the plugin has put the modules in place

    return language(_course(config).files.language.value)


def _course(config: MkDocsConfig) -> "Course":
    from macros.env import read_course  # noqa: PLC0415 - by now the plugin has put the modules in place

    return read_course(Path(config.docs_dir))
