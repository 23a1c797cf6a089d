"""The whole course of the tests and its slides as PDF: tagged, complete, and offered where they are."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pikepdf import Pdf

from macros.outputs.printed import COURSE, PRINTED, SLIDES
from macros.publish.kept import WORKER, worker
from tests.conftest import COURSE as WHOLE
from tests.conftest import TITLES
from tests.paper.reading import faults, outline, tags, words
from tests.paper.tears import torn_rows


@pytest.mark.parametrize("path", PRINTED)
def test_what_is_printed_can_be_read_aloud(printed: Path, path: str) -> None:
    assert [] == [*faults(printed / path)]


def test_the_outline_has_the_cover_the_contents_and_all_pages_for_paper(printed: Path) -> None:
    titles = outline(printed / COURSE)

    assert "Contents" == titles[1]
    assert [*TITLES] == [title for title in titles if title in TITLES]


def test_the_contents_name_the_page_on_which_each_article_begins(printed: Path) -> None:
    listed = re.findall(r"^\s*(\S.*?)\s+(\d+)$", words(printed / COURSE, "-f", "2", "-l", "2", "-layout"), re.MULTILINE)
    with Pdf.open(printed / COURSE) as pdf:
        begins = {page for tag in tags(pdf) if tag.name == "H1" for page in tag.pages}

    assert len(TITLES) < len(listed)
    assert [] == [(title, number) for title, number in listed if int(number) not in begins]


def test_every_page_but_the_cover_has_its_number(printed: Path) -> None:
    pages = words(printed / COURSE).split("\f")[:-1]

    assert [*map(str, range(2, len(pages) + 1))] == [page.split()[-1] for page in pages[1:]]


def test_no_row_is_torn_and_all_answers_stand_below_their_heading(printed: Path) -> None:
    assert [] == torn_rows(printed / COURSE)
    text = words(printed / COURSE)

    parts = re.split(r"[\f\n]Answers\n", text)

    assert len(parts) - 1 == len([one for one in WHOLE.lessons if one.page.calls_for("quiz")])
    for article in parts[:-1]:
        asked = article.rpartition("Check yourself")[2]
        assert not re.search(r"^\d [A-Z] (Right|Not quite)\.", asked, re.MULTILINE)


def test_an_address_that_a_link_does_not_show_is_spelt_out_once_in_its_article(printed: Path) -> None:
    articles = words(printed / COURSE).split("Addresses of the links")
    below = [part.partition("\f")[0] for part in articles[1:]]

    assert below
    for listed in below:
        addresses = re.findall(r"https?://\S+", listed)
        assert len({*addresses}) == len(addresses) > 0


def test_links_lead_within_the_document_where_their_page_is_in_it(printed: Path) -> None:
    with Pdf.open(printed / COURSE) as pdf:
        places = {str(name) for name in pdf.Root.Dests}
        links = [link for page in pdf.pages for link in page.obj.get("/Annots", [])]
        within = [str(link.Dest) for link in links if "/Dest" in link]

    assert within
    assert [] == [place for place in within if place not in places]


def test_the_worker_keeps_the_pages_as_they_are_with_what_they_offer(site: Path, printed: Path) -> None:
    before, after = ((folder / WORKER).read_text() for folder in (site, printed))

    assert after == worker(printed)
    assert before != after


def test_a_slide_shows_each_step_of_each_diagram_and_each_picture_to_operate_in_16_to_9(printed: Path) -> None:
    shown = {call.named for page in WHOLE.pages for call in page.calls_for("diagram")}
    operated = {WHOLE.interactives[call.named].title for page in WHOLE.pages for call in page.calls_for("interactive")}
    steps = sum(len(WHOLE.diagrams[name].steps) or 1 for name in shown) + len(operated)
    with Pdf.open(printed / SLIDES) as pdf:
        boxes = {tuple(round(float(side)) for side in page.mediabox) for page in pdf.pages}
        count = len(pdf.pages)
        (cover,) = pdf.open_outline().root
        named = {str(entry.title) for entry in cover.children}

    assert {(0, 0, 960, 540)} == boxes
    assert len(operated) < count <= 1 + steps
    assert operated <= named


def test_the_pages_offer_what_is_there_and_nothing_before(site: Path, printed: Path) -> None:
    def offered(folder: Path) -> list[str]:
        pages = (BeautifulSoup(file.read_text(), "html.parser") for file in folder.rglob("*.html"))
        return [link["href"] for page in pages for link in page.select(".papers a[href]")]  # type: ignore[misc]

    assert [] == offered(site)
    assert {"course.pdf", "slides.pdf"} == {link.rpartition("/")[2] for link in offered(printed)}


def test_commands_keep_their_lines(printed: Path) -> None:
    lines = [line.strip() for line in words(printed / COURSE, "-layout").splitlines()]

    assert ["$ cat tin \\", "> tin"] == lines[lines.index("$ cat tin \\") :][:2]
