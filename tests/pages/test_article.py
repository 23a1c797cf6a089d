"""Whatever stands in a page, what is published of it holds nothing but what a page may hold, and all else is told."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from macros.pages.article import Article
from macros.pages.call import Call
from macros.pages.inspection import html_of, inspected, problems
from macros.pages.markdown import to_html
from macros.pages.page import FrontMatter
from macros.pages.stash import placeholder
from macros.pages.written import read_page
from tests.hostile import PAYLOADS, WRAPPERS

HEAD = "---\ntitle: T\ndescription: D\n---\n"

_PLAIN_TAGS = """
    blockquote br code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr kbd li mark p pre span strong sub
    summary sup table tbody thead tr ul wbr html head body
"""
MAY_HOLD = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "details": {"open"},
    "img": {"src", "alt", "title", "width"},
    "input": {"checked", "disabled", "type"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align"},
    **{tag: set() for tag in _PLAIN_TAGS.split()},
}
"""Written a second time, so that nothing can be added to the gate without being added here."""

ONLY_SHOWN = {"type": "checkbox", "disabled": ""}
"""What each input has: it shows whether something is done, and nobody can use it."""

NESTED = st.recursive(
    st.sampled_from(PAYLOADS),
    lambda inner: (
        st.builds(lambda wrap, text: wrap(text), st.sampled_from(WRAPPERS), inner)
        | st.builds(
            lambda one, other, between: f"{one}{between}{other}", inner, inner, st.sampled_from(["", "\n", "\n\n"])
        )
    ),
    max_leaves=4,
)


@cache
def published(text: str) -> tuple[str, bool]:
    """Return what is published of a page's text, and whether anything in it is told as a problem."""
    _, written, found = read_page(f"{HEAD}{text}\n", "docs/a.md", FrontMatter)
    html = to_html("".join(placeholder(number, part) for number, part in enumerate(written.parts)))
    return inspected(written, html)[0], bool(found or problems(written))


