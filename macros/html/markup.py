"""Text from data files as HTML: escaped, with a small inline Markdown, on one line."""

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup
from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from macros.html import words as spoken
from macros.html.compiled import kept_templates, unfolded
from macros.html.no_break import unbroken

Cite = Callable[[tuple[str, ...]], str]
"""Gives the links to sources by their ids."""

CiteIn = Callable[[tuple[str, ...], str], str]
"""The same, for the row of a table by its id."""

_ADDRESS = re.compile(r"https://\S+")
_WORD = re.compile(r"[^\W_]+(?:[-\u2019'.,][^\W_]+)*")
_BETWEEN_TAGS = re.compile(r">\s*\n\s*<")
_LINE_END = re.compile(r"\s*\n\s*")

_prose = MarkdownIt()
_inline = MarkdownIt("zero").enable(["backticks", "emphasis", "escape", "link"])
_inline.validateLink = lambda url: bool(_ADDRESS.fullmatch(url))  # type: ignore[method-assign]


@lru_cache(maxsize=4096)
def inline(text: str) -> Markup:
    """Return text with its code, emphasis and links to https:// as HTML; all else comes out as text."""
    return Markup(unbroken(_inline.renderInline(" ".join(text.splitlines()))))  # noqa: S704 - html is off, so the renderer has escaped it


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return text without the marks of its inline Markdown."""
    return "".join(_texts(_inline.parseInline(text)))


def _name(text: str) -> str:
    """Return a text that can stand within a link: it has words, and no link of its own."""
    if "<a " in inline(text):
        raise PydanticCustomError("linked", "holds a link, and stands in one itself")
    if not plain(text).strip():
        raise PydanticCustomError("empty", "has no words")
    return text


Name = Annotated[str, Field(min_length=1, max_length=600), AfterValidator(_name)]
Head = Annotated[str, Field(min_length=1, max_length=24), AfterValidator(_name)]
"""A name that fits into one line of a chart, however wide its letters are."""


@lru_cache(maxsize=4096)
def words(markdown: str) -> tuple[str, ...]:
    """Return the words that a reader sees, those of headings and code included."""
    return tuple(word for text in _texts(_prose.parse(markdown)) for word in _WORD.findall(text))


def render(template: str, **values: Any) -> str:
    """Return a template of ``macros/templates`` as one line of HTML, which no list or admonition can tear."""
    return _LINE_END.sub(" ", _BETWEEN_TAGS.sub("><", filled(template, **values))).strip()


def filled(template: str, **values: Any) -> str:
    """Return a template with its values and all its lines, as a file of its own has them."""
    return _templates.get_template(template).render(values)


def _texts(tokens: list[Token]) -> list[str]:
    return [
        leaf.content
        for token in tokens
        for leaf in (token.children or [token])
        if leaf.type in {"text", "code_inline", "fence", "code_block"}
    ]


_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    bytecode_cache=kept_templates(),
)
spoken.install(_templates)
_templates.globals.update(language=spoken.code, day=spoken.day)
_templates.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
_templates.filters["inline"] = unfolded(inline)
_templates.filters["plain"] = unfolded(plain)
_templates.filters["numeral"] = unfolded(lambda count: spoken.numeral(f"{count:,}"))
