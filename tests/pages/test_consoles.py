"""Blocks of commands: what is wrong with one, what readers see of it, and which commands it holds."""

import pytest
from bs4 import BeautifulSoup, Tag

from macros.html.words import speaking
from macros.pages.article import Article
from macros.pages.console import Command, consoles
from macros.pages.finish import finished
from macros.pages.markdown import to_html
from macros.pages.prose import Prose
from macros.pages.styled import needs_styles
from tests.told import said, said_in_full

RIGHT = '```console run="a"\n$ ls\n```'


def block(text: str, said_of_it: str = 'run="a"', language: str = "console") -> str:
    return f"```{language} {said_of_it}".rstrip() + f"\n{text}\n```"


@pytest.mark.parametrize(
    ("info", "expected"),
    [
        ("", "docs/a.md:4:4: nothing says whether the tests run these commands"),
        ('run="a" skip="It is slow."', "docs/a.md:4:4: both run and skip stand here"),
        ('run="a" run="b"', "docs/a.md:4:4: 'run' stands twice"),
        ('run=""', "docs/a.md:4:4: the name of the run is missing"),
        ('run="A b"', "docs/a.md:4:4: 'A b' is no name of a run"),
        ('skip=""', "docs/a.md:4:4: the reason is missing"),
        ("skip='It \"runs\" long.'", "docs/a.md:4:4: '\"' stands in the reason"),
        ('skip="no network"', "docs/a.md:4:4: 'no network' is no sentence"),
        ('skip="Slow."', "docs/a.md:4:4: 'Slow.' is no sentence"),
        ('runs="a"', "docs/a.md:4:4: there is no option 'runs' of a console"),
        ('run="a" title="b"', "docs/a.md:4:4: there is no option 'title' of a console"),
        ("run=a", "docs/a.md:4:4: 'console run=a' cannot be read"),
        ('{run="a"}', "docs/a.md:4:4: 'console {run=\"a\"}' cannot be read"),
    ],
)
def test_what_a_fence_says_of_its_commands_is_told_with_its_place(info: str, expected: str) -> None:
    assert [expected] == said(block("$ ls", info))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ls", "docs/a.md:5:1: this stands above the first command"),
        ("", "docs/a.md:4:4: no command stands in this console"),
        ("$ ls\n$", "docs/a.md:6:1: no command stands behind this prompt"),
        ("$ls", "docs/a.md:5:1: no space stands behind the prompt"),
        ("$ ls\n  $ pwd", "docs/a.md:6:1: spaces stand before the prompt"),
        ("# ls", "docs/a.md:5:1: '#' is the prompt of another shell"),
        ("% ls", "docs/a.md:5:1: '%' is the prompt of another shell"),
        ("ada@box:~/tea$ ls", "docs/a.md:5:1: 'ada@box:~/tea$' is the prompt of another shell"),
        ("[ada@box ~]$ ls", "docs/a.md:5:1: '[ada@box ~]$' is the prompt of another shell"),
        ("sh-5.2$ ls", "docs/a.md:5:1: 'sh-5.2$' is the prompt of another shell"),
        ("$ ls\n/ # ls", "docs/a.md:6:1: '/ #' is the prompt of another shell"),
        ("PS C:\\tea> dir", "docs/a.md:5:1: 'PS C:\\tea>' is the prompt of another shell"),
        ("C:\\tea> dir", "docs/a.md:5:1: 'C:\\tea>' is the prompt of another shell"),
        (">>> print()", "docs/a.md:5:1: '>>>' is the prompt of another shell"),
    ],
)
def test_a_line_that_is_neither_a_command_nor_printed_by_one_is_told(text: str, expected: str) -> None:
    assert [expected] == said(block(text))


@pytest.mark.parametrize("language", ["", "bash", "sh", "shell", "text", "zsh", "powershell"])
def test_prompts_in_a_block_of_another_language_are_told(language: str) -> None:
    named = f"'{language}'" if language else "no language"
    (told,) = said(block("\n$ ls", "", language))

    assert f"commands behind prompts stand in a block of {named}" in told


