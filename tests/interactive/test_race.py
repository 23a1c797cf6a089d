"""The race: amounts of figures and of what was measured, the axis, and what authors get wrong."""

from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from macros.assembly.drawn import material
from macros.content.units import KNOWN
from macros.interactive.amount import Amount
from macros.interactive.kind import Material
from macros.interactive.race import Race
from macros.interactive.track import Bar, Track, drawn
from macros.reading.datafile import parsed
from macros.reading.yaml import read_yaml
from tests.conftest import COURSE

MADE_OF = material(COURSE)
LANES = "{name: Tea, tone: green, figure: tea-drawing}, {name: Coffee, tone: red, figure: coffee-drawing}"


def race(lanes: str = LANES) -> Race:
    """Return a race of one setting."""
    return parsed(
        read_yaml(f"{{axis: Time, control: When, settings: [{{id: day, name: Day, lanes: [{lanes}]}}]}}", ""), Race, ""
    ).model


def shares(track: Track, css_class: str, attribute: str) -> list[str]:
    found = ET.fromstring(drawn(track)).iter()  # noqa: S314 - our own drawing
    return [part.get(attribute, "") for part in found if css_class in (part.get("class") or "").split()]


def test_an_amount_is_that_of_a_figure_in_base_units_with_its_source() -> None:
    taken = Amount(figure="tea-drawing").taken(MADE_OF)

    assert (240.0, "time", "about 4 min", "brown-2021") == (taken.value, taken.dimension, taken.shown, taken.source)
    assert "stated, Brown and Clark 2021" == taken.short


def test_an_amount_is_the_median_of_the_first_run() -> None:
    taken = Amount(way="tea", field="draw_seconds").taken(MADE_OF)

    assert (240.5, "time", "") == (taken.value, taken.dimension, taken.source)
    assert taken.short.endswith("2026-03-04")


def test_a_race_cites_the_sources_of_its_figures_once() -> None:
    assert ("brown-2021",) == race().sources(MADE_OF)


@pytest.mark.parametrize(
    ("end", "names"),
    [
        (4.08, ["0", "1 s", "2 s", "3 s", "4 s"]),
        (1.0, ["0", "0.2 s", "0.4 s", "0.6 s", "0.8 s", "1 s"]),
        (2.2, ["0", "0.5 s", "1 s", "1.5 s", "2 s"]),
        (46.1, ["0", "10 s", "20 s", "30 s", "40 s"]),
        (0.0011, ["0", "0.5 ms", "1 ms"]),
    ],
)
def test_an_axis_has_round_steps_from_nothing(end: float, names: list[str]) -> None:
    svg = ET.fromstring(drawn(Track("Time", KNOWN["time"], (Bar("One", "red", end, "x", ""),))))  # noqa: S314

    assert names == [text.text for text in svg.findall("text")][:-1]


def test_an_axis_is_named_by_the_unit_in_which_the_longest_bar_is_written() -> None:
    bars = (Bar("Tea", "green", 240, "4 min", "", unit="min"), Bar("Soup", "red", 120, "120 s", "", unit="s"))
    track = Track("Time", KNOWN["time"], bars)
    svg = ET.fromstring(drawn(track))  # noqa: S314 - our own drawing

    assert ["0", "1 min", "2 min", "3 min", "4 min"] == [text.text for text in svg.findall("text")][:-1]
    assert ["60|min", "60|min"] == [lane.get("data-unit") for lane in svg.findall("g")]
    assert (1, "s") == replace(track, bars=bars[1:]).unit


def test_bars_are_shares_of_the_longest_or_pixels_of_a_file() -> None:
    bars = (Bar("One", "red", 1, "1 s", "", (), (("half way", 0.5),)), Bar("Two", "blue", 4, "4 s", ""))
    track = Track("Time", KNOWN["time"], bars)

    assert ["25%", "100%"] == shares(track, "dg-run", "width")
    assert ["12.5%"] == shares(track, "dg-pass", "x1")
    file = ET.fromstring(drawn(track, 720, "Two"))  # noqa: S314 - our own drawing
    assert ["180.00", "720.00"] == [
        part.get("width") for part in file.iter("rect") if "dg-run" in part.get("class", "")
    ]


COFFEE = "{name: Coffee, tone: red, figure: coffee-drawing}"
BAD = {
    f"{{name: Coffee, tone: green, figure: tea-drawing}}, {COFFEE}": "'Coffee' stands twice",
    f"{{name: Tea, tone: green}}, {COFFEE}": "names no figure and no way, or both",
    f"{{name: Tea, tone: green, figure: tea-drawing, way: tea}}, {COFFEE}": "names no figure and no way",
    f"{{name: Tea, tone: green, way: tea}}, {COFFEE}": "has only one of 'way' and 'field'",
}


@pytest.mark.parametrize("lanes", BAD)
def test_what_is_wrong_with_lanes_is_told(lanes: str) -> None:
    with pytest.raises(Exception, match=BAD[lanes]):
        race(lanes)


GAPS = {
    "figure: tea-drawing, phases: [{name: late, figure: tea-time}]": "is after the end of its lane: 10 min",
    "figure: tea-time, phases: [{name: b, figure: tea-drawing}, {name: a, figure: coffee-time}]": "is before the phase",
    "way: tea, field: cup.bytes": "is of data, and the first lane of time",
    "way: tea, field: heat": "there is no field that measures something 'heat'",
    "way: cocoa, field: draw_seconds": "the first run has no 'draw_seconds' of 'cocoa'",
}


@pytest.mark.parametrize("amount", GAPS)
def test_amounts_that_do_not_fit_are_told(amount: str) -> None:
    lanes = f"{{name: Coffee, tone: red, figure: coffee-drawing}}, {{name: Tea, tone: green, {amount}}}"
    told = [message for _, message, _ in race(lanes).gaps(MADE_OF)]

    assert 1 == len(told)
    assert told[0].startswith(GAPS[amount])


def test_a_name_without_room_on_a_phone_is_told() -> None:
    lanes = f"{{name: {'A long name for tea' * 2}, tone: green, figure: tea-drawing}}, {LANES.partition('}, ')[2]}"
    told: list[Any] = [*race(lanes).gaps(MADE_OF)]

    assert ["has no room on a phone beside 'about 4 min'"] == [message for _, message, _ in told]
    assert (("settings", 0, "lanes", 0, "name"),) == tuple(loc for loc, _, _ in told)


def test_a_figure_that_no_unit_converts_is_told() -> None:
    strange = {"tea-drawing": MADE_OF.figures["tea-drawing"].model_copy(update={"unit": "cups"})}
    made_of: Material = replace(MADE_OF, figures={**MADE_OF.figures, **strange})

    assert ["'cups' is a unit of no dimension"] == [message for _, message, _ in race().gaps(made_of)]
