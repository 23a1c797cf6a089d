"""Scenes: what may stand in a diagram's file."""

from pathlib import Path

import pytest

from macros.diagram.diagram import MOST_LEAVES, MOST_LEVELS, Diagram
from macros.diagram.tree import walk
from macros.reading.datafile import read_data
from macros.reading.problem import ContentError

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
    scene = "row: [{box: A}, {group: G, of: {note: N}}, {stack: [{bracket: B, of: {column: [{gap: small}]}}]}]"

    assert [
        ((), 1),
        (("row", 0), 2),
        (("row", 1), 2),
        (("row", 1, "of"), 3),
        (("row", 2), 2),
        (("row", 2, "stack", 0), 3),
        (("row", 2, "stack", 0, "of"), 4),
        (("row", 2, "stack", 0, "of", "column", 0), 5),
    ] == [(loc, level) for loc, _, level in walk(read(tmp_path, scene).scene)]


def test_ten_levels_are_not_too_deep(tmp_path: Path) -> None:
    assert MOST_LEVELS == max(level for _, _, level in walk(read(tmp_path, nested(MOST_LEVELS)).scene))


def test_more_levels_are_too_deep(tmp_path: Path) -> None:
    assert "is nested deeper than 10 levels\n    hint: draw two diagrams" in said(tmp_path, nested(MOST_LEVELS + 1))


def test_two_hundred_parts_are_not_too_many(tmp_path: Path) -> None:
    assert read(tmp_path, "row: [" + "{box: B}," * MOST_LEAVES + "]")


def test_more_parts_are_too_many(tmp_path: Path) -> None:
    assert "a.yml:3:1: scene: has 201 parts, more than 200" in said(tmp_path, "row: [" + "{box: B}," * 201 + "]")


@pytest.mark.parametrize(
    ("scene", "expected"),
    [
        ("row: [{box: A}, {bax: B}]", "a.yml:4:19: scene.row[1]: must have one of the keys box, picture, scale"),
        ("row: [{box: A}, {bax: B}]", "group, bracket\n    hint: did you mean 'box'?"),
        ("{box: A, note: B}", "unknown key\n    hint: the keys here are box, name, words, tone"),
        ("row: [{box: A}, text]", "a.yml:4:19: scene.row[1]: must have one of the keys"),
        ("row: []", "a.yml:4:3: scene.row: "),
        ("{box: A, tone: pink}", "a.yml:4:12: scene.tone: "),
        ("{box: A, note: B}", "a.yml:4:12: scene.note: unknown key"),
        ("{group: G}", "a.yml:3:1: scene.of: is missing"),
        ("{picture: A b}", "a.yml:4:4: scene.picture: "),
        (f"box: {'x' * 61}", "a.yml:4:3: scene.box: "),
        ("{scale: cup, label: L}", "a.yml:3:1: scene.number: is missing"),
        ("{scale: cup, number: 0, label: L}", "a.yml:4:16: scene.number: "),
        ("{scale: cup, number: 201, label: L}", "a.yml:3:1: scene: has 201 parts, more than 200"),
        ("{gap: smal}", "scene.gap: there is no size and no named picture 'smal'\n    hint: did you mean 'small'?"),
        ("row: [{box: A, name: a}, {gap: a}]", "a.yml:4:29: scene.row[1].gap: there is no size and no named picture"),
        ("row: [{box: A, name: a}, {box: B, name: a}]", "a.yml:4:37: scene.row[1].name: 'a' stands twice"),
        ("row: [{box: A, name: app}, {arrow: X, from: app, to: ap}]", "scene.row[1].to: there is no part 'ap'"),
        ("row: [{box: A, name: app}, {arrow: X, from: app}]", "a.yml:4:30: scene.row[1]: has only one of 'from' and"),
        ("row: [{box: A, name: app}, {arrow: X, to: app}]", "a.yml:4:30: scene.row[1]: has only one of 'from' and"),
        ("row: [{box: A, name: a}, {arrow: X, from: a, to: a}]", "scene.row[1].to: is where the arrow starts"),
        ("row: [{arrow: X}, {box: A}]", "a.yml:4:9: scene.row[0]: no part stands before this arrow"),
        ("column: [{box: A}, {arrow: X}]", "a.yml:4:22: scene.column[1]: no part stands behind this arrow"),
        ("row: [{arrow: X}]", "a.yml:4:9: scene.row[0]: no part stands behind this arrow"),
        ("{box: A}\nsteps: [{step: S}]", "a.yml:5:1: steps: has only one step"),
        ("{box: A}\nsteps: [{step: S}, {step: T, show: [b]}]", "a.yml:5:37: steps[1].show[0]: there is no part 'b'"),
        ("{box: A, name: a}\nsteps: [{step: S}, {step: T, move: {a: b}}]", "steps[1].move.a: there is no picture with"),
        ("{box: A, name: a}\nsteps: [{step: S}, {step: T, jump: [a]}]", "a.yml:5:30: steps[1].jump: unknown key"),
    ],
)
def test_a_faulty_node_is_named_with_its_place(tmp_path: Path, scene: str, expected: str) -> None:
    assert expected in said(tmp_path, scene)


@pytest.mark.parametrize(
    "scene",
    [
        "column: [{box: A}, {row: [{column: [{arrow: X}, {box: B}]}, {box: C}]}]",
        "row: [{row: [{box: A}, {arrow: X}]}, {box: B}]",
        "column: [{group: G, of: {column: [{box: A}, {arrow: X}]}}, {box: B}]",
    ],
)
def test_an_arrow_may_begin_or_end_a_part_that_has_another_beside_it(tmp_path: Path, scene: str) -> None:
    assert read(tmp_path, scene)


def test_an_arrow_beside_another_line_still_leads_nowhere(tmp_path: Path) -> None:
    assert "no part stands before this arrow" in said(tmp_path, "row: [{box: A}, {column: [{arrow: X}, {box: B}]}]")


def test_an_arrow_that_names_its_ends_may_stand_anywhere(tmp_path: Path) -> None:
    assert read(tmp_path, "row: [{arrow: X, from: a, to: b}, {box: A, name: a}, {box: B, name: b}]")
