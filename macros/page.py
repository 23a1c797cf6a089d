"""A page as its author wrote it: front matter, text, and the macros that it calls."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from jinja2 import Environment, TemplateSyntaxError, nodes
from pydantic import Field

from macros.datafile import Datafile, Model, Text, read_front_matter
from macros.errors import ContentError, Problem
from macros.markup import words

DELIMITERS = {
    "variable_start_string": "{!",
    "variable_end_string": "!}",
    "block_start_string": "{!%",
    "block_end_string": "%!}",
    "comment_start_string": "{!#",
    "comment_end_string": "#!}",
}
"""Not Jinja's own, which a lesson needs for templates of Docker, Helm and GitHub."""

_HINT = 'write {! name("argument") !}'

_jinja = Environment(autoescape=True, keep_trailing_newline=True, **DELIMITERS)  # type: ignore[arg-type]

Title = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[^<>\n]+$")]
"""One line that also stands in the page's head, so it holds no ``<`` and no ``>``."""

Description = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^<>\n]+$")]


class FrontMatter(Model):
    """What stands above a page's text."""

    title: Title
    description: Description
    hide: tuple[Literal["navigation", "toc", "footer"], ...] = ()


class LessonFrontMatter(FrontMatter):
    """What stands above a lesson's text."""

    objectives: tuple[Text, ...] = Field(min_length=1, max_length=4)


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
    words: int

    @property
    def url(self) -> str:
        """Return the page's address, relative to the site's root."""
        return self.path.removeprefix("docs/").removesuffix(".md").removesuffix("index") + "/" * (
            "index" not in self.path
        )


def read_page(text: str, path: str, model: type[FrontMatter]) -> Page:
    """Return a page; raises ContentError for faulty front matter and for what is no macro call."""
    front_matter: Datafile[FrontMatter]
    front_matter, start = read_front_matter(text, path, model)
    calls = tuple(_calls(text, path))
    prose = _without_calls(text[start:])
    return Page(path, front_matter.model, calls, words(prose))


def _calls(text: str, path: str) -> Iterator[Call]:
    try:
        tree = _jinja.parse(text)
    except TemplateSyntaxError as error:
        message = f"this macro call cannot be read: {error.message}"
        raise ContentError([Problem(path, error.lineno, 1, "", message, _HINT)]) from error
    for output in tree.body:
        for node in getattr(output, "nodes", [output]):
            if not isinstance(node, nodes.TemplateData):
                yield _call(node, text, path)


def _call(node: nodes.Node, text: str, path: str) -> Call:
    line = text.splitlines()[node.lineno - 1]
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
        with suppress(nodes.Impossible):
            arguments = tuple(argument.as_const() for argument in node.args)
            options = {option.key: option.value.as_const() for option in node.kwargs}
            column = line.find(f"{node.node.name}(") + 1
            return Call(node.node.name, arguments, options, node.lineno, max(column, 1))
    column = line.find(DELIMITERS["variable_start_string"]) + 1
    message = "only a macro call with plain values may stand here"
    raise ContentError([Problem(path, node.lineno, max(column, 1), "", message, _HINT)])


def _without_calls(text: str) -> str:
    """Return the text that a reader sees between the macro calls."""
    return "".join(value for _, kind, value in _jinja.lex(text) if kind == "data")
