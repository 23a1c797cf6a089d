"""The terms of a course in the HTML of a page: which words become links, and which never do."""

import re

import pytest

from macros.pages.speech import speech
from macros.pages.terms import Terms, shown, with_terms

FORMS = (
    ("image", ("image",)),
    ("base-image", ("base image",)),
    ("library", ("library",)),
    ("service", ("Service",)),
    ("services", ("services",)),
    ("machine", ("virtual machine", "VM")),
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
        ("<p>An image. The image.</p><p>Images.</p>", [("image", "image")]),
        ("<p>Images, and libraries.</p>", [("image", "Images"), ("library", "libraries")]),
        ("<p>A base image, then an image.</p>", [("base-image", "base image"), ("image", "image")]),
        ("<p>Base\nimages.</p>", [("base-image", "Base\nimages")]),
        ("<p>Two VMs.</p>", [("machine", "VMs")]),
        ("<p>Two vms.</p>", []),
        ("<p>A Service.</p>", [("service", "Service")]),
        ("<p>Its services.</p>", [("services", "services")]),
        ("<p>Services start.</p>", [("services", "Services")]),
        ("<p>A service and a Service.</p>", [("services", "service"), ("service", "Service")]),
        ("<p>Imaging, re-image, image-based, images_2.</p>", []),
        ("<p>Our R&amp;D.</p>", [("and", "R&amp;D")]),
        ("<p>The image's name.</p>", [("image", "image")]),
        ("<ul><li>An <em>image</em></li></ul>", [("image", "image")]),
        ("<p><strong>Every image is small.</strong></p>", [("image", "image")]),
        ("<table><tr><th>image</th><td>library</td></tr></table>", [("library", "library")]),
    ],
)
def test_the_first_use_of_a_term_is_a_link(html: str, found: list[tuple[str, str]]) -> None:
    assert found == linked(html)


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="image">An image</h2>',
        "<p><code>image</code> <kbd>image</kbd></p>",
        "<pre><code>image\n<span>image</span></code></pre>",
        '<p><a href="x"><em>An image</em> or a <strong>library</strong></a></p>',
        '<p><abbr title="an image">image</abbr></p>',
        "<details><summary>An image</summary></details>",
        "<dl><dt>An image</dt></dl>",
        '<p class="admonition-title">An image</p>',
        '<figure class="console"><figcaption class="skip">No image.</figcaption></figure>',
        '<p><img alt="an image" src="image.png" title="library"></p>',
        "<p>&image; &#3;</p>",
        "<p>\ue0003\ue002</p>",
    ],
)
def test_what_is_code_a_link_or_a_heading_has_no_links(html: str) -> None:
    assert [] == linked(html)
    assert [("library", "library")] == linked(f"{html}<p>A library.</p>")


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
    after = "<p>A <strong>library</strong> is code. Libraries help.</p>"
    before = f"<p>It needs a library.</p>{after}"

    assert after == with_terms(after, ENGLISH, "g", {"library"})
    assert 1 == with_terms(before, ENGLISH, "g", {"library"}).count("<a ")
    assert with_terms(before, ENGLISH, "g", {"library"}).startswith('<p>It needs a <a class="term" href="g#library">')
    assert "<strong><a " in with_terms(after, ENGLISH, "g")


def test_an_author_can_leave_a_term_out_and_no_shorter_one_takes_its_place() -> None:
    html = "<p>A base image.</p>"

    assert html == with_terms(html, ENGLISH, "g", (), ("base-image",))


def test_the_terms_that_are_shown_can_be_asked_for() -> None:
    assert {"image", "library"} == shown("<p>An image, a <strong>library</strong>.</p>", ENGLISH, {"library"})
    assert set() == shown("<h2>An image</h2>", ENGLISH, ())


def test_without_terms_nothing_is_a_link() -> None:
    assert [] == linked("<p>An image.</p>", Terms((), speech("en")))
