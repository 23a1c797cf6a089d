"""Where the links of macros lead."""

from pathlib import Path

import pytest

from macros.assembly.course import Course
from macros.calls import Calls
from macros.check.links import problems
from macros.reading.problem import Problem
from tests.builders import change, docs_in

# ruff: noqa: E501 - one fault a line, to be read as a table

HEAD = "---\ntitle: T\ndescription: D\n---\n"


def said(tmp_path: Path, call: str, **pages: str) -> list[Problem]:
    docs = docs_in(tmp_path)
    change(docs, "lessons/01-drinks.md", "Two words.", f"Two words.\n\n{{! {call} !}}")
    for name in ("comparison", "sources"):
        (docs / f"{name}.md").unlink()
    for name, text in pages.items():
        (docs / f"{name}.md").write_text(HEAD + text)
    return list(problems(Course.read(docs)))


@pytest.mark.parametrize("pages", [{}, {"sources": "Text.\n"}, {"sources": "{! comparison(key=true) !}\n"}])
def test_links_to_a_row_or_a_source_need_a_page_that_shows_them_all(tmp_path: Path, pages: dict[str, str]) -> None:
    no_table, no_list = (
        Problem(f"docs/data/{file}.yml", 1, 1, "", f"no page calls '{macro}', to which links to a part of this file lead", f"write {{! {macro}() !}} on a page of its own")
        for file, macro in (("comparison", "comparison"), ("sources", "bibliography"))
    )  # fmt: skip

    assert [no_table, no_list] == said(tmp_path, 'cite("adam-2020")', **pages)


def test_it_has_whichever_name_its_author_chose(tmp_path: Path) -> None:
    pages = {"works": "{! bibliography() !}\n", "all-rows": "{! comparison() !}\n"}
    docs = tmp_path / "docs"

    assert [] == said(tmp_path, 'cite("adam-2020")', **pages)
    calls = Calls(Course.read(docs), "lessons/01-drinks/")
    assert 'href="../../works/#adam-2020"' in calls.cite("adam-2020")
    assert 'href="../../all-rows/#warmth"' in calls.decision("drink")
    assert 'href="../../all-rows/#warmth--tea"' in calls.bibliography()


def test_two_pages_that_show_all_rows_leave_open_where_links_lead(tmp_path: Path) -> None:
    pages = {"a": "{! bibliography() !}\n\n{! comparison() !}\n", "b": "Text.\n\n{! comparison() !}\n"}
    message = "docs/a.md calls 'comparison' already: links to what it shows lead there"

    assert [Problem("docs/b.md", 7, 4, "", message, "keep one of the two")] == said(tmp_path, 'row("colour")', **pages)


def test_links_that_lead_somewhere_are_no_problem(tmp_path: Path) -> None:
    pages = {"sources": "{! bibliography() !}\n", "comparison": "{! comparison() !}\n"}

    assert [] == said(tmp_path, 'decision("drink")', **pages)


def test_a_page_that_cannot_be_read_is_not_blamed_twice(tmp_path: Path) -> None:
    assert [] == said(tmp_path, 'cite("adam-2020")', sources="{! bibliography( !}\n")


def test_a_block_that_stands_twice_on_a_page_would_have_its_anchors_twice(tmp_path: Path) -> None:
    message = "the same call of 'diagram' stands in line 8 already"

    assert [Problem("docs/lessons/01-drinks.md", 10, 4, "", message, "show it once, and link to it")] == said(
        tmp_path, 'diagram("cup")', sources="{! bibliography() !}\n", comparison="{! comparison() !}\n"
    )


def test_a_source_may_be_cited_often(tmp_path: Path) -> None:
    two = 'cite("adam-2020") !}\n\nMore. {! cite("adam-2020")'

    assert [] == said(tmp_path, two, sources="{! bibliography() !}\n", comparison="{! comparison() !}\n")


