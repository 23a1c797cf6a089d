"""Diagrams as files of their own."""

import re
import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from macros.assembly.course import Course
from macros.diagram.standalone import drawings, png, svg, svg_and_png
from macros.diagram.style import Stylesheet
from tests.builders import STYLES, change, docs_in

SHEET = Stylesheet.read(STYLES)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str | bytes]:
    course = Course.read(docs_in(tmp_path_factory.mktemp("small")))
    found: dict[str, str | bytes] = {}
    for path, drawing in drawings(course.diagrams, course.pictograms):
        found[f"{path}.svg"], found[f"{path}.png"] = svg_and_png(drawing, STYLES, "somebody")
    return found


def test_every_diagram_and_every_step_is_an_svg_and_a_png(made: dict[str, str | bytes]) -> None:
    names = ["cup", "kitchen", *(f"kitchen-step-{number}" for number in (1, 2, 3))]

    assert [f"diagrams/{name}.{kind}" for name in names for kind in ("svg", "png")] == list(made)


def test_an_svg_needs_nothing_from_outside(made: dict[str, str | bytes]) -> None:
    for name, text in made.items():
        if isinstance(text, str):
            root = ET.fromstring(text)  # noqa: S314 - our own output

            assert f"{SVG}svg" == root.tag, name
            assert not re.search(r"var\(|light-dark|color-mix|url\(|href|@import", text), name
            assert set() == {"data-states", "data-moves"} & {key for element in root.iter() for key in element.attrib}


def test_every_class_of_an_svg_has_a_rule_and_colours_for_the_night(made: dict[str, str | bytes]) -> None:
    text = made["diagrams/kitchen.svg"]
    root = ET.fromstring(text)  # noqa: S314 - our own output
    day, _, night = (root.findtext(f"{SVG}style") or "").partition("@media (prefers-color-scheme:dark)")
    used = {element.get("class") for element in root.iter()} - {None}

    assert used == {*re.findall(r"\.(s\d+)\{", day)}
    assert set() != {*re.findall(r"\.(s\d+)\{", night)} <= used


def test_an_svg_names_its_title_its_author_and_its_licence(made: dict[str, str | bytes]) -> None:
    root = ET.fromstring(made["diagrams/cup.svg"])  # noqa: S314 - our own output

    assert "A cup" == root.findtext(f"{SVG}title")
    assert "somebody" == root.findtext(f"{SVG}metadata")


def test_a_png_has_two_pixels_for_each_unit(made: dict[str, str | bytes]) -> None:
    root = ET.fromstring(made["diagrams/cup.svg"])  # noqa: S314 - our own output
    data = made["diagrams/cup.png"]

    assert isinstance(data, bytes)
    assert b"\x89PNG" == data[:4]
    assert [2 * round(float(root.get(side, ""))) for side in ("width", "height")] == [
        *struct.unpack(">II", data[16:24])
    ]


def test_the_words_of_a_png_are_drawn() -> None:
    words = '<text class="dg-text" x="50" y="20">Kettle</text>'
    with_words, without = (f'<svg class="dg" viewBox="0 0 99 40"><title/><desc/>{part}</svg>' for part in (words, ""))

    assert png(svg(with_words, SHEET, "a")) != png(svg(without, SHEET, "a"))


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [
        ("data/diagrams/kitchen.yml", "Pot of tea", "Pan of tea"),
        ("data/diagrams/kitchen.yml", "fail: [shelf]", "hide: [shelf]"),
        ("data/diagrams/kitchen.yml", "size: small", "size: medium"),
        ("data/pictures/cup.svg", 'width="40"', 'width="30"'),
        ("data/comparison.yml", "value: 10\n            unit: min", "value: 12\n            unit: min"),
    ],
)
def test_what_is_drawn_otherwise_is_made_from_something_else(tmp_path: Path, path: str, right: str, wrong: str) -> None:
    docs = docs_in(tmp_path)
    before = Course.read(docs)
    change(docs, path, right, wrong)
    after = Course.read(docs)
    pairs = zip(drawings(before.drawable, before.pictograms), drawings(after.drawable, after.pictograms), strict=True)
    different = [(one, two) for (_, one), (_, two) in pairs if one.draw() != two.draw()]

    assert different
    assert [] == [one.made_from for one, two in different if one.made_from == two.made_from]


def test_each_step_is_made_from_something_else(tmp_path: Path) -> None:
    course = Course.read(docs_in(tmp_path))
    made_from = [one.made_from for _, one in drawings(course.drawable, course.pictograms)]

    assert len(made_from) == len({*made_from})
