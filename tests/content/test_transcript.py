"""Transcripts: what an author may write, what only the recorder writes, and what readers see of both."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.assembly.course import Course
from macros.calls import Calls
from macros.content.pattern import kept
from macros.html.words import speaking
from tests.builders import change, docs_in

FILE = "data/transcripts/tins.yml"
PATH = f"docs/{FILE}"
AGAIN = "\n    hint: run: make transcripts"


def told(folder: Path, right: str, wrong: str) -> list[str]:
    docs = docs_in(folder)
    change(docs, FILE, right, wrong)
    return [str(problem) for problem in Course.read(docs).problems]


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        (
            "- at: kitchen\n    command: echo",
            "- at: kitchin\n    command: echo",
            f"{PATH}:26:5: steps[3].at: there is no terminal 'kitchin'\n    hint: did you mean 'kitchen'?",
        ),
        (
            "marked: {weight: ",
            "marked: {waight: ",
            f"{PATH}:25:14: steps[2].marked.waight: there is no mark 'waight'\n    hint: did you mean 'weight'?",
        ),
        (
            "{id: pantry, name: Pantry, start: room, argument: pantry}\n",
            "{id: pantry, name: Pantry, start: room, argument: pantry}\n  - {id: attic, name: Attic, start: room}\n",
            (
                f"{PATH}:7:5: terminals[attic]: nothing is typed into 'attic'\n"
                "    hint: write a step with at: attic, or delete it"
            ),
        ),
        (
            "terminals:\n",
            "terminals:\n  - {id: pantry, name: Pantry, start: room}\n",
            f"{PATH}:7:6: terminals[pantry].id: 'pantry' stands twice\n    hint: choose another id",
        ),
        (
            "marks:\n",
            "marks:\n  - {id: lid, kind: same, says: the same lid}\n",
            (
                f"{PATH}:8:5: marks[lid]: 'lid' marks no two lines\n"
                "    hint: write marked: {lid: a line of the output} in two steps or more"
            ),
        ),
        (
            "kind: same",
            "kind: alike",
            (
                f"{PATH}:8:15: marks[tin].kind: must be 'same', 'equal' or 'differs'\n"
                "    hint: same: one thing, seen from several sides; equal, or differs: what the lines say"
            ),
        ),
    ],
)
def test_what_an_author_writes_is_told_with_its_place(tmp_path: Path, right: str, wrong: str, expected: str) -> None:
    assert [expected] == told(tmp_path, right, wrong)


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        (
            "command: cat tin",
            "command: cat tins",
            f"{PATH}:41:3: recorded.commands: a command, or a terminal, has changed since it was recorded{AGAIN}",
        ),
        (
            "argument: pantry",
            "argument: cellar",
            f"{PATH}:41:3: recorded.commands: a command, or a terminal, has changed since it was recorded{AGAIN}",
        ),
        (
            '      - "Earl Grey"',
            '      - "Assam"',
            f"{PATH}:42:3: recorded.output: what was recorded has been changed by hand{AGAIN}",
        ),
        (
            "Room kitchen",
            "Room chicken",
            f"{PATH}:42:3: recorded.output: what was recorded has been changed by hand{AGAIN}",
        ),
        (
            'like: ["…", "… tin"]',
            'like: ["…", "… cup"]',
            (
                f"{PATH}:21:5: steps[1].like: `ls -l` prints something else\n    hint: it prints: … | "
                "-rw-r--r-- 1 root root 16 Nov 26 19:07 tin"
            ),
        ),
        (
            'marked: {tin: tin, weight: "… g"}',
            'marked: {tin: cup, weight: "… g"}',
            f"{PATH}:31:14: steps[4].marked.tin: no line is like 'cup'\n    hint: it prints: tin | 100 g",
        ),
        (
            "kind: same, says: the same tin",
            "kind: equal, says: the same tin",
            (
                f"{PATH}:8:5: marks[tin]: the lines of 'tin' are not equal\n    hint: it prints: "
                "-rw-r--r-- 1 root root 16 Nov 26 19:07 tin | tin"
            ),
        ),
        (
            "kind: equal",
            "kind: differs",
            f"{PATH}:9:5: marks[weight]: the lines of 'weight' do not differ\n    hint: it prints: 100 g | 100 g",
        ),
    ],
)
def test_what_was_recorded_is_held_against_what_is_typed_and_what_it_must_be(
    tmp_path: Path, right: str, wrong: str, expected: str
) -> None:
    assert [expected] == told(tmp_path, right, wrong)


def test_one_that_was_never_recorded_is_told_with_the_command(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    text = (docs / FILE).read_text()
    (docs / FILE).write_text(text[: text.index("recorded:")])

    assert [f"{PATH}:2:1: was never recorded{AGAIN}"] == [str(problem) for problem in Course.read(docs).problems]


@pytest.fixture(scope="module")
def figure(tmp_path_factory: pytest.TempPathFactory) -> BeautifulSoup:
    """Return what readers see of the transcript."""
    course = Course.read(docs_in(tmp_path_factory.mktemp("tins")))
    return BeautifulSoup(Calls(course, "sources/").transcript("tins"), "html.parser")


def test_each_terminal_has_its_name_as_a_heading_and_what_was_typed_into_it(figure: BeautifulSoup) -> None:
    assert ["Kitchen", "Pantry"] == [name.get_text() for name in figure.select(".terminal__name")]
    assert (
        "$ cat > tin <<END\n> Earl Grey\n> 100 g\n> END\n"
        "$ ls -l\n…\n-rw-r--r-- 1 root root 16 Nov 26 19:07 tin\nthe same tin\n"
        "$ cat tin\nEarl Grey\n100 g\nthe same weight\n"
        "$ echo $ROOM\nkitchen\nanother room\n"
    ) == figure.select(".terminal pre")[0].get_text()


def test_what_lines_have_to_do_with_each_other_is_said_in_words_and_by_its_kind(figure: BeautifulSoup) -> None:
    marks = [
        (mark["class"][-1], mark.get_text().strip()) for mark in figure.select(".terminal")[1].select(".terminal__mark")
    ]

    assert [
        ("terminal__mark--same", "the same tin"),
        ("terminal__mark--equal", "the same weight"),
        ("terminal__mark--differs", "another room"),
    ] == marks


def test_below_it_stands_what_to_see_and_when_it_was_recorded(figure: BeautifulSoup) -> None:
    assert (
        "One shelf, seen from two rooms. The tin is the same in both rooms, which are two. "
        "Recorded on 2026-11-26 with Room kitchen, Room room; the tests record it again."
    ) == figure.select_one("figcaption").get_text()  # type: ignore[union-attr]


def test_a_german_course_says_so_in_german(tmp_path: Path) -> None:
    course = Course.read(docs_in(tmp_path))
    with speaking("de"):
        assert "Aufgezeichnet am 26. November 2026 mit Room kitchen" in Calls(course, "sources/").transcript("tins")


def test_of_a_long_output_the_lines_that_matter_are_kept_in_their_order() -> None:
    lines = ["PID", "1 init", "2 sh", "7 sleep", "8 sleep"]

    assert ["PID", "…", "7 sleep", "…"] == kept(["… sleep", "PID"], lines)
    assert ["…", "7 sleep", "8 sleep"] == kept(["… sleep", "… sleep"], lines)


def test_a_line_that_is_to_be_kept_and_is_not_there_is_told() -> None:
    with pytest.raises(LookupError, match="tea"):
        kept(["tea"], ["cup"])
