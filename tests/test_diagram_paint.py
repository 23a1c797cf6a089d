"""Drawings and figures as they stand in a page."""

from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from builders import CUP
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.diagram.measure import NARROW, WIDE
from macros.diagram.paint import drawing, figure
from macros.diagram.scene import Arrow, Box, Column, Diagram, Group, Note, Picture, Row

HOSTILE = "</text><script>&\"'"


def painted(label: str, limit: float) -> ET.Element:
    scene = Column(
        column=(
            Row(row=(Box(box=label), Arrow(arrow=label), Picture(picture="cup", label=label))),
            Group(group=label, of=Note(note=label)),
        )
    )
    text = drawing(Diagram(title=label, desc=label, scene=scene), limit, {"cup": CUP})
    return ET.fromstring(text)  # noqa: S314 - our own output


@pytest.mark.parametrize("limit", [WIDE, NARROW])
def test_a_hostile_label_comes_out_as_text_wherever_it_stands(limit: float) -> None:
    svg = painted(HOSTILE, limit)

    assert [HOSTILE] * 7 == [element.text for element in svg.iter() if element.text]
    assert "script" not in {element.tag for element in svg.iter()}


@settings(max_examples=50, deadline=None)
@given(label=st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=20))
def test_any_printable_label_makes_an_svg_that_can_be_parsed(label: str) -> None:
    assert "svg" == painted(label, NARROW).tag


def test_colour_and_style_are_left_to_the_stylesheet() -> None:
    names = {name for element in painted("L", WIDE).iter() for name in element.attrib}

    assert set() == names & {"style", "fill", "stroke", "id", "font-size", "font-family", "href"}


def test_a_drawing_has_its_title_and_its_description_first() -> None:
    svg = painted("L", WIDE)

    assert [("title", "L"), ("desc", "L")] == [(child.tag, child.text) for child in svg][:2]
    assert "img" == svg.get("role")


@pytest.mark.parametrize("limit", [WIDE, NARROW])
def test_the_view_box_is_as_wide_as_the_limit_and_a_pixel_around(limit: float) -> None:
    assert ["-1", "-1", f"{limit + 2}"] == painted("L", limit).get("viewBox", "").split()[:3]


def test_a_figure_has_one_drawing_for_each_width_and_a_hostile_caption_as_text() -> None:
    shown = BeautifulSoup(figure(Diagram(title="T", desc="D", caption=HOSTILE, scene=Box(box="B")), {}), "html.parser")

    assert ["diagram__wide", "diagram__narrow"] == [
        " ".join(div["class"]) for div in shown.select("figure > div:has(svg)")
    ]
    assert ["T. " + HOSTILE] == [caption.text.partition("This picture")[0] for caption in shown.select("figcaption")]


def test_two_figures_do_not_share_a_pictogram() -> None:
    assert ET.tostring(painted("L", WIDE)) == ET.tostring(painted("L", WIDE))
    assert "rect" == CUP.shapes[0].tag


@pytest.mark.parametrize("label", ["مرحبا", "🚢🚢", "a" * 60])
def test_letters_of_any_script_are_kept(label: str) -> None:
    assert label in "".join(painted(label, NARROW).itertext())


def test_between_title_and_caption_stands_a_space() -> None:
    shown = figure(Diagram(title="T", desc="D", caption="*C*", scene=Box(box="B")), {})

    assert "<figcaption><strong>T.</strong> <em>C</em><details" in shown.replace("> <details", "><details")
    assert "\n" not in shown
