"""Whether a diagram fits on a phone, and into memory."""

from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from macros.diagram import room
from macros.diagram.diagram import Diagram
from macros.diagram.pictures import Pictogram
from tests.builders import CUP

MANY = Pictogram("many", "Many", 8, 8, tuple(ET.Element("g") for _ in range(200)), "many")


def told(scene: dict[str, Any]) -> list[tuple[Any, str]]:
    diagram = Diagram.model_validate({"title": "T", "desc": "D", "scene": scene})
    return [(loc, message) for loc, message, _ in room.faults(diagram.scene, {"cup": CUP, "many": MANY})]


@pytest.mark.parametrize(
    ("scene", "expected"),
    [
        ({"column": ({"picture": "cup"},) * 50}, []),
        ({"column": ({"picture": "cup"},) * 51}, [((), "is 3,048 pixels high, more than 3,000")]),
        ({"row": ({"gap": "large"},) * 200}, [((), "is 4,776 pixels high, more than 3,000")]),
        ({"row": ({"picture": "many"},) * 15}, []),
        ({"row": ({"picture": "many"},) * 16}, [((), "draws 3,200 shapes of pictures, more than 3,000")]),
        ({"scale": "many", "number": 15.5, "label": "L"}, [((), "draws 3,200 shapes of pictures, more than 3,000")]),
        ({"row": ({"box": "A"}, {"box": "m" * 30})}, [(("row", 1), "is wider than the 336 pixels of a phone")]),
    ],
)
def test_what_does_not_fit_is_told_in_its_place(scene: dict[str, Any], expected: list[tuple[Any, str]]) -> None:
    assert expected == told(scene)


def test_a_long_path_counts_as_more_than_one_shape() -> None:
    path = ET.Element("path", {"d": "M0 0" + "L1 1" * 490})
    heavy = replace(CUP, shapes=(path,) * 14)

    assert (14, 14 * 20) == (heavy.elements, heavy.weight)
    assert 1 == CUP.weight
