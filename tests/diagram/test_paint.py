"""Drawings and figures as they stand in a page."""

import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.diagram.block import GAP, NARROW, WIDE
from macros.diagram.diagram import Diagram
from macros.diagram.paint import drawing
from macros.diagram.scene import Arrow, Box, Column, Gap, Group, Note, Picture, Row, Scale
from macros.diagram.story import Step
from tests.builders import CUP

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


@settings(max_examples=50)
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


def told(*steps: dict[str, object]) -> ET.Element:
    diagram = Diagram.model_validate(
        {
            "title": "T",
            "desc": "D",
            "scene": {
                "column": (
                    {"row": ({"picture": "cup", "name": "cup"}, {"gap": "cup", "name": "tray"})},
                    {"box": "Table", "name": "table"},
                )
            },
            "steps": ({"step": "First."}, *steps),
        }
    )
    return ET.fromstring(drawing(diagram, WIDE, {"cup": CUP}))  # noqa: S314 - our own output


def test_a_part_that_changes_has_a_group_with_its_state_after_each_step() -> None:
    parts = told({"step": "S", "hide": ("table",)}, {"step": "S", "show": ("table",), "fail": ("table",)}).findall("g")

    assert [("dg-part dg-part--failed", "on off failed")] == [(g.get("class"), g.get("data-states")) for g in parts]


def test_a_picture_that_moves_stands_on_the_ground_of_its_gap() -> None:
    (part,) = told({"step": "S", "move": {"cup": "tray"}}).findall("g")

    assert ("0,0 366,0", "translate(366 0)") == (part.get("data-moves"), part.get("transform"))
    assert "on on" == part.get("data-states")


def test_what_never_changes_has_no_group() -> None:
    assert [] == told({"step": "S"}).findall("g")


def test_the_last_copy_of_a_scale_is_cut_to_the_rest() -> None:
    diagram = Diagram(title="T", desc="D", scene=Scale(scale="cup", number=5, each=2, label="L"))
    svg = ET.fromstring(drawing(diagram, WIDE, {"cup": CUP}))  # noqa: S314 - our own output

    assert [("36", "0 0 48 48"), ("36", "0 0 48 48"), ("18", "0 0 24 48")] == [
        (copy.get("width"), copy.get("viewBox")) for copy in svg.findall("svg")
    ]


def test_an_arrow_beyond_the_edge_widens_the_view_box() -> None:
    arrow = Arrow.model_validate({"arrow": "X", "from": "a", "to": "c"})
    boxes = (Box(box="A", name="a"), Box(box="B"), Box(box="C", name="c"), arrow)
    svg = ET.fromstring(drawing(Diagram(title="T", desc="D", scene=Column(column=boxes)), WIDE, {}))  # noqa: S314

    assert WIDE + 2 < float(svg.get("viewBox", "").split()[2]) <= WIDE + 2 + GAP


def test_two_figures_do_not_share_a_pictogram() -> None:
    assert ET.tostring(painted("L", WIDE)) == ET.tostring(painted("L", WIDE))
    assert "rect" == CUP.shapes[0].tag


@pytest.mark.parametrize("label", ["مرحبا", "🚢🚢", "a" * 60])
def test_letters_of_any_script_are_kept(label: str) -> None:
    assert label in "".join(painted(label, NARROW).itertext())


def test_a_drawing_is_drawn_again_when_its_diagram_or_a_pictogram_changes() -> None:
    diagram = Diagram(title="T", desc="D", scene=Row(row=(Picture(picture="cup"), Box(box="Saucer"))))
    first = drawing(diagram, WIDE, {"cup": CUP})
    cup = replace(CUP, shapes=(ET.Element("circle", {"class": "main", "r": "9"}),), source="another cup")

    assert "<circle" in drawing(diagram, WIDE, {"cup": cup})
    assert "<title>New</title>" in drawing(diagram.model_copy(update={"title": "New"}), WIDE, {"cup": CUP})
    assert "Table" in drawing(diagram.model_copy(update={"scene": Box(box="Table")}), WIDE, {"cup": CUP})
    assert first == drawing(diagram, WIDE, {"cup": CUP}) != drawing(diagram, NARROW, {"cup": CUP})


