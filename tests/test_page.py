"""Pages: front matter, words and calls."""

import pytest

from macros.errors import ContentError
from macros.page import Call, FrontMatter, read_page

HEAD = "---\ntitle: T\ndescription: D\n---\n"


def test_a_call_knows_its_arguments_and_its_place() -> None:
    page = read_page(HEAD + 'Text\n{! comparison("a", key=true) !}\n', "docs/a.md", FrontMatter)

    assert (Call("comparison", ("a",), {"key": True}, 6, 4),) == page.calls


def test_calls_are_not_words() -> None:
    assert 2 == read_page(HEAD + 'two {! cite("a") !} words', "docs/a.md", FrontMatter).words


@pytest.mark.parametrize("text", ["{{.Names}}", "{{ .Values.x }}", "${{ secrets.A }}", "{% raw %}", "{#id}", "{: .x }"])
def test_braces_of_docker_helm_and_github_are_text(text: str) -> None:
    assert () == read_page(HEAD + text, "docs/a.md", FrontMatter).calls


@pytest.mark.parametrize(
    "text", ["{! 1 + 1 !}", "{! a.b() !}", "{! f(x) !}", "{!% for a in b %!}{!% endfor %!}", "{! f( !}"]
)
def test_what_is_no_plain_call_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(ContentError) as caught:
        read_page(HEAD + text, "docs/a.md", FrontMatter)

    assert [5] == [problem.line for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("path", "url"), [("docs/index.md", ""), ("docs/about.md", "about/"), ("docs/lessons/01-a.md", "lessons/01-a/")]
)
def test_the_address_of_a_page_follows_from_its_path(path: str, url: str) -> None:
    assert url == read_page(HEAD, path, FrontMatter).url
