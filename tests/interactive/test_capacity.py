"""How many fit: sums worked out by hand, what decides, and what is drawn."""

from itertools import product

import pytest

from macros.assembly.drawn import material
from macros.interactive.capacity import Capacity
from macros.interactive.fill import Box, lines
from macros.interactive.fitting import fits
from tests.conftest import COURSE

MADE_OF = material(COURSE)
POTS = COURSE.interactives["pots"].kind


def outcomes(**values: float) -> list[tuple[int, str, str]]:
    """Return count, sentence and sum of each way, with these values in the place of the cited ones."""
    assert isinstance(POTS, Capacity)
    controls = POTS.controls(MADE_OF)
    for name, value in values.items():
        key = name.replace("_", ".")
        controls[key] = controls[key].at(value)
    found = [POTS.outcome(way, controls) for way in POTS.ways]
    return [(one.count, one.sentence, one.formula.replace("\u00a0", " ")) for one in found]


def test_what_is_left_is_divided_by_what_each_takes_in_whatever_unit() -> None:
    tea, coffee = outcomes()

    assert (10, "Tea: 10, then the day is over.", "(2 h \u2212 20 min) ÷ 10 min = 10") == tea
    assert (8, "Coffee: 8, then the day is over.", "(2 h \u2212 20 min) ÷ (10 min + 90 s) = 8") == coffee


def test_another_resource_decides_when_it_is_used_up_first() -> None:
    tea, _ = outcomes(leaves_has=2)

    assert (6, "Tea: 6, then the tin is empty.", "(2 h \u2212 20 min) ÷ 10 min = 10; Spoons: 2 ÷ 0.3 = 6") == tea


def test_a_limit_decides_when_it_comes_first_and_only_for_its_ways() -> None:
    tea, coffee = outcomes(limits_people=3)

    assert (3, "Tea: 3, then nobody is thirsty.", "(2 h \u2212 20 min) ÷ 10 min = 10; people: 3") == tea
    assert 8 == coffee[0]


def test_of_two_that_allow_the_same_the_first_decides() -> None:
    assert "Tea: 10, then the day is over." == outcomes(limits_people=10)[0][1]


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [((1, 2, 1, 0), 0), ((1, 1, 1, 0), 0), ((0.3, 0, 0.1, 0), 3), ((64e9, 1e9, 200e6, 4.1e6), 308), ((1, 0, 2, 0), 0)],
)
def test_whole_ones_fit_and_never_less_than_none(amounts: tuple[float, float, float, float], expected: int) -> None:
    assert expected == fits(*amounts)


@pytest.mark.parametrize(("each", "kept"), [*product((0.0001, 0.003, 0.0128, 0.075, 0.4, 1), (0, 0.06, 0.5))])
def test_what_fits_stays_within_its_box(each: float, kept: float) -> None:
    places = fits(1, kept, each, 0)
    needed, _ = lines(Box("tea", "Tea", places, places, kept, each, 0.2))
    ends = [float(part.split("M")[0]) for part in needed["d"].split("H")[1:]]

    assert all(end <= 1000.1 for end in ends)
    assert bool(places) == bool(ends)


def test_it_cites_the_sources_of_its_figures() -> None:
    assert ("adam-2020",) == POTS.sources(MADE_OF)
