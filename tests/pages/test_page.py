"""Pages: front matter, words and calls."""

import json

import pytest
from mkdocs.utils.meta import get_data

from macros.pages.call import Call, unescaped
from macros.pages.page import FrontMatter, LessonFrontMatter, Page
from macros.pages.written import read_page

HEAD = "---\ntitle: T\ndescription: D\n---\n"


def page(text: str, path: str = "docs/a.md") -> Page:
    read, _, problems = read_page(text, path, FrontMatter)

    assert () == problems
    assert read
    return read


def said(text: str, model: type[FrontMatter] = FrontMatter) -> list[str]:
    read, _, problems = read_page(text, "docs/a.md", model)

    assert bool(read) != bool(problems)
    return [str(problem) for problem in problems]


def test_a_call_knows_its_arguments_and_its_place() -> None:
    call = '{! comparison("a", key=true) !}'

    assert (Call("comparison", ("a",), {"key": True}, 6, 4, call),) == page(f"{HEAD}Text\n{call}\n").calls


def test_calls_are_no_prose() -> None:
    assert "two  words" == page(HEAD + 'two {! cite("a") !} words').prose


@pytest.mark.parametrize("text", ["{{.Names}}", "{{ .Values.x }}", "${{ secrets.A }}", "{% raw %}", "{#id}", "{: .x }"])
def test_braces_of_other_templates_are_text(text: str) -> None:
    assert () == page(HEAD + text).calls


@pytest.mark.parametrize(
    "text",
    [
        "{! 1 + 1 !}",
        "{! a.b() !}",
        "{! f(x) !}",
        "{!% for a in b %!}",
        "{!# a #!}",
        "{!- f() !}",
        "{! f() -!}",
        "{! f( !}",
    ],
)
def test_what_is_no_plain_call_is_refused_with_its_line(text: str) -> None:
    assert ["docs/a.md:5"] == [one[:11] for one in said(HEAD + text)]


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
    assert url == page(HEAD, path).url


def test_each_call_of_a_line_has_its_own_column() -> None:
    calls = page(HEAD + '{! f("x", 2, k=true) !} and {!g()!}').calls

    assert [("f", ("x", 2), {"k": True}, 4), ("g", (), {}, 31)] == [
        (call.name, call.arguments, call.options, call.column) for call in calls
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\n{! 1 + !}", "docs/a.md:6:1: this macro call cannot be read"),
        ("a\n  {! x.y() !}", "docs/a.md:6:3: only a macro call with plain values may stand here"),
        ("{! f()|safe !}", "docs/a.md:5:1: only a macro call"),
        ("{! f(g()) !}", "docs/a.md:5:1: only a macro call"),
        ("{!% set a = 1 %!}", "docs/a.md:5:1: only a macro call"),
        ("{!% include 'x' %!}", "docs/a.md:5:1: only a macro call"),
        ("{!% nosuch %!}", "docs/a.md:5:1: only a macro call"),
    ],
)
def test_what_is_refused_has_its_place_and_a_hint(text: str, message: str) -> None:
    (told,) = said(HEAD + text)

    assert told.startswith(message)
    assert r'hint: write {! name("argument") !} on one line, or {\! and \!} to show' in told


def test_delimiters_that_are_escaped_are_text() -> None:
    assert [] == said(HEAD + "`${\\!name}` {\\! a \\!}\n\n```sh\necho ${\\!name}\n```\n")
    assert "`${!name}` {! a !}" == unescaped(r"`${\!name}` {\! a \!}")


def test_front_matter_is_no_prose() -> None:
    assert "## One" == page(HEAD + "## One").prose


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
    assert [place] == [one.partition("\n")[0] for one in said(HEAD + text)]


def test_faults_of_the_front_matter_and_of_calls_are_reported_together() -> None:
    told = said(HEAD.replace("title", "titel") + "{! 1 !} {! 2 !}\n{! 3 !}")

    assert ["2:1:", "5:1:", "5:9:", "6:1:"] == [one.removeprefix("docs/a.md:")[:4] for one in told]


