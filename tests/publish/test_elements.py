"""Elements of pages: what they are called, and what they stand in."""

import pytest

from macros.publish.elements import Element, elements

WORDS = {"article", "p", "b", "img", "one", "two", "here"}


def test_an_element_has_its_own_names_and_those_of_all_around() -> None:
    found = elements('<article class="one"><p id="here"><b class="two other">x</b></p></article>', WORDS)

    assert {
        Element((".one", "article"), ()),
        Element(("#here", "p"), (".one", "article")),
        Element((".two", "b"), ("#here", ".one", "article", "p")),
    } == found


@pytest.mark.parametrize(
    "before", ['<img class="one">', '<img class="one"/>', "<P></P>", "</b>", '<p title="a > b"></p>']
)
def test_what_has_ended_is_around_nothing(before: str) -> None:
    assert Element(("b",), ("article",)) in elements(f"<article>{before}<b></b></article>", WORDS)


def test_an_end_ends_what_was_left_open_within() -> None:
    assert Element(("b",), ()) in elements("<article><p><i></article><b></b>", WORDS)


def test_names_that_nobody_speaks_of_are_left_out() -> None:
    assert {Element(("p",), ()), Element((), ("p",))} == elements('<p class="gone"><i></i></p>', WORDS)
