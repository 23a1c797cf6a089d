"""The site that a project's settings make: how it is called, and where it stands."""

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import yaml

from macros.reading.problem import ContentError
from macros.reading.settings import SETTINGS, read, root, values

_NO_VARIABLES: Mapping[str, str] = MappingProxyType({})


class Site(NamedTuple):
    """How the site is called, and the address of its root, which is empty where it is not known."""

    name: str
    address: str


def site(project: Path) -> Site:
    """Return the site that a project's settings make where they are read."""
    address = said(project, "site_url", os.environ)
    return Site(said(project, "site_name", os.environ), f"{address.rstrip('/')}/" if address else "")


def said(project: Path, key: str, environment: Mapping[str, str] = _NO_VARIABLES) -> str:
    """Return the text that a project's settings give a key: by the first variable that is set, else as it stands there.

    It is empty where there is none, or where the settings cannot be read.
    """
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
