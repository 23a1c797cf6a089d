"""Colours: what the stylesheet gives to each drawing can be seen by day and by night (WCAG 2.2, 1.4.3 and 1.4.11)."""

from collections.abc import Iterator
from typing import Literal, get_args
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page
from tinycss2.color5 import parse_color

from macros.assembly.course import Course
from macros.content.comparison import Subject
from macros.content.palette import COLOURS
from macros.diagram.block import NARROW, WIDE
from macros.diagram.paint import drawing
from macros.diagram.pictures import Pictogram
from macros.diagram.shapes import pictogram
from macros.diagram.style import Style, Stylesheet
from tests.builders import STYLES
from tests.conftest import COURSE

SHEET = Stylesheet.read(STYLES)
SCHEMES = ["light", "dark"]
TONES = get_args(Subject.model_fields["tone"].annotation)
TEXT, SHAPE = 4.5, 3.0


def luminance(colour: str) -> float:
    channels = parse_color(colour).to("srgb").coordinates
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def styled(svg: ET.Element, scheme: str) -> list[tuple[ET.Element, Style]]:
    """Return the elements in the order in which they are drawn, each with its style."""
    styles = dict(SHEET.styles(svg, scheme))
    return [(element, styles[element]) for element in svg.iter()]


def one(css_class: str, scheme: str) -> Style:
    svg = ET.fromstring(f'<svg><rect class="{css_class}"/></svg>')  # noqa: S314 - our own
    return styled(svg, scheme)[1][1]


def on_grounds(svg: ET.Element, scheme: str) -> Iterator[tuple[str, Style, str]]:
    """Yield texts and rectangles, each with its style and the colour of what was drawn below its corner before."""
    drawn = [(float("-inf"), float("-inf"), float("inf"), float("inf"), one("dg-ground", scheme)["fill"])]
    inner = {part for picture in svg.iter("svg") if picture is not svg for part in picture.iter()}
    for element, style in styled(svg, scheme):
        if element in inner or element.tag not in {"text", "rect"}:
            continue
        x, y, wide, high = (float(element.get(name, "0")) for name in ("x", "y", "width", "height"))
        below = [fill for left, top, right, bottom, fill in drawn if left <= x <= right and top <= y <= bottom]
        yield element.tag, style, below[-1]
        if style["fill"] != "none" and element.tag == "rect":
            drawn.append((x, y, x + wide, y + high, style["fill"]))


def things(course: Course) -> Iterator[tuple[str, str]]:
    """Yield each diagram of a course after each step, wide and narrow."""
    for name, diagram in course.diagrams.items():
        for step in range(max(1, len(diagram.steps))):
            for limit in (WIDE, NARROW):
                yield f"{name}-{step}-{limit}", drawing(diagram, limit, course.pictograms, step)


THINGS = dict(things(COURSE))


def texts_on_grounds(svg: str, scheme: str) -> list[tuple[str, str]]:
    """Return the colour of each text of a drawing, with that of its ground."""
    return [(style["fill"], ground) for tag, style, ground in on_grounds(parsed(svg), scheme) if tag == "text"]


def outlines(svg: str, scheme: str) -> list[tuple[str, str]]:
    """Return the colour of each outline of a drawing, with that of its ground and that of its filling."""
    found = [(style, ground) for tag, style, ground in on_grounds(parsed(svg), scheme) if tag == "rect"]
    against = [(style["stroke"], ground) for style, ground in found]
    return against + [(style["stroke"], style["fill"]) for style, _ in found if style["fill"] != "none"]


def lines(picture: Pictogram, tone: str, scheme: str) -> list[tuple[str, str]]:
    """Return the colour of each line of a pictogram, with that of the paper and that of its filling."""
    svg, paper = ET.Element("svg"), one("dg-ground", scheme)["fill"]
    pictogram(svg, picture, tone, (0, 0, 10, 10))
    against = []
    for element, style in styled(svg, scheme):
        colours = [style[name] for name in ("stroke", "fill") if style.get(name, "none") != "none"]
        if element.tag not in {"svg", "g"}:
            against += [(colours[0], paper), (colours[0], colours[-1])][: len(colours)]
    return against


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own drawing


def test_contrast_is_computed_as_defined() -> None:
    assert [21, 1] == [round(contrast("#000000", "#ffffff")), round(contrast("#123456", "#123456"))]
    assert 4.54 == pytest.approx(contrast("#767676", "#ffffff"), abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", THINGS)
def test_text_can_be_read_where_it_stands(name: str, scheme: str) -> None:
    texts = texts_on_grounds(THINGS[name], scheme)

    assert texts
    assert [] == [pair for pair in texts if contrast(*pair) < TEXT]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", THINGS)
def test_outlines_stand_out_from_their_ground_and_their_filling(name: str, scheme: str) -> None:
    assert [] == [pair for pair in outlines(THINGS[name], scheme) if contrast(*pair) < SHAPE]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("tone", COLOURS)
@pytest.mark.parametrize("name", COURSE.pictograms)
def test_the_lines_of_every_pictogram_stand_out(name: str, tone: str, scheme: str) -> None:
    against = lines(COURSE.pictograms[name], tone, scheme)

    assert against
    assert [] == [pair for pair in against if contrast(*pair) < SHAPE]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("colour", COLOURS)
def test_words_and_outlines_stand_out_from_a_box_of_every_colour_of_the_palette(colour: str, scheme: str) -> None:
    box = one(f"dg-box dg-tone--{colour}", scheme)

    assert TEXT <= contrast(one("dg-text", scheme)["fill"], box["fill"])
    assert SHAPE <= contrast(box["stroke"], box["fill"])


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_two_colours_of_the_palette_fill_a_box_alike(scheme: str) -> None:
    fills = [one(f"dg-box dg-tone--{colour}", scheme)["fill"] for colour in COLOURS]

    assert len(COLOURS) == len({*fills})


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("tone", TONES)
def test_the_spread_of_a_subject_stands_out_in_each_tone_that_it_may_have(tone: str, scheme: str) -> None:
    assert SHAPE <= contrast(one(f"dg-spread dg-tone--{tone}", scheme)["stroke"], one("dg-ground", scheme)["fill"])


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("css_class", ["dg-arrow", "dg-brace"])
@pytest.mark.parametrize("ground", ["dg-ground", "dg-group dg-tone--shared"])
def test_strokes_stand_out_from_every_ground(css_class: str, ground: str, scheme: str) -> None:
    assert SHAPE <= contrast(one(css_class, scheme)["stroke"], one(ground, scheme)["fill"])


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_stands_in_an_empty_field_can_be_read(page: Page, address: str, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(address + "comparison/")
    colours = page.locator(".filter input").evaluate(
        "field => [getComputedStyle(field, '::placeholder').color, getComputedStyle(field).backgroundColor]"
    )

    assert contrast(*colours) >= TEXT
