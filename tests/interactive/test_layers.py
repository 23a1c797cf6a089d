"""Layers: what is built, sent and stored again when one changes, counted by hand and by the script."""

import json

import pytest

from macros.interactive.kind import Material
from macros.interactive.layer import Layer, Size
from macros.interactive.layers import Layers
from macros.interactive.rebuilding import Cost, Slab, copies, cost, renewed

STACK = [Slab(4, 8, shared=True, fetched=True), Slab(20, 60, shared=True), Slab(40, 120), Slab(2, 5)]

SENT, STORED = Size(example=1, unit="MB"), Size(example=2, unit="MB")


def test_a_shared_layer_is_there_once_and_any_other_one_in_each_stack() -> None:
    assert [1, 1, 10, 10] == copies(STACK, 10)
    assert [1, 1, 1, 1] == copies(STACK, 1)


@pytest.mark.parametrize(
    ("changed", "stacks", "expected"),
    [
        (None, 1, [1, 1, 1, 1]),
        (None, 10, [1, 1, 10, 10]),
        (3, 1, [0, 0, 0, 1]),
        (3, 10, [0, 0, 0, 1]),
        (2, 10, [0, 0, 1, 1]),
        (1, 1, [0, 1, 1, 1]),
        (1, 10, [0, 1, 10, 10]),
        (0, 10, [1, 1, 10, 10]),
    ],
)
def test_the_layer_that_changes_and_all_above_it_are_new(changed: int | None, stacks: int, expected: list[int]) -> None:
    assert expected == renewed(STACK, changed, stacks)


@pytest.mark.parametrize(
    ("changed", "stacks", "expected"),
    [
        (None, 1, Cost(3, 3, 66, 193)),
        (None, 10, Cost(21, 21, 444, 1318)),
        (3, 10, Cost(1, 21, 2, 5)),
        (2, 1, Cost(2, 3, 42, 125)),
        (2, 10, Cost(2, 21, 42, 125)),
        (1, 10, Cost(21, 21, 440, 1310)),
        (0, 1, Cost(3, 3, 66, 193)),
    ],
)
def test_what_is_new_is_built_sent_and_stored_and_what_is_fetched_is_not_built(
    changed: int | None, stacks: int, expected: Cost
) -> None:
    assert expected == cost(STACK, changed, stacks)


def stack(kinds: str, fetched: tuple[int, ...] = (), **more: object) -> Layers:
    """Return a stack of layers from the base up, each shared (s) or of one alone (o)."""
    layers = tuple(
        Layer(
            id=f"l{at}", name=f"L{at}", holds="X.", shared=one == "s", fetched=at in fetched, sent=SENT, stored=STORED
        )
        for at, one in enumerate(kinds)
    )
    values = {"control": "C", "stacks": "S", "counts": (1, 3), "layers": layers, "exceptions": ("X.",)}
    return Layers.model_validate({**values, **more})


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        (stack("os"), [(("layers", 1, "shared"), "lies on a layer that is not shared")]),
        (stack("ss", fetched=(1,)), [(("layers", 1, "fetched"), "lies on a layer that is built")]),
        (stack("ss", fetched=(0, 1)), [(("layers",), "nothing is built")]),
        (stack("so", counts=(2, 2)), [(("counts", 1), "2 stands twice")]),
        (stack("so", changed="l2"), [(("changed",), "there is no layer 'l2'")]),
        (stack("so", changed="l1"), []),
    ],
)
def test_what_cannot_be_stacked_is_told(layers: Layers, expected: list[tuple[object, str]]) -> None:
    assert expected == [(loc, message) for loc, message, _ in layers.faults()]


def test_a_name_without_room_on_a_phone_is_told() -> None:
    layer = Layer(id="x", name="W" * 30, holds="X.", sent=Size(example=1, unit="MB"), stored=Size(example=1, unit="MB"))
    told = [*stack("o", layers=(layer, layer.model_copy(update={"name": "N"}))).gaps(Material())]

    assert [(("layers", 0, "name"), "has no room on a phone beside 'changed in one'")] == [one[:2] for one in told]


def test_the_script_is_given_what_it_counts_with() -> None:
    data = json.loads(stack("so").shown(Material())["data"])

    assert [["l0", True, False, 1e6, 2e6], ["l1", False, False, 1e6, 2e6]] == data["layers"]
    assert [1e6, "MB"] in data["units"]


def test_every_choice_is_told_in_words_from_the_top() -> None:
    costs = stack("so").shown(Material())["costs"]

    assert [1, 3] == [count for count, _ in costs]
    assert [
        "C: First build. Layers built: 4 of 4. Sent, compressed: 4 MB. Stored, unpacked: 8 MB",
        "C: L1 (changed in one). Layers built: 1 of 4. Sent, compressed: 1 MB. Stored, unpacked: 2 MB",
        "C: L0. Layers built: 4 of 4. Sent, compressed: 4 MB. Stored, unpacked: 8 MB",
    ] == costs[1][1]
