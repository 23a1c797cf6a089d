"""Drawings that are put aside while a page is made come back as they were, and no text becomes a drawing."""

from types import SimpleNamespace
from typing import Any

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.faster import on_page_markdown, on_post_page

WHERE: dict[str, Any] = {"page": SimpleNamespace(url="a/"), "config": None, "files": None}
PIECES = ["<svg>", "<svg ", "</svg>", "a", "\n", "<svg/>", "put-aside-0"]
DRAWING = '<figure><svg class="dg"><svg viewBox="0 0 1 1"><path d="M0 0"/></svg><title>T</title></svg></figure>'


def made(source: str, after_macros: str) -> tuple[str, str]:
    """Return a page as Markdown sees it, and as it is published."""
    look, put_aside = on_page_markdown.methods
    assert source == look(source, **WHERE)
    seen = put_aside(after_macros, **WHERE)
    return seen, on_post_page(markdown.markdown(seen, extensions=["fenced_code"]), WHERE["page"], WHERE["config"])


def test_markdown_does_not_see_the_shapes_and_the_reader_does() -> None:
    text = f"Two drawings.\n\n{DRAWING}\n\nText.\n\n{DRAWING.replace('T', 'U')}\n"
    seen, published = made("Two drawings.", text)

    assert "<path" not in seen
    assert markdown.markdown(text) == published


@pytest.mark.parametrize("code", ["```\n<svg onload=x></svg>\n```", "`<svg onload=x></svg>`"])
def test_a_drawing_in_code_stays_code(code: str) -> None:
    text = f"{code}\n\n{DRAWING}"
    _, published = made(code, text)

    assert "&lt;svg onload" in published
    assert "<svg onload" not in published
    assert DRAWING in published


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    look, put_aside = on_page_markdown.methods
    look("", **WHERE)

    assert text == on_post_page(put_aside(text, **WHERE), WHERE["page"], WHERE["config"])
