"""What macros made is put aside while a page is made, and comes back as it was; no text of an author does."""

from types import SimpleNamespace
from typing import Any

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.faster import on_page_markdown, on_post_page

WHERE: dict[str, Any] = {"page": SimpleNamespace(url="a/"), "config": None, "files": None}
PIECES = ["<div>", "<svg ", "</svg>", "a", "\n", "<i/>", 'id="x"', "put-aside-0", ">"]
TABLE = '<table><tr id="row"><th>Na<b>me</b></th><td><svg><path/><text>T</text></svg>Word &lt;</td></tr></table>'


def made(source: str, after_macros: str) -> tuple[str, str]:
    """Return a page as Markdown sees it, and as it is published."""
    look, put_aside = on_page_markdown.methods
    assert source == look(source, **WHERE)
    seen = put_aside(after_macros, **WHERE)
    return seen, on_post_page(markdown.markdown(seen, extensions=["fenced_code"]), WHERE["page"], WHERE["config"])


def test_markdown_sees_anchors_and_words_and_the_reader_sees_all() -> None:
    text = f"Two tables.\n\n{TABLE}\n\nText.\n\n{TABLE.replace('Word', 'Other')}\n"
    seen, published = made("Two tables.", text)

    assert '<div class="put-aside-0"><i id="row"></i>Name Word &lt;</div>' in seen
    assert "<path" not in seen
    assert markdown.markdown(text) == published


@pytest.mark.parametrize("code", ["```\n<svg onload=x></svg>\n```", "    <svg onload=x></svg>", "<svg onload=x></svg>"])
def test_a_page_whose_author_writes_html_is_left_as_it_is(code: str) -> None:
    text = f"{code}\n\n{TABLE}"
    seen, published = made(code, text)

    assert text == seen or "&lt;svg onload" in published
    assert TABLE in published


def test_an_inline_call_stays_in_its_sentence() -> None:
    seen, published = made("A.", "A <sup>1</sup>.\n")

    assert ("A <sup>1</sup>.\n", "<p>A <sup>1</sup>.</p>") == (seen, published)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    look, put_aside = on_page_markdown.methods
    look("", **WHERE)

    assert text == on_post_page(put_aside(text, **WHERE), WHERE["page"], WHERE["config"])
