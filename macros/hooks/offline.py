"""The hook that lets a browser keep the course and install it: the service worker, the manifest and its icons.

Events: ``on_startup``, ``on_post_build``.
Changes: adds files to the finished site, and nothing to any page: a script asks for them after the reader's first move.
Why here: a worker names each file that it keeps by its hash, so it is made when all others are there.
Gain: for readers; after a first visit the course can be read without a network, and the next page costs none.
"""

from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig


class _Build:
    """What the hook remembers between its events."""

    serving = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001, FBT001 - given
    """Note whether pages are looked at while they are written, or published."""
    _Build.serving = command == "serve"


def on_post_build(config: MkDocsConfig) -> None:
    """Write the manifest with its icons, and the worker: while pages are written, one that forgets what was kept."""
    from macros.env import read_course  # noqa: PLC0415 - by now the plugin has put the modules in place
    from macros.html.words import speaking  # noqa: PLC0415
    from macros.outputs.generated import styles  # noqa: PLC0415
    from macros.publish.kept import RETIRED, WORKER, worker  # noqa: PLC0415
    from macros.publish.manifest import manifest  # noqa: PLC0415

    site, docs = Path(config.site_dir), Path(config.docs_dir)
    language = read_course(docs).files.language.value
    icon = config.theme.get_env().get_template(f".icons/{config.theme['icon']['logo']}.svg")
    logo = Path(str(icon.filename)).read_text(encoding="utf-8")
    about = config.site_description or ""
    for path, content in manifest(config.site_name, about, language, logo, styles(docs)).items():
        file = site / path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with speaking(language):
        (site / WORKER).write_text(RETIRED if _Build.serving else worker(site), encoding="utf-8")
