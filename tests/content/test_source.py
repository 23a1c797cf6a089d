"""Sources, citations and the bibliography."""

import re
from datetime import date

import pytest
from bs4 import BeautifulSoup
from pydantic import ValidationError

from macros.content.bibliography import Use, bibliography, citations
from macros.content.source import Source, Sources

FIELDS = {
    "id": "a-2020",
    "type": "book",
    "title": "A <title>",
    "author": ({"family": "Adam", "given": "Zoe"},),
    "issued": 2020,
    "URL": "https://a.example/",
    "accessed": "2026-11-23",
    "says": "That `x` holds.",
}


def source(**fields: object) -> Source:
    return Source.model_validate(FIELDS | fields)


def test_the_address_is_the_doi_where_there_is_one() -> None:
    assert "https://a.example/" == source().address
    assert "https://doi.org/10.1000/182" == source(DOI="10.1000/182").address


def test_the_day_of_reading_is_a_date() -> None:
    assert date(2026, 11, 23) == source().accessed


@pytest.mark.parametrize(
    "fault",
    [
        {"URL": "ftp://a"},
        {"URL": 'https://a"b'},
        {"DOI": "182"},
        {"issued": "2020"},
        {"issued": 2999},
        {"accessed": "soon"},
        {"accessed": "2999-01-01"},
        {"type": "novel"},
        {"author": ()},
    ],
)
def test_a_faulty_field_is_refused(fault: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        source(**fault)


def test_an_id_that_stands_twice_is_a_fault() -> None:
    faults = list(Sources(sources=(source(), source())).faults())

    assert [("sources", 1, "id")] == [loc for loc, _, _ in faults]


def test_a_source_that_cannot_be_found_is_a_fault() -> None:
    assert ["has neither URL nor DOI"] == [
        message for _, message, _ in Sources(sources=(source(URL=None), source(id="b", DOI="10.1000/1"))).faults()
    ]


@pytest.mark.parametrize(
    "name", [{}, {"given": "Z"}, {"family": "A", "literal": "A Ltd"}, {"given": "Z", "literal": "A Ltd"}]
)
def test_an_author_is_a_person_or_an_organisation(name: dict[str, str]) -> None:
    assert [("sources", 0, "author", 0)] == [loc for loc, _, _ in Sources(sources=(source(author=(name,)),)).faults()]


@pytest.mark.parametrize(("families", "expected"), [("A", "A 2020"), ("AB", "A and B 2020"), ("ABC", "A et al. 2020")])
def test_a_citation_names_at_most_two_authors(families: str, expected: str) -> None:
    assert expected == source(author=tuple({"family": family} for family in families)).short


def test_a_source_is_stale_when_nobody_has_read_it_for_a_year() -> None:
    assert not source().is_stale(date(2027, 11, 23))
    assert source().is_stale(date(2027, 11, 24))


def test_csl_json_has_the_fields_that_citation_tools_know() -> None:
    assert {
        "id": "a-2020",
        "type": "book",
        "title": "A <title>",
        "author": [{"family": "Adam", "given": "Zoe"}],
        "container-title": "Whole",
        "issued": {"date-parts": [[2020]]},
        "URL": "https://a.example/",
        "accessed": {"date-parts": [[2026, 11, 23]]},
        "note": "That `x` holds.",
    } == source(**{"container-title": "Whole"}).csl()
    assert "https://doi.org/10.1000/182" == source(DOI="10.1000/182").csl()["URL"]


def test_a_title_in_another_language_is_read_in_that_language() -> None:
    listed = bibliography(
        Sources(sources=(source(language="pt-BR"), source(id="b-2020"))), {"a-2020": [], "b-2020": []}
    )

    assert ["pt-BR", None] == [title.get("lang") for title in BeautifulSoup(listed, "html.parser").select("cite")]
    assert "pt-BR" == source(language="pt-BR").csl()["language"]


def test_an_entry_links_back_to_what_uses_it() -> None:
    uses = {"a-2020": [Use("Start: Tea", "../comparison/#start--tea"), Use("A page", "../")]}
    entry = BeautifulSoup(bibliography(Sources(sources=(source(),)), uses), "html.parser").select(".sources__uses a")

    assert [("Start: Tea", "../comparison/#start--tea"), ("A page", "../")] == [(a.text, a["href"]) for a in entry]


def test_a_citation_leads_to_the_entry_in_the_bibliography() -> None:
    sources = Sources(sources=(source(),))
    link = BeautifulSoup(citations(sources, ("a-2020",), "../sources/"), "html.parser").a
    entry = BeautifulSoup(bibliography(sources, {"a-2020": []}), "html.parser").li

    assert link
    assert entry
    assert ("../sources/#a-2020", "Adam 2020") == (link["href"], link.text)
    assert "a-2020" == entry["id"]
    assert "A <title>" in entry.text


def test_the_bibliography_is_sorted_by_author_and_year() -> None:
    sources = [
        source(id=f"s{year}-{who[0].lower()}", author=({"literal": who},), issued=year)
        for who, year in (("zoe", 2020), ("Adam", 2021), ("Adam", 2019))
    ]
    uses: dict[str, list[Use]] = {item.id: [] for item in sources}
    shown = BeautifulSoup(bibliography(Sources(sources=tuple(sources)), uses), "html.parser")

    assert ["s2019-a", "s2021-a", "s2020-z"] == [entry["id"] for entry in shown.select("li")]


def test_only_the_sources_that_are_cited_are_linked() -> None:
    sources = Sources(sources=(source(), source(id="b-2021", issued=2021), source(id="c-2022", issued=2022)))
    links = BeautifulSoup(citations(sources, ("c-2022", "a-2020"), ""), "html.parser").select("a")

    assert ["#a-2020", "#c-2022"] == [link["href"] for link in links]


def test_sources_of_one_author_and_year_are_told_apart_by_letters() -> None:
    sources = Sources(sources=(source(id="b-2020"), source(id="a-2021", issued=2021), source(id="a-2020")))
    shown = BeautifulSoup(bibliography(sources, {id_: [] for id_ in sources.ids()}), "html.parser")
    links = BeautifulSoup(citations(sources, ("b-2020",), ""), "html.parser").select("a")
    author = sources.sources[0].short.removesuffix(" 2020")

    assert {"a-2020": f"{author} 2020a", "b-2020": f"{author} 2020b", "a-2021": f"{author} 2021"} == sources.labels
    assert [f"{author} 2020b"] == [link.text for link in links]
    assert ["(2020a)", "(2020b)", "(2021)"] == re.findall(r"\(20\d\d\w?\)", shown.text)


def test_hostile_fields_come_out_as_text() -> None:
    hostile = source(title='"><script>', author=({"literal": "<b>&"},), says="<img src=x>")
    sources = Sources(sources=(hostile,))
    shown = BeautifulSoup(bibliography(sources, {"a-2020": []}) + citations(sources, ("a-2020",), ""), "html.parser")

    assert [] == shown.select("script, b, img")
