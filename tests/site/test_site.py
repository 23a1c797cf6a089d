"""The built pages: what a reader's browser gets."""

import csv
import json
import os
import re
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup, Tag
from mkdocs.config import load_config

from macros.assembly.course import Course
from macros.diagram.looks import files
from macros.outputs.pictures import pictures
from macros.outputs.previews import Previews
from macros.pages.call_syntax import DELIMITERS
from macros.publish.together import divided
from macros.reading.site import Site
from macros.search.index import index
from tests.conftest import COURSE, LESSONS, PAGES, pages_of

HOME = "https://site.test/"
THIRD_PARTY = re.compile(r"(?:https?:)?//(?!www\.w3\.org/)[\w.-]+")
DATA = re.compile(
    r"data/(?:(?:comparison|course|measurements|moved|sources|synonyms|terms|(?:charts|decisions|diagrams|interactives|quizzes|transcripts)/[^/]+)\.yml|schema/[^/]+\.json)"
)

ICONS = ("any.svg", "192.png", "512.png")


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    return parsed(site)


def parsed(site: Path) -> dict[str, BeautifulSoup]:
    """Return the parsed pages of a site by their addresses below its root."""
    return {
        file.relative_to(site).as_posix().removesuffix("index.html"): BeautifulSoup(file.read_text(), "html.parser")
        for file in pages_of(site)
    }


def dead_links(pages: dict[str, BeautifulSoup], site: Path) -> list[tuple[str, str]]:
    """Return what is linked to or loaded by a page of a site and is not there: the page, and the address."""
    dead = []
    for url, page in pages.items():
        base = HOME if url == "404.html" else urljoin(HOME, url)
        for link in page.select("a[href], link[href], script[src], img[src]"):
            target, fragment = urldefrag(urljoin(base, str(link.get("href") or link.get("src"))))
            if not target.startswith(HOME) or link.get("rel") == ["edit"]:
                continue
            path = unquote(urlsplit(target).path).lstrip("/")
            found = pages.get(path)
            alive = found is not None or (site / path).is_file()
            if not alive or (found and fragment and not found.find(id=fragment)):
                dead.append((url, f"{target}#{fragment}"))
    return dead


def articles(pages: dict[str, BeautifulSoup]) -> dict[str, Tag]:
    found = {url: page.select_one("article") for url, page in pages.items() if url != "404.html"}
    return {url: article for url, article in found.items() if article}


def test_the_site_has_all_lessons_and_all_other_pages(pages: dict[str, BeautifulSoup]) -> None:
    assert LESSONS
    assert {*PAGES, "404.html"} == pages.keys()


def test_the_site_holds_files_of_known_kinds_in_their_places_and_nothing_else(site: Path, whole: Path) -> None:
    def written(pattern: str) -> set[str]:
        return {file.relative_to(whole / "docs").as_posix() for file in (whole / "docs").glob(pattern)}

    settings = load_config(str(whole / "mkdocs.yml"))
    scripts, _ = divided(settings.extra_javascript, settings.extra)
    drawn, previews = {path for path, _ in pictures(COURSE)}, Previews(COURSE, Site("", ""))
    linked = [
        name for name in ("others", "blocks") if any(f"assets/{name}." in it.read_text() for it in pages_of(site))
    ]
    expected = {
        "pages": {"404.html", *(f"{url}index.html" for url in PAGES)},
        "old addresses": {f"{move.old}index.html" for move in COURSE.moves if move.old.endswith("/")}
        | {move.old for move in COURSE.moves if not move.old.endswith("/")},
        "data": {path for path in written("data/**/*.*") if DATA.fullmatch(path)},
        "pictograms": written("data/pictures/*.svg"),
        "images": {path for kind in ("png", "jpg", "jpeg", "webp") for path in written(f"**/*.{kind}")},
        "for readers to run": written("lab/*.py") | written("lab/*.yml"),
        "downloads": {f"data/{name}" for name in ("comparison.json", "comparison.csv", "figures.csv", "sources.json")},
        "drawings": {path for drawing in drawn for path in files(drawing)},
        "for scripts": {"data/quotes.js"},
        "for reading without a network": {"sw.js", "manifest.webmanifest", *(f"icons/{name}" for name in ICONS)},
        "steps": {f"diagrams/{name}.zip" for name, diagram in COURSE.diagrams.items() if diagram.steps},
        "previews": {previews.path(page) for page in COURSE.pages},
        "our code": {script.replace(".js", ".HASH.js") for script in scripts},
        "our styles": {f"assets/{name}.HASH.css" for name in ("first", "later", "paper", *linked)},
        "the theme's code": {f"assets/javascripts/{name}.HASH.min.js" for name in ("bundle",)},
        "for machines": {"robots.txt", "pages.txt", "sitemap.xml", "sitemap.xml.gz"},
        "the search": {*index(Course.read(whole / "docs"), site)},
        "for hosts": {"_headers", *(["_redirects"] if COURSE.moves else [])},
    }
    found = {file.relative_to(site).as_posix() for file in site.rglob("*") if not file.is_dir() or file.is_symlink()}

    assert set().union(*expected.values()) == {re.sub(r"\.[0-9a-f]{8}\.", ".HASH.", path) for path in found}
    assert [] == [file for file in site.rglob("*") if file.is_symlink()]


