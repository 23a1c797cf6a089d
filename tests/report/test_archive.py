"""An archive from a stranger: plain files with plain names, or nothing at all."""

import re
import stat
import struct
import tracemalloc
import zlib
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report.archive import Expected, read
from report.received import Refused

EXPECTED = Expected("text", re.compile(r"(?:[\w-]+/)*[\w-]+\.txt", re.ASCII), 1_000, 3)
DEVICES = [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFSOCK]


def archive(folder: Path, *names: str, method: int = ZIP_DEFLATED, mode: int = 0o644, content: str = "text") -> Path:
    with ZipFile(folder / "site.zip", "w", method) as zipped:
        for name in names:
            info = ZipInfo(name)
            # Python would cut it at a NUL, as it does when it reads.
            info.filename = name
            info.compress_type, info.external_attr = method, mode << 16
            zipped.writestr(info, "" if name.endswith("/") else content)
    return folder / "site.zip"


def changed(file: Path, mark: bytes, at: int, value: bytes) -> Path:
    """Write bytes over an archive, so far behind each mark."""
    data = bytearray(file.read_bytes())
    start = data.find(mark)
    while start >= 0:
        data[start + at : start + at + len(value)] = value
        start = data.find(mark, start + 4)
    file.write_bytes(data)
    return file


def test_the_files_of_an_archive_are_read_and_empty_folders_left_out(tmp_path: Path) -> None:
    found = read(archive(tmp_path, "a.txt", "b/", "b/c.txt"), EXPECTED)

    assert {"a.txt": b"text", "b/c.txt": b"text"} == found


@pytest.mark.parametrize(
    "name",
    [
        ".", "..", "/", "//", "../", "../a.txt", "/a.txt", "./a.txt", "a/../b.txt", "a//b.txt", "a/./b.txt", "/b/",
        "\\a.txt", "a\\b.txt", "..\\a.txt", "C:a.txt", "C:/a.txt", "C:\\a.txt", "//host/a.txt", "a.txt\0.txt",
        "a.txt\0", "\0", " ", " a.txt", "a.txt ", "a.txt.", "a\n.txt", "a\r.txt", "\x1b[2K.txt", "ä.txt", "a.TXT",
        "::error::.txt", "~/a.txt", "-", "con\u202etxt.a", f"{'a' * 300}.txt", ".git/a.txt", ".git/", "a./b.txt",
    ],
)  # fmt: skip
def test_a_member_with_an_odd_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match="holds something else than text"):
        read(archive(tmp_path, "b.txt", name), EXPECTED)


def test_a_member_without_a_name_is_refused(tmp_path: Path) -> None:
    # Its one letter becomes an extra field: a name of no bytes, and one byte of something else.
    file = changed(archive(tmp_path, "a"), b"PK\x01\x02", 28, struct.pack("<HH", 0, 1))
    changed(file, b"PK\x03\x04", 26, struct.pack("<HH", 0, 1))

    assert [""] == ZipFile(file).namelist()
    with pytest.raises(Refused, match="holds something else than text"):
        read(file, EXPECTED)


@pytest.mark.parametrize(
    "names",
    [
        ("a.txt", "a.txt"), ("a.txt", "A.txt"), ("b/a.txt", "B/c.txt"), ("b/a.txt", "b/A.txt"), ("b/", "B/"),
        ("b.txt", "b.txt/"), ("B/", "b/a.txt"),
    ],
)  # fmt: skip
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_with_one_name_are_refused_in_whatever_case(tmp_path: Path, names: tuple[str, str]) -> None:
    with pytest.raises(Refused, match="something else"):
        read(archive(tmp_path, *names), EXPECTED)


@pytest.mark.parametrize("kind", DEVICES)
@pytest.mark.parametrize("name", ["a.txt", "a/"])
def test_a_link_or_a_device_is_refused(tmp_path: Path, kind: int, name: str) -> None:
    with pytest.raises(Refused, match="something else"):
        read(archive(tmp_path, name, mode=kind | 0o777), EXPECTED)


