"""What a page can call, and what is said about a faulty call."""

from pathlib import Path

import pytest

from macros.assembly.course import Course
from macros.calls import NAMES, Calls
from macros.check.problems import answer, problems
from macros.reading.problem import ContentError, Problem
from tests.builders import change, docs_in
from tests.conftest import COURSE

LESSON = "lessons/01-drinks/"

# ruff: noqa: E501 - one fault a line, to be read as a table


def said(tmp_path: Path, call: str) -> list[Problem]:
    docs = docs_in(tmp_path)
    change(docs, "lessons/01-drinks.md", 'diagram("cup")', call)
    return list(problems(Course.read(docs)))


def test_calls_without_fault_have_no_problem(tmp_path: Path) -> None:
    assert [] == list(problems(Course.read(docs_in(tmp_path))))


@pytest.mark.parametrize(
    ("call", "message", "hint"),
    [
        ('diagramm("cup")', "there is no macro 'diagramm'", "did you mean 'diagram'?"),
        ('_root("cup")', "there is no macro '_root'", f"write one of {', '.join(sorted(NAMES))}"),
        ('diagram("cap")', "there is no diagram 'cap'", "did you mean 'cup'?"),
        ('scene("cap")', "there is no diagram 'cap'", "did you mean 'cup'?"),
        ('quiz("drink")', "there is no quiz 'drink'", "did you mean 'drinks'?"),
        ('quiz("06-mate")', "there is no quiz '06-mate'", "write docs/data/quizzes/06-mate.yml, take another name, or delete the call"),
        ('picture("whale")', "there is no picture 'whale'", "write docs/data/pictures/whale.svg, take another name, or delete the call"),
        ('cite("zzz-1999")', "there is no source 'zzz-1999'", "add it to docs/data/sources.yml, take another name, or delete the call"),
        ('row("zzz")', "there is no row 'zzz'", "add it to docs/data/comparison.yml, take another name, or delete the call"),
        ('row("color")', "there is no row 'color'", "did you mean 'colour'?"),
        ('chart("cooking")', "there is no chart 'cooking'", "did you mean 'cooling'?"),
        ('decision("drunk")', "there is no decision 'drunk'", "did you mean 'drink'?"),
        ('cite("adam-2020", "adam-2021")', "there is no source 'adam-2021'", "did you mean 'adam-2020'?"),
        ("cite()", "cite: missing a required argument: 'name'", "see CONTRIBUTING.md for what each macro takes"),
        ('comparison(key="yes")', "comparison: 'key' must be true or false", "write key=true"),
        ("comparison(key=1)", "comparison: 'key' must be true or false", "write key=true"),
        ("diagram()", "diagram: missing a required argument: 'name'", "see CONTRIBUTING.md for what each macro takes"),
        ("comparison(true)", "comparison: too many positional arguments", "see CONTRIBUTING.md for what each macro takes"),
    ],
)  # fmt: skip
def test_a_faulty_call_is_named_with_its_place(tmp_path: Path, call: str, message: str, hint: str) -> None:
    assert [Problem("docs/lessons/01-drinks.md", 8, 4, "", message, hint)] == said(tmp_path, call)


@pytest.mark.parametrize("kind", ["charts", "decisions", "diagrams", "quizzes", "pictures"])
def test_when_the_last_file_of_a_kind_is_gone_its_names_are_unknown(tmp_path: Path, kind: str) -> None:
    calls = {
        "charts": "chart",
        "decisions": "decision",
        "diagrams": "diagram",
        "quizzes": "quiz",
        "pictures": "picture",
    }
    docs = docs_in(tmp_path)
    change(docs, "lessons/01-drinks.md", 'diagram("cup")', f'{calls[kind]}("cup")')
    for file in (docs / "data" / kind).iterdir():
        file.unlink()

    assert f"there is no {calls[kind]} 'cup'" in [problem.message for problem in problems(Course.read(docs))]


def test_a_diagram_that_cannot_be_read_is_not_called_missing(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/diagrams/cup.yml", "title: A cup\n", "")
    course = Course.read(docs)

    assert [] == list(problems(course))
    with pytest.raises(ContentError, match=r"docs/data/diagrams/cup\.yml:1:1: title: is missing"):
        Calls(course, LESSON).diagram("cup")


@pytest.mark.parametrize(("url", "root"), [("", "./"), ("about/", "../"), (LESSON, "../../")])
def test_links_lead_back_to_the_root_of_the_site(tmp_path: Path, url: str, root: str) -> None:
    calls = Calls(Course.read(docs_in(tmp_path)), url)

    assert f'href="{root}sources/#adam-2020"' in calls.cite("adam-2020")
    assert f'href="{root}sources/#adam-2020"' in calls.row("colour")
    assert f'href="{root}{LESSON}"' in calls.outline()


@pytest.mark.parametrize(("url", "table"), [("", "./comparison/"), ("which-one/", "../comparison/")])
def test_answers_and_sources_lead_to_rows_and_cells_of_the_table(tmp_path: Path, url: str, table: str) -> None:
    calls = Calls(Course.read(docs_in(tmp_path)), url)

    assert f'href="{table}#warmth"' in calls.decision("drink")
    assert f'href="{table}#warmth--coffee">Time to cool: Coffee</a>' in calls.bibliography()


def test_a_source_links_back_to_the_pages_that_cite_it(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "index.md", "{! outline() !}", '{! outline() !}\n\nSo it is. {! cite("adam-2020") !}')

    assert '<a href="../">Home</a>' in Calls(Course.read(docs), "sources/").bibliography()


def test_only_a_lesson_has_a_lesson_header(tmp_path: Path) -> None:
    course = Course.read(docs_in(tmp_path))

    assert "Lesson 1 of 1" in Calls(course, LESSON).lesson_header()
    with pytest.raises(ContentError, match="only a lesson that can be read"):
        Calls(course, "").lesson_header()


def test_only_a_page_that_was_read_has_a_count_of_its_commands(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="only a page that can be read"):
        Calls(Course.read(docs_in(tmp_path)), "").practice_header()


@pytest.mark.parametrize(
    "name",
    ["row", "cite", "diagram", "interactive", "chart", "decision", "picture", "quiz", "predict", "predicted", "scene"],
)
def test_what_does_not_exist_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ContentError, match=r"^docs/data/"):
        answer(Calls(Course.read(docs_in(tmp_path)), LESSON), name, ("nope",), {})


WITH_ARGUMENTS_OR_PAGE = {
    "diagram",
    "interactive",
    "scene",
    "chart",
    "decision",
    "picture",
    "quiz",
    "predict",
    "predicted",
    "row",
    "cite",
    "measured_chart",
    "transcript",
    "practice_header",
}
"""They need a name, or a page that is no lesson."""


@pytest.mark.parametrize("name", sorted({*NAMES} - WITH_ARGUMENTS_OR_PAGE))
def test_a_call_without_arguments_is_one_line_of_html(name: str) -> None:
    shown = answer(Calls(COURSE, LESSON), name, (), {})

    assert ("<", ">", 1) == (shown[0], shown[-1], len(shown.splitlines()))


@pytest.mark.parametrize(
    "call", ["lesson_header()", "lesson_end()", 'quiz("drinks")', 'predict("drinks")', 'predicted("drinks")']
)
def test_what_only_a_lesson_may_call_is_told_elsewhere(tmp_path: Path, call: str) -> None:
    docs = docs_in(tmp_path)
    change(docs, "index.md", "outline()", call)

    assert [f"only a lesson may call '{call.partition('(')[0]}'"] == [
        problem.message for problem in problems(Course.read(docs))
    ]