def test_ids_are_unique_on_each_page(pages: dict[str, BeautifulSoup]) -> None:
    twice = {
        url: [name for name, count in Counter(tag["id"] for tag in page.select("[id]")).items() if count > 1]
        for url, page in pages.items()
    }

    assert {url: [] for url in pages} == twice


def test_headings_go_down_one_level_at_a_time(pages: dict[str, BeautifulSoup]) -> None:
    for url, article in articles(pages).items():
        levels = [int(heading.name[1]) for heading in article.select("h1, h2, h3, h4, h5, h6")]

        assert [1] == levels[:1], url
        assert 1 == levels.count(1), url
        assert all(after <= before + 1 for before, after in pairwise(levels)), url


def test_every_internal_link_and_anchor_is_alive(pages: dict[str, BeautifulSoup], site: Path) -> None:
    assert [] == dead_links(pages, site)


def test_a_dead_link_and_a_dead_anchor_would_be_found(site: Path) -> None:
    page = BeautifulSoup('<a href="../b/"></a><a href="#c"></a><a href="#d"></a><p id="d">', "html.parser")

    assert [("a/", f"{HOME}b/#"), ("a/", f"{HOME}a/#c")] == dead_links({"a/": page}, site)


def test_no_macro_delimiter_and_no_problem_is_left_over(pages: dict[str, BeautifulSoup]) -> None:
    for url, page in pages.items():
        texts = [text for text in page.find_all(string=True) if not text.find_parent(["code", "pre"])]
        text = "".join(texts).replace('write {! name("argument") !}', "")

        assert [] == [mark for mark in DELIMITERS.values() if mark in text], url
        assert [] == page.select(".problem"), url


def test_nothing_is_loaded_from_a_third_party(pages: dict[str, BeautifulSoup], site: Path) -> None:
    loading = "script[src], img[src], iframe, source, video, audio, link[rel=stylesheet], link[rel=preconnect], style"
    loaded = [str(tag) for page in pages.values() for tag in page.select(loading) if THIRD_PARTY.search(str(tag))]
    styles = [
        file.name for file in site.rglob("*.css") if re.search(r"(?:url\(|@import)\s*['\"]?https?:", file.read_text())
    ]

    assert [] == loaded
    assert [] == styles


def test_every_picture_has_a_name_and_a_description(pages: dict[str, BeautifulSoup]) -> None:
    shown = [svg for article in articles(pages).values() for svg in article.select("svg[role=img]")]

    assert len(shown) >= 2 * 5
    for svg in shown:
        assert svg.find("title", recursive=False).get_text()  # type: ignore[union-attr]
        # The title of a picture to operate says what is set now; its description stands below it.
        if svg.find_parent("figure") and not svg.find_parent("figure", class_="operated"):
            assert svg.find("desc", recursive=False).get_text()  # type: ignore[union-attr]


