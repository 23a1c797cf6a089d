"""Where the links of macros lead."""

from pathlib import Path

import pytest
from builders import change, docs_in

from macros.course import Course
from macros.errors import Problem
from macros.links import problems

HEAD = "---\ntitle: T\ndescription: D\n---\n"


def said(tmp_path: Path, call: str, **pages: str) -> list[Problem]:
    docs = docs_in(tmp_path)
    change(docs, "lessons/01-drinks.md", "Two words.", f"Two words.\n\n{{! {call} !}}")
    for name, text in pages.items():
        (docs / f"{name}.md").write_text(HEAD + text)
    return list(problems(Course.read(docs)))


@pytest.mark.parametrize("pages", [{}, {"sources": "Text.\n"}, {"other": "{! bibliography() !}\n"}])
@pytest.mark.parametrize("call", ['cite("adam-2020")', "comparison(key=true)", 'row("colour")', 'chart("cooling")'])
def test_links_to_sources_need_the_bibliography(tmp_path: Path, call: str, pages: dict[str, str]) -> None:
    message = f"the links of '{call.partition('(')[0]}' lead to docs/sources.md, which does not call 'bibliography'"
    found = [problem for problem in said(tmp_path, call, **pages) if "sources.md" in problem.message]

    assert [Problem("docs/lessons/01-drinks.md", 8, 4, "", message, found[0].hint)] == found
    assert "write {! bibliography() !} in docs/sources.md" == found[0].hint


def test_links_to_rows_need_the_full_table(tmp_path: Path) -> None:
    pages = {"sources": "{! bibliography() !}\n", "comparison": "{! comparison(key=true) !}\n"}
    found = said(tmp_path, 'decision("drink")', **pages)

    assert ["docs/lessons/01-drinks.md:8:4"] == [str(problem).partition(": ")[0] for problem in found]
    assert "write {! comparison() !} in docs/comparison.md" == found[0].hint


def test_links_that_lead_somewhere_are_no_problem(tmp_path: Path) -> None:
    pages = {"sources": "{! bibliography() !}\n", "comparison": "{! comparison() !}\n"}

    assert [] == said(tmp_path, 'decision("drink")', **pages)


def test_a_page_that_cannot_be_read_is_not_blamed_twice(tmp_path: Path) -> None:
    assert [] == said(tmp_path, 'cite("adam-2020")', sources="{! bibliography( !}\n")


def test_a_block_that_stands_twice_on_a_page_would_have_its_anchors_twice(tmp_path: Path) -> None:
    message = "the same call of 'diagram' stands in line 8 already"

    assert [Problem("docs/lessons/01-drinks.md", 10, 4, "", message, "show it once, and link to it")] == said(
        tmp_path, 'diagram("cup")'
    )


def test_a_source_may_be_cited_often(tmp_path: Path) -> None:
    two = 'cite("adam-2020") !}\n\nMore. {! cite("adam-2020")'

    assert [] == said(tmp_path, two, sources="{! bibliography() !}\n", comparison="{! comparison() !}\n")
