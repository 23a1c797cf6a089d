"""A scene in steps: how it stands after each of them."""

from macros.diagram.story import Moment, Step, moments


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


def test_each_moment_knows_what_fails_in_it() -> None:
    told = moments((step(fail=("a",)), step(), step(fail=("b",))))

    assert [{"a"}, set(), {"b"}] == [moment.failing for moment in told]


def test_what_moved_stays_there_until_it_moves_again() -> None:
    told = moments((step(), step(move={"a": "hook"}), step(), step(move={"a": "deck"})))

    assert [{}, {"a": "hook"}, {"a": "hook"}, {"a": "deck"}] == [moment.places for moment in told]
