"""Charts in rows: every value in its column, its mark on the axis, and no line of the axis through a word."""

import re
from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.chart.parts import BOLD
from macros.chart.plot import Key, Lane, Rows, Value, scale
from macros.chart.rows import draw
from macros.content.units import KNOWN
from macros.diagram.block import NARROW, WIDE
from macros.diagram.text import FONT_SIZE, LINE_HEIGHT, width

OURS, OWN = Key("Ours", "plain", 0), Key("Your run", "plain", 5)
KEPT = (("Your run", None),)

words = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=60)
labels = st.just("") | st.lists(words, min_size=1, max_size=6).map(" ".join)
amounts = st.lists(st.floats(1e-9, 1e12), min_size=3, max_size=3).map(sorted)
values = st.builds(
    lambda label, shown, found: Value(label, shown, Key("", "red", 0), found[1], found[0], found[2]),
    labels,
    st.sampled_from(["1.09 s", "about 112,048 MiB"]),
    amounts,
)
lanes = st.builds(
    Lane, words, words, st.just("red"), st.lists(values, min_size=1, max_size=4).map(tuple), st.just(KEPT)
)
charts = st.lists(lanes, min_size=1, max_size=5, unique_by=lambda lane: lane.id).map(
    lambda found: Rows("T", "D", "Time", KNOWN["time"], (OURS,), tuple(found), OWN)
)


@pytest.mark.parametrize(
    ("values", "low", "high"), [([0.5, 300], -1, 3), ([1, 10], 0, 1), ([10], 1, 2), ([3, 4], 0, 1), ([0.001], -3, -2)]
)
def test_an_axis_has_the_fewest_whole_decades_that_hold_all_values(values: list[float], low: int, high: int) -> None:
    assert (low, high) == (scale(values, 0, 100).low, scale(values, 0, 100).high)


def test_equal_ratios_are_equal_distances() -> None:
    axis = scale([0.001, 1000], 10, 610)

    assert [10, 110, 210, 610] == [round(axis.x(value), 6) for value in (0.001, 0.01, 0.1, 1000)]


def parsed(drawn: str) -> ET.Element:
    return ET.fromstring(drawn)  # noqa: S314 - our own drawing


def one(*found: Value, more: tuple[Lane, ...] = ()) -> Rows:
    return Rows("T", "D", "Time", KNOWN["time"], (OURS,), (Lane("tea", "Tea", "green", found, KEPT), *more), OWN)


def value(middle: float, least: float | None = None, most: float | None = None, label: str = "") -> Value:
    return Value(label, f"{middle:g} s", Key("", "green", 0), middle, least or middle, most or middle)


def shown(element: ET.Element, x: float = 0, y: float = 0) -> Iterator[tuple[ET.Element, float, float]]:
    """Yield every part that is not kept for the reader, with where its group stands."""
    if element.get("display") == "none":
        return
    moved = re.fullmatch(r"translate\((\S+) (\S+)\)", element.get("transform", ""))
    x, y = (x + float(moved[1]), y + float(moved[2])) if moved else (x, y)
    yield element, x, y
    for inner in element:
        yield from shown(inner, x, y)


def texts(svg: ET.Element) -> list[tuple[float, float, float, float]]:
    """Return the boxes of all words: left, top, right and bottom."""
    found = []
    for element, x, y in shown(svg):
        if element.tag == "text" and element.text:
            bold = BOLD if re.search("group|value", element.get("class", "")) else 1
            long, start = bold * width(element.text or ""), x + float(element.get("x", 0))
            left = start - long if "dg-text--end" in element.get("class", "") else start
            base = y + float(element.get("y", 0))
            found.append((left, base - FONT_SIZE * 0.7, left + long, base))
    return found


@settings(max_examples=40)
@given(chart=charts, limit=st.sampled_from([WIDE, NARROW]))
def test_no_words_lie_on_each_other_and_none_outside(chart: Rows, limit: float) -> None:
    svg = parsed(draw(chart, limit))
    boxes = texts(svg)
    _, _, _, high = map(float, svg.get("viewBox", "").split())

    assert [] == [box for box in boxes if box[0] < -1 or box[2] > limit + 1]

    for one_, other in pairwise(sorted(boxes, key=lambda box: (round(box[1]), box[0]))):
        assert one_[2] <= other[0] + 1 or one_[3] <= other[1] + 1
    assert all(bottom <= high - 1 for _, _, _, bottom in boxes)


@settings(max_examples=40)
@given(chart=charts)
def test_on_a_phone_no_line_of_the_axis_goes_through_words(chart: Rows) -> None:
    svg = parsed(draw(chart, NARROW))
    (stack,) = (element for element in svg if element.get("data-stack"))
    above = float(stack.get("data-stack", 0))
    spans = {
        (above + float(top), above + float(bottom))
        for path in svg.iter("path")
        if path.get("class") == "dg-grid"
        for top, bottom in re.findall(r"M\S+ (\S+?)V([\d.]+)", path.get("d", ""))
    }

    assert [] == [(span, box) for span in spans for box in texts(svg) if span[0] < box[3] and box[1] < span[1]]


