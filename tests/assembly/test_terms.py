"""The words of the glossary and the lessons: what they do not say of each other is told with its place."""

from pathlib import Path

import pytest

from macros.assembly.course import Course
from macros.assembly.glossed import glossed
from macros.check.problems import all_problems, of_files
from macros.pages.inspection import html_of
from tests.builders import FILES, change, docs_in, with_modeline

# ruff: noqa: E501 - one fault a line, to be read as a table

TERMS = "terms:\n  - {id: cup, term: cup, meaning: What holds a drink.}\n  - {id: base, term: base cup, meaning: Another.}\n"
MUG = "  - {id: mug, term: mug, meaning: A large one.}\n"
FIRST, URL = "docs/lessons/01-drinks.md", "lessons/01-drinks/"
MORE = "---\ntitle: More\ndescription: D\nobjectives: [O]\n---\n\nA **cup**, a **base cup**.\n"
NOWHERE = "is not in the glossary\n    hint: add it to docs/data/terms.yml, or write *…* if it is only stressed"
LATER = "is explained in a later lesson only\n    hint: use it in a sentence, too, or explain it here: readers see no meaning in headings and links"
UNUSED = "no-terms[0]: this page does not use 'cup'\n    hint: delete it"
NO_TERM = "no-terms[0]: there is no term 'cpu'\n    hint: did you mean 'cup'?"
UNNEEDED = "allow[0]: nothing breaks 'terms' any more\n    hint: delete it"


def course(tmp_path: Path, first: str, front: str = "examples: []", terms: str = TERMS) -> Course:
    """Return a course whose first lesson has this text and this line of front matter; the second explains its words."""
    docs = docs_in(tmp_path)
    text = (
        FILES["lessons/01-drinks.md"].replace("Two words.", first).replace("title: Drinks", f"title: Drinks\n{front}")
    )
    (docs / "lessons/01-drinks.md").write_text(text)
    (docs / "lessons/02-more.md").write_text(MORE)
    (docs / "glossary.md").write_text("---\ntitle: Glossary\ndescription: D\n---\n\n{! glossary() !}\n")
    (docs / "data/terms.yml").write_text(with_modeline("data/terms.yml", terms))
    return Course.read(docs)


def told(found: Course) -> list[str]:
    return [str(one) for one in sorted(of_files(found)) if not one.path.endswith(("course.yml", "published.txt"))]


@pytest.mark.parametrize(
    ("first", "place", "message"),
    [
        ("## A cup\n\nTwo words.", "7:6", f"'cup' {LATER}"),
        ("See [the cup](02-more.md).", "7:10", f"'cup' {LATER}"),
        ("## Base cups\n\nA cup.", "7:4", f"'Base cups' {LATER}"),
        ("A **mug** is here.", "7:3", f"'mug' {NOWHERE}"),
        ("A mug\nor a\n**glass** is here.", "9:1", f"'glass' {NOWHERE}"),
        ("- **Mugs**: here\n- a **mug**", "8:5", f"'mug' {NOWHERE}"),
    ],
)  # fmt: skip
def test_a_term_of_which_readers_see_no_meaning_is_told(tmp_path: Path, first: str, place: str, message: str) -> None:
    assert [f"{FIRST}:{place}: {message}"] == told(course(tmp_path, first))


@pytest.mark.parametrize(
    "first",
    ["Two cups.", "## A cup\n\nA cup.", "A `cup`.", "**Mugs** are here.", "- **Mugs**: here", "A **Cup**.",
     "It is **so that it cannot be a term**.", "It is **this.**", "> **Mugs** are here."],
)  # fmt: skip
def test_a_term_with_its_meaning_and_what_is_no_term_are_right(tmp_path: Path, first: str) -> None:
    assert [] == told(course(tmp_path, first))


