"""Pages: front matter, words and calls."""

import pytest

from macros.call import Call
from macros.errors import ContentError
from macros.page import FrontMatter, LessonFrontMatter, read_page

HEAD = "---\ntitle: T\ndescription: D\n---\n"


def test_a_call_knows_its_arguments_and_its_place() -> None:
    page = read_page(HEAD + 'Text\n{! comparison("a", key=true) !}\n', "docs/a.md", FrontMatter)

    assert (Call("comparison", ("a",), {"key": True}, 6, 4),) == page.calls


def test_calls_are_no_prose() -> None:
    assert "two  words" == read_page(HEAD + 'two {! cite("a") !} words', "docs/a.md", FrontMatter).prose


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
    ("path", "url"),
    [
        ("docs/index.md", ""),
        ("docs/about.md", "about/"),
        ("docs/lessons/01-a.md", "lessons/01-a/"),
        ("docs/01-index-cards.md", "01-index-cards/"),
        ("docs/lab/index.md", "lab/"),
    ],
)
def test_the_address_of_a_page_follows_from_its_path(path: str, url: str) -> None:
    assert url == read_page(HEAD, path, FrontMatter).url


def test_each_call_of_a_line_has_its_own_column() -> None:
    calls = read_page(HEAD + '{! f("x", 2, k=true) !} and {!g()!}', "docs/a.md", FrontMatter).calls

    assert (Call("f", ("x", 2), {"k": True}, 5, 4), Call("g", (), {}, 5, 31)) == calls


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\n{! 1 + !}", "docs/a.md:6:1: this macro call cannot be read"),
        ("a\n  {! x.y() !}", "docs/a.md:6:3: only a macro call with plain values may stand here"),
        ("{! f()|safe !}", "docs/a.md:5:1: only a macro call"),
        ("{! f(g()) !}", "docs/a.md:5:1: only a macro call"),
        ("{!% set a = 1 %!}", "docs/a.md:5:1: only a macro call"),
        ("{!% include 'x' %!}", "docs/a.md:5:1: only a macro call"),
        ("{!% nosuch %!}", "docs/a.md:5:1: this macro call cannot be read"),
    ],
)
def test_what_is_refused_has_its_place_and_a_hint(text: str, message: str) -> None:
    with pytest.raises(ContentError) as caught:
        read_page(HEAD + text, "docs/a.md", FrontMatter)

    assert str(caught.value).startswith(message)
    assert str(caught.value).endswith('hint: write {! name("argument") !}')


def test_front_matter_and_remarks_are_no_prose() -> None:
    assert "## One\n\ntwo" == read_page(HEAD + "## One\n\n{!# not these words #!}two", "docs/a.md", FrontMatter).prose


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a {! diagram("b")', "docs/a.md:5:3: '{!' opens a macro call that does not end"),
        ('a\n{! diagram("b"\n\n{! f() !}', "docs/a.md:6:1: '{!' opens a macro call that does not end"),
        ('a diagram("b") !}', "docs/a.md:5:16: '!}' ends a macro call that does not begin"),
        ("{! f() !} !}", "docs/a.md:5:11: '!}' ends a macro call that does not begin"),
    ],
)
def test_a_delimiter_without_its_partner_has_its_place(text: str, place: str) -> None:
    with pytest.raises(ContentError) as caught:
        read_page(HEAD + text, "docs/a.md", FrontMatter)

    assert [place] == [str(problem).partition("\n")[0] for problem in caught.value.problems]


def test_faults_of_the_front_matter_and_of_calls_are_reported_together() -> None:
    with pytest.raises(ContentError) as caught:
        read_page(HEAD.replace("title", "titel") + "{! 1 !} {! 2 !}\n{! 3 !}", "docs/a.md", FrontMatter)

    assert [(2, 1), (5, 1), (5, 9), (6, 1)] == [(problem.line, problem.column) for problem in caught.value.problems]


def test_an_allowance_names_a_rule_that_exists() -> None:
    head = HEAD.replace("---\n", "", 1).replace("---\n", "allow: [{rule: plain-wrods, because: B}]\n---\n")
    with pytest.raises(ContentError, match="there is no rule 'plain-wrods'\n    hint: did you mean 'plain-words'"):
        read_page("---\n" + head, "docs/a.md", FrontMatter)


@pytest.mark.parametrize("title", ["</title><script>", "a > b", "x" * 81, "''"])
def test_a_title_that_would_break_the_head_of_a_page_is_refused(title: str) -> None:
    with pytest.raises(ContentError, match=r"docs/a\.md:2:1: title: "):
        read_page(f"---\ntitle: {title}\ndescription: D\n---\n", "docs/a.md", FrontMatter)


def test_a_lesson_needs_objectives() -> None:
    with pytest.raises(ContentError, match="objectives: is missing"):
        read_page(HEAD, "docs/a.md", LessonFrontMatter)


def test_the_same_macro_twice_on_a_line_has_two_columns() -> None:
    calls = read_page(HEAD + '{! f("x") !} {!- f ("y") !}', "docs/a.md", FrontMatter).calls

    assert [4, 18] == [call.column for call in calls]


def test_a_call_that_is_nested_too_deeply_is_a_problem() -> None:
    with pytest.raises(ContentError, match="nested too deeply"):
        read_page(HEAD + "{! f(" + "(" * 20_000 + " !}", "docs/a.md", FrontMatter)


def test_characters_that_end_a_line_elsewhere_do_not_shift_the_lines() -> None:
    assert 6 == read_page(HEAD + "a\x85b\x0cc\u2028\n{! f() !}", "docs/a.md", FrontMatter).calls[0].line
