"""The order of rules: a page looks the same with a stylesheet in parts as with the whole, as Chromium computes it."""

import random

import pytest
from playwright.sync_api import Browser

from macros.publish.elements import elements
from macros.publish.names import names, words_of
from macros.publish.stylesheet import divided

SHARED = '<main class="a"><p class="b">x</p><ul class="c"><li>x</li></ul></main>'
OTHER = '<main class="a"><p class="b d">x</p><ul class="c e"><li class="b">x<p>x</p></li></ul><p class="e"></p></main>'
SELECTORS = ["p", "li", "*", "main *", ".a", ".b", ".c", ".d", ".e", "p.b", "p.e", "li.b", ":is(p, .d)", ".a > p"]
SELECTORS += [".e *", ".e .b", ".c li", ".e li", "p:not(.d)", "p + .e", ".a :is(.b, .e)", "p::before", ".d::before"]
DECLARATIONS = ["color:red", "color:tan", "margin:1px", "margin-left:2px", "border:1px solid", "border-color:navy"]
DECLARATIONS += ["font:9px/2 serif", "line-height:3", "font-size:8px", "top:1px", "inset:2px", "--x:1px", "--x:2px"]
DECLARATIONS += ["width:var(--x)", "inline-size:3px", "content:'x'", "all:unset"]

LOOKS = """cases => cases.map(([body, ...parts]) => {
    document.body.innerHTML = body
    document.adoptedStyleSheets = parts.map(css => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(css)
        return sheet
    })
    return [...document.querySelectorAll("main, main *")].map(element => ["", "::before"].map(part => {
        const style = getComputedStyle(element, part)
        return [
            "color", "content", "width", "margin", "border", "font", "inset", "display", "list-style",
        ].map(name => style.getPropertyValue(name)).join()
    }).join())
})"""


def parts(css: str) -> tuple[str, str]:
    """Return the stylesheet of the shared page, and what the other one needs besides."""
    found = divided(css, names([SHARED]), [names([OTHER])], elements(OTHER, words_of(css)), [])
    return found.first, found.others


def random_css(seed: int) -> str:
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret with it
    rules = (f"{chance.choice(SELECTORS)}{{{chance.choice(DECLARATIONS)}}}" for _ in range(chance.randint(2, 12)))
    return "".join(f"@media screen{{{rule}}}" if chance.random() < 0.2 else rule for rule in rules)


def test_pages_look_the_same_with_the_parts_as_with_the_whole(browser: Browser) -> None:
    sheets = [random_css(seed) for seed in range(500)]
    cases = [
        case
        for css in sheets
        for case in ([SHARED, css], [SHARED, parts(css)[0]], [SHARED, *parts(css)], [OTHER, css], [OTHER, *parts(css)])
    ]
    with browser.new_context() as context:
        looks = context.new_page().evaluate(LOOKS, cases)
    by_sheet = [looks[place : place + 5] for place in range(0, len(looks), 5)]

    assert [] == [
        css
        for css, (shared, alone, both, other, others) in zip(sheets, by_sheet, strict=True)
        if not (shared == alone == both and other == others)
    ]


def test_what_stood_behind_a_rule_that_moves_and_weighs_the_same_is_said_again() -> None:
    assert (".b{color:tan}", ".d{color:red}.b{color:tan}") == parts(".d{color:red}.b{color:tan}")


def test_what_stands_behind_what_is_said_again_is_said_again_too() -> None:
    css = ".d{color:red}.b{color:tan;top:0}.a *{top:1px}p{top:2px}:is(p, .b){top:3px}"

    assert ".d{color:red}.b{color:tan;top:0}.a *{top:1px}:is(p,.b){top:3px}" == parts(css)[1]


@pytest.mark.parametrize(
    "behind",
    ["li{color:tan}", ".b{width:0}", ".c{color:tan}", ".b::before{color:tan}", ".gone .b{color:tan}", "p.b{color:tan}"],
)
def test_what_cannot_lose_is_not_said_again(behind: str) -> None:
    assert ".d{color:red}" == parts(f".d{{color:red}}{behind}")[1]


def test_what_stood_before_is_not_said_again() -> None:
    assert ".d{color:red}" == parts(".b{color:tan}.d{color:red}")[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("margin-top:1px", "margin-block:0"),
        ("top:1px", "inset:0"),
        ("width:1px", "inline-size:0"),
        ("line-height:1", "font:9px serif"),
        ("row-gap:1px", "gap:0"),
        ("-webkit-mask:none", "mask:url(x)"),
        ("all:unset", "color:red"),
    ],
)
def test_properties_that_set_the_same_are_one_family(one: str, other: str) -> None:
    assert ".b{" in parts(f".d{{{one}}}.b{{{other}}}")[1]
