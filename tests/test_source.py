"""Sources, citations and the bibliography."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from pydantic import ValidationError

from macros.source import Source, Sources, bibliography, citations

FIELDS = {
    "id": "a-2020",
    "title": "A <title>",
    "author": "Zoe, Adam",
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
    "fault", [{"URL": "ftp://a"}, {"URL": 'https://a"b'}, {"DOI": "182"}, {"issued": "2020"}, {"accessed": "soon"}]
)
def test_a_faulty_field_is_refused(fault: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        source(**fault)


def test_an_id_that_stands_twice_is_a_fault() -> None:
    faults = list(Sources(sources=(source(), source())).faults())

    assert [("sources", 1, "id")] == [loc for loc, _, _ in faults]


def test_a_citation_leads_to_the_entry_in_the_bibliography() -> None:
    sources = Sources(sources=(source(),))
    link = BeautifulSoup(citations(sources, ("a-2020",), "../sources/"), "html.parser").a
    entry = BeautifulSoup(bibliography(sources), "html.parser").li

    assert link
    assert entry
    assert ("../sources/#a-2020", "Zoe 2020") == (link["href"], link.text)
    assert "a-2020" == entry["id"]
    assert "A <title>" in entry.text


def test_the_bibliography_is_sorted_by_author_and_year() -> None:
    sources = [
        source(id=f"s{year}-{who[0].lower()}", author=who, issued=year)
        for who, year in (("zoe", 2020), ("Adam", 2021), ("Adam", 2019))
    ]
    shown = BeautifulSoup(bibliography(Sources(sources=tuple(sources))), "html.parser")

    assert ["s2019-a", "s2021-a", "s2020-z"] == [entry["id"] for entry in shown.select("li")]


def test_only_the_sources_that_are_cited_are_linked() -> None:
    sources = Sources(sources=(source(), source(id="b-2021", issued=2021), source(id="c-2022", issued=2022)))
    links = BeautifulSoup(citations(sources, ("c-2022", "a-2020"), ""), "html.parser").select("a")

    assert ["#a-2020", "#c-2022"] == [link["href"] for link in links]


def test_hostile_fields_come_out_as_text() -> None:
    hostile = source(title='"><script>', author="<b>&", says="<img src=x>")
    sources = Sources(sources=(hostile,))
    shown = BeautifulSoup(bibliography(sources) + citations(sources, ("a-2020",), ""), "html.parser")

    assert [] == shown.select("script, b, img")
