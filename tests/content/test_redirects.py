"""Addresses that moved: what is wrong with an entry is told, and what is right leads on, on any host."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, expect

from macros.assembly.course import Course
from macros.content.redirects import Move, led_on, pages, redirects
from macros.diagram.standalone import Drawing
from macros.outputs.generated import made
from macros.reading.site import Site
from tests.builders import docs_in, whole_project_in, with_modeline
from tests.conftest import COURSE
from tests.publish.test_nginx import Server, published
from tests.reading.test_images import png

# ruff: noqa: E501 - one fault a line, to be read as a table

HOME = "https://site.test/course/"
MOVED = "data/moved.yml"
SITE = Site("", "")


def written(docs: Path, *entries: str) -> list[str]:
    """Return the problems of a course with these entries."""
    listed = "".join(f"  - {{{entry}}}\n" for entry in entries)
    text = f"moved:\n{listed}" if entries else "moved: []\n"
    (docs / MOVED).write_text(with_modeline(MOVED, text))
    return [str(problem) for problem in Course.read(docs).problems]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("from: old/, to: lessons/01-drink/", "2:18: moved[0].to: there is no page 'lessons/01-drink/'\n    hint: did you mean 'lessons/01-drinks/'?"),
        ("from: diagrams/mug.svg, to: diagrams/cub.svg", "2:30: moved[0].to: there is no file 'diagrams/cub.svg'\n    hint: did you mean 'diagrams/cup.svg'?"),
        ("from: lessons/01-drinks/, to: '#the-lessons'", "2:6: moved[0].from: 'lessons/01-drinks/' has not moved: it is still there\n    hint: delete the entry"),
        ("from: diagrams/mug.svg, to: diagrams/cup.png", "2:30: moved[0].to: 'diagrams/mug.svg' was another kind of file\n    hint: name one of the same kind"),
        ("from: old/, to: data/sources.json", "2:18: moved[0].to: 'old/' was another kind of file\n    hint: name one of the same kind"),
        ("from: old/, to: old/", "2:18: moved[0].to: 'old/' has moved, too\n    hint: the entries lead in a circle: write where it is now"),
        ("from: Old, to: sources/", "2:6: moved[0].from: must be an address below the site's root, in lower case\n    hint: such as its-title/ or diagrams/its-name.svg"),
        ("from: /old/, to: sources/", "2:6: moved[0].from: must be an address below the site's root"),
        ("from: old/#part, to: sources/", "2:6: moved[0].from: must be an address below the site's root"),
        ("from: old/, to: 'https://evil.test/'", "2:18: moved[0].to: must be an address below the site's root"),
        ("from: old/, to: ../old/", "2:18: moved[0].to: must be an address below the site's root"),
        ("from: old/", "2:5: moved[0].to: is missing"),
        ("from: old/, too: sources/", "2:18: moved[0].too: unknown key\n    hint: did you mean 'to'?"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, entry: str, expected: str) -> None:
    (problem,) = written(docs_in(tmp_path), entry)

    assert problem.startswith(f"docs/data/moved.yml:{expected}")


def test_what_moved_twice_leads_on_at_once(tmp_path: Path) -> None:
    (problem,) = written(docs_in(tmp_path), "from: older/, to: old/", "from: old/, to: lessons/01-drinks/")

    assert problem.endswith("moved[0].to: 'old/' has moved, too\n    hint: write 'lessons/01-drinks/'")


def test_a_circle_is_two_problems(tmp_path: Path) -> None:
    problems = written(docs_in(tmp_path), "from: one/, to: two/", "from: two/, to: one/")

    assert ["circle", "circle"] == [problem.split("lead in a ")[1].split(":")[0] for problem in problems]


def test_an_old_address_leads_to_one_place(tmp_path: Path) -> None:
    assert ["docs/data/moved.yml:3:6: moved[1].from: 'old/' stands twice\n    hint: keep one of the two"] == written(
        docs_in(tmp_path), "from: old/, to: '#the-lessons'", "from: old/, to: lessons/01-drinks/"
    )


def test_a_faulty_page_is_still_a_page(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    (docs / "lessons/01-drinks.md").write_text("no front matter")

    assert [] == [problem for problem in written(docs, "from: old/, to: lessons/01-drinks/") if "moved" in problem]


def test_a_course_in_which_nothing_moved_needs_no_list(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    course = Course.read(docs)

    assert not (docs / "data/moved.yml").exists()
    assert ((), ()) == (course.moves, course.problems)


def test_without_moves_hosts_are_told_nothing(docs: Path) -> None:
    assert [] == written(docs)
    assert "_redirects" not in made(Course.read(docs), docs, SITE, undrawn)


def undrawn(drawing: Drawing, *_: object) -> tuple[str, bytes]:
    """Return a hash of what a drawing is made from, in place of its files."""
    made_from = sha256(drawing.made_from.encode()).hexdigest()
    return made_from, made_from.encode()


def test_a_file_stands_at_both_addresses(docs: Path) -> None:
    entries = ("from: diagrams/old.svg, to: diagrams/pouring.svg", "from: old.csv, to: data/figures.csv")
    assert [] == written(docs, *entries)
    files = made(Course.read(docs), docs, SITE, undrawn)

    assert files["diagrams/pouring.svg"] == files["diagrams/old.svg"]
    assert files["data/figures.csv"] == files["old.csv"]


@pytest.mark.parametrize(
    ("old", "new"), [("old/", "sources/"), ("lessons/a/b/", "comparison/#warmth"), ("old/", "#the-lessons")]
)
def test_a_page_leads_on_from_any_depth_and_below_any_path(old: str, new: str) -> None:
    ((path, text),) = pages([Move(**{"from": old, "to": new})]).items()
    page = BeautifulSoup(text, "html.parser")
    refresh = page.select_one("meta[http-equiv=refresh]")
    targets = [str(tag["href"]) for tag in page.select("a, link[rel=canonical]")]

    assert f"{old}index.html" == path
    assert refresh
    assert {HOME + new} == {urljoin(HOME + old, url) for url in (*targets, str(refresh["content"]).split("url=")[1])}
    assert page.select_one("meta[name=robots][content=noindex]")
    assert [] == page.select("script, style, [style]")


def test_hosts_are_told_in_their_own_words() -> None:
    move = Move(**{"from": "old/", "to": "sources/"})
    text = redirects([move, Move(**{"from": "a.svg", "to": "b.svg"})])

    assert "/old/ /sources/ 301!\n/old/ /sources/ 301\n/old /sources/ 301!\n/old /sources/ 301\n" in text
    assert {"/old/": "/sources/", "/old": "/sources/", "/a.svg": "/b.svg"} == led_on(text)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return an nginx with a course of which a page and a drawing have moved."""
    project = whole_project_in(tmp_path_factory.mktemp("moved") / "project")
    entries = (
        "from: lessons/02-boxes/, to: 'lessons/02-brewing/#key-points'",
        "from: diagrams/old.svg, to: diagrams/pouring.svg",
    )
    assert [] == written(project / "docs", *entries)
    with published(project) as server:
        yield server


