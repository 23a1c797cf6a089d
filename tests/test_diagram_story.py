"""A scene in steps: how it stands after each of them."""

import pytest

from macros.diagram.story import Moment, Step, faults, moments


def step(**changes: object) -> Step:
    return Step.model_validate({"step": "S", **changes})


def test_a_scene_without_steps_stands_in_one_way() -> None:
    assert (Moment(),) == moments(())


def test_a_part_is_hidden_until_a_step_shows_it() -> None:
    told = moments((step(), step(show=("a",)), step()))

    assert [{"a"}, set(), set()] == [moment.hidden for moment in told]


def test_a_part_is_there_until_a_step_hides_it() -> None:
    told = moments((step(), step(hide=("a",)), step(show=("a",))))

    assert [set(), {"a"}, set()] == [moment.hidden for moment in told]


def test_what_failed_stays_failed() -> None:
    told = moments((step(fail=("a",)), step(fail=("b",))))

    assert [{"a"}, {"a", "b"}] == [moment.failed for moment in told]


def test_what_moved_stays_there_until_it_moves_again() -> None:
    told = moments((step(), step(move={"a": "hook"}), step(), step(move={"a": "deck"})))

    assert [{}, {"a": "hook"}, {"a": "hook"}, {"a": "deck"}] == [moment.places for moment in told]


def crowds(*steps: Step) -> list[tuple[object, ...]]:
    return [place for place, *_ in faults(steps, {"a", "b"}, {"hook", "deck"}, {"a", "b"})]


@pytest.mark.parametrize(
    "later", [step(move={"b": "hook"}), step(show=("b",), move={"b": "hook"}), step(fail=("a",), move={"b": "hook"})]
)
def test_two_pictures_do_not_move_to_one_gap(later: Step) -> None:
    assert [("steps", 1, "move", "b")] == crowds(step(move={"a": "hook"}), later)
    assert [("steps", 0, "move", "b")] == crowds(step(move={"a": "hook", "b": "hook"}), step())


@pytest.mark.parametrize(
    "later",
    [
        step(move={"b": "deck"}),
        step(move={"b": "hook", "a": "deck"}),
        step(hide=("a",), move={"b": "hook"}),
        step(hide=("b",), move={"b": "hook"}),
    ],
)
def test_a_gap_is_free_when_its_picture_has_moved_on_or_is_hidden(later: Step) -> None:
    assert [] == crowds(step(move={"a": "hook"}), later)
