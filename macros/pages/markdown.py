"""Python-Markdown as the site sets it up: what it makes of a text is what is published."""

from functools import lru_cache
from pathlib import Path

from markdown import Markdown

from macros.pages.bounded import Bounded
from macros.settings import SETTINGS, extensions, read

_FILE = Path(__file__).parents[2] / SETTINGS


def to_html(text: str) -> str:
    """Return a text as HTML; raises ContentError when the settings of the site cannot be read."""
    return str(_markdown(read(_FILE)).reset().convert(text))


@lru_cache(maxsize=1)
def _markdown(settings: str) -> Markdown:
    named = extensions(settings)
    options = {name: given or {} for name, given in named.items()}
    return Markdown(extensions=[*named, Bounded()], extension_configs=options)