PAGE = "docs/notes/here.md"
HINTS = {
    "[a](there.md)": None,
    "[a](there.md#a-part)": None,
    "[a](there.md#set-by-hand)": None,
    "[a](#here-too)": None,
    "[a](#warmth)": None,
    "[a](../comparison.md#warmth--coffee)": None,
    "[a](../comparison.md#warmth--name)": None,
    "[a](../comparison.md#hurry--yes)": None,
    "[a](../sources.md#adam-2020)": None,
    "[a](../lessons/01-drinks.md)": None,
    "[a](../data/comparison.json)": None,
    "[a](../diagrams/kitchen-step-2.svg)": None,
    "[a](../data/pictures/cup.svg)": None,
    "![a](../diagrams/cup.svg)": None,
    "[a](ther%65.md)": None,
    '[a](there.md "T")': None,
    "[a](<there.md>)": None,
    "[a](there.md?x=1#a-part)": None,
    "[a](https://example.org/nope.md) [b](mailto:a@b.example) <https://example.org>": None,
    "`[a](nope.md)`": None,
    "```\n[a](nope.md) <a href='nope.md'>\n```": None,
    "[a](their.md)": ("1:5", "there is no page docs/notes/their.md", "did you mean there.md?"),
    "[a](their.md#a-part)": ("1:5", "there is no page docs/notes/their.md", "did you mean there.md?"),
    "[a](comparison.md)": ("1:5", "there is no page docs/notes/comparison.md", "write ../comparison.md"),
    "[a](comparison.md#colour)": ("1:5", "there is no page docs/notes/comparison.md", "write ../comparison.md#colour"),
    "[a](There.md)": ("1:5", "there is no page docs/notes/There.md", "write there.md"),
    "[a](01-drinks.md)": ("1:5", "there is no page docs/notes/01-drinks.md", "write ../lessons/01-drinks.md"),
    "[a](../lessons/01%20drinks.md)": ("1:5", "there is no page docs/lessons/01 drinks.md", "write ../lessons/01-drinks.md"),
    "[a](../lessons/01_drinks.md)": ("1:5", "there is no page docs/lessons/01_drinks.md", "write ../lessons/01-drinks.md"),
    "[a](there.html)": ("1:5", "there is no file docs/notes/there.html", "write there.md"),
    "[a](there)": ("1:5", "there is no file docs/notes/there", "write there.md"),
    "[a](there/)": ("1:5", "'there/' is the address of a page, not its file", "write there.md"),
    "[a](../../comparison/#colour)": ("1:5", "'../../comparison/' is the address of a page, not its file", "write ../comparison.md#colour"),
    "[a](../)": ("1:5", "'../' is the address of a page, not its file", "write ../index.md"),
    "[a](/comparison/)": ("1:5", "'/comparison/' leads away from the course where it stands below a path", "write ../comparison.md"),
    "[a](/nope)": ("1:5", "'/nope' leads away from the course where it stands below a path", "beside this page: there.md"),
    r"[a](..\comparison.md)": ("1:5", r"'..\comparison.md' has a backslash", "write ../comparison.md"),
    "[a](../../README.md)": ("1:5", "'../../README.md' leads out of docs/", "link to https://, or to a file below docs/"),
    "[a]()": ("1:5", "the link has no address", "write one between the brackets, or take the link away"),
    "[a](#here-two)": ("1:5", "there is no anchor '#here-two' on this page", "did you mean '#here-too'?"),
    "[a](there.md#A-Part)": ("1:5", "there is no anchor '#A-Part' on docs/notes/there.md", "did you mean '#a-part'?"),
    "[a](there.md#zzz)": ("1:5", "there is no anchor '#zzz' on docs/notes/there.md", "it has #a-part, #content, #navigation, #set-by-hand"),
    "[a](../comparison.md#color)": ("1:5", "there is no anchor '#color' on docs/comparison.md", "did you mean '#colour'?"),
    "[a](../sources.md#adam-2021)": ("1:5", "there is no anchor '#adam-2021' on docs/sources.md", "did you mean '#adam-2020'?"),
    "[a](../data/comparision.json)": ("1:5", "there is no file docs/data/comparision.json", "did you mean ../data/comparison.json?"),
    "[a](../diagrams/kitchen-step-4.svg)": ("1:5", "there is no file docs/diagrams/kitchen-step-4.svg", "did you mean ../diagrams/kitchen-step-3.svg?"),
    "![a](cup.svg)": ("1:6", "there is no file docs/notes/cup.svg", "did you mean ../diagrams/cup.svg or ../pictograms/cup.svg or ../data/pictures/cup.svg?"),
    "![a](whale.png)": ("1:6", "there is no file docs/notes/whale.png", "put it there, or delete what names it"),
    "![a](there.md)": ("1:6", "'there.md' is no image", "write png, jpg, jpeg, webp or svg, or a link: [words](there.md)"),
    "Text\n[a][r] and [b][r].\n\n[r]: their.md": ("4:6", "there is no page docs/notes/their.md", "did you mean there.md?"),
    "`[a](their.md)`, their.md and\n[their.md](their.md)": ("2:12", "there is no page docs/notes/their.md", "did you mean there.md?"),
    "[a](their&#46;md)": ("1:5", "there is no page docs/notes/their.md", "did you mean there.md?"),
    "- [ ] x\n\n> [a](<no such page.md>)": ("3:8", "there is no page docs/notes/no such page.md", "beside this page: there.md"),
}  # fmt: skip
"""By what stands on a page: nothing, or the place in its text, what is wrong and the hint."""


