"""Scenes: what may stand in a diagram's file."""

from pathlib import Path

import pytest

from macros.datafile import read_data
from macros.diagram.scene import MOST_LEAVES, MOST_LEVELS, Diagram
from macros.errors import ContentError

HEAD = "title: T\ndesc: D\nscene:\n  "


def read(tmp_path: Path, scene: str) -> Diagram:
    file = tmp_path / "a.yml"
    file.write_text(HEAD + scene)
    return read_data(file, "a.yml", Diagram).model


def said(tmp_path: Path, scene: str) -> str:
    with pytest.raises(ContentError) as caught:
        read(tmp_path, scene)
    return str(caught.value)


def nested(levels: int) -> str:
    return "{group: G, of: " * (levels - 1) + "{box: B}" + "}" * (levels - 1)


def test_nodes_are_walked_with_their_places_and_levels(tmp_path: Path) -> None:
    walked = read(tmp_path, "row: [{box: A}, {group: G, of: {note: N}}]").walk()

    assert {
        (("scene",), 1),
        (("scene", "row", 0), 2),
        (("scene", "row", 1), 2),
        (("scene", "row", 1, "of"), 3),
    } == {(loc, level) for loc, _, level in walked}


def test_ten_levels_are_not_too_deep(tmp_path: Path) -> None:
    assert MOST_LEVELS == max(level for _, _, level in read(tmp_path, nested(MOST_LEVELS)).walk())


def test_more_levels_are_too_deep(tmp_path: Path) -> None:
    assert "is nested deeper than 10 levels\n    hint: draw two diagrams" in said(tmp_path, nested(MOST_LEVELS + 1))


def test_two_hundred_parts_are_not_too_many(tmp_path: Path) -> None:
    assert read(tmp_path, "row: [" + "{box: B}," * MOST_LEAVES + "]")


def test_more_parts_are_too_many(tmp_path: Path) -> None:
    assert "a.yml:3:1: scene: has 201 parts, more than 200" in said(tmp_path, "row: [" + "{box: B}," * 201 + "]")


@pytest.mark.parametrize(
    ("scene", "expected"),
    [
        ("row: [{box: A}, {bax: B}]", "a.yml:4:19: scene.row[1]: must have one of the keys box, picture, arrow"),
        ("row: [{box: A}, text]", "a.yml:4:19: scene.row[1]: must have one of the keys"),
        ("row: []", "a.yml:4:3: scene.row: "),
        ("{box: A, tone: pink}", "a.yml:4:12: scene.tone: "),
        ("{box: A, note: B}", "a.yml:4:12: scene.note: unknown key"),
        ("{group: G}", "a.yml:3:1: scene.of: is missing"),
        ("{picture: A b}", "a.yml:4:4: scene.picture: "),
        (f"box: {'x' * 61}", "a.yml:4:3: scene.box: "),
    ],
)
def test_a_faulty_node_is_named_with_its_place(tmp_path: Path, scene: str, expected: str) -> None:
    assert expected in said(tmp_path, scene)
