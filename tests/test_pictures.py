"""Pictograms: plain shapes only."""

from pathlib import Path

import pytest

from macros.diagram.pictures import read_pictogram
from macros.errors import ContentError

PICTURES = sorted((Path(__file__).parent.parent / "docs/data/pictures").glob("*.svg"))
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4">{}</svg>'


@pytest.mark.parametrize("file", PICTURES, ids=lambda file: file.stem)
def test_every_pictogram_can_be_read(file: Path) -> None:
    pictogram = read_pictogram(file, file.name)

    assert file.stem == pictogram.name
    assert pictogram.shapes


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (SVG.format("<script/>"), "<script> is not a plain shape"),
        (SVG.format('<path style="fill:red"/>'), "the attribute 'style' is not used"),
        (SVG.format('<path onload="x"/>'), "the attribute 'onload' is not used"),
        (SVG.format('<path class="pink"/>'), "there is no class 'pink'"),
        (SVG.format("").replace("viewBox", "viewbox"), "must be an <svg> with a viewBox"),
        (SVG.format("").replace("8 4", "0 4"), "must be an <svg> with a viewBox"),
        ("<svg", "is not XML"),
    ],
)
def test_what_is_no_plain_drawing_is_refused(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "a.svg"
    file.write_text(text)
    with pytest.raises(ContentError) as caught:
        read_pictogram(file, "a.svg")

    assert message in str(caught.value)