def test_an_allowance_names_a_rule_that_exists() -> None:
    head = HEAD.replace("---\n", "", 1).replace("---\n", "allow: [{rule: plain-wrods, because: B}]\n---\n")
    (told,) = said("---\n" + head)

    assert told.endswith("there is no rule 'plain-wrods'\n    hint: did you mean 'plain-words'?")


@pytest.mark.parametrize("title", ["</title><script>", "a > b", "x" * 81, "''", "a {! f() !}"])
def test_a_title_that_would_break_the_head_of_a_page_is_refused(title: str) -> None:
    (told,) = said(f"---\ntitle: {title}\ndescription: D\n---\n")

    assert told.startswith("docs/a.md:2:1: title: ")


def test_a_lesson_needs_objectives() -> None:
    (told,) = said(HEAD, LessonFrontMatter)

    assert "objectives: is missing" in told


def test_the_same_macro_twice_on_a_line_has_two_columns() -> None:
    calls = page(HEAD + '{! f("x") !} {!  f ("y") !}').calls

    assert [4, 18] == [call.column for call in calls]


def test_a_call_that_is_nested_too_deeply_is_a_problem() -> None:
    depth = 4_900

    assert "nested too deeply" in said(HEAD + "{! f(" + "(" * depth + ")" * depth + ") !}")[0]


def test_a_number_without_end_is_a_problem() -> None:
    assert "has a number that is too long" in said(HEAD + "{! f(" + "9" * 5_000 + ") !}")[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a" * 50_001, "docs/a.md:1:1: has more than 50,000 characters\n    hint: make two pages of it"),
        ("a\n\n" + "b" * 10_001, "docs/a.md:7:1: has more than 10,000 characters without an empty line"),
        ("\n" + "[" * 201, "docs/a.md:6:1: has more than 200 '[' without an empty line"),
        ("<a \n\n" * 1_001, "docs/a.md:1:1: has more than 1,000 '<'"),
        ("# a\n\n" * 302, "docs/a.md:1:1: has more than 300 '#'"),
        ("a\n=\n\n" * 101, "docs/a.md:1:1: has more than 100 '='"),
        ("/// note\na\n///\n\n" * 51, "docs/a.md:1:1: has more than 100 '///'"),
        ("{!" * 500_000, "docs/a.md:1:1: has more than 50,000 characters"),
    ],
)
def test_what_markdown_would_read_for_minutes_is_not_read(text: str, expected: str) -> None:
    (told,) = said(HEAD + text)

    assert told.startswith(expected)
    assert "" == read_page(HEAD + text, "docs/a.md", FrontMatter)[1].text


def test_hidden_characters_are_told_and_not_handed_on() -> None:
    _, written, problems = read_page(HEAD + "a\u202eb\n\ue0000\ue002", "docs/a.md", FrontMatter)

    assert ["U+202E", "U+E000", "U+E002"] == [problem.message.rpartition(" ")[2] for problem in problems]
    assert "a b\n 0 " == written.text


@pytest.mark.parametrize("value", ["no", "1:30", "2026-11-23", "1_000", ".NaN", "0x1F", "yes", "a: b", "é 😀 \\n"])
def test_the_generator_reads_the_values_that_the_check_has_read(value: str) -> None:
    head = f"---\ntitle: {json.dumps(value, ensure_ascii=False)}\ndescription: D\n---\ntext\n---\nmore"
    _, written, _ = read_page(head, "docs/a.md", FrontMatter)

    assert ("text\n---\nmore", {"title": value, "description": "D"}) == get_data(written.source(()))


@pytest.mark.parametrize("text", ["title: a", "---\ntitle: a\n", "---\n- a\n---\n", "---\ntitle: [\n---\ntitle: b"])
def test_the_generator_reads_no_values_that_the_check_has_refused(text: str) -> None:
    assert {} == get_data(read_page(text, "docs/a.md", FrontMatter)[1].source(()))[1]


def test_characters_that_end_a_line_elsewhere_do_not_shift_the_lines() -> None:
    _, written, _ = read_page(HEAD + "a\x85b\x0cc\u2028\n{! f() !}", "docs/a.md", FrontMatter)

    assert [6] == [call.line for call in written.calls.values()]
