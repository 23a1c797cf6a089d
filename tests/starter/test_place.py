"""Where a new project may be, and that it is there whole or not at all."""

from pathlib import Path

import pytest

from macros.starter.place import appearing, place


@pytest.fixture
def engine(tmp_path: Path) -> Path:
    """Return the folder of a project that writes others."""
    (tmp_path / "engine/docs").mkdir(parents=True)
    return tmp_path / "engine"


def fault(written: str, engine: Path) -> str:
    """Return what is told of a folder that will not do."""
    with pytest.raises(ValueError, match="DIR: ") as raised:
        place(written, engine)
    return str(raised.value)


def test_a_new_folder_beside_it_will_do(engine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(engine)

    assert tmp_path / "my course" == place("../my course", engine)


def test_an_empty_folder_will_do_and_so_will_a_link_to_one(engine: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to("empty")

    assert tmp_path / "empty" == place(str(tmp_path / "link"), engine)


def test_a_folder_that_will_not_do_is_told_with_what_to_write(engine: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full/.hidden").touch()
    (tmp_path / "file").touch()
    (tmp_path / "circle").symlink_to("circle")

    assert "is missing: write DIR=../my-course" in fault(" ", engine)
    assert "is not empty: choose a new one, or empty it" in fault(str(tmp_path / "full"), engine)
    assert "is a file: choose the name of a new folder" in fault(str(tmp_path / "file"), engine)
    assert "make it first, or choose another" in fault(str(tmp_path / "no/where"), engine)
    assert "make it first, or choose another" in fault(str(tmp_path / "file/in"), engine)
    assert "lies inside this project: write one beside it, as in DIR=../new" in fault(str(engine / "docs/new"), engine)
    assert "lies inside this project" in fault(str(engine), engine)
    assert "is not empty" in fault(str(tmp_path), engine)
    assert "choose another" in fault(str(tmp_path / "circle/in"), engine)
    assert "File name too long: choose another folder" in fault(str(tmp_path / ("x" * 300)), engine)


@pytest.mark.parametrize("name", ["a:b", "a\nb", "a\u200bb", "a\x00b"])
def test_a_name_with_which_nothing_could_be_made_is_refused(name: str, engine: Path, tmp_path: Path) -> None:
    assert "choose another name" in fault(f"{tmp_path}/{name}", engine)


def test_what_is_written_appears_whole(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    with appearing(tmp_path / "new") as made:
        (made / "a").touch()
        assert [] == [*(tmp_path / "new").iterdir()]

    assert [tmp_path / "new"] == [*tmp_path.iterdir()]
    assert [tmp_path / "new/a"] == [*(tmp_path / "new").iterdir()]


def interrupted(made: Path, error: Exception) -> None:
    (made / "a").touch()
    raise error


def test_an_error_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), appearing(tmp_path / "new") as made:
        interrupted(made, ZeroDivisionError())

    assert [] == [*tmp_path.iterdir()]


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with (
        pytest.raises(ValueError, match="cannot be written: No space left: choose another"),
        appearing(tmp_path / "new"),
    ):
        raise OSError(28, "No space left")

    assert [] == [*tmp_path.iterdir()]


def test_what_appears_there_meanwhile_is_kept(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot be written"), appearing(tmp_path / "new"):
        (tmp_path / "new/mine").mkdir(parents=True)

    assert [tmp_path / "new/mine"] == [*(tmp_path / "new").iterdir()]


def test_a_folder_that_takes_nothing_is_told() -> None:
    with (
        pytest.raises(ValueError, match=r"'/proc/new' cannot be written: .+: choose another"),
        appearing(Path("/proc/new")),
    ):
        pass
