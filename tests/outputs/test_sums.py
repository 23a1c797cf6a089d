"""What is drawn and counted is the same in every Python: since 3.12, ``sum`` adds floats in another way than before."""

import builtins
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from macros.assembly.course import Course
from macros.assembly.drawn import drawable
from macros.calls import Calls
from macros.check.problems import answer
from macros.diagram import paint
from macros.diagram.block import WIDE
from macros.diagram.standalone import drawings

SUM = builtins.sum


def naive(values: Iterable[Any], start: Any = 0) -> Any:
    """Add one by one, as Python 3.11 does."""
    for value in values:
        start = start + value
    return start


def compensated(values: Iterable[Any], start: Any = 0) -> Any:
    """Keep what each addition of floats loses (Neumaier's algorithm), as Python 3.12 does."""
    listed = [*values]
    if not any(type(value) is float for value in listed):
        return SUM(listed, start)
    total, lost = float(start), 0.0
    for value in listed:
        both = total + value
        lost += (total - both) + value if abs(total) >= abs(value) else (value - both) + total
        total = both
    return total + lost


def shown(monkeypatch: pytest.MonkeyPatch, add: Callable[..., Any], docs: Path) -> dict[str, str]:
    """Return all that the pages call and all drawings, made with this way to add."""
    monkeypatch.setattr(builtins, "sum", add)
    for cache in (paint._drawing, paint._placed):  # noqa: SLF001 - what was drawn with another sum
        cache.cache_clear()
    course = Course.read(docs)
    found = {path: drawing.draw(WIDE) for path, drawing in drawings(drawable(course), course.pictograms)}
    for page in course.pages:
        calls = Calls(course, page.url, "https://site.test/")
        for call in page.calls:
            found[f"{page.url} {call.text}"] = answer(calls, call.name, call.arguments, call.options)
    monkeypatch.undo()
    return found


def test_the_two_ways_to_add_differ() -> None:
    assert naive([0.1] * 10) != compensated([0.1] * 10)


def test_nothing_that_is_shown_depends_on_how_python_adds(monkeypatch: pytest.MonkeyPatch, whole: Path) -> None:
    one, other = (shown(monkeypatch, add, whole / "docs") for add in (naive, compensated))

    assert len(one) > 30
    assert [] == [part for part in one if one[part] != other[part]]


def test_no_float_is_added_by_sum(monkeypatch: pytest.MonkeyPatch, whole: Path) -> None:
    floats: list[float] = []

    def watched(values: Iterable[Any], start: Any = 0) -> Any:
        listed = [*values]
        floats.extend(value for value in listed if isinstance(value, float))
        return SUM(listed, start)

    shown(monkeypatch, watched, whole / "docs")

    assert [] == floats
