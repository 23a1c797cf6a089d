"""Text from data as HTML."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from macros.html.markup import inline, plain, render, words


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a <script>", "a &lt;script&gt;"),
        ("\"&'", "&quot;&amp;'"),
        ("`make tea` and *once*", "<code>make tea</code> and <em>once</em>"),
        ("[Tea](https://tea.example/?a=1)", '<a href="https://tea.example/?a=1">Tea</a>'),
        ("[x](javascript:alert)", "[x](javascript:alert)"),
        ("[x](data:text/html,y)", "[x](data:text/html,y)"),
        ("<b onclick=x>", "&lt;b onclick=x&gt;"),
    ],
)
def test_only_code_emphasis_and_links_are_marked_up(text: str, html: str) -> None:
    assert html == inline(text)


def test_plain_text_has_no_marks() -> None:
    assert "make tea now" == plain("make `tea` *now*")


@pytest.mark.parametrize(
    ("markdown", "count"),
    [
        ("", 0),
        ("One two-part word.", 3),
        ("## A heading\n\n- a list\n- of 3.1 GB", 7),
        ("[a link](https://not.counted/at/all)", 2),
        ("```sh\nmake tea\n```", 2),
        ("it's — a dash", 3),
    ],
)
def test_words_are_those_that_a_reader_sees(markdown: str, count: int) -> None:
    assert count == len(words(markdown))


def test_a_template_comes_out_on_one_line() -> None:
    assert "\n" not in render("problems.html.j2", problems=[])


@pytest.mark.parametrize(
    "address",
    ["javascript:x", "JavaScript:x", "data:x", "vbscript:x", "//a.example", "/a", "file:///a", " javascript:x"],
)
def test_only_addresses_of_the_web_become_links(address: str) -> None:
    assert "<a" not in inline(f"[x]({address})")


@given(text=st.text(max_size=60))
def test_no_text_makes_other_tags_than_those_of_the_small_markup(text: str) -> None:
    tags = {tag.name for tag in BeautifulSoup(f"<p>{inline(text)}</p>", "html.parser").find_all()}

    assert set() == tags - {"p", "code", "em", "strong", "a"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("[Tea](https://tea.example/)", "Tea"), ("**so** & <so>", "so & <so>"), (r"\*as it is\*", "*as it is*")],
)
def test_plain_text_is_what_a_reader_sees(text: str, expected: str) -> None:
    assert expected == plain(text)


@pytest.mark.parametrize(
    ("markdown", "count"),
    [("`make tea -d`", 3), ("1,000 to 2.5", 3), ("state-of-the-art", 1), ("<b>two words</b>", 2), ("- - -", 0)],
)
def test_hyphens_and_points_do_not_part_a_word(markdown: str, count: int) -> None:
    assert count == len(words(markdown))
