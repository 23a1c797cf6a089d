"""Files as text, and text as models."""

import os
from pathlib import Path

import pytest
from pydantic import Field

from macros.reading.datafile import Model, read_data, read_front_matter, read_text
from macros.reading.problem import ContentError


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
        'a.yml:1:1: name: must be text\n    hint: put it in quotes: "1"',
        "a.yml:4:5: parts[x].siez: unknown key\n    hint: did you mean 'size'?",
        "a.yml:5:5: parts[1].id: is missing\n    hint: add 'id: …'",
    ] == said(tmp_path, "name: 1\nparts:\n  - id: x\n    siez: 2\n  - size: 3\n")


def test_an_empty_list_is_too_short(tmp_path: Path) -> None:
    assert ["a.yml:2:1: parts: needs at least 1 of what it lists"] == said(tmp_path, "name: a\nparts: []\n")


def test_line_ends_and_byte_order_mark_do_not_matter(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbfa\r\nb\rc\n")

    assert "a\nb\nc\n" == read_text(tmp_path / "a", "a")


def test_a_letter_and_its_accent_are_one_character(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("u\u0308ber")

    assert "\u00fcber" == read_text(tmp_path / "a", "a")


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


def test_a_misspelt_key_of_an_item_is_named_by_id_with_its_place(tmp_path: Path) -> None:
    assert ["a.yml:3:11: parts[start-up].sise: unknown key\n    hint: did you mean 'size'?"] == said(
        tmp_path, "name: a\nparts:\n  - {     sise: 2, id: start-up}\n"
    )


def test_for_a_key_that_is_close_to_none_all_keys_are_listed(tmp_path: Path) -> None:
    assert ["a.yml:2:1: zzz: unknown key\n    hint: the keys here are name, parts"] == said(
        tmp_path, "name: a\nzzz: 1\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: 1.10", "a.yml:1:1: name: must be text\n    hint: put it in quotes if it is meant as text"),
        ("name: true", "a.yml:1:1: name: must be text\n    hint: put it in quotes if it is meant as text"),
        (
            "name: a\nparts: x",
            "a.yml:2:1: parts: must be a list\n    hint: begin each item with '- ', such as: - {id: …}",
        ),
        (
            "name: a\nparts: [{id: x, size: '1'}]",
            "a.yml:2:17: parts[x].size: must be a whole number\n    hint: write 1",
        ),
        ("parts: [{id: x}]", "a.yml:1:1: name: is missing\n    hint: add 'name: …'"),
        ("- a", "a.yml:1:1: must have keys of its own\n    hint: begin the file with 'name: …'"),
    ],
)
def test_a_value_of_the_wrong_type_is_named_in_its_place(tmp_path: Path, text: str, expected: str) -> None:
    assert [expected] == said(tmp_path, text)


@pytest.mark.parametrize("data", [b"name: a\nparts:\n  - id: x\n", b"\xef\xbb\xbfname: a\r\nparts:\r\n  - id: x\r\n"])
def test_a_file_of_any_system_gives_the_same_model(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.yml").write_bytes(data)

    assert Whole(name="a", parts=(Part(id="x"),)) == read_data(tmp_path / "a.yml", "a.yml", Whole).model


def test_a_missing_file_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="a:1:1: cannot be read: No such file"):
        read_text(tmp_path / "nope", "a")


@pytest.mark.parametrize("text", ["", "text", "\n---\nname: a\n---\n", "--- name: a\n---\n", "---\nname: a\n --- \n"])
def test_front_matter_must_stand_first_and_between_lines_of_hyphens(text: str) -> None:
    with pytest.raises(
        ContentError, match="the front matter is missing or does not end\n    hint: start the file with"
    ):
        read_front_matter(text, "a.md", Whole)


def test_front_matter_ends_where_the_text_starts() -> None:
    text = "---\nname: a\nparts: [{id: x}]\n---\nHello --- you\n---\n"
    read, start = read_front_matter(text, "a.md", Whole)

    assert ("a", "Hello --- you\n---\n") == (read.model.name, text[start:])


def test_a_file_is_not_read_when_it_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a" * 101)

    assert "a" * 101 == read_text(tmp_path / "a", "a", 101)
    with pytest.raises(ContentError, match=r"^a:1:1: is larger than 100 bytes\n"):
        read_text(tmp_path / "a", "a", 100)


def test_of_a_file_that_never_ends_no_more_is_read_than_may_be_there(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("/dev/zero")

    with pytest.raises(ContentError, match=r"^a:1:1: is no file with text\n"):
        read_text(tmp_path / "a", "a")


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    (tmp_path / "b").mkdir()

    for name in ("a", "b"):
        with pytest.raises(ContentError, match=f"^{name}:1:1: is no file with text\n"):
            read_text(tmp_path / name, name)


def test_a_data_file_may_be_larger_than_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("name: a\nparts: [{id: x}]\n" + "#" * 150_000)

    assert "a" == read_data(tmp_path / "a.yml", "a.yml", Whole).model.name
    with pytest.raises(ContentError, match="is larger than 100,000 bytes"):
        read_text(tmp_path / "a.yml", "a.yml")


def test_of_very_many_problems_each_is_counted_and_the_first_are_told_in_full(tmp_path: Path) -> None:
    lines = said(tmp_path, "name: a\nparts:\n" + "- {id: x, sise: 1}\n" * 6_000)

    assert 6_000 == len(lines)
    assert "a.yml:52:11: parts[x].sise: unknown key\n    hint: did you mean 'size'?" == lines[49]
    assert "a.yml:53:11: parts[x].sise: extra_forbidden" == lines[50]


def test_only_the_beginning_of_a_very_long_id_names_its_item(tmp_path: Path) -> None:
    (line,) = said(tmp_path, f"name: a\nparts: [{{id: {'x' * 90_000}, siz: 1}}]\n")

    assert "a.yml:2:90016: parts[" + "x" * 60 + "].siz: unknown key" == line.partition("\n")[0]


def test_an_id_that_is_no_text_does_not_name_its_item(tmp_path: Path) -> None:
    (line,) = said(tmp_path, "name: a\nparts: [{id: [x]}]\n")

    assert "a.yml:2:10: parts[0].id: must be text" == line.partition("\n")[0]


def test_what_a_large_file_holds_is_not_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    os.truncate(tmp_path / "a", 1 << 42)

    with pytest.raises(ContentError, match=r"^a:1:1: is larger than 100,000 bytes\n"):
        read_text(tmp_path / "a", "a")
