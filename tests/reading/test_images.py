"""Whether an image is what its name says: of each kind one that is right, and what only looks like it."""

import struct
import zlib
from collections.abc import Callable

import pytest

from macros.reading.images import SUFFIXES, fault

GIF = b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width: int = 2, height: int = 3, *between: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(3 * b"\0\0\0"))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(between) + pixels + chunk(b"IEND", b"")


def jpeg(width: int = 2, height: int = 3) -> bytes:
    comment, tables = b"\xff\xfe\x00\x05abc", b"\xff\xc4\x00\x04\xff\xff"
    frame = b"\xff\xc2" + struct.pack(">HBHHB", 8, 8, height, width, 0)
    return b"\xff\xd8" + comment + tables + frame + b"\xff\xda\x00\x02\x00\xff\xd9"


def webp(kind: bytes, content: bytes) -> bytes:
    inner = b"WEBP" + kind + struct.pack("<I", len(content)) + content
    return b"RIFF" + struct.pack("<I", len(inner)) + inner


def lossy(width: int = 2, height: int = 3) -> bytes:
    return webp(b"VP8 ", b"\x10\x00\x00\x9d\x01\x2a" + struct.pack("<HH", width | 1 << 14, height) + 9 * b"\0")


def lossless(width: int = 2, height: int = 3) -> bytes:
    return webp(b"VP8L", b"\x2f" + struct.pack("<I", width - 1 | height - 1 << 14) + 9 * b"\0")


def extended(width: int = 2, height: int = 3, flags: int = 0x10) -> bytes:
    size = struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    return webp(b"VP8X", bytes([flags, 0, 0, 0]) + size)


RIGHT = {
    "png": png(),
    "jpg": jpeg(),
    "jpeg": jpeg(),
    "webp": lossy(),
    "webp lossless": lossless(),
    "webp large": extended(),
}


def message(data: bytes, suffix: str) -> str:
    found = fault(data, suffix)
    return found[0] if found else ""


@pytest.mark.parametrize("name", RIGHT)
def test_an_image_of_each_kind_is_right(name: str) -> None:
    assert fault(RIGHT[name], name.partition(" ")[0]) is None


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_image_of_another_kind_is_refused(suffix: str) -> None:
    others = [data for name, data in RIGHT.items() if not fault(data, suffix) and suffix[:2] != name[:2]]

    assert [] == [data[:4] for data in others]
    assert message(GIF, suffix).endswith("image that its name promises")


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    "before",
    [b"<script>alert(1)</script>", b"%PDF-1.7\n", b"PK\x03\x04", b"\xef\xbb\xbf", b"\n", b"#!/bin/sh\n", b"<?php"],
)
def test_what_begins_with_something_else_is_refused(suffix: str, before: bytes) -> None:
    assert fault(RIGHT[suffix], suffix) is None
    assert fault(before + RIGHT[suffix], suffix)
    assert fault(before, suffix)


@pytest.mark.parametrize("name", RIGHT)
def test_each_of_the_first_bytes_counts(name: str) -> None:
    suffix, data = name.partition(" ")[0], RIGHT[name]
    magic = {"png": range(16), "webp": (0, 1, 2, 3, *range(8, 16))}.get(suffix, range(3))
    changed = [data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :] for at in magic]

    assert [] == [one[:16] for one in changed if not fault(one, suffix)]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [(b"\xff\xfe\x00\x05abc", b"\xff\xda\x00\x05abc"), (b"\xff\xc4\x00\x04", b"\xfe\xc4\x00\x04")],
    ids=["the pixels come first", "a segment that is none"],
)
def test_the_segments_of_a_jpeg_lead_to_its_size(right: bytes, wrong: bytes) -> None:
    assert right in jpeg()
    assert fault(jpeg().replace(right, wrong), "jpg")


@pytest.mark.parametrize("name", RIGHT)
def test_an_image_that_ends_before_its_size_is_told_is_refused(name: str) -> None:
    suffix, data = name.partition(" ")[0], RIGHT[name]
    needed = {"png": 41, "jpg": 24, "jpeg": 24, "webp": 30, "webp lossless": 25, "webp large": 30}[name]

    assert [] == [length for length in range(needed) if not fault(data[:length], suffix)]
    assert fault(data[:needed], suffix) is None


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_bytes_at_all_are_refused_in_plain_words(suffix: str) -> None:
    kind = {"png": "PNG", "webp": "WebP"}.get(suffix, "JPEG")

    assert (f"is not the {kind} image that its name promises", f"save it as {kind} again") == fault(b"", suffix)


@pytest.mark.parametrize("make", [png, jpeg, lossy, lossless, extended])
def test_the_pixels_of_every_kind_are_bounded(make: Callable[[int, int], bytes]) -> None:
    suffix = {"png": "png", "jpeg": "jpg"}.get(make.__name__, "webp")

    assert fault(make(5000, 5000), suffix) is None
    for width, height in ((5001, 7), (7, 5001)):
        said = (f"is {width:,} by {height:,} pixels large", "save it with at most 5,000 on a side")

        assert said == fault(make(width, height), suffix)


@pytest.mark.parametrize(
    ("data", "suffix"), [(png(0, 1), "png"), (png(1, 0), "png"), (jpeg(0, 1), "jpg"), (lossy(1, 0), "webp")]
)
def test_an_image_without_pixels_is_refused(data: bytes, suffix: str) -> None:
    assert message(data, suffix).endswith("image that its name promises")


@pytest.mark.parametrize(
    ("data", "suffix"), [(png(1, 1, chunk(b"acTL", 8 * b"\0")), "png"), (extended(flags=0x12), "webp")]
)
def test_a_picture_that_moves_is_refused(data: bytes, suffix: str) -> None:
    assert ("is a picture that moves, and readers cannot stop it", "tell it in steps, as a diagram") == fault(
        data, suffix
    )
