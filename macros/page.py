"""A page as its author wrote it: front matter, text, and the macros that it calls."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal

from jinja2 import Environment, TemplateSyntaxError, nodes
from pydantic import Field

from macros.datafile import Datafile, Fault, Id, Model, Text, read_front_matter, unknown
from macros.errors import ContentError, Problem
from macros.rules import NAMES
from macros.script import DELIMITERS, MACRO

_UNPAIRED = re.compile(r"\{!|!\}")
_HINT = 'write {! name("argument") !}'

_jinja = Environment(autoescape=True, keep_trailing_newline=True, **DELIMITERS)  # type: ignore[arg-type]

Title = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[^<>\n]+$")]
"""One line that also stands in the page's head, so it holds no ``<`` and no ``>``."""

Description = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^<>\n]+$")]


class Allowance(Model):
    """A rule that a page breaks for a reason."""

    rule: Id = Field(description="the name of the rule")
    because: Text = Field(description="why this page may break it")


class FrontMatter(Model):
    """What stands above a page's text."""

    title: Title = Field(description="the heading of the page, and its name in the navigation")
    description: Description = Field(description="one or two sentences for search engines and lists")
    hide: tuple[Literal["navigation", "toc", "footer"], ...] = Field(default=(), description="parts left out")
    allow: tuple[Allowance, ...] = Field(default=(), description="rules that this page may break")

    def faults(self) -> Iterator[Fault]:
        """Yield allowances of rules that do not exist."""
        for index, allowance in enumerate(self.allow):
            yield from unknown(("allow", index, "rule"), "rule", allowance.rule, NAMES)


class LessonFrontMatter(FrontMatter):
    """What stands above a lesson's text."""

    objectives: tuple[Text, ...] = Field(min_length=1, max_length=4, description="what a reader can do afterwards")


@dataclass(frozen=True)
class Call:
    """One macro call, ``{! name("argument", option=true) !}``, with its line and column in the file."""

    name: str
    arguments: tuple[Any, ...]
    options: dict[str, Any]
    line: int
    column: int


@dataclass(frozen=True)
class Page:
    """One Markdown file; its path is relative to the project."""

    path: str
    front_matter: FrontMatter
    calls: tuple[Call, ...]
    prose: str
    """What stands between the calls, as Markdown."""

    def calls_for(self, name: str) -> list[Call]:
        """Return the page's calls of one macro."""
        return [call for call in self.calls if call.name == name]

    @property
    def url(self) -> str:
        """Return the page's address, relative to the site's root."""
        path = PurePosixPath(self.path).relative_to("docs").with_suffix("")
        path = path.parent if path.name == "index" else path
        return "" if path == PurePosixPath() else f"{path}/"


def read_page(text: str, path: str, model: type[FrontMatter]) -> Page:
    """Return a page; raises ContentError for faulty front matter and for what is no macro call."""
    front_matter: Datafile[FrontMatter]
    problems: tuple[Problem, ...] = ()
    try:
        front_matter, start = read_front_matter(text, path, model)
    except ContentError as error:
        problems = error.problems
    try:
        calls = tuple(_calls(text, path))
    except ContentError as error:
        problems += error.problems
    if problems:
        raise ContentError(problems)
    return Page(path, front_matter.model, calls, _without_calls(text[start:]))


def _calls(text: str, path: str) -> Iterator[Call]:
    rest = MACRO.sub(lambda match: " " * len(match[0]), text)
    if unpaired := [*_UNPAIRED.finditer(rest)]:
        raise ContentError(_unpaired(match, text, path) for match in unpaired)
    try:
        tree = _jinja.parse(text)
    except TemplateSyntaxError as error:
        message = f"this macro call cannot be read: {error.message}"
        raise ContentError([Problem(path, error.lineno, 1, "", message, _HINT)]) from error
    except RecursionError as error:
        message = "a macro call on this page is nested too deeply"
        raise ContentError([Problem(path, 1, 1, "", message, _HINT)]) from error
    before = Call("", (), {}, 0, 0)
    for output in tree.body:
        for node in getattr(output, "nodes", [output]):
            if not isinstance(node, nodes.TemplateData):
                before = _call(node, text, path, start=before.column if before.line == node.lineno else 0)
                yield before


def _unpaired(match: re.Match[str], text: str, path: str) -> Problem:
    line, column = text.count("\n", 0, match.start()) + 1, match.start() - text.rfind("\n", 0, match.start())
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


def _without_calls(text: str) -> str:
    """Return the text that a reader sees between the macro calls."""
    return "".join(value for _, kind, value in _jinja.lex(text) if kind == "data")