@pytest.mark.parametrize("limit", [WIDE, NARROW])
def test_a_value_stands_between_the_least_and_the_greatest(limit: float) -> None:
    svg = parsed(draw(one(value(1, 0.1, 10)), limit))
    reach = next(path for path in svg.iter("path") if "dg-spread" in path.get("class", ""))
    left, right = (float(x) for x in re.findall(r"[MH]([\d.]+)", reach.get("d", "")))
    marks = [path.get("transform", "") for path in svg.iter("path") if "dg-tone--green" in path.get("class", "")][1:]

    assert (left + right) / 2 == pytest.approx(float(marks[0].split("(")[1].split(" ")[0]), abs=0.02)


def test_a_first_value_without_a_label_stands_beside_its_name() -> None:
    plain, labelled = (parsed(draw(one(value(1, label=label)), WIDE)) for label in ("", "said"))
    heights = [float(svg.get("viewBox", "").split()[3]) for svg in (plain, labelled)]

    assert LINE_HEIGHT == heights[1] - heights[0]


@pytest.mark.parametrize("limit", [WIDE, NARROW])
def test_what_is_kept_for_the_reader_takes_no_room_until_it_is_shown(limit: float) -> None:
    empty = Lane("mate", "Mate", "red", (), KEPT)
    kept, plain = one(value(1), more=(empty,)), one(value(1))
    svg = parsed(draw(kept, limit))

    assert svg.get("viewBox") == parsed(draw(plain, limit)).get("viewBox")
    assert ["tea", "mate"] == [group.get("data-lane") for group in svg.iter("g") if group.get("data-lane")]
    assert "Mate" not in "".join(element.text or "" for element, _, _ in shown(svg))


def test_a_chart_that_keeps_nothing_has_no_mark_for_the_reader() -> None:
    alone = Rows("T", "D", "Time", KNOWN["time"], (OURS,), (Lane("tea", "Tea", "green", (value(1),)),))

    assert "Your run" not in draw(alone, WIDE)


def test_the_drawing_has_a_name_a_description_a_mark_for_each_value_and_one_for_each_key() -> None:
    alone = Rows("T", "D", "Time", KNOWN["time"], (OURS,), (Lane("tea", "Tea", "green", (value(1), value(50))),))
    svg = parsed(draw(alone, WIDE))

    assert ["T", "D"] == [svg.findtext("title"), svg.findtext("desc")]
    assert 1 + 2 == len([path for path in svg.iter("path") if "dg-mark" in path.get("class", "")])
    assert {"1 s", "50 s", "Tea", "10 s", "100 s"} <= {text.text for text in svg.iter("text")}


def test_nothing_in_a_chart_says_how_it_looks() -> None:
    assert [] == re.findall(r"\b(?:fill|stroke|style|font-\w+)=", draw(one(value(1), value(2)), WIDE))


def test_hostile_words_come_out_as_text() -> None:
    hostile = "</text><script>x</script>\"'&"
    lane = Lane(hostile, hostile, "green", (Value(hostile, hostile, OURS, 1, 1, 1),), ((hostile, 1),), hostile)
    svg = parsed(draw(Rows(hostile, hostile, hostile, KNOWN["time"], (OURS,), (lane,), OWN), NARROW))

    assert [] == [*svg.iter("script")]


@pytest.mark.parametrize("limit", [WIDE, NARROW])
def test_what_is_said_once_of_all_values_of_a_lane_stands_below_its_name(limit: float) -> None:
    lane = Lane("tea", "Tea", "green", (value(1, label="thin"), value(2, label="thick")), note="measured, Adam 2020")
    svg = parsed(draw(Rows("T", "D", "Time", KNOWN["time"], (OURS,), (lane,)), limit))
    said = [element.text for element, _, _ in shown(svg) if element.tag == "text"]

    assert ["Tea", "measured, Adam 2020", "thin", "1 s", "thick", "2 s"] == said[said.index("Tea") :]


@pytest.mark.parametrize("limit", [WIDE, NARROW])
def test_the_names_of_the_axis_are_in_sight_of_every_mark(limit: float) -> None:
    lanes = [Lane(f"tea-{number}", "Tea", "green", (value(1), value(50, label="later"))) for number in range(20)]
    svg = parsed(draw(Rows("T", "D", "Time", KNOWN["time"], (OURS,), (*lanes,)), limit))
    names = [y + float(element.get("y", 0)) for element, _, y in shown(svg) if element.text == "10 s"]
    marks = [
        y + float(element.get("transform", "").split()[-1].strip(")"))
        for element, _, y in shown(svg)
        if "dg-mark" in element.get("class", "")
    ]

    assert 3 < len(names)
    assert 500 > max(min(abs(mark - name) for name in names) for mark in marks[1:])
