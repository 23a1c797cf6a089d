"""Rules for pages: what breaks each, where, and what does not."""

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.pages.markdown import to_html
from macros.pages.rules import FIXED, NAMES, RULES, listing
from tests.told import said, said_in_full


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('- {! diagram("b") !}', "docs/a.md:4:6: the call of 'diagram' does not stand by itself"),
        ('{! diagram("b") !} text', "docs/a.md:4:4: the call of 'diagram' does not stand by itself"),
        ('text\n{! diagram("b") !}', "docs/a.md:5:4: the call of 'diagram' does not stand by itself"),
        ('{! diagram("b") !}\ntext', "docs/a.md:4:4: the call of 'diagram' does not stand by itself"),
        ("a <b>c</b>", "docs/a.md:4:3: <b> may not stand in a page"),
        ("<script>alert(1)</script>", "docs/a.md:4:1: <script> may not stand in a page"),
        ("a <!-- b -->", "docs/a.md:4:3: a remark, '<!--', may not stand in a page"),
        ('a <kbd onclick="x">', "docs/a.md:4:8: 'onclick' may not be set on <kbd>"),
        ("a <svg/onload=x>", "docs/a.md:4:3: <svg> may not stand in a page"),
        ("[a](http://b.example/c)", "docs/a.md:4:5: a link may not begin with 'http:'"),
        ("<http://b.example/c>", "docs/a.md:4:2: a link may not begin with 'http:'"),
        ("[a](javascript:alert(1))", "docs/a.md:4:5: a link may not begin with 'javascript:'"),
        ("[a](JaVaScRiPt:alert)", "docs/a.md:4:5: a link may not begin with 'JaVaScRiPt:'"),
        ("[a](java&#115;cript&colon;alert)", "docs/a.md:4:1: a link may not begin with 'javascript:'"),
        ("![a](data:text/html,b)", "docs/a.md:4:6: the address of an image may not begin with 'data:'"),
        ("[a][b]\n\n[b]: vbscript:x", "docs/a.md:6:6: a link may not begin with 'vbscript:'"),
        ("<javascript:alert>", "docs/a.md:4:1: <javascript:alert> may not stand in a page"),
        ("[a](java\nscript:alert)", "docs/a.md:5:1: a link may not begin with 'javascript:'"),
        ("[a](<java\nscript:alert>)", "docs/a.md:5:1: a link may not begin with 'javascript:'"),
        ("[a](\n javascript:alert)", "docs/a.md:5:2: a link may not begin with 'javascript:'"),
        ("[a](//b.example/)", "docs/a.md:4:5: a link may not begin with '//'"),
        ('A claim. {{ cite("a") }}', "docs/a.md:4:10: '{{ cite(\"a\") }}' looks like a call"),
        ('{ diagram("a") }', "docs/a.md:4:1: '{ diagram(\"a\") }' looks like a call"),
        ('{% quiz("a") %}', "docs/a.md:4:1: '{% quiz(\"a\") %}' looks like a call"),
        ("# a {: style=b }", "docs/a.md:4:8: 'style' may not be set on <h1>"),
        ('a\n{: title="}" onclick="b" }', "docs/a.md:5:14: 'onclick' may not be set on <p>"),
        ("- a\n\n      <img src=b onerror=c>", "docs/a.md:6:7: <img> may not stand in a page"),
        ("a `b\n\n<img onerror=c> d` e", "docs/a.md:6:1: <img> may not stand in a page"),
        ("```\na\n\n<img onerror=b>", "docs/a.md:7:1: <img> may not stand in a page"),
        ("> [b]: javascript:c\n\n[a][b]", "docs/a.md:4:8: a link may not begin with 'javascript:'"),
        ("/// note\n    attrs: {onclick: b}\na\n///", "docs/a.md:5:13: 'onclick' may not be set on <div>"),
        ("<a:b onclick=c>d</a:b>", "docs/a.md:4:1: <a:b> may not stand in a page"),
        ("<!-- a -->", "docs/a.md:4:1: a remark, '<!--', may not stand in a page"),
        ("a\n\n<body onload=b>", "docs/a.md:6:1: <body> may not stand in a page"),
        ("<head><meta http-equiv=refresh>", "docs/a.md:4:7: <meta> may not stand in a page"),
        ("a</article></main>", "docs/a.md:4:2: </article> ends nothing"),
        ("<template><img onerror=x></template>", "docs/a.md:4:1: <template> may not stand in a page"),
        ("a&#x202e;b", "docs/a.md:4:2: hidden character U+202E"),
        ('[a](b.md "c&#x200b;")', "docs/a.md:4:12: hidden character U+200B"),
        ("a [b](c.md){ .md-search }", "docs/a.md:4:15: there is no class 'md-search' for <a>"),
        ("# Content", "docs/a.md:4:3: the anchor 'content' is that of a part of every page"),
        ("a [b](c.md){ .md-button }", "docs/a.md:4:15: a button has another name here than 'md-button'"),
        ('```sh linenums="1"\na\nb\n```', "docs/a.md:4:7: lines of code have no numbers here: 'linenums'"),
        ("a[^ü]\n\n[^ü]: b", "docs/a.md:6:3: 'ü' is no good as the name of a footnote"),
        ("[a](b.md){ .footnote-backref }", "docs/a.md:4:13: only Markdown itself sets the class 'footnote-backref'"),
        ("[a](b.md){ .footnote-ref }", "docs/a.md:4:13: only Markdown itself sets the class 'footnote-ref'"),
        ("[a](b.md){ .headerlink }", "docs/a.md:4:13: only Markdown itself sets the class 'headerlink'"),
        ("a\n{: .admonition-title }", "docs/a.md:5:5: only Markdown itself sets the class 'admonition-title'"),
        (
            "/// note\n    attrs: {class: footnote}\na\n///",
            "docs/a.md:5:20: only Markdown itself sets the class 'footnote'",
        ),
        ("<!DOCTYPE html>", "docs/a.md:4:1: '<!DOCTYPE' may not stand in a page"),
        ("<div>\n\nb\n\n</div>", "docs/a.md:4:1: <div> may not stand in a page"),
        ("a <SPAN class='button'>b</SPAN>", "docs/a.md:4:3: <SPAN> may not stand in a page"),
        ("> a\n>\n> <table><tr><td>b", "docs/a.md:6:3: <table> may not stand in a page"),
        ('!!! note "<em>a</em>"\n    b', "docs/a.md:4:11: <em> may not stand in a page"),
        ("a </div> b", "docs/a.md:4:3: </div> ends nothing"),
        ("!!! info\n    a", "docs/a.md:4:5: there is no kind of note 'info'"),
        ("![](b.png)", "docs/a.md:4:1: an image says nothing to readers who do not see it"),
        ("![a](b.png){ width=3 }", "docs/a.md:4:20: '3' is no width in pixels from 10 to 1999"),
        ("![a](../data/pictures/kettle.svg)", "docs/a.md:4:6: a pictogram has no colours as an image"),
        ("a <input> b", "docs/a.md:4:3: <input> may not stand in a page"),
        ("# a {#__search}", "docs/a.md:4:7: '__search' is no good as an anchor"),
        ("[a](https:b.example)", "docs/a.md:4:5: a link may not begin with 'https:'"),
        ("[a](/\\\\b.example)", "docs/a.md:4:1: a link may not begin with '/\\'"),
        ("![a](https://b.example/c.png)", "docs/a.md:4:6: the address of an image may not begin with 'https:'"),
        ("`{! cite('a') !}`", "docs/a.md:4:5: a call of 'cite' may not stand here"),
        ("```yaml\na: {! cite('a') !}\n```", "docs/a.md:5:7: a call of 'cite' may not stand here"),
        ("# a {! cite('a') !}", "docs/a.md:4:8: a call of 'cite' may not stand here"),
        ("[a](b.md \"{! cite('a') !}\")", "docs/a.md:4:11: a call may not stand in the 'title' of a <a>"),
        ("- One. And another one.", "docs/a.md:4:8: a second sentence on this line"),
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
        '- a\n\n  {! diagram("b") !}',
        "a <img src=x onerror=y",
        "a { onclick=b }",
        "![a](b.png)",
        "| a |\n|---|\n| b |",
        "| a | b |\n|:-:|--:|\n| c | d |",
        "![a](b.png){ width=300 }",
        "## Content {#the-content}",
        "3. a\n4. b",
        "/// note\na\n///",
        "```yaml\na: [b]\n```",
        "<a@b.example> a&nbsp;b",
        "See the table below.\n\n| a |\n|---|\n| b |",
        "See the table below.\n\n| a |\n|---|\n| b |\n\n/// caption\nc\n///",
        'A claim. {! cite("a") !}',
        "a `<b>` c",
        "```html\n<script>\n```",
        "a < b and c > d, 3 <4",
        "a<br>b <kbd>Ctrl</kbd> H<sub>2</sub>O",
        "<https://a.example/> [a](b.md#c) [a](https://b.example/) [a](mailto:b@c.example)",
        "[a](b.md){ .start } [a](b.md){ .button }",
        '[a](b.md "note: c") [a](https://b.example/ "c")',
        "`{{ cite('a') }}`",
        "{{ .Values.x }} ${{ a }} `{ a=b }`",
        'The figure below shows it.\n\n{! diagram("a") !}',
        "```\nIt is just so. And another one.\n```",
        "Justice is easygoing.",
        "It has just started, and we've just seen it.",
        "It is easy to cause harm.",
        "The table below the window is of wood.",
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
def test_no_address_that_runs_code_goes_unnoticed(address: str, link: str) -> None:
    html = BeautifulSoup(to_html(link % address), "html.parser")
    addresses = [str(tag.get("href") or tag.get("src")) for tag in html.select("[href], [src]")]
    # What a browser makes of an address: no white space at its ends, no tabs or line ends within.
    code = [one for one in addresses if re.match(r"(?:javascript|data):", re.sub(r"[\t\n\r]", "", one.strip()))]

    assert not code or said(link % address)


