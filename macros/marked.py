"""YAML text as plain values, with the line and column of each."""

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from macros.errors import ContentError, Problem

Loc = tuple[str | int, ...]
"""The way to a value: keys of mappings and indexes of lists, from the outermost in."""

UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Control and bidirectional characters: what they do to a line cannot be seen in a review."""

_TAG = "tag:yaml.org,2002:"


@dataclass(frozen=True)
class Marked:
    """Values read from a file, and where each stands."""

    path: str
    value: Any
    places: dict[Loc, tuple[int, int]]

    def problem(self, loc: Loc, message: str, hint: str = "") -> Problem:
        """Return a problem at this value, or at the nearest value around it that the file has."""
        known = next(loc[:end] for end in range(len(loc), -1, -1) if loc[:end] in self.places)
        return Problem(self.path, *self.places[known], self._name(loc), message, hint)

    def _name(self, loc: Loc) -> str:
        """Name list items by their id: ``rows[start-up].name``."""
        name, value = "", self.value
        for step in loc:
            inner = _child(value, step)
            if isinstance(step, int):
                label = inner.get("id", step) if isinstance(inner, dict) else step
                name += f"[{label}]"
            else:
                name += f".{step}" if name else step
            value = inner
        return name


def read_yaml(text: str, path: str, first_line: int = 1) -> Marked:
    """Return the values of a YAML 1.2 text with their places; first_line is the text's own line in its file.

    Raises ContentError for text that is no YAML, and for what a reader would misread:
    duplicate keys, aliases, tags and characters that cannot be seen.
    """
    reader = _Reader(path, first_line)
    reader.refuse_unseen(text)
    yaml = YAML(typ="safe", pure=True)
    try:
        node = cast("Node | None", yaml.compose(text)) if not reader.problems else None
    except RecursionError:
        reader.report(0, 0, "is nested too deeply")
        node = None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        hint = "indent with spaces" if "\\t" in str(error.problem) else ""
        reader.report(mark.line, mark.column, f"is not YAML: {error.problem or error.context}", hint)
        node = None
    value = reader.value(node, ()) if node else None
    if reader.problems:
        raise ContentError(reader.problems)
    reader.places.setdefault((), (first_line, 1))
    return Marked(path, value, reader.places)


class _Reader:
    """Walks the nodes of one file and keeps the places and the problems it meets."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path, self.first_line = path, first_line
        self.places: dict[Loc, tuple[int, int]] = {}
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def report(self, line: int, column: int, message: str, hint: str = "") -> None:
        self.problems.append(Problem(self.path, line + self.first_line, column + 1, "", message, hint))

    def refuse_unseen(self, text: str) -> None:
        for number, line in enumerate(text.splitlines()):
            for match in UNSEEN.finditer(line):
                message = f"hidden character U+{ord(match.group()):04X}"
                self.report(number, match.start(), message, "delete it")

    def value(self, node: Node, loc: Loc) -> Any:
        mark = node.start_mark
        self.places.setdefault(loc, (mark.line + self.first_line, mark.column + 1))
        if id(node) in self.seen:
            self.report(
                mark.line, mark.column, "anchors and aliases (&name, *name) are not used here", "write the value again"
            )
            return None
        self.seen.add(id(node))
        match node:
            case MappingNode():
                return self.mapping(node, loc)
            case SequenceNode():
                return tuple(self.value(item, (*loc, index)) for index, item in enumerate(node.value))
            case ScalarNode():
                return self.scalar(node)

    def mapping(self, node: MappingNode, loc: Loc) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key, mark = str(key_node.value), key_node.start_mark
            if key in result:
                self.report(mark.line, mark.column, f"the key '{key}' stands twice", "keep one of the two")
            self.places[(*loc, key)] = (mark.line + self.first_line, mark.column + 1)
            result[key] = self.value(value_node, (*loc, key))
        return result

    def scalar(self, node: ScalarNode) -> str | float | bool | None:
        match str(node.tag).removeprefix(_TAG):
            case "bool":
                return str(node.value).lower() == "true"
            case "null":
                return None
            case "int" | "float":
                return _number(node.value)
            case "str" | "timestamp":
                return str(node.value)
        self.report(node.start_mark.line, node.start_mark.column, f"the tag {node.tag} is not used here")
        return None


def _number(text: str) -> float | str:
    for kind in (int, float):
        with suppress(ValueError):
            return kind(text)
    return text


def _child(value: Any, step: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(step)
    return value[step] if isinstance(value, tuple) and isinstance(step, int) and step < len(value) else None