def page_with(tmp_path: Path, text: str) -> Course:
    docs = docs_in(tmp_path)
    (docs / "notes").mkdir()
    (docs / "notes/there.md").write_text(f"{HEAD}## A part\n\n## Another {{#set-by-hand}}\n")
    (docs / "notes/here.md").write_text(f'{HEAD}{text}\n\n## Here, too {{#here-too}}\n\n{{! row("warmth") !}}\n')
    return Course.read(docs)


@pytest.mark.parametrize("text", HINTS)
def test_a_link_that_leads_nowhere_is_told_with_what_to_write(tmp_path: Path, text: str) -> None:
    expected = HINTS[text]
    found = [problem for problem in problems(page_with(tmp_path, text)) if problem.path == PAGE]
    if not expected:
        assert [] == found
        return

    (problem,) = found
    line, column = map(int, expected[0].split(":"))
    assert (line + 4, column, expected[1]) == (problem.line, problem.column, problem.message)
    assert expected[2] == problem.hint


def lessons_in(tmp_path: Path, link: str) -> Path:
    """Write lessons of which the third was renamed, and the second leads to it by its old name; return ``docs``."""
    docs, head = docs_in(tmp_path), HEAD.replace("---\n", "objectives: [O]\n---\n")[len("objectives: [O]\n") :]
    for name, text in {"02-on-tea": f"[a]({link})", "03-water": "Text", "04-milk": "Text"}.items():
        (docs / f"lessons/{name}.md").write_text(f"{head}{text}\n")
    return docs


def hints(docs: Path) -> list[str]:
    return [one.hint for one in problems(Course.read(docs)) if one.path == "docs/lessons/02-on-tea.md"]


@pytest.mark.parametrize("link", ["03-on-tee.md", "03-quite-another-title-of-old.md#a"])
def test_a_lesson_that_was_renamed_is_found_by_its_number(tmp_path: Path, link: str) -> None:
    assert ["did you mean 03-water.md?"] == hints(lessons_in(tmp_path, link))


def test_a_lesson_that_has_moved_is_found_where_it_is(tmp_path: Path) -> None:
    docs = lessons_in(tmp_path, "03-on-tee.md")
    (docs / "data/moved.yml").write_text("moved:\n  - {from: lessons/03-on-tee/, to: lessons/04-milk/}\n")

    assert ["write 04-milk.md"] == hints(docs)


@pytest.mark.parametrize("name", ["09-on-teas", "09-on-milk-with-lemon-and-honey"])
def test_for_a_page_no_data_and_not_the_page_itself_is_offered(tmp_path: Path, name: str) -> None:
    docs = lessons_in(tmp_path, f"{name}.md")
    (docs / "data/quizzes/drinks.yml").rename(docs / f"data/quizzes/{name}.yml")
    (hint,) = hints(docs)

    assert not {"02-on-tea.md", f"../data/quizzes/{name}.yml"} & {*hint.strip("?").split(" ")}


def test_one_more_is_no_others(tmp_path: Path) -> None:
    page_with(tmp_path, "[a](../zzzzzz.md)")
    for number in range(9):
        (tmp_path / f"docs/notes/a{number}.md").write_text(HEAD)
    (found,) = [one for one in problems(Course.read(tmp_path / "docs")) if one.path == PAGE]

    assert "beside this page: a0.md, a1.md, a2.md, a3.md, a4.md, a5.md, a6.md, a7.md and 2 others" == found.hint
    (tmp_path / "docs/notes/a8.md").unlink()
    (found,) = [one for one in problems(Course.read(tmp_path / "docs")) if one.path == PAGE]
    assert found.hint.endswith("a7.md and 1 other")


def test_links_that_are_clearly_right_need_no_look_at_what_markdown_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("macros.pages.linked.addresses", None)
    course = page_with(tmp_path, '[a](there.md) [b](../comparison.md#colour "T")\n\n[c]: ../sources.md\n')

    assert [] == [*problems(course)]


