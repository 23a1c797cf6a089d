"""ARCHITECTURE.md is true: its picture, the wings and their order, the hooks, and each path and name in it."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from mkdocs.config import load_config

from macros.diagram.block import WIDE
from macros.diagram.diagram import Diagram
from macros.diagram.foot import Credit
from macros.diagram.paint import drawing
from macros.diagram.standalone import stylesheet, svg
from macros.reading.datafile import read_data
from tests.builders import STYLES
from tests.conftest import ROOT

TEXT = (ROOT / "ARCHITECTURE.md").read_text()
PICTURE = ".github/architecture"
COMMAND = re.compile(r"make (\w+)|python -m ([\w.]+) site")
"""Commands that the page names: targets of the Makefile, and modules."""

NO_NAME = re.compile(r"[^\w]|\.cache|mkdocs serve|zensical( build)?|\{.*")


def section(heading: str) -> str:
    """Return what stands below a heading."""
    return TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def first_cells(table: str) -> list[str]:
    """Return the code in the first cell of each row."""
    return re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)


def untrue(text: str) -> list[str]:
    """Return each path that does not exist, and each name that stands in none of the files named in its sentence.

    Where a sentence names no file, the name may stand in any that the page names.
    """
    named = [ROOT / path for path in re.findall(r"`([^`]+)`", TEXT) if "/" in path or "." in path]
    wrong = []
    for sentence in re.split(r"\n|; |(?<=\.) ", text):
        code = re.findall(r"`([^`]+)`", sentence)
        paths = [name for name in code if is_path(name)]
        wrong += [path for path in paths if not (ROOT / path).exists()]
        files = [ROOT / path for path in paths if (ROOT / path).is_file()] or [file for file in named if file.is_file()]
        wrong += [name for name in code if not is_path(name) and not any(says(file, name) for file in files)]
    return wrong


def is_path(name: str) -> bool:
    return bool(re.fullmatch(r"[\w./-]*(?:/|/[\w.-]+|\.(?:md|yml|toml|txt|py))", name))


def says(file: Path, name: str) -> bool:
    """Tell whether a name stands in a file, or is a command that there is."""
    if command := COMMAND.fullmatch(name):
        target, module = command.groups()
        return f"\n{target}:" in (ROOT / "Makefile").read_text() if target else module_file(module).is_file()
    return bool(NO_NAME.fullmatch(name) or re.search(rf"(?<!\w){re.escape(name)}(?!\w)", file.read_text()))


def module_file(module: str) -> Path:
    return ROOT / f"{module.replace('.', '/')}.py"


def test_the_picture_is_drawn_as_its_scene_says() -> None:
    scene = read_data(ROOT / f"{PICTURE}.yml", f"{PICTURE}.yml", Diagram).model
    drawn = svg(drawing(scene, WIDE, {}), stylesheet(STYLES), Credit(authors="The authors of this repository")) + "\n"
    file = ROOT / f"{PICTURE}.svg"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(drawn)

    assert file.read_text() == drawn


def test_the_picture_names_wings_that_are_there() -> None:
    scene = (ROOT / f"{PICTURE}.yml").read_text()
    wings = re.findall(r'arrow: "?([^"}]+)', scene)

    assert len(wings) >= 8
    assert set() == set(re.findall(r"\w+", " ".join(wings))) - {name.strip("/").removesuffix(".py") for name in TABLE}


TABLE = first_cells(section("The wings"))


def test_each_wing_has_one_line() -> None:
    there = {f"{path.name}/" if path.is_dir() else path.name for path in (ROOT / "macros").iterdir()}

    assert sorted(there - {"__init__.py", "__pycache__/"}) == sorted(TABLE)


def test_the_wings_stand_in_the_order_of_their_layers() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["type"] == "layers")
    expected = [name for layer in reversed(layers) for name in layer.split(" | ")]

    assert expected == [name.strip("/").removesuffix(".py") for name in TABLE if name not in {"templates/", "locale/"}]


def test_the_hooks_stand_in_the_order_of_the_settings() -> None:
    named = [Path(hook).name for hook in load_config(str(ROOT / "mkdocs.yml")).hooks]

    assert named == first_cells(section("The hooks"))


HEADINGS = re.findall(r"^## (.+)$", TEXT, re.MULTILINE)


@pytest.mark.parametrize("heading", HEADINGS)
def test_each_path_and_name_is_there(heading: str) -> None:
    assert [] == untrue(re.sub(r"^\| `[^`]+` \|", "", section(heading), flags=re.MULTILINE))


def test_what_is_not_there_would_be_found() -> None:
    assert ["macros/gone.py", "gone", "make gone"] == untrue(
        "`macros/gone.py` and `gone` in `macros/env.py`\n`make gone`, `declare` in `macros/env.py`"
    )


def test_the_modules_that_want_a_restart_are_those_that_the_server_imports() -> None:
    look = """
import sys, types
sys.modules["macros"] = types.ModuleType("macros")
sys.modules["macros"].__path__ = ["macros"]
import macros.preview.server
print(*(name for name, one in sys.modules.items() if name.startswith("macros.") and not hasattr(one, "__path__")))
"""
    said = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    imported = {module_file(name).relative_to(ROOT).as_posix() for name in said.split()}
    sentence = next(line for line in TEXT.splitlines() if "wants a restart" in line)
    named = {*re.findall(r"`([^`]+\.py)`", sentence)} - {"macros/hooks/serve.py"}

    assert named == {path for path in imported if not path.startswith("macros/preview/")}
