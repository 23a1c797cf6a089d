"""Arrows between named parts: where they run, in small scenes and in any scene."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from macros.diagram.block import ARROW, GAP, NARROW, WIDE, Placed
from macros.diagram.layout import layout
from macros.diagram.measure import measure, stock
from macros.diagram.scene import Arrow, Box, Column, Gap, Group, Leaf, Node, Row, Stack
from macros.diagram.tree import walk
from tests.builders import CUP
from tests.diagram.test_layout import scenes
from tests.ways import crosses, enclosed


def arrow(start: str, end: str, words: str = "calls") -> Arrow:
    return Arrow.model_validate({"arrow": words, "from": start, "to": end})


def laid_out(scene: Node, limit: float = WIDE) -> tuple[Placed, ...]:
    return layout(scene, limit, stock(scene, {"cup": CUP}))


def named(node: Node, count: list[int]) -> Node:
    """Return a scene in which each part has a name: its number."""
    count[0] += 1
    changed: dict[str, object] = {"name": f"n{count[0]}"}
    for key in ("row", "column", "stack"):
        if hasattr(node, key):
            changed[key] = tuple(named(child, count) for child in getattr(node, key))
    if hasattr(node, "of"):
        changed["of"] = named(node.of, count)
    return node.model_copy(update=changed)


def crossed(drawn: Placed, placed: list[Placed]) -> list[Placed]:
    """Return the parts through which an arrow leads."""
    stretches = [stretch for line in drawn.lines for stretch in pairwise(line)]
    return [part for part in placed if any(crosses(*stretch, part) for stretch in stretches)]


@pytest.mark.parametrize("limit", [WIDE, NARROW])
@given(inner=st.lists(scenes(3), min_size=2, max_size=4), way=st.tuples(st.integers(0, 99), st.integers(0, 99)))
def test_an_arrow_leads_through_no_part_that_it_can_go_around(
    limit: float, inner: list[Node], way: tuple[int, int]
) -> None:
    scene = named(Row(row=(Box(box="First"), *inner)), [0])
    leaves = [node.name or "" for _, node, _ in walk(scene) if isinstance(node, Leaf)]
    first = way[0] % len(leaves)
    second = (first + 1 + way[1] % (len(leaves) - 1)) % len(leaves)
    scene = Column(column=(scene, arrow(leaves[first], leaves[second])))
    assume(measure(scene, limit, stock(scene, {"cup": CUP})).width <= limit)
    *placed, drawn = laid_out(scene, limit)
    solid = [part for part in placed if not isinstance(part.node, Group | Gap)]
    ends = [part for part in solid if {leaves[first], leaves[second]} & part.names]
    closed = crossed(drawn, solid) and any(enclosed(part, solid) for part in ends)

    assert [] == crossed(drawn, solid) or closed
    assert 2 == len(drawn.lines)


def test_an_arrow_between_aligned_parts_is_straight() -> None:
    scene = Column(column=(Box(box="Cup", name="cup"), arrow("cup", "stove"), Box(box="Stove", name="stove")))
    cup, drawn, stove = laid_out(scene)
    first, second = drawn.lines

    assert ((360, cup.bottom), (360, cup.bottom + GAP + ARROW / 2)) == first
    assert ((360, stove.y - GAP - ARROW / 2), (360, stove.y)) == second


def test_an_arrow_ends_where_a_wide_part_is_nearest() -> None:
    cups = Row(row=(Box(box="A", name="a"), Box(box="B", name="b")))
    arrows = Row(row=(arrow("a", "stove"), arrow("stove", "b")))
    a, b, down, up, stove = laid_out(Column(column=(cups, arrows, Box(box="Stove", name="stove"))))

    assert (a.x + a.width / 2, stove.y) == pytest.approx(down.lines[1][-1])
    assert (b.x + b.width / 2, b.bottom) == pytest.approx(up.lines[1][-1])
    assert [2, 2] == [len(line) for line in down.lines]


def test_an_arrow_goes_around_what_stands_between() -> None:
    layers = Column(column=(Box(box="Cup", name="cup"), Box(box="Kettle"), Box(box="Stove", name="stove")))
    cup, _, stove, drawn = laid_out(Row(row=(layers, arrow("cup", "stove"))))

    start, turn = drawn.lines[0][:2]

    assert pytest.approx([cup.right, cup.y + 18]) == [*start]
    assert pytest.approx([drawn.x + drawn.width / 2, cup.y + 18]) == [*turn]
    assert (stove.right, stove.y + 18) == drawn.lines[1][-1]


def test_an_arrow_can_lead_to_a_group_and_to_a_row() -> None:
    group = Group(group="G", of=Box(box="B"), name="group")
    row = Row(row=(Box(box="C"), Box(box="D")), name="row")
    outline, *_, drawn = laid_out(Column(column=(group, row, arrow("group", "row"))))

    assert drawn.lines[0][0][0] in {outline.x, outline.right, outline.x + outline.width / 2}


def to_b_in(*stack: Node) -> tuple[Placed, list[Placed]]:
    """Return an arrow from a box beside a stack to the box B in it, and all other parts."""
    beside = Row(row=(Box(box="A", name="a"), Stack(stack=stack)))
    *placed, drawn = laid_out(Column(column=(beside, arrow("a", "b"))))
    return drawn, placed


def test_an_arrow_squeezes_through_a_gap_that_is_narrower_than_usual() -> None:
    row = Row(row=(Box(box="1"), Box(box="2", name="b"), Box(box="3"), Box(box="4")))
    drawn, placed = to_b_in(Box(box="000000"), row, Box(box="000000"))
    _, above, first, box, *_ = placed
    end = drawn.lines[1]

    assert 6.8 == pytest.approx(above.x - first.right)
    assert [] == crossed(drawn, placed)
    assert pytest.approx((above.x + first.right) / 2, abs=0.01) == end[-2][0]
    assert (box.x, box.y + 18) == end[-1]


def test_an_arrow_touches_a_side_where_it_is_open_if_all_middles_are_closed() -> None:
    above = Row(row=(Box(box="0" * 9), Box(box="0" * 9), Box(box="0" * 9)))
    row = Row(row=(Box(box="1"), Box(box="0" * 16, name="b"), Box(box="2")))
    drawn, placed = to_b_in(above, row, Box(box="0" * 30))
    _, left, middle, _, _, box, *_ = placed

    assert [] == crossed(drawn, placed)
    assert pytest.approx([(left.right + middle.x) / 2, box.y]) == [*drawn.lines[1][-1]]


def test_an_arrow_to_an_enclosed_part_leads_through_no_more_than_it_must() -> None:
    row = Row(row=(Box(box="1"), Box(box="2", name="b"), Box(box="3")))
    drawn, placed = to_b_in(Box(box="0" * 12), row, Box(box="0" * 12))
    *_, box, _, below = placed

    assert enclosed(box, placed)
    assert [below] == crossed(drawn, placed)


def test_the_way_does_not_depend_on_anything_but_the_scene() -> None:
    scene = named(Row(row=tuple(Column(column=tuple(Box(box="B") for _ in range(4))) for _ in range(4))), [0])
    scene = Column(column=(scene, arrow("n3", "n20")))

    assert laid_out(scene) == laid_out(scene.model_copy())
