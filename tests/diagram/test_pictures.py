"""Pictograms: plain shapes only."""

from pathlib import Path

import pytest

from macros.diagram.pictures import Pictogram, composed, read_pictogram
from macros.reading.problem import ContentError
from tests.builders import FILES

CUP = FILES["data/pictures/cup.svg"]


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


def test_a_pictogram_of_100_million_pixels_is_refused_before_it_is_drawn(tmp_path: Path) -> None:
    assert [
        "cup.svg:1:1: is 60 by 100000000 pixels: each side must have from 8 to 1,000\n    hint: change the viewBox"
    ] == said(tmp_path, CUP.replace("40 20", "60 100000000"))


@pytest.mark.parametrize("box", ["8 8", "1000 100", "100 1000", "1000 400", "720 300"])
def test_a_pictogram_may_have_these_sizes(tmp_path: Path, box: str) -> None:
    (tmp_path / "cup.svg").write_text(CUP.replace("40 20", box))
    read = read_pictogram(tmp_path / "cup.svg", "cup.svg")

    assert box == f"{read.width:g} {read.height:g}"


def test_everything_that_is_no_shape_is_told_at_once(tmp_path: Path) -> None:
    text = CUP.replace("<title>", '<?xml-stylesheet href="x"?><title>').replace(
        "</svg>", '<x:g/><![CDATA[x]]>\n<rect xlink:href="x" xml:space="preserve"/>\u202e</svg>'
    )

    assert [
        "2:3: a processing instruction is not used in a pictogram",
        "4:16: text is not drawn in a pictogram",
        "4:1: <x:g> is not a plain shape",
        "4:7: CDATA is not used in a pictogram",
        "5:1: the attribute 'xlink:href' is not used in a pictogram",
        "5:1: the attribute 'xml:space' is not used in a pictogram",
        "5:44: hidden character U+202E",
        "5:44: text is not drawn in a pictogram",
    ] == sorted(one.removeprefix("cup.svg:").partition("\n")[0] for one in said(tmp_path, text))


@pytest.mark.parametrize(
    "text",
    [
        '<?xml version="1.0" encoding="UTF-8"?>\n' + CUP,
        "\ufeff" + CUP,
        CUP.replace("<title>", "<!-- a remark -->\n<title>"),
        CUP.replace("<title>Cup", "<title>&#67;up"),
        CUP.replace("\n", "\r\n"),
    ],
)
def test_the_same_picture_may_be_written_otherwise(tmp_path: Path, text: str) -> None:
    (tmp_path / "cup.svg").write_bytes(text.encode())
    read = read_pictogram(tmp_path / "cup.svg", "cup.svg")

    assert ("Cup", 40, 20, 1) == (read.title, read.width, read.height, read.elements)


@pytest.mark.parametrize("encoding", ["latin-1", "UTF-16", "no-such"])
def test_another_encoding_that_a_file_claims_is_told(tmp_path: Path, encoding: str) -> None:
    assert [
        f"cup.svg:1:1: says that it is encoded as '{encoding}'\n    hint: save the file as UTF-8, and say so"
    ] == said(tmp_path, f'<?xml version="1.0" encoding="{encoding}"?>\n{CUP}')


def test_entities_do_not_multiply(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))

    assert ["cup.svg:1:15: a DOCTYPE is not used in a pictogram\n    hint: delete it"] == said(
        tmp_path, f'<!DOCTYPE svg [<!ENTITY e0 "a">{entities}]>{CUP.replace("Cup", "&e9;")}'
    )


def test_pictures_that_use_others_do_not_multiply(tmp_path: Path) -> None:
    cup = pictogram(tmp_path, "cup", "<g/>" * 19)
    table = pictogram(tmp_path, "table", '<use href="cup"/>' * 11)
    with pytest.raises(ContentError) as caught:
        composed(table, {"cup": cup, "table": table}, "table.svg")

    assert "table.svg:1:1: has 220 elements with those of the pictures that it uses, more than 200" in str(caught.value)
    assert 190 == composed(pictogram(tmp_path, "a", '<use href="cup"/>' * 9 + "<g/>" * 10), {"cup": cup}, "a").elements


