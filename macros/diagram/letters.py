"""Which letters the font of the picture files has: where it lacks one, an empty box would be drawn."""

import struct
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from macros.diagram.scene import Node
from macros.reading.datafile import Fault
from macros.reading.positions import Loc

_SEGMENTED = 12
"""The format of the table that lists letters in ranges: OpenType's "segmented coverage"."""

_WRITTEN = ("box", "label", "arrow", "note", "group", "bracket")
"""The keys of what is written in a drawing."""

_MOST_NAMED = 5
_HINT = "write it in other words, or draw it as a pictogram: the font has Latin, Greek and Cyrillic letters"


def faults(loc: Loc, node: Node) -> Iterator[Fault]:
    """Yield the letters of a part's label that no picture file can show."""
    for key in _WRITTEN:
        label = getattr(node, key, None) or ""
        missing = [] if label.isascii() else [*dict.fromkeys(letter for letter in label if not _has(letter))]
        if missing:
            named = ", ".join(f"'{letter}' (U+{ord(letter):04X})" for letter in missing[:_MOST_NAMED])
            yield (*loc, key), f"the font of the picture files lacks {named}", _HINT


def drawable(text: str) -> bool:
    """Tell whether a picture file can show all letters of a text."""
    return text.isascii() or all(map(_has, text))


def _has(letter: str) -> bool:
    # Spaces, of whatever width, are where a line can break; a label is drawn without them.
    return letter.isspace() or any(first <= ord(letter) <= last for first, last in _ranges())


@lru_cache(maxsize=1)
def _ranges() -> tuple[tuple[int, int], ...]:
    """Return the ranges of letters that the font has, from its table ``cmap``."""
    import font_source_sans_pro  # noqa: PLC0415 - most diagrams have no letter that must be looked up

    data = Path(font_source_sans_pro.SourceSansPro).read_bytes()
    (tables,) = struct.unpack_from(">H", data, 4)
    directory = dict(struct.iter_unpack(">4s4x4s4x", data[12 : 12 + 16 * tables]))
    start = int.from_bytes(directory[b"cmap"])
    (count,) = struct.unpack_from(">H", data, start + 2)
    places = [start + place for (place,) in struct.iter_unpack(">4xI", data[start + 4 : start + 4 + 8 * count])]
    found = next(place for place in places if struct.unpack_from(">H", data, place) == (_SEGMENTED,))
    (groups,) = struct.unpack_from(">I", data, found + 12)
    return tuple(struct.iter_unpack(">II4x", data[found + 16 : found + 16 + 12 * groups]))