def test_every_table_has_a_name_and_headers_with_scope(pages: dict[str, BeautifulSoup]) -> None:
    tables = [table for article in articles(pages).values() for table in article.select("table")]

    assert len(tables) >= 3
    for table in tables:
        assert table.caption or str(table.find_parent("div", class_="wide", attrs={"aria-label": True})["aria-label"])  # type: ignore[index]
        assert [] == table.select("th:not([scope])")


def test_every_image_says_what_it_shows_and_keeps_its_room(pages: dict[str, BeautifulSoup]) -> None:
    for article in articles(pages).values():
        for image in article.select("img"):
            assert str(image.get("alt", "")).strip()
            assert image.has_attr("width")
            assert image.has_attr("height")


def test_every_page_can_be_edited_and_tells_its_language(pages: dict[str, BeautifulSoup]) -> None:
    for url, page in pages.items():
        assert page.html
        assert "en" == page.html.get("lang"), url
    for url, article in articles(pages).items():
        assert article.select_one("a[rel=edit][href*='/edit/main/docs/']"), url


def test_what_is_drawn_has_a_name_or_is_nothing_to_a_screen_reader(pages: dict[str, BeautifulSoup]) -> None:
    drawn = [(url, svg) for url, page in pages.items() for svg in page.select("svg:not(svg svg)")]

    assert len(drawn) > len(pages)
    unnamed = [
        url
        for url, svg in drawn
        if svg.get("role") != "img" and "true" not in {one.get("aria-hidden") for one in (svg, *svg.parents)}
    ]
    assert [] == unnamed


def test_the_card_shows_what_the_lessons_add_up_to(pages: dict[str, BeautifulSoup]) -> None:
    card = pages[""].select_one(".course-card")
    minutes = [int(tag.get_text().split()[0]) for tag in pages[""].select(".outline__minutes")]

    assert card
    asked = sum(lesson.questions for lesson in COURSE.lessons)
    answering = sum(lesson.minutes_to_answer for lesson in COURSE.lessons)
    shown = [f"{len(minutes)} lessons", f"{sum(minutes)} min to read", f"{asked} questions, about {answering} min"]
    assert [*shown, "Beginner"] == [part.get_text() for part in card.select("li")]


def test_the_downloads_hold_what_the_page_shows(pages: dict[str, BeautifulSoup], site: Path) -> None:
    page = pages["comparison/"]
    whole = json.loads((site / "data/comparison.json").read_text())
    cells, figures = (
        list(csv.DictReader((site / f"data/{name}.csv").read_text().splitlines())) for name in ("comparison", "figures")
    )

    assert [tr["id"] for tr in page.select("tr[id]")] == [row["id"] for row in whole["rows"]]
    assert [td["id"] for td in page.select("td[id]")] == [f"{cell['row']}--{cell['subject']}" for cell in cells]
    shown = [" ".join(li.get_text(" ").split()) for li in page.select(".evidence__figures li")]
    assert len(figures) == len(shown)
    for figure, text in zip(figures, shown, strict=True):
        assert figure["unit"] in text
        assert figure["what"] in text
        assert f"{float(figure['value']):,.10g}" in text


def test_every_entry_of_the_bibliography_is_a_source_of_the_download(
    pages: dict[str, BeautifulSoup], site: Path
) -> None:
    works = json.loads((site / "data/sources.json").read_text())
    entries = pages["sources/"].select(".sources > li")

    assert sorted(work["id"] for work in works) == sorted(str(entry["id"]) for entry in entries)
    assert [] == [str(entry["id"]) for entry in entries if not entry.select(".sources__uses a")]


