"""Layout: arithmetic on small scenes, and what holds for any scene."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.diagram.block import ARROW, BREAK, COPY_GAP, GAP, NARROW, PADDING, WIDE, Block, Placed
from macros.diagram.layout import layout
from macros.diagram.measure import measure, stock
from macros.diagram.scene import Arrow, Box, Bracket, Column, Gap, Group, Node, Note, Picture, Row, Scale, Stack
from macros.diagram.text import LINE_HEIGHT, width, wrap
from tests.builders import CUP

WORD = st.text("abcxyzMW019", min_size=1, max_size=8)
WORDS = st.lists(WORD, min_size=1, max_size=6).map(" ".join)
LEAF = st.one_of(
    st.builds(Box, box=WORDS),
    st.builds(Note, note=WORDS),
    st.builds(Arrow, arrow=WORDS),
    st.builds(Gap, gap=st.sampled_from(["small", "medium", "large"])),
    st.builds(
        Scale, scale=st.just("cup"), number=st.integers(10, 3000).map(lambda hundredths: hundredths / 100), label=WORDS
    ),
    st.builds(
        Picture, picture=st.just("cup"), label=st.none() | WORDS, size=st.sampled_from(["small", "medium", "large"])
    ),
)


def around(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """Return rows, columns and groups around nodes."""
    several = st.lists(inner, min_size=1, max_size=4).map(tuple)
    return st.one_of(
        st.builds(Row, row=several),
        st.builds(Column, column=several),
        st.builds(Stack, stack=several),
        st.builds(Group, group=WORDS, of=inner),
        st.builds(Bracket, bracket=WORDS, of=inner),
    )


def scenes(depth: int) -> st.SearchStrategy[Node]:
    """Return scenes of up to depth levels."""
    return LEAF if depth == 1 else st.one_of(LEAF, around(scenes(depth - 1)))


def laid_out(scene: Node, limit: float) -> tuple[Placed, ...]:
    return layout(scene, limit, stock(scene, {"cup": CUP}))


def measured(scene: Node, limit: float) -> Block:
    return measure(scene, limit, stock(scene, {"cup": CUP}))


def parts(placed: tuple[Placed, ...]) -> list[Placed]:
    return [part for part in placed if not isinstance(part.node, Group)]


def apart(one: Placed, other: Placed) -> bool:
    across = max(one.x, other.x) - min(one.x + one.width, other.x + other.width)
    down = max(one.y, other.y) - min(one.y + one.height, other.y + other.height)
    return max(across, down) > -0.01


def inside(inner: Placed, outer: Placed) -> bool:
    return (
        inner.x >= outer.x - 0.01
        and inner.y >= outer.y - 0.01
        and inner.x + inner.width <= outer.x + outer.width + 0.01
        and inner.y + inner.height <= outer.y + outer.height + 0.01
    )


@pytest.mark.parametrize("limit", [WIDE, NARROW])
@given(scene=scenes(4))
def test_leaves_never_overlap(limit: float, scene: Node) -> None:
    pairs = combinations(parts(laid_out(scene, limit)), 2)

    assert [] == [pair for pair in pairs if not apart(*pair)]


@pytest.mark.parametrize("limit", [WIDE, NARROW])
@given(scene=scenes(4))
def test_every_part_of_short_words_stands_within_width_and_height(limit: float, scene: Node) -> None:
    ground = Placed(scene, 0, 0, limit, measured(scene, limit).height)

    assert [] == [part for part in laid_out(scene, limit) if not inside(part, ground)]


@pytest.mark.parametrize("limit", [WIDE, NARROW])
@given(inner=scenes(3), name=WORDS)
def test_a_group_holds_its_parts_below_its_name(limit: float, inner: Node, name: str) -> None:
    outline, *held = laid_out(Group(group=name, of=inner), limit)

    assert [] == [part for part in held if not inside(part, outline)]
    assert outline.y + len(outline.text) * LINE_HEIGHT + GAP <= min(part.y for part in held)


@given(scene=scenes(4))
def test_no_word_gets_lost(scene: Node) -> None:
    wide, narrow = (sorted(" ".join(part.text) for part in laid_out(scene, limit)) for limit in (WIDE, NARROW))

    assert wide == narrow


def test_a_box_is_as_large_as_its_words_and_padding() -> None:
    block = measured(Box(box="abc"), WIDE)

    assert (width("abc") + 2 * PADDING, LINE_HEIGHT + 2 * PADDING) == (block.width, block.height)


def test_boxes_of_a_row_share_the_room_and_are_of_one_height() -> None:
    placed = laid_out(Row(row=(Box(box="a"), Box(box="b"), Box(box="c"))), WIDE)

    assert [(0, 0, 232, 36), (244, 0, 232, 36), (488, 0, 232, 36)] == [
        (part.x, part.y, part.width, part.height) for part in placed
    ]


def test_boxes_of_a_column_stand_a_gap_apart() -> None:
    placed = laid_out(Column(column=(Box(box="a"), Box(box="b"))), NARROW)

    assert [(0, 0, 336, 36), (0, 36 + GAP, 336, 36)] == [(part.x, part.y, part.width, part.height) for part in placed]


def test_a_group_leaves_room_for_its_name_and_outline() -> None:
    outline, box = laid_out(Group(group="G", of=Box(box="a")), NARROW)

    assert (0, 0, 336, 36 + LINE_HEIGHT + 2 * GAP + 4) == (outline.x, outline.y, outline.width, outline.height)
    assert (GAP, GAP + 4 + LINE_HEIGHT, 336 - 2 * GAP, 36) == (box.x, box.y, box.width, box.height)


@pytest.mark.parametrize(("name", "side"), [("small", 36), ("medium", 48), ("large", 72)])
def test_a_picture_has_one_of_three_sizes(name: str, side: float) -> None:
    block = measured(Picture.model_validate({"picture": "cup", "size": name}), WIDE)

    assert (side, side) == (block.width, block.height)


def test_an_arrow_keeps_its_width_in_a_row() -> None:
    placed = laid_out(Row(row=(Box(box="a"), Arrow(arrow="x"), Box(box="b"))), WIDE)

    assert [ARROW, (WIDE - ARROW - 2 * GAP) / 2] == [placed[1].width, placed[0].width]
    assert 1 == len({y for _, y in placed[1].lines[0]})


def test_an_arrow_in_a_column_points_down() -> None:
    arrow = laid_out(Column(column=(Box(box="a"), Arrow(arrow="x"), Box(box="b"))), WIDE)[1]

    assert (((360, arrow.y + LINE_HEIGHT + 2), (360, arrow.y + LINE_HEIGHT + ARROW - 2)),) == arrow.lines


def test_a_broken_row_sets_its_lines_apart() -> None:
    placed = laid_out(Row(row=(Picture(picture="cup"),) * 4), 3 * 48)

    assert [0, 0, 48 + BREAK, 48 + BREAK] == [part.y for part in placed]


def test_a_row_that_does_not_fit_breaks_into_lines_and_its_arrow_points_down() -> None:
    long = Box(box="a rather long label for a box")
    wide = laid_out(Row(row=(long, Arrow(arrow="to"), long)), WIDE)
    narrow = laid_out(Row(row=(long, Arrow(arrow="to"), long)), 120)

    assert [False, True] == [start[0] == end[0] for placed in (wide, narrow) for start, end in placed[1].lines]
    assert narrow[0].y < narrow[1].y < narrow[2].y


def test_the_outer_row_breaks_before_the_inner_one() -> None:
    pair = Row(row=(Picture(picture="cup"), Picture(picture="cup")))
    placed = laid_out(Row(row=(pair, pair, pair)), 240)

    assert 4 == sum(part.y == placed[0].y for part in placed)


def test_a_note_keeps_within_its_room() -> None:
    boxes = Row(row=tuple(Box(box=text) for text in ("0", "0", "0", "0000")))
    scene = Row(row=(boxes, Group(group="0", of=Note(note="00M 00000MM 000000MM 00000MMM"))))

    assert max(part.x + part.width for part in laid_out(scene, NARROW)) <= NARROW


def test_text_is_wrapped_between_words() -> None:
    assert ("one", "two") == wrap("one two", width("one t"))


def test_what_stands_in_a_shorter_last_line_is_as_wide_as_the_rest_and_stands_in_the_middle() -> None:
    row = Row(row=tuple(Box(box="Unbreakable") for _ in range(3)))
    first, second, third = laid_out(row, 300)

    assert first.y == second.y < third.y
    assert pytest.approx(first.width) == third.width
    assert pytest.approx((first.x + second.x + second.width) / 2) == third.x + third.width / 2


def test_parts_of_a_stack_touch_and_stand_in_the_middle() -> None:
    row = Row(row=(Picture(picture="cup"), Picture(picture="cup")))
    left, right, floor = laid_out(Stack(stack=(row, Box(box="Floor"))), WIDE)

    assert left.bottom == right.bottom == floor.y
    assert GAP == right.x - left.right
    assert pytest.approx(WIDE / 2) == (left.x + right.right) / 2 == floor.x + floor.width / 2


def test_a_brace_stands_beside_a_column_and_below_anything_else() -> None:
    *_, beside = laid_out(Bracket(bracket="B", of=Column(column=(Box(box="a"), Box(box="b")))), WIDE)
    box, below = laid_out(Bracket(bracket="B", of=Box(box="a")), WIDE)

    assert (WIDE, 0, 36 + GAP + 36) == (beside.right, beside.y, beside.height)
    assert (WIDE, box.bottom + GAP / 2) == (below.width, below.y)
    assert below.down
    assert not beside.down


def test_a_gap_is_as_large_as_the_picture_for_which_it_keeps_room() -> None:
    cup = Picture(picture="cup", label="Long words", size="large", name="cup")
    picture, gap, small = laid_out(Row(row=(cup, Gap(gap="cup"), Gap(gap="small"))), WIDE)

    assert (picture.width, picture.height) == (gap.width, gap.height)
    assert (36, 36) == (small.width, small.height)


@pytest.mark.parametrize(("limit", "beside"), [(WIDE, 10), (336, 8), (50, 1)])
def test_copies_stand_in_as_many_lines_as_they_need(limit: float, beside: int) -> None:
    (placed,) = laid_out(Scale(scale="cup", number=9.5, label="L"), limit)
    lines = -(-10 // beside)

    assert beside == placed.copies
    assert lines * 36 + (lines - 1) * COPY_GAP + LINE_HEIGHT == placed.height


def test_ten_rows_in_each_other_are_laid_out_as_well() -> None:
    scene: Node = Box(box="Unbreakable word")
    for _ in range(9):
        scene = Row(row=(scene, *(Box(box="Another word") for _ in range(4))))

    assert 37 == len(laid_out(scene, NARROW))


def test_parts_go_by_their_own_name_and_those_of_what_holds_them() -> None:
    scene = Row(row=(Box(box="a", name="one"), Group(group="G", of=Box(box="b", name="two"), name="group")), name="all")

    assert [{"all", "one"}, {"all", "group"}, {"all", "group", "two"}] == [part.names for part in laid_out(scene, WIDE)]


def test_groups_beside_each_other_are_as_high_as_each_other_and_stand_on_one_ground() -> None:
    high, low = (Group(group="a", of=Column(column=tuple(Box(box=word) for word in words))) for words in ("xyz", "x"))
    placed = laid_out(Row(row=(high, low)), WIDE)
    groups = [one for one in placed if isinstance(one.node, Group)]
    boxes = [one for one in placed if isinstance(one.node, Box)]

    assert groups[0].height == groups[1].height
    assert boxes[-1].y + boxes[-1].height == boxes[-2].y + boxes[-2].height
