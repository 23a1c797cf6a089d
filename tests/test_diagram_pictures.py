"""Pictograms: plain shapes only."""

from pathlib import Path

import pytest
from builders import FILES

from macros.diagram.pictures import Pictogram, composed, read_pictogram
from macros.errors import ContentError

CUP = FILES["data/pictures/cup.svg"]
PICTURES = sorted((Path(__file__).parent.parent / "docs/data/pictures").glob("*.svg"))


def said(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "cup.svg"
    file.write_text(text)
    with pytest.raises(ContentError) as caught:
        read_pictogram(file, "cup.svg")
    return [str(problem) for problem in caught.value.problems]


def test_a_pictogram_has_the_size_of_its_view_box_and_no_title(tmp_path: Path) -> None:
    (tmp_path / "cup.svg").write_text(CUP)
    pictogram = read_pictogram(tmp_path / "cup.svg", "cup.svg")

    assert ("cup", "Cup", 40, 20) == (pictogram.name, pictogram.title, pictogram.width, pictogram.height)
    assert ["rect"] == [shape.tag for shape in pictogram.shapes]


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ('<rect class="main"', '<script class="main"', "3:3: <script> is not a plain shape"),
        ('<rect class="main"', '<image class="main"', "3:3: <image> is not a plain shape"),
        ('<rect class="main"', '<a class="main"', "3:3: <a> is not a plain shape"),
        ('<rect class="main"', '<rect style="x"', "3:3: the attribute 'style' is not used in a pictogram"),
        ('<rect class="main"', '<rect id="x"', "3:3: the attribute 'id' is not used in a pictogram"),
        ('<rect class="main"', '<rect class="main pink"', "3:3: there is no class 'pink'"),
        (' viewBox="0 0 40 20"', "", "1:1: must be an <svg> with a viewBox of whole numbers, '0 0 width height'"),
        ('<rect class="main"', '<rect onload="x"', "3:3: the attribute 'onload' is not used in a pictogram"),
        ("<title>Cup</title>", "", "1:1: has no <title>"),
        ("0 0 40 20", "0 0 0 20", "1:1: must be an <svg> with a viewBox of whole numbers, '0 0 width height'"),
        ("0 0 40 20", "0 0 40.5 20", "1:1: must be an <svg> with a viewBox of whole numbers, '0 0 width height'"),
        ("<svg xmlns", "<!DOCTYPE svg [<!ENTITY a 'b'>]>\n<svg xmlns", "1:15: a DOCTYPE is not used in a pictogram"),
        (' xmlns="http://www.w3.org/2000/svg"', "", "1:1: must be an <svg> with a viewBox"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, right: str, wrong: str, message: str) -> None:
    assert f"cup.svg:{message}" in said(tmp_path, CUP.replace(right, wrong))[-1]


def pictogram(tmp_path: Path, name: str, shape: str) -> Pictogram:
    file = tmp_path / f"{name}.svg"
    file.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><title>T</title>{shape}</svg>')
    return read_pictogram(file, file.name)


def test_a_pictogram_may_use_others(tmp_path: Path) -> None:
    cup = pictogram(tmp_path, "cup", '<rect class="main" width="4" height="2"/>')
    table = pictogram(tmp_path, "table", '<g><use href="cup" x="1" y="2" width="20" height="10" class="teal"/></g>')
    (group,) = composed(table, {"cup": cup, "table": table}, "table.svg").shapes

    assert [("svg", {"class": "dg-tone--teal", "x": "1", "y": "2", "width": "20", "height": "10"}, "0 0 40 20")] == [
        (part.tag, {key: value for key, value in part.items() if key != "viewBox"}, part.get("viewBox"))
        for part in group
    ]
    assert ["rect"] == [shape.tag for shape in group[0]]
    assert "use" == table.shapes[0][0].tag


def test_what_a_pictogram_cannot_use_is_named(tmp_path: Path) -> None:
    cup = pictogram(tmp_path, "cup", '<use href="table"/>')
    table = pictogram(tmp_path, "table", '<use href="cup"/><use href="cub"/>')
    with pytest.raises(ContentError) as caught:
        composed(table, {"cup": cup, "table": table}, "table.svg")

    assert [
        "table.svg:1:1: 'cup' uses others itself\n    hint: use those",
        "table.svg:1:1: there is no picture 'cub' to use\n    hint: did you mean 'cup'?",
    ] == [str(problem) for problem in caught.value.problems]


def test_what_is_no_xml_has_its_line(tmp_path: Path) -> None:
    assert "cup.svg:4:3: is not XML" in said(tmp_path, CUP.replace("/>", ">"))[0]


def test_faults_inside_a_group_are_all_named(tmp_path: Path) -> None:
    inner = '<g><g class="pink"><path fill="red"/></g></g>'

    assert 2 == len(said(tmp_path, CUP.replace("</title>", "</title>" + inner)))


@pytest.mark.parametrize("file", PICTURES, ids=lambda file: file.stem)
def test_every_pictogram_of_the_course_can_be_read(file: Path) -> None:
    pictogram = read_pictogram(file, file.name)

    assert file.stem == pictogram.name
    assert pictogram.shapes
