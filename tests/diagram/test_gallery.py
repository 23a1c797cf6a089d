"""The gallery of diagrams and pictograms."""

from xml.etree import ElementTree as ET

from bs4 import BeautifulSoup

from macros.content.card import Licence
from macros.diagram.gallery import gallery, pictograms, picture, specimen
from macros.diagram.pictures import Pictogram
from tests.builders import CUP

HOSTILE = Pictogram("cup", "<script>&\"'", 48, 24, (ET.Element("rect", {"class": "main"}),), "hostile")


def test_a_picture_is_named_by_its_title() -> None:
    shown = BeautifulSoup(picture(HOSTILE), "html.parser")

    assert [("img", "<script>&\"'")] == [(svg["role"], svg.title.text if svg.title else "") for svg in shown("svg")[:1]]
    assert [] == shown.select("script")


def test_every_pictogram_is_shown_twice_with_its_name_and_its_title() -> None:
    shown = BeautifulSoup(specimen({"cup": CUP, "two-words": CUP}), "html.parser")

    assert ["cup", "two-words"] == [code.text for code in shown.select("li code")]
    assert ["Cup", "Cup"] == [title.text for title in shown.select(".pictograms__title")]
    assert ["true"] * 4 == [svg["aria-hidden"] for svg in shown.select("li div > svg")]


def test_every_pictogram_can_be_taken_along_with_its_licence() -> None:
    licence = Licence(name="CC0", url="https://licence.test/")
    shown = BeautifulSoup(pictograms({"cup": HOSTILE}, "../", licence), "html.parser")
    names = ["cup.svg", "cup.png", "cup-dark.svg", "cup-transparent.svg"]

    assert [f"../pictograms/{name}" for name in names] == [link["href"] for link in shown.select("a[download]")]
    assert ["https://licence.test/"] == [link["href"] for link in shown.select("[rel=license]")]
    assert [] == shown.select("script")


def test_the_small_one_is_as_high_as_a_line() -> None:
    shown = BeautifulSoup(specimen({"cup": HOSTILE}), "html.parser")

    assert [("24", "46.15")] == [(svg["height"], svg["width"]) for svg in shown.select(".pictograms__small > svg")]


def test_each_diagram_has_a_heading_and_its_file() -> None:
    shown = BeautifulSoup(gallery({"cup": ("A <b> cup", "<figure></figure>")}, "../"), "html.parser")

    assert [("cup", "A <b> cup")] == [(heading["id"], heading.text) for heading in shown.select("section > h3")]
    assert ["../data/diagrams/cup.yml"] == [link["href"] for link in shown.select("section > p a")]
    assert 1 == len(shown.select("section > figure"))
