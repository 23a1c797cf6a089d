"""What is kept between builds is what would be made now, or is not used."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from macros.kept import Kept, kept_templates
from macros.made import kept_drawings


@pytest.fixture
def maker(tmp_path: Path) -> Path:
    file = tmp_path / "maker.py"
    file.write_text("one")
    return file


def calls(folder: Path, maker: Path, *sources: str, package: str = "jinja2") -> int:
    """Return how often something had to be made, for two times that it is asked for."""
    asked: list[tuple[str, ...]] = []

    def make() -> bytes:
        asked.append(sources)
        return "+".join(sources).encode()

    kept = Kept(folder, [maker], [package])
    found = [kept.get(make, *sources) for _ in range(2)]

    assert ["+".join(sources).encode()] * 2 == found
    return len(asked)


def test_the_same_is_made_once(tmp_path: Path, maker: Path) -> None:
    assert [1, 0] == [calls(tmp_path / "kept", maker, "a", "b") for _ in range(2)]


def test_another_source_maker_or_package_makes_it_again(tmp_path: Path, maker: Path) -> None:
    calls(tmp_path / "kept", maker, "a", "b")

    assert 1 == calls(tmp_path / "kept", maker, "a", "c")
    assert 1 == calls(tmp_path / "kept", maker, "ab", "")
    assert 1 == calls(tmp_path / "kept", maker, "a", "b", package="mkdocs")
    maker.write_text("two")
    assert 1 == calls(tmp_path / "kept", maker, "a", "b")


def test_where_nothing_can_be_written_everything_is_made(tmp_path: Path, maker: Path) -> None:
    (tmp_path / "kept").write_text("a file, no folder")

    assert 2 == calls(tmp_path / "kept", maker, "a")


def test_what_is_not_asked_for_any_more_is_removed(tmp_path: Path, maker: Path) -> None:
    kept = Kept(tmp_path / "kept", [maker], [])
    kept.get(lambda: b"old", "old")
    later = Kept(tmp_path / "kept", [maker], [])
    later.forget_others()

    assert 1 == len([*(tmp_path / "kept").iterdir()])
    later.get(lambda: b"new", "new")
    later.forget_others()
    assert later.used == {file.name for file in (tmp_path / "kept").iterdir()}


def test_a_drawing_that_is_kept_is_the_one_that_is_drawn(tmp_path: Path) -> None:
    drawn = '<svg viewBox="0 0 8 8"><title>T</title><desc>D</desc><rect class="dg-box" width="8" height="8"/></svg>'
    css = ".dg-box { fill: #123456 } .dg-ground { fill: white }"
    made = []
    for _ in range(2):
        with kept_drawings(tmp_path) as to_files:
            made.append(to_files(drawn, css, "somebody"))

    assert made[0] == made[1]
    assert "#123456" in made[0][0]
    assert 2 == len([*tmp_path.iterdir()])


def test_templates_are_compiled_again_when_something_else_compiles_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("macros.kept.FOLDER", tmp_path)
    shown = []
    for made_by, trim in (("one", False), ("one", False), ("two", True)):
        jinja = Environment(
            autoescape=True,
            trim_blocks=trim,
            loader=DictLoader({"a": "{% if true %}\nb{% endif %}"}),
            bytecode_cache=kept_templates(made_by),
        )
        shown.append(jinja.get_template("a").render())

    assert ["\nb", "\nb", "b"] == shown
    assert 2 == len([*tmp_path.glob("templates/*/*")])


def test_where_no_folder_can_be_made_templates_are_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr("macros.kept.FOLDER", tmp_path / "file")

    assert kept_templates("one") is None
