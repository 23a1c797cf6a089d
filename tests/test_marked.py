"""YAML as authors write it: what it means, and where it stands."""

import pytest

from macros.errors import ContentError, Problem
from macros.marked import read_yaml


def problems(text: str) -> list[tuple[int, int, str]]:
    with pytest.raises(ContentError) as caught:
        read_yaml(text, "a.yml")
    return [(problem.line, problem.column, problem.message) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("true", True),
        ("7", 7),
        ("1.10", 1.1),
        ("'1.10'", "1.10"),
        ("12:30", "12:30"),
        ("2026-11-23", "2026-11-23"),
        ("null", None),
        ("", None),
        ("[a, {b: c}]", ("a", {"b": "c"})),
    ],
)
def test_scalars_mean_what_yaml_1_2_says(text: str, value: object) -> None:
    assert value == read_yaml(text, "a.yml").value


def test_each_value_knows_its_line_and_column() -> None:
    marked = read_yaml("rows:\n  - id: x\n    name: y\n", "a.yml", first_line=5)

    assert (6, 5) == marked.places["rows", 0, "id"]
    assert (7, 5) == marked.places["rows", 0, "name"]


def test_a_problem_names_list_items_by_their_id() -> None:
    marked = read_yaml("rows:\n  - id: x\n", "a.yml")

    assert Problem("a.yml", 2, 5, "rows[x].name", "is missing") == marked.problem(("rows", 0, "name"), "is missing")


def test_every_key_that_stands_twice_is_reported() -> None:
    assert [(2, 1, "the key 'a' stands twice"), (4, 3, "the key 'c' stands twice")] == problems(
        "a: 1\na: 2\nb: {c: 1,\n  c: 2}\n"
    )


def test_a_tab_is_reported_with_its_line() -> None:
    assert [(2, 1)] == [place[:2] for place in problems("a:\n\tb: 1\n")]


def test_a_hidden_character_is_reported_with_its_column() -> None:
    assert [(1, 5, "hidden character U+200B")] == problems("a: x\u200by")


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x\n", "a: !!python/name:os.system x\n", "a: [1\n", "[" * 5000])
def test_what_is_no_plain_yaml_is_refused(text: str) -> None:
    assert 1 == len(problems(text))