def test_each_of_several_on_a_line_is_told_with_its_column() -> None:
    addresses = said("![a](https://a.example/b.png) ![c](https://a.example/d.png) ![e](https://a.example/d.png)")

    assert ["4:6", "4:36", "4:66"] == [one.removeprefix("docs/a.md:").partition(": ")[0] for one in addresses]
    assert ["docs/a.md:4:1", "docs/a.md:4:10"] == [one.partition(": ")[0] for one in said("<b>a</b> <b>c</b>")]


def test_tags_in_each_other_for_which_the_same_is_to_be_written_are_told_once() -> None:
    assert ["docs/a.md:4:1: <table> may not stand in a page"] == said("<table><tr><td>a</td><td>b</td></tr></table>")
    assert 2 == len(said("a <span>b</span>\n<span>c</span>"))


def test_every_breach_is_named_in_its_place() -> None:
    assert ["docs/a.md:4:1", "docs/a.md:5:1", "docs/a.md:6:3"] == [
        one.partition(": ")[0] for one in said("<b>a\n<i>b\nc <b>")
    ]


def test_a_page_may_break_a_rule_that_it_names() -> None:
    assert [] == said("It is just so.", ("plain-words",))
    assert 1 == len(said("It is just <b>so.", ("plain-words",)))


def test_a_line_may_break_a_rule_and_the_others_may_not() -> None:
    text = "It is just so.\nIt is just a test.\nIt is just so."

    assert ["docs/a.md:5:7: 'just' promises or belittles"] == said(text, ("plain-words",), "just so")


