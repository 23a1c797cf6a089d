"""What the check reads of the site's settings: the code that they name, and how they set up Markdown."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml

from macros.reading.problem import ContentError, Problem
from macros.reading.yaml_hints import fault

SETTINGS = "mkdocs.yml"
_CODE = {"extra_css", "extra_javascript"}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_LANGUAGE = re.compile(r"^ +language: *([\w-]+) *$", re.MULTILINE)
_ALWAYS = ("toc", "tables", "fenced_code")
"""Extensions that MkDocs adds to those of the settings, before them."""


def code(project: Path) -> set[str]:
    """Return the paths below ``docs`` that a project's settings name as code; none where there are no settings.

    Raises ContentError when the settings cannot be read.
    """
    file = project / SETTINGS
    return {_path(item) for item in _listed(read(file), _CODE)} if file.exists() else set()


@dataclass(frozen=True)
class Setting:
    """What one key of the settings says, and where."""

    value: str
    line: int
    column: int


def language(project: Path) -> Setting:
    """Return the language that a project's settings name below their theme; English, where none can be read."""
    file, text = project / SETTINGS, ""
    try:
        text = read(file) if file.exists() else ""
        themes = values(root(text), "theme")
    except ContentError:
        # A slip elsewhere in the settings changes no language: else every number of the course would be told as well.
        spoken = _LANGUAGE.search(text)
        return Setting(spoken[1] if spoken else "en", 1, 1)
    found = [node for theme in themes for node in values(theme, "language")]
    texts = [node.value if isinstance(node, yaml.ScalarNode) else node.id for node in found]
    places = [(node.start_mark.line + 1, node.start_mark.column + 1) for node in found]
    named = [Setting(text, *place) for text, place in zip(texts, places, strict=True)]
    return (named or [Setting("en", 1, 1)])[0]


class Site(NamedTuple):
    """How the site is called, and the address of its root, which is empty where it is not known."""

    name: str
    address: str


def site(project: Path) -> Site:
    """Return the site that a project's settings make where they are read."""
    address = said(project, "site_url", os.environ)
    return Site(said(project, "site_name", os.environ), f"{address.rstrip('/')}/" if address else "")


def said(project: Path, key: str, environment: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return the text that settings give a key, by the first variable that is set; empty for none that can be read."""
    try:
        found = values(root(read(project / SETTINGS)), key) if (project / SETTINGS).exists() else []
    except ContentError:
        return ""
    for node in found:
        if isinstance(node, yaml.ScalarNode):
            return environment.get(node.value, "") if node.tag == "!ENV" else str(node.value)
        if node.tag == "!ENV" and isinstance(node, yaml.SequenceNode):
            *names, without = (str(part.value) for part in node.value)
            return next((environment[name] for name in names if name in environment), without)
    return ""


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
    return [item for found in lists(settings, keys) for item in found.value]


def lists(settings: str, keys: set[str]) -> list[yaml.SequenceNode]:
    """Return the lists that stand below these keys, as nodes; raises ContentError when the settings are no YAML."""
    found = [value for key, value in _pairs(root(settings)) if str(key.value) in keys]
    return [value for value in found if isinstance(value, yaml.SequenceNode)]


@lru_cache(maxsize=2)
def root(settings: str) -> yaml.Node | None:
    """Return the settings as nodes; three parts of the check look into them."""
    try:
        return yaml.compose(settings, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark, message, hint = fault(error, settings.split("\n"), None)
        raise ContentError([Problem(SETTINGS, mark.line + 1, mark.column + 1, "", message, hint)]) from error
    except yaml.YAMLError as error:
        raise _unreadable(error) from error


def values(node: yaml.Node | None, name: str) -> list[yaml.Node]:
    """Return what stands below a key of a mapping, as nodes; more than one where the key stands twice."""
    return [value for key, value in _pairs(node) if key.value == name]


def _unreadable(error: Exception) -> ContentError:
    return ContentError([Problem(SETTINGS, 1, 1, "", f"cannot be read: {str(error).splitlines()[0]}")])


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    return list(node.value) if isinstance(node, yaml.MappingNode) else []


def _path(item: yaml.Node) -> str:
    """Return the path of a script, which may be a mapping that also says how it is loaded."""
    return str(next((value for key, value in _pairs(item) if key.value == "path"), item).value)
