"""What the program starts: the files of a container, the archive of a virtual machine, and the commands."""

import gzip
import io
import lzma
import os
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import lacking
from tests.waiting import WAIT


def elf(*types: int) -> bytes:
    """Return the head of a program of 64 bits with program headers of these types."""
    head = bytearray(64)
    head[:6] = b"\x7fELF\x02\x01"
    head[32:40] = (64).to_bytes(8, "little")
    head[54:56] = (56).to_bytes(2, "little")
    head[56:58] = len(types).to_bytes(2, "little")
    return bytes(head) + b"".join(kind.to_bytes(4, "little") + bytes(52) for kind in types)


@pytest.mark.parametrize(
    ("content", "static"),
    [
        (elf(1, 2), True),
        (elf(1, 3), False),
        (elf(), False),
        (b"#!/bin/sh", False),
        (b"", False),
        (b"\x7fELF\x02\x01", False),
    ],
)
def test_a_program_that_asks_for_no_other_is_static(
    measure: Any, tmp_path: Path, content: bytes, *, static: bool
) -> None:
    (tmp_path / "program").write_bytes(content)

    assert static is measure.is_static(tmp_path / "program")


def test_a_program_that_is_not_there_is_not_static(measure: Any, tmp_path: Path) -> None:
    assert not measure.is_static(tmp_path / "program")


def test_the_archive_is_one_that_cpio_reads(measure: Any, tmp_path: Path) -> None:
    program = shutil.which("busybox")
    if not program:
        lacking("no busybox is here to unpack the archive: install busybox-static")
    archive = measure.cpio([("bin", 0o40755, b""), ("bin/a", 0o100755, b"odd"), ("bin/b", 0o120777, b"a")])
    subprocess.run(
        [program, "cpio", "-i", "-d"], input=archive, cwd=tmp_path, check=True, capture_output=True, timeout=WAIT
    )

    assert b"odd" == (tmp_path / "bin/a").read_bytes()
    assert Path("a") == (tmp_path / "bin/b").readlink()
    assert 0o755 == (tmp_path / "bin/a").stat().st_mode & 0o777


@pytest.fixture
def rootfs(measure: Any, tmp_path: Path) -> Path:
    """Return the files of a container around a program that is no busybox."""
    (tmp_path / "busybox").write_bytes(b"program")
    measure.write_rootfs(tmp_path / "root", tmp_path / "busybox")
    return tmp_path / "root"


def test_a_container_gets_busybox_its_names_and_the_payload(measure: Any, rootfs: Path) -> None:
    assert {"busybox", *measure.APPLETS} == {file.name for file in (rootfs / "bin").iterdir()}
    assert {Path("busybox")} == {(rootfs / "bin" / name).readlink() for name in measure.APPLETS}
    assert measure.PAYLOAD == (rootfs / "payload").read_text()


def test_an_image_belongs_to_root_and_names_nobody(measure: Any, rootfs: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(measure.image(rootfs))) as archive:
        entries = archive.getmembers()

    assert {"./payload", "./init", "./bin/busybox"} < {entry.name for entry in entries}
    assert {(0, 0, "root")} == {(entry.uid, entry.gid, entry.uname) for entry in entries}


def test_a_virtual_machine_starts_with_the_same_files_and_the_drivers(measure: Any, rootfs: Path) -> None:
    archive = measure.initramfs(rootfs, [("virtio.ko", b"driver")])

    assert all(name in archive for name in (b"init\0", b"bin/sh\0", b"modules/00-virtio.ko\0", b"TRAILER!!!\0"))
    assert b"dev/null\0" not in archive


def test_only_files_have_a_size(measure: Any, rootfs: Path) -> None:
    texts = sum((rootfs / name).stat().st_size for name in ("payload", "init"))

    assert texts + len(b"program") == measure.size_of(rootfs)
    assert 0 == measure.size_of(rootfs / "nothing")


@pytest.mark.parametrize(("suffix", "pack"), [("", bytes), (".xz", lzma.compress), (".gz", gzip.compress)])
def test_a_driver_is_unpacked_as_it_is_compressed(measure: Any, tmp_path: Path, suffix: str, pack: Any) -> None:
    file = tmp_path / f"virtio.ko{suffix}"
    file.write_bytes(pack(b"driver"))

    assert b"driver" == measure.unpacked(file)


def test_drivers_that_cannot_be_unpacked_or_are_part_of_the_kernel_are_left_out(
    measure: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measure, "MODULES", tmp_path)
    drivers = tmp_path / "6.1-a/kernel/drivers"
    for path, content in (("virtio/virtio.ko.xz", b"damaged"), ("block/virtio_blk.ko", b"block")):
        (drivers / path).parent.mkdir(parents=True)
        (drivers / path).write_bytes(content)

    assert [("virtio_blk.ko", b"block")] == measure.modules(Path("/boot/vmlinuz-6.1-a"))
    assert [("virtio_blk.ko", b"block")] == measure.modules(tmp_path / "6.1-a/vmlinuz")
    assert [] == measure.modules(Path("/boot/vmlinuz-5.0"))


def test_a_container_of_a_user_maps_that_user_and_one_of_root_has_a_control_group(
    measure: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    of_root = measure.bundle(Path("/files"), ["/bin/sh"], "/lab-1")["linux"]
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    of_user = measure.bundle(Path("/files"), ["/bin/sh"], "/lab-1")["linux"]

    assert ("/lab-1", None) == (of_root["cgroupsPath"], of_root.get("uidMappings"))
    assert [{"containerID": 0, "hostID": 1000, "size": 1}] == of_user["uidMappings"]
    assert {"type": "user"} in of_user["namespaces"]
    assert "cgroupsPath" not in of_user


def test_the_newest_kernel_is_taken_unless_the_one_that_runs_is_there(
    measure: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("vmlinuz-6.9.1", "vmlinuz-6.10.0", "vmlinuz-0-rescue-1"):
        (tmp_path / name).touch()
    monkeypatch.setattr(measure, "BOOT", tmp_path)
    monkeypatch.setattr(measure, "MODULES", tmp_path)
    monkeypatch.setattr("platform.release", lambda: "5.0")
    newest = measure.kernel_image().name
    monkeypatch.setattr("platform.release", lambda: "6.9.1")

    assert ("vmlinuz-6.10.0", "vmlinuz-6.9.1") == (newest, measure.kernel_image().name)