def forbidden(html: str) -> Iterator[str]:
    """Yield each tag, attribute, class or address that a page may not hold, as a browser reads it."""
    root = LexborHTMLParser(f"<!doctype html><body>{html}").root
    for node in root.traverse() if root else ():
        if node.tag not in MAY_HOLD or (node.tag == "input" and not ONLY_SHOWN.items() <= node.attributes.items()):
            yield str(node.tag)
        for name, value in (node.attributes or {}).items():
            if name not in MAY_HOLD.get(node.tag or "", set()) | {"class", "id"}:
                yield f"{node.tag} {name}"
            # What browsers make of an address: no white space at its ends, no tabs or line ends within.
            address = re.sub(r"[\t\n\r]", "", (value or "").strip()).lower()
            if name in {"href", "src"} and re.match(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", address):
                allowed = node.tag == "a" and address.startswith(("https://", "mailto:"))
                if not allowed:
                    yield f"{node.tag} {name}={address}"
            if name == "id" and (value or "").startswith("__"):
                yield f"id {value}"
            if name == "class" and re.search(r"\b(?:md-|placeholder|problem)", value or ""):
                yield f"class {value}"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_hostile_is_published_or_passes_quietly(payload: str) -> None:
    for wrap in WRAPPERS:
        html, told = published(wrap(payload))

        assert [] == [*forbidden(html)], wrap(payload)
        assert told or [] == [*forbidden(to_html(wrap(payload)))], wrap(payload)


@pytest.mark.fuzz
@given(text=NESTED)
def test_nothing_hostile_is_published_from_any_nesting(text: str) -> None:
    html, told = published(text)

    assert [] == [*forbidden(html)]
    assert told or [] == [*forbidden(to_html(text))]
    again = LexborHTMLParser(f"<!doctype html><body>{html}").html
    assert again == LexborHTMLParser(str(again)).html


@pytest.mark.fuzz
@given(text=st.text("<>/\"'=`[](){}!#*_-|&;:\\ \n\tabonscriptjv", max_size=60))
def test_nothing_hostile_is_published_from_any_text(text: str) -> None:
    html, told = published(text)

    assert [] == [*forbidden(html)]
    assert told or [] == [*forbidden(to_html(text))]


def test_no_payload_runs_or_asks_for_anything_in_a_browser_without_a_policy(browser: Browser) -> None:
    articles = [published(wrap(payload))[0] for payload in PAYLOADS for wrap in WRAPPERS]
    asked: list[str] = []
    with browser.new_page() as page:
        page.on("request", lambda request: asked.append(request.url))
        page.set_content(f"<script>count = 0; ran = () => count++;</script>{''.join(articles)}<p id=last>last</p>")
        page.wait_for_selector("#last", state="attached")
        page.evaluate(
            """() => { for (const element of document.querySelectorAll("article *, body *"))
                for (const name of ["mouseover", "focus", "click", "toggle", "error", "load"])
                    if (!element.closest("a")) element.dispatchEvent(new Event(name)); }"""
        )
        handlers = page.evaluate(
            """() => [...document.querySelectorAll("*")].filter(element => [...element.attributes]
                .some(({ name, value }) => name.startsWith("on") || value.trim().startsWith("javascript:"))).length"""
        )

        assert 0 == page.evaluate("count")
        assert 0 == handlers
    # Pictures of the site itself may be asked for: here they are beside the page, which has no address.
    assert [] == [url for url in asked if "evil.example" in url]


def test_without_the_gate_the_payloads_run(browser: Browser) -> None:
    with browser.new_page() as page:
        page.set_content("<script>count = 0; ran = () => count++;</script><img src=x onerror=ran()><p id=last>last</p>")
        page.wait_for_function("count > 0")


@pytest.mark.parametrize(
    "forged", ["&#xE000;1&#xE002;", "&#57344;1&#57346;", "&#xe0011&#xe002", "&#x0E000;1&#xE002;", "&#x202e;", "&shy;"]
)
@pytest.mark.parametrize("text", ["[a %s](b.md)", "a\n\n%s\n\nb", '[a](b.md "%s")', "- %s", "# a %s"])
def test_a_reference_to_what_cannot_be_seen_is_told_and_no_mark(text: str, forged: str) -> None:
    html, told = published(f'{{! cite("a") !}}\n\n{text % forged}')

    assert told
    assert 1 == html.count("\ue001") + html.count("\ue000")
    assert not re.search("[\u202e\xad]", html)


def test_a_reference_to_what_can_be_seen_stays() -> None:
    html, told = published("a&nbsp;&eacute;&#x2014;&lt;b&gt; &copy; &unknown;")

    assert not told
    assert "<p>a&nbsp;\u00e9\u2014&lt;b&gt; \u00a9 &amp;unknown;</p>" == html


def test_no_mark_stays_in_an_attribute() -> None:
    html, told = published("<abbr title='{! cite(\"a\") !}'>b</abbr>")

    assert told
    assert "<p><abbr>b</abbr></p>" == html


NESTED_TOO_DEEPLY = [
    "- /// note\n# a\n/// tip\n",
    "> /// note\n# a\n/// note",
    "1.\t///note\n#\n///tip",
    "- //// note\n/// tip\n<b>\n///\n////",
    "- " * 491 + "a",
    "- " * 990 + "a",
    ">" * 200 + "a",
    "\n".join(f"{'    ' * depth}- a" for depth in range(60)),
    "- /// note\n/// tip\nx\n\n" * 50,
]


@pytest.mark.parametrize("text", NESTED_TOO_DEEPLY, ids=range(len(NESTED_TOO_DEEPLY)))
def test_what_is_nested_too_deeply_is_told_and_nothing_of_it_is_published(text: str) -> None:
    _, written, found = read_page(f"{HEAD}{text}\n", "docs/a.md", FrontMatter)

    html, told = inspected(written, html_of(written.text))

    assert () == found
    assert ["docs/a.md:5:1: is nested too deeply"] == [str(one).partition("\n")[0] for one in told]
    assert "" == html


def test_what_people_nest_is_not_too_deep() -> None:
    lists = "\n".join(f"{'    ' * depth}- a" for depth in range(8))

    assert not published(f"{lists}\n\n> > > a\n\n/// note\n- a\n\n    > b\n///")[1]
    assert not published("- a\n" * 1_499 + "- a")[1]


@pytest.mark.parametrize(
    "link",
    ["[a](https://[bad)", "[a](mailto://a\u2100b)", "<mailto://a\uff0fb>", "![a](//[)", '<a href="https://[x">a</a>'],
)
def test_an_address_that_nothing_can_take_apart_is_told_and_not_published(link: str) -> None:
    html, told = published(link)

    assert told
    assert not re.search("href|src|unreadable", html)


def test_an_anchor_that_stands_twice_is_told() -> None:
    assert published("## a {#x}\n\n## b {#x}")[1]
    assert not published("## a\n\n### a")[1]


def test_what_the_sanitiser_takes_out_without_a_reason_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.pages.article.clean", lambda html: html.replace("b", ""))

    assert ["html"] == [breach.rule for breach in Article("<p>a b</p>").faults()]


def test_a_mark_that_stands_twice_is_misplaced() -> None:
    call = Call("row", ("a",), {}, 5, 4, "")

    assert [] == [*Article("<p>\ue0000\ue002</p>").misplaced({0: call})]
    assert [call] == [*Article("<p>\ue0000\ue002</p>\n<p>\ue0000\ue002</p>").misplaced({0: call})]
