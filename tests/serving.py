"""An nginx of one's own on the loopback: on a free port, bounded in time, and surely gone afterwards."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from macros.publish.__main__ import brotli_module
from tests.waiting import WAIT, until


def lacks() -> str:
    """Return what the machine lacks to serve the site as it is published; nothing when all is there."""
    if not nginx():
        return "nginx is not installed, so nothing was served: apt-get install nginx libnginx-mod-http-brotli-static"
    if not brotli_module():
        return "nginx has no module for Brotli here: apt-get install libnginx-mod-http-brotli-static"
    return ""


def nginx() -> str | None:
    """Return nginx, which Debian keeps where only root looks."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


def free_port() -> int:
    """Return a port of the loopback that nothing listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def readable_folder() -> Iterator[Path]:
    """Give a folder that every user can read: the workers of an nginx that root starts are another user."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@contextmanager
def running(folder: Path, port: int, user: str | None = None, *, packed: bool = False) -> Iterator[None]:
    """Let nginx run with the configuration in a folder; raises RuntimeError when it does not start.

    That of an image says itself that nginx stays in the foreground. What nginx says is kept in ``said``.
    """
    command = [str(nginx()), "-p", str(folder), "-c", "nginx.conf", *([] if packed else ["-g", "daemon off;"])]
    with (folder / "said").open("w+") as said:
        # Another user opens it by its name.
        (folder / "said").chmod(0o666)
        process = subprocess.Popen(command, stdout=said, stderr=said, start_new_session=True, user=user)
        try:
            if not _answers(port, process):
                said.seek(0)
                raise RuntimeError(f"nginx does not start: {said.read()}")
            yield
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Let nginx end its workers and itself, and make sure of it."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(WAIT)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _answers(port: int, process: subprocess.Popen[bytes]) -> bool:
    return until(lambda: _is_open(port) or process.poll() is not None) and process.poll() is None


def _is_open(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=WAIT):
        return True
    return False
