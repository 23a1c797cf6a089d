"""The pictures that stand for pages where somebody sends their addresses."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from macros.assembly.course import Course
from macros.diagram.preview import HIGH, WIDE, preview
from macros.diagram.standalone import coloured, stylesheet
from macros.outputs import previews
from macros.outputs.pictures import pictures
from macros.outputs.previews import Previews
from macros.reading.cache import Cache
from macros.reading.site import Site
from tests.builders import STYLES, WHOLE, change, docs_in, whole_docs_in
from tests.conftest import COURSE

SITE = Site("Drinks", "https://site.test/")
DATA = sorted(str(file.relative_to(WHOLE / "docs")) for file in (WHOLE / "docs/data").rglob("*.yml"))
DRAWN = '<svg viewBox="0 0 720 {}"><title>T</title><desc>D</desc><rect class="dg-box"/></svg>'


def shown(url: str, course: Course = COURSE) -> str:
    page = course.page_at(url)
    assert page
    found = Previews(course, SITE).shown(page)
    return found.title if found else ""


def test_a_page_is_shown_by_its_first_picture_and_any_other_by_that_of_the_first_page(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "index.md", "{! outline() !}", '{! outline() !}\n\n{! picture("cup") !}')
    course = Course.read(docs)

    assert ["A cup", "Cup", "Cup"] == [shown(url, course) for url in ("lessons/01-drinks/", "", "sources/")]


def test_a_course_without_pictures_has_previews_of_words(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    for page in docs.rglob("*.md"):
        page.write_text(re.sub(r"\{! (?:diagram|picture|chart|scene)\(.*?!\}", "", page.read_text()))
    course = Course.read(docs)
    made = dict(Previews(course, SITE).made(STYLES, Cache(tmp_path / "kept", [], [])))

    assert "" == shown("sources/", course)
    assert {"previews/index.png", "previews/sources.png"} <= made.keys()


@pytest.mark.parametrize("file", DATA)
def test_while_a_file_is_faulty_the_pictures_of_all_others_are_drawn(tmp_path: Path, file: str) -> None:
    docs = whole_docs_in(tmp_path)
    change(docs, "data/course.yml", "tones:", "dimensions: {haste: {pours: 1, drips: 0.01}}\ntones:")
    figures = docs / "data/comparison.yml"
    figures.write_text(re.sub("unit: (min|s)$", "unit: pours", figures.read_text(), flags=re.MULTILINE))
    (docs / file).write_text(f"{(docs / file).read_text()}\nwrong: 1\n")
    course = Course.read(docs)
    drawn = {it.title: it.draw(WIDE) for _, it in pictures(course)}

    assert any("wrong: unknown key" in str(problem) for problem in course.problems)
    assert "Cup" in drawn
    assert all(coloured(ET.fromstring(svg), stylesheet(STYLES)) for svg in drawn.values())  # noqa: S314 - our own


def test_a_preview_is_made_anew_when_its_title_or_its_picture_changes(tmp_path: Path) -> None:
    docs, kept = docs_in(tmp_path), Cache(tmp_path / "kept", [], [])
    before = dict(Previews(Course.read(docs), SITE).made(STYLES, kept))
    change(docs, "lessons/01-drinks.md", "title: ", "title: More ")
    titled = dict(Previews(Course.read(docs), SITE).made(STYLES, kept))
    change(docs, "data/diagrams/cup.yml", "box: Saucer", "box: Large saucer")
    drawn = dict(Previews(Course.read(docs), SITE).made(STYLES, kept))

    assert 3 == len({made["previews/lessons/01-drinks.png"] for made in (before, titled, drawn)})
    assert 1 == len({made["previews/sources.png"] for made in (before, titled, drawn)})


def test_the_title_of_lists_is_that_of_the_preview(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "lessons/01-drinks.md", "title: ", "listed-as: What they are\ntitle: ")
    page = Course.read(docs).page_at("lessons/01-drinks/")

    assert page
    assert "What they are" == page.front_matter.listed


def test_in_a_large_course_pages_with_one_picture_share_a_preview(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(previews, "MOST", 1)
    found = Previews(COURSE, SITE)
    paths = {found.path(page) for page in COURSE.pages}

    assert len(paths) < len(COURSE.pages)
    assert [] == [path for path in paths if not path.startswith(("previews/diagrams/", "previews/pictograms/"))]


def words(title: str, site: str = "Drinks") -> list[str]:
    return [text.text or "" for text in preview(title, site, [DRAWN.format(400)]).iter("text")]


def test_words_that_the_font_cannot_show_are_left_out() -> None:
    assert ["Drinks"] == words("茶")
    assert ["Tea"] == words("Tea", "茶")
    assert ["Drinks: what they are"] == [" ".join(words("Drinks: what they are"))]


@pytest.mark.parametrize("title", ["Tea", "What tea is, and what it is not", "Donaudampfschifffahrtsgesellschaft " * 2])
@pytest.mark.parametrize("high", [90, 400, 2000])
def test_words_and_drawing_have_room(title: str, high: int) -> None:
    root = preview(title.strip(), "Drinks", [DRAWN.format(high)])
    drawing, lines = root.find("svg"), root.findall("text")
    left, top, wide, tall = (float(drawing.get(name, "")) for name in ("x", "y", "width", "height"))  # type: ignore[union-attr]

    assert left + wide <= WIDE
    assert top + tall <= HIGH
    assert title.split() == " ".join(line.text or "" for line in lines[1:]).split()
    assert all(float(line.get("y", "")) < (HIGH if left > 100 else top) for line in lines)


def test_of_a_drawing_that_would_be_too_small_the_upper_part_is_shown() -> None:
    shapes = [preview("Tea", "Drinks", [DRAWN.format(high)]).find("svg") for high in (300, 2000)]

    assert ["xMidYMid meet", "xMidYMin slice"] == [
        shape.get("preserveAspectRatio") for shape in shapes if shape is not None
    ]
