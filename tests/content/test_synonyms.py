"""Synonyms: what is wrong with an entry is told with its place, and what is right is there for each place."""

from pathlib import Path

import pytest

from macros.assembly.course import Course
from macros.check.synonyms import problems
from macros.content.synonyms import as_typed
from tests.builders import docs_in, with_modeline

# ruff: noqa: E501 - one fault a line, to be read as a table

PATH = "data/synonyms.yml"
TWICE = "hint: keep one of the two"


def course(docs: Path, text: str) -> Course:
    (docs / PATH).write_text(with_modeline(PATH, text))
    return Course.read(docs)


def told(docs: Path, text: str) -> list[str]:
    """Return the problems of a course with these synonyms, below the path of their file."""
    read = course(docs, text)
    found = sorted({*read.problems, *problems(read)})
    return [str(problem).removeprefix(f"docs/{PATH}:").replace("\n    ", " ") for problem in found]


def synonyms(*entries: str) -> str:
    return "synonyms:\n" + "".join(f"  - {{{entry}, because: B}}\n" for entry in entries)


def spellings(*entries: str) -> str:
    return "spellings:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)


def meanings(*entries: str) -> str:
    return "meanings:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (synonyms("typed: [mug, Mug], leads: [comparison/]"), f"2:19: synonyms[0].typed[1]: 'Mug' stands twice {TWICE}"),
        (synonyms("typed: [mug], leads: [comparison/]", "typed: [mügs, 'Mug!'], leads: [sources/]"), "3:20: synonyms[1].typed[1]: 'Mug!' stands twice hint: give the word an entry of its own that leads to the places of both; the other one leads to comparison/"),
        (synonyms("typed: [mug], leads: [sources/, sources/]"), f"2:38: synonyms[0].leads[1]: 'sources/' stands twice {TWICE}"),
        (synonyms("typed: [mug], leads: [source/]"), "2:28: synonyms[0].leads[0]: there is no page 'source/' hint: did you mean 'sources/'?"),
        (synonyms("typed: [mug], leads: ['comparison/#warmht']"), "2:28: synonyms[0].leads[0]: there is no anchor '#warmht' on 'comparison/' hint: did you mean '#warmth'?"),
        (synonyms("typed: [mug], leads: ['#contnt']"), "2:28: synonyms[0].leads[0]: there is no anchor '#contnt' on the front page hint: did you mean '#content'?"),
        (synonyms("typed: [TIME TO-COOL], leads: ['comparison/#warmth']"), "2:14: synonyms[0].typed[0]: 'TIME TO-COOL' is what 'comparison/#warmth' is called already hint: delete the word"),
        (spellings("from: color, to: colour", "from: Color, to: hue"), f"3:6: spellings[1].from: 'Color' stands twice {TWICE}"),
        (spellings("from: color, to: colour", "from: colr, to: color"), "3:18: spellings[1].to: 'color' is another spelling itself hint: write the word as the course spells it"),
        (spellings("from: color, to: Color"), "2:6: spellings[0].from: 'color' leads to itself hint: write another spelling, or delete it"),
        (spellings("from: tea cup, to: teacup"), "2:6: spellings[0].from: 'tea cup' is not one word hint: write it among the synonyms"),
        (meanings("typed: [mug], means: [cup]", "typed: [beaker, Mug], means: [cup]"), f"3:22: meanings[1].typed[1]: 'Mug' stands twice {TWICE}"),
        (meanings("typed: [tea cup], means: [cup]"), "2:14: meanings[0].typed[0]: 'tea cup' is not one word hint: write it among the synonyms"),
        (meanings("typed: [mug], means: [tea-cup]"), "2:28: meanings[0].means[0]: 'tea-cup' is not one word hint: write each word by itself"),
        (meanings("typed: [mug], means: [cup, Mug]"), "2:33: meanings[0].means[1]: 'Mug' leads to itself hint: delete it: what is typed is looked for, too"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_entry_is_told_with_its_place(tmp_path: Path, text: str, expected: str) -> None:
    assert [expected] == told(docs_in(tmp_path), text)


@pytest.mark.parametrize("place", ["/comparison/", "https://site.test/", "comparison", "comparison/#", ""])
def test_a_place_is_an_address_below_the_root(tmp_path: Path, place: str) -> None:
    [problem] = told(docs_in(tmp_path), synonyms(f"typed: [mug], leads: ['{place}']"))

    assert "2:28: synonyms[0].leads[0]" in problem


def test_a_word_has_letters_or_digits(tmp_path: Path) -> None:
    [problem] = told(docs_in(tmp_path), synonyms("typed: ['?!'], leads: [comparison/]"))

    assert problem.startswith("2:14: synonyms[0].typed[0]")


def test_what_leads_to_a_faulty_page_is_not_told(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    (docs / "lessons/01-drinks.md").write_text("no front matter")

    assert [] == [
        one for one in told(docs, synonyms("typed: [mug], leads: ['lessons/01-drinks/#leaves']")) if "leads" in one
    ]


def test_a_place_has_the_words_that_lead_there(tmp_path: Path) -> None:
    two = synonyms("typed: [mug, beaker], leads: [comparison/, sources/]", "typed: [works], leads: [sources/]")
    read = course(docs_in(tmp_path), two)

    assert () == read.problems
    assert ("mug", "beaker") == read.synonyms.words_of("comparison/")
    assert ("mug", "beaker", "works") == read.synonyms.words_of("sources/")
    assert () == read.synonyms.words_of("lessons/01-drinks/")


def test_a_course_needs_no_synonyms(tmp_path: Path) -> None:
    read = Course.read(docs_in(tmp_path))

    assert ((), ()) == (read.synonyms.synonyms, read.problems)


def test_words_are_compared_as_they_are_typed() -> None:
    assert "wie gross ist eine cafe tasse" == as_typed("Wie groß ist eine Café-Tasse?")
