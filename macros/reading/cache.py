"""A cache on disk: what takes long to make, kept from one build to the next, and believed only if its seal fits.

diskcache unpickles what it finds; what this one finds is bytes under a seal, and a damaged file costs time only.
"""

import hashlib
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from stat import S_ISREG

FOLDER = Path(__file__).parents[2] / ".cache"
"""Beside the package; it may be removed at any time."""

_OURS = re.compile(r"[0-9a-f]{64}(?:\.half)?")
"""Names of entries, and of those that a build was writing when it was stopped."""

_SEAL = hashlib.sha256().digest_size


class Cache:
    """A cache in a folder; each entry is named by a hash of all that it is made from, so an old one is never found.

    makers are the files of code that make them, packages those that these rest on: both are part of the hash.
    Where nothing can be read or written, everything is made anew.
    """

    def __init__(self, folder: Path, makers: list[Path], packages: list[str]) -> None:
        self.folder = folder
        self.used: set[str] = set()
        self._made_by = hashlib.sha256(versions(*packages).encode())
        for maker in makers:
            self._made_by.update(maker.read_bytes())

    def get(self, make: Callable[[], bytes], *sources: str) -> bytes:
        """Return what is made from these texts, as it was kept or made now; the first says what it is."""
        made_from = self._made_by.copy()
        for source in sources:
            made_from.update(f"{len(source)} {source}".encode())
        name = made_from.hexdigest()
        self.used.add(name)
        kept = read(self.folder / name, name)
        if kept is not None:
            return kept
        made = make()
        write(self.folder / name, name, made)
        return made

    def forget_others(self) -> None:
        """Remove the entries that were not asked for, unless none was: then the course could not be read."""
        with suppress(OSError):
            for file in [*self.folder.iterdir()] if self.used else []:
                if file.name not in self.used and _OURS.fullmatch(file.name) and _is_file(file):
                    _remove(file)


def versions(*packages: str) -> str:
    """Return which Python runs, and which versions of these packages are installed."""
    return "".join((sys.version, "\n", *(f"{package} {version(package)}\n" for package in packages)))


def read(file: Path, made_from: str) -> bytes | None:
    """Return the content of an entry that is whole and made from just this."""
    try:
        entry = file.read_bytes() if _is_file(file) else b""
    except OSError:
        return None
    seal, content = entry[:_SEAL], entry[_SEAL:]
    return content if seal == _seal(made_from, content) else None


def write(file: Path, made_from: str, content: bytes) -> None:
    """Keep an entry, or leave none: what cannot be kept costs time in the next build, and never this build."""
    half = file.with_name(f"{file.name}.half")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        half.unlink(missing_ok=True)
        half.write_bytes(_seal(made_from, content) + content)
        half.replace(file)
    except OSError:
        if _is_file(half):
            _remove(half)


def _seal(made_from: str, content: bytes) -> bytes:
    """Return a hash of what an entry holds and of what that is made from, so that no entry passes for another."""
    return hashlib.sha256(f"{len(made_from)} {made_from}".encode() + content).digest()


def _is_file(file: Path) -> bool:
    """Return whether a file stands here: a link may lead anywhere, and a pipe would be waited for."""
    try:
        return S_ISREG(file.lstat().st_mode)
    except OSError:
        return False


def _remove(file: Path) -> None:
    with suppress(OSError):
        file.unlink(missing_ok=True)
