"""Whatever stands in a field of the data: it is told as a problem, or it is shown; nothing else ever happens."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.assembly.course import Course
from macros.assembly.drawn import drawable
from macros.calls import Calls
from macros.check.problems import all_problems
from macros.diagram.block import WIDE
from macros.diagram.standalone import drawings
from macros.outputs.download import contents
from macros.reading.positions import Loc
from macros.reading.problem import ContentError
from macros.reading.yaml import read_yaml
from tests.builders import FILES, docs_in, with_modeline
from tests.check.test_injection import TERMS, TEXTS, WHOLE, changed

HOLE = "HOLE"
FRONT = re.compile(r"---\n(.*?)---\n", re.DOTALL)
CALLS = [("diagram", "cup"), ("diagram", "kitchen"), ("chart", "cooling"), ("decision", "drink"), ("quiz", "drinks")]
CALLS += [("row", "colour"), ("picture", "cup"), ("cite", "adam-2020")]


def values(value: Any, loc: Loc = ()) -> Iterator[Loc]:
    """Yield the place of each value, those of lists and mappings included."""
    yield loc
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
    for step, one in inner:
        yield from values(one, (*loc, step))


def with_holes() -> Iterator[tuple[str, str]]:
    """Yield each file with a hole in the place of each of its values."""
    for path, text in TEXTS.items():
        value = read_yaml(text, path).value
        for loc in values(value):
            yield path, json.dumps(changed(value, loc, HOLE)).replace(f'"{HOLE}"', HOLE)
    for path, text in FILES.items():
        if path.endswith(".md") and (front := FRONT.match(text)):
            value = read_yaml(front[1], path).value
            for loc in values(value):
                holed = json.dumps(changed(value, loc, HOLE)).replace(f'"{HOLE}"', HOLE)
                yield path, f"---\n{holed}\n---\n{text[front.end() :]}"
    picture = FILES["data/pictures/cup.svg"]
    for match in re.finditer(r'(?<==")[^"]*(?=")|(?<=<title>)[^<]*', picture):
        yield "data/pictures/cup.svg", picture[: match.start()] + HOLE + picture[match.end() :]


HOLES = [*with_holes()]
NUMBERS = st.one_of(
    st.integers(), st.integers(0, 400).map(lambda digits: 10**digits), st.floats(), st.decimals(places=3).map(str)
).map(str)
ODD = st.sampled_from(
    ["\x02", "\u202e", "\ud800", "\u3164", "\ue000", "\ufdd0", "\n", "\r", "\x85", "::error::", "{tea-time}", "{}"]
)
# What is assigned to nothing is left as it is, and each Python has a list of its own of what that is.
ANY = st.characters(codec="utf-8", exclude_categories=["Cn"])
LETTERS = st.one_of(ANY, ODD, st.sampled_from("`*_[]()<>&\"'{}!%#|-:\\ aZ9"))
WORDS = st.lists(LETTERS, max_size=60).map("".join)
TEXT = st.one_of(WORDS, st.tuples(WORDS, st.integers(1, 3000)).map(lambda pair: pair[0][:3] * pair[1]))
PLAIN = st.sampled_from(
    ["1e308", "5e-324", "-0", "0", "9" * 5000, "~", "null", "true", "no", ".nan", ".inf", "0x1F", "1_000", "1:30",
     "2026-11-23", "0001-01-01", "[]", "{}", "[[]]", "[a, b]", "{a: b}", "tea", "cup", "colour", "small", "!!str x",
     "&a x", "*a", "[" * 50 + "]" * 50, "[" + "a, " * 300 + "]", "{x: {y: {z: 1}}}", "0.00011", "9999999999", "201"]
)  # fmt: skip
FILLINGS = st.one_of(PLAIN, NUMBERS, TEXT.map(json.dumps), TEXT.map(lambda text: json.dumps(text, ensure_ascii=False)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return docs_in(tmp_path_factory.mktemp("mutated"))


def shown(course: Course) -> None:
    """Show all that there is of a course; what is faulty says so with its problems."""
    calls = Calls(course, "lessons/01-drinks/", "https://site.example/")
    for name, *arguments in [*((name,) for name in WHOLE), *CALLS]:
        with suppress(ContentError):
            assert getattr(calls, name)(*arguments).encode()
    assert all(drawing.draw(WIDE).encode() for _, drawing in drawings(drawable(course), course.pictograms))
    if course.comparison and course.sources:
        assert all(text.encode() for text in contents(course.comparison, course.sources).values())


@pytest.mark.fuzz
@given(hole=st.sampled_from(HOLES), filling=FILLINGS)
def test_any_value_in_any_field_is_told_or_shown(folder: Path, hole: tuple[str, str], filling: str) -> None:
    path, text = hole
    (folder / "data/terms.yml").write_text(with_modeline("data/terms.yml", TERMS))
    before = (folder / path).read_text()
    (folder / path).write_bytes(text.replace(HOLE, filling).encode(errors="surrogatepass"))
    try:
        course = Course.read(folder)
    finally:
        (folder / path).write_text(before)

    shown(course)
    assert [] == [one for one in all_problems(course) if not str(one).replace("\n    hint: ", "").isprintable()]


def test_every_kind_of_file_has_fields_to_change() -> None:
    assert len(HOLES) > 250
    assert {*TEXTS, "data/pictures/cup.svg", "lessons/01-drinks.md", "index.md", "comparison.md", "sources.md"} == {
        path for path, _ in HOLES
    }
