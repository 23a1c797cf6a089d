"""Rules for pages: what breaks each, where, and what does not."""

import re

import markdown
import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.rules import NAMES, RULES, broken, listing
from macros.script import Script

HEAD = "---\ntitle: T\n---\n"
"""Three lines: the text begins on line 4."""


def said(text: str, allowed: tuple[str, ...] = ()) -> list[str]:
    return [str(problem).partition("\n")[0] for problem in broken(Script.of(HEAD + text, "docs/a.md"), allowed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('- a\n\n  {! diagram("b") !}', "docs/a.md:6:3: the call of 'diagram' is indented"),
        ('- {! diagram("b") !}', "docs/a.md:4:3: the call of 'diagram' does not begin its line"),
        ('{! diagram("b") !} text', "docs/a.md:4:1: the call of 'diagram' does not end its line"),
        ('text\n{! diagram("b") !}', "docs/a.md:5:1: the call of 'diagram' has no empty line above it"),
        ('{! diagram("b") !}\ntext', "docs/a.md:4:1: the call of 'diagram' has no empty line below it"),
        ("a <b>c</b>", "docs/a.md:4:3: the HTML '<b>' may not stand in a page"),
        ("<script>alert(1)</script>", "docs/a.md:4:1: the HTML '<script>' may not stand in a page"),
        ("a <!-- b -->", "docs/a.md:4:3: the HTML '<!' may not stand in a page"),
        ("a <img src=x onerror=y", "docs/a.md:4:3: the HTML '<img src=x onerror=y' may not stand in a page"),
        ('a <kbd onclick="x">', "docs/a.md:4:3: <kbd> may have no attributes"),
        ("a <svg/onload=x>", "docs/a.md:4:3: the HTML '<svg/onload=x>' may not stand in a page"),
        ("[a](javascript:alert(1))", "docs/a.md:4:5: a link may not begin with 'javascript:'"),
        ("[a](JaVaScRiPt:alert)", "docs/a.md:4:5: a link may not begin with 'JaVaScRiPt:'"),
        ("[a](java&#115;cript&colon;alert)", "docs/a.md:4:5: a link may not begin with 'javascript:'"),
        ("![a](data:text/html,b)", "docs/a.md:4:6: a link may not begin with 'data:'"),
        ("[a][b]\n\n[b]: vbscript:x", "docs/a.md:6:6: a link may not begin with 'vbscript:'"),
        ("<javascript:alert>", "docs/a.md:4:2: a link may not begin with 'javascript:'"),
        ("[a](java\nscript:alert)", "docs/a.md:4:5: a link may not begin with 'javascript:'"),
        ("[a](<java\nscript:alert>)", "docs/a.md:4:6: a link may not begin with 'javascript:'"),
        ("[a](\n javascript:alert)", "docs/a.md:5:2: a link may not begin with 'javascript:'"),
        ("[a](//b.example/)", "docs/a.md:4:5: a link may not begin with '//'"),
        ('--8<-- "sources.yml"', "docs/a.md:4:1: '--8<--' copies a file into the page"),
        ('```\n--8<-- "a.yml"\n```', "docs/a.md:5:1: '--8<--' copies a file into the page"),
        ('A claim. {{ cite("a") }}', "docs/a.md:4:10: '{{ cite(\"a\") }}' looks like a call"),
        ('{ diagram("a") }', "docs/a.md:4:1: '{ diagram(\"a\") }' looks like a call"),
        ('{% quiz("a") %}', "docs/a.md:4:1: '{% quiz(\"a\") %}' looks like a call"),
        ("a { onclick=b }", "docs/a.md:4:3: '{onclick=b}' sets an attribute"),
        ("# a {: style=b }", "docs/a.md:4:5: '{style=b}' sets an attribute"),
        ("a\u202eb", "docs/a.md:4:2: hidden character U+202E"),
        ("a\u200bb", "docs/a.md:4:2: hidden character U+200B"),
        ("The figure below shows it.\n\nText.", "docs/a.md:4:5: 'figure below', but none follows this paragraph"),
        ("See the table below.", "docs/a.md:4:9: 'table below', but none follows this paragraph"),
        ("It is just so.", "docs/a.md:4:7: 'just' promises or belittles"),
        ("One sentence. And another one.", "docs/a.md:4:15: a second sentence on this line"),
    ],
)
def test_a_breach_is_named_with_its_place(text: str, expected: str) -> None:
    assert expected in said(text)


@pytest.mark.parametrize(
    "text",
    [
        'text\n\n{! diagram("b") !}\n\ntext',
        'A claim. {! cite("a") !}',
        "a `<b>` c",
        "```html\n<script>\n```",
        "a < b and c > d, 3 <4",
        "a<br>b <kbd>Ctrl</kbd> H<sub>2</sub>O",
        "<https://a.example/> [a](b.md#c) [a](https://b.example/) [a](mailto:b@c.example)",
        "[a](b.md){ .start } {#id} {: .x }",
        '[a](b.md "note: c") [a](https://b.example/ "c")',
        "`{{ cite('a') }}`",
        "{{ .Values.x }} ${{ a }} `{ a=b }`",
        'The figure below shows it.\n\n{! diagram("a") !}',
        "```\nIt is just so. And another one.\n```",
        "Justice is easygoing.",
        "One sentence.\nAnd another one.",
        "Version 3.12 and e.g. this.",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert [] == said(text)


PIECES = [
    "java",
    "script",
    ":",
    "alert",
    "\n",
    " ",
    "\t",
    "&#10;",
    "&colon;",
    "<",
    ">",
    '"t"',
    "data",
    "/",
    "#",
    "b.md",
    "\\",
]

LINKS = ["[a](%s)", "[a]\n\n[a]: %s", "![a](%s)"]


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(PIECES), max_size=7).map("".join),
    st.sampled_from(LINKS),
)
def test_no_address_that_runs_code_comes_through_the_generators_own_markdown(address: str, link: str) -> None:
    extensions = ["attr_list", "tables", "pymdownx.superfences"]
    html = BeautifulSoup(markdown.markdown(link % address, extensions=extensions), "html.parser")
    addresses = [str(tag.get("href") or tag.get("src")) for tag in html.select("[href], [src]")]
    # What a browser makes of an address: no white space at its ends, no tabs or line ends within.
    code = [one for one in addresses if re.match(r"(?:javascript|data):", re.sub(r"[\t\n\r]", "", one.strip()))]

    assert not code or said(link % address)


def test_every_breach_is_named_in_its_place() -> None:
    assert 3 == len(said("<b>\n<i>\n<u>"))


def test_a_page_may_break_a_rule_that_it_names() -> None:
    assert [] == said("It is just so.", ("plain-words",))
    assert 1 == len(said("It is just <b>so.", ("plain-words",)))


def test_an_allowance_that_is_not_needed_is_a_problem() -> None:
    assert ["docs/a.md:1:1: allow: 'plain-words' is not needed any more"] == said("It is so.", ("plain-words",))


def test_every_rule_has_a_name_a_reason_and_a_tip() -> None:
    assert len({*NAMES}) == len(RULES)
    assert [] == [rule.name for rule in RULES if not (rule.reason.endswith(".") and rule.tip)]


def test_the_listing_has_every_rule() -> None:
    listed = BeautifulSoup(listing(), "html.parser")

    assert [*NAMES] == [name.text for name in listed.select("dt code")]
    assert [f"{rule.reason} So {rule.tip}." for rule in RULES] == [text.text for text in listed.select("dd")]
