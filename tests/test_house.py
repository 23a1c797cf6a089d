"""The house: which module may know which, and how long a module may be."""

import ast
from pathlib import Path

from macros.page import DELIMITERS

ROOT = Path(__file__).parent.parent
MODULES = {
    ".".join(file.relative_to(ROOT).with_suffix("").parts): file for file in sorted((ROOT / "macros").rglob("*.py"))
}
ORDER = [
    {"errors"},
    {"marked", "markup"},
    {"datafile"},
    {"comparison", "source", "quiz", "card", "page", "diagram.scene", "diagram.pictures", "diagram.text"},
    {"lesson", "diagram.layout", "shelf"},
    {"diagram.paint"},
    {"course"},
    {"calls"},
    {"env", "__main__"},
    {"__init__", "diagram.__init__"},
]
"""Each module may import only from the levels above its own."""


def imports(file: Path) -> set[str]:
    found = [node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {alias.name for node in found if isinstance(node, ast.Import) for alias in node.names}
    for node in found:
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_every_module_has_its_level() -> None:
    assert {name.removeprefix("macros.") for name in MODULES} == set().union(*ORDER)


def test_modules_import_only_from_the_levels_above() -> None:
    above: set[str] = set()
    for level in ORDER:
        for name in level:
            known = imports(MODULES[f"macros.{name}"]) & MODULES.keys()

            assert set() == {module.removeprefix("macros.") for module in known} - above, name
        above |= level


def test_nothing_but_the_adapter_knows_the_site_generator() -> None:
    knowing = {name for name, file in MODULES.items() if "mkdocs" in {part.split(".")[0] for part in imports(file)}}

    assert set() == knowing


def test_no_module_is_longer_than_two_screens() -> None:
    assert [] == [name for name, file in MODULES.items() if len(file.read_text().splitlines()) > 150]


def test_the_delimiters_of_the_pages_are_those_of_the_site() -> None:
    settings = (ROOT / "mkdocs.yml").read_text()

    assert [] == [mark for name, mark in DELIMITERS.items() if f'j2_{name}: "{mark}"' not in settings]
