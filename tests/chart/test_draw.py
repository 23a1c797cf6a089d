"""Charts as drawings: a logarithmic axis on which every dot and every word has its room."""

import re
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.chart.draw import draw
from macros.chart.plot import Band, Dot, Key, Plot, scale
from macros.content.units import KNOWN
from macros.diagram.block import NARROW, WIDE
from macros.diagram.text import width

SVG = "{http://www.w3.org/2000/svg}"
TEA, COFFEE = Key("Tea", "green", 0), Key("Coffee", "red", 1)

words = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=12)
labels = st.lists(words, min_size=1, max_size=5).map(" ".join)
values = st.floats(1e-6, 1e12)
dots = st.builds(Dot, labels, st.sampled_from(["1.09 s", "at most 125 ms", "about 112,048 MiB"]), values)
some_dots = st.lists(dots, min_size=1, max_size=4).map(lambda d: (*d,))
bands = st.builds(Band, labels, st.just("") | labels, st.sampled_from([TEA, COFFEE]), some_dots)
plots = st.builds(
    Plot,
    title=st.just("T"),
    desc=st.just("D"),
    axis=labels,
    units=st.sampled_from([*KNOWN.values()]),
    keys=st.just((TEA, COFFEE)),
    bands=st.lists(bands, min_size=1, max_size=6).map(lambda b: (*b,)),
)


def one(value: float, *more: float) -> Plot:
    dots = tuple(Dot("case", f"{each:g} s", each) for each in (value, *more))
    return Plot("T", "D", "Time", KNOWN["time"], (TEA,), (Band("Tea", "", TEA, dots),))


@pytest.mark.parametrize(
    ("values", "low", "high"), [([0.5, 300], -1, 3), ([1, 10], 0, 1), ([10], 1, 2), ([3, 4], 0, 1), ([0.001], -3, -2)]
)
def test_an_axis_has_the_fewest_whole_decades_that_hold_all_values(values: list[float], low: int, high: int) -> None:
    assert (low, high) == (scale(values, 0, 100).low, scale(values, 0, 100).high)


def test_equal_ratios_are_equal_distances() -> None:
    axis = scale([0.001, 1000], 10, 610)

    assert [10, 110, 210, 610] == [round(axis.x(value), 6) for value in (0.001, 0.01, 0.1, 1000)]


@pytest.mark.parametrize("limit", [WIDE, NARROW])
def test_a_larger_figure_stands_further_right(limit: float) -> None:
    marks = [float(x) for x in re.findall(r"translate\(([\d.]+)", draw(one(1, 2, 50), limit))]

    assert sorted(marks[1:]) == marks[1:]
    assert 3 == len(set(marks[1:]))


def test_the_drawing_has_a_name_a_description_a_mark_for_each_figure_and_one_for_each_key() -> None:
    svg = ET.fromstring(draw(one(1, 2, 50), WIDE))  # noqa: S314 - our own drawing

    assert ["T", "D"] == [svg.findtext("title"), svg.findtext("desc")]
    assert 1 + 3 == len(svg.findall("path[@class='dg-mark dg-tone--green']"))
    assert {"1 s", "2 s", "50 s", "Tea", "case", "10 s", "100 s"} <= {text.text for text in svg.iter("text")}


def test_nothing_in_a_chart_says_how_it_looks() -> None:
    assert [] == re.findall(r"\b(?:fill|stroke|style|font-\w+)=", draw(one(1, 2), WIDE))


def test_hostile_words_come_out_as_text() -> None:
    hostile = "</text><script>x</script>\"'&"
    plot = Plot(
        hostile, hostile, hostile, KNOWN["time"], (TEA,), (Band(hostile, hostile, TEA, (Dot(hostile, hostile, 1),)),)
    )
    svg = ET.fromstring(draw(plot, NARROW))  # noqa: S314 - that it can be parsed is the point

    assert [] == [*svg.iter("script")]


HUGE = replace(one(1), bands=(Band("", "", TEA, (Dot("0", "1.09 s", 1e9), Dot("0", "1.09 s", 1.0000000001e10))),))
LONG = replace(one(1), bands=(Band("", "", TEA, (Dot("0", "about 112,048 MiB", 3.0), Dot("0", "1 s", 1.0))),))


@given(plots, st.sampled_from([WIDE, NARROW]))
@example(HUGE, NARROW)
@example(LONG, NARROW)
def test_every_word_lies_in_the_drawing_and_no_two_overlap(plot: Plot, limit: float) -> None:
    svg = ET.fromstring(draw(plot, limit))  # noqa: S314 - our own drawing
    left, top, wide, high = map(float, svg.get("viewBox", "").split())
    boxes = []
    for text in svg.iter("text"):
        long, x, y = width(text.text or ""), float(text.get("x", "")), float(text.get("y", ""))
        start = x - long if "dg-text--end" in text.get("class", "") else x
        boxes.append((start, start + long, y - 12, y + 4))

    assert [] == [box for box in boxes if box[0] < left or box[1] > left + wide or box[2] < top or box[3] > top + high]
    beside = [(a, b) for a, b in combinations(boxes, 2) if a[0] < b[1] and b[0] < a[1]]
    assert [] == [(a, b) for a, b in beside if a[2] < b[3] and b[2] < a[3]]
