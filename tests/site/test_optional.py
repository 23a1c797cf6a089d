"""Optional parts: without any of them, and without all, a course is checked, built and linked as any other."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup, Tag

from macros.assembly.course import Course
from macros.check.problems import all_problems
from tests.builders import change, project_in

# ruff: noqa: E501 - one fault a line, to be read as a table

HOME = "https://site.test/"
HEAD = "---\ntitle: {0}\ndescription: {0}.\n---\n\n"
OPERATED = ("cooling-race", "cake", "break-trays", "pots", "two-rooms")
PAGES = {
    "comparison.md": "{! comparison() !}\n\n## Files\n\n{! downloads() !}\n",
    "charts.md": '{! chart("cooling") !}\n',
    "which.md": '{! decision("drink") !}\n',
    "kitchen.md": '{! diagram("kitchen") !}\n',
    "typed.md": '{! transcript("tins") !}\n',
    "words.md": "{! glossary() !}\n",
    "operated.md": "".join(f'{{! interactive("{name}") !}}\n\n' for name in OPERATED),
    "pictures.md": "## Diagrams\n\n{! gallery() !}\n\n## Pictograms\n\n{! pictograms() !}\n",
}
TERM = "terms: [{id: tea-word, term: tea, meaning: Leaves in water.}]"


def whole(folder: Path) -> Path:
    """Write a project whose course has every part, each on a page of its own, and return its ``docs``."""
    docs = project_in(folder) / "docs"
    for name, text in PAGES.items():
        (docs / name).write_text(HEAD.format(name.partition(".")[0].title()) + text)
    change(docs, "data/terms.yml", "terms: []", TERM)
    change(docs, "lessons/01-drinks.md", "Two words.", 'A **tea**. {! cite("adam-2020") !}\n\n{! byline() !}')
    return docs


def without(docs: Path, *paths: str) -> None:
    for path in paths:
        (docs / path).unlink(missing_ok=True)


def glossary(docs: Path) -> None:
    without(docs, "data/terms.yml", "words.md")


def charts(docs: Path) -> None:
    without(docs, "data/charts/cooling.yml", "charts.md")


def helper(docs: Path) -> None:
    without(docs, "data/decisions/drink.yml", "which.md")


def transcripts(docs: Path) -> None:
    without(docs, "data/transcripts/tins.yml", "typed.md")


def unoperated(docs: Path, *names: str) -> None:
    for name in names:
        without(docs, f"data/interactives/{name}.yml")
        edit(docs, "operated.md", rf'\{{! interactive\("{name}"\) !\}}\n\n', "")


def operated(docs: Path) -> None:
    unoperated(docs, *OPERATED)
    without(docs, "operated.md", "data/diagrams/trays.yml")


def pictures(docs: Path) -> None:
    unoperated(docs, "break-trays")
    without(docs, "data/diagrams/trays.yml")
    without(
        docs, "data/diagrams/cup.yml", "data/diagrams/kitchen.yml", "data/pictures/cup.svg", "pictures.md", "kitchen.md"
    )
    edit(docs, "lessons/01-drinks.md", r'\{! diagram\("cup"\) !\}\n\n', "")
    edit(docs, "data/course.yml", r"tones: .*\n", "")


def figures(docs: Path) -> None:
    charts(docs)
    unoperated(docs, "cooling-race", "cake", "pots")
    edit(docs, "data/comparison.yml", r"        figures:\n(?: {10}.*\n)+", "        judgement: We looked.\n")
    edit(docs, "data/diagrams/kitchen.yml", r"number: tea-time", "number: 10")
    edit(docs, "data/diagrams/kitchen.yml", r" for 4 minutes of \{tea-time\}", "")


def comparison(docs: Path) -> None:
    charts(docs)
    helper(docs)
    figures(docs)
    without(docs, "data/comparison.yml", "comparison.md")


def sources(docs: Path) -> None:
    figures(docs)
    edit(docs, "data/comparison.yml", r"sources: \[adam-2020\]", "judgement: We looked.")
    edit(docs, "lessons/01-drinks.md", r' \{! cite\("adam-2020"\) !\}', "")
    without(docs, "data/sources.yml", "sources.md")


def origin_and_licence(docs: Path) -> None:
    edit(docs, "data/course.yml", r"(?:adapted-from|licence): .*\n", "")


def edit(docs: Path, path: str, pattern: str, text: str) -> None:
    """Replace what matches in a file, if it is there."""
    if (docs / path).exists():
        (docs / path).write_text(re.sub(pattern, text, (docs / path).read_text()))


PARTS: list[Callable[[Path], None]] = [
    glossary, charts, helper, transcripts, operated, pictures, figures, comparison, sources, origin_and_licence,
]  # fmt: skip


def everything(docs: Path) -> None:
    for part in PARTS:
        part(docs)


def nothing(docs: Path) -> None:
    """Take nothing away: the course with all its parts is right, too."""
    assert docs.is_dir()


def ran(project: Path, *command: str) -> str:
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=project, env=settings, capture_output=True, text=True, check=False
    )

    assert 0 == done.returncode, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize("taken", [nothing, *PARTS, everything], ids=lambda part: part.__name__)
def test_a_course_without_a_part_is_right_and_has_no_dead_end(tmp_path: Path, taken: Callable[[Path], None]) -> None:
    docs = whole(tmp_path / "project")
    taken(docs)

    assert "no problems" in ran(docs.parent, "macros")
    ran(docs.parent, "mkdocs", "build", "--strict", "--quiet")
    site = docs.parent / "site"
    pages = {url(file, site): BeautifulSoup(file.read_text(), "html.parser") for file in site.rglob("*.html")}
    assert [] == [f"{page}: {link}" for page, found in pages.items() for link in dead(page, found, pages, site)]
    assert [] == [
        str(heading) for found in pages.values() for heading in found.select("article :is(h2, h3)") if is_empty(heading)
    ]
    assert [] == [str(part) for found in pages.values() for part in found.select(".problem, dl:empty, ul:empty")]


def url(file: Path, site: Path) -> str:
    return HOME + file.relative_to(site).as_posix().removesuffix("index.html")


def dead(page: str, found: BeautifulSoup, pages: dict[str, BeautifulSoup], site: Path) -> list[str]:
    """Return the links of a page's article that lead to no page, no file, or no part of a page."""
    wrong = []
    for link in found.select("article a[href]"):
        address, anchor = urldefrag(urljoin(page, str(link["href"])))
        target = pages.get(address)
        there = (target is not None and (not anchor or target.find(id=anchor))) or (
            address.startswith(HOME) and (site / address.removeprefix(HOME)).is_file()
        )
        if address.startswith(HOME) and not there:
            wrong.append(str(link["href"]))
    return wrong


