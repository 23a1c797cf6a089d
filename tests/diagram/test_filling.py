"""Figures of the comparison in a diagram."""

import pytest

from macros.content.measurement import Figure
from macros.diagram.filling import filled
from macros.reading.positions import Marked
from macros.reading.problem import ContentError
from macros.reading.yaml import read_yaml


def figure(**changes: object) -> Figure:
    fields = {"id": "tea-time", "what": "Tea", "value": 10.0, "unit": "min", "kind": "measured", "measured": "M"}
    return Figure.model_validate({**fields, "conditions": "C", "year": 2020, "source": "adam", "where": "W", **changes})


FIGURES = {"tea-time": figure(), "coffee-time": figure(id="coffee-time", value=90.0, unit="s", bound="at most")}


def marks(text: str) -> Marked:
    return read_yaml(text, "d.yml")


def said(text: str, figures: dict[str, Figure]) -> str:
    with pytest.raises(ContentError) as caught:
        filled(marks(text), figures)
    return str(caught.value)


def test_an_id_in_braces_becomes_the_figure_with_its_unit_on_the_same_line() -> None:
    value = filled(marks("a: [{label: '{tea-time} or {coffee-time}'}]"), FIGURES).value

    assert "10\u00a0min or at most 90\u00a0s" == value["a"][0]["label"]


def test_a_number_may_be_the_id_of_a_figure() -> None:
    value = filled(marks("scale: cup\nnumber: coffee-time"), FIGURES).value

    assert 90.0 == value["number"]


def test_the_figures_are_kept_each_once() -> None:
    value = filled(marks("a: '{tea-time}'\nb: '{coffee-time} {tea-time}'"), FIGURES).value

    assert ("tea-time", "coffee-time") == value["figures"]


@pytest.mark.parametrize("text", ["a: '{}'", "a: '{ tea-time }'", "a: '{{.Names}}'", "number: 5", "a: 'tea-time'"])
def test_other_braces_and_numbers_stay_as_they_are(text: str) -> None:
    assert marks(text).value == filled(marks(text), FIGURES).value


def test_an_unknown_figure_is_named_with_its_place() -> None:
    assert (
        "d.yml:1:1: a: there is no figure 'tea-tine'\n    hint: did you mean 'tea-time'?\n"
        "d.yml:2:1: number: there is no figure 'xyz'\n    hint: write the id of a figure in docs/data/comparison.yml"
    ) == said("a: '{tea-tine}'\nnumber: xyz", FIGURES)


def test_without_a_comparison_dots_stand_for_figures() -> None:
    value = filled(marks("a: '{tea-time}'\nnumber: xyz"), None).value

    assert {"a": "…", "number": 1.0, "figures": ("tea-time", "xyz")} == value


@pytest.mark.parametrize("text", ["- '{tea-time}'", "'{tea-time}'", "[{number: tea-time}]", ""])
def test_what_is_no_diagram_at_all_stays_as_it_is(text: str) -> None:
    assert marks(text) == filled(marks(text), FIGURES)


def test_figures_are_not_listed_by_hand() -> None:
    assert ("d.yml:1:1: figures: unknown key\n    hint: name each figure where it is shown, in braces") == said(
        "figures: [tea-time]\na: '{tea-time}'", FIGURES
    )


def test_very_many_unknown_figures_are_all_counted() -> None:
    (first, *others) = said("a:\n" + "- '{tea-tine}'\n" * 60, FIGURES).split("\nd.yml:")

    assert ("did you mean 'tea-time'?", 59) == (first.partition("hint: ")[2], len(others))
    assert others[-1].endswith("hint: write the id of a figure in docs/data/comparison.yml")
