"""YAML text as plain values, with nothing in it that a reader would misread."""

import re
from contextlib import suppress
from functools import lru_cache
from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.tokens import AliasToken, AnchorToken, DirectiveToken, TagToken

from macros.errors import ContentError, Problem
from macros.marked import Loc, Marked

UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff"
    "\U000e0000-\U000e007f]"
)
"""Control, format and bidirectional characters: what they do to a line cannot be seen in a review."""

_REFUSED = {
    AliasToken: ("aliases (*name) are not used here", "write the value again"),
    AnchorToken: ("anchors (&name) are not used here", "take it away, or put the value in quotes"),
    TagToken: ("tags (!name) are not used here", "take it away, or put the value in quotes"),
    DirectiveToken: ("directives (%NAME) are not used here", "delete the line"),
}

_MAY_BE_REFUSED = re.compile(r"^%|(?:^|[\s,:?\[{-])[&*!]", re.MULTILINE)
"""Where such a token can begin: scanning for them takes as long as reading, and few files have any."""

_YAML_HINTS = {
    "\\t": "indent with spaces",
    "mapping values are not allowed": "put a text that holds ': ' in quotes",
    "but found '<scalar>'": "put the whole text in double quotes",
    "block end": "is the line as far from the left as the others of its list?",
    "or ']'": "close the list with ]",
    "or '}'": "close the braces with }",
    "end of stream": "close the quotes",
}
"""By words of the parser's message."""

_TAG = "tag:yaml.org,2002:"


@lru_cache(maxsize=512)
def read_yaml(text: str, path: str, first_line: int = 1) -> Marked:
    """Return the values of a YAML 1.2 text with their places; first_line is the text's own line in its file.

    Raises ContentError for text that is no YAML, and for what a reader would misread:
    duplicate keys, aliases, tags and characters that cannot be seen.
    What has been read is remembered by its text: a save changes one file, and reading is slow.
    """
    reader = _Reader(path, first_line)
    reader.refuse_unseen(text)
    value = None if reader.problems else reader.read(text)
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

    def report(self, line: int, column: int, message: str, hint: str = "") -> None:
        self.problems.append(Problem(self.path, line + self.first_line, column + 1, "", message, hint))

    def refuse_unseen(self, text: str) -> None:
        for number, line in enumerate(text.split("\n")):
            for match in UNSEEN.finditer(line):
                message = f"hidden character U+{ord(match.group()):04X}"
                self.report(number, match.start(), message, "delete it")

    def read(self, text: str) -> Any:
        try:
            for token in YAML(typ="safe", pure=True).scan(text) if _MAY_BE_REFUSED.search(text) else ():
                if type(token) in _REFUSED:
                    self.report(token.start_mark.line, token.start_mark.column, *_REFUSED[type(token)])
            node = None if self.problems else cast("Node | None", YAML(typ="safe", pure=True).compose(text))
            return self.value(node, ()) if node else None
        except RecursionError:
            self.report(0, 0, "is nested too deeply")
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            problem = str(error.problem or error.context)
            hint = next((hint for words, hint in _YAML_HINTS.items() if words in problem), "")
            self.report(mark.line, mark.column, f"is not YAML: {problem}", hint)
        except YAMLError as error:
            self.report(0, 0, f"is not YAML: {error}")
        return None

    def value(self, node: Node, loc: Loc) -> Any:
        mark = node.start_mark
        self.places.setdefault(loc, (mark.line + self.first_line, mark.column + 1))
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
            if not isinstance(key_node, ScalarNode):
                self.report(mark.line, mark.column, "a key must be text")
                continue
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