def is_empty(heading: Tag) -> bool:
    """Tell whether nothing follows a heading before the next one of its level."""
    following = heading.find_next_sibling()
    return following is None or following.name in {"h1", heading.name} or not following.get_text(strip=True)


def test_without_a_licence_the_footer_names_that_of_the_code_alone(tmp_path: Path) -> None:
    docs = whole(tmp_path / "project")
    origin_and_licence(docs)
    change(docs.parent, "mkdocs.yml", "copyright: ", "copyright: Code by us. ")
    ran(docs.parent, "mkdocs", "build", "--strict", "--quiet")
    said = BeautifulSoup((docs.parent / "site/index.html").read_text(), "html.parser").select_one("footer > p")

    assert said
    assert said.get_text().startswith("Code by us. ")


MISSING = {
    "data/terms.yml": "docs/words.md:6:4: there is no docs/data/terms.yml, so 'glossary' has nothing to show\n    hint: write it, or delete the call",
    "data/sources.yml": "docs/sources.md:5:4: there is no docs/data/sources.yml, so 'bibliography' has nothing to show",
    "data/comparison.yml": "docs/comparison.md:6:4: there is no docs/data/comparison.yml, so 'comparison' has nothing to show",
    "data/charts/cooling.yml": "docs/charts.md:6:4: there is no chart 'cooling'",
    "data/decisions/drink.yml": "docs/which.md:6:4: there is no decision 'drink'",
}  # fmt: skip


@pytest.mark.parametrize("path", MISSING)
def test_a_page_that_shows_what_is_not_there_is_told(tmp_path: Path, path: str) -> None:
    docs = whole(tmp_path)
    (docs / path).unlink()

    assert MISSING[path] in "\n".join(map(str, all_problems(Course.read(docs))))


def test_a_gallery_of_nothing_is_told(tmp_path: Path) -> None:
    docs = whole(tmp_path)
    page = (docs / "pictures.md").read_text()
    pictures(docs)
    (docs / "pictures.md").write_text(page)

    assert [
        "there is no diagram in docs/data/diagrams, so 'gallery' has nothing to show",
        "there is no pictogram in docs/data/pictures, so 'pictograms' has nothing to show",
    ] == [problem.message for problem in all_problems(Course.read(docs))]