@pytest.mark.parametrize(
    ("first", "front", "problem"),
    [
        ("A cup.", "no-terms: [cup]", ""),
        ("## A cup\n\nTwo words.", "no-terms: [cup]", ""),
        ("Two words.", "no-terms: [cup]", f"3:12: {UNUSED}"),
        ("A cup.", "no-terms: [cpu]", f"3:12: {NO_TERM}"),
        ("A **mug**.", "allow: [{rule: terms, line: A **mug**, because: R}]", ""),
        ("A **mug**.", "allow: [{rule: terms, because: R}]", ""),
        ("A mug.", "allow: [{rule: terms, because: R}]", f"3:9: {UNNEEDED}"),
        ("A mug.", "allow: [{rule: terms, line: A mug, because: R}]", "3:9: allow[0]: nothing breaks 'terms' on a line with 'A mug' any more\n    hint: delete it"),
    ],
)  # fmt: skip
def test_an_author_can_prevent_a_link_and_allow_a_breach(tmp_path: Path, first: str, front: str, problem: str) -> None:
    assert ([f"{FIRST}:{problem}"] if problem else []) == told(course(tmp_path, first, front))


def test_what_the_course_allows_no_page_tells_as_unneeded(tmp_path: Path) -> None:
    found = all_problems(course(tmp_path, "A **mug**.", "allow: [{rule: terms, because: R}]"))

    assert [] == [problem for problem in found if problem.path == FIRST]


@pytest.mark.parametrize(("first", "is_told"), [("Two words.", True), ("Two cups.", False)])
def test_questions_use_no_term_of_which_readers_see_no_meaning(tmp_path: Path, first: str, *, is_told: bool) -> None:
    course(tmp_path, first)
    docs = tmp_path / "docs"
    change(docs, "data/quizzes/drinks.yml", "reason: ", "reason: In a cup. ")
    hint = f"say it in other words, or use it in a sentence of {FIRST}"
    found = told(Course.read(docs))

    assert is_told == any(
        f"'cup' is explained in a later lesson only\n    hint: {hint}" in problem for problem in found
    )
    assert is_told == any(problem.startswith("docs/data/quizzes/drinks.yml:7:21: ") for problem in found)


@pytest.mark.parametrize(
    ("first", "message"),
    [
        ("Two words.", "nothing uses 'mug'\n    hint: write **mug** where a lesson first explains it, or delete the entry"),
        ("Two mugs.", "no lesson explains 'mug'\n    hint: write **mug** where a lesson first explains it"),
    ],
)  # fmt: skip
def test_a_word_that_no_lesson_explains_is_told_and_whether_one_uses_it(
    tmp_path: Path, first: str, message: str
) -> None:
    assert [f"docs/data/terms.yml:4:5: terms[mug]: {message}"] == told(course(tmp_path, first, terms=TERMS + MUG))


def test_a_glossary_without_words_asks_for_none(tmp_path: Path) -> None:
    assert [] == told(course(tmp_path, "A **mug** is here.", terms="terms: []\n"))


def test_only_in_lessons_terms_lead_to_the_page_of_the_glossary(tmp_path: Path) -> None:
    read = course(tmp_path, "A cup and a base cup.")
    html = html_of(read.written[FIRST].text)
    lesson = glossed(html, URL, read)

    assert ["cup", "base"] == [
        part.partition('"')[0] for part in lesson.split('class="term" href="../../glossary/#')[1:]
    ]
    assert html == glossed(html, "", read)


def test_a_lesson_that_explains_a_word_does_not_lead_away_from_there(tmp_path: Path) -> None:
    read = course(tmp_path, "Two words.")
    html = html_of(read.written["docs/lessons/02-more.md"].text)

    assert html == glossed(html, "lessons/02-more/", read)


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [("## One of two", "#one-of-two"), ("### Large {#big}", "#big"), ("## One of *two*", ""), ("### `a`", "")],
)
def test_the_glossary_leads_to_the_section_that_explains_a_word(tmp_path: Path, heading: str, anchor: str) -> None:
    read = course(
        tmp_path, f"## Above\n\nA mug.\n\n{heading}\n\nA **mug**.\n\n## Below\n\nA **mug**.", terms=TERMS + MUG
    )

    assert f"{URL}{anchor}" == read.files.explained["mug"].address


def test_hostile_words_are_sought_as_they_are_written(tmp_path: Path) -> None:
    evil = "  - {id: evil, term: '\"><script>x</script>(', also: ['.*', '(?P<t0>', '\\'], meaning: '<b>'}\n"
    read = course(tmp_path, "A cup.", terms=TERMS + evil)
    html = '<p>A cup, .* and "&gt;&lt;script&gt;x&lt;/script&gt;(</p>'
    made = glossed(html, URL, read)

    assert "<script" not in made
    assert '<a class="term" href="../../glossary/#evil">.*</a>' in made
