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
