"""What stands on what in a scene, what falls with each part, what is said of it, and questions that a scene answers."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter

from macros.assembly.course import Course
from macros.assembly.drawn import material
from macros.check.problems import all_problems
from macros.diagram.block import WIDE
from macros.diagram.scene import Node
from macros.interactive.failure import Failure
from macros.interactive.kind import Material
from macros.interactive.outage import Stage
from macros.interactive.parts import called
from macros.interactive.standing import falls
from macros.reading.yaml import read_yaml
from tests.builders import SMALL, change, docs_in
from tests.conftest import COURSE as WHOLE


def scene(text: str) -> Node:
    node: Node = TypeAdapter(Node).validate_python(read_yaml(text, "scene.yml").value)
    return node


def fallen(node: Node) -> dict[str, str]:
    """Return the parts that carry something, each with what falls with it."""
    names = {part.loc: part.name for part in called(node, {})}
    return {
        names[loc]: ", ".join(names[one] for one in sorted(above, key=str))
        for loc, above in falls(node).items()
        if above
    }


def test_in_a_column_a_part_stands_on_the_one_below_it_and_on_all_below_that() -> None:
    found = fallen(scene("column: [{box: A}, {box: B}, {box: C}]"))

    assert {"B": "A", "C": "A, B"} == found


def test_what_is_side_by_side_stands_on_what_is_below_its_row_and_not_on_each_other() -> None:
    found = fallen(scene("column: [{row: [{box: A}, {column: [{box: B}, {box: C}]}]}, {box: D}]"))

    assert {"C": "B", "D": "A, B, C"} == found


def test_a_part_stands_on_all_that_is_directly_below_it() -> None:
    found = fallen(scene("column: [{box: A}, {row: [{box: B}, {column: [{box: C}, {box: D}]}]}]"))

    assert {"B": "A", "C": "A", "D": "A, C"} == found


def test_outlines_carry_nothing_and_what_is_in_them_stands_on_what_is_below_them() -> None:
    found = fallen(scene("column: [{bracket: X, of: {group: Y, of: {stack: [{box: A}, {box: B}]}}}, {box: C}]"))

    assert {"B": "A", "C": "A, B"} == found


def test_notes_and_gaps_are_passed_over() -> None:
    assert {"B": "A"} == fallen(scene("column: [{note: X}, {box: A}, {gap: small}, {note: Y}, {box: B}, {note: Z}]"))


@pytest.mark.parametrize(
    "text",
    [
        "column: [{box: A}, {arrow: goes to}, {box: B}]",
        "row: [{box: A}, {arrow: goes to}, {box: B}]",
        "column: [{box: A}, {column: [{arrow: goes to}, {box: B}]}]",
        "column: [{column: [{box: A}, {arrow: goes to}]}, {box: B}]",
        "row: [{box: A}, {box: B}]",
        "box: A",
    ],
)
def test_what_an_arrow_joins_or_what_is_beside_carries_nothing(text: str) -> None:
    assert {} == fallen(scene(text))


def test_an_arrow_that_names_its_ends_parts_nothing() -> None:
    found = fallen(scene("column: [{box: A, name: a}, {arrow: x, from: a, to: b}, {box: B, name: b}]"))

    assert {"B": "A"} == found


def test_an_id_is_plain_letters_with_a_number_where_these_are_missing_or_stand_twice() -> None:
    found = called(scene("row: [{box: Host stove 2}, {box: 箱}, {box: A}, {box: A!}]"), {})

    assert ["host-stove-2", "part-2", "a", "a-4"] == [part.id for part in found]


STAGE = Stage(scene("row: [{column: [{row: [{box: A, tone: red}, {box: B, tone: red}]}, {box: C}, {box: D}]},"
                    " {column: [{box: E, tone: red}, {box: F}]}]"), {}, "red", "cups")  # fmt: skip


def test_a_sentence_counts_what_stops_and_names_all_that_falls() -> None:
    assert "Nothing has failed: all 3 cups run." == STAGE.whole()
    assert [
        "If “A” fails, nothing else stops.",
        "If “B” fails, nothing else stops.",
        "If “C” fails, 2 of 3 cups stop: A, B.",
        "If “D” fails, 2 of 3 cups stop: A, B. With them: C.",
        "If “E” fails, nothing else stops.",
        "If “F” fails, 1 of 3 cups stops: E.",
    ] == [STAGE.sentence(one) for one in STAGE.outages]


def test_one_of_one_is_said_in_the_singular() -> None:
    stage = Stage(scene("column: [{box: A}, {box: B, tone: red}, {box: C}]"), {}, "red", "cups")

    assert [
        "If “B” fails, 1 of 1 cups stops: B. With them: A.",
        "If “C” fails, 1 of 1 cups stops: B. With them: A.",
    ] == [stage.sentence(one) for one in stage.outages[1:]]


def said(material_: Material, **fields: object) -> list[str]:
    kind = Failure.model_validate({"diagrams": ("trays",), "tone": "china", "called": "cups", **fields})
    return [f"{'.'.join(map(str, loc))}: {message}" for loc, message, _ in (*kind.faults(), *kind.gaps(material_))]


MATERIAL = material(WHOLE)
MANY = "diagrams: 31 parts are more than 30"
ALL = "Tea, Coffee (Breakfast), Tea, Coffee (Supper)"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"diagrams": ("trays", "trays")}, ["diagrams.1: 'trays' stands twice"]),
        ({"tone": "amber"}, ["tone: no part has the tone 'amber'"]),
        ({"task": {"question": "Which?", "within": "cups"}}, []),
        ({"task": {"question": "Which?", "within": "cup"}}, ["task.within: there is no part 'cup'"]),
        ({"task": {"question": "Which?"}}, [f"task.question: no part alone stops all of these: {ALL}"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_place(fields: dict[str, object], expected: list[str]) -> None:
    assert expected == said(MATERIAL, **fields)[: len(expected) or None]


def with_scene(text: str) -> Material:
    """Return what pictures are made of, with another scene of the trays."""
    return Material(diagrams={"trays": MATERIAL.diagrams["trays"].model_copy(update={"scene": scene(text)})})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("row: [{box: A, tone: china}, {box: B}]", "diagrams: nothing stands on anything here"),
        ("column: [{box: A, tone: china}, {box: A}]", "diagrams: readers cannot tell two parts apart: 'A'"),
        (f"column: [{', '.join(f'{{box: A{n}, tone: china}}' for n in range(31))}]", MANY),
    ],
)  # fmt: skip
def test_a_scene_that_cannot_be_broken_is_told(text: str, expected: str) -> None:
    assert [expected] == said(with_scene(text))


def test_where_no_part_has_a_name_it_is_said_how_one_gets_it() -> None:
    task = {"question": "Which?", "within": "cups"}
    kind = Failure.model_validate({"diagrams": ("trays",), "tone": "china", "called": "cups", "task": task})
    told = [*kind.gaps(with_scene("column: [{box: A, tone: china}, {box: B}]"))]

    hint = "write 'name: cups' in the diagram, at what holds all that must stop"
    assert [(("task", "within"), "there is no part 'cups', and no part has a name", hint)] == told


SCENE = (SMALL / "docs/data/diagrams/trays.yml").read_text().partition("scene:")[2].partition("#")[0]


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        (SCENE, "\n  row: [{box: Tea, tone: china}, {box: Tray, tone: clay}, {box: Table, tone: wood}]\n",
         "5:3: failure.diagrams: nothing stands on anything here"),
        ("box: Saucer B", "box: Saucer A",
         "5:3: failure.diagrams: readers cannot tell two parts apart: 'Saucer A'"),
        ("{box: Saucer B", "{arrow: beside}, {box: Saucer B",
         "9:5: failure.task.question: no part alone stops all of these: Tea, Coffee (Supper)"),
        ("name: cups", "name: bowls", "10:5: failure.task.within: there is no part 'cups'"),
    ],
)  # fmt: skip
def test_what_a_diagram_lacks_is_told_where_it_is_taken(tmp_path: Path, right: str, wrong: str, expected: str) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/diagrams/trays.yml", right, wrong)
    (problem,) = all_problems(Course.read(docs))

    assert f"docs/data/interactives/break-trays.yml:{expected}" == str(problem).partition("\n")[0]


def test_a_question_is_answered_by_the_scene() -> None:
    kind = WHOLE.interactives["break-trays"].kind.shown(MATERIAL)

    assert "Table (Supper)" == kind["answers"]
    assert [("Right: all that the question asks for has stopped.", True)] == [
        (verdict.reason, verdict.right) for _, _, verdict in kind["said"] if verdict.right
    ]
    assert "Not enough: Coffee (Supper) still run." in {verdict.reason for _, _, verdict in kind["said"]}


def test_where_all_that_is_counted_stops_it_is_not_listed() -> None:
    stage = Stage(
        scene("column: [{row: [{box: A, tone: red}, {box: B, tone: red}]}, {box: C}, {box: D}]"), {}, "red", "cups"
    )

    assert ["If “C” fails, all 2 cups stop.", "If “D” fails, all 2 cups stop. With them: C."] == [
        stage.sentence(one) for one in stage.outages[2:]
    ]


def test_the_file_is_drawn_whole() -> None:
    drawn = WHOLE.interactives["break-trays"].kind.drawing("T", MATERIAL)

    assert drawn
    assert "data-states" not in drawn.draw(WIDE)
