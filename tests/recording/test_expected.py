"""What must be printed: literally, but for what a page leaves open."""

import pytest

from macros.recording.expected import fault
from macros.recording.terminal import Ran


@pytest.mark.parametrize(
    ("expected", "printed"),
    [
        ((), ()),
        (("a.b*",), ("a.b*",)),
        (("6.1…",), ("6.1.0-13",)),
        (("… cups of …",), ("3 cups of tea",)),
        (("…",), ()),
        (("…",), ("a", "", "b")),
        (("…", "last"), ("a", "b", "last")),
        (("first", "…", "last"), ("first", "last")),
        (("a ", "\tb"), ("a", "        b")),
    ],
)
def test_what_fits_is_right(expected: tuple[str, ...], printed: tuple[str, ...]) -> None:
    assert "" == fault(expected, Ran(printed, 0))


@pytest.mark.parametrize(
    ("expected", "printed"),
    [
        ((), ("a",)),
        (("a",), ()),
        (("a",), ("a", "b")),
        (("a", "b"), ("b", "a")),
        (("a.b",), ("acb",)),
        (("… b",), ("a", "b")),
        (("a…",), ("b",)),
        (("…", "last"), ("last", "a")),
    ],
)
def test_what_does_not_fit_is_told(expected: tuple[str, ...], printed: tuple[str, ...]) -> None:
    assert "prints something else" == fault(expected, Ran(printed, 0))


@pytest.mark.parametrize(
    ("expected", "printed", "told"),
    [((), (), "ends with the status 3"), (("…",), ("a",), "ends with the status 3"), (("Killed",), ("Killed",), "")],
)
def test_one_whose_words_are_left_open_must_end_well(
    expected: tuple[str, ...], printed: tuple[str, ...], told: str
) -> None:
    assert told == fault(expected, Ran(printed, 3))