def test_a_folder_that_holds_bytes_is_refused(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.zip", "w") as zipped:
        zipped.writestr("a/", "text")
    with pytest.raises(Refused, match="something else"):
        read(tmp_path / "a.zip", EXPECTED)


@pytest.mark.parametrize("method", [ZIP_BZIP2, ZIP_LZMA])
def test_an_unusual_way_of_packing_is_refused(tmp_path: Path, method: int) -> None:
    with pytest.raises(Refused, match="unusual way"):
        read(archive(tmp_path, "a.txt", method=method), EXPECTED)


@pytest.mark.parametrize("flag", [0x1, 0x1 | 0x40, 0x1 | 0x2000])
def test_an_encrypted_member_is_refused(tmp_path: Path, flag: int) -> None:
    file = archive(tmp_path, "a.txt")
    changed(changed(file, b"PK\x03\x04", 6, struct.pack("<H", flag)), b"PK\x01\x02", 8, struct.pack("<H", flag))
    with pytest.raises(Refused, match="encrypted"):
        read(file, EXPECTED)


def test_too_many_members_are_refused_folders_too(tmp_path: Path) -> None:
    for names in (("a.txt", "b.txt", "c.txt", "d.txt"), ("a/", "b/", "c/", "d/")):
        with pytest.raises(Refused, match="too big"):
            read(archive(tmp_path, *names), EXPECTED)


def test_a_bomb_is_refused_by_the_size_that_it_names(tmp_path: Path) -> None:
    bomb = archive(tmp_path, "a.txt", content="0" * 1_001)

    assert bomb.stat().st_size < EXPECTED.most_bytes
    with pytest.raises(Refused, match="too big"):
        read(bomb, EXPECTED)


def test_a_bomb_that_names_a_smaller_size_is_refused_and_not_unpacked(tmp_path: Path) -> None:
    bomb = archive(tmp_path, "a.txt", content="0" * 20_000_000)
    lie = changed(bomb, b"PK\x01\x02", 24, struct.pack("<I", 4))
    tracemalloc.start()
    with pytest.raises(Refused, match="cannot be read"):
        read(lie, replace(EXPECTED, most_bytes=100_000))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 5_000_000


@pytest.mark.parametrize(
    ("mark", "at", "value", "method", "cause"),
    [
        (b"PK\x01\x02", 8, b"\x20\0", ZIP_DEFLATED, NotImplementedError),
        (b"PK\x03\x04", 35, b"\xff\xff", ZIP_DEFLATED, zlib.error),
        (b"PK\x01\x02", 20, struct.pack("<II", 900, 900), ZIP_STORED, EOFError),
        (b"PK\x03\x04", 0, b"XX", ZIP_DEFLATED, BadZipFile),
        (b"PK\x01\x02", 42, b"\xff\xff\xff\x7f", ZIP_DEFLATED, BadZipFile),
        (b"PK\x01\x02", 46, b"\xff", ZIP_DEFLATED, UnicodeDecodeError),
    ],
)
def test_whatever_an_archive_lies_about_is_refused(
    tmp_path: Path, *, mark: bytes, at: int, value: bytes, method: int, cause: type[Exception]
) -> None:
    file = archive(tmp_path, "a.txt", method=method)
    if cause is UnicodeDecodeError:
        changed(file, mark, 8, b"\0\x08")
    with pytest.raises(Refused, match="cannot be read") as refused:
        read(changed(file, mark, at, value), EXPECTED)

    assert cause is type(refused.value.__cause__)


def test_a_place_that_no_file_has_is_refused(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.zip", "w") as zipped:
        info = ZipInfo("a.txt")
        info.extra = struct.pack("<HHQ", 1, 8, 2**64 - 1)
        zipped.writestr(info, "text")
    with pytest.raises(Refused, match="cannot be read"):
        read(changed(tmp_path / "a.zip", b"PK\x01\x02", 42, b"\xff" * 4), EXPECTED)


def test_the_bytes_of_all_members_are_counted_together(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="too big"):
        read(archive(tmp_path, "a.txt", "b.txt", content="0" * 501), EXPECTED)


def test_what_is_missing_a_folder_or_too_big_as_it_is_packed_is_refused(tmp_path: Path) -> None:
    (tmp_path / "big.zip").write_bytes(b"0" * 1_001)
    for name, reason in (("none.zip", "there is none"), (".", "there is none"), ("big.zip", "too big")):
        with pytest.raises(Refused, match=reason):
            read(tmp_path / name, EXPECTED)


@given(
    harm=st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 255)), min_size=1, max_size=6),
    cut=st.integers(0, 40),
)
def test_a_damaged_archive_is_read_as_it_was_or_refused(
    harm: list[tuple[int, int]], cut: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = archive(tmp_path_factory.mktemp("damaged"), "a.txt", "b/c.txt")
    damaged = bytearray(file.read_bytes())
    for place, value in harm:
        damaged[place % len(damaged)] = value
    file.write_bytes(damaged[: len(damaged) - cut])

    with suppress(Refused):
        assert {b"text"} >= {*read(file, EXPECTED).values()}


@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x05\x06" + b"\0" * 18, b"PK\x06\x06" + b"\0" * 52]))
def test_any_bytes_are_an_empty_archive_or_refused(
    tmp_path_factory: pytest.TempPathFactory, sent: bytes, end: bytes
) -> None:
    file = tmp_path_factory.mktemp("any") / "a.zip"
    file.write_bytes(sent + end)

    with suppress(Refused):
        assert {} == read(file, EXPECTED)


@pytest.mark.parametrize("name", ["\n::error::x", "##[error]x", "secret-name.sh"])
def test_a_refusal_repeats_nothing_of_what_was_sent(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused) as refused:
        read(archive(tmp_path, name), EXPECTED)

    assert name not in str(refused.value)
    assert str(refused.value).isprintable()
