"""Start the same small program in several ways, and measure what each way costs on this machine.

As a plain process, in containers, and in virtual machines:

    python3 measure.py                     a table, after a few minutes
    python3 measure.py --list              what this machine can start, and what to install for the rest
    python3 measure.py --only process,vm   some ways only
    python3 measure.py --json mine.json --html mine.html

It needs Linux and Python 3.9 or newer. It downloads nothing, and needs no root where the kernel lets users have
namespaces. It writes only into a temporary folder (Docker has a store of its own), stops whatever it started, and
removes the folder, after Ctrl-C and ``kill`` as well.

Read it from top to bottom: what is started, how it is stopped, the ways to start it, what is measured, what is said.
"""

from __future__ import annotations

import sys

if not sys.platform.startswith("linux"):
    print(
        "measure.py measures Linux, and this system is another one. On Windows, run it in WSL 2 (`wsl --install`);\n"
        "elsewhere, in a virtual machine with Linux. Where Docker or Podman is installed, there is one already, which\n"
        "it hides. A plain process in it can be measured with\n"
        '`docker run --rm -v "$PWD":/lab python:3-slim python3 /lab/measure.py --only process`.',
        file=sys.stderr,
    )
    sys.exit(2)

import argparse
import ctypes
import gzip
import html
import io
import json
import lzma
import math
import os
import platform
import random
import re
import resource
import secrets
import selectors
import shutil
import signal
import statistics
import struct
import subprocess
import tarfile
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Callable

SCHEMA = 1
"""The version of the form of the result: another number means that fields have another name or meaning."""

RUNS = 10
MOST_RUNS = 1000
TOGETHER = (1, 2, 4, 8)
"""How many are started at once."""
IDLE = (1, 2, 4)
"""How many idle ones are looked at, to learn how much memory one more takes."""

PROC = Path("/proc")
SYS = Path("/sys")
BOOT = Path("/boot")
MODULES = Path("/lib/modules")
OS_RELEASE = Path("/etc/os-release")
KVM = Path("/dev/kvm")

# ---------------------------------------------------------------------------------------------------------------------
# 1. What is started: one small script of the shell, the same in every way
# ---------------------------------------------------------------------------------------------------------------------

