"""Files as text, and text as models."""

from pathlib import Path

import pytest
from pydantic import Field

from macros.datafile import Model, read_data, read_front_matter, read_text
from macros.errors import ContentError


class Part(Model):
    """A part for the tests."""

    id: str
    size: int = 1


class Whole(Model):
    """A file for the tests."""

    name: str
    parts: tuple[Part, ...] = Field(default=(), min_length=1)


def said(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "a.yml"
    file.write_text(text)
    with pytest.raises(ContentError) as caught:
        read_data(file, "a.yml", Whole)
    return [str(problem) for problem in caught.value.problems]


def test_all_problems_are_named_with_place_and_hint(tmp_path: Path) -> None:
    assert [
        "a.yml:1:1: name: must be text\n    hint: put it in quotes if it is meant as text",
        "a.yml:4:5: parts[x].siez: unknown key\n    hint: did you mean 'size'?",
        "a.yml:5:5: parts[1].id: is missing",
    ] == said(tmp_path, "name: 1\nparts:\n  - id: x\n    siez: 2\n  - size: 3\n")


def test_an_empty_list_is_too_short(tmp_path: Path) -> None:
    assert ["a.yml:2:1: parts: the list should have at least 1 item after validation, not 0"] == said(
        tmp_path, "name: a\nparts: []\n"
    )


def test_line_ends_and_byte_order_mark_do_not_matter(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbfa\r\nb\rc\n")

    assert "a\nb\nc\n" == read_text(tmp_path / "a", "a")


def test_bytes_that_are_no_utf_8_have_a_place(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one\ntw\xff\n")
    with pytest.raises(ContentError, match="a:2:3: the byte 0xFF is not UTF-8"):
        read_text(tmp_path / "a", "a")


def test_front_matter_counts_lines_as_the_author_sees_them() -> None:
    with pytest.raises(ContentError, match=r"a\.md:3:1: nam: unknown key"):
        read_front_matter("---\nname: a\nnam: b\nparts: [{id: x}]\n---\ntext", "a.md", Whole)


def test_front_matter_must_end() -> None:
    with pytest.raises(ContentError, match=r"a\.md:1:1: the front matter is missing or does not end"):
        read_front_matter("---\nname: a\n", "a.md", Whole)
