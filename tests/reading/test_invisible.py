"""Characters that cannot be seen, and how they are shown."""

# ruff: noqa: RUF001 - these letters are meant

import sys
import unicodedata

import pytest

from macros.reading.invisible import UNSEEN, visible

KEPT = "\t\n\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""A text is made of the first two; the others are signs that Arabic, Syriac and Kaithi print."""

IGNORABLE = [
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
]  # fmt: skip
"""Default_Ignorable_Code_Point in DerivedCoreProperties.txt of Unicode 16."""


def test_what_unicode_says_to_ignore_is_unseen() -> None:
    letters = [chr(code) for first, last in IGNORABLE for code in range(first, last + 1)]

    assert [] == [hex(ord(letter)) for letter in letters if not UNSEEN.search(f"a{letter}b")]


def test_controls_formats_surrogates_and_private_use_are_unseen_but_for_signs_that_are_printed() -> None:
    letters = [chr(code) for code in range(sys.maxunicode + 1)]
    odd = [one for one in letters if unicodedata.category(one) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}]

    assert KEPT == "".join(one for one in odd if not UNSEEN.fullmatch(one))


def test_what_is_no_character_is_unseen() -> None:
    ends = [chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF)]

    assert [] == [hex(ord(one)) for one in (*ends, *map(chr, range(0xFDD0, 0xFDF0))) if not UNSEEN.fullmatch(one)]


@pytest.mark.parametrize("letter", "\u2800\ue000\ue001\uf8ff\ufffc\ufffd\U0001d159\U00016fe4\U00013441")
def test_empty_pictures_and_marks_of_the_build_are_unseen(letter: str) -> None:
    assert UNSEEN.fullmatch(letter)


@pytest.mark.parametrize(
    "text",
    [
        "Zoë, naïve, façade", "Îți mulțumesc", "Straße", "日本語\u3000です", "한국어", "ภาษาไทย", "עברית", "العربية",
        "می\u200cخواهم", "क्\u200dष", "10\xa0ms", "« oui\u202f»", "1\u2009000", "→ ✓ € µ − – — … “”", "e\u0301", "🚢",
        "⚠\ufe0f", "❤\ufe0f", "1\ufe0f\u20e3", "👩\u200d💻", "👩🏽\u200d🚀", "🏳\ufe0f\u200d🌈",
        "👩\u200d❤\ufe0f\u200d👨",
    ],
)  # fmt: skip
def test_what_languages_need_is_seen(text: str) -> None:
    assert None is UNSEEN.search(text)


@pytest.mark.parametrize("text", ["a\u200cb", "a\u200db", "می\u200c", "\u200dक", "ب\u200ca"])
def test_a_joiner_that_joins_no_letters_of_such_a_script_is_unseen(text: str) -> None:
    assert UNSEEN.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "a\ufe0f",
        "1\ufe0f",
        "1\ufe0e",
        "⚠\ufe0e",
        "👩\u200d",
        "\u200d💻",
        "👩\u200da",
        "⚠\ufe0f\ufe0f",
        "👩\u200d\u200d💻",
    ],
)
def test_what_belongs_to_no_emoji_is_unseen(text: str) -> None:
    assert UNSEEN.search(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a b", "a b"),
        ("a\nb\r\x0b\x0c\x85\u2028\u2029c", r"a\nb\r\x0b\x0c\x85\u2028\u2029c"),
        ("\x1b[31m\x9b0m\x00\x7f", r"\x1b[31m\x9b0m\x00\x7f"),
        ("\u202e\u2066\u200b\U000e0041\ue000\ud800", r"\u202e\u2066\u200b\U000e0041\ue000\ud800"),
        ("a\tb\xa0c\u2003d", r"a\tb\xa0c\u2003d"),
        ("::error file=a::b", r"\x3a:error file=a::b"),
        ("  ::add-mask::b", r"  \x3a:add-mask::b"),
        ("a ##[add-mask]b ##vso[task]", r"a #\x23[add-mask]b #\x23vso[task]"),
        ("a::b # ## c: 'd' é 日本", "a::b # ## c: 'd' é 日本"),
        (r"a\nb", r"a\nb"),
    ],
)
def test_text_is_shown_on_one_line_that_commands_nothing(text: str, shown: str) -> None:
    assert shown == visible(text)


def test_a_long_text_is_cut_in_its_middle() -> None:
    shown = visible("a" * 1_000_000 + "z")

    assert ("aaa", "aaz", 403) == (shown[:3], shown[-3:], len(shown))
    assert " … " in shown
    assert "a" * 400 == visible("a" * 400)
