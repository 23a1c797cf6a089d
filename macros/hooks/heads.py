"""The hook that gives each page a preview, and says in its head what the page is.

Events: ``on_startup``, ``on_pre_build``, ``on_post_page``, ``on_post_build``.
Changes: the head of each page, and the files below ``previews/``.
Why here: the theme's templates know the page, and not what the course says of it; MkDocs draws no pictures.
Gain: no speed; whoever is sent the address of a page sees what it is about. ``make serve`` does without.
"""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from macros.outputs.head import Heads


class _Build:
    """What the hook remembers between its events."""

    serving = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001, FBT001 - given
    """Note whether pages are looked at while they are written: then nobody sends their addresses."""
    _Build.serving = command == "serve"


def on_pre_build(config: MkDocsConfig) -> None:  # noqa: ARG001 - all are passed
    """Forget the course of the build before."""
    _heads.cache_clear()


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Say in the head of a page what the page is."""
    return output if _Build.serving else _of(config).with_head(output, page.url)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the preview of each page, one after the other: together they would fill the memory."""
    from macros.outputs.generated import styles  # noqa: PLC0415 - by now the plugin has put the modules in place
    from macros.outputs.previews import write  # noqa: PLC0415

    if not _Build.serving and config.site_url:
        write(_of(config).previews, styles(Path(config.docs_dir)), Path(config.site_dir))


def _of(config: MkDocsConfig) -> "Heads":
    return _heads(Path(config.docs_dir), config.site_name, config.site_url or "")


@lru_cache(maxsize=1)
def _heads(docs: Path, name: str, address: str) -> "Heads":
    from macros.env import read_course  # noqa: PLC0415 - by now the plugin has put the modules in place
    from macros.outputs.head import Heads  # noqa: PLC0415
    from macros.outputs.previews import Previews  # noqa: PLC0415
    from macros.reading.settings import Site  # noqa: PLC0415

    return Heads(Previews(read_course(docs), Site(name, address)))
