"""Diagrams: measured, placed and painted."""

from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.diagram.layout import NARROW, WIDE, Placed, layout
from macros.diagram.paint import drawing, figure
from macros.diagram.pictures import Pictogram
from macros.diagram.scene import Arrow, Box, Column, Diagram, Group, Node, Note, Picture, Row
from macros.diagram.text import width, wrap

SQUARE = Pictogram("square", 48, 48, (ET.Element("rect", {"class": "main", "width": "48", "height": "48"}),))
LABELS = st.text(st.characters(codec="ascii", categories=("L", "N", "Zs")), min_size=1, max_size=30).filter(str.strip)
LEAVES = st.one_of(
    LABELS.map(lambda text: Box(box=text)),
    LABELS.map(lambda text: Note(note=text)),
    LABELS.map(lambda text: Arrow(arrow=text)),
    st.builds(Picture, picture=st.just("square"), label=LABELS, size=st.sampled_from(["small", "medium", "large"])),
)


def nested(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(inner, min_size=1, max_size=4).map(tuple)
    return st.one_of(
        several.map(lambda nodes: Row(row=nodes)),
        several.map(lambda nodes: Column(column=nodes)),
        st.builds(Group, group=LABELS, of=inner),
    )


SCENES = st.recursive(LEAVES, nested, max_leaves=12)


def size(_: str) -> tuple[float, float]:
    return 48, 48


def overlap(one: Placed, other: Placed) -> bool:
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return across > 0.01 and down > 0.01


@settings(max_examples=300, deadline=None)
@given(scene=SCENES, limit=st.sampled_from([WIDE, NARROW]))
def test_no_two_parts_overlap_and_nothing_stands_outside(scene: Node, limit: float) -> None:
    placed = layout(scene, limit, size)
    leaves = [part for part in placed if not isinstance(part.node, Group)]
    right = max(part.x + part.width for part in placed)

    assert [] == [pair for pair in combinations(leaves, 2) if overlap(*pair)]
    assert all(part.x >= 0 and part.y >= 0 and part.x + part.width <= right + 0.01 for part in placed)
    assert all(width(line) <= part.width + 0.01 for part in placed for line in part.text)


def test_a_row_shares_the_room_and_a_column_fills_it() -> None:
    scene = Column(column=(Row(row=(Box(box="a"), Box(box="b"))), Box(box="c")))
    left, right, below = layout(scene, WIDE, size)

    assert (0, 354) == (left.x, left.width)
    assert (366, 354) == (right.x, right.width)
    assert (0, 48, 720) == (below.x, below.y, below.width)


def test_a_row_that_does_not_fit_breaks_into_lines_and_its_arrow_points_down() -> None:
    long = Box(box="a rather long label for a box")
    wide = layout(Row(row=(long, Arrow(arrow="to"), long)), WIDE, size)
    narrow = layout(Row(row=(long, Arrow(arrow="to"), long)), 120, size)

    assert [False, True] == [placed[1].down for placed in (wide, narrow)]
    assert narrow[0].y < narrow[1].y < narrow[2].y


def test_the_outer_row_breaks_before_the_inner_one() -> None:
    pair = Row(row=(Picture(picture="square"), Picture(picture="square")))
    placed = layout(Row(row=(pair, pair, pair)), 240, size)

    assert 4 == sum(part.y == placed[0].y for part in placed)


def test_text_is_wrapped_between_words() -> None:
    assert ("one", "two") == wrap("one two", width("one t"))


@pytest.mark.parametrize("label", ["</svg><script>x</script>", "\"'&<>", "مرحبا", "🚢🚢", "a" * 60])
def test_hostile_labels_come_out_as_text(label: str) -> None:
    diagram = Diagram(title=label, desc=label, scene=Group(group=label, of=Box(box=label)))
    svg = ET.fromstring(drawing(diagram, NARROW, {}))  # noqa: S314 - our own output

    assert {"svg", "title", "desc", "rect", "text"} == {element.tag for element in svg.iter()}
    assert label.split(maxsplit=1)[0] in "".join(svg.itertext())


def test_a_drawing_has_no_colour_font_style_or_id_of_its_own() -> None:
    scene = Row(row=(Picture(picture="square", label="A"), Arrow(arrow="to"), Box(box="B", tone="kernel")))
    svg = ET.fromstring(drawing(Diagram(title="T", desc="D", scene=scene), WIDE, {"square": SQUARE}))  # noqa: S314
    names = {name for element in svg.iter() for name in element.keys()}  # noqa: SIM118 - an element is no mapping

    assert {"class", "role", "viewBox", "x", "y", "width", "height", "rx", "d"} == names


def test_a_figure_holds_both_drawings_and_a_caption_on_one_line() -> None:
    shown = figure(Diagram(title="T", desc="D", caption="*C*", scene=Box(box="B")), {})

    assert 2 == shown.count("<svg ")
    assert "<figcaption><strong>T.</strong> <em>C</em></figcaption>" in shown
    assert "\n" not in shown
