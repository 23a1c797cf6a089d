"""Figures, their units, and how they are written."""

from typing import Any

import pytest
from pydantic import ValidationError

from macros.content.measurement import Figure, faults, on_axis
from macros.content.number import number
from macros.content.units import KNOWN
from macros.reading.positions import Loc

FIELDS: dict[str, Any] = {
    "id": "tea-time",
    "what": "Tea",
    "value": 112048,
    "unit": "ms",
    "kind": "measured",
    "measured": "From hot to warm.",
    "conditions": "One cup.",
    "year": 2020,
    "source": "adam-2020",
    "where": "Table 1",
}


@pytest.mark.parametrize(
    ("value", "expected"),
    [(112048, "112,048"), (1.09, "1.09"), (0.0014, "0.0014"), (290.87, "290.87"), (2.0, "2"), (1e6, "1,000,000")],
)
def test_a_number_keeps_its_digits_and_sets_thousands_apart(value: float, expected: str) -> None:
    assert expected == number(value)


@pytest.mark.parametrize(
    ("bound", "expected"), [(None, "112,048 ms"), ("at most", "at most 112,048 ms"), ("about", "about 112,048 ms")]
)
def test_a_figure_is_written_with_its_unit_and_its_bound(bound: str | None, expected: str) -> None:
    assert expected == str(Figure.model_validate(FIELDS | {"bound": bound}))


@pytest.mark.parametrize("field", FIELDS)
def test_a_figure_without_one_of_its_fields_is_refused(field: str) -> None:
    with pytest.raises(ValidationError):
        Figure.model_validate({name: value for name, value in FIELDS.items() if name != field})


@pytest.mark.parametrize(
    "fault",
    [{"value": 0}, {"value": -1}, {"value": "1.09"}, {"value": float("inf")}, {"year": 2999}, {"kind": "guessed"},
     {"bound": "nearly"}, {"unit": ""}, {"what": "x" * 61}],
)  # fmt: skip
def test_a_faulty_field_is_refused(fault: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Figure.model_validate(FIELDS | fault)


@pytest.mark.parametrize("value", [0.0001, 9_999_999_999, 0.0001234567891, 1234567.891, 0.1, 1e9])
def test_a_number_of_ten_digits_is_shown_as_it_was_written(value: float) -> None:
    shown = number(Figure.model_validate(FIELDS | {"value": value}).value)

    assert value == float(shown.replace(",", ""))
    assert "e" not in shown


@pytest.mark.parametrize(
    "value", [1e308, 5e-324, 0.00009999, 10_000_000_000, 1.0123456789012, -0.0, float("nan"), 10**400]
)
def test_a_number_that_would_be_shown_as_another_one_is_refused(value: float) -> None:
    with pytest.raises(ValidationError):
        Figure.model_validate(FIELDS | {"value": value})


def test_no_number_is_written_as_a_power() -> None:
    assert ["9,999,999,999", "36,000,000,000,000 s"] == [number(9_999_999_999), on_axis(3.6e13, KNOWN["time"])]


def told(*figures: dict[str, Any], units: tuple[str, ...] = ()) -> list[tuple[Loc, str, str]]:
    placed = [(("f", n), Figure.model_validate(FIELDS | one)) for n, one in enumerate(figures)]
    return list(faults(placed, units, KNOWN))


@pytest.mark.parametrize(
    ("unit", "meant"),
    [
        ("msec", "ms"),
        ("seconds", "s"),
        ("us", "µs"),
        ("\u03bcs", "µs"),
        ("Min", "min"),
        ("Mb", "MB"),
        ("MBytes", "MB"),
        ("KB", "kB"),
        ("mib", "MiB"),
        ("cups on trays", "cups on a tray"),
    ],
)
def test_a_unit_that_is_written_otherwise_is_told_with_the_right_one(unit: str, meant: str) -> None:
    units = ("cups on a tray",)

    assert ((("f", 0, "unit"), f"there is no unit '{unit}'", f"did you mean '{meant}'?")) == told(
        {"unit": unit}, units=units
    )[0]


def test_of_an_unknown_unit_all_that_are_known_are_listed_by_what_they_measure() -> None:
    ((place, message, hint), _) = told({"unit": "lightyears"}, units=("types",))

    assert (("f", 0, "unit"), "there is no unit 'lightyears'") == (place, message)
    assert hint.startswith("time: ns, µs, ms, s, min, h; data: B, kB, MB")
    assert hint.endswith(
        "the file's own: types; add one below 'units:' here, "
        "or below 'dimensions:' in docs/data/course.yml if a chart shall draw it"
    )


def test_a_unit_of_the_files_own_is_known_and_needed() -> None:
    assert [] == told({"unit": "types"}, units=("types",))
    assert [(("units", 0), "no figure needs 'types' here", "delete it")] == told({}, units=("types",))
    assert [(("units", 0), "no figure needs 'ms' here", "delete it")] == told({}, units=("ms",))


@pytest.mark.parametrize("field", ["measured", "conditions"])
@pytest.mark.parametrize("words", ["On the same machine.", "As above.", "Likewise."])
def test_a_figure_can_be_read_without_another(field: str, words: str) -> None:
    ((place, message, _),) = told({field: words})

    assert ("f", 0, field) == place
    assert message.endswith(" needs another figure beside this one to be understood")
