"""Raster images: whether a file is what its suffix says, how many pixels it has, and whether it moves.

PNG keeps drawings and screenshots exact, JPEG and WebP keep photographs small, and every browser knows the three.
GIF moves or is larger than PNG; the size of an AVIF is hidden too deep to be told by a few lines.
Pillow would tell the same, and bring decoders that have to be kept safe from files of strangers.
"""

from collections.abc import Callable
from typing import NamedTuple

SUFFIXES = ("png", "jpg", "jpeg", "webp")
_MOST_PIXELS = 5000
"""On a side: a browser unpacks every pixel, however small the file."""

_PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"
_JPEG = b"\xff\xd8\xff"
_SEGMENT, _PIXELS = 0xFF, 0xDA
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""The segments of a JPEG that tell the size of the picture."""

_14_BITS, _MOVES = 0x3FFF, 0x02
"""Of a WebP."""


class _Seen(NamedTuple):
    width: int
    height: int
    moves: bool = False


def fault(data: bytes, suffix: str) -> tuple[str, str] | None:
    """Return what is wrong with the content of an image, and a hint; suffix is one of SUFFIXES."""
    seen = _seen(data, suffix)
    if not seen:
        kind, _ = _READERS[suffix]
        return f"is not the {kind} image that its name promises", f"save it as {kind} again"
    if seen.moves:
        return "is a picture that moves, and readers cannot stop it", "tell it in steps, as a diagram"
    if max(seen.width, seen.height) > _MOST_PIXELS:
        return f"is {seen.width:,} by {seen.height:,} pixels large", f"save it with at most {_MOST_PIXELS:,} on a side"
    return None


def size(data: bytes, suffix: str) -> tuple[int, int] | None:
    """Return width and height of an image in pixels, or nothing when it is none; suffix is one of SUFFIXES."""
    seen = _seen(data, suffix)
    return (seen.width, seen.height) if seen else None


def _seen(data: bytes, suffix: str) -> _Seen | None:
    try:
        seen = _READERS[suffix][1](data)
    except IndexError:
        return None
    return seen if seen and seen.width and seen.height else None


def _png(data: bytes) -> _Seen | None:
    if not data.startswith(_PNG):
        return None
    start, moves = len(_PNG) - 8, False
    while (kind := data[start + 4 : start + 8]) not in {b"IDAT", b""}:
        moves = moves or kind == b"acTL"
        start += 12 + int.from_bytes(data[start : start + 4])
    return _Seen(int.from_bytes(data[16:20]), int.from_bytes(data[20:24]), moves) if kind else None


def _jpeg(data: bytes) -> _Seen | None:
    if not data.startswith(_JPEG):
        return None
    start = len(_JPEG) - 1
    while data[start] == _SEGMENT and data[start + 1] != _PIXELS:
        if data[start + 1] in _FRAMES:
            height, width = data[start + 5 : start + 7], data[start + 7 : start + 9]
            return _Seen(int.from_bytes(width), int.from_bytes(height))
        start += 2 + int.from_bytes(data[start + 2 : start + 4])
    return None


def _webp(data: bytes) -> _Seen | None:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        return None
    match data[12:16]:
        case b"VP8 " if data[23:26] == b"\x9d\x01\x2a" and data[29:]:
            width, height = (int.from_bytes(data[at : at + 2], "little") & _14_BITS for at in (26, 28))
            return _Seen(width, height)
        case b"VP8L" if data[20:21] == b"\x2f" and data[24:]:
            bits = int.from_bytes(data[21:25], "little")
            return _Seen((bits & _14_BITS) + 1, (bits >> 14 & _14_BITS) + 1)
        case b"VP8X" if data[29:]:
            width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
            return _Seen(width, height, moves=bool(data[20] & _MOVES))
    return None


_READERS: dict[str, tuple[str, Callable[[bytes], _Seen | None]]] = {
    "png": ("PNG", _png),
    "jpg": ("JPEG", _jpeg),
    "jpeg": ("JPEG", _jpeg),
    "webp": ("WebP", _webp),
}
