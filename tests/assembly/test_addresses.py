"""What was published stays: every address of the list is there, or leads on, or is told with what to write."""

from fnmatch import fnmatch
from pathlib import Path

import pytest

from macros.assembly import gone
from macros.assembly.addresses import targets
from macros.assembly.course import Course
from macros.reading.kinds import PUBLISHED
from tests.builders import change, docs_in

# ruff: noqa: E501 - one fault a line, to be read as a table

NOT_FOR_READERS = (
    "_headers", "_redirects", "404.html", "pages.txt", "robots.txt", "sitemap.xml", "assets/*", "search/*", "*.gz", "data/*/*", "data/*.yml",
    "previews/*", "*-dark.svg", "*-transparent.svg", "diagrams/*.zip", "data/*.js", "sw.js", "manifest.webmanifest", "icons/*",
)  # fmt: skip
"""What servers, scripts and editors ask for. The files that the course is made of are read in its repository.

What stands for a page or beside a picture comes and goes with it.
"""


def built(site: Path) -> set[str]:
    """Return the addresses of a built site that others may keep: those of pages and files."""
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    kept = {path for path in files if not any(fnmatch(path, pattern) for pattern in NOT_FOR_READERS)}
    return {f"/{path}".removesuffix("index.html") for path in kept}


def listed(file: Path) -> list[str]:
    """Return the addresses of a list of those that were published."""
    return [line for line in file.read_text().splitlines() if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def course(whole: Path) -> Course:
    return Course.read(whole / "docs")


def test_the_check_knows_the_addresses_of_the_built_site(site: Path, course: Course) -> None:
    moved = {f"/{move.old}" for move in course.moves}

    assert built(site) == {address for address in gone.kept(course.files) if "#" not in address} | moved


def test_ids_of_rows_sources_and_words_are_where_the_check_says(site: Path, course: Course) -> None:
    anchors = [address.split("#") for address in gone.kept(course.files) if "#" in address]

    assert {"colour", "adam-2020", "saucer"} <= {anchor for _, anchor in anchors}
    for path, anchor in anchors:
        assert f'id="{anchor}"' in (site / path[1:] / "index.html").read_text(), (path, anchor)


def test_the_list_is_for_the_check_and_no_file_of_the_site(site: Path, course: Course) -> None:
    assert not (site / PUBLISHED).exists()
    assert PUBLISHED not in course.files.published | targets(course.files)


def told(docs: Path, *listed: str) -> list[str]:
    """Return what is told of a course when these addresses were published."""
    (docs / PUBLISHED).write_text("# A remark.\n" + "".join(f"{line}\n" for line in listed))
    return [str(problem) for problem in gone.problems(Course.read(docs).files)]


OLD = "add to docs/data/moved.yml:  - {{from: {}, to: {}}}; if nothing takes its place, delete this line"


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("/lessons/01-beverages/", OLD.format("lessons/01-beverages/", "lessons/01-drinks/")),
        ("/lessons/drink/", OLD.format("lessons/drink/", "lessons/01-drinks/")),
        ("/source/", OLD.format("source/", "sources/")),
        ("/images/shelf.png", OLD.format("images/shelf.png", "ITS-ADDRESS-NOW")),
        ("/diagrams/kitchens-step-2.png", OLD.format("diagrams/kitchens-step-2.png", "diagrams/kitchen-step-2.png")),
        ("/diagrams/kitchens.svg", OLD.format("diagrams/kitchens.svg", "diagrams/kitchen.svg")),
        ("/comparison/#hue", "give it its old id again, since an id is an address for ever; if it is gone for good, delete this line"),
    ],
)  # fmt: skip
def test_an_address_that_is_gone_is_told_with_the_line_to_write(tmp_path: Path, address: str, hint: str) -> None:
    known = ["/", "/comparison/", "/comparison/#colour", "/diagrams/cup.svg", "/sources/#adam-2020"]

    assert [f"docs/data/published.txt:7:1: {address} was published, and is gone\n    hint: {hint}"] == told(
        docs_in(tmp_path), *known, address
    )


def test_what_has_moved_leads_on_with_all_that_stood_there(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    (docs / "data/moved.yml").write_text("moved: [{from: words/, to: comparison/}]\n")

    assert [] == told(docs, "/words/", "/words/#tea")


def test_a_page_that_is_gone_is_told_once_and_not_for_each_of_its_anchors(tmp_path: Path) -> None:
    message = "docs/data/published.txt:3:1: /words/ was published, and is gone, with 2 of its anchors"
    hint = f"{OLD.format('words/', 'ITS-ADDRESS-NOW')}, and those of its anchors"

    assert [f"{message}\n    hint: {hint}"] == told(docs_in(tmp_path), "/", "/words/", "/words/#tea", "/words/#cup")


def test_a_course_without_a_list_has_nothing_to_keep(tmp_path: Path) -> None:
    assert [] == [*gone.problems(Course.read(docs_in(tmp_path)).files)]


@pytest.mark.parametrize(
    ("path", "right", "address"),
    [
        ("lessons/01-drinks.md", "title: ", "/lessons/01-drinks/"),
        ("data/comparison.yml", "title: ", "/comparison/#colour"),
        ("data/diagrams/kitchen.yml", "title: ", "/diagrams/kitchen-step-3.png"),
        ("data/diagrams/kitchen.yml", "title: ", "/diagrams/kitchen.svg"),
    ],
)
def test_what_is_in_a_faulty_file_is_not_gone(tmp_path: Path, path: str, right: str, address: str) -> None:
    docs = docs_in(tmp_path)
    change(docs, path, right, "titel: ")

    assert [] == told(docs, address)
