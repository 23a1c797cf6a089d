"""A scene in words."""

import pytest

from macros.diagram.scene import Arrow, Box, Column, Group, Node, Note, Picture, Row
from macros.diagram.words import Part, in_words

A, B = Box(box="A"), Box(box="B")


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (Box(box="App", tone="application"), "App (application)"),
        (Box(box="Host kernel", tone="kernel"), "Host kernel"),
        (A, "A"),
        (Picture(picture="piano-van"), "piano van"),
        (Picture(picture="ship", label="Ship"), "Ship"),
        (Picture(picture="container", label="Box"), "Box (picture: container)"),
        (Note(note="A sentence."), "A sentence."),
    ],
)
def test_a_leaf_is_named_with_what_it_is(node: Node, expected: str) -> None:
    assert Part(expected) == in_words(node)


def test_rows_and_columns_say_how_their_parts_stand() -> None:
    assert Part("side by side:", (Part("A"), Part("B"))) == in_words(Row(row=(A, B)))
    assert Part("from the top:", (Part("A"), Part("B"))) == in_words(Column(column=(A, B)))


def test_a_note_at_the_head_of_a_column_is_its_name() -> None:
    column = Column(column=(Note(note="Machines"), A, B))

    assert Part("Machines, from the top:", (Part("A"), Part("B"))) == in_words(column)


def test_what_stands_several_times_is_counted() -> None:
    assert Part("3 times A") == in_words(Row(row=(A, A, A)))
    assert Part("side by side:", (Part("2 times A"), Part("B"))) == in_words(Row(row=(A, A, B)))


def test_a_group_says_what_it_holds_and_what_is_shared() -> None:
    inner = Column(column=(A, B))

    assert Part("M, which holds, from the top:", (Part("A"), Part("B"))) == in_words(Group(group="M", of=inner))
    assert "M, shared by all, from the top:" == in_words(Group(group="M", of=inner, tone="shared")).text
    assert Part("M, which holds:", (Part("A"),)) == in_words(Group(group="M", of=A))


def test_an_arrow_says_what_it_joins() -> None:
    row = Row(row=(Picture(picture="cup", label="Tea"), Arrow(arrow="is carried to"), Box(box="Guest (tired)")))

    assert "arrow from Tea to Guest: is carried to" == in_words(row).parts[1].text
    assert "arrow: ends" == in_words(Row(row=(A, Arrow(arrow="ends")))).parts[1].text
