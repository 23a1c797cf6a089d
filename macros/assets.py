"""Scripts and stylesheets of our own: those that the site's settings name, and no others."""

from pathlib import Path

import yaml

from macros.errors import ContentError, Problem

SETTINGS = "mkdocs.yml"
_KEYS = {"extra_css", "extra_javascript"}
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def named(project: Path) -> set[str]:
    """Return the paths below ``docs`` that a project's settings name as code; none where there are no settings.

    Raises ContentError when the settings are no YAML.
    """
    try:
        text = (project / SETTINGS).read_text(encoding="utf-8")
        root = yaml.compose(text, Loader=_LOADER)  # nodes, not values: these would need each tag to be known
    except FileNotFoundError:
        return set()
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ContentError([Problem(SETTINGS, 1, 1, "", f"cannot be read: {' '.join(str(error).split())}")]) from error
    lists = [value for key, value in _pairs(root) if str(key.value) in _KEYS]
    return {_path(item) for value in lists if isinstance(value, yaml.SequenceNode) for item in value.value}


def _pairs(node: yaml.Node) -> list[tuple[yaml.Node, yaml.Node]]:
    return list(node.value) if isinstance(node, yaml.MappingNode) else []


def _path(item: yaml.Node) -> str:
    """Return the path of a script, which may be a mapping that also says how it is loaded."""
    return str(next((value for key, value in _pairs(item) if key.value == "path"), item).value)
