"""One list of faults: what the check tells of a whole course, a strict build tells in the same words, and once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.builders import change, project_in

NAVIGATION = "\nnav:\n  - index.md\n  - lessons/01-drinks.md\n  - comparison.md\n  - source.md\n"
CARD = "each-lesson: {opening: 25}\nlevel:"
LINKS = "[a](nope.md) [b](comparison.md) ![c](cup.png) [d](#nowhere) [e](../comparison/) [f](/sources/)"
LESSON = "docs/lessons/01-drinks.md"
EXPECTED = [
    "docs/data/charts/more.yml:1:1: no page shows this chart",
    "docs/data/course.yml:3:1: minutes: says 2, but the lessons take 1 minute",
    "docs/data/moved.yml:2:20: moved[0].to: 'b/' has moved, too",
    "docs/data/moved.yml:2:40: moved[1].to: 'a/' has moved, too",
    "docs/data/moved.yml:2:60: moved[2].to: there is no anchor '#nowhere' on 'sources/'",
    "docs/data/published.txt:1:1: /teas/ was published, and is gone",
    f"{LESSON}:6:1: no figure says '7 GB'",
    f"{LESSON}:8:5: there is no page docs/lessons/nope.md",
    f"{LESSON}:8:18: there is no page docs/lessons/comparison.md",
    f"{LESSON}:8:38: there is no file docs/lessons/cup.png",
    f"{LESSON}:8:51: there is no anchor '#nowhere' on this page",
    f"{LESSON}:8:65: '../comparison/' is the address of a page, not its file",
    f"{LESSON}:8:85: '/sources/' leads away from the course where it stands below a path",
    f"{LESSON}:10:1: has 8 words above its first heading, not 25",
    "docs/sources.md:1:1: no entry of the navigation leads to this page",
    "mkdocs.yml:LINE:5: nav: there is no page docs/source.md",
]
"""What is told of the faulty project, without the hints; LINE is the last of its settings."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with a fault of each kind that concerns more than one file."""
    folder = project_in(tmp_path_factory.mktemp("faulty"))
    docs = folder / "docs"
    (folder / "mkdocs.yml").write_text((folder / "mkdocs.yml").read_text().rstrip() + NAVIGATION)
    (docs / "data/charts/more.yml").write_text((docs / "data/charts/cooling.yml").read_text())
    (docs / "data/published.txt").write_text("/teas/\n/sources/\n")
    (docs / "data/moved.yml").write_text(
        "# yaml-language-server: $schema=schema/moved.json\n"
        "moved: [{from: a/, to: b/}, {from: b/, to: a/}, {from: c/, to: 'sources/#nowhere'}]\n"
    )
    change(docs, "data/course.yml", "level:", CARD)
    change(docs, "data/course.yml", "minutes: 1", "minutes: 2")
    change(docs, "lessons/01-drinks.md", "Two words.", f"7 GB\n\n{LINKS}\n\n## When?")
    return folder


def ran(project: Path, *command: str) -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=project, env=settings, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def told(project: Path) -> list[str]:
    """Return what the check tells, each problem with its hint."""
    checked = ran(project, "macros")

    assert 1 == checked.returncode
    return [*checked.stderr.replace("\n    hint: ", " => ").splitlines()]


def test_the_check_names_each_fault_in_its_place(project: Path, told: list[str]) -> None:
    last = len((project / "mkdocs.yml").read_text().splitlines())

    assert [line.replace("LINE", str(last)) for line in EXPECTED] == [line.partition(" => ")[0] for line in told]


@pytest.fixture(scope="module")
def built(project: Path) -> subprocess.CompletedProcess[str]:
    return ran(project, "mkdocs", "build", "--strict")


def test_a_strict_build_says_the_same_once_and_nothing_else(
    built: subprocess.CompletedProcess[str], told: list[str]
) -> None:
    warned = built.stderr.replace("\n    hint: ", " => ").splitlines()

    assert 1 == built.returncode
    assert sorted(told) == sorted(line.partition(" -  ")[2] for line in warned if line.startswith(("WARNING", "ERROR")))


@pytest.mark.usefixtures("built")
def test_the_page_shows_its_own_at_its_head(project: Path, told: list[str]) -> None:
    page = BeautifulSoup((project / "site/lessons/01-drinks/index.html").read_text(), "html.parser")
    box = page.select_one("article .problem")

    assert box
    shown = box.get_text().replace("\N{NO-BREAK SPACE}", " ")
    for line in (line for line in told if line.startswith(LESSON)):
        place, _, rest = line.partition(": ")
        message, _, hint = rest.partition(" => ")
        assert [] == [part for part in (place, message, hint) if part not in shown]
