"""The comparison as HTML, with subjects that are not those of the course."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.content.comparison import Comparison
from macros.content.table import evidence, key_differences, single_row
from macros.reading.datafile import read_data
from tests.builders import DRINKS

ROOT = Path(__file__).parents[2]


def cite(ids: tuple[str, ...], _row: str = "") -> str:
    return f"<i>{' '.join(dict.fromkeys(ids))}</i>"


def test_any_subjects_can_be_compared(drinks: Comparison) -> None:
    full = BeautifulSoup(evidence(drinks, cite), "html.parser")

    assert ["What differs", "Tea", "Coffee", "Mate"] == [th.text for th in full.select("thead th")]
    assert ["of leaves", "of beans", "of twigs"] == [about.text for about in full.select(".comparison__about td p")]


def test_the_key_table_leaves_out_the_subjects_that_are_not_key(drinks: Comparison) -> None:
    key = BeautifulSoup(key_differences(drinks, cite), "html.parser")

    assert ["What differs", "Tea", "Coffee", "When this is wrong"] == [th.text for th in key.select("thead th")]
    assert key.caption
    assert "The key differences" == key.caption.text
    assert "Roasted" not in key.text
    assert "Black tea." in key.text


def test_a_cell_opens_to_its_figures_conditions_and_sources(drinks: Comparison) -> None:
    cell = BeautifulSoup(evidence(drinks, cite), "html.parser").select_one("td#price--tea")

    assert cell
    assert cell.summary
    assert cell.details
    assert "1 figure, 1 source for Price, Tea" == cell.summary.text
    assert cell.select_one(".comparison__exception")
    for said in ("about 1,200.5\u00a0coins", "Tea", "2020", "stated", "Asked.", "One shop.", "adam", "Page 3"):
        assert said in cell.details.text


def test_a_cell_that_no_source_supports_says_that_it_is_our_judgement(drinks: Comparison) -> None:
    cell = BeautifulSoup(evidence(drinks, cite), "html.parser").select_one("td#colour--coffee details")

    assert cell
    assert ["Our judgement for Colour, Coffee", "We looked."] == [part.text for part in cell.select("summary, p")]


def test_the_key_table_shows_the_key_rows_only(drinks: Comparison) -> None:
    shown = BeautifulSoup(key_differences(drinks, cite), "html.parser")

    assert ["Colour"] == [th.text for th in shown.select("th[scope=row]")]
    assert [] == shown.select("tr[id]")


def test_the_full_table_has_an_anchor_for_each_row_and_no_empty_group(drinks: Comparison) -> None:
    shown = BeautifulSoup(evidence(drinks, cite), "html.parser")

    assert ["colour", "price"] == [tr["id"] for tr in shown.select("tr[id]")]
    assert ["colour--tea", "colour--coffee", "colour--mate"] == [td["id"] for td in shown.select("tr#colour td")]
    assert ["Taste"] == [th.text for th in shown.select("th[scope=rowgroup]")]


def test_cells_come_out_as_text(drinks: Comparison) -> None:
    assert "&lt;b&gt;Black&lt;/b&gt;" in single_row(drinks, drinks.rows[0], cite)


def test_a_screen_reader_is_told_what_each_header_heads(drinks: Comparison) -> None:
    shown = BeautifulSoup(evidence(drinks, cite), "html.parser")

    assert ["Three drinks"] == [caption.text for caption in shown.select("table > caption")]
    assert ["col"] * 4 + ["row", "rowgroup", "row", "row"] == [header["scope"] for header in shown.select("th")]
    assert ["4"] == [header["colspan"] for header in shown.select("th[scope=rowgroup]")]


@pytest.mark.parametrize(
    "field",
    ["name: Colour", "exception: Black tea.", "explanation: Leaves or beans.", "title: Three drinks", "answer: Green",
     "about: of leaves", "judgement: We looked.", "unit: coins", "what: Tea", "measured: Asked.", "where: Page 3"],
)  # fmt: skip
def test_hostile_text_of_any_field_comes_out_as_text(tmp_path: Path, field: str) -> None:
    key = field.split(":", maxsplit=1)[0]
    value = "'\"><script>x</script>'"
    drinks = DRINKS.replace(field, f"{key}: {value}", 1).replace("[coins]", f"[{value if key == 'unit' else 'coins'}]")
    (tmp_path / "drinks.yml").write_text(drinks)
    hostile = read_data(tmp_path / "drinks.yml", "drinks.yml", Comparison).model
    html = evidence(hostile, cite) + single_row(hostile, hostile.rows[0], cite)

    assert [] == BeautifulSoup(html, "html.parser").select("script")
    assert "&lt;script&gt;" in html


def test_a_judgement_beside_a_source_is_named_as_one(tmp_path: Path) -> None:
    said = DRINKS.replace("judgement: We looked.", "judgement: We looked., sources: [adam]")
    (tmp_path / "drinks.yml").write_text(said)
    drinks = read_data(tmp_path / "drinks.yml", "drinks.yml", Comparison).model
    cell = BeautifulSoup(evidence(drinks, cite), "html.parser").select_one("td#colour--coffee details")

    assert cell
    assert "Our judgement: We looked." in [part.text for part in cell.select("p")]


def test_the_place_in_a_source_follows_it_behind_a_comma(drinks: Comparison) -> None:
    cell = BeautifulSoup(evidence(drinks, cite), "html.parser").select_one("td#price--tea")

    assert cell
    assert "adam, Page 3" in cell.text


def test_an_exception_names_its_subject_when_several_have_one(tmp_path: Path, drinks: Comparison) -> None:
    said = DRINKS.replace("judgement: We looked.}", "judgement: We looked., exception: Green beans.}")
    (tmp_path / "drinks.yml").write_text(said)
    several = read_data(tmp_path / "drinks.yml", "drinks.yml", Comparison).model

    for found, expected in ((drinks, "Black tea."), (several, "Tea: Black tea. Coffee: Green beans.")):
        whole = BeautifulSoup(key_differences(found, cite), "html.parser").select_one(".comparison__exception")
        cards = BeautifulSoup(single_row(found, found.rows[0], cite), "html.parser").select(".row-card__exception dd")

        assert whole
        assert expected in " ".join(whole.get_text(" ").split())
        assert [expected] == [" ".join(dd.get_text(" ").split()) for dd in cards]


def test_more_sources_than_three_are_folded_under_the_name_of_their_row(drinks: Comparison) -> None:
    def shown(count: int) -> BeautifulSoup:
        (row,) = drinks.shown(key=True)
        cell = row.cells["tea"].model_copy(update={"sources": tuple(f"source-{number}" for number in range(count))})
        many = row.model_copy(update={"cells": {**row.cells, "tea": cell}})
        html = key_differences(drinks.model_copy(update={"rows": (many,)}), cite)
        return BeautifulSoup(html, "html.parser")

    named = {count: [one.name for one in shown(count).select(".comparison__sources")] for count in (3, 4)}
    folded = shown(4).select_one("details.comparison__sources")

    assert {3: ["p"], 4: ["details"]} == named
    assert folded
    assert folded.summary
    assert "4 sources (Colour)" == folded.summary.text


def test_any_two_of_three_subjects_can_be_chosen_and_two_leave_nothing_to_choose(drinks: Comparison) -> None:
    shown = BeautifulSoup(evidence(drinks, cite), "html.parser").select("[name=compare] option")
    both = drinks.model_copy(update={"subjects": drinks.subjects[:2]})

    assert [
        ("", "All columns"),
        ("tea coffee", "Tea and Coffee"),
        ("tea mate", "Tea and Mate"),
        ("coffee mate", "Coffee and Mate"),
    ] == [(option["value"], option.text) for option in shown]
    assert "compare" not in evidence(both, cite)


def test_a_row_has_the_words_that_readers_type_for_it(drinks: Comparison) -> None:
    shown = BeautifulSoup(evidence(drinks, cite, {"price": "cost money", "colour": ""}), "html.parser")

    assert {"colour": None, "price": "cost money"} == {
        row["id"]: row.get("data-also") for row in shown.select("tr[id]")
    }


def test_the_list_leads_to_every_row_in_its_group(drinks: Comparison) -> None:
    shown = BeautifulSoup(evidence(drinks, cite), "html.parser").select_one(".rows[popover]")

    assert shown
    assert ["Taste"] == [group.text for group in shown.select("p")]
    assert [("#colour", "Colour"), ("#price", "Price")] == [(link["href"], link.text) for link in shown.select("a")]


def test_every_figure_has_an_anchor(drinks: Comparison) -> None:
    shown = BeautifulSoup(evidence(drinks, cite), "html.parser")
    figures = [figure.id for row in drinks.rows for figure in row.figures]

    assert [f"figure--{name}" for name in figures] == [one["id"] for one in shown.select(".evidence__figures li")]
