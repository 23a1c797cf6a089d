"""The layers of a page's text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.script import Script

HEAD = "---\ntitle: T\n---\n"


def prose(text: str) -> str:
    return Script.of(HEAD + text, "docs/a.md").prose[len(HEAD) :]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a `b` c", "a     c"),
        ("a ``b ` b`` c", "a           c"),
        ("a\n\n```sh\nb\n```\nc", "a\n\n     \n \n   \nc"),
        ("a\n\n    b\nc", "a\n\n     \nc"),
        ('a {! cite("b") !} c', "a                 c"),
        ("a {!# b\nb #!} c", "a      \n      c"),
    ],
)
def test_code_and_macros_are_no_prose(text: str, expected: str) -> None:
    assert expected == prose(text)


def test_the_front_matter_is_neither_body_nor_prose() -> None:
    script = Script.of(HEAD + "a", "docs/a.md")

    assert ["   \n        \n   \na"] * 2 == [script.body, script.prose]


@given(st.text("a`{!} \n-~#"))
def test_an_offset_is_the_same_place_in_each_layer(text: str) -> None:
    script = Script.of(text, "docs/a.md")

    assert {len(text)} == {len(script.body), len(script.prose)}
    assert text.count("\n") == script.body.count("\n") == script.prose.count("\n")


def test_a_place_is_line_and_column_from_one() -> None:
    script = Script.of("ab\ncd", "docs/a.md")

    assert [(1, 1), (1, 2), (2, 1), (2, 2)] == [script.place(offset) for offset in (0, 1, 3, 4)]
