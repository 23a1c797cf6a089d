"""Letters that the font of the picture files has or lacks, and the room for those that it has."""

import struct
from pathlib import Path
from unicodedata import name

import font_source_sans_pro
import pytest

from macros.diagram.letters import _ranges, faults
from macros.diagram.raster import png
from macros.diagram.scene import Arrow, Box, Bracket, Gap, Group, Node, Note, Picture, Row, Scale
from macros.diagram.text import FONT_SIZE, width

LACKING = "这"
WRITTEN = [
    "Kettle", "Käse, façade, Łódź: 5 µs \u00d7 2 ≤ 10 \u2013 “so” … →", "Ядро", "Πυρήνας", "a\u0301", "a\u00a0b\u2009c",
]  # fmt: skip


def drawn(label: str, font: str = "sans-serif") -> bytes:
    words = f'<text x="5" y="20" font-family="{font}">{label}</text>'
    return png(f'<svg xmlns="http://www.w3.org/2000/svg" width="99" height="30">{words}</svg>')


@pytest.mark.parametrize(
    ("node", "key"),
    [
        (Box(box=LACKING), "box"),
        (Picture(picture="cup", label=LACKING), "label"),
        (Scale(scale="cup", number=1, label=LACKING), "label"),
        (Arrow(arrow=LACKING), "arrow"),
        (Note(note=LACKING), "note"),
        (Group(group=LACKING, of=Gap(gap="small")), "group"),
        (Bracket(bracket=LACKING, of=Gap(gap="small")), "bracket"),
    ],
)
def test_a_letter_that_is_lacking_is_told_wherever_it_is_written(node: Node, key: str) -> None:
    ((loc, message, hint),) = faults(("scene",), node)

    assert (("scene", key), "the font of the picture files lacks '这' (U+8FD9)") == (loc, message)
    assert hint.endswith("the font has Latin, Greek and Cyrillic letters")


@pytest.mark.parametrize("label", ["🚢", "مرحبا", "カ", "한", "\u2011"])
def test_each_letter_that_is_lacking_is_named_once(label: str) -> None:
    ((_, message, _),) = faults((), Box(box=f"A {label}{label} b"))

    assert len({*label}) == message.count("U+")


@pytest.mark.parametrize("label", WRITTEN)
def test_other_letters_may_be_written(label: str) -> None:
    assert [] == [
        *faults((), Row(row=(Gap(gap="small"),))),
        *faults((), Picture(picture="cup")),
        *faults((), Box(box=label)),
    ]


def test_a_picture_file_shows_a_letter_or_the_check_tells_it() -> None:
    lacking = drawn(LACKING)
    letters = [*"aé€ЖΩ→≤µ这你🚢カ한\u2011ﷺ"]

    assert [bool([*faults((), Box(box=letter))]) for letter in letters] == [
        drawn(letter) == lacking for letter in letters
    ]


def advances(file: str) -> dict[int, float]:
    """Return how far each letter of a font leads, in em."""
    data = Path(file).read_bytes()
    tables = dict(struct.iter_unpack(">4s4x4s4x", data[12 : 12 + 16 * data[5]]))
    head, metrics, many = (int.from_bytes(tables[table]) for table in (b"head", b"hmtx", b"hhea"))
    (em,), (count,) = struct.unpack_from(">H", data, head + 18), struct.unpack_from(">H", data, many + 34)
    start = int.from_bytes(tables[b"cmap"])
    places = [
        start + place for (place,) in struct.iter_unpack(">4xI", data[start + 4 : start + 4 + 8 * data[start + 3]])
    ]
    found = next(place for place in places if data[place + 1] == 12)
    groups = struct.iter_unpack(">III", data[found + 16 : found + 16 + 12 * len(_ranges())])
    glyphs = {first + step: glyph + step for first, last, glyph in groups for step in range(last - first + 1)}
    return {
        letter: struct.unpack_from(">H", data, metrics + 4 * min(glyph, count - 1))[0] / em
        for letter, glyph in glyphs.items()
    }


@pytest.mark.parametrize("file", [font_source_sans_pro.SourceSansPro, font_source_sans_pro.SourceSansProBold])
def test_every_letter_has_the_room_that_it_needs(file: str) -> None:
    rare = ("PROSGEGRAMMENI", "TWO-EM", "THREE-EM", "PER MILLE", "ONE TENTH")
    wide = [chr(letter) for letter, em in advances(file).items() if em * FONT_SIZE > width(chr(letter))]

    assert [] == [letter for letter in wide if not any(word in name(letter, "") for word in rare)]


def test_what_is_typed_in_a_terminal_is_drawn_in_the_font_that_there_is() -> None:
    assert drawn("ls") == drawn("ls", "monospace") != drawn("")