def test_only_what_fails_in_a_step_can_be_crossed_out() -> None:
    scene = Column(column=(Box(box="One", name="one"), Box(box="Two")))
    steps = (Step(step="Both work."), Step(step="One fails.", fail=("one",)))
    calm, told = (Diagram(title="L", desc="L", scene=scene, steps=some) for some in ((), steps))

    assert [0, 1] == [drawing(one, WIDE, {}).count("dg-cross") for one in (calm, told)]


@pytest.mark.parametrize(
    ("label", "limit"),
    [("Kettle", WIDE), ("Kettle", NARROW), ("Words that need two lines or more where there is no room", NARROW)],
)
def test_a_cross_leaves_the_words_free_and_crosses_out_a_picture(label: str, limit: float) -> None:
    scene = Row(row=(Box(box=label, name="it"), Picture(picture="cup", name="cup")))
    diagram = Diagram(title="L", desc="L", scene=scene, steps=(Step(step="Both fail.", fail=("it", "cup")),))
    svg = ET.fromstring(drawing(diagram, limit, {"cup": CUP}))  # noqa: S314 - our own output
    box, picture = (part.get("d", "") for part in svg.iter("path") if part.get("class") == "dg-cross")
    middle = float(next(svg.iter("text")).get("x", ""))
    reach = [abs(float(x) - middle) for x, _ in re.findall(r"L ?([\d.]+)[ ,]([\d.]+)", box)]

    assert 4 == len(reach)
    assert min(reach) > 20
    assert 1 == len(set(re.findall(r"L ?([\d.]+)[ ,]([\d.]+)", picture)))


def states(svg: str) -> list[str | None]:
    return [part.get("data-states") for part in ET.fromstring(svg).iter("g")]  # noqa: S314 - our own output


def on_two_shelves(*steps: Step) -> Diagram:
    """Return a story of a picture on one shelf, and room for it on another."""
    one = Group(group="One", name="one", of=Picture(picture="cup", name="a"))
    two = Group(group="Two", name="two", of=Gap(gap="a", name="room"))
    return Diagram(title="L", desc="L", scene=Row(row=(one, two)), steps=steps)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        # What has moved away before does not fail with what held it, nor what moves away meanwhile.
        (({"move": {"a": "room"}}, {"fail": ("one",)}), ["on failed"]),
        (({}, {"move": {"a": "room"}, "fail": ("one",)}), ["on failed", "on on"]),
        # What has failed stays so, wherever it moves.
        (({"fail": ("one",)}, {"move": {"a": "room"}}), ["failed failed", "failed failed"]),
        # What has moved fails, and disappears, with what holds it now.
        (({"move": {"a": "room"}}, {"fail": ("two",)}), ["on failed", "on failed"]),
        (({"move": {"a": "room"}}, {"hide": ("two",)}), ["on off", "on off"]),
        (({"move": {"a": "room"}}, {"hide": ("one",)}), ["on off"]),
        # What comes to a part that failed before works.
        (({"fail": ("two",)}, {"move": {"a": "room"}}), ["on on", "failed failed"]),
    ],
)
def test_a_picture_belongs_to_what_holds_it_now(steps: tuple[dict[str, Any], ...], expected: list[str]) -> None:
    told = on_two_shelves(*(Step.model_validate({"step": "S", **step}) for step in steps))

    assert sorted(expected) == sorted(filter(None, states(drawing(told, WIDE, {"cup": CUP}))))


def test_a_picture_is_drawn_where_it_stands_first_and_moved_from_there() -> None:
    told = on_two_shelves(Step(step="S", move={"a": "room"}), Step(step="T"))
    moved = on_two_shelves(Step(step="S"), Step(step="T", move={"a": "room"}))
    first, last = ('x="153"', 'x="519"')

    assert last in drawing(told, WIDE, {"cup": CUP})
    assert "data-moves" not in drawing(told, WIDE, {"cup": CUP})
    assert first in drawing(moved, WIDE, {"cup": CUP})
    assert 'data-moves="0,0 366,0" transform="translate(366 0)"' in drawing(moved, WIDE, {"cup": CUP})
    assert 'data-moves="0,0 366,0" transform="translate(0 0)"' in drawing(moved, WIDE, {"cup": CUP}, 0)


