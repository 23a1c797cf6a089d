"""Every part in every tone, in every size and in every other part: the check passes what can be drawn, and no more."""

import json
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from macros.content.palette import COLOURS
from macros.diagram.block import NARROW, WIDE
from macros.diagram.diagram import Diagram
from macros.diagram.foot import Credit
from macros.diagram.paint import drawing
from macros.diagram.raster import png
from macros.diagram.standalone import stylesheet, svg
from macros.outputs.schema import schema
from macros.reading.datafile import read_data
from macros.reading.problem import ContentError
from tests.builders import CUP, STYLES

SHEET = stylesheet(STYLES)
VALID = Draft7Validator(json.loads(schema("diagrams")))
PICTURES = {"cup": CUP}

OWN = {"oven": "red", "sugar": "sand"}
"""The tones of a course."""

KNOWN = [*OWN, *COLOURS]
TONES = [*KNOWN, "shared", "pink"]
OF_PARTS = {
    "box": KNOWN,
    "picture": KNOWN,
    "scale": KNOWN,
    "group": [*KNOWN, "shared"],
    **{kind: [] for kind in ("arrow", "note", "gap", "row", "column", "stack", "bracket")},
}
SIZED = {"picture", "scale"}
LOOKS = {"box": 9, "picture": 7, "scale": 7, "group": 3}
"""How many different drawings the tones of a part make: some colours of boxes are one of pictograms."""

LEAVES: dict[str, dict[str, Any]] = {
    "box": {"box": "B"},
    "picture": {"picture": "cup", "label": "P"},
    "scale": {"scale": "cup", "number": 2.5, "label": "S"},
    "arrow": {"arrow": "A"},
    "note": {"note": "N"},
    "gap": {"gap": "small"},
}
HOLDERS: dict[str, Callable[..., dict[str, Any]]] = {
    "row": lambda *parts: {"row": [*parts]},
    "column": lambda *parts: {"column": [*parts]},
    "stack": lambda *parts: {"stack": [*parts]},
    "group": lambda *parts: {"group": "G", "of": parts[0] if len(parts) == 1 else {"row": [*parts]}},
    "bracket": lambda *parts: {"bracket": "K", "of": parts[0] if len(parts) == 1 else {"column": [*parts]}},
}
EVERY = {**LEAVES, **{name: held(LEAVES["box"]) for name, held in HOLDERS.items()}}


def whole(scene: dict[str, Any], *steps: dict[str, Any]) -> dict[str, Any]:
    return {"title": "T", "desc": "D", "scene": scene, **({"steps": [*steps]} if steps else {})}


def checked(folder: Path, value: dict[str, Any]) -> Diagram | str:
    """Return the diagram of a file, or what is wrong with it."""
    file = folder / "a.yml"
    file.write_text(json.dumps(value))
    try:
        return read_data(file, "a.yml", Diagram, lambda marks: marks.given("tones", OWN)).model
    except ContentError as error:
        return str(error)


def drawn(diagram: Diagram) -> Iterator[str]:
    """Yield a diagram as it stands in a page, wide and narrow, after each step; and as a file at its end."""
    for limit, step in product((WIDE, NARROW), range(len(diagram.moments))):
        yield drawing(diagram, limit, PICTURES, step)
    yield svg(drawing(diagram, WIDE, PICTURES), SHEET, Credit())


@pytest.mark.parametrize("kind", EVERY)
def test_each_part_has_its_tones_in_the_check_in_the_schema_and_in_the_drawing(tmp_path: Path, kind: str) -> None:
    looks = set()
    for tone in TONES:
        value = whole({**EVERY[kind], "tone": tone})
        diagram = checked(tmp_path, value)

        assert (tone in OF_PARTS[kind]) == isinstance(diagram, Diagram), tone
        assert bool(OF_PARTS[kind]) == VALID.is_valid(value), tone
        if isinstance(diagram, Diagram):
            *_, files = drawn(diagram)
            looks.add(files)
        elif OF_PARTS[kind]:
            assert diagram.startswith("a.yml:1:"), tone
            assert f"choose one of {', '.join(OF_PARTS[kind])} or add '{tone}' to" in diagram, tone
    assert LOOKS.get(kind, 0) == len(looks)


@pytest.mark.parametrize("kind", EVERY)
def test_each_part_has_its_sizes(tmp_path: Path, kind: str) -> None:
    for size in ("small", "medium", "large", "huge"):
        value = whole({**EVERY[kind], "size": size})
        diagram = checked(tmp_path, value)

        assert (kind in SIZED and size != "huge") == isinstance(diagram, Diagram) == VALID.is_valid(value), size
        assert isinstance(diagram, str) or all(drawn(diagram))


@pytest.mark.parametrize(("outer", "inner"), [*product(HOLDERS, HOLDERS)])
def test_whatever_stands_in_whatever_can_be_drawn_in_every_step(tmp_path: Path, outer: str, inner: str) -> None:
    for one, two in product(LEAVES.values(), repeat=2):
        # An arrow stands between two parts.
        ends = LEAVES["box"] if LEAVES["arrow"] in (one, two) else None
        parts = [part for part in (ends, one, two, ends) if part]
        scene = HOLDERS[outer]({**HOLDERS[inner](*parts), "name": "in"}, {**LEAVES["box"], "name": "it"})
        steps: list[dict[str, Any]] = [{"step": "S"}, {"step": "T", "fail": ["it"]}, {"step": "U", "hide": ["it"]}]
        value = whole({**scene, "name": "all"}, *steps)
        diagram = checked(tmp_path, value)

        assert isinstance(diagram, Diagram), diagram
        assert VALID.is_valid(value)
        assert all(drawn(diagram))


def test_every_part_in_every_tone_and_size_is_a_png(tmp_path: Path) -> None:
    parts = [
        {**LEAVES[kind], "tone": tone, **({"size": size} if size else {})}
        for kind in ("box", "picture", "scale")
        for tone in OF_PARTS[kind]
        for size in (("small", "medium", "large") if kind in SIZED else ("",))
    ]
    diagram = checked(tmp_path, whole({"column": [*EVERY.values(), {"row": parts}]}))

    assert isinstance(diagram, Diagram), diagram
    assert b"\x89PNG" == png(svg(drawing(diagram, WIDE, PICTURES), SHEET, Credit()))[:4]
