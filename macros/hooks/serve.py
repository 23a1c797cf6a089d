"""The hook that lets ``mkdocs serve`` live through every fault, with the policy of the published pages.

Event: ``on_startup``.
Changes: the class of the server that MkDocs is about to make.
Why here: MkDocs has no setting for it, and its own server ends with the first fault outside of a page.
Gain: no speed; faults are shown above the last pages, and the next save heals them.
"""

import sys
from pathlib import Path
from types import ModuleType
from typing import Literal


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001, FBT001 - given
    """Let MkDocs serve with our server, unless it already does."""
    if command != "serve":
        return
    from mkdocs.commands import serve  # noqa: PLC0415 - a build needs no server
    from mkdocs.livereload import LiveReloadServer  # noqa: PLC0415

    if vars(serve)["LiveReloadServer"] is LiveReloadServer:
        vars(serve)["LiveReloadServer"] = _preview()


def _preview() -> type:
    """Return the server, imported without what ``macros/__init__.py`` does, which may be faulty."""
    folder = Path(__file__).parents[1]
    package = ModuleType(folder.name)
    package.__path__ = [str(folder)]
    sys.modules[folder.name] = package
    from macros.preview.hot_reload import forget  # noqa: PLC0415 - only now there is the package
    from macros.preview.server import Preview  # noqa: PLC0415

    forget()
    return Preview