def test_an_arrow_is_there_when_both_its_ends_are() -> None:
    arrow = Arrow.model_validate({"arrow": "to", "from": "one", "to": "two"})
    boxes = Box(box="One", name="one"), Group(group="G", name="all", of=Box(box="Two", name="two"))
    steps = (Step(step="S"), Step(step="T", show=("two",)), Step(step="U", hide=("all",)))
    told = Diagram(title="L", desc="L", scene=Column(column=(*boxes, arrow)), steps=steps)

    assert ["on on off", "off on off", "off on off"] == states(drawing(told, WIDE, {}))


def test_copies_that_fail_are_crossed_out() -> None:
    scale = Scale(scale="cup", number=3, label="Cups", name="it")
    told = Diagram(title="L", desc="L", scene=scale, steps=(Step(step="S"), Step(step="T", fail=("it",))))

    assert 1 == drawing(told, WIDE, {"cup": CUP}).count("dg-cross")


def test_an_arrow_between_two_parts_is_there_when_both_are() -> None:
    parts = (Box(box="A", name="one"), Arrow(arrow="to"), Column(column=(Box(box="B"),), name="two"), Arrow(arrow="up"))
    steps = (Step(step="A."), Step(step="B.", show=("two",)), Step(step="C.", hide=("one",)))
    told = Diagram(title="L", desc="L", scene=Row(row=parts), steps=steps)

    assert ["on on off", "off on off", "off on on", "off on on"] == states(drawing(told, WIDE, {}))


def test_an_arrow_hides_with_its_end_in_another_diagram_of_the_same_scene() -> None:
    def arrows(title: str, **change: Any) -> list[str]:
        scene = {"row": ({"box": "From"}, {"arrow": "leads"}, {"box": "To", "name": "end"})}
        steps = ({"step": "One.", "hide": ()}, {"step": "Two.", **change})
        diagram = Diagram.model_validate({"title": title, "desc": "D", "scene": scene, "steps": steps})
        return re.findall('data-states="([^"]*)"', drawing(diagram, WIDE, {}))

    assert ["off on", "off on"] == arrows("first", show=("end",))
    assert ["off on", "off on"] == arrows("second", show=("end",))


def parts_of(svg: str) -> dict[str, list[str]]:
    """Return the words in each part that can be found by its name."""
    found = [one for one in ET.fromstring(svg).iter() if "data-part" in one.attrib]  # noqa: S314 - our own output
    return {
        one.attrib["data-part"]: ["".join(text.itertext()) for text in one if text.tag.endswith("text")]
        for one in found
    }


def test_the_parts_that_questions_ask_for_can_be_found_by_their_names_and_no_others() -> None:
    inner = Row(row=(Box(box="Tea", name="tea"), Box(box="Milk", name="milk"), Picture(picture="cup", name="cup")))
    scene = Group(group="Tray", name="tray", of=inner)
    steps = (Step(step="A."), Step(step="B.", show=("cup",)))
    diagram = Diagram(title="T", desc="D", scene=scene, steps=steps)

    assert {"tray": ["Tray"], "tea": ["Tea"], "cup": []} == parts_of(
        drawing(diagram, WIDE, {"cup": CUP}, pressed=frozenset({"tray", "tea", "cup"}))
    )
    assert "data-part" not in drawing(diagram, WIDE, {"cup": CUP})


def test_a_part_that_appears_later_is_one_group_with_its_name_and_its_states() -> None:
    scene = Row(row=(Box(box="Tea", name="tea"), Box(box="Milk", name="milk")))
    diagram = Diagram(title="T", desc="D", scene=scene, steps=(Step(step="A."), Step(step="B.", show=("milk",))))
    svg = drawing(diagram, WIDE, {}, pressed=frozenset({"milk"}))

    assert 'data-states="off on" data-part="milk"' in svg
    assert 1 == svg.count("<g")
