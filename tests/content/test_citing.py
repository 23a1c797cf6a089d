"""How works are cited: each form is what a citation tool, TeX or a page of Markdown reads as it was meant."""

import json
from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup

from macros.content.card import Card, Licence
from macros.content.citing import citation, of_course, of_part, of_source
from macros.content.source import Source

CARD = Card(
    promise="P", lessons=1, minutes=1, level="L", authors="A & B", licence=Licence(name="CC0", url="https://a.test")
)
DATED = CARD.model_copy(update={"published": date(2026, 11, 28)})


def source(**fields: Any) -> Source:
    known = {"id": "one", "type": "book", "title": "On cups", "author": [{"family": "Adam", "given": "Zoe"}]}
    said = {"issued": 2020, "accessed": date(2026, 11, 2), "says": "S", "URL": "https://adam.test/a_b?c=1%20&d"}
    return Source.model_validate(known | said | fields, strict=False)


def test_a_source_is_cited_as_in_the_bibliography() -> None:
    found = of_source(source(publisher="P", edition="2nd"), "b")

    assert "Adam, Zoe (2020b). On cups. 2nd edition, P. https://adam.test/a_b?c=1%20&d" == found["plain"]
    assert "Adam, Zoe (2020b). [On cups](https://adam.test/a_b?c=1%20&d). 2nd edition, P." == found["markdown"]
    assert ("one", "book", "On cups") == tuple(found["csl"][key] for key in ("id", "type", "title"))
    assert "note" not in found["csl"]


@pytest.mark.parametrize(
    ("kind", "entry", "whole"),
    [
        ("article-journal", "article", "journal"),
        ("paper-conference", "inproceedings", "booktitle"),
        ("chapter", "incollection", "booktitle"),
        ("webpage", "misc", "howpublished"),
        ("software", "misc", "howpublished"),
    ],
)
def test_a_kind_of_work_has_its_entry_and_the_field_of_its_whole(kind: str, entry: str, whole: str) -> None:
    bibtex = of_source(source(type=kind, **{"container-title": "The Cup"}), "")["bibtex"]

    assert bibtex.startswith(f"@{entry}{{one,\n  author = {{Adam, Zoe}},\n  title = {{{{On cups}}}},\n")
    assert f"  {whole} = {{The Cup}},\n" in bibtex
    assert bibtex.endswith("  url = {https://adam.test/a_b?c=1%20&d},\n  urldate = {2026-11-02}\n}")


def test_what_means_something_to_tex_stands_for_itself() -> None:
    bibtex = of_source(source(title=r"50 % of #1 & a_b ~ {x} \y", author=[{"literal": "Cups & Sons"}]), "")["bibtex"]

    assert r"title = {{50 \% of \#1 \& a\_b \textasciitilde{} \{x\} \textbackslash{}y}}" in bibtex
    assert r"author = {{Cups \& Sons}}" in bibtex


def test_several_authors_are_told_apart() -> None:
    people = [{"family": "Adam", "given": "Zoe"}, {"family": "Brown", "given": "Al"}, {"literal": "The Cup"}]

    assert "author = {Adam, Zoe and Brown, Al and {The Cup}}" in of_source(source(author=people), "")["bibtex"]


def test_what_means_something_to_markdown_stands_for_itself() -> None:
    assert r"[\[1\] \*cups\*](https://" in of_source(source(title="[1] *cups*"), "")["markdown"]


def test_a_part_has_places_for_what_only_a_script_knows() -> None:
    part = of_part(CARD, "Cups")

    assert "A & B. {title}. In: Cups. CC0. Read on {day}. {address}" == part["plain"]
    assert "A & B. [{title}]({address}). In: Cups. CC0. Read on {day}." == part["markdown"]
    for said in ("@misc{{key},", "title = {{{title}}}", "url = {{address}}", "urldate = {{day}}", r"{{A \& B}}"):
        assert said in part["bibtex"]
    assert "Cups" == part["csl"]["container-title"]


def test_a_course_that_names_its_day_is_cited_with_its_year_and_citation_tools_get_the_day() -> None:
    whole, part = of_course(DATED, "Cups", ""), of_part(DATED, "Cups")

    assert "A & B (2026). Cups. CC0." == whole["plain"]
    assert "A & B (2026). [{title}]({address}). In: Cups. CC0. Read on {day}." == part["markdown"]
    for form in (whole, part):
        assert "  year = {2026},\n  month = nov,\n" in form["bibtex"]
        assert {"date-parts": [[2026, 11, 28]]} == form["csl"]["issued"]
    assert "issued" not in of_course(CARD, "Cups", "")["csl"]
    assert "year" not in of_course(CARD, "Cups", "")["bibtex"]


@pytest.mark.parametrize(
    ("authors", "expected"), [("the team", "The team"), ("eBay", "eBay"), ("Ann", "Ann"), ("élan", "Élan")]
)
def test_a_citation_begins_with_a_capital_but_for_a_name_that_has_one_within(authors: str, expected: str) -> None:
    forms = of_course(CARD.model_copy(update={"authors": authors}), "Cups", "")

    assert f"{expected}. Cups. CC0." == forms["plain"] == forms["markdown"]
    assert f"  author = {{{{{expected}}}}},\n" in forms["bibtex"]
    assert [{"literal": expected}] == forms["csl"]["author"]


def test_a_source_with_a_doi_has_its_address_in_every_form() -> None:
    doi = of_source(source(DOI="10.1000/182"), "")
    without = of_source(source(DOI="10.1000/182", URL=None), "")

    for forms in (doi, without):
        assert "https://doi.org/10.1000/182" == forms["csl"]["URL"]
        assert "  url = {https://doi.org/10.1000/182},\n" in forms["bibtex"]
        assert forms["plain"].endswith(" https://doi.org/10.1000/182")


def test_the_whole_course_is_cited_with_its_address_where_it_has_one() -> None:
    assert "A & B. Cups. CC0. https://cups.test/" == of_course(CARD, "Cups", "https://cups.test/")["plain"]
    assert "A & B. Cups. CC0." == of_course(CARD, "Cups", "")["plain"]
    assert "URL" not in of_course(CARD, "Cups", "")["csl"]


def test_a_page_shows_the_day_of_a_course_that_names_it() -> None:
    dated, undated = (BeautifulSoup(citation(card, "Cups", ""), "html.parser") for card in (DATED, CARD))

    assert ["This edition was published on 2026-11-28."] == [line.text for line in dated.select(".citation__day")]
    assert [] == undated.select(".citation__day")


def test_a_page_shows_each_form_on_lines_of_its_own() -> None:
    shown = BeautifulSoup(citation(CARD, "Cups", ""), "html.parser")
    forms = {str(form["data-form"]): form.text for form in shown.select("pre")}

    assert ["Plain text", "Markdown", "BibTeX", "CSL-JSON"] == [*forms]
    assert 5 == len(forms["BibTeX"].splitlines())
    assert "Cups" == json.loads(forms["CSL-JSON"])[0]["title"]