CALLS = 400_000
SEQUENTIAL = 32 * 1024 * 1024
BLOCK = 4096
TIMES = "1 2 3 4 5"
"""How often the cost of calls and of a sequential write is measured."""
BLOCKS = tuple(random.Random(1).sample(range(SEQUENTIAL // BLOCK), 24))  # noqa: S311 - the same places each time
IDLE_SECONDS = 900
"""An idle one ends by itself after that, even if this program was killed in a way that lets it clean up nothing."""

PAYLOAD = f"""#!/bin/sh
# Started by measure.py: "once", "idle SECONDS" or "work FILE". Lines that begin with "lab:" are for it.
echo "lab: ready"
kernel=; boot=
{{ read -r kernel </proc/sys/kernel/osrelease; read -r boot </proc/sys/kernel/random/boot_id; }} 2>/dev/null
echo "lab: kernel $kernel"
echo "lab: boot $boot"
case $1 in
idle)
    echo "lab: idle"
    exec sleep "$2" ;;
work)
    for i in {TIMES}; do
        echo "lab: nothing"  # what it costs to start the command is taken away from what follows
        dd if=/dev/zero of=/dev/null count=0 2>/dev/null
        echo "lab: calls"  # each byte is one call that reads and one that writes
        dd if=/dev/zero of=/dev/null bs=1 count={CALLS} 2>/dev/null
    done
    if [ -n "$2" ]; then
        for i in {TIMES}; do
            echo "lab: sequential"
            dd if=/dev/zero of="$2" bs=1048576 count={SEQUENTIAL // 1048576} conv=fsync 2>/dev/null ||
                echo "lab: failed"
        done
        for block in {" ".join(map(str, BLOCKS))}; do
            echo "lab: random"
            dd if=/dev/zero of="$2" bs={BLOCK} count=1 seek="$block" conv=notrunc,fsync 2>/dev/null ||
                echo "lab: failed"
        done
        if [ -f "$2" ]; then rm -f "$2"; fi
    fi
    echo "lab: done" ;;
esac
"""

ENTER = """#!/bin/sh
# A container by hand: what `unshare` started changes its root folder, and becomes the payload.
set -e
root=$1; shift
mount --bind "$root" "$root"
cd "$root"
for device in null zero; do mount --bind /dev/$device dev/$device; done
mount -t proc proc proc 2>/dev/null || true  # some machines forbid it: then the payload does not know its kernel
pivot_root . old
exec chroot . /bin/sh -c 'umount -l /old; exec /bin/sh /payload "$@"' sh "$@"
"""

INIT = """#!/bin/sh
# The first process of a virtual machine; the kernel hands over `what=` and `with=` of its command line.
export PATH=/bin
mount -t proc proc /proc
mount -t devtmpfs dev /dev
if [ "$what" = work ]; then
    # Drivers need each other, and which one comes first differs: those that are too early get another turn.
    for turn in 1 2 3; do for module in /modules/*; do insmod "$module" 2>/dev/null; done; done
    for i in 1 2 3 4 5 6 7 8 9 10; do [ -b /dev/vda ] || sleep 0.2; done
    if [ -b /dev/vda ]; then with=/dev/vda; else with=; fi
fi
/bin/sh /payload "$what" "$with"
reboot -f
"""

APPLETS = ("sh", "dd", "sleep", "rm", "mount", "umount", "pivot_root", "chroot", "insmod", "reboot")
"""The commands that the scripts above use: all of them are the one program ``busybox``."""


def is_static(program: Path) -> bool:
    """Tell whether a program needs no libraries, so that it runs where there is no other file."""
    try:
        with program.open("rb") as file:
            head = file.read(64)
            if head[:5] != b"\x7fELF\x02":
                return False
            order = "<" if head[5] == 1 else ">"
            start, size, count = (
                struct.unpack_from(order + kind, head, at)[0] for kind, at in (("Q", 32), ("H", 54), ("H", 56))
            )
            file.seek(start)
            headers = file.read(size * count)
    except (OSError, struct.error):
        return False
    return count > 0 and all(struct.unpack_from(order + "I", headers, size * n)[0] != 3 for n in range(count))


def busybox() -> Path | None:
    """Return the busybox that needs no libraries, if the machine has one."""
    names = ("busybox", "busybox-static", "busybox.static")
    found = [shutil.which(name, path=SEARCHED) for name in names]
    return next((Path(path).resolve() for path in found if path and is_static(Path(path).resolve())), None)


def write_rootfs(folder: Path, program: Path) -> None:
    """Write all files that a container and a virtual machine get: busybox, its names, and the scripts."""
    for name in ("bin", "proc", "dev", "tmp", "old"):
        (folder / name).mkdir(parents=True)
    shutil.copyfile(program, folder / "bin/busybox")
    (folder / "bin/busybox").chmod(0o755)
    for name in APPLETS:
        (folder / "bin" / name).symlink_to("busybox")
    for name in ("null", "zero"):
        (folder / "dev" / name).touch()  # the devices of the host are put on top of these
    for name, text in (("payload", PAYLOAD), ("init", INIT)):
        (folder / name).write_text(text)
        (folder / name).chmod(0o755)


def cpio(files: Iterable[tuple[str, int, bytes]]) -> bytes:
    """Return an archive of files, each with its path, its mode and its content, as a kernel unpacks it at start."""
    archive = bytearray()
    for number, (path, mode, content) in enumerate([*files, ("TRAILER!!!", 0, b"")], start=1):
        name = path.encode() + b"\0"
        fields = (number, mode, 0, 0, 1, 0, len(content), 0, 0, 0, 0, len(name), 0)
        archive += b"070701" + b"".join(b"%08X" % value for value in fields) + name
        archive += b"\0" * (-len(archive) % 4) + content
        archive += b"\0" * (-len(archive) % 4)
    return bytes(archive)


def initramfs(rootfs: Path, modules: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the files that a virtual machine starts with, in one archive."""
    files: list[tuple[str, int, bytes]] = [("modules", 0o40755, b"")]
    for path in sorted(rootfs.rglob("*")):
        name, mode = path.relative_to(rootfs).as_posix(), path.lstat().st_mode
        if name.startswith("dev/"):
            continue
        content = str(path.readlink()).encode() if path.is_symlink() else path.read_bytes() if path.is_file() else b""
        files.append((name, mode, content))
    files += [(f"modules/{number:02}-{name}", 0o100644, content) for number, (name, content) in enumerate(modules)]
    return cpio(files)


def size_of(*paths: Path) -> int:
    """Return the bytes of files, and of all files in folders."""
    files = [inner for path in paths for inner in (path.rglob("*") if path.is_dir() else (path,))]
    return sum(file.lstat().st_size for file in files if file.is_file() and not file.is_symlink())


# ---------------------------------------------------------------------------------------------------------------------
# 2. How it is started, and how all of it is stopped
# ---------------------------------------------------------------------------------------------------------------------

SEARCHED = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/local/sbin", "/usr/sbin", "/sbin"])
"""Where programs are looked for: the folders of the administrator are not on every user's path."""

LIBC = ctypes.CDLL(None, use_errno=True)
ADOPT_ORPHANS = 36
"""Of ``prctl``: processes whose parent has ended become children of this one, so that it finds and stops them."""
DETACH = 2
"""Of ``umount2``: take the mount away as soon as nobody uses it."""


LONGEST = 40
"""Characters of a path that leave room for what podman adds: it takes no more than 50."""


class Missing(Exception):  # noqa: N818 - it is no error that a machine lacks a program
    """A way cannot be used on this machine: says why, and what to install."""

    def __init__(self, reason: str, *tools: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.tools = tools


class Failed(Exception):  # noqa: N818
    """A start did not do what it should: says what happened."""


class Stopped(BaseException):
    """Somebody pressed Ctrl-C, or asked with ``kill`` that this program ends."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def stop_on_signals() -> None:
    """Turn the signals that end a program into an exception, so that it cleans up first; the second one is ignored."""

    def stop(number: int, _: object) -> None:
        if not ASKED:
            ASKED.append(number)
            raise Stopped(number)

    for number in SIGNALS:
        signal.signal(number, stop)


ASKED: list[int] = []
"""The signal that came, if one did: Python loses an exception that is raised while it throws an object away."""


def stop_if_asked() -> None:
    """Raise what a signal has raised and nobody has seen."""
    if ASKED:
        raise Stopped(ASKED[0])


SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


def ignore_signals() -> None:
    """Let nothing interrupt what is done now: it takes a moment."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)


def clean(text: str) -> str:
    """Return text that a program wrote as one short line without characters that could do something."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(shown.split())[:300]


@dataclass
class Start:
    """One start of the payload, by its name: the process that it began with, and what it printed, and when."""

    name: str
    process: subprocess.Popen[bytes]
    began: float
    errors: Any
    lines: list[str] = field(default_factory=list)
    said_at: list[tuple[str, float]] = field(default_factory=list)
    """What the payload said, and when: this machine's clock measures, because an emulated one may run slow."""
    rest: bytes = b""
    first: float | None = None
    """Seconds until the first line of the payload was there."""
    ended: float | None = None

    def read(self, now: float) -> bool:
        """Take what was printed, and tell whether more may come."""
        assert self.process.stdout is not None  # noqa: S101
        chunk = os.read(self.process.stdout.fileno(), 65536)
        *lines, self.rest = (self.rest + chunk).split(b"\n")
        for line in lines:
            text = clean(line.decode(errors="replace"))
            _, mark, word = text.partition("lab: ")
            self.lines = [*self.lines[-200:], text]
            self.said_at += [(word, now - self.began)] if mark else []
            if self.first is None and mark:
                self.first = now - self.began
        return bool(chunk)

    def said(self, word: str) -> bool:
        """Tell whether the payload said this."""
        return any(told == word for told, _ in self.said_at)

    def fact(self, word: str) -> str:
        """Return what the payload said after a word."""
        return next((told.partition(" ")[2] for told, _ in self.said_at if told.startswith(f"{word} ")), "")

    def durations(self, word: str) -> list[float]:
        """Return the seconds from each time that the payload said a word until it said the next one."""
        both = zip(self.said_at, self.said_at[1:])
        return [after - before for (told, before), (next_told, after) in both if told == word and next_told != "failed"]

    def why(self) -> str:
        """Return the last thing that was printed, for whoever asks why it failed."""
        self.errors.seek(0)
        text = self.errors.read()[-4000:].decode(errors="replace")
        told = [clean(line) for line in text.splitlines() if clean(line)] or self.lines[-1:]
        return told[-1] if told else "it said nothing"

    def kill(self) -> None:
        """End the process and all of its group."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(10)
        if self.process.stdout:
            self.process.stdout.close()
        self.errors.close()


class Lab:
    """The temporary folder, and everything that was started: in the end both are gone."""

    def __init__(self) -> None:
        self.unique = f"lab-{os.getpid()}-{secrets.token_hex(4)}"
        """In the name of all that is started, so that two runs of this program never touch each other's."""
        self.folder = Path()
        self.short = Path()
        """For sockets, whose paths may not be long: the same folder, or another one if its path is too long."""
        self.rootfs: Path | None = None
        self.lasting: set[int] = set()
        """The ids of processes that serve all starts of a user, such as one of podman that holds a namespace."""
        self.before_end: list[Callable[[], None]] = []
        """What else has to be stopped or removed, the last thing first."""
        self._number = 0

    def open(self) -> None:
        """Make the temporary folder, become the parent of processes that lose theirs, and let no crash leave a core."""
        LIBC.prctl(ADOPT_ORPHANS, 1, 0, 0, 0)
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
        self.folder = Path(tempfile.mkdtemp(prefix="lab-", dir=temporary_folder()))
        self.folder.chmod(0o755)
        self.short = self.folder
        if len(str(self.folder)) > LONGEST:
            with suppress(OSError):
                self.short = Path(tempfile.mkdtemp(prefix=f"lab-{os.getpid()}-", dir="/tmp"))
        for place in (self.folder / "tmp", self.short / "run"):
            place.mkdir(mode=0o700)
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("LC_")},
            "LC_ALL": "C",
            "PATH": SEARCHED,
            "TMPDIR": str(self.folder / "tmp"),
        }
        found = busybox()
        if found:
            write_rootfs(self.folder / "root", found)
            self.rootfs = self.folder / "root"
        for name, text in (("enter", ENTER), ("payload", PAYLOAD)):
            (self.folder / name).write_text(text)

    def name(self) -> str:
        """Return a name that nothing has yet."""
        self._number += 1
        return f"{self.unique}-{self._number}"

    def ask(self, *command: str, seconds: float = 60, environment: dict[str, str] | None = None) -> str:
        """Return what a command prints; Failed, with its last line, if it fails or takes too long."""
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=self.folder,
            env={**self.environment, **(environment or {})},
            start_new_session=True,
        )
        try:
            printed, errors = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            raise Failed(f"{Path(command[0]).name} did not answer within {seconds:g} s") from None
        finally:
            if process.poll() is None:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.communicate()
        if process.returncode:
            told = [clean(line) for line in (printed + errors).decode(errors="replace").splitlines() if clean(line)]
            raise Failed(told[-1] if told else f"{Path(command[0]).name} ended with {process.returncode}")
        return printed.decode(errors="replace").strip()

    def start(self, name: str, command: list[str], environment: dict[str, str]) -> Start:
        """Start a command in a process group of its own."""
        stop_if_asked()
        errors = tempfile.TemporaryFile(dir=self.folder)  # noqa: SIM115 - closed when the start is killed
        began = time.monotonic()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            cwd=self.folder,
            env={**self.environment, **environment},
            start_new_session=True,
        )
        return Start(name, process, began, errors)

    def clean(self) -> None:
        """Stop all that was started, and remove all that was written. What is there already gone is no fault."""
        ignore_signals()
        while self.before_end:
            with suppress(Failed, Missing, OSError):
                self.before_end.pop()()
        end_descendants()
        remove_cgroups(self.unique)
        for folder in {self.folder, self.short} - {Path()}:
            unmount_below(folder)
            remove(folder)


def temporary_folder() -> str | None:
    """Return where the temporary folder is made: on a disk if there is one, because writes are measured in it."""
    if (
        "TMPDIR" not in os.environ
        and filesystem(Path(tempfile.gettempdir())) == "tmpfs"
        and os.access("/var/tmp", os.W_OK)
    ):
        return "/var/tmp"
    return None


def follow(starts: list[Start], seconds: float, word: str = "") -> None:
    """Read what starts print until each has ended, or said a word; Failed if that takes longer than some seconds."""
    end = time.monotonic() + seconds
    with selectors.DefaultSelector() as selector:
        for start in starts:
            selector.register(start.process.stdout, selectors.EVENT_READ, start)  # type: ignore[arg-type]
        while selector.get_map():
            events = selector.select(max(0.0, end - time.monotonic()))
            if not events:
                slow = next(key.data for key in selector.get_map().values())
                stop_if_asked()
                raise Failed(f"it was ended because it took more than {seconds:g} s ({slow.why()})")
            now = time.monotonic()
            for key, _ in events:
                one: Start = key.data
                more = one.read(now)
                if not more:
                    finish(one, end)
                if not more or (word and one.said(word)):
                    selector.unregister(key.fileobj)


def finish(start: Start, end: float) -> None:
    """Wait for the end of a process that prints no more."""
    try:
        start.process.wait(max(0.1, end - time.monotonic()))
    except subprocess.TimeoutExpired:
        raise Failed("it printed all, but did not end") from None
    start.ended = time.monotonic() - start.began


@dataclass(frozen=True)
class Process:
    """A process of the machine: its id, that of its parent, whether it has ended, and its arguments."""

    id: int
    parent: int
    ended: bool
    arguments: tuple[str, ...]


def processes() -> list[Process]:
    """Return all processes that this machine shows us."""
    found = []
    for entry in PROC.iterdir():
        with suppress(OSError, ValueError, IndexError):
            fields = (entry / "stat").read_text(errors="replace").rpartition(")")[2].split()
            arguments = (entry / "cmdline").read_text(errors="replace").split("\0")[:-1]
            found.append(Process(int(entry.name), int(fields[1]), fields[0] in "ZX", tuple(arguments)))
    return found


def below(root: int, known: list[Process]) -> list[Process]:
    """Return the processes that a process started, and those that these started, and so on."""
    found, parents = [], {root}
    while parents:
        children = [process for process in known if process.parent in parents]
        found += children
        parents = {process.id for process in children}
    return found


def reap() -> None:
    """Take note of the end of children that others have left to us. Call it when nothing is waited for."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def ours() -> set[int]:
    """Return the ids of all processes that come from this one and have not ended."""
    return {process.id for process in below(os.getpid(), processes()) if not process.ended}


def settle(lasting: set[int], seconds: float = 10) -> None:
    """Wait until what belongs to the last start has ended, too: an engine tidies up after its container."""
    end = time.monotonic() + seconds
    reap()
    while ours() - lasting and time.monotonic() < end:
        time.sleep(0.01)
        reap()


def end_descendants() -> None:
    """End every process that comes from this one, however far."""
    end = time.monotonic() + 20
    reap()
    while time.monotonic() < end:
        left = below(os.getpid(), processes())
        if not left:
            return
        for process in left:
            with suppress(ProcessLookupError, PermissionError):
                os.kill(process.id, signal.SIGKILL)
        time.sleep(0.02)
        reap()


def remove_cgroups(unique: str) -> None:
    """Remove the control groups that have our name, the innermost first."""
    root = SYS / "fs/cgroup"
    found = [Path(folder) for folder, _, _ in os.walk(root) if unique in folder[len(str(root)) :]]
    for path in sorted(found, key=lambda path: -len(path.parts)):
        with suppress(OSError):
            path.rmdir()


def unmount_below(folder: Path) -> None:
    """Take away what is mounted in a folder, the innermost first."""
    with suppress(OSError):
        lines = (PROC / "self/mountinfo").read_text(errors="replace").splitlines()
        places = [line.split()[4].encode().decode("unicode_escape") for line in lines]
        for place in sorted((place for place in places if place.startswith(f"{folder}/")), key=len, reverse=True):
            LIBC.umount2(place.encode(), DETACH)


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it, even where a layer of an image forbids to write."""
    for inner, _, _ in os.walk(folder):
        with suppress(OSError):
            Path(inner).chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():
        print(f"measure.py: {folder} could not be removed wholly; remove it yourself", file=sys.stderr)


# ---------------------------------------------------------------------------------------------------------------------
# 3. The machine: what a figure means depends on it
# ---------------------------------------------------------------------------------------------------------------------


def first_line(path: Path) -> str:
    """Return the first line of a file; nothing if it cannot be read."""
    with suppress(OSError):
        return clean((path.read_text(errors="replace").splitlines() or [""])[0])
    return ""


def os_release() -> dict[str, str]:
    """Return what the distribution says of itself."""
    with suppress(OSError):
        pairs = [line.split("=", 1) for line in OS_RELEASE.read_text(errors="replace").splitlines() if "=" in line]
        return {key: clean(value.strip("\"'")) for key, value in pairs}
    return {}


def processor() -> str:
    """Return the name of the processor."""
    with suppress(OSError):
        for line in (PROC / "cpuinfo").read_text(errors="replace").splitlines():
            name, _, value = line.partition(":")
            if name.strip() in ("model name", "Model", "Hardware", "cpu model"):
                return clean(value)
    return platform.machine()


def virtualised() -> bool | None:
    """Tell whether this machine is a virtual machine itself; nothing if that cannot be known."""
    with suppress(OSError):
        text = (PROC / "cpuinfo").read_text(errors="replace")
        if re.search(r"^flags\s*:", text, re.MULTILINE):
            return bool(re.search(r"^flags\s*:.*\bhypervisor\b", text, re.MULTILINE))
    if (PROC / "device-tree/hypervisor").exists():
        return True
    return None


def hypervisor() -> str:
    """Return the name that the machine gives to what it runs on, or to its maker."""
    names = [first_line(SYS / "class/dmi/id" / name) for name in ("sys_vendor", "product_name")]
    names += [first_line(SYS / "hypervisor/type")]
    return clean(" ".join(name for name in names if name))


def memory(name: str) -> int:
    """Return a number of bytes that the kernel names: MemTotal or MemAvailable."""
    with suppress(OSError, ValueError):
        for line in (PROC / "meminfo").read_text().splitlines():
            if line.startswith(f"{name}:"):
                return int(line.split()[1]) * 1024
    return 0


def filesystem(folder: Path) -> str:
    """Return the kind of file system in which a folder is."""
    best, kind = "", ""
    with suppress(OSError):
        for line in (PROC / "self/mountinfo").read_text(errors="replace").splitlines():
            before, _, after = line.partition(" - ")
            place = before.split()[4]
            inside = place == "/" or f"{folder}/".startswith(f"{place}/")
            if inside and len(place) >= len(best):
                best, kind = place, after.split()[0]
    return kind


def cgroups() -> str:
    """Return which version of control groups the machine has."""
    if (SYS / "fs/cgroup/cgroup.controllers").exists():
        return "v2"
    return "v1" if (SYS / "fs/cgroup/memory").exists() else "none"


def in_container() -> bool:
    """Tell whether this program itself runs in a container."""
    marked = any(Path(path).exists() for path in ("/run/.containerenv", "/.dockerenv"))
    return marked and filesystem(Path("/")) in ("overlay", "fuse.fuse-overlayfs", "btrfs", "zfs")


def describe_machine(folder: Path) -> dict[str, Any]:
    """Return what has to be known of the machine to understand the figures; nothing that tells whose it is."""
    return {
        "processor": processor(),
        "processors": len(os.sched_getaffinity(0)),
        "architecture": platform.machine(),
        "memory_bytes": memory("MemTotal"),
        "virtualised": virtualised(),
        "hypervisor": hypervisor(),
        "in_container": in_container(),
        "kernel": platform.release(),
        "system": os_release().get("PRETTY_NAME", "Linux"),
        "cgroups": cgroups(),
        "root": os.geteuid() == 0,
        "python": platform.python_version(),
        "filesystem": filesystem(folder),
    }


# ---------------------------------------------------------------------------------------------------------------------
# 4. What to install, and what to allow
# ---------------------------------------------------------------------------------------------------------------------

INSTALL = {
    "debian": "sudo apt-get install",
    "fedora": "sudo dnf install",
    "arch": "sudo pacman -S",
    "suse": "sudo zypper install",
    "alpine": "sudo apk add",
}
X86 = platform.machine() in ("x86_64", "AMD64")
PACKAGES = {
    "unshare": dict.fromkeys(INSTALL, "util-linux"),
    "busybox": {**dict.fromkeys(INSTALL, "busybox-static"), "fedora": "busybox", "arch": "busybox"},
    "runc": dict.fromkeys(INSTALL, "runc"),
    "crun": dict.fromkeys(INSTALL, "crun"),
    "podman": dict.fromkeys(INSTALL, "podman"),
    "qemu": {
        "debian": "qemu-system-x86" if X86 else "qemu-system-arm",
        "fedora": "qemu-system-x86-core" if X86 else "qemu-system-aarch64-core",
        "arch": "qemu-system-x86" if X86 else "qemu-system-aarch64",
        "suse": "qemu-x86" if X86 else "qemu-arm",
        "alpine": "qemu-system-x86_64" if X86 else "qemu-system-aarch64",
    },
    "kernel": {
        "debian": "linux-image-cloud-amd64" if X86 else "linux-image-cloud-arm64",
        "ubuntu": "linux-image-virtual",
        "fedora": "kernel-core",
        "arch": "linux",
        "suse": "kernel-default",
        "alpine": "linux-virt",
    },
    "firmware": {
        "debian": "seabios" if X86 else "qemu-efi-aarch64",
        "fedora": "seabios-bin" if X86 else "edk2-aarch64",
        "arch": "seabios" if X86 else "edk2-aarch64",
        "suse": "qemu-seabios" if X86 else "qemu-uefi-aarch64",
        "alpine": "seabios-bin" if X86 else "aavmf",
    },
}
"""The package that brings a tool, by the family of distributions."""

ELSEWHERE = {"runsc": "see https://gvisor.dev/docs/user_guide/install/", "kata": "see https://katacontainers.io/"}


def install(tools: Iterable[str]) -> str:
    """Return the command that installs tools on this distribution; where they come from if it has no package."""
    release = os_release()
    names = [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
    names = ["suse" if "suse" in name else name for name in names]
    family = next((name for name in names if name in INSTALL), "")
    hints = [ELSEWHERE[tool] for tool in tools if tool in ELSEWHERE]
    wanted = [tool for tool in tools if tool in PACKAGES]
    if wanted and family:
        packages = [
            next(PACKAGES[tool][name] for name in (*names, family) if name in PACKAGES[tool]) for tool in wanted
        ]
        hints.insert(0, f"{INSTALL[family]} {' '.join(packages)}")
    elif wanted:
        hints.insert(0, f"install {', '.join(wanted)}")
    return "; ".join(hints)


def allow_namespaces() -> str:
    """Return which setting of the kernel keeps users from namespaces, and how it is changed; nothing if none does."""
    settings = (
        ("kernel/apparmor_restrict_unprivileged_userns", "1", "0", "AppArmor forbids users to have namespaces"),
        ("kernel/unprivileged_userns_clone", "0", "1", "the kernel forbids users to have namespaces"),
        ("user/max_user_namespaces", "0", "10000", "the kernel allows no namespaces of users"),
    )
    for path, forbids, allows, words in settings:
        if os.geteuid() and first_line(PROC / "sys" / path) == forbids:
            setting = path.replace("/", ".")
            return f"{words}: allow it until the next start with `sudo sysctl -w {setting}={allows}`, or use sudo"
    return ""


# ---------------------------------------------------------------------------------------------------------------------
# 5. The ways to start it
# ---------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Way:
    """One command by which a kind may be started: words for it, its beginning, and options of its own."""

    label: str
    program: tuple[str, ...]
    options: tuple[str, ...] = ()
    acceleration: str | None = None


def which(name: str) -> str | None:
    """Return where a program is; nothing if the machine does not have it."""
    return shutil.which(name, path=SEARCHED)


class Kind:
    """A kind of start: what each has, and what most do in the same way."""

    name = ""
    title = ""
    seconds = 30.0
    """After these a start is taken for one that hangs."""
    memory_bytes = 50_000_000
    """What one more needs at most, so that too many are never started."""

    unwritten = "they failed"
    """Why nothing could be written inside."""

    def __init__(self, lab: Lab) -> None:
        self.lab = lab
        self.way = Way("", ())
        self.notes: list[str] = []

    def ways(self) -> list[Way]:
        """Return the commands to try, the best first; Missing if the machine lacks something."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Make what the chosen way needs; Failed if it cannot be made."""

    def command(self, name: str, what: str, argument: str) -> list[str]:
        """Return the command that starts the payload under a name, to do something with an argument."""
        raise NotImplementedError

    def environment(self) -> dict[str, str]:
        """Return what the command needs in its environment."""
        return {}

    def file(self, name: str) -> str:
        """Return the file that is written inside to measure writes."""
        return f"/tmp/{name}"

    def remove(self, name: str) -> None:
        """Remove what the payload of this name has left."""

    def idle_now(self, start: Start) -> None:
        """Leave alone of an idle one what does not belong to it."""

    def members(self, starts: list[Start]) -> list[int]:
        """Return the ids of all processes that belong to idle ones."""
        del starts
        return sorted(ours() - self.lab.lasting)

    def disk(self) -> int:
        """Return the bytes on disk that one needs, without the program that starts it."""
        return size_of(self.lab.rootfs) if self.lab.rootfs else 0

    def version(self) -> str:
        """Return which version of the program starts it."""
        with suppress(Failed, OSError):
            lines = self.lab.ask(self.way.program[0], "--version", seconds=10).splitlines()
            return clean((lines or [""])[0])
        return ""

    def why_not(self, reason: str) -> Missing:
        """Return what to say when no way works."""
        return Missing(reason)

    def needs_rootfs(self) -> Path:
        """Return the folder with the files of a container; Missing without a busybox to fill it with."""
        if not self.lab.rootfs:
            raise Missing("there is no busybox that needs no libraries", "busybox")
        return self.lab.rootfs


class PlainProcess(Kind):
    """A process as any other."""

    name = "process"
    title = "A plain process"

    def ways(self) -> list[Way]:
        """Return the same busybox that containers get, or else the shell of the machine."""
        if self.lab.rootfs:
            return [Way("busybox", (str(self.lab.rootfs / "bin/sh"), str(self.lab.rootfs / "payload")))]
        self.notes.append("started with the shell of this machine: containers and virtual machines need busybox-static")
        return [Way("sh", ("/bin/sh", str(self.lab.folder / "payload")))]

    def environment(self) -> dict[str, str]:
        """Let the payload use the commands of the same busybox."""
        return {"PATH": str(self.lab.rootfs / "bin")} if self.lab.rootfs else {}

    def command(self, name: str, what: str, argument: str) -> list[str]:
        """Return the payload itself."""
        del name
        return [*self.way.program, what, argument]

    def file(self, name: str) -> str:
        """Return a file in the temporary folder."""
        return str(self.lab.folder / "tmp" / name)

    def disk(self) -> int:
        """Return the size of the program."""
        return size_of(Path(self.way.program[0]).resolve(), Path(self.way.program[1]))

    def version(self) -> str:
        """Return the version of busybox, which it says above its help."""
        if not self.lab.rootfs:
            return ""
        with suppress(Failed, OSError):
            return self.lab.ask(str(self.lab.rootfs / "bin/busybox"), "--help").splitlines()[0].partition(" (")[0]
        return ""


class Namespaces(Kind):
    """A container without any engine: namespaces, and a root folder of its own."""

    name = "namespaces"
    title = "Bare namespaces"

    def ways(self) -> list[Way]:
        """Return namespaces with one of users, as anybody may have them, and as root also without."""
        program = which("unshare")
        if not program:
            raise Missing("there is no unshare", "unshare")
        own = ("--mount", "--uts", "--ipc", "--net", "--pid", "--fork")
        user = ("--user", "--map-root-user")
        ways = [Way("unshare", (program, *user, *own))]
        return [*ways, Way("unshare, as root", (program, *own))] if os.geteuid() == 0 else ways

    def prepare(self) -> None:
        """Say what is lost without busybox."""
        if not self.lab.rootfs:
            self.notes.append("without busybox-static it has no files of its own, and sees those of this machine")

    def environment(self) -> dict[str, str]:
        """Let the script use the commands of busybox."""
        return {"PATH": f"{self.lab.rootfs}/bin"} if self.lab.rootfs else {}

    def command(self, name: str, what: str, argument: str) -> list[str]:
        """Return unshare with the script that changes the root folder."""
        del name
        root = self.lab.rootfs
        if not root:
            return [*self.way.program, "--mount-proc", "/bin/sh", str(self.lab.folder / "payload"), what, argument]
        return [*self.way.program, f"{root}/bin/sh", str(self.lab.folder / "enter"), str(root), what, argument]

    def file(self, name: str) -> str:
        """Return a file in its own root folder, or else in the temporary folder."""
        return super().file(name) if self.lab.rootfs else str(self.lab.folder / "tmp" / name)

    def why_not(self, reason: str) -> Missing:
        """Say which setting forbids it."""
        return Missing(": ".join(filter(None, (reason, allow_namespaces()))))


NAMESPACES = ("pid", "mount", "uts", "ipc", "network")


def bundle(root: Path, arguments: list[str], cgroup: str) -> dict[str, Any]:
    """Return the settings of a container as the Open Container Initiative has specified them."""
    linux: dict[str, Any] = {"namespaces": [{"type": name} for name in NAMESPACES]}
    if os.geteuid() == 0:
        linux["cgroupsPath"] = cgroup
    else:
        linux["namespaces"].append({"type": "user"})
        for key, number in (("uidMappings", os.geteuid()), ("gidMappings", os.getegid())):
            linux[key] = [{"containerID": 0, "hostID": number, "size": 1}]
    return {
        "ociVersion": "1.0.2",
        "process": {
            "terminal": False,
            "user": {"uid": 0, "gid": 0},
            "args": arguments,
            "env": ["PATH=/bin", "LC_ALL=C"],
            "cwd": "/",
            "noNewPrivileges": True,
        },
        "root": {"path": str(root), "readonly": False},
        "hostname": "lab",
        "mounts": [
            {"destination": "/proc", "type": "proc", "source": "proc"},
            {"destination": "/dev", "type": "tmpfs", "source": "tmpfs", "options": ["nosuid", "mode=755"]},
        ],
        "linux": linux,
    }


class Runtime(Kind):
    """A container by the program that an engine would call."""

    name = "runtime"
    title = "An OCI runtime"
    programs: tuple[str, ...] = ("runc", "crun")

    def ways(self) -> list[Way]:
        """Return each runtime that is there, with its state in the temporary folder."""
        self.needs_rootfs()
        ways = []
        for name in self.programs:
            program = which(name)
            if program:
                ways.append(Way(name, (program, "--root", str(self.lab.folder / "run" / name), *self.flags(name))))
        if not ways:
            raise Missing(f"there is no {' and no '.join(self.programs)}", self.programs[0])
        return ways

    def flags(self, name: str) -> tuple[str, ...]:
        """Return what this runtime is told besides."""
        return ("--cgroup-manager=disabled",) if name == "crun" and os.geteuid() else ()

    def command(self, name: str, what: str, argument: str) -> list[str]:
        """Return the command that runs a bundle, which it writes; an idle one without a parent that waits for it."""
        folder = self.lab.folder / "bundles" / name
        folder.mkdir(parents=True)
        config = bundle(self.needs_rootfs(), ["/bin/sh", "/payload", what, argument], f"/{name}")
        (folder / "config.json").write_text(json.dumps(config))
        detach = ["--detach"] if what == "idle" else []
        return [*self.way.program, "run", *detach, "--bundle", str(folder), name]

    def remove(self, name: str) -> None:
        """Delete the container."""
        with suppress(Failed):
            self.lab.ask(*self.way.program, "delete", "--force", name)

    def disk(self) -> int:
        """Return the size of its files and of its settings."""
        return super().disk() + len(json.dumps(bundle(self.needs_rootfs(), [], "")))

    def why_not(self, reason: str) -> Missing:
        """Say which setting forbids it."""
        return Missing(": ".join(filter(None, (reason, allow_namespaces()))))


class Gvisor(Runtime):
    """A container whose system calls are answered by another program than the kernel."""

    name = "gvisor"
    title = "gVisor"
    programs = ("runsc",)
    memory_bytes = 200_000_000

    def flags(self, name: str) -> tuple[str, ...]:
        """Return that it needs no network, and no control groups without root."""
        del name
        return ("--network=none", "--ignore-cgroups", *(("--rootless",) if os.geteuid() else ()))


class Engine(Kind):
    """A container as most people start it."""

    name = "engine"
    title = "An engine"
    seconds = 60.0
    runtime: str | None = None
    image = ""

    def ways(self) -> list[Way]:
        """Return podman, in the temporary folder, and docker, if they are there."""
        self.needs_rootfs()
        ways = [*self.podman(), *self.docker()]
        if not ways:
            raise Missing("there is no podman and no docker", "podman")
        return ways

    def podman(self) -> list[Way]:
        """Return podman with its own choice of a runtime, and then with others."""
        program = which("podman")
        if not program:
            return []
        root, run = self.lab.folder / "podman", self.lab.short / "run"
        start = (program, f"--root={root}", f"--runroot={run / 'a'}", f"--tmpdir={run / 'b'}", "--events-backend=none")
        ways = [Way("podman", start)]
        ways += [Way(f"podman with {name}", (*start, f"--runtime={name}")) for name in ("crun", "runc") if which(name)]
        return [*ways, Way("podman without control groups", start, ("--cgroups=disabled",))]

    def docker(self) -> list[Way]:
        """Return docker, unless that is another name of podman."""
        program = which("docker")
        with suppress(Failed, OSError):
            if program and "podman" not in self.lab.ask(program, "--version", seconds=10).lower():
                return [Way("docker", (program,))]
        return []

    def environment(self) -> dict[str, str]:
        """Keep what podman writes for this session out of the user's own folder."""
        if self.is_docker:
            return {}
        run = os.environ.get("XDG_RUNTIME_DIR", "")
        bus = {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={run}/bus"} if run else {}
        settings = self.lab.folder / "containers.conf"
        if not settings.exists():
            settings.write_text('[engine]\nlock_type = "file"\n')
        own = {"XDG_RUNTIME_DIR": str(self.lab.short / "run"), "CONTAINERS_CONF_OVERRIDE": str(settings)}
        return {**bus, **{key: os.environ[key] for key in bus if key in os.environ}, **own}

    @property
    def is_docker(self) -> bool:
        """Tell whether the chosen way is docker."""
        return self.way.label.startswith("docker")

    def asked(self, *arguments: str, seconds: float = 60) -> str:
        """Return what the engine answers."""
        return self.lab.ask(*self.way.program, *arguments, seconds=seconds, environment=self.environment())

    def prepare(self) -> None:
        """Give the engine the image: made here, because nothing is downloaded."""
        if self.is_docker:
            self.asked("version", "--format", "{{.Server.Version}}", seconds=15)
        archive = self.lab.folder / "image.tar"
        if not archive.exists():
            archive.write_bytes(image(self.needs_rootfs()))
        self.image = f"{self.lab.unique}:1"
        self.lab.before_end.append(self.forget)
        self.asked("import", str(archive), self.image)

    def forget(self) -> None:
        """Remove all of our containers, and the image."""
        names = self.asked("ps", "--all", "--quiet", "--no-trunc", "--filter", f"name={self.lab.unique}").split()
        if names:
            with suppress(Failed):
                self.asked("rm", "--force", *(() if self.is_docker else ("--time", "0")), *names)
        with suppress(Failed):
            self.asked("rmi", "--force", self.image)
        for path in [Path("/run", runtime, name) for runtime in ("runc", "crun") for name in names]:
            shutil.rmtree(path, ignore_errors=True)

    def command(self, name: str, what: str, argument: str) -> list[str]:
        """Return the command that runs a container: without a network, of which the payload has no need."""
        options = ["--rm", "--network=none", "--log-driver=none", f"--name={name}", *self.way.options]
        if os.geteuid() == 0 and not self.is_docker and not Path("/run/systemd/system").exists():
            options.append(f"--cgroup-parent=/{self.lab.unique}")
        if self.runtime:
            options.append(f"--runtime={self.runtime}")
        return [*self.way.program, "run", *options, self.image, "/bin/sh", "/payload", what, argument]

    def remove(self, name: str) -> None:
        """Remove a container that did not end by itself."""
        with suppress(Failed):
            self.asked("rm", "--force", *(() if self.is_docker else ("--time", "0")), name)

    def idle_now(self, start: Start) -> None:
        """End the client that shows what the container prints: the container goes on without it."""
        start.kill()

    def members(self, starts: list[Start]) -> list[int]:
        """Return the container's processes, and the one that watches it; the daemon of docker serves all of them."""
        if not self.is_docker:
            return super().members(starts)
        known, found = processes(), set()
        for start in starts:
            first = int(self.asked("inspect", "--format", "{{.State.Pid}}", start.name))
            found |= {first, *(process.id for process in below(first, known))}
            found |= {process.parent for process in known if process.id == first and process.parent > 1}
        return sorted(found)

    def disk(self) -> int:
        """Return the size of the image, as the engine has it."""
        with suppress(Failed, ValueError):
            return int(self.asked("image", "inspect", "--format", "{{.Size}}", self.image))
        return super().disk()

    def why_not(self, reason: str) -> Missing:
        """Say what an engine that does not run needs."""
        if "daemon" in reason.lower():
            return Missing(
                f"docker is installed, but its daemon does not answer: `sudo systemctl start docker` ({reason})"
            )
        return Missing(": ".join(filter(None, (reason, allow_namespaces()))))


class Kata(Engine):
    """A container in a virtual machine of its own, by an engine."""

    name = "kata"
    title = "Kata Containers"
    memory_bytes = 400_000_000

    def ways(self) -> list[Way]:
        """Return docker if it knows Kata, or podman with Kata's runtime."""
        self.needs_rootfs()
        for way in self.docker():
            with suppress(Failed):
                names = self.lab.ask(*way.program, "info", "--format", "{{json .Runtimes}}", seconds=15)
                self.runtime = next(iter(re.findall(r'"([^"]*kata[^"]*)":', names)), None)
                if self.runtime:
                    return [way]
        self.runtime = which("kata-runtime")
        if not (self.runtime and self.podman()):
            raise Missing("no engine here knows Kata", "kata")
        return self.podman()[:1]


def image(rootfs: Path) -> bytes:
    """Return the files of a container as an archive that engines read, all of them owned by root."""

    def owned(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        return entry

    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        archive.add(str(rootfs), arcname=".", filter=owned)
    return buffer.getvalue()


# Virtual machines -----------------------------------------------------------------------------------------------------

KVM_SECONDS = 15.0
TCG_SECONDS = 90.0
"""After these a virtual machine is taken for one that hangs; some machines have a /dev/kvm that does."""
MACHINE_MEMORY = 128
"""Megabytes that a virtual machine is given; how many of them it uses is measured."""
DRIVERS = (
    "virtio",
    "virtio_ring",
    "virtio_mmio",
    "virtio_pci_legacy_dev",
    "virtio_pci_modern_dev",
    "virtio_pci",
    "virtio_blk",
)
"""The modules of the kernel that a disk needs."""


def version_key(name: str) -> list[tuple[int, str]]:
    """Return a key by which 6.10 is newer than 6.9."""
    return [(int(part) if part.isdigit() else -1, part) for part in re.split(r"(\d+)", name)]


def kernel_images() -> list[Path]:
    """Return the kernels that are installed: the one that runs first, then the newest ones."""
    names = [*BOOT.glob("vmlinuz-*"), *BOOT.glob("Image-*"), *MODULES.glob("*/vmlinuz"), *BOOT.glob("vmlinuz")]
    found = [path for path in names if path.is_file() and "rescue" not in path.name]
    running = platform.release()
    return sorted(found, key=lambda path: (running in str(path), version_key(str(path))), reverse=True)


def kernel_image() -> Path:
    """Return the kernel that a virtual machine starts; Missing if none is there, or none can be read."""
    found = kernel_images()
    readable = [path for path in found if os.access(path, os.R_OK)]
    if readable:
        return readable[0]
    if found:
        raise Missing(f"{found[0]} can be read by root alone: allow it with `sudo chmod a+r {found[0]}`, or use sudo")
    raise Missing(f"no kernel is installed in {BOOT}", "kernel")


def unpacked(file: Path) -> bytes:
    """Return a module of the kernel, in whichever way it is compressed."""
    content = file.read_bytes()
    if file.suffix == ".xz":
        return lzma.decompress(content)
    if file.suffix == ".gz":
        return gzip.decompress(content)
    program = which("zstd")
    if file.suffix == ".zst":
        if not program:
            raise OSError("there is no zstd to unpack it")
        return subprocess.run([program, "-dc"], input=content, capture_output=True, timeout=30, check=True).stdout
    return content


def modules(kernel: Path) -> list[tuple[str, bytes]]:
    """Return the modules that a disk needs and that are not part of the kernel itself, each with its content."""
    release = kernel.parent.name if kernel.name == "vmlinuz" else kernel.name.partition("-")[2]
    drivers = MODULES / release / "kernel/drivers"
    files = {file.name.split(".")[0].replace("-", "_"): file for file in drivers.glob("*/virtio*.ko*")}
    found = []
    for name in DRIVERS:
        with suppress(OSError, lzma.LZMAError, subprocess.SubprocessError):
            if name in files:
                found.append((f"{name}.ko", unpacked(files[name])))
    return found


class VirtualMachine(Kind):
    """A machine with full firmware, as a hypervisor starts it."""

    name = "vm"
    title = "A virtual machine with firmware"
    seconds = 60.0
    memory_bytes = 250_000_000
    machine = "q35" if X86 else "virt"
    disk_device = "virtio-blk-pci"
    unwritten = "its kernel found no disk that it knows"
    kernel = Path()

    def ways(self) -> list[Way]:
        """Return the machine with the help of the processor, and without: then software does all of it."""
        name = f"qemu-system-{'x86_64' if X86 else platform.machine()}"
        program = which(name)
        missing = [tool for tool, there in (("qemu", program), ("busybox", self.lab.rootfs)) if not there]
        if missing:
            raise Missing(
                f"there is no {' and no '.join({'qemu': name, 'busybox': 'static busybox'}[tool] for tool in missing)}",
                *missing,
            )
        self.kernel = kernel_image()
        emulated = Way("TCG", (str(program),), acceleration="tcg")
        if not KVM.exists():
            self.notes.append("there is no /dev/kvm, which lets the processor help")
            return [emulated]
        if not os.access(KVM, os.R_OK | os.W_OK):
            self.notes.append("you may not use /dev/kvm, which lets the processor help: join the group kvm")
            return [emulated]
        return [Way("KVM", (str(program),), acceleration="kvm"), emulated]

    def prepare(self) -> None:
        """Pack what the machine starts with, and bound how long the next start may take."""
        self.seconds = KVM_SECONDS if self.way.acceleration == "kvm" else TCG_SECONDS
        file = self.lab.folder / "initramfs"
        if not file.exists():
            file.write_bytes(initramfs(self.needs_rootfs(), modules(self.kernel)))

    def command(self, name: str, what: str, argument: str) -> list[str]:
        """Return the machine: one processor, a console, and for work also a disk."""
        tcg = self.way.acceleration == "tcg"
        console = "ttyS0" if X86 else "ttyAMA0"
        line = f"console={console} quiet loglevel=1 panic=-1 {'reboot=t ' if X86 else ''}what={what} with={argument}"
        return [
            *self.way.program,
            *(
                "-machine",
                f"{self.machine},accel={self.way.acceleration}{self.details()}",
                "-cpu",
                "max" if tcg else "host",
            ),
            *(
                "-m",
                str(MACHINE_MEMORY),
                "-smp",
                "1",
                "-nodefaults",
                "-no-user-config",
                "-display",
                "none",
                "-no-reboot",
            ),
            *(
                "-serial",
                "stdio",
                "-name",
                name,
                "-kernel",
                str(self.kernel),
                "-initrd",
                str(self.lab.folder / "initramfs"),
            ),
            *("-append", line),
            *(self.drive(name) if what == "work" else ()),
        ]

    def details(self) -> str:
        """Return what else is said of the machine."""
        return ""

    def drive(self, name: str) -> tuple[str, ...]:
        """Return a disk, whose file it makes."""
        file = self.lab.folder / f"{name}.disk"
        with file.open("wb") as disk:
            disk.truncate(SEQUENTIAL)
        drive = f"if=none,id=lab,format=raw,file={file}"
        return ("-drive", drive, "-device", f"{self.disk_device},drive=lab")

    def disk(self) -> int:
        """Return the size of the kernel and of what the machine starts with."""
        return size_of(self.kernel, self.lab.folder / "initramfs")


class FullMachine(VirtualMachine):
    """A machine as a personal computer is: on other processors than x86 its firmware is a file of its own."""

    def ways(self) -> list[Way]:
        """Ask for the firmware first."""
        ways = super().ways()
        if not X86 and not self.firmware():
            raise Missing("there is no firmware for it", "firmware")
        return ways

    def firmware(self) -> str:
        """Return the file with the firmware of an ARM machine."""
        files = ("AAVMF/AAVMF_CODE.fd", "qemu-efi-aarch64/QEMU_EFI.fd", "edk2/aarch64/QEMU_EFI.fd")
        return next((f"/usr/share/{file}" for file in files if Path("/usr/share", file).exists()), "")

    def command(self, name: str, what: str, argument: str) -> list[str]:
        """Add the firmware where it is not part of the machine."""
        return [*super().command(name, what, argument), *(() if X86 else ("-bios", self.firmware()))]


class MicroMachine(VirtualMachine):
    """A machine with as few devices as will do: QEMU's microvm, and on ARM the kernel without firmware."""

    name = "microvm"
    title = "A minimal virtual machine"
    machine = "microvm" if X86 else "virt"
    disk_device = "virtio-blk-device"

    def details(self) -> str:
        """Leave out the tables of firmware: with them, an emulated machine does not find its clock in time."""
        return ",acpi=off" if X86 else ""


KINDS: tuple[type[Kind], ...] = (PlainProcess, Namespaces, Runtime, Engine, Gvisor, Kata, MicroMachine, FullMachine)

# ---------------------------------------------------------------------------------------------------------------------
# 6. What is measured
# ---------------------------------------------------------------------------------------------------------------------

GIGABYTE = 1_000_000_000


def summary(values: Iterable[float]) -> dict[str, Any] | None:
    """Return all values with their median, the least and the greatest one; nothing if there are none."""
    kept = [float(f"{value:.6g}") for value in values]
    if not kept:
        return None
    middle = float(f"{statistics.median(kept):.6g}")
    return {"median": middle, "minimum": min(kept), "maximum": max(kept), "values": kept}


def proportional_memory(ids: Iterable[int]) -> int | None:
    """Return the bytes of processes, in which memory that several share is divided among them (PSS).

    Nothing if one of them may not be looked at, because then the sum would be too small.
    """
    total = 0
    for number in ids:
        try:
            text = (PROC / str(number) / "smaps_rollup").read_text()
        except (FileNotFoundError, ProcessLookupError):
            continue  # it has just ended
        except OSError:
            return None
        found = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
        total += int(found.group(1)) * 1024 if found else 0
    return total


def extrapolated(measured: list[dict[str, int]]) -> tuple[int | None, int | None]:
    """Return the bytes that one more takes, and how many fit in a gigabyte; nothing that was not seen to grow."""
    if len(measured) < 2:
        return None, None
    first, last = measured[0], measured[-1]
    more = (last["bytes"] - first["bytes"]) / (last["count"] - first["count"])
    if more <= 0:
        return None, None
    return round(more), max(0, first["count"] + math.floor((GIGABYTE - first["bytes"]) / more))


def shows(token: str) -> bool:
    """Tell whether the process list of this machine shows the payload that sleeps."""
    return any(process.arguments[-2:] == ("sleep", token) for process in processes())


class Measurement:
    """All that is measured of one kind, step by step, with a note for what could not be."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.lab = kind.lab
        self.once_seconds = 0.0
        self.starts: list[float] = []
        self.exits: list[float] = []
        self.facts = {"kernel": "", "boot_id": ""}
        self.result: dict[str, Any] = {}

    def started(self, count: int, what: str, argument: str = "", word: str = "") -> list[Start]:
        """Start some at once, and follow each to its end or to a word; Failed if one does not come so far."""
        names = [self.lab.name() for _ in range(count)]
        commands = [(name, self.kind.command(name, what, argument)) for name in names]
        starts: list[Start] = []
        try:
            starts += (self.lab.start(name, command, self.kind.environment()) for name, command in commands)
            follow(starts, self.kind.seconds * max(1, count / 2) + (60 if what == "work" else 0), word)
            for start in starts:
                if start.first is None or (word and not start.said(word)):
                    raise Failed(start.why())
        except (Failed, OSError) as error:
            self.stop(starts)
            raise Failed(str(error)) from None
        return starts

    def stop(self, starts: list[Start]) -> None:
        """End what still runs of some starts."""
        for start in starts:
            start.kill()
            self.kind.remove(start.name)
        settle(self.lab.lasting)

    def choose(self) -> None:
        """Take the first way that works, and say which ones do not; Missing if none does."""
        reasons = []
        for way in self.kind.ways():
            self.kind.way = way
            try:
                self.kind.prepare()
                self.lab.lasting = ours()
                self.once()
            except (Failed, OSError) as error:
                reasons.append(f"{way.label} does not work here: {clean(str(error))}")
                continue
            self.kind.notes += reasons[-2:]
            self.starts, self.exits = [], []  # the first start warms up
            return
        raise self.kind.why_not(reasons[0] if reasons else "no way to start it")

    def once(self) -> None:
        """Start one and let it end."""
        began = time.monotonic()
        (start,) = self.started(1, "once")
        code = start.process.returncode
        start.kill()
        settle(self.lab.lasting)
        if code or start.first is None or start.ended is None:
            raise Failed(f"it ended with {code}")
        self.starts.append(start.first)
        self.exits.append(start.ended)
        self.once_seconds = time.monotonic() - began
        self.facts = {"kernel": start.fact("kernel"), "boot_id": start.fact("boot")}

    def together(self) -> None:
        """Start several at once, because each may have to wait for the others."""
        found = []
        for count in TOGETHER:
            if not self.room(count):
                break
            starts = self.started(count, "once")
            found.append({"count": count, "start_seconds": summary(start.first or 0.0 for start in starts)})
            for start in starts:
                start.kill()
            settle(self.lab.lasting)
        self.result["together"] = found

    def room(self, count: int) -> bool:
        """Tell whether so many fit into half of the memory that is free; note it if not."""
        fits = self.kind.memory_bytes * count < memory("MemAvailable") / 2
        if not fits:
            self.kind.notes.append(f"{count} at once were not started: there is too little free memory")
        return fits

    def idle(self) -> None:
        """Start some that do nothing, and look at the memory of all processes that belong to them."""
        measured: list[dict[str, int]] = []
        for count in IDLE:
            if not self.room(count):
                break
            token = f"{IDLE_SECONDS}.{random.randrange(10**8):08}1"  # noqa: S311 - a mark, no secret
            starts = self.started(count, "idle", token, "idle")
            try:
                for start in starts:
                    self.kind.idle_now(start)
                time.sleep(0.2)
                self.result["seen_by_host"] = shows(token)
                total = proportional_memory(self.kind.members(starts))
            finally:
                self.stop(starts)
            if total is None:
                self.kind.notes.append("its memory is not known: the system does not let you look at its processes")
                break
            measured.append({"count": count, "bytes": total})
        more, fit = extrapolated(measured)
        idle = measured[0]["bytes"] if measured else None
        self.result["memory"] = {
            "idle_bytes": idle,
            "one_more_bytes": more,
            "fit_in_a_gigabyte": fit,
            "measured": measured,
        }

    def work(self) -> None:
        """Let one call the kernel often, and write."""
        name = self.lab.name()
        free = shutil.disk_usage(self.lab.folder).free > 4 * SEQUENTIAL
        if not free:
            self.kind.notes.append(
                f"writes were not measured: {self.lab.folder.parent} has too little space; set TMPDIR"
            )
        (start,) = self.started(1, "work", self.kind.file(name) if free else "", "done")
        start.kill()
        self.kind.remove(start.name)
        settle(self.lab.lasting)
        for file in self.lab.folder.glob("*.disk"):
            file.unlink()
        nothing = min(start.durations("nothing"))  # on a busy machine others took longer: no step loses more than this
        calls, blocks, whole = (
            [max(1e-6, seconds - nothing) for seconds in start.durations(word)]
            for word in ("calls", "random", "sequential")
        )
        self.result["call_seconds"] = summary(seconds / (2 * CALLS) for seconds in calls)
        self.result["sequential_write_bytes_per_second"] = summary(SEQUENTIAL / seconds for seconds in whole)
        self.result["random_write_seconds"] = summary(blocks)
        if free and not blocks:
            self.kind.notes.append(f"writes were not measured: {self.kind.unwritten}")

    def steps(self) -> list[tuple[str, float, Callable[[], None]]]:
        """Return what else there is to do after the starts: words for it, about how many seconds, and the step."""
        once = self.once_seconds
        together = once * sum(max(1.0, count / max(1, os.cpu_count() or 1)) for count in TOGETHER)
        idle = (once + 0.7) * sum(IDLE)
        return [
            ("several at once", together, self.together),
            ("idle", idle, self.idle),
            ("work", once * 2 + 3, self.work),
        ]

    def attempt(self, words: str, step: Callable[[], None]) -> None:
        """Do a step; if it fails, say so and go on."""
        try:
            step()
        except (Failed, OSError) as error:
            settle(self.lab.lasting)
            self.kind.notes.append(f"{words}: not measured: {clean(str(error))}")

    def finished(self) -> dict[str, Any]:
        """Return the result, each field present: what could not be measured is nothing."""
        here = first_line(PROC / "sys/kernel/random/boot_id")
        boot = self.facts["boot_id"]
        if not boot:
            self.kind.notes.append("it has no /proc, so it does not know its kernel")
        if self.starts and max(self.starts) > 3 * statistics.median(self.starts):
            self.kind.notes.append("its starts differ much: something else may have kept the machine busy")
        memory_of: dict[str, Any] = {
            "idle_bytes": None,
            "one_more_bytes": None,
            "fit_in_a_gigabyte": None,
            "measured": [],
        }
        return {
            "kind": self.kind.name,
            "title": self.kind.title,
            "way": self.kind.way.label,
            "version": self.kind.version(),
            "acceleration": self.kind.way.acceleration,
            "command": clean(" ".join(self.kind.way.program[:1]).rpartition("/")[2]),
            "start_seconds": summary(self.starts),
            "exit_seconds": summary(self.exits),
            "together": self.result.get("together", []),
            "memory": self.result.get("memory", memory_of),
            "disk_bytes": self.kind.disk(),
            "kernel": self.facts["kernel"] or None,
            "boot_id": boot or None,
            "same_kernel": boot == here if boot and here else None,
            "seen_by_host": self.result.get("seen_by_host"),
            "call_seconds": self.result.get("call_seconds"),
            "sequential_write_bytes_per_second": self.result.get("sequential_write_bytes_per_second"),
            "random_write_seconds": self.result.get("random_write_seconds"),
            "notes": list(dict.fromkeys(self.kind.notes)),
        }


class Progress:
    """A line that says what is done, how much remains, and about how long that takes."""

    def __init__(self, stream: Any) -> None:
        self.stream = stream
        self.total = 0
        self.done = 0
        self.left = 0.0
        self.planned = 0.0
        self.spent = 0.0
        self.told = -math.inf

    def plan(self, steps: int, seconds: float) -> None:
        """Say how many steps there are, and about how long they take together."""
        self.total, self.done, self.left, self.spent, self.planned = steps, 0, seconds, 0.0, 0.0

    @contextmanager
    def step(self, words: str, seconds: float = 0.0) -> Iterator[None]:
        """Say what is done now; what remains is corrected by how long the steps before took."""
        slower = min(5.0, self.spent / self.planned) if self.planned > 1 else 1.0
        remains = f", {self.total - self.done} to go, about {duration(self.left * slower)}" if self.total else ""
        self.say(f"{words}{remains}")
        began = time.monotonic()
        yield
        self.spent += time.monotonic() - began
        self.planned += seconds
        self.left = max(0.0, self.left - seconds)
        self.done += 1

    def say(self, text: str) -> None:
        """Write the line: over the last one on a terminal, and else now and then a new one."""
        if self.stream.isatty():
            self.stream.write(f"\r\x1b[K{text[: shutil.get_terminal_size().columns - 1]}")
        elif time.monotonic() - self.told >= 10 or not self.total:
            self.told = time.monotonic()
            self.stream.write(f"{text}\n")
        self.stream.flush()

    def end(self) -> None:
        """Take the line away."""
        if self.stream.isatty():
            self.stream.write("\r\x1b[K")
            self.stream.flush()


def duration(seconds: float) -> str:
    """Return a time as one says it."""
    return f"{max(1, math.ceil(seconds))} s" if seconds < 90 else f"{math.ceil(seconds / 60)} minutes"


def measure(kinds: list[Kind], runs: int, progress: Progress) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the results of the kinds that this machine can start, and what was left out of the others."""
    found, skipped = [], []
    for kind in kinds:
        with progress.step(f"looking at: {kind.title}"):
            measurement = Measurement(kind)
            try:
                measurement.choose()
                found.append(measurement)
            except Missing as missing:
                reason = {"kind": kind.name, "title": kind.title, "reason": missing.reason}
                skipped.append({**reason, "install": install(missing.tools) or None})
    steps = [(f"{one.kind.title}, {words}", cost, one, step) for one in found for words, cost, step in one.steps()]
    # The kinds take turns, so that a machine that becomes busy for a while is unfair to none of them.
    turns = [
        (f"{one.kind.title}, start {run} of {runs}", one.once_seconds, one, one.once)
        for run in range(1, runs + 1)
        for one in found
    ]
    plan = turns + steps
    progress.plan(len(plan), sum(cost for _, cost, _, _ in plan))
    for words, cost, one, step in plan:
        with progress.step(words, cost):
            one.attempt(words.rpartition(", ")[2], step)
    return [one.finished() for one in found], skipped


def report(lab: Lab, kinds: list[Kind], runs: int, progress: Progress) -> dict[str, Any]:
    """Return the whole result: what was measured, where and when."""
    machine = describe_machine(lab.folder)
    date = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    results, skipped = measure(kinds, runs, progress)
    return {"schema": SCHEMA, "date": date, "runs": runs, "machine": machine, "results": results, "skipped": skipped}


# ---------------------------------------------------------------------------------------------------------------------
# 7. What is said of it: a table, JSON, YAML, a page
# ---------------------------------------------------------------------------------------------------------------------


def scaled(value: float, units: tuple[tuple[float, str], ...]) -> str:
    """Return a value in the unit in which it has one to three digits before the point, to two or three digits."""
    for size, unit in units:
        if value >= size or size == units[-1][0]:
            amount = value / size
            digits = 0 if amount >= 99.5 else 1 if amount >= 9.95 else 2
            return f"{amount:.{digits}f} {unit}"
    return ""


def seconds(value: float) -> str:
    """Return a time."""
    return scaled(value, ((1, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns")))


def size(value: float) -> str:
    """Return a number of bytes."""
    return scaled(value, ((1e9, "GB"), (1e6, "MB"), (1e3, "kB"), (1, "B")))


def speed(value: float) -> str:
    """Return bytes a second."""
    return f"{size(value)}/s"


def spread(found: dict[str, Any] | None, words: Callable[[float], str]) -> str:
    """Return the median, with the least and the greatest value if there are several."""
    if not found:
        return "–"
    if len(found["values"]) < 2:
        return words(found["median"])
    return f"{words(found['median'])} ({words(found['minimum'])} to {words(found['maximum'])})"


def middle(found: dict[str, Any] | None, words: Callable[[float], str]) -> str:
    """Return the median alone."""
    return words(found["median"]) if found else "–"


def yes(value: bool | None, words: tuple[str, str] = ("yes", "no")) -> str:  # noqa: FBT001
    """Return a word for what is so, is not so, or is not known."""
    return "–" if value is None else words[0] if value else words[1]


def amount(value: int | None, words: Callable[[float], str] = lambda value: f"{value:,.0f}") -> str:
    """Return a number, or a dash for none."""
    return "–" if value is None else words(value)


def named(one: dict[str, Any]) -> str:
    """Return the name of what was started, and of what started it."""
    return f"{one['title']} ({one['way']})"


Row = tuple[str, ...]


def tables(result: dict[str, Any]) -> Iterator[tuple[str, list[Row]]]:
    """Yield the tables of a result, each with a sentence above it; its first row names the columns."""
    found = result["results"]
    runs = f"{result['runs']} start{'s' if result['runs'] > 1 else ''}"
    yield (
        f"How long a start takes: the median of {runs}, the shortest and the longest.",
        [
            ("", "first line", "end"),
            *(
                (named(one), spread(one["start_seconds"], seconds), spread(one["exit_seconds"], seconds))
                for one in found
            ),
        ],
    )
    yield (
        "What one needs while it does nothing, and how many would fit in a gigabyte of memory.",
        [
            ("", "memory", "one more", "in 1 GB", "on disk"),
            *(
                (
                    named(one),
                    amount(one["memory"]["idle_bytes"], size),
                    amount(one["memory"]["one_more_bytes"], size),
                    amount(one["memory"]["fit_in_a_gigabyte"]),
                    amount(one["disk_bytes"], size),
                )
                for one in found
            ),
        ],
    )
    yield (
        "How long the first line takes when several are started at once.",
        [("", *(f"{count} at once" for count in TOGETHER)), *((named(one), *at_once(one)) for one in found)],
    )
    yield (
        "What work costs inside: a system call; writing 32 MB in one go, and 4 kB in the midst of them, to the disk.",
        [
            ("", "a call", "32 MB", "4 kB"),
            *(
                (
                    named(one),
                    middle(one["call_seconds"], seconds),
                    middle(one["sequential_write_bytes_per_second"], speed),
                    spread(one["random_write_seconds"], seconds),
                )
                for one in found
            ),
        ],
    )
    yield (
        "Whose kernel it is, and whether the process list of this machine shows the program.",
        [
            ("", "kernel", "kernel inside", "shown"),
            *(
                (
                    named(one),
                    yes(one["same_kernel"], ("of this machine", "its own")),
                    one["kernel"] or "–",
                    yes(one["seen_by_host"]),
                )
                for one in found
            ),
        ],
    )


def at_once(one: dict[str, Any]) -> Iterator[str]:
    """Yield the median of each number of starts at once."""
    found = {together["count"]: together["start_seconds"] for together in one["together"]}
    for count in TOGETHER:
        yield middle(found.get(count), seconds)


def described(result: dict[str, Any]) -> str:
    """Return the machine in one sentence."""
    machine = result["machine"]
    kinds = {True: "a virtual machine", False: "no virtual machine", None: "perhaps a virtual machine"}
    return (
        f"{machine['processor']}, {machine['processors']} processors, {size(machine['memory_bytes'])} of memory, "
        f"{kinds[machine['virtualised']]}; {machine['system']}, Linux {machine['kernel']}; {result['date'][:10]}"
    )


def remarks(result: dict[str, Any]) -> Iterator[str]:
    """Yield what has to be known besides the figures; what several have in common once."""
    notes: dict[str, list[str]] = {}
    for one in result["results"]:
        if one["acceleration"]:
            how = (
                "with the help of the processor (KVM)"
                if one["acceleration"] == "kvm"
                else "by emulation in software (TCG), many times slower than with KVM"
            )
            notes.setdefault(f"it ran {how}", []).append(named(one))
        for note in one["notes"]:
            notes.setdefault(note, []).append(named(one))
    yield from (f"{' and '.join(titles)}: {note}" for note, titles in notes.items())
    if result["machine"]["filesystem"] == "tmpfs":
        yield "the temporary folder is in memory, so writes did not reach a disk: set TMPDIR to a folder on one"
    yield "memory is that of the processes (PSS); what the kernel needs for them is not counted"
    yield "the size on disk is without the program that starts them"


def left_out(result: dict[str, Any]) -> Iterator[str]:
    """Yield what was not measured, why, and what to install."""
    for one in result["skipped"]:
        hint = f" → {one['install']}" if one["install"] else ""
        yield f"{one['title']}: {one['reason']}{hint}"


def as_table(result: dict[str, Any]) -> str:
    """Return the result for a reader at a terminal."""
    parts = [described(result)]
    for words, rows in tables(result) if result["results"] else ():
        widths = [max(map(len, column)) for column in zip(*rows)]
        lines = [
            "  ".join(
                (cell.ljust(width) if n == 0 else cell.rjust(width)) for n, (cell, width) in enumerate(zip(row, widths))
            )
            for row in rows
        ]
        parts.append("\n".join([words, "", *(f"  {line}".rstrip() for line in lines)]))
    for title, lines in (("To know", list(remarks(result))), ("Not measured", list(left_out(result)))):
        if lines:
            parts.append("\n".join([f"{title}:", *(f"- {line}" for line in lines)]))
    return "\n\n".join(parts) + "\n"


def as_json(result: dict[str, Any]) -> str:
    """Return the result for programs."""
    return json.dumps(result, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def as_yaml(result: dict[str, Any]) -> str:
    """Return the result as YAML, in which each text is in quotes."""
    return "\n".join(yaml_lines(result, "")) + "\n"


def yaml_lines(value: dict[str, Any], indent: str) -> Iterator[str]:
    """Yield the lines of a mapping."""
    for key, inner in value.items():
        if isinstance(inner, dict):
            yield f"{indent}{key}:"
            yield from yaml_lines(inner, f"{indent}  ")
        elif isinstance(inner, list) and any(isinstance(item, dict) for item in inner):
            yield f"{indent}{key}:"
            for item in inner:
                first, *others = yaml_lines(item, f"{indent}    ")
                yield f"{indent}  - {first.strip()}"
                yield from others
        else:
            yield f"{indent}{key}: {yaml_scalar(inner)}"


def yaml_scalar(value: Any) -> str:
    """Return a value, or a list of values, in one line; a number without a point would be text to some readers."""
    if isinstance(value, list):
        return f"[{', '.join(map(yaml_scalar, value))}]"
    if isinstance(value, float) and math.isfinite(value):
        digits, _, exponent = repr(value).partition("e")
        return f"{digits}{'' if '.' in digits else '.0'}e{exponent}" if exponent else digits
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Measured on this machine</title>
<style>
:root {{ color-scheme: light dark }}
body {{ font: 1rem/1.6 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }}
table {{ border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }}
caption {{ text-align: left; font-weight: 600; padding: 1.5rem 0 .5rem }}
th, td {{ text-align: left; padding: .25rem .75rem .25rem 0; vertical-align: top; border-top: 1px solid #8886 }}
svg {{ display: block; width: 100%; min-width: 6rem; height: .75rem; margin-top: .4rem }}
circle, line {{ fill: #1f6fb2; stroke: #1f6fb2; stroke-width: 3 }}
td:has(+ td > svg) {{ white-space: nowrap; width: 5rem }}
td:has(> svg) {{ width: 45% }}
div {{ overflow-x: auto }}
pre {{ overflow: auto; max-height: 30rem }}
@media print {{ details {{ display: none }} }}
</style>
</head>
<body>
<h1>Measured on this machine</h1>
<p>{machine}</p>
<p>A dot is the median, and a line reaches from the least to the greatest value. They are drawn on a logarithmic axis:
a short distance can be a large difference. The page of the lab draws the same charts beside the runs of others.</p>
{charts}
{tables}
{lists}
<details><summary>All values, as JSON</summary><pre>{json}</pre></details>
</body>
</html>
"""


Bar = tuple[str, float, float, float, str]
"""What is drawn of one: its name, the median, the least and the greatest value, and words for the median."""


def charted(result: dict[str, Any]) -> Iterator[tuple[str, list[Bar]]]:
    """Yield what is drawn, as on the page of the lab: a title, and a bar for each kind."""
    found = result["results"]

    def spreads(key: str, words: Callable[[float], str]) -> list[Bar]:
        return [bar(named(one), one[key], words) for one in found if one[key]]

    def numbers(value: Callable[[dict[str, Any]], float | None], words: Callable[[float], str]) -> list[Bar]:
        values = [(named(one), value(one)) for one in found]
        return [(name, number, number, number, words(number)) for name, number in values if number]

    yield "Time to the first line", spreads("start_seconds", seconds)
    yield "Time to the end", spreads("exit_seconds", seconds)
    yield (
        "Several started at once",
        [
            bar(f"{named(one)}, {together['count']} at once", together["start_seconds"], seconds)
            for one in found
            for together in one["together"]
        ],
    )
    yield "Memory of one that does nothing", numbers(lambda one: one["memory"]["idle_bytes"], size)
    yield (
        "How many fit in a gigabyte",
        numbers(lambda one: one["memory"]["fit_in_a_gigabyte"], lambda one: f"{one:,.0f}"),
    )
    yield "Size on disk", numbers(lambda one: one["disk_bytes"], size)
    yield "One system call", spreads("call_seconds", seconds)
    yield "Writing 32 MB in one go", spreads("sequential_write_bytes_per_second", speed)
    yield "Writing 4 kB at a random place", spreads("random_write_seconds", seconds)


def bar(name: str, spread: dict[str, Any], words: Callable[[float], str]) -> Bar:
    """Return what is drawn of several values."""
    return name, spread["median"], spread["minimum"], spread["maximum"], words(spread["median"])


def places(bars: list[Bar]) -> Callable[[float], float]:
    """Return what tells where a value stands, in percent from the left: on an axis of whole powers of ten."""
    values = [value for bar in bars for value in bar[1:4]]
    low = math.floor(math.log10(min(values)))
    high = max(low + 1, math.ceil(math.log10(max(values))))
    return lambda value: round(2 + 96 * (math.log10(value) - low) / (high - low), 1)


def chart(title: str, bars: list[Bar]) -> str:
    """Return a table that draws its values: a line from the least to the greatest, and a dot for the median."""
    bars = [bar for bar in bars if bar[2] > 0]
    if not bars:
        return ""
    e, place = html.escape, places(bars)
    rows = [
        f'<tr><th scope="row">{e(name)}</th><td>{e(words)}</td><td><svg aria-hidden="true">'
        f'<line x1="{place(least)}%" x2="{place(most)}%" y1="50%" y2="50%"/>'
        f'<circle cx="{place(value)}%" cy="50%" r="4"/></svg></td></tr>'
        for name, value, least, most, words in bars
    ]
    return f"<div><table><caption>{e(title)}</caption>{''.join(rows)}</table></div>"


def as_html(result: dict[str, Any]) -> str:
    """Return the result as a page that stands alone, and needs no script."""
    e = html.escape
    parts = []
    for words, (head, *rows) in tables(result):
        columns = "".join(f'<th scope="col">{e(cell)}</th>' for cell in head)
        body = "".join(
            f'<tr><th scope="row">{e(row[0])}</th>{"".join(f"<td>{e(cell)}</td>" for cell in row[1:])}</tr>'
            for row in rows
        )
        parts.append(f"<div><table><caption>{e(words)}</caption><tr>{columns}</tr>{body}</table></div>")
    lists = [
        f"<h2>{title}</h2><ul>{''.join(f'<li>{e(line)}</li>' for line in lines)}</ul>"
        for title, lines in (("To know", list(remarks(result))), ("Not measured", list(left_out(result))))
        if lines
    ]
    return PAGE.format(
        machine=e(described(result)),
        charts="\n".join(chart(title, bars) for title, bars in charted(result)),
        tables="\n".join(parts),
        lists="\n".join(lists),
        json=e(as_json(result)),
    )


# ---------------------------------------------------------------------------------------------------------------------
# 8. The command line
# ---------------------------------------------------------------------------------------------------------------------

FORMS: dict[str, Callable[[dict[str, Any]], str]] = {"json": as_json, "yaml": as_yaml, "html": as_html}


def number_of_runs(text: str) -> int:
    """Return a number of runs that makes sense."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MOST_RUNS:
        raise argparse.ArgumentTypeError(f"write a number from 1 to {MOST_RUNS}")
    return int(text)


def names_of_kinds(text: str) -> list[str]:
    """Return the names of kinds, all of which there are."""
    known = [kind.name for kind in KINDS]
    names = [name.strip() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in known:
            raise argparse.ArgumentTypeError(f"there is no {name!r}; there are {', '.join(known)}")
    if not names:
        raise argparse.ArgumentTypeError(f"write one or several of {', '.join(known)}")
    return names


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line."""
    made = argparse.ArgumentParser(
        prog="measure.py",
        description="Start the same small program as a process, in containers and in virtual machines, and measure it.",
        epilog="Without an option it prints a table. It needs some minutes; a line says how long it still takes.",
    )
    for form in FORMS:
        made.add_argument(
            f"--{form}", nargs="?", const="-", metavar="FILE", help=f"write {form.upper()}, into a file if you name one"
        )
    made.add_argument("--only", type=names_of_kinds, metavar="NAMES", help="measure only these, such as process,vm")
    made.add_argument(
        "--runs",
        type=number_of_runs,
        default=RUNS,
        metavar="N",
        help=f"start each so often, after one to warm up ({RUNS})",
    )
    made.add_argument(
        "--list", action="store_true", help="say what this machine can start, and what to install for the rest"
    )
    return made


def listed(kinds: list[Kind]) -> str:
    """Return a line for each kind: what it would be started with, or what it lacks."""
    lines = []
    for kind in kinds:
        try:
            ways = kind.ways()
            told = f"with {Path(ways[0].program[0]).resolve().name}"
        except Missing as missing:
            hint = install(missing.tools)
            told = f"not here: {missing.reason}{f' → {hint}' if hint else ''}"
        lines.append(f"{kind.name:12} {kind.title:34} {told}")
    return "\n".join(lines) + "\n"


def write(result: dict[str, Any], wanted: dict[str, str]) -> int:
    """Write the result in each form that is wanted, and a table if nothing else goes to the terminal."""
    failed = 0
    for form, place in wanted.items():
        text = FORMS[form](result)
        if place == "-":
            show(text)
            continue
        try:
            Path(place).write_text(text, encoding="utf-8")
        except OSError as error:
            print(f"measure.py: {place}: {error.strerror}; here it is instead:", file=sys.stderr)
            show(text)
            failed = 1
    if "-" not in wanted.values() and not failed:
        show(as_table(result))
    return failed


def show(text: str) -> None:
    """Print text, even where the terminal does not know one of its letters."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
    sys.stdout.flush()


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line says; return 0, or else what went wrong."""
    options = parser().parse_args(arguments)
    wanted = {form: place for form in FORMS for place in [getattr(options, form)] if place}
    for place in wanted.values():
        if place != "-" and not os.access(Path(place).resolve().parent, os.W_OK):
            print(f"measure.py: {place}: nothing can be written there; choose another folder", file=sys.stderr)
            return 2
    stop_on_signals()
    lab, progress = Lab(), Progress(sys.stderr)
    try:
        lab.open()
        kinds = [kind(lab) for kind in KINDS if not options.only or kind.name in options.only]
        if options.list:
            show(listed(kinds))
            return 0
        result = report(lab, kinds, options.runs, progress)
        stop_if_asked()
        progress.end()
        return write(result, wanted)
    except OSError as error:
        print(
            f"measure.py: {error.filename or lab.folder}: {error.strerror}; set TMPDIR to a folder with space",
            file=sys.stderr,
        )
        return 1
    except Stopped as stopped:
        print("\nmeasure.py: stopped; what was started is ended", file=sys.stderr)
        return 128 + stopped.number
    finally:
        lab.clean()


if __name__ == "__main__":
    sys.exit(main())
