"""Diagrams as files of their own."""

import re
import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from macros.assembly.course import Course
from macros.assembly.drawn import drawable
from macros.diagram.block import WIDE
from macros.diagram.foot import Credit
from macros.diagram.looks import dark, light, transparent
from macros.diagram.raster import png
from macros.diagram.standalone import drawings, svg
from macros.diagram.style import Stylesheet
from macros.outputs.generated import svg_and_png
from tests.builders import STYLES, change, docs_in

SHEET = Stylesheet.read(STYLES)
CREDIT = Credit("Drinks", "https://site.test/", "somebody", "CC0", "https://licence.test/")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str | bytes]:
    course = Course.read(docs_in(tmp_path_factory.mktemp("small")))
    found: dict[str, str | bytes] = {}
    for path, drawing in drawings(course.diagrams, course.pictograms):
        found[f"{path}.svg"], found[f"{path}.png"] = svg_and_png(drawing, STYLES, CREDIT)
    return found


def test_every_diagram_and_every_step_is_an_svg_and_a_png(made: dict[str, str | bytes]) -> None:
    names = ["cup", "kitchen", *(f"kitchen-step-{number}" for number in (1, 2, 3)), "trays"]

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
    assert "somebody, https://licence.test/" == root.findtext(f"{SVG}metadata")


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

    assert png(svg(with_words, SHEET, CREDIT)) != png(svg(without, SHEET, CREDIT))


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
    pairs = zip(drawings(drawable(before), before.pictograms), drawings(drawable(after), after.pictograms), strict=True)
    different = [(one, two) for (_, one), (_, two) in pairs if one.draw(WIDE) != two.draw(WIDE)]

    assert different
    assert [] == [one.made_from for one, two in different if one.made_from == two.made_from]


def test_each_step_is_made_from_something_else(tmp_path: Path) -> None:
    course = Course.read(docs_in(tmp_path))
    made_from = [one.made_from for _, one in drawings(drawable(course), course.pictograms)]

    assert len(made_from) == len({*made_from})


def words(text: str) -> list[str]:
    root = ET.fromstring(text)  # noqa: S314 - our own output
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def test_below_a_picture_stand_its_title_what_it_shows_where_it_is_from_and_its_licence(tmp_path: Path) -> None:
    course = Course.read(docs_in(tmp_path))
    found = dict(drawings(drawable(course), course.pictograms, lambda _: ("Sources: Adam 2020",)))
    step = found["diagrams/kitchen-step-2"]
    said = ["Step 2 of 3: It goes to the tray.", "Sources: Adam 2020"]

    assert ["A kitchen", *said, "Drinks · https://site.test/", "somebody · CC0"] == words(
        svg(step.draw(WIDE), SHEET, CREDIT, step.said)
    )[-5:]


def test_what_stands_below_a_picture_is_within_it_and_below_all_else() -> None:
    drawn = '<svg class="dg" viewBox="-1 -1 102 42"><title>T</title></svg>'
    root = ET.fromstring(svg(drawn, SHEET, CREDIT))  # noqa: S314 - our own output
    _, top, _, high = map(float, root.get("viewBox", "").split())
    lines = [float(element.get("y", "")) for element in root.iter(f"{SVG}text")]

    assert 41 < min(lines)
    assert max(lines) < top + high - 4
    assert sorted(lines) == lines


def test_a_line_with_letters_that_the_font_lacks_is_left_out() -> None:
    drawn = '<svg class="dg" viewBox="0 0 400 40"><title>茶</title></svg>'

    assert ["Drinks"] == words(svg(drawn, SHEET, Credit("Drinks")))


def test_a_dark_picture_is_dark_on_any_system_and_a_transparent_one_is_light_and_has_no_ground() -> None:
    drawn = '<svg class="dg" viewBox="0 0 99 40"><title>T</title></svg>'
    text = svg(drawn, SHEET, CREDIT)
    looks = [light(text), dark(text), transparent(text)]
    paper = [re.findall(r'id="ground"[^>]* fill="(#\w+)"', look) for look in looks]

    assert [["#fbfaf7"], ["#0d1722"], []] == paper
    assert [] == [look for look in looks if re.search("<style|class=", look)]
    assert png(text) == png(light(text))
    assert 3 == len({png(look) for look in looks})


def test_each_look_of_each_drawing_is_drawn_as_its_stylesheet_says(made: dict[str, str | bytes]) -> None:
    for path, text in made.items():
        if isinstance(text, str):
            ET.fromstring(dark(text))  # noqa: S314 - our own output

            assert made[path.replace(".svg", ".png")] == png(light(text)), path


def test_a_picture_names_the_licence_where_there_is_one() -> None:
    free = Credit(authors="some people", licence="L", licence_address="https://l.example/")
    named = ["some people", "some people, https://l.example/"]

    assert named == [Credit(authors="some people").metadata, free.metadata]
    assert [("some people",), ("some people · L",)] == [Credit(authors="some people").lines, free.lines]
