"""A diagram as it stands in a page."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup

from macros.content.card import Licence
from macros.diagram.diagram import Diagram
from macros.diagram.figure import Around, figure
from macros.diagram.pictures import Pictogram
from macros.diagram.scene import Box
from macros.diagram.story import Step
from macros.reading.cache import Cache

LICENCE = Licence(name="CC BY 4.0", url="https://creativecommons.org/licenses/by/4.0/")
HOSTILE = "</text><script>&\"'"


def html(**changes: object) -> str:
    diagram = Diagram.model_validate({"title": "T", "desc": "D", "scene": {"box": "B", "name": "b"}, **changes})
    return figure(
        diagram, "two-words", "../", {}, Around(cited="[Adam 2020]" if diagram.sources else "", licence=LICENCE)
    )


def shown(**changes: object) -> BeautifulSoup:
    return BeautifulSoup(html(**changes), "html.parser")


STEPS = (Step(step="One <b>."), Step(step="Two.", hide=("b",)))


def test_a_figure_has_one_drawing_for_each_width() -> None:
    assert ["diagram__wide", "diagram__narrow"] == [" ".join(div["class"]) for div in shown().select("div:has(> svg)")]


def test_a_hostile_caption_comes_out_as_text() -> None:
    caption = shown(caption=HOSTILE).select("figcaption")[0]

    assert caption.text.startswith("T. " + HOSTILE)
    assert "script" not in {tag.name for tag in shown(caption=HOSTILE).find_all()}


def test_between_title_and_caption_stands_a_space_and_all_is_one_line() -> None:
    assert "<figcaption><strong>T.</strong> <em>C</em>" in html(caption="*C*")
    assert "\n" not in html(caption="*C*")


def test_sources_are_cited_behind_the_caption() -> None:
    assert "T. C [Adam 2020]" in shown(caption="C", sources=("adam",)).text
    assert "[" not in shown(caption="C").text


def test_it_can_be_taken_along_with_its_licence() -> None:
    links = [str(link["href"]) for link in shown().select(".take-away a")]

    assert [*(f"../diagrams/two-words{ending}" for ending in (".svg", ".png")), LICENCE.url] == links[:3]
    assert [f"../diagrams/two-words-{look}.svg" for look in ("dark", "transparent")] == links[3:]
    assert ["../diagrams/two-words.zip"] == [
        str(link["href"]) for link in shown(steps=STEPS).select(".take-away a") if str(link["href"]).endswith("zip")
    ]


def test_it_is_told_in_words() -> None:
    words = shown(scene=Box(box="Kettle", tone="clay")).select("details")[0]

    assert "This picture in words: TDKettle (clay)" == words.text.replace("\n", "")


def test_without_steps_there_are_no_buttons() -> None:
    assert [] == shown().select("button, .steps, [role=status]")
    assert "data-steps" not in html()


def test_steps_are_sentences_in_order_with_buttons_at_the_first() -> None:
    figure_ = shown(steps=STEPS)

    assert ["One <b>.", "Two."] == [item.text for item in figure_.select(".steps > li")]
    assert ["Step 1 of 2"] == [count.text for count in figure_.select("[data-count]")]
    assert ["Back"] == [button.text for button in figure_.select("[role=group] [aria-disabled=true]")]
    assert [("button", "-1"), ("button", "1")] == [
        (button["type"], button["data-turn"]) for button in figure_.select("[role=group] button")
    ]
    assert "2" == figure_.figure["data-steps"] if figure_.figure else False


def test_a_drawing_that_is_kept_is_drawn_again_when_what_it_is_made_from_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Cache(tmp_path, [], [])
    monkeypatch.setattr("macros.diagram.figure.cache", lambda: kept)
    kettle = Pictogram("kettle", "Kettle", 40, 40, (ET.Element("circle", {"r": "1"}),), "one")
    larger = replace(kettle, shapes=(ET.Element("circle", {"r": "2"}),), source="two")

    def made(label: str, pictogram: Pictogram, *pressed: str) -> str:
        scene = {"picture": "kettle", "label": label, "name": "kettle"}
        diagram = Diagram.model_validate({"title": "T", "desc": "D", "scene": scene})
        return figure(diagram, "kettle", "../", {"kettle": pictogram}, Around(pressed=frozenset(pressed)))

    first = made("A", kettle)

    assert 2 == len([*tmp_path.iterdir()])
    assert first == made("A", kettle)
    assert 2 == len([*tmp_path.iterdir()])
    assert '"2"' in made("A", larger)
    assert ">B<" in made("B", kettle)
    assert 'data-part="kettle"' in made("A", kettle, "kettle")
    assert 8 == len([*tmp_path.iterdir()])
