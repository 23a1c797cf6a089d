"""Hot reload: after an edit in ``macros/``, all its modules and hooks are imported anew."""

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from types import ModuleType

from mkdocs.config.config_options import Hooks
from mkdocs.config.defaults import MkDocsConfig

from macros.preview.watcher import State, look


class Code:
    """The Python of the folder ``macros`` as it was imported, and the hooks among it that were started."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._state = self._look()
        self._started: list[ModuleType] = []

    def forget_edited(self) -> None:
        """Forget all modules and hooks if one has changed: classes of two generations must not meet."""
        state = self._look()
        changed = {file for file, _ in state.items() ^ self._state.items()}
        self._state = state
        if not changed:
            return
        for file in changed:
            # Python takes what it compiled for current as long as second and size are the same.
            with suppress(OSError):
                Path(cache_from_source(file)).unlink()
        forget()
        Hooks._load_hook.cache_clear()  # noqa: SLF001 - nothing public does it

    def start_hooks(self, config: MkDocsConfig, *, dirty: bool) -> None:
        """Tell hooks that were read anew what MkDocs tells them once, when it starts."""
        hooks = list(config["hooks"].values())
        for hook in hooks if self._started else ():
            if hook not in self._started and hasattr(hook, "on_startup"):
                hook.on_startup(command="serve", dirty=dirty)
        self._started = hooks

    def _look(self) -> State:
        return {file: state for file, state in look(str(self._folder)).items() if file.endswith(".py")}


def forget() -> None:
    """Forget the package and all its modules."""
    package = __name__.partition(".")[0]
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        del sys.modules[name]