@pytest.mark.parametrize("rule", FIXED)
def test_no_page_may_break_a_rule_on_which_readers_rely(rule: str) -> None:
    assert [f"docs/a.md:2:37: allow[0].rule: no page may break the rule '{rule}'"] == said("a", (rule,))


def test_an_allowance_that_is_not_needed_is_a_problem() -> None:
    problem = "docs/a.md:2:36: allow[0]: nothing breaks 'plain-words' any more"

    assert [problem] == said("It is so.", ("plain-words",))
    assert [f"{problem[:-9]} on a line with 'so' any more"] == said("It is so.", ("plain-words",), "so")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("[a](http://b.example/c)", "if the site answers there, write https://b.example/c"),
        ("{! diagram(three-cars) !}", 'write {! diagram("three-cars") !}'),
        ("{! cite(a, “b-2”) !}", 'write {! cite("a", "b-2") !}'),
        ("{{ diagram(three-cars) }}", 'write {! diagram("three-cars") !}'),
        ('{{ diagram("three-cars") }}', 'write {! diagram("three-cars") !}'),
        ("{% comparison(key=true) %}", "write {! comparison(key=true) !}"),
        ("A claim.[^brakes]\n\n[^brake]: A note.", "did you mean [^brake]?"),
        (
            "A claim.[^brakes]\n\n[^tea]: A note.",
            "write the note on a line of its own, such as '[^1]: the note'; put it between backticks, if it is code",
        ),
        ("So http://b.example/c it is.", "write <https://b.example/c> or [what is there](https://b.example/c)"),
        ("<iframe src=a></iframe>", "write a link: [What it shows](https://…)"),
        ("<video src=a></video>", "write a link: [What it shows](https://…)"),
        ("<script>a</script>", "delete it: a page holds text, links and calls"),
    ],
)
def test_a_hint_says_what_to_write_instead(text: str, hint: str) -> None:
    assert hint in [told.partition("hint: ")[2] for told in said_in_full(text)]


def test_every_rule_has_a_name_a_reason_and_a_tip() -> None:
    assert len({*NAMES}) == len(RULES)
    assert [] == [rule.name for rule in RULES if not (rule.reason.endswith(".") and rule.tip)]


def test_the_listing_has_every_rule() -> None:
    listed = BeautifulSoup(listing(), "html.parser")

    assert [*NAMES] == [name.text for name in listed.select("dt code")]
    for rule, text in zip(RULES, listed.select("dd"), strict=True):
        fixed = " No page may break this rule." if rule.name in FIXED else ""

        assert f"{rule.reason} So {rule.tip}.{fixed}" == text.text
