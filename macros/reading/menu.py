"""The menu as the site's settings list it: the pages of ``nav``, and those that ``not_in_nav`` leaves out of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from macros.reading.settings import SETTINGS, lists, read, root, values

NOWHERE = "not_in_nav"
"""The setting of MkDocs for pages that are published, and that no entry of the menu leads to."""


@dataclass(frozen=True)
class Entry:
    """A page that the settings name: its path below ``docs``, below which key, and where in the settings it stands."""

    path: str
    key: str
    line: int
    column: int


def menu(project: Path) -> tuple[Entry, ...] | None:
    """Return the pages of a project's menu in their order, then those beside it; nothing where there is no menu.

    Raises ContentError when the settings cannot be read.
    """
    file = project / SETTINGS
    text = read(file) if file.exists() else ""
    listed = lists(text, {"nav"})
    beside = [entry for node in values(root(text), NOWHERE) for entry in _beside(node, text.split("\n"))]
    return (*(entry for node in listed for entry in _entries(node)), *beside) if listed else None


def _entries(node: yaml.Node) -> Iterator[Entry]:
    """Yield the pages in a part of the menu; what else it names are other sites."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _entries(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _entries(value)
    elif node.value.endswith(".md") and "://" not in node.value:
        yield Entry(node.value, "nav", node.start_mark.line + 1, node.start_mark.column + 1)


def _beside(node: yaml.Node, lines: list[str]) -> Iterator[Entry]:
    """Yield the pages of a text with one path a line, which may begin with a slash."""
    if not isinstance(node, yaml.ScalarNode):
        return
    first, last = node.start_mark.line, node.end_mark.line
    for number, line in enumerate(lines[first : last + 1], first + 1):
        path = line.removeprefix(f"{NOWHERE}:").strip()
        if path.endswith(".md"):
            yield Entry(path.removeprefix("/"), NOWHERE, number, line.index(path) + 1)
