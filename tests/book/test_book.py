"""The whole course of the tests as a book: by the standard, complete, readable by night, and offered where it is."""

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZIP_STORED, ZipFile

import pytest
from bs4 import BeautifulSoup

from macros.book.__main__ import main
from macros.outputs.printed import BOOK
from macros.publish.kept import WORKER, worker
from tests.book.reading import DC, OPF, OPS, SVG, XHTML, faults, files, lost_links, package, pages
from tests.conftest import COURSE, TITLES


def headings(page: ET.Element, level: str) -> list[str]:
    return [" ".join("".join(heading.itertext()).split()) for heading in page.iter(f"{XHTML}{level}")]


def test_the_book_is_one_by_the_standard(bound: Path) -> None:
    assert [] == faults(bound / BOOK)


def test_what_is_no_book_would_be_noticed(bound: Path, tmp_path: Path) -> None:
    with ZipFile(tmp_path / "bad.epub", "w") as bad:
        for name, content in files(bound / BOOK).items():
            bad.writestr(name, content)

    assert faults(tmp_path / "bad.epub")


def test_reading_apps_know_it_by_its_first_file(bound: Path) -> None:
    with ZipFile(bound / BOOK) as book:
        first = book.infolist()[0]

    assert ("mimetype", ZIP_STORED, b"") == (first.filename, first.compress_type, first.extra)


def test_it_has_a_title_page_the_contents_and_all_pages_for_paper_in_their_order(bound: Path) -> None:
    titles = [headings(page, "h1") for page in pages(bound / BOOK).values()]

    assert ["Contents"] == titles[1]
    assert [*TITLES] == [title for (title,) in titles if title in TITLES]


def test_the_contents_lead_to_every_page_and_every_section(bound: Path) -> None:
    found = pages(bound / BOOK)
    contents, *parts = found["contents.xhtml"].iter(f"{XHTML}nav")
    listed = [" ".join("".join(link.itertext()).split()) for link in contents.iter(f"{XHTML}a")]
    said = [[*headings(page, "h1"), *headings(page, "h2")] for page in [*found.values()][2:]]

    assert [text for page in said for text in page] == listed
    assert ["titlepage", "toc", "bodymatter", "glossary", "bibliography"] == [
        link.get(f"{OPS}type") for part in parts for link in part.iter(f"{XHTML}a")
    ]


def test_links_lead_within_the_book_where_their_page_is_in_it(bound: Path) -> None:
    whole = b"".join(files(bound / BOOK).values()).decode(errors="ignore")

    assert 'href="page-glossary.xhtml#' in whole
    assert [] == lost_links(bound / BOOK)


def test_all_answers_stand_at_the_end_of_their_lesson(bound: Path) -> None:
    ends = [headings(page, "h2")[-1:] for page in pages(bound / BOOK).values()]

    assert len([one for one in COURSE.lessons if one.page.calls_for("quiz")]) == ends.count(["Answers"])


def test_it_holds_all_that_it_shows_and_nothing_that_runs_or_is_operated(bound: Path) -> None:
    for path, page in pages(bound / BOOK).items():
        tags = {part.tag for part in page.iter()}

        assert not {f"{XHTML}{tag}" for tag in ("script", "style", "form", "input", "button", "details")} & tags, path
        assert not [part for part in page.iter() if part.get("style") or part.get("hidden") == ""], path
        sources = [part.get("src", "") for part in page.iter()]
        assert not [source for source in sources if source and not source.startswith("images/")], path


def test_each_drawing_has_words_and_its_own_colours_on_a_light_ground(bound: Path) -> None:
    drawings = [part for page in pages(bound / BOOK).values() for part in page.iter(f"{SVG}svg") if part.get("role")]

    assert drawings
    for drawing in drawings:
        ground = next(drawing.iter(f"{SVG}rect"))
        colours = {part.get(name, "") for part in drawing.iter() for name in ("fill", "stroke")}

        assert (drawing.findtext(f"{SVG}title") or "").strip()
        assert "#fbfaf7" == ground.get("fill")
        assert not [colour for colour in colours if "(" in colour]
        assert not [part for part in drawing.iter() if part.get("class")]


def test_it_says_what_it_is_and_who_can_read_it(bound: Path) -> None:
    whole = package(bound / BOOK)
    said = {part.get("property"): part.text for part in whole.iter(f"{OPF}meta")}

    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", whole.findtext(f".//{DC}identifier") or "")
    assert "en" == whole.findtext(f".//{DC}language")
    assert COURSE.card
    assert COURSE.card.authors == whole.findtext(f".//{DC}creator")
    assert "none" == said["schema:accessibilityHazard"]
    assert "textual" in [part.text for part in whole.iter(f"{OPF}meta")]
    assert said["schema:accessibilitySummary"]


def test_the_same_site_makes_the_same_book(
    site: Path, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(whole)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for name in ("one", "other"):
        shutil.copytree(site, tmp_path / name)
        main([str(tmp_path / name)])
    one, other = ((tmp_path / name / BOOK).read_bytes() for name in ("one", "other"))

    assert one == other
    assert b"2023-11-14T22:13:20Z" in files(tmp_path / "one" / BOOK)["package.opf"]


def test_the_pages_offer_the_book_and_the_worker_keeps_them_so(site: Path, bound: Path) -> None:
    def offered(folder: Path) -> set[str]:
        pages = (BeautifulSoup(file.read_text(), "html.parser") for file in folder.rglob("*.html"))
        return {link.parent.text for page in pages for link in page.select(".papers a[href]") if link.parent}

    assert set() == offered(site)
    (text,) = offered(bound)
    assert re.search(r"\(EPUB, \d\.\d MB\)$", text)
    assert worker(bound) == (bound / WORKER).read_text()


def test_what_was_never_built_cannot_be_bound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([str(tmp_path)])

    assert 2 == end.value.code
    assert f"'{tmp_path}' is no built site: run make build before\n" == capsys.readouterr().err


def test_an_image_of_a_page_is_in_the_book(bound: Path) -> None:
    found = files(bound / BOOK)
    shown = {part.get("src", "") for page in pages(bound / BOOK).values() for part in page.iter(f"{XHTML}img")}

    assert {"images/images-shelf.png"} == shown
    assert shown <= found.keys()
