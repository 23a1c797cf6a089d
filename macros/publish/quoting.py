"""Templates of the files that servers read: each value that enters one is quoted for its format, or refused.

Jinja's ``finalize`` does it to whatever an expression of a template gives, so that no template can forget it.
A filter says where a format takes more than it takes everywhere.
"""

import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_NO_LINE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What would end a line or a header, and what stands for bytes that are no text."""

_ADDRESS = re.compile(r"[A-Za-z0-9/._*-]+")
"""Paths that need no escape, with the star that ends a rule."""


class Literal(str):
    """A text that nginx takes as it is: a dollar begins no variable there."""

    __slots__ = ()


class HeaderText(str):
    """A name or a value of a header, which may be any text of one line."""

    __slots__ = ()


def nginx_word(value: object) -> str:
    """Return a value as one word of nginx's configuration; raises ValueError for what is no text of one line.

    A dollar would begin a variable, and there is no escape for it: the variable of that name, which holds one, is put
    in its place.
    """
    text = _line(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"' if isinstance(value, Literal) else f'"{text.replace("$", "${dollar}")}"'


def headers_word(value: object) -> str:
    """Return a value as a part of a ``_headers`` file; raises ValueError for a path that hosts would read otherwise."""
    text = _line(value)
    if not isinstance(value, HeaderText) and not _ADDRESS.fullmatch(text):
        raise ValueError(f"{text!r}: this path would be read otherwise in _headers")
    return text


def _line(value: object) -> str:
    text = str(value)
    if _NO_LINE.search(text):
        raise ValueError(f"{text!r}: a server is told lines of text, and this is none")
    return text


def _environment(word: Callable[[object], str]) -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=False,  # noqa: S701 - no file is HTML: finalize quotes for its own format
        finalize=word,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


NGINX = _environment(nginx_word)
NGINX.filters["literal"] = Literal
HEADERS = _environment(headers_word)
HEADERS.filters["header"] = HeaderText
