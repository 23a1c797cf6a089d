"""Citations in lessons: numbers in the order of the page, and the places to which the bibliography leads back."""

import re
from pathlib import Path

from bs4 import BeautifulSoup

from macros.assembly.course import Course
from macros.assembly.numbered import cited_on, numbers
from macros.calls import Calls
from tests.builders import ROOT, change, docs_in, whole_docs_in
from tests.conftest import COURSE

BREWING = "lessons/02-brewing/"


def places(course: Course, url: str) -> dict[str, tuple[str, ...]]:
    page = course.page_at(url)

    assert page
    return {place.anchor: place.sources for place in cited_on(page, course)}


def test_each_place_of_a_lesson_has_an_anchor_that_of_a_table_one_for_each_row() -> None:
    found = places(COURSE, BREWING)
    anchors = [re.sub(r"\d+", "N", anchor) for anchor in found]

    assert ["cite-N", "cite-N", "cite-N-colour", "cite-N-drawing"] == anchors
    assert ("brown-2021",) == next(iter(found.values()))
    assert ("adam-2020",) == found[[*found][2]]


def test_sources_are_numbered_as_the_lesson_cites_them() -> None:
    page = COURSE.page_at(BREWING)

    assert page
    assert {"brown-2021": 1, "adam-2020": 2} == numbers(page, COURSE)


def test_a_number_leads_to_its_source_and_says_which_it_is() -> None:
    anchor = next(iter(places(COURSE, BREWING)))
    calls = Calls(COURSE, BREWING, call=int(anchor.partition("-")[2]))
    shown = BeautifulSoup(calls.cite("adam-2020", "brown-2021"), "html.parser")

    assert [anchor] == [str(span["id"]) for span in shown.select(".cite")]
    assert ["1 Brown and Clark 2021", "2 Adam 2020"] == [link.text for link in shown.select("a")]
    assert ["../../sources/#brown-2021", "../../sources/#adam-2020"] == [
        str(link["href"]) for link in shown.select("a")
    ]
    assert [] == shown.select("[title]")


def test_where_one_looks_things_up_citations_say_author_and_year() -> None:
    for shown in (Calls(COURSE, "comparison/").comparison(), Calls(COURSE, "charts/").chart("drawing")):
        links = BeautifulSoup(shown, "html.parser").select(".cite a")

        assert {"Adam 2020", "Brown and Clark 2021"} >= {link.text for link in links}
        assert links
        assert [] == BeautifulSoup(shown, "html.parser").select(".cite[id]")


def test_a_source_leads_back_to_each_place_at_which_a_lesson_cites_it() -> None:
    shown = BeautifulSoup(Calls(COURSE, "sources/").bibliography(), "html.parser")
    uses = {link.text: str(link["href"]) for link in shown.select("#brown-2021 .sources__uses a")}
    anchors = [anchor for anchor, sources in places(COURSE, BREWING).items() if "brown-2021" in sources]
    titles = ["Brewing", *(f"Brewing ({number})" for number in range(2, len(anchors) + 1))]

    assert [f"../{BREWING}#{anchor}" for anchor in anchors] == [uses[title] for title in titles]


def test_the_same_citation_twice_has_two_places(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "lessons/01-drinks.md", "Two words.", 'One. {! cite("adam-2020") !}\nTwo. {! cite("adam-2020") !}')

    assert ["cite-1", "cite-3"] == [*places(Course.read(docs), "lessons/01-drinks/")][:2]


def test_a_row_by_itself_has_a_place_of_its_own(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "lessons/01-drinks.md", "Two words.", '{! row("colour") !}')

    assert {"cite-0-colour": ("adam-2020",)} == places(Course.read(docs), "lessons/01-drinks/")


def test_a_lesson_that_names_nothing_that_exists_has_no_places(tmp_path: Path) -> None:
    docs = whole_docs_in(tmp_path)
    change(docs, "lessons/01-drinks.md", "Two words.", '{! diagram("nothing") !}\n\n{! row("nothing") !}')

    assert len(places(COURSE, "lessons/01-drinks/")) == len(places(Course.read(docs), "lessons/01-drinks/"))


def test_on_paper_a_number_says_which_source_it_is() -> None:
    printed = (ROOT / "docs/assets/course.css").read_text().partition("@media print")[2]

    assert ".cite .unseen { clip-path: none;" in printed
