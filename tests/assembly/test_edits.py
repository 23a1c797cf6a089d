"""The files to which a page leads whoever found a mistake."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.assembly.course import Course
from macros.assembly.edits import edits
from tests.builders import project_in
from tests.conftest import LESSONS, build

EDIT = "edit_uri: edit/main/docs/"
PENCIL = {
    "comparison/": "data/comparison.yml",
    "charts/": "data/comparison.yml",
    "glossary/": "data/terms.yml",
    "sources/": "data/sources.yml",
    "which-one/": "data/decisions/drink.yml",
    "about/": "about.md",
    **{lesson: f"{lesson.rstrip('/')}.md" for lesson in LESSONS},
}


@pytest.fixture(scope="module")
def course(whole: Path) -> Course:
    return Course.read(whole / "docs")


def article(site: Path, page: str) -> BeautifulSoup:
    return BeautifulSoup((site / page / "index.html").read_text(), "html.parser")


def links(html: BeautifulSoup, selector: str) -> list[str]:
    return [str(link["href"]).partition("/docs/")[2] for link in html.select(selector)]


@pytest.mark.parametrize("page", PENCIL)
def test_the_pencil_leads_to_the_file_in_which_most_of_a_page_stands(site: Path, page: str) -> None:
    assert [PENCIL[page]] == links(article(site, page), "article a[rel=edit]")


@pytest.mark.parametrize("page", LESSONS)
def test_a_lesson_leads_to_its_text_its_questions_and_each_of_its_pictures(
    site: Path, course: Course, page: str
) -> None:
    written = course.page_at(page)
    assert written
    drawn = {f"data/diagrams/{call.arguments[0]}.yml" for call in written.calls_for("diagram")}
    found = links(article(site, page), ".edits a")

    assert drawn
    asked = {f"data/quizzes/{call.arguments[0]}.yml" for call in written.calls_for("quiz")}
    assert {PENCIL[page], *asked, *drawn} <= {*found}


def test_every_file_to_which_a_page_leads_exists_and_is_named_once(course: Course, whole: Path) -> None:
    for page in course.pages:
        found = [edit.path for edit in edits(page, course)]

        assert len({*found}) == len(found), page.path
        assert [] == [path for path in found if not (whole / "docs" / path).is_file()], page.path


def test_the_addresses_follow_the_setting_and_without_it_nothing_is_offered(tmp_path: Path) -> None:
    project = project_in(tmp_path / "project")
    drawn = ['chart("cooling")', 'decision("drink")', 'diagram("kitchen")', 'transcript("tins")']
    drawn += [f'interactive("{name}")' for name in ("break-trays", "cake", "cooling-race", "pots", "two-rooms")]
    shown = ["bibliography()", "comparison()", *drawn]
    for name, calls in (("sources", shown[:1]), ("comparison", shown[1:])):
        text = "".join(f"\n{{! {call} !}}\n" for call in calls)
        (project / f"docs/{name}.md").write_text(f"---\ntitle: T\ndescription: D\n---\n{text}")
    settings = project / "mkdocs.yml"
    original = settings.read_text()
    settings.write_text(original.replace(EDIT, "edit_uri_template: blob/x/docs/{path}?plain=1"))
    offered = article(build(tmp_path / "with", project), "sources/")
    settings.write_text(original.replace(EDIT, "edit_uri: ''"))
    silent = article(build(tmp_path / "without", project), "sources/")

    assert "/blob/x/docs/data/sources.yml?plain=1" in str(offered.select_one("a[rel=edit]"))
    assert [] == silent.select("a[rel=edit], .edits")
