"""A running ``mkdocs serve`` of the small course, whose files a test may break."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from serving import free_port

PATIENCE = 30
"""Seconds after which a page that does not change is taken for dead."""

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
            with urlopen(f"{self.address}{path}", timeout=PATIENCE) as answer:  # noqa: S310 - our own server
                return str(answer.read().decode())
        except HTTPError as error:
            return str(error.read().decode())

    def shows(self, path: str, text: str, *, absent: bool = False) -> bool:
        """Wait until a page holds a text, or no longer does; return whether that ever comes."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            with suppress(OSError):
                if (text in self.page(path)) is not absent:
                    return True
            time.sleep(0.05)
        return False


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