@pytest.mark.parametrize(
    "shape",
    [
        '<path d="M20 11V20L26 24z"/>', '<path d="m-1.5-.5 .5.5a6 6 0 1 0 12 0"/>',
        '<polygon points="0,0 10,0 5.5,-8"/>', '<g transform="translate(43 55)"/>',
        '<g transform="translate(-1,2) rotate(45 10 10)scale(.5 -2)"/>', '<circle cx="+1" cy="-2.25" r=".5"/>',
        '<line x1="1." y1="2" x2="3" y2="4"/>', '<rect width="2000" height="2"/>',
    ],
)  # fmt: skip
def test_shapes_have_numbers(tmp_path: Path, shape: str) -> None:
    assert 1 == pictogram(tmp_path, "a", shape).elements


@pytest.mark.parametrize("text", ["<g>" * 10_000, "<g>" * 7_000 + "</g>" * 2_000, "<g/>" * 6_000, "<" * 29_000])
def test_a_long_file_is_refused_where_it_passes_a_limit(tmp_path: Path, text: str) -> None:
    (line,) = said(tmp_path, CUP.replace("</svg>", text[:29_800]))

    assert line.startswith("cup.svg:4:")


CLASSES = "amber, blue, dark, glass, green, line, main, paper, red, sea, shade, steel, teal"


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ('<path d="M"/>', ["'M' in the attribute 'd' is not whole", "'M' takes 2 numbers, or several times as many"]),
        ('<path d="M0 0"/>', ["the attribute 'd' draws nothing", "after 'M', which moves only, draw: 'M0 0L10 10'"]),
        ('<path d="M0 0Z"/>', ["the attribute 'd' draws nothing", "after 'M', which moves only, draw: 'M0 0L10 10'"]),
        (
            '<path d="M0 0L1"/>',
            ["'L1' in the attribute 'd' is not whole", "'L' takes 2 numbers, or several times as many"],
        ),
        (
            '<path d="M0 0c1 2 3 4"/>',
            ["'c1 2 3 4' in the attribute 'd' is not whole", "'c' takes 6 numbers, or several times as many"],
        ),
        ('<path d="M0 0H1Z2"/>', ["'Z2' in the attribute 'd' is not whole", "'Z' takes 0 numbers"]),
        (
            '<path d="M0 0A8 8 0 2 1 4 4"/>',
            [
                "'A8 8 0 2 1 4 4' in the attribute 'd' is not whole",
                "'A' takes 7 numbers, of which the fourth and fifth are 0 or 1, or several times as many",
            ],
        ),
        ("<path/>", ["draws nothing: <path> has no 'd'", 'write d="…"']),
        ('<rect width="9"/>', ["draws nothing: <rect> has no 'height'", 'write height="…"']),
        ('<circle r="0.0"/>', ["draws nothing: <circle> has no 'r'", 'write r="…"']),
        ('<polygon points="0 0"/>', ["the attribute 'points' must be two or more points, such as '0 0 10 10'"]),
        ('<polyline points="0 0 1 1 2"/>', ["the attribute 'points' must be two or more points, such as '0 0 10 10'"]),
        (
            '<rect cx="9" width="9" height="9"/>',
            [
                "the attribute 'cx' is not used in a pictogram",
                "a <rect> may have class, height, rx, ry, transform, width, x, y",
            ],
        ),
        (
            '<rect style="x" width="9" height="9"/>',
            [
                "the attribute 'style' is not used in a pictogram",
                f'delete it, and write class="main": classes are {CLASSES}',
            ],
        ),
    ],
)
def test_what_draws_nothing_and_what_may_be_written_is_told(tmp_path: Path, shape: str, expected: list[str]) -> None:
    (line,) = said(tmp_path, CUP.replace("</svg>", f"{shape}</svg>"))

    assert "\n    hint: ".join(expected) == line.partition(": ")[2]


@pytest.mark.parametrize(
    "path", ["M0 0 1 1", "m0 0h1", "M0 0A8 8 0 0110 10", "M0 0a1,1,0,1,0,1-1 1 1 0 001 .5", "M0 0L.5.5-1-1z"]
)
def test_a_path_may_be_written_in_short(tmp_path: Path, path: str) -> None:
    assert 1 == pictogram(tmp_path, "a", f'<path d="{path}"/>').elements


def test_a_pictogram_without_any_shape_is_told(tmp_path: Path) -> None:
    (line,) = said(tmp_path, CUP.replace('<rect class="main" width="40" height="20"/>', "<!-- later -->"))

    assert line.startswith("cup.svg:1:1: draws nothing: it has a title only\n    hint: shapes are g, use, path, rect, ")
