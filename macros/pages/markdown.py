"""Python-Markdown as the site sets it up: what it makes of a text is what is published."""

from functools import lru_cache
from pathlib import Path

from markdown import Markdown
from markdown.extensions import Extension

from macros.pages import bounded, console, console_fence, typed, vocabulary
from macros.pages.bounded import Bounded
from macros.pages.console_fence import ConsoleFence
from macros.pages.slugs import slugs
from macros.reading import letters
from macros.reading.cache import FOLDER, Cache
from macros.reading.settings import SETTINGS, extensions, language, read

_FILE = Path(__file__).parents[2] / SETTINGS


def to_html(text: str) -> str:
    """Return a text as HTML; raises ContentError when the settings of the site cannot be read."""
    return str(_markdown(settings()).reset().convert(text))


def ours() -> list[Extension]:
    """Return the extensions beside those of the settings, in their order."""
    return [ConsoleFence(), Bounded()]


def kept_html(text: str) -> str:
    """Return a text as HTML, as it was kept or made now: to set up Markdown takes as long as to read the course."""
    return cache().get(lambda: to_html(text).encode(), settings(), text).decode()


def settings() -> str:
    """Return the text of the site's settings; raises ContentError when it cannot be read."""
    return read(_FILE)


@lru_cache(maxsize=1)
def cache() -> Cache:
    """Return where the HTML of pages is kept."""
    makers = [bounded, console, console_fence, letters, typed, vocabulary]
    files = [Path(str(file)) for file in (__file__, *(module.__file__ for module in makers))]
    return Cache(FOLDER / "html", files, ["Markdown", "pymdown-extensions", "Pygments"])


@lru_cache(maxsize=1)
def _markdown(text: str) -> Markdown:
    named = extensions(text)
    options = {name: given or {} for name, given in named.items()}
    options["toc"]["slugify"] = slugs(language(_FILE.parent).value)
    return Markdown(extensions=[*named, *ours()], extension_configs=options)
