"""The site as a zip: unpacked, every link of every page leads to a file, and every page opens in a browser."""

import shutil
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, expect

from macros.outputs.printed import FILES
from macros.publish.archive import archive, in_files, main
from tests.conftest import LESSONS, pages_of
from tests.waiting import at_rest

LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "source": "src"}


@pytest.fixture(scope="module")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the unpacked site."""
    folder = tmp_path_factory.mktemp("offline")
    archive(site, folder / "course.zip")
    with ZipFile(folder / "course.zip") as packed:
        packed.extractall(folder)
    return folder / "course"


def soup(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text(), "html.parser")


def leads(page: Path) -> list[str]:
    """Return the addresses to which a page leads, itself or from a template of it, but for those of other sites."""
    found = [str(tag[LINKS[tag.name]]) for tag in soup(page).find_all(list(LINKS)) if tag.get(LINKS[tag.name])]
    refresh = [str(tag["content"]).partition("url=")[2] for tag in soup(page).select("meta[http-equiv=refresh]")]
    absolute = [urljoin(page.as_uri(), address) for address in (*found, *refresh)]
    return [address for address in absolute if urlsplit(address).scheme == "file"]


def test_every_link_of_every_page_leads_to_a_file_and_a_place_in_it(unpacked: Path) -> None:
    anchors: dict[Path, set[str]] = {}
    lost = []
    for page in unpacked.rglob("*.html"):
        for address in leads(page):
            to, anchor = urldefrag(address)
            file = Path(unquote(urlsplit(to).path))
            if file.suffix == ".html" and file.is_file() and file not in anchors:
                anchors[file] = {str(tag["id"]) for tag in soup(file).select("[id]")}
            if not file.is_file() or (anchor and unquote(anchor) not in anchors[file]):
                lost.append((str(page.relative_to(unpacked)), address))

    assert len(list(unpacked.rglob("*.html"))) > 12
    assert [] == lost


def test_every_page_opens_in_a_browser_without_a_fault(browser: Browser, unpacked: Path) -> None:
    said: list[str] = []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        for file in pages_of(unpacked):
            page.goto(file.as_uri())
            page.mouse.move(10, 10)
            page.mouse.move(20, 20)
            at_rest(page)

            assert page.title()
    assert [] == said


def test_the_search_finds_pages_from_a_folder(browser: Browser, unpacked: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((unpacked / LESSONS[0] / "index.html").as_uri())
        page.mouse.move(10, 10)
        page.get_by_role("button", name="Search").click()
        page.keyboard.type("saucer")
        page.locator(".search__link").first.click()

        expect(page).not_to_have_url((unpacked / LESSONS[0] / "index.html").as_uri())
        assert Path(unquote(urlsplit(page.url).path)).is_relative_to(unpacked)
        assert Path(unquote(urlsplit(page.url).path)).is_file()


def test_links_lead_on_without_a_script(browser: Browser, unpacked: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((unpacked / "index.html").as_uri())
        page.locator("article a[href*='lessons/']").first.click()

        expect(page.locator(".lesson-header")).to_be_visible()
        page.locator(".brand").click()
        assert (unpacked / "index.html").as_uri() == page.url


def test_what_needs_a_server_is_left_out_and_the_same_site_makes_the_same_zip(site: Path, tmp_path: Path) -> None:
    archive(site, tmp_path / "one/course.zip")
    archive(site, tmp_path / "two/course.zip")
    with ZipFile(tmp_path / "one/course.zip") as packed:
        names = {name.removeprefix("course/") for name in packed.namelist()}

    assert (tmp_path / "one/course.zip").read_bytes() == (tmp_path / "two/course.zip").read_bytes()
    assert {"index.html", "lessons/01-drinks/index.html"} <= names
    assert set() == names & {"404.html", "_headers", "sw.js", "manifest.webmanifest", "sitemap.xml"}


def test_only_links_to_folders_of_the_site_are_changed(tmp_path: Path) -> None:
    for path in ("index.html", "a/index.html", "a/b/index.html", "c.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    page = '<a href="{}">a</a><meta http-equiv="refresh" content="0; url={}"><meta name="description" content="{}">'
    for address, expected in [
        ("../", "../index.html"),
        ("../..", "../../index.html"),
        ("./", "./index.html"),
        ("../?a=1&amp;b=2#c", "../index.html?a=1&amp;b=2#c"),
        ("#a", "#a"),
        ("../../c.txt", "../../c.txt"),
        ("https://a.example/", "https://a.example/"),
        ("/a/", "/a/"),
        ("../none/", "../none/"),
    ]:
        changed = in_files(page.format(address, address, address), "a/b/index.html", tmp_path)

        assert page.format(expected, expected, address) == changed


def test_the_command_asks_for_a_built_site(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="is no built site: run make build before"):
        main(tmp_path, tmp_path / "course.zip")


def test_the_command_says_where_the_zip_is(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(site, tmp_path / "course.zip")

    assert capsys.readouterr().out.startswith(f"{tmp_path / 'course.zip'}: ")


def test_a_zip_in_the_site_is_offered_there_and_holds_neither_itself_nor_its_link(site: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(site, tmp_path / "site"))
    worker = (copy / "sw.js").read_text()
    main(copy, copy / FILES)
    with ZipFile(copy / FILES) as packed:
        about, names = packed.read("course/about/index.html").decode(), packed.namelist()

    assert '<a href="../paper/course.zip">' in (copy / "about/index.html").read_text()
    assert "(ZIP, " in (copy / "about/index.html").read_text()
    assert '<a href="../paper/course.zip">' not in about
    main(copy, copy / FILES)
    with ZipFile(copy / FILES) as packed:
        assert names == packed.namelist()
    assert "course/paper/course.zip" not in names
    assert worker != (copy / "sw.js").read_text()
