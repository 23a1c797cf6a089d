"""A built page with every block: it alone pays for them, and they can be read, on paper and on any screen."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_accessibility import faults, live
from tests.builders import project_in, whole_project_in
from tests.conftest import answer, build, ready
from tests.live import served
from tests.pages.test_finish import BLOCKS, WORDS, with_meanings
from tests.reading.test_images import png
from tests.site import test_site
from tests.site.test_validity import messages

PATH = "about/"
TEXT = with_meanings("\n\n".join(f"## On {name}\n\n{text}" for name, text in {**BLOCKS, **WORDS}.items()))

LOOK = """() => [...document.querySelectorAll("article :not(.quote, .quote *)")].map(element => [
    element.localName, element.className,
    ...["color", "backgroundColor", "padding", "fontSize", "display", "margin", "border", "textDecoration"]
        .map(name => getComputedStyle(element)[name])].join())"""
"""How each element of the article looks, but for the buttons that a script adds."""


def built(project: Path, folder: Path, more: str = "") -> Path:
    """Return the site of the whole course with no block but those that are added to one of its pages."""
    docs = whole_project_in(project) / "docs"
    notes = docs / "notes.md"
    notes.write_text(
        notes.read_text().partition("\n\n")[0] + "\n\n{! practice_header() !}\n\nNothing hangs on the wall.\n"
    )
    lab = docs / "lab/index.md"
    lab.write_text(re.sub(r"\{! (?:measure|own_run).*\n\n", "", lab.read_text()))
    lab.write_text(lab.read_text().replace('{! interactive("cup-race") !}\n\n', ""))
    for unseen in ("images/shelf.png", "data/measurements.yml", "data/interactives/cup-race.yml"):
        (docs / unseen).unlink()
    if more:
        (docs / "kettle.png").write_bytes(png(640, 240))
        about = docs / PATH.replace("/", ".md")
        about.write_text(about.read_text() + more)
    return build(folder, project)


@pytest.fixture(scope="module")
def without_blocks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site without any block."""
    return built(tmp_path_factory.mktemp("course"), tmp_path_factory.mktemp("without"))


@pytest.fixture(scope="module")
def with_blocks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the same site with one page that holds every block."""
    text = "\n" + TEXT.replace("](a.md)", "](glossary.md)")
    return built(tmp_path_factory.mktemp("course"), tmp_path_factory.mktemp("blocks"), text)


@pytest.fixture
def page(browser: Browser, with_blocks: Path, home: str) -> Iterator[Page]:
    """Return a page of that site, on which nothing may go wrong."""
    with browser.new_context(reduced_motion="reduce") as context:
        context.route(f"{home}**", lambda route: answer(route, with_blocks, home))
        page = context.new_page()
        wrong: list[str] = []
        page.on("console", lambda it: wrong.append(it.text) if it.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        yield page
        assert [] == wrong


def test_what_one_page_holds_costs_the_others_no_byte(without_blocks: Path, with_blocks: Path) -> None:
    def files(folder: Path) -> dict[str, bytes]:
        found = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*.*") if file.is_file()}
        return {path: file.read_bytes() for path, file in found.items()}

    without, those = files(without_blocks), files(with_blocks)
    # The search finds what is new, too: of its files, only the first keeps its name.
    for found in (without, those):
        for path in [path for path in found if path.startswith("search/")]:
            del found[path]

    assert ["kettle"] == sorted(path.partition(".")[0] for path in those.keys() ^ without.keys())
    changed = {path for path in without if those[path] != without[path]}
    assert changed <= {f"{PATH}index.html", "_headers", "sitemap.xml", "sitemap.xml.gz", "sw.js"}
    assert [f"{PATH}index.html"] == sorted(path for path in changed if path.endswith(".html"))


def test_only_pages_with_a_block_or_to_look_things_up_load_its_styles(with_blocks: Path) -> None:
    loading = {
        file.parent.relative_to(with_blocks).as_posix()
        for file in with_blocks.rglob("*.html")
        if "assets/blocks." in file.read_text().partition("</head>")[0]
    }

    assert {"about", "charts", "comparison", "glossary", "sources", "which-one"} <= loading
    assert [] == [page for page in loading if page == "." or page.startswith("lessons/")]


def test_the_styles_of_blocks_use_no_colour_that_the_first_stylesheet_does_not_bring(
    with_blocks: Path,
) -> None:
    own, first = (next((with_blocks / "assets").glob(f"{name}.*.css")).read_text() for name in ("blocks", "first"))

    assert set() == set(re.findall(r"var\((--[\w-]+)", own)) - set(re.findall(r"(--[\w-]+):", own + first))


def test_a_page_with_every_block_is_valid(with_blocks: Path) -> None:
    assert [] == messages([with_blocks / PATH / "index.html"])


def test_it_keeps_the_rules_for_tables_and_images(with_blocks: Path) -> None:
    read = {PATH: BeautifulSoup((with_blocks / PATH / "index.html").read_text(), "html.parser")}

    test_site.test_every_image_says_what_it_shows_and_keeps_its_room(read)
    assert 3 <= len(read[PATH].select("article table"))
    test_site.test_every_table_has_a_name_and_headers_with_scope(read)


def test_axe_finds_nothing_in_any_block(page: Page, home: str) -> None:
    live(page, home + PATH)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")

    assert [] == [*faults(page, "opened")]


def test_no_block_is_wider_than_a_phone(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 320, "height": 600})
    page.goto(home + PATH)

    assert 320 == page.evaluate("document.documentElement.scrollWidth")


def test_a_page_with_blocks_that_is_swapped_in_has_their_look(page: Page, home: str) -> None:
    page.goto(f"{home}glossary/")
    page.evaluate("window.same = true")
    page.mouse.move(200, 200)
    ready(page)
    page.locator(".side a", has_text="About").evaluate("link => link.click()")
    note = page.locator(".aside").first

    expect(page.get_by_role("heading", level=1)).to_contain_text("About")
    expect(note).to_have_css("border-left-width", "4px")
    assert page.evaluate("window.same")


def test_what_is_folded_is_open_on_paper_and_a_button_is_large_enough(page: Page, home: str) -> None:
    page.goto(home + PATH)
    words = page.locator("details.aside:not([open]) > p").first
    assert 44 <= page.locator("a.button").first.bounding_box()["height"]  # type: ignore[index]
    expect(words).not_to_be_visible()
    page.emulate_media(media="print")

    expect(words).to_be_visible()


def test_the_look_is_the_same_once_all_scripts_and_styles_are_loaded(page: Page, home: str) -> None:
    page.goto(home + PATH, wait_until="networkidle")
    before = page.evaluate(LOOK)
    page.mouse.move(200, 200)
    ready(page)

    assert before == page.evaluate(LOOK)


def test_the_preview_has_the_styles_too(tmp_path: Path) -> None:
    project = project_in(tmp_path)
    text = "---\ntitle: T\ndescription: D\n---\n!!! note\n    Words with {\\! in them.\n\n```text\n${\\!a}\n```\n"
    (project / "docs/with.md").write_text(text)
    with served(project) as server:
        assert server.shows("with/", '<link rel="stylesheet" href="../assets/blocks.css">')
        assert server.shows("with/", '<div class="aside aside--note">')
        assert server.shows("with/", "Words with {! in them.")
        assert "${!a}" in server.page("with/")
        assert "--tip" in server.page("assets/blocks.css")
        assert "blocks.css" not in server.page("").partition("</head>")[0]
