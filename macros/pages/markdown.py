"""Python-Markdown as the site sets it up in ``mkdocs.yml``: what it makes of a text is what is published."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown

SETTINGS = Path(__file__).parents[2] / "mkdocs.yml"
_ALWAYS = ("toc", "tables", "fenced_code")
"""Extensions that MkDocs adds to those of the settings, before them."""


def to_html(text: str) -> str:
    """Return a text as HTML; raises RecursionError when it is nested too deeply."""
    return str(_markdown(SETTINGS.read_text(encoding="utf-8")).reset().convert(text))


def extensions(settings: str) -> dict[str, dict[str, Any]]:
    """Return the extensions of a text of settings in their order, each with its options."""
    found: dict[str, dict[str, Any]] = {name: {} for name in _ALWAYS}
    for named in _listed(settings):
        found |= named if isinstance(named, dict) else {named: {}}
    return found


@lru_cache(maxsize=1)
def _markdown(settings: str) -> Markdown:
    named = extensions(settings)
    return Markdown(extensions=[*named], extension_configs={name: options or {} for name, options in named.items()})


def _listed(settings: str) -> list[Any]:
    """Return what the settings list; only this key is read, since others have tags that MkDocs alone knows."""
    root = yaml.compose(settings, Loader=yaml.SafeLoader)
    values = [value for key, value in root.value if key.value == "markdown_extensions"] if root else []
    loader = yaml.SafeLoader("")
    return [item for value in values for item in loader.construct_object(value, deep=True)]