@pytest.mark.parametrize("path", ["/lessons/02-boxes/", "/lessons/02-boxes"])
def test_a_server_says_that_it_moved_for_good(server: Server, path: str) -> None:
    answer = server.ask(path)

    assert (301, "/lessons/02-brewing/#key-points") == (answer.status, answer.headers["location"])
    assert 301 == server.ask("/diagrams/old.svg").status


def test_neither_the_search_nor_the_map_of_the_site_has_old_addresses(server: Server) -> None:
    assert "02-brewing" in (server.site / "sitemap.xml").read_text()
    for file in (server.site / "sitemap.xml", *(server.site / "search").rglob("*.js")):
        assert "02-boxes" not in file.read_text()


def test_a_browser_is_led_on_without_a_server_that_knows(server: Server, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(message.text))
        old = (server.site / "lessons/02-boxes/index.html").read_text()
        page.route("**/02-boxes/", lambda route: route.fulfill(body=old, content_type="text/html"))
        page.goto(f"{server.home}lessons/02-boxes/")

        expect(page).to_have_url(f"{server.home}lessons/02-brewing/#key-points")
        expect(page.get_by_role("heading", name="Key points")).to_be_in_viewport()
        assert [] == wrong


def test_every_move_of_the_course_leads_to_a_place_that_is_there(site: Path) -> None:
    assert COURSE.moves
    for move in COURSE.moves:
        target, _, anchor = move.new.partition("#")
        file = site / target / "index.html" if target.endswith("/") or not target else site / target

        assert file.is_file(), move
        assert not anchor or f'id="{anchor}"' in file.read_text(), move


@pytest.mark.parametrize("old", ["data/pictures/cup.svg", "data/schema/comparison.json", "images/photo.png"])
def test_no_address_of_a_published_file_may_be_one_that_moved(tmp_path: Path, old: str) -> None:
    docs = docs_in(tmp_path)
    for path, content in (("data/schema/comparison.json", b"{}"), ("images/photo.png", png())):
        (docs / path).parent.mkdir(exist_ok=True)
        (docs / path).write_bytes(content)
    target = {".svg": "diagrams/cup.svg", ".json": "data/comparison.json", ".png": "diagrams/cup.png"}[
        PurePosixPath(old).suffix
    ]
    (docs / MOVED).write_text(with_modeline(MOVED, f"moved: [{{from: {old}, to: {target}}}]"))

    assert [f"'{old}' has not moved: it is still there"] == [problem.message for problem in Course.read(docs).problems]


@pytest.mark.parametrize("old", ["-a/", "-.svg", "a/-b/", "--/"])
def test_no_part_of_an_address_begins_with_a_hyphen(tmp_path: Path, old: str) -> None:
    docs = docs_in(tmp_path)
    (docs / MOVED).write_text(with_modeline(MOVED, f"moved: [{{from: {old}, to: lessons/01-drinks/}}]"))

    assert ["moved[0].from"] == [problem.field for problem in Course.read(docs).problems]
