"""Macro calls as they stand in a page: which, with which plain values, and where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.errors import ContentError, Problem
from macros.script import DELIMITERS, MACRO

_UNPAIRED = re.compile(r"\{!|!\}")
_UNREADABLE = "this macro call cannot be read"
_ODD = re.compile(r"unexpected char (.+) at (\d+)")
_HINT = 'write {! name("argument") !}'

_jinja = Environment(autoescape=True, keep_trailing_newline=True, **DELIMITERS)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Call:
    """One macro call, ``{! name("argument", option=true) !}``, with its line and column in the file."""

    name: str
    arguments: tuple[Any, ...]
    options: dict[str, Any]
    line: int
    column: int


def read_calls(text: str, path: str) -> Iterator[Call]:
    """Yield the calls of a page's text; raises ContentError for every call that cannot be read or is none."""
    rest = MACRO.sub(lambda match: " " * len(match[0]), text)
    if unpaired := [*_UNPAIRED.finditer(rest)]:
        raise ContentError(_unpaired(match, text, path) for match in unpaired)
    try:
        tree = _jinja.parse(text)
    except TemplateSyntaxError as error:
        raise ContentError(
            _unreadable(text, path) or [Problem(path, error.lineno, 1, "", _UNREADABLE, _HINT)]
        ) from error
    except RecursionError as error:
        message = "a macro call on this page is nested too deeply"
        raise ContentError([Problem(path, 1, 1, "", message, _HINT)]) from error
    before, problems = Call("", (), {}, 0, 0), list[Problem]()
    for output in tree.body:
        for node in getattr(output, "nodes", [output]):
            if not isinstance(node, nodes.TemplateData):
                try:
                    before = _call(node, text, path, start=before.column if before.line == node.lineno else 0)
                    yield before
                except ContentError as error:
                    problems += error.problems
                    before = Call("", (), {}, node.lineno, error.problems[0].column)
    if problems:
        raise ContentError(problems)


def _unreadable(text: str, path: str) -> list[Problem]:
    """Return each call that is no syntax, in its place."""
    found = []
    for match in MACRO.finditer(text):
        try:
            _jinja.parse(match[0])
        except TemplateSyntaxError as error:
            odd = _ODD.match(error.message or "")
            message = f"{_UNREADABLE}: {odd[1]} is not expected here" if odd else _UNREADABLE
            found.append(Problem(path, *_place(text, match.start() + int(odd[2] if odd else 0)), "", message, _HINT))
    return found


def _place(text: str, offset: int) -> tuple[int, int]:
    """Return line and column of an offset, both from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _unpaired(match: re.Match[str], text: str, path: str) -> Problem:
    line, column = _place(text, match.start())
    wrong = "opens a macro call that does not end" if match[0] == "{!" else "ends a macro call that does not begin"
    return Problem(path, line, column, "", f"'{match[0]}' {wrong}", _HINT)


def _call(node: nodes.Node, text: str, path: str, start: int) -> Call:
    """Return a call, whose column is sought from start, behind the calls before it on its line."""
    line = text.split("\n")[node.lineno - 1]
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and not (node.dyn_args or node.dyn_kwargs):
        values = [*node.args, *(option.value for option in node.kwargs)]
        if all(isinstance(value, nodes.Const) for value in values):
            arguments = tuple(argument.as_const() for argument in node.args)
            options = {option.key: option.value.as_const() for option in node.kwargs}
            opening = rf"{DELIMITERS['variable_start_string']}[-+]?\s*({node.node.name})\b"
            place = re.compile(opening).search(line, start)
            return Call(node.node.name, arguments, options, node.lineno, place.start(1) + 1 if place else 1)
    column = line.find(DELIMITERS["variable_start_string"], start) + 1
    message = "only a macro call with plain values may stand here"
    raise ContentError([Problem(path, node.lineno, max(column, 1), "", message, _HINT)])


def without_calls(text: str) -> str:
    """Return the text that a reader sees between the macro calls."""
    return "".join(value for _, kind, value in _jinja.lex(text) if kind == "data")
