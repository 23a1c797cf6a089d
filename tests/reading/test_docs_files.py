"""The gate for files: what is of a known kind in a known place is let through, and all else is told with its path."""

import codecs
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from macros.assembly.course import Course
from macros.outputs.schema import MODELS
from macros.reading.docs_files import docs_files
from macros.reading.kinds import (
    ASSET,
    DATA,
    FILES,
    FOLDERS,
    IMAGE,
    KINDS,
    LIST,
    MANIFEST,
    NEEDED,
    PAGE,
    PICTOGRAM,
    PROGRAM,
    SCHEMA,
    Kind,
)
from tests.builders import docs_in
from tests.reading.test_filenames import LEFT, LEFT_FOLDERS
from tests.reading.test_images import GIF, jpeg, lossy, png

NO_KIND = "this is no kind of file that is published"
ADDRESS = "the name of a file is an address: lower case letters, digits and hyphens"
FOLDER = ADDRESS.replace("file", "folder")
LINK = "is a link, and links are not followed"
SPECIAL = "is no file but a pipe, a socket or a device"
NO_IMAGE = "no image is published here"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Return the ``docs`` of the small course, in which every file is let through."""
    return docs_in(tmp_path)


def put(docs: Path, path: str, data: bytes = b"") -> Path:
    file = docs / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def told(docs: Path) -> dict[str, str]:
    """Return what is wrong by the paths below ``docs``; each path is told once."""
    problems = docs_files(docs).problems
    found = {problem.path.removeprefix("docs/"): problem.message for problem in problems}
    assert len(problems) == len(found)
    return found


def hint(docs: Path, path: str) -> str:
    (found,) = [problem.hint for problem in docs_files(docs).problems if problem.path == f"docs/{path}"]
    return found


def test_every_file_of_a_course_has_a_kind(docs: Path) -> None:
    files = docs_files(docs)

    assert () == files.problems
    assert {file.relative_to(docs).as_posix() for file in docs.rglob("*") if file.is_file()} == files.kinds.keys()
    assert {"page", "data file", "pictogram"} == {kind.name for kind in files.kinds.values()}


def test_files_come_in_the_order_of_their_paths(docs: Path) -> None:
    put(docs, "lessons.md")
    paths = [*docs_files(docs).kinds]

    assert sorted(paths, key=lambda path: path.split("/")) == paths


def test_the_kinds_of_data_are_those_that_have_a_model() -> None:
    assert {*FILES, *FOLDERS, "page", "lesson"} == MODELS.keys()


@pytest.mark.parametrize(
    ("path", "data", "kind"),
    [
        ("extra.md", b"", "page"),
        ("a/b/c/d/extra.md", b"", "page"),
        ("data.md", b"", "page"),
        ("data/moved.yml", b"", "data file"),
        ("data/quizzes/a.yml", b"", "data file"),
        ("data/schema/terms.json", b"", "schema"),
        ("data/pictures/a.svg", b"", "pictogram"),
        ("images/a.png", png(), "image"),
        ("lessons/a.webp", lossy(), "image"),
        ("a.jpeg", jpeg(), "image"),
        ("about/a.jpg", jpeg(), "image"),
        ("lab/a.py", b"", "program"),
        ("lab/a.yml", b"", "manifest"),
    ],
)
def test_a_file_in_its_place_is_let_through(docs: Path, path: str, data: bytes, kind: str) -> None:
    put(docs, path, data)

    assert {} == told(docs)
    assert kind == docs_files(docs).kinds[path].name


MISPLACED = {
    "_headers": "this list is made when the site is built",
    "_redirects": "this list is made from docs/data/moved.yml",
    "lessons/_headers": NO_KIND,
    "CNAME": NO_KIND,
    ".htaccess": "a hidden file is not published",
    ".nojekyll": "a hidden file is not published",
    "robots.txt": NO_KIND,
    "sitemap.xml": NO_KIND,
    "a.html": "a page is written in Markdown",
    "404.html": "a page is written in Markdown",
    "lessons/a.htm": "a page is written in Markdown",
    "a.xhtml": "a page is written in Markdown",
    "a.markdown": "a page has the suffix .md",
    "a.mdown": "a page has the suffix .md",
    "a.mkd": "a page has the suffix .md",
    "lessons/a.mkdn": "a page has the suffix .md",
    "a.Markdown": "a page has the suffix .md",
    "data/a.md": "no page is published here",
    "assets/a.md": "no page is published here",
    "diagrams/a.md": "no page is published here",
    "a.js": "code is published only from docs/assets/",
    "lessons/a.css": "code is published only from docs/assets/",
    "a.mjs": "code is published only from docs/assets/",
    "data/a.js": "code is published only from docs/assets/",
    "assets/a.js": "the site's settings do not name this code",
    "assets/vendor/a.min.css": "the site's settings do not name this code",
    "assets/a.mjs": "code is published only from docs/assets/",
    "a.py": "a program for readers stands in docs/lab/",
    "lab/more/a.py": "a program for readers stands in docs/lab/",
    "assets/a.py": "a program for readers stands in docs/lab/",
    "lab/more/a.yml": "no data are read here",
    "lab/a.yaml": "no data are read here",
    "a.svg": "a drawing stands in docs/data/",
    "data/a.svg": "a drawing stands in docs/data/",
    "data/pictures/more/a.svg": "a drawing stands in docs/data/",
    "a.yml": "no data are read here",
    "data/a.yml": "no data are read here",
    "data/comparison.yaml": "no data are read here",
    "data/quizzes/more/a.yml": "no data are read here",
    "data/schema/a.json": "no data file has this schema",
    "data/comparison.json": NO_KIND,
    "a.json": NO_KIND,
    "data/a.png": NO_IMAGE,
    "assets/images/favicon.png": NO_IMAGE,
    "diagrams/cup.png": NO_IMAGE,
    "a.gif": "no image of this type is published",
    "a.avif": "no image of this type is published",
    "favicon.ico": "no image of this type is published",
    "a.pdf": NO_KIND,
    "a.wasm": NO_KIND,
    "a": NO_KIND,
    "a.md.gz": NO_KIND,
    "About.md": ADDRESS,
    "about.MD": ADDRESS,
    "a b.md": ADDRESS,
    "_a.md": ADDRESS,
    "~a.md": ADDRESS,
    ".a.md": ADDRESS,
    "a.b.md": ADDRESS,
    "data/diagrams/A.yml": ADDRESS,
    "data/pictures/a_b.svg": ADDRESS,
    "A.PNG": ADDRESS,
    "con.md": "Windows cannot hold a file that is named 'con.md'",
    "README.md": "the site generator takes README.md for the page of its folder",
    "lessons/README.md": "the site generator takes README.md for the page of its folder",
    58 * "a" + ".md": "the name of a file is an address of at most 60 characters",
}
"""By path: what is wrong with an empty file there."""


@pytest.mark.parametrize("path", MISPLACED)
def test_a_file_of_another_kind_or_in_another_place_is_a_problem(docs: Path, path: str) -> None:
    put(docs, path)

    assert {path: MISPLACED[path]} == told(docs)
    assert hint(docs, path)
    assert path not in docs_files(docs).kinds


def test_all_misplaced_files_are_told_at_once(docs: Path) -> None:
    for path in MISPLACED:
        put(docs, path)

    assert MISPLACED == told(docs)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a page.markdown", "name it a-page.md"),
        ("a.html", "write a.md"),
        ("\n\x1b.html", "write NAME.md"),
        ("data/comparision.yml", "did you mean 'docs/data/comparison.yml'?"),
        ("terms.yml", "did you mean 'docs/data/terms.yml'?"),
        ("a.gif", "save it as PNG, JPEG or WebP"),
    ],
)
def test_a_hint_says_what_to_write(docs: Path, path: str, expected: str) -> None:
    put(docs, path)

    assert [expected] == [problem.hint for problem in docs_files(docs).problems]


@pytest.mark.parametrize("name", ["a b", "_a", ".well-known", "A", "a.b", "con", "a\n", "ä"])
def test_a_folder_with_another_name_is_told_once_and_not_looked_into(docs: Path, name: str) -> None:
    put(docs, f"{name}/a.md")
    put(docs, f"{name}/a.html")
    expected = "Windows cannot hold a folder that is named 'con'" if name == "con" else FOLDER

    assert {name: expected} == told(docs)
    assert [] == [path for path in docs_files(docs).kinds if path.startswith(f"{name}/")]


def test_a_folder_of_which_the_generator_publishes_nothing_is_a_problem(docs: Path) -> None:
    put(docs, "templates/a.md")
    put(docs, "lessons/templates/a.md")

    assert {"templates": "nothing in a folder of this name is published"} == told(docs)


@pytest.mark.parametrize("name", LEFT)
def test_what_an_editor_leaves_is_neither_read_nor_told(docs: Path, name: str) -> None:
    put(docs, name, b"\xff")
    put(docs, f"lessons/{name}")

    assert {} == told(docs)
    assert name not in docs_files(docs).kinds


@pytest.mark.parametrize("name", LEFT_FOLDERS)
def test_a_folder_of_an_editor_is_neither_read_nor_told(docs: Path, name: str) -> None:
    put(docs, f"{name}/workspace.json")
    put(docs, f"lessons/{name}/a.md")

    assert {} == told(docs)
    assert [] == [path for path in docs_files(docs).kinds if name in path]


def test_the_lock_of_an_editor_is_a_link_to_nothing_and_is_not_told(docs: Path) -> None:
    (docs / "lessons/.#01-a.md").symlink_to("somebody@somewhere.1234:5678")

    assert {} == told(docs)


def test_a_link_is_not_followed_wherever_it_leads(docs: Path, tmp_path: Path) -> None:
    outside = put(tmp_path, "outside/secret.md")
    links: dict[str, Path] = {
        "to-a-page.md": docs / "index.md",
        "to-a-secret.md": outside,
        "to-nothing.md": tmp_path / "nothing",
        "to-itself.md": docs / "to-itself.md",
        "to-a-device.md": Path("/dev/zero"),
        "to-a-folder": outside.parent,
        "to-all": Path("/"),
        "to-docs": docs,
        "lessons/up": Path(".."),
        "data/charts": outside.parent,
        ".a.md": outside,
    }
    for chart in (docs / "data/charts").iterdir():
        chart.unlink()
    (docs / "data/charts").rmdir()
    for path, target in links.items():
        (docs / path).symlink_to(target)
    (docs / ".#index.md").symlink_to("somebody@somewhere.1:2")

    assert dict.fromkeys(links, LINK) == told(docs)
    assert [] == [path for path in docs_files(docs).kinds if path.partition("/")[0].startswith(("to-", ".", "up"))]


def test_docs_itself_is_no_link(docs: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    link = tmp_path / "other/docs"
    link.symlink_to(docs)

    assert {"docs": LINK} == told(link)
    assert {} == docs_files(link).kinds


def test_what_is_no_file_is_never_opened(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(docs / "pipe.md")
    os.mkfifo(docs / "data/comparison-pipe")
    os.mkfifo(docs / "a.png")
    monkeypatch.chdir(docs)
    monkeypatch.setattr(Path, "read_bytes", None)
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind("socket.md")

        assert dict.fromkeys(["pipe.md", "data/comparison-pipe", "a.png", "socket.md"], SPECIAL) == told(docs)
    monkeypatch.undo()

    assert 1 == len([problem for problem in Course.read(docs).problems if "pipe.md" in problem.path])


def test_a_file_that_goes_while_its_folder_is_read_was_never_there(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(docs, "a.md")
    monkeypatch.setattr(
        "macros.reading.docs_files.kind_of", lambda path: (docs / path).unlink() if path == "a.md" else PAGE
    )

    assert {} == told(docs)
    assert "a.md" not in docs_files(docs).kinds


@pytest.mark.parametrize(
    ("kind", "path", "data"),
    [
        (PAGE, "a.md", b""),
        (IMAGE, "a.png", png()),
        (DATA, "data/charts/a.yml", b""),
        (LIST, "data/published.txt", b""),
        (SCHEMA, "data/schema/page.json", b""),
        (PICTOGRAM, "data/pictures/a.svg", b""),
        (ASSET, "assets/a.js", b""),
        (PROGRAM, "lab/a.py", b""),
        (MANIFEST, "lab/a.yml", b""),
    ],
)
def test_a_file_of_each_kind_is_bounded_and_a_huge_one_is_not_read(
    docs: Path, kind: Kind, path: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    (docs.parent / "mkdocs.yml").write_text("extra_javascript: [assets/a.js]" if kind is ASSET else "")
    file = put(docs, path, data)
    os.truncate(file, kind.most)

    assert {} == told(docs)
    os.truncate(file, 2**30)
    monkeypatch.setattr(Path, "read_bytes", None)
    assert {path: f"is 1,073,741,824 bytes large; {kind.one} has at most {kind.most:,}"} == told(docs)
    assert hint(docs, path)


def test_the_name_of_a_kind_has_its_article() -> None:
    assert ["a page", "an image", "a data file"] == [kind.one for kind in (PAGE, IMAGE, DATA)]


def test_each_kind_has_been_tried() -> None:
    assert {PAGE, IMAGE, DATA, LIST, SCHEMA, PICTOGRAM, ASSET, PROGRAM, MANIFEST} == {*KINDS}


@pytest.mark.parametrize("data", [b"", b"<!doctype html><script>alert(1)</script>", GIF, jpeg(), b"\n" + png()])
def test_an_image_that_is_none_is_told(docs: Path, data: bytes) -> None:
    put(docs, "images/a.png", data)

    assert {"images/a.png": "is not the PNG image that its name promises"} == told(docs)
    assert "images/a.png" not in docs_files(docs).kinds


def test_names_that_no_terminal_can_show_are_told_escaped(docs: Path) -> None:
    names = {b"a\nb.md": r"a\nb.md", b"\xff.md": r"\udcff.md", b"\x1b[1m.html": r"\x1b[1m.html", b"'\".txt": "'\".txt"}
    names |= {"\u202egnp.md".encode(): r"\u202egnp.md", b"docs\n/x": ""}
    for name in names:
        put(docs, os.fsdecode(name))

    found = told(docs)

    assert {*map(os.fsdecode, names), "docs\n"} - {"docs\n/x"} == found.keys()
    assert {*names.values(), r"docs\n"} - {""} == {
        problem.place.removeprefix("docs/").removesuffix(":1:1") for problem in docs_files(docs).problems
    }
    assert [] == [problem for problem in docs_files(docs).problems if not str(problem).isascii()]


def test_folders_end_somewhere(docs: Path) -> None:
    put(docs, "/".join(100 * "a") + "/a.md")

    assert {"a/a/a/a/a": "more than 4 folders stand within each other"} == told(docs)


def test_ten_thousand_files_are_all_told(docs: Path) -> None:
    for number in range(5000):
        put(docs, f"a{number}.html")
        put(docs, f"b{number}.md")

    assert 5000 == len(told(docs))
    assert 5000 == len([path for path in docs_files(docs).kinds if path.startswith("b")])


def test_code_is_let_through_when_the_settings_name_it(docs: Path) -> None:
    (docs.parent / "mkdocs.yml").write_text("extra_javascript: [assets/a.min.js]\nextra_css: [assets/a.css]")
    put(docs, "assets/a.min.js")
    put(docs, "assets/a.css")
    put(docs, "assets/b.js")

    assert {"assets/b.js": "the site's settings do not name this code"} == told(docs)


def test_what_no_site_can_be_without_is_told_when_it_is_missing(docs: Path) -> None:
    (docs.parent / "mkdocs.yml").write_text("extra_javascript: [assets/a.js, https://b.example/b.js]")
    for path in NEEDED:
        (docs / path).unlink()

    assert dict.fromkeys([*NEEDED, "assets/a.js"], "is missing") == told(docs)


@pytest.mark.parametrize("folder", ["data", "lessons", "data/charts", "data/pictures", "."])
def test_a_folder_that_is_missing_is_no_traceback(docs: Path, folder: str) -> None:
    (docs / folder).rename(docs.parent / "elsewhere")
    lost = {"data": [path for path in NEEDED if path.startswith("data/")], ".": ["docs"]}.get(folder, [])
    expected = [path if folder == "." else f"docs/{path}" for path in lost]

    assert sorted(expected) == sorted(problem.path for problem in docs_files(docs).problems)
    assert {*expected} <= {problem.path for problem in Course.read(docs).problems}


def test_a_file_in_the_place_of_a_folder_is_no_traceback(docs: Path) -> None:
    (docs / "data").rename(docs.parent / "elsewhere")
    put(docs, "data")

    assert NO_KIND == told(docs)["data"]
    assert Course.read(docs).problems


def test_settings_that_cannot_be_read_are_told_once(docs: Path) -> None:
    (docs.parent / "mkdocs.yml").write_text("a: [")

    assert ["mkdocs.yml"] == [problem.path for problem in docs_files(docs).problems]


@pytest.fixture
def readable_by_all() -> Iterator[Path]:
    """Return a folder of its own that also nobody may read: that of pytest is closed to others."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@contextmanager
