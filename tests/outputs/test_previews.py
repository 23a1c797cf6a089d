"""The pictures that stand for pages where somebody sends their addresses."""

import re
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from macros.assembly.course import Course
from macros.chart.alone import alone
from macros.chart.plot import Key, Lane, Rows, Value, without_last
from macros.diagram.block import NARROW
from macros.diagram.block import WIDE as WIDE_CHART
from macros.diagram.preview import HIGH, OF_A_PART, OF_A_WHOLE, WIDE, has_room, preview
from macros.diagram.standalone import Drawing, coloured, stylesheet
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


def test_a_preview_speaks_the_language_of_its_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs, found = whole_docs_in(tmp_path), [""]
    (docs.parent / "mkdocs.yml").write_text("theme:\n  language: de\n")

    def looking(title: str, site: str, drawings: Sequence[str]) -> ET.Element:
        found.extend(drawings)
        return preview(title, site, drawings)

    monkeypatch.setattr(previews, "preview", looking)
    made = dict(Previews(Course.read(docs), SITE).made(STYLES, Cache(tmp_path / "kept", [], [])))

    assert "previews/charts.png" in made
    assert any("Zehnfache" in drawing for drawing in found)
    assert not any("ten times" in drawing for drawing in found)


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


@pytest.mark.parametrize("high", [90, 400, 2000])
def test_a_drawing_is_never_cut(high: int) -> None:
    _, shape = preview("Tea", "Drinks", [DRAWN.format(high)]).iter("svg")
    left, top, wide, tall = (float(shape.get(name, "")) for name in ("x", "y", "width", "height"))

    assert "xMidYMid meet" == shape.get("preserveAspectRatio")
    assert f"0 0 720 {high}" == shape.get("viewBox")
    assert min(left, top) >= 0
    assert (left + wide, top + tall) <= (WIDE, HIGH)


def chart(count: int) -> Drawing:
    """Return a chart of so many things, each with two figures."""
    key = Key("Cup", "red", 0)
    lanes = [
        Lane(f"a{n}", f"Way {n}", "red", tuple(Value(case, "1 s", key, 1, 1, 9) for case in "ab")) for n in range(count)
    ]
    return alone(Rows("Time", "", "Time", {"s": 1}, (key,), tuple(lanes)))


def words_in(drawn: str) -> list[str]:
    return [text.text or "" for text in ET.fromstring(drawn).iter("text")]  # noqa: S314 - our own


@pytest.mark.parametrize("count", [1, 3, 4, 8, 60])
def test_of_a_chart_with_too_many_rows_the_first_that_have_room_are_shown_with_the_axis(count: int) -> None:
    whole = chart(count)
    drawings = previews.drawn(whole)
    shown = [word for word in words_in(drawings[0]) if word.startswith("Way ")]
    more = [word for word in words_in(drawings[0]) if word.startswith("and ")]

    assert [f"Way {n}" for n in range(len(shown))] == shown
    assert shown
    assert ([f"and {2 * (count - len(shown))} more on the page"] if len(shown) < count else []) == more
    assert has_room(drawings, OF_A_PART if more else OF_A_WHOLE)
    assert {"1 s", "10 s"} <= {*words_in(drawings[0])}
    if len(shown) < count:
        assert not has_room([whole.draw(limit) for limit in (WIDE_CHART, NARROW)], OF_A_WHOLE)


def test_of_one_thing_with_too_many_figures_the_first_are_shown() -> None:
    key = Key("Cup", "red", 0)
    values = tuple(Value(f"case {n}", "1 s", key, 1, 1, 9) for n in range(40))
    drawings = previews.drawn(alone(Rows("Time", "", "Time", {"s": 1}, (key,), (Lane("a", "A", "red", values),))))
    shown = [word for word in words_in(drawings[0]) if word.startswith("case ")]

    assert 1 < len(shown) < len(values)
    assert f"and {len(values) - len(shown)} more on the page" in words_in(drawings[0])


def test_the_legend_of_a_chart_with_less_has_no_mark_that_is_not_shown() -> None:
    keys = (Key("Cup", "red", 0), Key("Pot", "blue", 1))
    lanes = tuple(Lane(f"a{n}", "A", "red", (Value("", "1 s", key, 1, 1, 1),)) for n, key in enumerate(keys))
    less = without_last(Rows("Time", "", "Time", {"s": 1}, keys, lanes))

    assert less
    assert (keys[:1], 1) == (less.keys, less.left_out)
    assert None is without_last(less)