def test_every_diagram_of_the_lessons_stands_in_the_gallery(pages: dict[str, BeautifulSoup]) -> None:
    def titles(url: str) -> set[str]:
        return {title.text for title in pages[url].select("figure.diagram:not(.chart) svg > title")}

    assert set() == {title for url in pages if url.startswith("lessons/") for title in titles(url)} - titles(
        "pictures/"
    )


def test_every_file_that_a_page_offers_is_there_and_opens(pages: dict[str, BeautifulSoup], site: Path) -> None:
    found = offered(pages)

    assert {".svg", ".png", ".zip", ".csv", ".json"} <= {Path(path).suffix for path in found}
    assert [] == [path for path in found if not opens(site / path)]


def offered(pages: dict[str, BeautifulSoup]) -> list[str]:
    """Return the paths of all files that pages offer to take along."""
    links = ((url, str(link["href"])) for url, page in pages.items() for link in page.select("a[download]"))
    return sorted({unquote(urljoin(f"/{url}", link))[1:] for url, link in links})


def opens(file: Path) -> bool:
    """Tell whether a file is there, and what its name says."""
    match file.suffix:
        case ".svg":
            return ET.parse(file).getroot().tag.endswith("svg")  # noqa: S314 - our own drawing
        case ".png":
            return file.read_bytes()[:4] == b"\x89PNG"
        case ".zip":
            with ZipFile(file) as whole:
                return whole.testzip() is None and bool(whole.namelist())
        case ".json":
            return bool(json.loads(file.read_text()))
        case _:
            return bool(file.read_text().strip())


def test_an_archive_has_each_step_in_each_look(pages: dict[str, BeautifulSoup], site: Path) -> None:
    stepped = {name: diagram for name, diagram in COURSE.diagrams.items() if diagram.steps}

    assert stepped
    assert pages
    for name, diagram in stepped.items():
        with ZipFile(site / f"diagrams/{name}.zip") as whole:
            expected = [path for n in range(len(diagram.steps)) for path in files(f"{name}-step-{n + 1}")]

            assert expected == whole.namelist()
            assert [] == [path for path in expected if whole.read(path) != (site / "diagrams" / path).read_bytes()]


def test_every_dialog_and_every_region_has_a_name(pages: dict[str, BeautifulSoup]) -> None:
    all_named = {url: page.select('dialog, [role="dialog"], [role="region"]') for url, page in pages.items()}

    assert any(all_named.values())
    for url, named in all_named.items():
        assert [] == [str(tag)[:80] for tag in named if not (tag.get("aria-label") or tag.get("aria-labelledby"))], url


def test_every_page_has_its_landmarks_and_the_navigations_have_names(pages: dict[str, BeautifulSoup]) -> None:
    for url, page in pages.items():
        names = [str(nav.get("aria-label")) for nav in page.select("nav")]

        assert [1, 1, 1] == [len(page.select(name)) for name in ("header.md-header", "main", "footer.footer")], url
        assert [] == page.select("main main, main header, main footer, main nav"), url
        assert "Navigation" in names, url
        assert len({*names, "None"}) == len(names) + 1, url


def test_every_page_names_the_licence_of_the_course_once_and_leads_to_it(pages: dict[str, BeautifulSoup]) -> None:
    assert COURSE.card
    licence = COURSE.card.licence
    assert licence
    for url, page in pages.items():
        said = page.select_one("footer > p")

        assert said, url
        assert said.get_text().startswith(f"Text and pictures {licence.name}. "), url
        assert [licence.url] == [link["href"] for link in said.select("a[rel=license]")], url


def test_mkdocs_builds_it_by_its_own_name_where_nothing_but_the_plugin_finds_the_package(
    whole: Path, tmp_path: Path
) -> None:
    program = Path(sys.executable).with_name("mkdocs")
    around = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    command = [str(program), "build", "--quiet", "--strict", "--site-dir", str(tmp_path)]
    built = subprocess.run(
        command, cwd=whole, env={**around, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False
    )

    assert (0, "") == (built.returncode, built.stderr)
    assert (tmp_path / "index.html").is_file()
