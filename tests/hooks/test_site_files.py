"""What the hook leaves out of the site: every file of ``docs`` that the gate for files does not let through."""

import logging
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, get_files

from macros import env
from macros.hooks import site_files
from tests.builders import change, docs_in, project_in
from tests.reading.test_docs_files import MISPLACED, put
from tests.reading.test_filenames import LEFT, LEFT_FOLDERS
from tests.reading.test_images import GIF, png

LITTER = (*LEFT, *(f"lessons/{name}" for name in LEFT), *(f"{name}/a.md" for name in LEFT_FOLDERS))


@dataclass
class Built:
    """A build of the small course with odd files in it: the paths of the site, and what was said."""

    site: set[str]
    code: int
    said: str


def build(project: Path, *options: str) -> Built:
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", "site", *options]
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8:backslashreplace"}
    done = subprocess.run(command, cwd=project, env=settings, capture_output=True, text=True, check=False)
    files = {str(file.relative_to(project / "site")) for file in (project / "site").rglob("*") if file.is_file()}
    return Built({re.sub(r"\b[0-9a-f]{8}\b", "HASH", path) for path in files}, done.returncode, done.stderr)


def make_odd(docs: Path, outside: Path) -> None:
    """Put everything into a folder that does not belong there."""
    for path in (*MISPLACED, *LITTER):
        put(docs, path, b"---\ntitle: T\ndescription: D\n---\nNobody has read this.\n")
    put(docs, "images/none.png", b"<script>alert(1)</script>")
    put(docs, "data/pictures/evil.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")
    put(docs, os.fsdecode(b"\xff\n\x1b[1m.md"), b"no text")
    put(docs, "large.md", b" " * 200_001)
    put(docs, "/".join(50 * ["deep"]) + "/a.md")
    put(docs, "no-text.md", b"\xff")
    (docs / "link.md").symlink_to(outside)
    (docs / "dangling.md").symlink_to(outside.parent / "nothing")
    (docs / "loop.md").symlink_to(docs / "loop.md")
    os.mkfifo(docs / "pipe.md")
    os.mkfifo(docs / "pipe.png")


def with_image(docs: Path) -> None:
    """Put an image into a course, and show it."""
    put(docs, "images/right.png", png())
    change(docs, "index.md", "{! outline() !}", "{! outline() !}\n\n![A dot](images/right.png)")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("plain")
    with_image(project_in(folder) / "docs")
    return build(folder, "--strict")


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("odd")
    docs = project_in(folder) / "docs"
    with_image(docs)
    make_odd(docs, put(folder, "outside/secret.md", b"secret"))
    return build(folder)


def test_what_is_let_through_is_published(plain: Built) -> None:
    assert 0 == plain.code, plain.said
    assert {"images/right.png", "data/comparison.yml", "data/pictures/cup.svg", "data/quizzes/drinks.yml"} <= plain.site


def test_nothing_else_is_published_even_when_a_build_is_not_strict(plain: Built, odd: Built) -> None:
    assert 0 == odd.code, odd.said
    assert plain.site == odd.site


def test_each_file_that_is_left_out_is_told_once(odd: Built) -> None:
    odd_ones = [
        "images/none.png",
        "data/pictures/evil.svg",
        r"\udcff\n\x1b[1m.md",
        "large.md",
        "no-text.md",
        "deep/deep/deep/deep/deep",
    ]
    odd_ones += ["link.md", "dangling.md", "loop.md", "pipe.md", "pipe.png", *MISPLACED]
    told = re.findall(r"^WARNING +-  docs/(.*?):\d+:\d+: ", odd.said, re.MULTILINE)

    assert sorted(odd_ones) == sorted({*told})
    assert [] == [name for name in LITTER if f"docs/{name}:" in odd.said]


def test_what_an_editor_leaves_fails_no_strict_build(plain: Built, tmp_path: Path) -> None:
    docs = project_in(tmp_path) / "docs"
    with_image(docs)
    for path in LITTER:
        put(docs, path, b"\xff")
        put(tmp_path / "overrides", path, b"\xff")
    put(tmp_path / "overrides", "robots.txt.orig", b"\xff")
    built = build(tmp_path, "--strict")

    assert 0 == built.code, built.said
    assert plain.site == built.site


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    docs_in(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_name: Drinks\ntheme: {name: material}")
    env.read_course.cache_clear()
    config = load_config(str(tmp_path / "mkdocs.yml"))
    vars(config.plugins)["_current_plugin"] = "macros"
    return config


def test_a_file_that_came_after_the_course_was_read_is_left_out_and_told(
    config: MkDocsConfig, caplog: pytest.LogCaptureFixture
) -> None:
    docs = Path(config.docs_dir)
    env.read_course(docs)
    put(docs, "late.md")
    put(docs, "late.html")
    put(docs, "late.md~")
    files = site_files.on_files(get_files(config), config)

    assert [] == [path for path in files.src_uris if "late" in path]
    assert [f"docs/late.{kind}:1:1: is not published, because it was not read" for kind in ("html", "md")] == [
        record.getMessage() for record in caplog.records
    ]
    assert [("mkdocs.course", logging.WARNING)] * 2 == [(record.name, record.levelno) for record in caplog.records]


def test_files_of_the_theme_and_files_that_are_made_stay(config: MkDocsConfig) -> None:
    files = get_files(config)
    files.append(File("assets/theme.js", config.theme.dirs[0], "site", use_directory_urls=True))
    files.append(File.generated(config, "made.html", content=GIF))
    files.append(File("assets/foreign.js", "/elsewhere", "site", use_directory_urls=True))
    left = site_files.on_files(files, config).src_uris

    assert {"assets/theme.js", "made.html"} <= left.keys()
    assert "assets/foreign.js" not in left


def test_no_file_takes_the_place_of_one_of_the_theme(config: MkDocsConfig) -> None:
    theme = Path(config.theme.dirs[0])
    bundle = next(theme.glob("assets/javascripts/bundle.*.min.js")).relative_to(theme).as_posix()
    put(Path(config.docs_dir), bundle, b"alert(1)")
    files = get_files(config)
    files.add_files_from_theme(config.theme.get_env(), config)

    assert b"alert(1)" == files.src_uris[bundle].content_bytes
    assert (theme / bundle).read_bytes() == site_files.on_files(files, config).src_uris[bundle].content_bytes


def test_a_build_stops_at_a_folder_that_is_a_link(config: MkDocsConfig) -> None:
    docs = Path(config.docs_dir)
    site_files.on_pre_build(config)
    for name in ("a", "b", "lessons/c"):
        (docs / name).symlink_to(docs)

    with pytest.raises(PluginError, match="is a link to a folder: put the folder itself there"):
        site_files.on_pre_build(config)


def test_a_build_with_folders_that_lead_back_ends(tmp_path: Path) -> None:
    docs = project_in(tmp_path) / "docs"
    for name in ("a", "b"):
        (docs / name).symlink_to(docs)
    built = build(tmp_path)

    assert built.code
    assert set() == built.site
    assert "docs/a:1:1: is a link, and links are not followed" in built.said
    assert "Traceback" not in built.said


def test_no_files_are_no_fault(config: MkDocsConfig) -> None:
    assert {"data/comparison.csv"} <= site_files.on_files(Files([]), config).src_uris.keys()