def without_rights() -> Iterator[None]:
    """Do something as nobody, if it is root who runs the tests: root may read everything."""
    # Python looks for a codec once and remembers that it found none; nobody may not read its folder.
    codecs.lookup("utf-8-sig")
    if os.getuid() == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(os.getuid())


def test_what_may_not_be_read_is_told(readable_by_all: Path) -> None:
    docs = docs_in(readable_by_all)
    put(docs, "a.png", png()).chmod(0)
    put(docs, "a.md").chmod(0)
    put(docs, "closed/a.md").parent.chmod(0)
    with without_rights():
        found, course = told(docs), Course.read(docs)
    (docs / "closed").chmod(0o755)

    assert dict.fromkeys(("a.png", "closed"), "cannot be read: Permission denied") == found
    assert ["docs/a.md", "docs/a.png", "docs/closed"] == [problem.path for problem in course.problems]
    assert {"a.md", "a.png", "closed/a.md"}.isdisjoint(course.files.published)


def test_two_pages_have_two_addresses(docs: Path) -> None:
    text = (docs / "index.md").read_text()
    put(docs, "a.md", text.encode())
    put(docs, "a/index.md", text.encode())
    course = Course.read(docs)

    assert [("docs/a.md", "has the same address as docs/a/index.md")] == [
        (problem.path, problem.message) for problem in course.problems
    ]
    assert {"a/index.md"} == {path for path in course.files.published if path.startswith("a")}


