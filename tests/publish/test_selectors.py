"""What selectors ask for, and how much they weigh."""

import pytest
import tinycss2

from macros.publish.selectors import Reach, reaches, specificity


def read(text: str) -> list[tinycss2.ast.Node]:
    return list(tinycss2.parse_component_value_list(text))


@pytest.mark.parametrize(
    ("selector", "own", "around", "part"),
    [
        ("p", "p", "", ""),
        (" .one.two#three ", "#three .one .two", "", ""),
        ("*", "", "", ""),
        (".one > p .two", ".two", ".one p", ""),
        (".one p + .two", ".two", ".one", ""),
        ("nav ~ .two b", "b", ".two", ""),
        ("P:hover::before", "p", "", "before"),
        ("p:AFTER", "p", "", "after"),
        ("p[title]:not(.one)", "p", "", ""),
        (":root .one", ".one", "html", ""),
        ("p::part(x)", "p", "", "part(x)"),
    ],
)
def test_a_selector_asks_for_names_and_for_names_around(selector: str, own: str, around: str, part: str) -> None:
    assert [Reach(frozenset(own.split()), frozenset(around.split()), part)] == reaches(read(selector))


def test_a_choice_is_one_of_several_ways() -> None:
    found = reaches(read(".one :is(p, nav .two).three"))

    assert [
        Reach(frozenset({"p", ".three"}), frozenset({".one"})),
        Reach(frozenset({".two", ".three"}), frozenset({".one", "nav"})),
    ] == found


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("*", (0, 0, 0)),
        ("p b", (0, 0, 2)),
        ("#a .b[c]:hover p::before", (1, 3, 2)),
        ("p:before", (0, 0, 2)),
        (":is(p, .a, #b) c", (1, 0, 1)),
        ("p:not(.a, b):has(> #c)", (1, 1, 1)),
        (":where(#a) b", (0, 0, 1)),
        ("li:nth-child(2n + 1)", (0, 1, 1)),
    ],
)
def test_a_selector_weighs_what_the_standard_says(selector: str, expected: tuple[int, int, int]) -> None:
    assert expected == specificity(read(selector))
