"""A scene in words."""

import pytest

from macros.diagram import words
from macros.diagram.scene import Arrow, Box, Bracket, Column, Gap, Group, Node, Note, Picture, Row, Scale, Stack
from macros.diagram.words import Words

A, B = Box(box="A"), Box(box="B")
TITLES = {"tea-pot": "Tea pot", "cup": "Cup", "shelf": "A shelf", "tall-clock": "Tall clock"}


def in_words(scene: Node) -> Words:
    return words.in_words(scene, TITLES)


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (Box(box="Cup", tone="china"), "Cup (china)"),
        (Box(box="Best china", tone="china"), "Best china"),
        (A, "A"),
        (Picture(picture="tea-pot"), "Tea pot"),
        (Picture(picture="cup", label="Cup"), "Cup"),
        (Picture(picture="shelf", label="Box"), "Box (picture: A shelf)"),
        (Note(note="A sentence."), "A sentence."),
    ],
)
def test_a_leaf_is_named_with_what_it_is(node: Node, expected: str) -> None:
    assert Words(expected) == in_words(node)


def test_rows_and_columns_say_how_their_parts_stand() -> None:
    assert Words("side by side:", (Words("A"), Words("B"))) == in_words(Row(row=(A, B)))
    assert Words("from the top:", (Words("A"), Words("B"))) == in_words(Column(column=(A, B)))


def test_a_note_at_the_head_of_a_column_is_its_name() -> None:
    column = Column(column=(Note(note="Pots"), A, B))

    assert Words("Pots, from the top:", (Words("A"), Words("B"))) == in_words(column)


def test_a_sentence_at_the_head_of_a_column_ends_before_the_next_begins() -> None:
    column = Column(column=(Note(note="Two pots."), A, B))

    assert Words("Two pots. From the top:", (Words("A"), Words("B"))) == in_words(column)


def test_what_stands_several_times_is_counted() -> None:
    assert Words("3 times A") == in_words(Row(row=(A, A, A)))
    assert Words("side by side:", (Words("2 times A"), Words("B"))) == in_words(Row(row=(A, A, B)))


def test_a_group_says_what_it_holds_and_what_is_shared() -> None:
    inner = Column(column=(A, B))

    assert Words("M, which holds, from the top:", (Words("A"), Words("B"))) == in_words(Group(group="M", of=inner))
    assert "M, shared by all, from the top:" == in_words(Group(group="M", of=inner, tone="shared")).text
    assert Words("M, which holds:", (Words("A"),)) == in_words(Group(group="M", of=A))


def test_a_part_can_be_told_in_words_of_its_own() -> None:
    assert Words("a shelf") == in_words(Stack(stack=(A, B), words="a shelf"))


def test_a_brace_says_what_it_spans() -> None:
    inner = Column(column=(A, B))

    assert Words("K, a brace around, from the top:", (Words("A"), Words("B"))) == in_words(
        Bracket(bracket="K", of=inner)
    )


def test_a_scale_says_how_often_its_picture_is_drawn() -> None:
    scale = Scale(scale="tall-clock", number=8.16, each=2, label="8.16 s")

    assert Words("4.08 times the picture “Tall clock”: 8.16 s") == in_words(scale)


def test_empty_room_is_left_out_beside_anything_else() -> None:
    assert Words("side by side:", (Words("A"), Words("B"))) == in_words(Row(row=(A, Gap(gap="small"), B)))
    assert Words("empty room") == in_words(Column(column=(Gap(gap="small"),)))


def test_an_arrow_between_named_parts_says_what_they_are_called() -> None:
    arrow = Arrow.model_validate({"arrow": "asks", "from": "cup", "to": "all"})
    kitchen = Group(group="Kitchen", name="all", of=Box(box="Kettle", tone="steel"))
    scene = Column(column=(Box(box="Cup", tone="china", name="cup"), arrow, kitchen))

    assert "arrow from Cup to Kitchen: asks" == in_words(scene).parts[1].text


def test_an_arrow_says_what_it_joins() -> None:
    row = Row(row=(Picture(picture="cup", label="Tea"), Arrow(arrow="is carried to"), Box(box="Friend (tired)")))

    assert "arrow from Tea to Friend: is carried to" == in_words(row).parts[1].text
    assert "arrow: ends" == in_words(Row(row=(A, Arrow(arrow="ends")))).parts[1].text
