"""Macro calls as they stand in a page: which, with which plain values, and where."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeGuard

from jinja2 import TemplateSyntaxError

from macros.pages.call_syntax import read_call
from macros.reading.problem import Problem, nearest

_CALL = re.compile(r"\{!(?:(?!\{!|!\})[^\n])*!\}")
"""From one delimiter to the next, on one line."""

_UNPAIRED = re.compile(r"\{!|(?<!\\)!\}")
_ESCAPED = re.compile(r"(\{)\\(!)|\\(!\})")
_NAME = re.compile(r"\{!\s*(\w+)")
_ODD = re.compile(r"unexpected char (.+) at (\d+)")
_UNQUOTED = re.compile(r"\{!\s*(\w+)\(([^()=]+)\)\s*!\}")
_WORDS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_QUOTES = " \"'`\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb"
_UNREADABLE = "this macro call cannot be read"
_HINT = 'write {! name("argument") !} on one line, or {\\! and \\!} to show these characters themselves'

INLINE = {"cite"}
"""What stands within a sentence; every other call stands by itself, in place of a paragraph."""


@dataclass(frozen=True)
class Call:
    """One macro call, ``{! name("argument", option=true) !}``, with its line and column in the file."""

    name: str
    arguments: tuple[Any, ...]
    options: dict[str, Any]
    line: int
    column: int
    text: str
    """The call as it is written."""

    @property
    def named(self) -> str:
        """Return the first argument as text, such as the name of a file; nothing where there is none."""
        return str(*self.arguments[:1])


def meant(call: Call, known: Collection[str]) -> Call:
    """Return a call as if its macro were spelt right: what follows from a misspelt name is not told beside it."""
    return call if call.name in known else replace(call, name=nearest(call.name, known) or call.name)


Piece = str | Call | Problem
"""A part of a page's text: what its author wrote, a call, or what is wrong with one."""


def is_call(part: Piece, known: Collection[str]) -> TypeGuard[Call]:
    """Tell whether a part of a page's text is a call of one of these macros."""
    return isinstance(part, Call) and part.name in known


def unescaped(text: str) -> str:
    r"""Return a text in which the delimiters themselves stand for their escapes, ``{\!`` and ``\!}``."""
    return _ESCAPED.sub(lambda match: "".join(filter(None, match.groups())), text)


def with_quotes(text: str) -> str:
    """Return a hint for a call whose arguments have no straight quotes around them: the call as it is to be written."""
    match = _UNQUOTED.fullmatch(text)
    names = [name.strip(_QUOTES) for name in match[2].split(",")] if match else []
    quoted = ", ".join(f'"{name}"' for name in names)
    return f"write {{! {match[1]}({quoted}) !}}" if match and all(map(_WORDS.fullmatch, names)) else ""


def pieces(text: str, path: str, first_line: int = 1) -> Iterator[Piece]:
    """Yield the parts of a page's text in their order; first_line is the text's own line in its file."""
    end = 0
    for match in _CALL.finditer(text):
        yield from _between(text, end, match.start(), path, first_line)
        line, column = _place(text, match.start(), first_line)
        yield _call(match[0], path, line, column)
        end = match.end()
    yield from _between(text, end, len(text), path, first_line)


def _between(text: str, start: int, end: int, path: str, first_line: int) -> Iterator[Piece]:
    """Yield what stands between two calls, where a delimiter has no partner."""
    for match in _UNPAIRED.finditer(text, start, end):
        if start < match.start():
            yield text[start : match.start()]
        line, column = _place(text, match.start(), first_line)
        wrong = "opens a macro call that does not end" if match[0] == "{!" else "ends a macro call that does not begin"
        yield Problem(path, line, column, "", f"'{match[0]}' {wrong}", _HINT)
        start = match.end()
    if start < end:
        yield text[start:end]


def _call(text: str, path: str, line: int, column: int) -> Call | Problem:
    try:
        name, arguments, options = read_call(text)
    except TemplateSyntaxError as error:
        odd = _ODD.match(error.message or "")
        said = f"{_UNREADABLE}: {odd[1]} is not expected here" if odd else (error.message or _UNREADABLE)
        known = said if said.startswith(("only ", _UNREADABLE)) else _UNREADABLE
        return Problem(path, line, column + int(odd[2] if odd else 0), "", known, with_quotes(text) or _HINT)
    except (RecursionError, MemoryError):
        return Problem(path, line, column, "", "this macro call is nested too deeply", _HINT)
    except ValueError:
        return Problem(path, line, column, "", "this macro call has a number that is too long", _HINT)
    found = _NAME.match(text)
    return Call(name, arguments, options, line, column + (found.start(1) if found else 0), text)


def _place(text: str, offset: int, first_line: int) -> tuple[int, int]:
    """Return line and column of an offset, both from 1."""
    return text.count("\n", 0, offset) + first_line, offset - text.rfind("\n", 0, offset)
