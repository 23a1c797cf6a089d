"""What is kept between builds is what would be made now, or is not used."""

import os
import resource
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from errno import ENOSPC
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from macros.diagram.foot import Credit
from macros.diagram.standalone import Drawing
from macros.outputs.generated import kept_drawings
from macros.reading.cache import Cache
from tests.builders import project_in
from tests.conftest import build

NOBODY = 65534


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

    kept = Cache(folder, [maker], [package])
    found = [kept.get(make, *sources) for _ in range(2)]

    assert ["+".join(sources).encode()] * 2 == found
    return len(asked)


def entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_the_same_is_made_once(tmp_path: Path, maker: Path) -> None:
    assert [1, 0] == [calls(tmp_path / "kept", maker, "a", "b") for _ in range(2)]


def test_another_source_maker_or_package_makes_it_again(tmp_path: Path, maker: Path) -> None:
    calls(tmp_path / "kept", maker, "a", "b")

    assert 1 == calls(tmp_path / "kept", maker, "a", "c")
    assert 1 == calls(tmp_path / "kept", maker, "ab", "")
    assert 1 == calls(tmp_path / "kept", maker, "a", "b", package="mkdocs")
    maker.write_text("two")
    assert 1 == calls(tmp_path / "kept", maker, "a", "b")