def test_a_pictogram_that_is_no_plain_drawing_is_not_published(docs: Path) -> None:
    put(docs, "data/pictures/a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")
    course = Course.read(docs)

    assert "data/pictures/cup.svg" in course.files.published
    assert "data/pictures/a.svg" not in course.files.published
    assert ["docs/data/pictures/a.svg"] == sorted({problem.path for problem in course.problems})


def test_a_page_that_is_no_text_is_not_published(docs: Path) -> None:
    put(docs, "a.md", b"\xff")

    assert "a.md" not in Course.read(docs).files.published


def test_a_lesson_begins_with_its_number(docs: Path) -> None:
    (docs / "lessons/01-drinks.md").rename(docs / "lessons/drinks.md")

    assert ["the file name of a lesson begins with its number"] == [
        problem.message for problem in Course.read(docs).problems
    ]


def test_there_may_be_so_many_files_of_a_kind_and_no_more(docs: Path) -> None:
    there = len(docs_files(docs).of(PICTOGRAM))
    for number in range(PICTOGRAM.count - there + 2):
        put(docs, f"data/pictures/z{number:03}.svg", b"<svg/>")

    last = PICTOGRAM.count - there
    wrong = "is one pictogram too many: there may be 500"
    assert {f"data/pictures/z{number:03}.svg": wrong for number in (last, last + 1)} == told(docs)
    assert PICTOGRAM.count == len(docs_files(docs).of(PICTOGRAM))
