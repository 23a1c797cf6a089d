"""The commands of the small course with a page and a guide of its own: which are run, how, and what is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.assembly.files import read_files
from macros.recording.consoles import Run, faults, runs
from macros.recording.terminal import LackingError, Terminal
from tests.builders import docs_in
from tests.waiting import WAIT

PAGE = """---
title: Cups
description: What stands on the shelf.
---

Put cups on a shelf.

```console run="shelf"
$ mkdir shelf
$ echo green > shelf/cup
```

What is there?

```console run="other"
$ ls
```

```console run="shelf"
$ cat shelf/cup
{expected}
$ echo on
on
```

```console skip="There is no kettle here."
$ boil
```
"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Return the small course with a page and a guide that have commands."""
    docs = docs_in(tmp_path)
    (docs / "cups.md").write_text(PAGE.format(expected="green"))
    (tmp_path / "README.md").write_text('# Tea\n\n```console run="build"\n$ ls docs/cups.md\ndocs/cups.md\n```\n')
    return docs


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """Return a shell in an empty folder."""
    (tmp_path / "empty").mkdir()
    with Terminal(["bash", "--noprofile", "--norc"], tmp_path / "empty") as found:
        yield found


def found(docs: Path, name: str) -> Run:
    return next(run for run in runs(read_files(docs)) if run.name == name)


def test_the_blocks_of_one_name_are_one_run_and_those_that_are_left_out_are_none(docs: Path) -> None:
    assert [
        ("docs/cups.md", "shelf", [9, 10, 20, 22], False),
        ("docs/cups.md", "other", [16], False),
        ("README.md", "build", [4], True),
    ] == [(run.path, run.name, [one.line for one in run.commands], run.of_project) for run in runs(read_files(docs))]


def test_commands_that_do_what_the_page_says_are_not_told(docs: Path, terminal: Terminal) -> None:
    assert [] == [*faults(found(docs, "shelf"), terminal, WAIT)]


def test_the_first_that_does_not_is_told_with_its_place_what_was_expected_and_what_came(
    docs: Path, terminal: Terminal
) -> None:
    (docs / "cups.md").write_text(PAGE.format(expected="black\n…"))

    assert [
        (
            "docs/cups.md:20:1: `cat shelf/cup` prints something else\n"
            "    expected:\n        black\n        …\n    got:\n        green"
        )
    ] == [*faults(found(docs, "shelf"), terminal, WAIT)]


def test_one_that_fails_without_a_word_is_told_with_its_status(docs: Path, terminal: Terminal) -> None:
    (docs / "cups.md").write_text(PAGE.replace("$ echo on\non", "$ false").format(expected="green"))

    assert [
        (
            "docs/cups.md:22:1: `false` ends with the status 1\n"
            "    expected:\n        (nothing)\n    got:\n        (nothing)\n        (status 1)"
        )
    ] == [*faults(found(docs, "shelf"), terminal, WAIT)]


def test_one_that_does_not_end_is_told_with_its_place(docs: Path, terminal: Terminal) -> None:
    (docs / "cups.md").write_text(PAGE.replace("echo on", "cat /dev/zero > /dev/null").format(expected="green"))
    run = found(docs, "shelf")

    assert ["docs/cups.md:22:1: `cat /dev/zero > /dev/null`: does not end; so far: nothing was printed"] == [
        *faults(run, terminal, 2)
    ]


def test_a_machine_that_lacks_the_terminal_is_no_fault_of_the_page(docs: Path, tmp_path: Path) -> None:
    with (
        Terminal(["sh", "-c", "echo there is no kettle; exit 77"], tmp_path) as terminal,
        pytest.raises(LackingError, match="no kettle"),
    ):
        [*faults(found(docs, "shelf"), terminal, WAIT)]
