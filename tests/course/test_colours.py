"""The drawings of this course can be seen by day and by night; the rules themselves are tested on the small course."""

import pytest

from macros.assembly.course import Course
from macros.content.palette import COLOURS
from tests.browser.test_contrast import (
    SCHEMES,
    SHAPE,
    TEXT,
    contrast,
    lines,
    outlines,
    texts_on_grounds,
    things,
)
from tests.conftest import ROOT

COURSE = Course.read(ROOT / "docs")
THINGS = dict(things(COURSE))
FAINT = "in docs/data/diagrams/ this drawing has a {} too faint for its ground ({}): give the box another `tone:`"
FAINT_LINE = (
    "docs/data/pictures/{}.svg has lines too faint for the paper ({}): use the classes that other pictograms use"
)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", THINGS)
def test_every_word_and_every_outline_of_every_drawing_can_be_seen(name: str, scheme: str) -> None:
    words = [pair for pair in texts_on_grounds(THINGS[name], scheme) if contrast(*pair) < TEXT]
    edges = [pair for pair in outlines(THINGS[name], scheme) if contrast(*pair) < SHAPE]

    assert [] == words, FAINT.format("word", scheme)
    assert [] == edges, FAINT.format("outline", scheme)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", COURSE.pictograms)
def test_the_lines_of_every_pictogram_stand_out(name: str, scheme: str) -> None:
    faint = [
        (tone, pair)
        for tone in COLOURS
        for pair in lines(COURSE.pictograms[name], tone, scheme)
        if contrast(*pair) < SHAPE
    ]

    assert [] == faint, FAINT_LINE.format(name, scheme)
