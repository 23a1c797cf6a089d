"""The hook that gives the site its search: the index of what its pages show.

Events: ``on_post_build``.
Changes: adds the files of the index, before those that tell hosts of all files.
Why here: what a reader can find is on the finished pages, whatever made it.
Gain: no speed; the theme's index has one entry a heading, weighs none by its kind, and is fetched whole.
"""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig


def on_post_build(config: MkDocsConfig) -> None:
    """Write the index of the pages as they are published."""
    from macros.env import read_course  # noqa: PLC0415 - by now the plugin has put the modules in place
    from macros.search.index import write  # noqa: PLC0415

    write(read_course(Path(config.docs_dir)), Path(config.site_dir))