def test_a_link_to_an_anchor_of_what_is_faulty_is_not_blamed(tmp_path: Path) -> None:
    course = page_with(tmp_path, "[a](../comparison.md#colour)")
    change(tmp_path / "docs", "data/comparison.yml", "title: ", "titel: ")

    assert [] == [one for one in problems(course) if one.path == PAGE]
    assert [] == [one for one in problems(Course.read(tmp_path / "docs")) if one.path == PAGE]


def test_a_link_to_a_faulty_page_is_not_blamed(tmp_path: Path) -> None:
    page_with(tmp_path, "[a](there.md#a-part)")
    (tmp_path / "docs/notes/there.md").write_text("No front matter.\n\n## A part\n")

    assert [] == [one for one in problems(Course.read(tmp_path / "docs")) if one.path == PAGE]


def test_what_moved_to_an_anchor_that_is_not_there_is_told(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    moves = [("a/", "comparison/#colour"), ("b/", "comparison/#color"), ("c/", "lessons/01-drinks/#x")]
    listed = "".join(f"  - {{from: {old}, to: '{new}'}}\n" for old, new in moves)
    (docs / "data/moved.yml").write_text(f"moved:\n{listed}")

    assert [
        "docs/data/moved.yml:3:16: moved[1].to: there is no anchor '#color' on 'comparison/'\n    hint: did you mean '#colour'?",
        "docs/data/moved.yml:4:16: moved[2].to: there is no anchor '#x' on 'lessons/01-drinks/'\n    hint: it has #ask--what-is-brown, #ask--which-is-green, #content, #diagram--cup, #leaves, #navigation",
    ] == [str(problem) for problem in problems(Course.read(docs))]


HOSTILE = {
    "links": "\n\n".join(["[](nope) " * 190] * 20),
    "other links": "\n\n".join(["".join(f"[](nope{number}) " for number in range(190))] * 15),
    "anchors": "\n\n".join(["".join(f"[](../comparison.md#c{number}) " for number in range(190))] * 7),
    "half a link": "\n\n".join(["](" * 4500] * 5),
    "tags": "\n\n".join(f"<a href='nope{number}'>a</a>" for number in range(480)),
    "a long address": f"[a]({'nope' * 2000})",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_page_full_of_faulty_links_is_told_with_hints_for_the_first_fifty(
    tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sought: list[str] = []

    def seek(word: str, _: object, **__: object) -> str:
        sought.append(word)
        return ""

    monkeypatch.setattr("macros.check.targets.get_close_matches", seek)
    monkeypatch.setattr("macros.check.targets.did_you_mean", seek)
    course = page_with(tmp_path, text)
    found = [one for one in problems(course) if one.path == PAGE]

    assert len(sought) == min(len(found), 50)
    assert all(len(word) <= 200 for word in sought)


@pytest.mark.parametrize(
    "heading", ["## Warmth", "## Time {#warmth}", "Text\n\n    ## Warmth\n\n## Coffee {#warmth--coffee}"]
)
def test_an_anchor_that_a_call_on_the_page_makes_too_is_told(tmp_path: Path, heading: str) -> None:
    docs = docs_in(tmp_path)
    (docs / "other.md").write_text(f'{HEAD}Text.\n\n{heading}\n\n{{! row("warmth") !}}\n')
    found = [problem for problem in problems(Course.read(docs)) if problem.path == "docs/other.md"]
    anchor = "warmth--coffee" if "coffee" in heading else "warmth"
    line = HEAD.count("\n") + heading.count("\n") + 3

    assert [f"the anchor '{anchor}' stands twice: a call on this page makes it, too"] == [one.message for one in found]
    assert [(line, f"name another: {{#the-{anchor}}}")] == [(one.line, one.hint) for one in found]


def test_the_same_anchor_on_two_pages_is_nobodys_fault(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    (docs / "other.md").write_text(f"{HEAD}Text.\n\n## Warmth\n")

    assert [] == [problem for problem in problems(Course.read(docs)) if problem.path == "docs/other.md"]


def test_an_anchor_that_a_helper_makes_is_told_where_a_heading_has_it_too(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "comparison.md", "{! comparison() !}", "## In a hurry {#hurry--yes}\n\n{! comparison() !}")

    message = "the anchor 'hurry--yes' stands twice: a call on this page makes it, too"
    told = [str(problem) for problem in problems(Course.read(docs))]
    assert [f"docs/comparison.md:5:1: {message}\n    hint: name another: {{#the-hurry--yes}}"] == told


def test_a_footnote_that_nothing_names_is_not_told_as_a_link(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "lessons/01-drinks.md", "Two words.", "Two words.[^cups]\n\n[^cup]: A note.")

    assert [] == list(problems(Course.read(docs)))
