"""What macros made is put aside while a page is made, and comes back as it was; no text of an author does."""

from types import SimpleNamespace
from typing import Any

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.put_aside import on_page_content, on_page_markdown, on_post_page

PIECES = ["<div>", "<svg ", "</svg>", "a", "\n", "<i/>", 'id="x"', "put-aside-0", ">"]
TABLE = '<table><tr id="row"><th>Na<b>me</b></th><td><svg><path/><text>T</text></svg>Word &lt;</td></tr></table>'


def where() -> dict[str, Any]:
    """Return what a hook is given beside the text: a page of which the text has one anchor."""
    page = SimpleNamespace(url="a/", present_anchor_ids={"of-the-text"})
    return {"page": page, "config": None, "files": None}


def made(source: str, after_macros: str, hook: dict[str, Any] | None = None) -> tuple[str, str, str]:
    """Return a page as Markdown sees it, as the search does, and as it is published."""
    hook = hook or where()
    look, put_aside = on_page_markdown.methods
    assert source == look(source, **hook)
    seen = put_aside(after_macros, **hook)
    content = on_page_content(markdown.markdown(seen, extensions=["fenced_code"]), **hook)
    return seen, content, on_post_page(content, hook["page"], hook["config"])


def test_markdown_sees_no_words_the_search_sees_words_and_the_reader_sees_all() -> None:
    hook = where()
    text = f"Two tables.\n\n{TABLE}\n\nText.\n\n{TABLE.replace('Word', 'Other')}\n"
    seen, content, published = made("Two tables.", text, hook)

    assert 'Two tables.\n\n<div class="put-aside-0"></div>\n' in seen
    assert '<div class="put-aside-0">Name Word &lt;</div>' in content
    assert "<path" not in content
    assert markdown.markdown(text) == published
    assert {"of-the-text", "row"} == hook["page"].present_anchor_ids


@pytest.mark.parametrize("code", ["```\n<svg onload=x></svg>\n```", "    <svg onload=x></svg>", "<svg onload=x></svg>"])
def test_a_page_whose_author_writes_html_is_left_as_it_is(code: str) -> None:
    text = f"{code}\n\n{TABLE}"
    seen, _, published = made(code, text)

    assert text == seen or "&lt;svg onload" in published
    assert TABLE in published


def test_an_inline_call_stays_in_its_sentence() -> None:
    seen, _, published = made("A.", "A <sup>1</sup>.\n")

    assert ("A <sup>1</sup>.\n", "<p>A <sup>1</sup>.</p>") == (seen, published)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    hook = where()
    look, put_aside = on_page_markdown.methods
    look("", **hook)

    content = on_page_content(put_aside(text, **hook), **hook)

    assert text == on_post_page(content, hook["page"], hook["config"])
