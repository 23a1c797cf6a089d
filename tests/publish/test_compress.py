"""Compressed copies: there where they help, the same each time, and nothing else."""

import gzip
from pathlib import Path

import brotli

from macros.publish.compress import compress

LONG = "Two cups share one pot. " * 100


def test_text_gets_two_smaller_copies_that_say_the_same(tmp_path: Path) -> None:
    page = tmp_path / "lessons/index.html"
    page.parent.mkdir()
    page.write_text(LONG)

    assert 1 == compress(tmp_path)
    assert LONG.encode() == page.read_bytes()
    assert LONG.encode() == gzip.decompress(page.with_name("index.html.gz").read_bytes())
    assert LONG.encode() == brotli.decompress(page.with_name("index.html.br").read_bytes())


def test_what_would_grow_has_no_copy(tmp_path: Path) -> None:
    (tmp_path / "robots.txt").write_text("x")
    (tmp_path / "empty.css").touch()
    compress(tmp_path)

    assert ["empty.css", "robots.txt"] == sorted(file.name for file in tmp_path.iterdir())


def test_pictures_and_copies_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "loading.png").write_bytes(bytes(1000))
    (tmp_path / "data.json").write_text(LONG)

    assert [1, 1] == [compress(tmp_path), compress(tmp_path)]
    assert ["data.json", "data.json.br", "data.json.gz", "loading.png"] == sorted(
        file.name for file in tmp_path.iterdir()
    )


def test_two_runs_write_the_same(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.svg").write_text(LONG)
        compress(tmp_path / name)
    one, two = ({file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in ("one", "two"))

    assert one == two


def test_a_copy_of_what_is_no_longer_there_is_not_left_over(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(LONG)
    compress(tmp_path)
    file.write_text("{}")
    compress(tmp_path)

    assert [file] == [*tmp_path.iterdir()]
