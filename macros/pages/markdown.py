"""Python-Markdown as the site sets it up: what it makes of a text is what is published."""

from functools import lru_cache
from pathlib import Path

from markdown import Markdown

from macros.settings import SETTINGS, extensions

_FILE = Path(__file__).parents[2] / SETTINGS


def to_html(text: str) -> str:
    """Return a text as HTML; raises RecursionError when it is nested too deeply."""
    return str(_markdown(_FILE.read_text(encoding="utf-8")).reset().convert(text))


@lru_cache(maxsize=1)
def _markdown(settings: str) -> Markdown:
    named = extensions(settings)
    return Markdown(extensions=[*named], extension_configs={name: options or {} for name, options in named.items()})
