"""A polling file watcher: it looks at all files again and again, whatever becomes of their folders."""

import os
import stat
from threading import Event, Thread

from watchdog.events import FileModifiedEvent, FileSystemEventHandler

from macros.reading.filenames import litter, litter_folder

_ICONS = ".icons"
"""A hidden folder that is part of the site, where the theme looks for them."""

State = dict[str, tuple[int, ...]]
"""What tells one state of files from another, by their paths."""


class Watcher(Thread):
    """Tells a handler when anything at or below its path has changed, has gone or has come back.

    It takes the place of watchdog's observer, whose threads end with the folder that they look at.
    To look works on every file system, to be told does not; a thousand files take a hundredth of a second.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(daemon=True)
        self._seconds = seconds
        self._stopped = Event()
        self._handlers: dict[str, FileSystemEventHandler] = {}
        self._seen: dict[str, State] = {}

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = True) -> str:  # noqa: ARG002 - all below is looked at
        """Tell the handler from now on; return what names this watch."""
        self._seen[path] = look(path)
        self._handlers[path] = handler
        return path

    def unschedule(self, watch: str) -> None:
        """Tell nobody any more."""
        del self._handlers[watch]

    def stop(self) -> None:
        """Let the thread end."""
        self._stopped.set()

    def run(self) -> None:
        """Look until it is stopped."""
        while not self._stopped.wait(self._seconds):
            for path, handler in list(self._handlers.items()):
                state = look(path)
                if state != self._seen[path]:
                    self._seen[path] = state
                    handler.dispatch(FileModifiedEvent(path))


def look(path: str) -> State:
    """Return the state of all files at and below a path; nothing while it is absent.

    Of a folder only its name and mode count. Links are followed, but no folder is entered twice.
    """
    found: State = {}
    entered: set[tuple[int, int]] = set()
    places = [path]
    for place in places:
        seen = _stat(place)
        if seen is None:
            continue
        if not stat.S_ISDIR(seen.st_mode):
            # The last of the times also tells of permissions, and of a file that was replaced by one as old.
            found[place] = (seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)
            continue
        found[place] = (seen.st_mode,)
        if (seen.st_dev, seen.st_ino) not in entered:
            entered.add((seen.st_dev, seen.st_ino))
            places.extend(f"{place}/{name}" for name in _names(place))
    return found


def _stat(place: str) -> os.stat_result | None:
    """Return what is known of a file, or of a link that leads nowhere; nothing when it has just gone."""
    for ask in (os.stat, os.lstat):
        try:
            return ask(place)
        except OSError:
            continue
    return None


def _names(folder: str) -> list[str]:
    """Return what stands in a folder; nothing when it cannot be read or has just gone."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if not _left_behind(entry))
    except OSError:
        return []


def _left_behind(entry: os.DirEntry[str]) -> bool:
    """Tell whether it is what editors and Python write beside the files: it would cause a build after each click."""
    if entry.is_dir(follow_symlinks=False):
        return entry.name != _ICONS and litter_folder(entry.name)
    return litter(entry.name)
