"""Files that take long to make, kept from one build to the next by all that they are made from."""

import hashlib
import os
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache

FOLDER = Path(__file__).parent.parent / ".cache"
"""Beside the package; it may be removed at any time."""


def kept_templates(*made_by: str) -> BytecodeCache | None:
    """Return where compiled templates are kept, if something can be written there.

    Each is found by its name and text, Jinja and Python; made_by holds what else decides how it is compiled.
    """
    folder = FOLDER / "templates" / hashlib.sha256("\n".join(made_by).encode()).hexdigest()[:16]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder)) if os.access(folder, os.W_OK) else None


class Kept:
    """Kept files in a folder; each is named by a hash, so one that is out of date is never found.

    makers are the files of code that make them, packages those that these rest on: both are part of the hash.
    Where nothing can be written, everything is made anew.
    """

    def __init__(self, folder: Path, makers: list[Path], packages: list[str]) -> None:
        self.folder = folder
        self.used: set[str] = set()
        self._made_by = hashlib.sha256("".join(f"{package} {version(package)}\n" for package in packages).encode())
        for maker in makers:
            self._made_by.update(maker.read_bytes())

    def get(self, make: Callable[[], bytes], *sources: str) -> bytes:
        """Return what is made from these texts, as it was kept or made now; the first says what it is."""
        made_from = self._made_by.copy()
        for source in sources:
            made_from.update(f"{len(source)} {source}".encode())
        file = self.folder / made_from.hexdigest()
        self.used.add(file.name)
        try:
            return file.read_bytes()
        except OSError:
            made = make()
        self._keep(file, made)
        return made

    def forget_others(self) -> None:
        """Remove what was not asked for, unless nothing was: then the course could not be read."""
        for file in self.folder.glob("*"):
            if self.used and file.name not in self.used:
                file.unlink(missing_ok=True)

    def _keep(self, file: Path, content: bytes) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            # Another build may run at the same time: nobody must find half a file.
            half = file.with_suffix(".half")
            half.write_bytes(content)
            half.replace(file)
        except OSError:
            return
