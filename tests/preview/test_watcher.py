"""The watcher: what it tells from what was there before, and that nothing ends it."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from stat import S_IFREG
from types import SimpleNamespace
from typing import Any

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from macros.preview.watcher import Watcher, look
from tests.reading.test_filenames import LEFT, LEFT_FOLDERS
from tests.waiting import WAIT


def rewritten(file: Path) -> None:
    file.write_text("two")


def rewritten_at_the_same_time(file: Path) -> None:
    before = file.stat()
    file.write_text("two")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def closed(file: Path) -> None:
    file.chmod(0)


def replaced_by_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def replaced_by_a_link_to_nothing(file: Path) -> None:
    file.unlink()
    file.symlink_to("nothing")


CHANGES = [
    rewritten,
    rewritten_at_the_same_time,
    closed,
    replaced_by_a_folder,
    replaced_by_a_link_to_nothing,
    Path.unlink,
]


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_of_a_file_is_seen(tmp_path: Path, change: Callable[[Path], None]) -> None:
    file = tmp_path / "folder/file"
    file.parent.mkdir()
    file.write_text("one")
    before = look(str(tmp_path))
    change(file)

    assert before != look(str(tmp_path))


@pytest.mark.parametrize("state", [(3, 2, 3), (1, 9, 3), (1, 2, 9)])
def test_size_and_both_times_count_by_themselves(monkeypatch: pytest.MonkeyPatch, state: tuple[int, int, int]) -> None:
    seen = [
        SimpleNamespace(st_mode=S_IFREG, st_size=size, st_mtime_ns=modified, st_ctime_ns=changed)
        for size, modified, changed in ((1, 2, 3), state)
    ]
    monkeypatch.setattr(os, "stat", lambda _: seen.pop())

    assert look("file") != look("file")


def test_a_folder_that_is_closed_or_new_is_seen(tmp_path: Path) -> None:
    before = look(str(tmp_path))
    (tmp_path / "folder").mkdir()
    new = look(str(tmp_path))
    (tmp_path / "folder").chmod(0)

    assert 3 == len({str(state) for state in (before, new, look(str(tmp_path)))})


def test_what_python_writes_beside_the_code_is_no_change(tmp_path: Path) -> None:
    before = look(str(tmp_path))
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__/code.pyc").touch()

    assert before == look(str(tmp_path))


@pytest.mark.parametrize("name", [*LEFT, *(f"{name}/a.md" for name in LEFT_FOLDERS)])
def test_what_editors_write_beside_the_files_is_no_change(tmp_path: Path, name: str) -> None:
    before = look(str(tmp_path))
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).touch()

    assert before == look(str(tmp_path))


def test_the_lock_of_an_editor_is_no_change(tmp_path: Path) -> None:
    before = look(str(tmp_path))
    (tmp_path / ".#a.md").symlink_to("somebody@somewhere.1234:5678")

    assert before == look(str(tmp_path))


def test_icons_are_looked_at_though_their_folder_is_hidden(tmp_path: Path) -> None:
    before = look(str(tmp_path))
    (tmp_path / ".icons").mkdir()
    (tmp_path / ".icons/a.svg").touch()

    assert {*before, f"{tmp_path}/.icons", f"{tmp_path}/.icons/a.svg"} == look(str(tmp_path)).keys()


def test_a_linked_folder_is_looked_into_and_a_circle_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/linked").symlink_to("../elsewhere")
    (tmp_path / "docs/circle").symlink_to(".")
    (tmp_path / "docs/self").symlink_to("self")
    before = look(str(tmp_path / "docs"))
    (tmp_path / "elsewhere/new").touch()

    assert ["", "/circle", "/linked", "/self"] == [path.removeprefix(f"{tmp_path}/docs") for path in sorted(before)]
    assert {f"{tmp_path}/docs/linked/new"} == look(str(tmp_path / "docs")).keys() - before.keys()


def test_what_is_absent_or_cannot_be_read_or_goes_meanwhile_is_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert {} == look(str(tmp_path / "absent"))
    (tmp_path / "file").touch()
    (tmp_path / "closed").mkdir()
    list_all = os.scandir

    @contextmanager
    def list_some(folder: str) -> Iterator[Any]:
        if folder.endswith("closed"):
            raise PermissionError(folder)
        with list_all(folder) as entries:
            found = list(entries)
            (tmp_path / "file").unlink()
            yield found

    monkeypatch.setattr(os, "scandir", list_some)

    assert [str(tmp_path), f"{tmp_path}/closed"] == sorted(look(str(tmp_path)))


@contextmanager
def watched(path: Path) -> Iterator[Queue[FileSystemEvent]]:
    """Watch a path; give what is told."""
    told: Queue[FileSystemEvent] = Queue()
    handler = FileSystemEventHandler()
    vars(handler)["on_any_event"] = told.put
    watcher = Watcher(0.01)
    watcher.schedule(handler, str(path))
    watcher.start()
    yield told
    watcher.stop()
    watcher.join(WAIT)

    assert not watcher.is_alive()


def test_a_change_is_told_as_one_of_a_file(tmp_path: Path) -> None:
    with watched(tmp_path) as told:
        (tmp_path / "file").touch()
        event = told.get(timeout=WAIT)

        assert (str(tmp_path), False) == (event.src_path, event.is_directory)


def test_a_folder_that_goes_and_comes_back_is_still_watched(tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    with watched(folder) as told:
        folder.mkdir()
        told.get(timeout=WAIT)
        (folder / "file").touch()
        told.get(timeout=WAIT)
        shutil.rmtree(folder)
        told.get(timeout=WAIT)
        while told.qsize():
            told.get()
        folder.mkdir()
        told.get(timeout=WAIT)
        (folder / "file").touch()

        assert str(folder) == told.get(timeout=WAIT).src_path


def test_nobody_is_told_of_what_is_no_longer_watched(tmp_path: Path) -> None:
    told: list[FileSystemEvent] = []
    kept: Queue[FileSystemEvent] = Queue()
    watcher = Watcher(0.01)
    for name, tell in (("one", told.append), ("two", kept.put)):
        (tmp_path / name).mkdir()
        handler = FileSystemEventHandler()
        vars(handler)["on_any_event"] = tell
        watch = watcher.schedule(handler, str(tmp_path / name))
        if name == "one":
            watcher.unschedule(watch)
    watcher.start()
    (tmp_path / "one/file").touch()
    (tmp_path / "two/file").touch()
    kept.get(timeout=WAIT)
    watcher.stop()
    watcher.join(WAIT)

    assert [] == told
