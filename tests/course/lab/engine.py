"""Podman with a store of its own, in which a base image stands that is made of what this machine has installed."""

import os
import re
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.client import HTTPResponse
from io import BytesIO
from pathlib import Path
from socket import socket
from typing import Any, cast

from macros.publish.__main__ import brotli_module
from tests.course.lab.conftest import SETTINGS
from tests.publish.test_nginx import Answer
from tests.serving import lacks as lacks_nginx
from tests.serving import nginx
from tests.waiting import WAIT

PACKAGES = "nginx libnginx-mod-http-brotli-static"
APT = f"""#!/bin/sh
# In the place of apt: what it is asked to install is there, and nothing else.
case "$*" in
    update | "install --yes --no-install-recommends {PACKAGES}") ;;
    *) echo "E: Unable to locate what is asked for: $*" >&2; exit 100 ;;
esac
"""
APPLETS = ("cat", "dd", "find", "grep", "nc", "rm", "sh", "touch", "wget")
_LIBRARY = re.compile(r"(/\S+) \(0x")
"""As ldd tells it, with the address to which it is loaded."""


def lacks() -> str:
    """Return what the machine lacks to build an image and run it; nothing when all is there."""
    missing = [name for name in ("podman", "runc", "busybox") if not found(name)]
    return f"no image was built: apt-get install {' '.join(missing)}" if missing else lacks_nginx()


def found(program: str) -> str | None:
    """Return a program, also where only root looks."""
    return shutil.which(program) or shutil.which(program, path="/usr/sbin:/sbin")


@dataclass(frozen=True)
class Engine:
    """Podman with a store of its own: a folder."""

    folder: Path

    def __call__(self, *arguments: str, text: bytes = b"", status: int | None = 0, errors: bool = False) -> str:
        """Run podman, and return what it says; an exit status that is not the expected one is a failure.

        On standard error it may warn of what the machine lacks, so only who asks for errors gets that, too.
        """
        store = (f"--root={self.folder / 'root'}", f"--runroot={self.folder / 'run'}", "--storage-driver=vfs")
        own = {"CONTAINERS_CONF": str(self.folder / "containers.conf"), "TMPDIR": str(self.folder)}
        done = subprocess.run(
            [str(found("podman")), *store, *arguments],
            input=text,
            capture_output=True,
            env={**os.environ, **own},
            timeout=5 * WAIT,
            check=False,
        )

        said, wrong = done.stdout.decode("latin-1"), done.stderr.decode("latin-1")

        assert status in {None, done.returncode}, said + wrong
        return said + wrong if errors else said

    def ask(self, container: str, path: str, method: str = "GET", **headers: str) -> Answer:
        """Return what a container answers that is asked from inside: without a network there is no other way in."""
        said = {"Host": "course", "Connection": "close", **{key.replace("_", "-"): v for key, v in headers.items()}}
        request = f"{method} {path} HTTP/1.1\r\n" + "".join(f"{key}: {v}\r\n" for key, v in said.items()) + "\r\n"
        sent = self("exec", "-i", container, "nc", "127.0.0.1", "8080", text=request.encode()).encode("latin-1")
        answer = HTTPResponse(cast("socket", _Sent(sent)), method=method)
        answer.begin()
        found = {name.lower(): value for name, value in answer.getheaders()}

        assert len(found) == len(answer.getheaders()), answer.getheaders()
        return Answer(answer.status, found, answer.read())


@dataclass(frozen=True)
class _Sent:
    """What was sent, for what reads from a line."""

    content: bytes

    def makefile(self, _: str) -> BytesIO:
        return BytesIO(self.content)


@contextmanager
def engine() -> Iterator[Engine]:
    """Give a podman whose store holds the image with which the Containerfile begins, and is removed at the end.

    Its paths are short, for podman keeps sockets below them.
    """
    folder = Path(tempfile.mkdtemp(prefix="p"))
    podman = Engine(folder)
    try:
        (folder / "containers.conf").write_text(SETTINGS)
        base(folder / "base.tar")
        podman("import", "--quiet", str(folder / "base.tar"), "docker.io/library/debian:13-slim")
        yield podman
    finally:
        podman("rm", "--all", "--force", "--time=0")
        # What a user unpacked belongs to other users: only podman may remove it.
        podman("rmi", "--all", "--force")
        shutil.rmtree(folder)


def base(archive: Path) -> None:
    """Write a small system: a shell with a few commands, and what apt would install, with its libraries."""
    server = (str(nginx()), str(brotli_module()))
    linked = subprocess.run(["/usr/bin/ldd", *server], capture_output=True, text=True, check=True).stdout
    with tarfile.open(archive, "w", dereference=True) as tar:
        for file in sorted({*server, *_LIBRARY.findall(linked)}):
            tar.add(file, filter=of_root)
        tar.add(str(found("busybox")), "bin/busybox", filter=of_root)
        add = partial(_add, tar)
        for name in APPLETS:
            add(f"bin/{name}", type=tarfile.SYMTYPE, linkname="busybox")
        for name in ("dev", "etc", "proc", "sys", "tmp", "var/lib/apt/lists"):
            add(name, type=tarfile.DIRTYPE, mode=0o1777 if name == "tmp" else 0o755)
        add("usr/bin/apt-get", content=APT.encode(), mode=0o755)


def of_root(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Return an entry of an archive that belongs to root."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


def _add(tar: tarfile.TarFile, name: str, *, content: bytes = b"", **fields: Any) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = len(content)
    for field, value in fields.items():
        setattr(entry, field, value)
    tar.addfile(entry, BytesIO(content))
