"""The courses of the tests, copied from their files, and what changes them."""

import re
import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

from macros.assembly.course import Course
from macros.assembly.modeline import modeline
from macros.diagram.pictures import Pictogram
from macros.diagram.standalone import STYLESHEETS
from tests import alike

ROOT = Path(__file__).parent.parent

FIXTURE = Path(__file__).parent / "fixture"
SMALL, WHOLE = FIXTURE / "small", FIXTURE / "whole"
"""The small course has one of what a course needs, so that a test can tell every fault and every place in it.

The whole course is what readers of the tests' site see: the small one, with what stands here more or otherwise, and
one of each kind of thing that a course can have. Neither has a problem.
"""
FILES = {
    file.relative_to(SMALL / "docs").as_posix(): file.read_text() for file in sorted((SMALL / "docs").rglob("*.*"))
}
"""The texts of the small course, by their paths in its ``docs`` folder."""

STYLES = "".join((ROOT / "docs/assets" / Path(path).name).read_text() for path in STYLESHEETS)
"""The stylesheets that draw diagrams."""

DRINKS = """
title: Three drinks
subjects:
  - {id: tea, name: Tea, about: of leaves, tone: green}
  - {id: coffee, name: Coffee, about: of beans, tone: red}
  - {id: mate, name: Mate, about: of twigs, tone: teal, key: false}
groups: [{id: taste, name: Taste}, {id: empty, name: Empty}]
rows:
  - id: colour
    group: taste
    name: Colour
    key: true
    explanation: Leaves or beans.
    cells:
      tea: {answer: Green, exception: Black tea., sources: [nobody]}
      coffee: {answer: "<b>Black</b>", judgement: We looked.}
      mate: {answer: "`green`", exception: Roasted mate., sources: [nobody]}
  - id: price
    group: taste
    name: Price
    explanation: Trade.
    cells:
      tea:
        answer: Low
        exception: At the airport.
        figures: [{id: tea-price, what: Tea, value: 1200.5, unit: coins, bound: about,
                   kind: stated, measured: Asked., conditions: One shop., year: 2020, source: adam, where: Page 3}]
      coffee: {answer: High, sources: [nobody, adam]}
      mate: {answer: Middle, sources: [nobody]}
units: [coins]
"""
"""A comparison of three subjects, one of which stands in the full table only."""

CUP = Pictogram("cup", "Cup", 48, 48, (ET.Element("rect", {"class": "main", "width": "48", "height": "48"}),), "cup")


def docs_in(folder: Path) -> Path:
    """Write the small course below a folder and return its ``docs``."""
    return Path(shutil.copytree(SMALL / "docs", folder / "docs"))


def whole_docs_in(folder: Path) -> Path:
    """Write the whole course below a folder and return its ``docs``."""
    return Path(shutil.copytree(WHOLE / "docs", docs_in(folder), dirs_exist_ok=True))


def with_modeline(path: str, text: str) -> str:
    """Return the text of a data file with the line by which editors find its schema.

    They find it anywhere: at the end, it moves no line of which a test tells.
    """
    return f"{text.rstrip()}\n{modeline(path)}\n"


def project_in(folder: Path, *, anew: bool = False) -> Path:
    """Write a project around the small course, with the engine, the look and the settings of this one; return it.

    Unless all is to be made anew, it begins with what builds make alike.
    """
    alike.copy(ROOT / "macros", folder, (_small, _whole), anew=anew)
    return _small(folder)


def whole_project_in(folder: Path, *, anew: bool = False) -> Path:
    """Write a project around the whole course, with a navigation; return it."""
    alike.copy(ROOT / "macros", folder, (_small, _whole), anew=anew)
    return _whole(folder)


def _small(folder: Path) -> Path:
    docs_in(folder)
    return _project(folder, re.sub(f"{_block('nav')}|{_block('not_in_nav')}", "", _settings(), flags=re.MULTILINE))


def _whole(folder: Path) -> Path:
    whole_docs_in(folder)
    return _project(folder, _settings())


def _project(folder: Path, settings: str) -> Path:
    """Write what a project has around its ``docs`` folder and the code."""
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    (folder / "mkdocs.yml").write_text(settings)
    return folder


def _settings() -> str:
    """Return the settings of this project in English, with those of the whole course in the place of its own."""
    own = (WHOLE / "mkdocs.yml").read_text()
    settings = re.sub(r"^( +language: ).+$", r"\1en", (ROOT / "mkdocs.yml").read_text(), flags=re.MULTILINE)
    for name in re.findall(r"^\w+(?=:)", own, re.MULTILINE):
        settings = re.sub(_block(name), "", settings, flags=re.MULTILINE)
    return f"{own}\n{settings}"


def _block(name: str) -> str:
    return rf"^{name}:.*\n(?: +\S.*\n)*"


def change(docs: Path, path: str, right: str, wrong: str) -> None:
    """Replace a text that stands in a file."""
    text = (docs / path).read_text()
    if right not in text:
        raise ValueError(right)
    (docs / path).write_text(text.replace(right, wrong, 1))


def problems_after(folder: Path, path: str, right: str, wrong: str) -> str:
    """Return what is wrong with the small course after a change of a data file."""
    docs = docs_in(folder)
    change(docs, f"data/{path}.yml", right, wrong)
    return "\n".join(map(str, Course.read(docs).problems))


def with_what_runs_here(project: Path) -> Path:
    """Return a project in which make has nothing to install: what it would install is that of these tests."""
    installed = project / ".venv"
    installed.mkdir()
    for part in ("bin", "lib", "pyvenv.cfg"):
        (installed / part).symlink_to(Path(sys.prefix) / part)
    for stamp in ("site-installed", "dev-installed"):
        (installed / stamp).touch()
    return project
