"""A running ``mkdocs serve`` of the small course, whose files a test may break."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.serving import free_port
from tests.waiting import WAIT, until

TEA, LESSON = "docs/lessons/01-drinks.md", "lessons/01-drinks/"
SHOWN = "A cup above a saucer."
"""What stands in the lesson as long as all is well with its diagram."""


@dataclass
class Server:
    """A running ``mkdocs serve`` of the small course."""

    project: Path
    address: str
    process: subprocess.Popen[bytes]

    @property
    def log(self) -> str:
        """Return what it has said."""
        return (self.project / "log").read_text()

    def page(self, path: str) -> str:
        """Return a page as it is now, also that of an error."""
        try:
            with urlopen(f"{self.address}{path}", timeout=WAIT) as answer:  # noqa: S310 - our own server
                return str(answer.read().decode())
        except HTTPError as error:
            return str(error.read().decode())

    def shows(self, path: str, text: str, *, absent: bool = False) -> bool:
        """Wait until a page holds a text, or no longer does; return whether that ever comes."""
        wanted = not absent
        met = until(lambda: self._has(path, text) == wanted or self.process.poll() is not None)
        return met and self.process.poll() is None

    def _has(self, path: str, text: str) -> bool | None:
        """Tell whether a page holds a text; nothing when it cannot be had."""
        with suppress(OSError):
            return text in self.page(path)
        return None


@contextmanager
def served(project: Path) -> Iterator[Server]:
    """Serve a project until the test ends."""
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with (project / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=project, env=settings, stdout=log, stderr=log)
    try:
        yield Server(project, f"http://127.0.0.1:{port}/", process)
    finally:
        process.terminate()
        process.wait()
