"""Stories that cannot be drawn: each fault is told in its place, with what to write."""

from typing import Any

import pytest

from macros.diagram.cast import Cast
from macros.diagram.diagram import Diagram
from macros.diagram.story import Step
from macros.diagram.story_faults import faults

SCENE = {
    "column": (
        {"picture": "cup", "name": "a"},
        {"picture": "cup", "name": "b"},
        {"group": "Table", "name": "table", "of": {"row": ({"gap": "a", "name": "hook"}, {"box": "B", "name": "box"})}},
        {"gap": "a", "name": "deck"},
        {"gap": "medium", "name": "sized"},
        {"note": "N", "name": "note"},
        {"arrow": "goes", "from": "a", "to": "box", "name": "way"},
    )
}


def told(*steps: dict[str, Any], scene: dict[str, Any] = SCENE) -> list[tuple[Any, str]]:
    diagram = Diagram.model_validate({"title": "T", "desc": "D", "scene": scene})
    story = tuple(Step.model_validate({"step": "S", **step}) for step in steps)
    return [(loc, f"{message} | {hint}") for loc, message, hint in faults(story, Cast.of(diagram.scene))]


def places(*steps: dict[str, Any]) -> list[Any]:
    return [loc for loc, _ in told(*steps) if loc[0] == "steps"]


@pytest.mark.parametrize(
    "later",
    [
        {"move": {"b": "hook"}},
        {"show": ("b",), "move": {"b": "hook"}},
        {"fail": ("a",), "move": {"b": "hook"}},
    ],
)
def test_two_pictures_do_not_move_to_one_gap(later: dict[str, Any]) -> None:
    assert [("steps", 1, "move", "b")] == places({"move": {"a": "hook"}}, later)
    assert [("steps", 0, "move", "b")] == places({"move": {"a": "hook", "b": "hook"}}, {})


@pytest.mark.parametrize(
    "later",
    [
        {"move": {"b": "deck"}},
        {"move": {"b": "hook", "a": "deck"}},
        {"hide": ("a",), "move": {"b": "hook"}},
        {"hide": ("b",), "move": {"b": "hook"}},
    ],
)
def test_a_gap_is_free_when_its_picture_has_moved_on_or_is_hidden(later: dict[str, Any]) -> None:
    assert [] == places({"move": {"a": "hook"}}, later)


def test_a_gap_is_free_when_what_holds_it_is_hidden() -> None:
    assert [] == places({"move": {"a": "hook"}}, {"hide": ("table",)}, {"move": {"b": "deck"}})


def test_what_appears_in_a_gap_must_have_it_for_itself() -> None:
    hidden = {"hide": ("b",), "move": {"b": "hook"}}

    assert [("steps", 2, "show")] == places(hidden, {"move": {"a": "hook"}}, {"show": ("b",)})
    assert [("steps", 2, "show")] == places(
        {"move": {"a": "hook"}}, {"hide": ("table", "b"), "move": {"b": "hook"}}, {"show": ("table", "b")}
    )
    assert [] == places(hidden, {"move": {"a": "hook"}}, {"show": ("b",), "move": {"a": "deck"}})


@pytest.mark.parametrize(
    ("step", "place", "expected"),
    [
        (
            {"show": ("c",)},
            ("show", 0),
            "there is no part 'c' | choose one of a, b, box, deck, hook, note, sized, table, way",
        ),
        ({"move": {"c": "deck"}}, ("move", "c"), "there is no picture with the name 'c' | choose one of a, b"),
        (
            {"move": {"table": "deck"}},
            ("move", "table"),
            "there is no picture with the name 'table' | choose one of a, b",
        ),
        (
            {"move": {"a": "zzz"}},
            ("move", "a"),
            "there is no gap with the name 'zzz' | choose one of deck, hook, sized",
        ),
        (
            {"move": {"a": "sized"}},
            ("move", "a"),
            "moves to 'sized', a gap of a size and not for a picture | write 'gap: a' there, which keeps room for it",
        ),
        (
            {"show": ("deck",)},
            ("show", 0),
            "'deck' is empty room, which is never seen | name the picture that moves there",
        ),
        (
            {"hide": ("b",), "show": ("b",)},
            ("show", 0),
            "'b' is shown and hidden in one step | do one of them in a step of its own",
        ),
        (
            {"hide": ("table",), "show": ("box",)},
            ("show", 0),
            "'box' is in 'table', which is hidden | show 'table', too",
        ),
        (
            {"hide": ("table", "way"), "move": {"a": "hook"}},
            ("move", "a"),
            "moves to 'hook' in 'table', which is hidden | show 'table', or hide 'a'",
        ),
        (
            {"fail": ("note",)},
            ("fail", 0),
            "'note' has nothing that can be crossed out | name a box, a picture, a scale, or what holds one",
        ),
    ],
)
def test_what_a_reader_would_not_see_is_told(step: dict[str, Any], place: tuple[object, ...], expected: str) -> None:
    assert (("steps", 1, *place), expected) == told({}, step)[0]


def test_nothing_to_choose_from_is_told() -> None:
    scene = {"row": ({"picture": "cup"}, {"gap": "small"})}

    assert [
        (("steps", 0, "move", "a"), "there is no picture with the name 'a' | give it a name in the scene"),
        (("steps", 0, "move", "a"), "there is no gap with the name 'b' | give it a name in the scene"),
    ] == told({"move": {"a": "b"}}, scene=scene)


def test_an_arrow_to_where_a_picture_was_is_told_unless_it_is_hidden() -> None:
    expected = (
        "leads to the place of 'a', which is elsewhere after step 2 | "
        "give the arrow a name, and hide it when the picture moves"
    )

    assert [(("scene", "column", 6, "from"), expected)] == told({}, {"move": {"a": "deck"}}, {})
    assert [] == told({}, {"move": {"a": "deck"}, "hide": ("way",)}, {})
    assert [] == told({}, {"move": {"a": "deck"}, "hide": ("a",)}, {})
    assert [] == told({"hide": ("a",)}, {"move": {"b": "deck"}}, {"show": ("a",)})
