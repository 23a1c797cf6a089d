"""A project for another course has nothing of this one: none of its words, in no file and no name."""

import re
from pathlib import Path

from macros.starter.new import make
from tests.conftest import ROOT

WORDS = re.compile(
    r"civo|kubernetes|docker|podman|gvisor|firecracker|kata|unikernel|virtual machine|container(s|ised)? vs"
    r"|microvm|cargo|harbour|hello-world|one-box|linux-(namespaces|cgroups)|middle.ground|two-stacks",
    re.IGNORECASE,
)
"""What only this course speaks of. One is found? Take it out of the engine: an example there is of no subject."""

NOT_YET = {
    "tests/bench/lighthouse/package-lock.json",  # hashes and packages
    "tests/bench/starlight/package-lock.json",
    "tests/bench/rivals/material.py",
    "tests/bench/rivals/starlight.py",
    "tests/browser/test_search.py",
    "tests/content/test_comparison.py",
    "tests/content/test_table.py",
    "tests/html/test_markup.py",
    "tests/html/test_no_break.py",
    "tests/pages/test_marks.py",
    "tests/pages/test_page.py",
    "tests/pages/test_sentences.py",
    "tests/reading/test_hints.py",
}
"""Tests of the engine whose examples are still of this course; the list can only get shorter."""


def test_nothing_of_this_course_is_left_in_a_new_one(tmp_path: Path) -> None:
    folder, _ = make(str(tmp_path / "new"), "Tea", "Tea, Coffee")
    paths = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
    found = {path: WORDS.findall(f"{path}\n{file.read_text(errors='replace')}") for path, file in paths.items()}

    ours = {file.name for file in (ROOT / "docs/lessons").iterdir()}
    assert set() == ours & {file.name for file in paths.values()}
    assert NOT_YET == {path for path, words in found.items() if words}


def test_they_would_be_found() -> None:
    assert WORDS.search("docs/data/diagrams/two-stacks.yml")
    assert WORDS.search("A Virtual machine")
