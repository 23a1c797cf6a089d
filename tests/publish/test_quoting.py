"""Values in the files that servers read: quoted or refused by the template itself, whatever the value is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.publish.quoting import HEADERS, NGINX, headers_word, nginx_word

ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def test_no_template_can_forget_to_quote() -> None:
    assert 'root "a\\"; } ${dollar}x";' == NGINX.from_string("root {{ value }};").render(value='a"; } $x')
    assert 'location "/$x";' == NGINX.from_string("location {{ value | literal }};").render(value="/$x")
    with pytest.raises(ValueError, match="would be read otherwise"):
        HEADERS.from_string("{{ value }}").render(value="/a b")
    with pytest.raises(ValueError, match="lines of text"):
        HEADERS.from_string("  A: {{ value | header }}").render(value="a\n  B: c")


def test_what_is_put_together_in_a_template_is_no_literal_any_more() -> None:
    assert '"$a/"' == NGINX.from_string("{{ (value ~ '/') | literal }}").render(value="$a")
    assert '"${dollar}a/"' == NGINX.from_string("{{ (value | literal) ~ '/' }}").render(value="$a")


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])))
def test_any_line_is_one_word_of_nginx_and_says_the_same(text: str) -> None:
    word = nginx_word(text)

    assert re.fullmatch(r'"(?:[^"\\]|\\.)*"', word)
    assert "$" not in word.replace("${dollar}", "")
    assert text == ESCAPE.sub(r"\1", word[1:-1].replace("${dollar}", "$"))


@pytest.mark.parametrize("text", ["\n", "\r", "\t", "\0", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\udcff"])
def test_what_ends_a_line_or_is_no_text_is_refused(text: str) -> None:
    for word in (nginx_word, headers_word):
        with pytest.raises(ValueError, match="a server is told lines of text"):
            word(f"a{text}b")


@pytest.mark.parametrize("path", ["", "/a b", "/:name", "/#a", '/"', "/$x", "/ü", "/a?b", "/%20", "/a\\b"])
def test_a_path_that_hosts_would_read_otherwise_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="this path would be read otherwise in _headers"):
        headers_word(path)