def test_another_version_of_a_package_or_of_python_makes_it_again(
    tmp_path: Path, maker: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls(tmp_path / "kept", maker, "a")
    with monkeypatch.context() as patch:
        patch.setattr("macros.reading.cache.version", lambda _: "999")

        assert 1 == calls(tmp_path / "kept", maker, "a")
    monkeypatch.setattr("sys.version", "999")
    assert 1 == calls(tmp_path / "kept", maker, "a")


def changed(entry: Path, change: Callable[[bytes], bytes]) -> None:
    entry.write_bytes(change(entry.read_bytes()))


def in_its_place(entry: Path, put: Callable[[Path], object]) -> None:
    entry.unlink()
    put(entry)


def link_to_a_copy(entry: Path) -> None:
    copy = entry.parent.parent / "copy"
    copy.write_bytes(entry.read_bytes())
    in_its_place(entry, lambda place: place.symlink_to(copy))


def swapped(entry: Path) -> None:
    (other,) = {*entries(entry.parent)} - {entry}
    mine, its = entry.read_bytes(), other.read_bytes()
    entry.write_bytes(its)
    other.write_bytes(mine)


SPOILT: dict[str, Callable[[Path], object]] = {
    "empty": lambda entry: entry.write_bytes(b""),
    "cut in the seal": lambda entry: changed(entry, lambda content: content[:20]),
    "cut after the seal": lambda entry: changed(entry, lambda content: content[:32]),
    "one byte short": lambda entry: changed(entry, lambda content: content[:-1]),
    "one byte long": lambda entry: changed(entry, lambda content: content + b"\n"),
    "one byte other": lambda entry: changed(entry, lambda content: content[:-1] + b"!"),
    "another seal": lambda entry: changed(entry, lambda content: b"!" + content[1:]),
    "without a seal": lambda entry: changed(entry, lambda content: content[32:]),
    "swapped": swapped,
    "a link to a copy": link_to_a_copy,
    "a link to nothing": lambda entry: in_its_place(entry, lambda place: place.symlink_to("nothing")),
    "a link to itself": lambda entry: in_its_place(entry, lambda place: place.symlink_to(place.name)),
    "a pipe": lambda entry: in_its_place(entry, os.mkfifo),
    "nothing": Path.unlink,
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_an_entry_that_does_not_fit_is_made_anew_and_kept(
    tmp_path: Path, maker: Path, spoil: Callable[[Path], object]
) -> None:
    folder = tmp_path / "kept"
    calls(folder, maker, "aa")
    (entry,) = entries(folder)
    calls(folder, maker, "bb")
    right = entry.read_bytes()
    spoil(entry)

    assert 1 == calls(folder, maker, "aa")
    assert right == entry.read_bytes()
    assert not entry.is_symlink()
    assert 0 == calls(folder, maker, "aa")


def test_a_folder_in_the_place_of_an_entry_costs_time(tmp_path: Path, maker: Path) -> None:
    calls(tmp_path / "kept", maker, "a")
    in_its_place(entries(tmp_path / "kept")[0], Path.mkdir)

    assert 2 == calls(tmp_path / "kept", maker, "a")
    assert 1 == len(entries(tmp_path / "kept"))


LEFT: dict[str, Callable[[Path], object]] = {
    "a file": lambda half: half.write_bytes(b"ha"),
    "a pipe": os.mkfifo,
    "a link": lambda half: half.symlink_to("../target"),
    "a link to nothing": lambda half: half.symlink_to("nothing"),
}


@pytest.mark.parametrize("leave", LEFT.values(), ids=LEFT)
def test_what_a_killed_build_left_half_written_is_replaced(
    tmp_path: Path, maker: Path, leave: Callable[[Path], object]
) -> None:
    calls(tmp_path / "kept", maker, "a")
    (entry,) = entries(tmp_path / "kept")
    entry.unlink()
    (tmp_path / "target").write_text("of somebody else")
    leave(entry.with_name(f"{entry.name}.half"))

    assert [1, 0] == [calls(tmp_path / "kept", maker, "a") for _ in range(2)]
    assert [entry] == entries(tmp_path / "kept")
    assert "of somebody else" == (tmp_path / "target").read_text()


def test_two_builds_at_once_get_the_same(tmp_path: Path, maker: Path) -> None:
    one, other = (Cache(tmp_path / "kept", [maker], []) for _ in range(2))

    def make() -> bytes:
        return other.get(lambda: b"made", "a")

    assert b"made" == one.get(make, "a")
    assert [b"made"] * 2 == [build.get(lambda: b"again", "a") for build in (one, other)]
    one.get(lambda: b"b", "b")
    one.forget_others()
    other.forget_others()
    assert b"b" == one.get(lambda: b"b", "b")


def a_file(place: Path) -> None:
    place.write_text("a file, no folder")


def a_dangling_link(place: Path) -> None:
    place.symlink_to("nothing")


def a_file_above(place: Path) -> None:
    place.parent.rmdir()
    place.parent.write_text("a file, no folder")


@pytest.mark.parametrize("put", [a_file, a_dangling_link, a_file_above])
def test_where_no_folder_can_be_everything_is_made(tmp_path: Path, maker: Path, put: Callable[[Path], None]) -> None:
    (tmp_path / "cache").mkdir()
    put(tmp_path / "cache/kept")

    assert 2 == calls(tmp_path / "cache/kept", maker, "a")
    kept = Cache(tmp_path / "cache/kept", [maker], [])
    kept.get(lambda: b"a", "a")
    kept.forget_others()
    assert [tmp_path / "cache", maker] == sorted(tmp_path.iterdir())


@contextmanager
def somebody() -> Iterator[Path]:
    """Give a folder as it is for a user who is not almighty."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        almighty = os.geteuid() == 0
        if almighty:
            os.chown(name, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        try:
            yield Path(name)
        finally:
            if almighty:
                os.seteuid(0)


@pytest.mark.parametrize("mode", [0o000, 0o400, 0o500])
def test_a_folder_that_cannot_be_written_or_entered_costs_time(mode: int) -> None:
    with somebody() as folder:
        maker = folder / "maker.py"
        maker.write_text("one")
        kept = folder / "kept"
        kept.mkdir()
        kept.chmod(mode)

        assert 2 == calls(kept, maker, "a")
        build = Cache(kept, [maker], [])
        build.get(lambda: b"a", "a")
        build.forget_others()
        kept.chmod(0o700)
        assert [] == entries(kept)
        calls(kept, maker, "a")
        kept.chmod(mode)
        build.forget_others()
        kept.chmod(0o700)
        assert 1 == len(entries(kept))


def test_an_entry_that_cannot_be_read_is_made_anew() -> None:
    with somebody() as folder:
        maker = folder / "maker.py"
        maker.write_text("one")
        calls(folder / "kept", maker, "a")
        entries(folder / "kept")[0].chmod(0o000)

        assert [1, 0] == [calls(folder / "kept", maker, "a") for _ in range(2)]


@pytest.mark.parametrize("room", [0, 40])
def test_a_disk_that_is_full_while_an_entry_is_written_leaves_nothing(tmp_path: Path, maker: Path, room: int) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        made = calls(tmp_path / "kept", maker, "a" * 100)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert 2 == made
    assert [] == entries(tmp_path / "kept")
    assert [1, 0] == [calls(tmp_path / "kept", maker, "a" * 100) for _ in range(2)]


@pytest.mark.parametrize("step", ["mkdir", "open", "replace", "unlink"])
def test_a_disk_that_fails_at_any_step_costs_time(
    tmp_path: Path, maker: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    does = getattr(Path, step)

    def full(path: Path, *given: Any, **options: Any) -> Any:
        if path.is_relative_to(tmp_path / "kept"):
            raise OSError(ENOSPC, "No space left on device")
        return does(path, *given, **options)

    with monkeypatch.context() as patch:
        patch.setattr(Path, step, full)

        assert 2 == calls(tmp_path / "kept", maker, "a")
    assert [1, 0] == [calls(tmp_path / "kept", maker, "a") for _ in range(2)]


def test_what_is_not_asked_for_any_more_is_removed(tmp_path: Path, maker: Path) -> None:
    kept = Cache(tmp_path / "kept", [maker], [])
    kept.get(lambda: b"old", "old")
    (old,) = entries(tmp_path / "kept")
    old.with_name(f"{old.name}.half").write_text("ol")
    later = Cache(tmp_path / "kept", [maker], [])
    later.forget_others()

    assert 2 == len(entries(tmp_path / "kept"))
    later.get(lambda: b"new", "new")
    later.forget_others()
    assert later.used == {file.name for file in entries(tmp_path / "kept")}


def test_an_entry_that_cannot_be_removed_keeps_no_other(
    tmp_path: Path, maker: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Cache(tmp_path / "kept", [maker], [])
    for text in "abcd":
        before.get(text.encode, text)
    stays = next((tmp_path / "kept").iterdir())
    unlink = Path.unlink

    def busy(path: Path, **options: Any) -> None:
        if path == stays:
            raise PermissionError
        unlink(path, **options)

    monkeypatch.setattr(Path, "unlink", busy)
    kept = Cache(tmp_path / "kept", [maker], [])
    kept.get(lambda: b"new", "new")
    kept.forget_others()

    assert sorted([stays, *(tmp_path / "kept" / name for name in kept.used)]) == entries(tmp_path / "kept")


def test_what_is_not_its_own_is_never_removed(tmp_path: Path, maker: Path) -> None:
    (tmp_path / "target").write_text("of somebody else")
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / ("a" * 64)).mkdir()
    (folder / ("b" * 64)).symlink_to("../target")
    (folder / ("c" * 63)).write_text("a name that is too short")
    (folder / f"{'D' * 64}").write_text("a name that is no hash")
    (folder / "notes.half").write_text("half of something else")
    os.mkfifo(folder / ("e" * 64))
    others = entries(folder)
    kept = Cache(folder, [maker], [])
    kept.get(lambda: b"new", "new")
    kept.forget_others()

    assert sorted([*others, *(folder / name for name in kept.used)]) == entries(folder)


def test_a_drawing_that_is_kept_is_the_one_that_is_drawn(tmp_path: Path) -> None:
    drawn = '<svg viewBox="0 0 8 8"><title>T</title><desc>D</desc><rect class="dg-box" width="8" height="8"/></svg>'
    css = ".dg-box { fill: #123456 } .dg-ground { fill: white }"
    made = []
    for _ in range(3):
        with kept_drawings(tmp_path) as to_files:
            made.append(to_files(Drawing("T", "a box", lambda _: drawn), css, Credit()))
        swapped(entries(tmp_path)[0])

    assert made[0] == made[1] == made[2]
    assert "#123456" in made[0][0]
    assert 2 == len(entries(tmp_path))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with the small course, which was built once."""
    project = tmp_path_factory.mktemp("project")
    project_in(project, anew=True)
    build(project / "site", project, SOURCE_DATE_EPOCH="1700000000")
    return project


def in_turn(project: Path, first: int) -> None:
    """Spoil each entry in one of the ways, and the next one in the next way, whatever the entries are of."""
    found = [file for file in sorted(project.glob(".cache/*/*")) if file.exists()]
    contents = [file.read_bytes() for file in found]
    ways: list[Callable[[Path, int], object]] = [
        lambda entry, _: SPOILT["one byte short"](entry),
        lambda entry, place: entry.write_bytes(contents[place - 1]),
        lambda entry, _: SPOILT["a pipe"](entry),
        lambda entry, _: in_its_place(entry, Path.mkdir),
    ]
    for place, entry in enumerate(found):
        ways[(first + place) % len(ways)](entry, place)


def no_folder(project: Path, put: Callable[[Path], object]) -> None:
    shutil.rmtree(project / ".cache")
    put(project / ".cache")


# With each way for each entry, these take four builds.
FIRST = range(0, 4, 1 if os.environ.get("FUZZ") else 2)
SPOILT_CACHES: dict[str, Callable[[Path], object]] = {
    **{f"in turn from {first}": partial(in_turn, first=first) for first in FIRST},
    "a file": lambda project: no_folder(project, a_file),
    "a dangling link": lambda project: no_folder(project, a_dangling_link),
}


@pytest.mark.fuzz
@pytest.mark.parametrize("spoil", SPOILT_CACHES.values(), ids=SPOILT_CACHES)
def test_whatever_stands_in_the_cache_a_build_makes_the_same(
    project: Path, tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    work = Path(shutil.copytree(project, tmp_path / "work"))
    before = {file.relative_to(work): file.read_bytes() for file in work.glob("site/**/*") if file.is_file()}
    assert 20 < len([*work.glob(".cache/*/*")])
    spoil(work)
    build(work / "site", work, SOURCE_DATE_EPOCH="1700000000")
    after = {file.relative_to(work): file.read_bytes() for file in work.glob("site/**/*") if file.is_file()}

    assert before.keys() == after.keys()
    assert [] == [path for path in before if before[path] != after[path]]
