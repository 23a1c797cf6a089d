"""Which scripts pages name: those that are loaded by themselves, and one that holds all others."""

from mkdocs.config.defaults import MkDocsConfig

TOGETHER = "assets/course.js"


def scripts_of(config: MkDocsConfig) -> list[str]:
    """Return the paths of the scripts that pages name, in their order."""
    return [*(str(script) for script in config.extra_javascript if is_alone(str(script), config)), TOGETHER]


def is_alone(script: str, config: MkDocsConfig) -> bool:
    """Tell whether a script has a selector of its own, which says what it is loaded for."""
    return any(script in config.extra.get(key, ()) for key in ("at_once", "where_needed"))
