"""The terms of a course in the HTML of a page: which words become links, and which never do."""

import re

import pytest

from macros.pages.speech import speech
from macros.pages.terms import Terms, shown, with_terms

FORMS = (
    ("tea", ("tea",)),
    ("green-tea", ("green tea",)),
    ("berry", ("berry",)),
    ("service", ("Service",)),
    ("services", ("services",)),
    ("pot", ("warm pot", "WP")),
    ("and", ("R&D",)),
    ("three", ("3",)),
)
ENGLISH = Terms(FORMS, speech("en"))
GERMAN = Terms((("book", ("Buch",)), ("paper", ("säurefreies Papier",))), speech("de"))


def linked(html: str, terms: Terms = ENGLISH) -> list[tuple[str, str]]:
    """Return id and words of each link to the glossary in a page."""
    made = with_terms(html, terms, "../glossary/")

    assert html == re.sub(r'<a class="term" href="[^"]*">(.*?)</a>', r"\1", made, flags=re.DOTALL)
    return re.findall(r'<a class="term" href="\.\./glossary/#([^"]*)">(.*?)</a>', made, re.DOTALL)


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>A tea. The tea.</p><p>Teas.</p>", [("tea", "tea")]),
        ("<p>Teas, and berries.</p>", [("tea", "Teas"), ("berry", "berries")]),
        ("<p>A green tea, then a tea.</p>", [("green-tea", "green tea"), ("tea", "tea")]),
        ("<p>Green\nteas.</p>", [("green-tea", "Green\nteas")]),
        ("<p>Two WPs.</p>", [("pot", "WPs")]),
        ("<p>Two wps.</p>", []),
        ("<p>A Service.</p>", [("service", "Service")]),
        ("<p>Its services.</p>", [("services", "services")]),
        ("<p>Services start.</p>", [("services", "Services")]),
        ("<p>A service and a Service.</p>", [("services", "service"), ("service", "Service")]),
        ("<p>Teaching, re-tea, tea-based, teas_2.</p>", []),
        ("<p>Our R&amp;D.</p>", [("and", "R&amp;D")]),
        ("<p>The tea's name.</p>", [("tea", "tea")]),
        ("<ul><li>An <em>tea</em></li></ul>", [("tea", "tea")]),
        ("<p><strong>Every tea is small.</strong></p>", [("tea", "tea")]),
        ("<table><tr><th>tea</th><td>berry</td></tr></table>", [("berry", "berry")]),
    ],
)
def test_the_first_use_of_a_term_is_a_link(html: str, found: list[tuple[str, str]]) -> None:
    assert found == linked(html)


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="tea">A tea</h2>',
        "<p><code>tea</code> <kbd>tea</kbd></p>",
        "<pre><code>tea\n<span>tea</span></code></pre>",
        '<p><a href="x"><em>A tea</em> or a <strong>berry</strong></a></p>',
        '<p><abbr title="a tea">tea</abbr></p>',
        "<details><summary>A tea</summary></details>",
        "<dl><dt>A tea</dt></dl>",
        '<p class="admonition-title">A tea</p>',
        '<figure class="console"><figcaption class="skip">No tea.</figcaption></figure>',
        '<p><img alt="a tea" src="tea.png" title="berry"></p>',
        "<p>&tea; &#3;</p>",
        "<p>\ue0003\ue002</p>",
    ],
)
def test_what_is_code_a_link_or_a_heading_has_no_links(html: str) -> None:
    assert [] == linked(html)
    assert [("berry", "berry")] == linked(f"{html}<p>A berry.</p>")


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>Des Buches.</p>", [("book", "Buches")]),
        ("<p>Auf säurefreiem Papier.</p>", [("paper", "säurefreiem Papier")]),
        ("<p>Säurefreie Papiere.</p>", [("paper", "Säurefreie Papiere")]),
        ("<p>Man bucht, im Buchladen.</p>", []),
    ],
)
def test_a_term_is_found_in_the_cases_of_its_language(html: str, found: list[tuple[str, str]]) -> None:
    assert found == linked(html, GERMAN)


def test_where_the_page_explains_a_term_the_explanation_stands_by_itself() -> None:
    after = "<p>A <strong>berry</strong> is code. Berries help.</p>"
    before = f"<p>It needs a berry.</p>{after}"

    assert after == with_terms(after, ENGLISH, "g", {"berry"})
    assert 1 == with_terms(before, ENGLISH, "g", {"berry"}).count("<a ")
    assert with_terms(before, ENGLISH, "g", {"berry"}).startswith('<p>It needs a <a class="term" href="g#berry">')
    assert "<strong><a " in with_terms(after, ENGLISH, "g")


def test_an_author_can_leave_a_term_out_and_no_shorter_one_takes_its_place() -> None:
    html = "<p>A green tea.</p>"

    assert html == with_terms(html, ENGLISH, "g", (), ("green-tea",))


def test_the_terms_that_are_shown_can_be_asked_for() -> None:
    assert {"tea", "berry"} == shown("<p>A tea, a <strong>berry</strong>.</p>", ENGLISH, {"berry"})
    assert set() == shown("<h2>A tea</h2>", ENGLISH, ())


def test_without_terms_nothing_is_a_link() -> None:
    assert [] == linked("<p>A tea.</p>", Terms((), speech("en")))
