"""The parts of a book: XHTML, tables, drawings, links, images, and the cover."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.book.chapters import Chapter, chapters
from macros.book.cover import HIGH, WIDE, cover
from macros.book.tables import labelled
from macros.book.xhtml import element, plain, text, written
from macros.diagram.standalone import stylesheet
from macros.paper.document import built
from tests.builders import STYLES

HOME = "https://site.test/"


def tree(html: str) -> ET.Element:
    node = LexborHTMLParser(f"<article>{html}</article>").css_first("article")
    assert node
    return element(node)


def page(site: Path, url: str, html: str) -> None:
    (site / url).mkdir(parents=True, exist_ok=True)
    (site / url / "index.html").write_text(f"<article><h1>{url}</h1>{html}</article>")


def made(site: Path, *urls: str) -> tuple[list[Chapter], dict[str, str]]:
    return chapters([*built(site, urls)], HOME, stylesheet(STYLES))


@pytest.mark.parametrize(
    ("html", "xml"),
    [
        ("a&nbsp;b<br>c", "a\u00a0b<br />c"),
        ("<p>1 &lt; 2 &amp; 3</p>", "<p>1 &lt; 2 &amp; 3</p>"),
        ("<pre>one\n  two\n</pre>", "<pre>one\n  two\n</pre>"),
        ("<p><!-- nothing -->Tea</p>", "<p>Tea</p>"),
        ('<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>', '<svg viewBox="0 0 1 1"><path d="M0 0" /></svg>'),
    ],
)
def test_html_becomes_xml(html: str, xml: str) -> None:
    assert f"<article>{xml}</article>" == written(tree(html))


@pytest.mark.parametrize(
    ("html", "left"),
    [
        (
            "<details open><summary>More</summary><p>Tea</p></details>",
            '<div class="details"><p class="summary">More</p><p>Tea</p></div>',
        ),
        ('<p data-x="1" tabindex="0" id="a">Tea</p>', '<p id="a">Tea</p>'),
        ('<h2><a id="b">Tea</a></h2>', '<h2><span id="b">Tea</span></h2>'),
        ('<label class="big" for="c">Tea</label>', '<span class="big label">Tea</span>'),
    ],
)
def test_what_nobody_can_operate_in_a_book_is_a_plain_block(html: str, left: str) -> None:
    found = tree(html)
    plain(found)

    assert f"<article>{left}</article>" == written(found)


def test_the_words_of_an_element_are_one_line() -> None:
    assert "Tea and coffee" == text(tree("<p>Tea\n <b>and</b></p> coffee"))


def table(heads: str, row: str) -> ET.Element:
    head = "".join(f"<th>{name}</th>" for name in heads)
    found = tree(f"<table><thead><tr>{head}</tr></thead><tbody><tr>{row}</tr></tbody></table>")
    labelled(found)
    return found


def test_a_cell_of_a_wide_table_says_in_which_column_it_stands() -> None:
    found = table("ABCDE", "<th>1</th><td>2</td><td colspan='2'>3</td><td>4</td>")

    assert ["B", None, "E"] == [cell.get("data-column") for cell in found.iter("td")]
    assert ["many"] == [one.get("class") for one in found.iter("table")]


def test_a_table_of_few_columns_stays_one() -> None:
    found = table("ABC", "<td>1</td><td>2</td><td>3</td>")

    assert [None] == [one.get("class") for one in found.iter("table")]


def test_links_lead_to_places_in_the_book_or_to_the_site(tmp_path: Path) -> None:
    links = ("../two/#y", "../two/", "../two/#gone", "../three/#z", "#x", "https://other.test/")
    page(tmp_path, "one", '<p id="x">' + "".join(f'<a href="{href}">a</a>' for href in links) + "</p>")
    page(tmp_path, "two", '<p id="y">Two</p>')
    (one, two), _ = made(tmp_path, "one/", "two/")

    assert "page-two.xhtml" == two.file
    assert [
        "page-two.xhtml#y",
        "page-two.xhtml",
        "page-two.xhtml",
        f"{HOME}three/#z",
        "page-one.xhtml#x",
        "https://other.test/",
    ] == [link.get("href") for link in one.article.iter("a")]


def test_an_image_comes_into_the_book(tmp_path: Path) -> None:
    page(tmp_path, "one", '<p><img src="../images/a.png" alt="Tea"></p>')
    (one,), images = made(tmp_path, "one/")

    assert {"images/images-a.png": "images/a.png"} == images
    assert ["images/images-a.png"] == [part.get("src") for part in one.article.iter("img")]


def test_each_section_has_an_id_to_which_the_contents_lead(tmp_path: Path) -> None:
    page(tmp_path, "one", '<h2 id="own"><a href="#own">Own</a></h2><h2>None</h2>')
    (one,), _ = made(tmp_path, "one/")

    assert ["own", "section-2"] == [heading.get("id") for heading in one.sections]
    assert not [*one.article.iter("a")]


def test_a_drawing_without_a_size_of_its_own_has_its_ground_over_the_whole(tmp_path: Path) -> None:
    drawn = '<svg class="dg" role="img" width="100%" height="90"><title>Tea</title><text class="dg-text">a</text></svg>'
    page(tmp_path, "one", f"<div>{drawn}</div>")
    (one,), _ = made(tmp_path, "one/")
    (svg,) = one.article.iter("svg")
    _, ground, _ = svg

    assert one.draws
    assert ("100%", "100%") == (ground.get("width"), ground.get("height"))
    assert "#fbfaf7" == ground.get("fill")


@pytest.mark.parametrize(
    "title", ["Tea", "Everything that can be said of tea, of coffee and of what is between the two"]
)
def test_a_title_stands_on_the_cover_above_the_picture(title: str) -> None:
    drawn = tree('<svg viewBox="0 0 10 10"><title>T</title><circle r="5"/></svg>')
    found = cover(title, drawn.find("svg"))
    lines = [*found.iter("text")]
    (picture,) = found.findall("svg")

    assert title == " ".join(line.text or "" for line in lines)
    assert float(lines[-1].get("y", "")) < float(picture.get("y", "")) < HIGH
    assert f"0 0 {WIDE} {HIGH}" == found.get("viewBox")
    assert ["circle"] == [part.tag for part in picture]
