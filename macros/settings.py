"""What the check reads of the site's settings: the code that they name, and how they set up Markdown."""

from pathlib import Path
from typing import Any

import yaml

from macros.errors import ContentError, Problem

SETTINGS = "mkdocs.yml"
_CODE = {"extra_css", "extra_javascript"}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_ALWAYS = ("toc", "tables", "fenced_code")
"""Extensions that MkDocs adds to those of the settings, before them."""


def code(project: Path) -> set[str]:
    """Return the paths below ``docs`` that a project's settings name as code; none where there are no settings.

    Raises ContentError when the settings cannot be read.
    """
    file = project / SETTINGS
    return {_path(item) for item in _listed(read(file), _CODE)} if file.exists() else set()


def extensions(settings: str) -> dict[str, dict[str, Any]]:
    """Return the extensions of Markdown that a text of settings lists, in their order, each with its options.

    Raises ContentError when the settings are no YAML.
    """
    found: dict[str, dict[str, Any]] = {name: {} for name in _ALWAYS}
    loader = yaml.SafeLoader("")
    for item in _listed(settings, {"markdown_extensions"}):
        named = loader.construct_object(item, deep=True)
        found |= named if isinstance(named, dict) else {named: {}}
    return found


def read(file: Path) -> str:
    """Return the text of the settings; raises ContentError when they cannot be read."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(error) from error


def _listed(settings: str, keys: set[str]) -> list[yaml.Node]:
    """Return the items of these lists as nodes, not values: these would need each tag to be known."""
    try:
        root = yaml.compose(settings, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise _unreadable(error) from error
    lists = [value for key, value in _pairs(root) if str(key.value) in keys]
    return [item for value in lists if isinstance(value, yaml.SequenceNode) for item in value.value]


def _unreadable(error: Exception) -> ContentError:
    return ContentError([Problem(SETTINGS, 1, 1, "", f"cannot be read: {error}")])


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    return list(node.value) if isinstance(node, yaml.MappingNode) else []


def _path(item: yaml.Node) -> str:
    """Return the path of a script, which may be a mapping that also says how it is loaded."""
    return str(next((value for key, value in _pairs(item) if key.value == "path"), item).value)
