"""What Markdown joins, parts or makes a heading of, and white space: each is named, and nothing else is."""

import pytest

from tests.told import said, said_in_full


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Text:\n- a\n- b", "5:1: a list directly below text is shown as text"),
        ("Text:\n1. a\n2. b", "5:1: a list directly below text is shown as text"),
        ("- a\n1. b", "5:1: a list directly below a list of another kind is joined to it"),
        ("Text\n```sh\nls\n```", "5:1: a block of code stands directly below something else"),
        ("```sh\nls\n```\nText", "7:1: text stands directly below a block of code"),
        ("Text\n## Title", "5:1: a heading stands directly below something else"),
        ("## Title\nText", "5:1: text stands directly below a heading"),
        ("Text\n!!! note\n    Text", "5:1: a note stands directly below something else"),
        ("Text\n| a |\n|---|\n| b |", "5:1: a table stands directly below something else"),
        ("| a |\n|---|\n| b |\nText", "7:1: text directly below a table becomes a row of it"),
        ("Text\n\n    code\n    more", "6:1: what is indented here is shown as code"),
        ("- a\n\n    Term\n    :   Meaning\n\n        More.", "9:1: what is indented here is shown as code"),
        ("- a\n  - b\n  - c\n- d\n  - e", "5:3: this list item is indented by 2 spaces"),
        ("1. a\n   - b", "5:4: this list item is indented by 3 spaces"),
        ("- a\n\n  More.", "6:3: this does not belong to the list above"),
        ("1. a\n\n   ```sh\n   ls\n   ```", "6:4: this does not belong to the list above"),
        ("!!! note\n    a\ntext", "6:1: text stands directly below what is indented"),
        ("- a\n\n    !!! note\n        b\n    text", "8:5: text stands directly below what is indented"),
        ("1. a\n3. b\n4. c", "5:1: readers see '2.' here"),
        ("1. a\n2. b\n2. c\n3. d", "6:1: readers see '3.' here"),
        ("- a\n\n    1. b\n    3. c\n\n- d", "7:5: readers see '2.' here"),
        ("# Title", "4:1: a heading of level 1 takes the place of the page's title"),
        ("#tag", "4:1: a '#' at the beginning of a line makes a heading"),
        ("##Title", "4:1: a heading needs one space behind its signs"),
        ("##  Title", "4:1: a heading needs one space behind its signs"),
        ("##", "4:1: a heading has no words"),
        ("### Title", "4:1: '###' leaves out a level"),
        ("## A\n\n#### B", "6:1: '####' leaves out a level"),
        ("## A title:", "4:1: a heading does not end with ':'"),
        ("Title\n---", "5:1: '---' makes a heading of the line above"),
        ("**A title**\n\nText", "4:1: a paragraph in bold is no heading for those who do not see it"),
        ("Text ", "4:5: a line ends with a space"),
        ("Text  \nText", "4:5: a line ends with spaces"),
        ("Text\n\n\nText", "6:1: several empty lines"),
        ("A\ttab", "4:2: a tab"),
        ("See https://a.example/b.", "4:5: 'https://a.example/b' is no link"),
        ("[](b.md)", "4:1: this link has no words"),
        ("[^1]: A note.", "4:1: nothing on this page uses '[^1]'"),
        ("*[CPU]: A processor", "4:1: nothing on this page uses '*[CPU]'"),
        ("[a]: b.md", "4:1: nothing on this page uses '[a]'"),
    ],
)
def test_what_becomes_something_else_is_named_with_its_place(text: str, message: str) -> None:
    assert [f"docs/a.md:{message}"] == said(text)


@pytest.mark.parametrize(
    "text",
    [
        "- a\n  goes on\n- b\n\n    More.\n\n    - c\n        - d\n\n    ```sh\n    ls\n    ```\n\n- e",
        "1. a\n2. b\n    - c\n\nText\n\n- d\n\n1. e",
        "1. a\n1. b\n\n    1. c\n    2. d\n\n1. e\n\nText\n\n4. f\n5. g\n\n- h\n\n1. i",
        "!!! note\n    a\n\nText",
        "/// details | T\n    type: tip\n    open: true\nText\n///",
        "- a\n\n* * *\n\n---\n\nText",
        "!!! note\n    - a\n      goes on\n    - b",
        "!!! note\n\n    Text\n\n    - a\n        - b\n\n    ```sh\n    ls\n    ```\n\nText",
        "> Text\n> more\n>\n> - a\n\nText",
        "## A\n\n### B\n\n## C#\n\n**Bold.**\nText\n\n**Bold:**\n\n**Bold** text",
        "```make\na:\n\tb\n\n\nc\n```",
        "A[^1] claim.\n\n[^1]:\n    A note.\n\n    More of it.",
        "Term\n:   What it is\n\n    More of it.",
        "[https://a.example](https://a.example) <https://a.example> `https://a.example`",
        "See [a][a] and [b].\n\n[a]: https://a.example/\n[b]:\n    https://b.example/",
        "See [a\nlong name].\n\n[a long name]: c.md",
        "The CPU.\n\n*[CPU]: see https://a.example/",
        "The scheme https:// and a - b\n-5 degrees",
        "",
    ],
)
def test_what_is_well_laid_out_is_left_alone(text: str) -> None:
    assert [] == said(text)


@pytest.mark.parametrize("text", ["", "Text", "Text\n", "Text\n\n\n"])
def test_how_a_page_ends_is_nobodys_fault(text: str) -> None:
    assert [] == said_in_full(text)