def test_a_block_that_is_called_a_session_elsewhere_is_told_with_what_to_write() -> None:
    assert [
        (
            "docs/a.md:4:4: commands behind prompts stand in a block of 'shell-session'\n"
            '    hint: write ```console, and write run="name" behind the language, or skip="The reason."'
        )
    ] == said_in_full(block("ls", "", "shell-session"))


@pytest.mark.parametrize(
    "text",
    [
        RIGHT,
        block("$ ls", 'skip="Das geht hier nicht."'),
        block("$ ls", "skip='It says: no.'"),
        block("$ cat list\n# a heading\n50 % of it\n> a quote"),
        block("$ cat <<END\n> a\n>\n> END\na"),
        block("ls", "", "sh"),
        block("price: $ 5", "", "text"),
        f"- a\n\n    {RIGHT.replace(chr(10), chr(10) + '    ')}",
        f"> {RIGHT.replace(chr(10), chr(10) + '> ')}",
        f"````md\n{block('$ ls', '')}\n````",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert [] == said(text)


def test_a_fence_that_cannot_be_read_is_told_once_however_its_lines_look_to_markdown() -> None:
    assert 1 == len(said(f"{block('$ ls', 'run=a')}\n\nIt goes on."))


def test_a_page_may_leave_a_block_without_a_mark_for_a_reason() -> None:
    assert [] == said(block("$ ls", ""), ("commands",))


def commands_in(text: str) -> list[Command]:
    return [command for one in consoles(Prose(text)) for command in one.commands]


def test_a_command_has_its_further_lines_and_what_stands_below_it() -> None:
    text = "\n" + block("$ cat <<END\n> a\n>\n> END\na\n\n> b\n\n$ ls")

    assert [Command("cat <<END\na\n\nEND", ("a", "", "> b"), 3), Command("ls", (), 11)] == commands_in(text)


def test_commands_in_a_list_or_a_quotation_are_those_that_readers_see() -> None:
    inside = RIGHT.replace("\n", "\n    ")
    quoted = RIGHT.replace("\n", "\n> ")

    found = commands_in(f"- a\n\n    {inside}\n\n> {quoted}")

    assert [("ls", 4), ("ls", 8)] == [(one.text, one.line) for one in found]


def shown(text: str, language: str = "en") -> Tag:
    with speaking(language):
        html = finished(Article(to_html(text)).cleaned, "T", lambda _: None)
    figure = BeautifulSoup(html, "html.parser").figure
    assert figure
    return figure


def test_readers_see_what_is_typed_apart_from_what_is_printed() -> None:
    figure = shown(block("$ cat <b\n> c\na & b\n$ ls"))
    parts = [(part["class"], part.get_text()) for part in figure.select("span[class]")]

    assert [
        (["console__command"], "$ cat <b\n> c\n"),
        (["console__prompt"], "$ "),
        (["console__prompt"], "> "),
        (["console__output"], "a & b\n"),
        (["console__command"], "$ ls\n"),
        (["console__prompt"], "$ "),
        (["console__told"], "Run by the tests of this course."),
    ] == parts


def test_readers_are_told_why_a_command_is_not_run() -> None:
    figure = shown(block("$ ls", 'skip="It has <b>no</b> network."'))

    assert "Not run by the tests: It has <b>no</b> network." == figure.select_one("figcaption").get_text()  # type: ignore[union-attr]


def test_the_words_of_the_buttons_are_those_of_the_course() -> None:
    assert "Kopieren" == shown(RIGHT, "de")["data-copy"]


def test_a_console_needs_no_styles_that_few_pages_load() -> None:
    assert not needs_styles(str(shown(RIGHT)))


@pytest.mark.parametrize("text", ["/// caption\n    attrs: {class: run}\na\n///", "a\n{: .console }"])
def test_nobody_can_say_that_something_else_was_run(text: str) -> None:
    assert "Run by the tests" not in str(
        finished(Article(to_html(f"{block('a', '', 'text')}\n\n{text}")).cleaned, "T", lambda _: None)
    )
    assert any("class" in problem for problem in said(f"{block('a', '', 'text')}\n\n{text}"))
