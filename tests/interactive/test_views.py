"""Two windows with switches: what an author may write, what only the recorder writes, and what readers see of both."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.assembly.course import Course
from macros.calls import Calls
from macros.interactive.states import all_states, fewest
from macros.recording.__main__ import main
from tests.builders import FIXTURE, change, docs_in

FILE = "data/interactives/two-rooms.yml"
AGAIN = "\n    hint: run: make transcripts"


def told(folder: Path, right: str, wrong: str) -> list[str]:
    docs = docs_in(folder)
    change(docs, FILE, right, wrong)
    return [str(problem).removeprefix(f"docs/{FILE}:") for problem in Course.read(docs).problems]


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        (
            "{lid} label",
            "{lit} label",
            [
                "7:3: views.command: there is no switch 'lit'\n    hint: did you mean 'lid'?",
                (
                    "9:8: views.switches[lid].id: stands 0 times in the command\n"
                    "    hint: write {lid} once, where its words belong"
                ),
            ],
        ),
        (
            "id: green",
            "id: lid",
            [
                "7:3: views.command: there is no switch 'green'\n    hint: choose one of lid, lid",
                "10:8: views.switches[lid].id: 'lid' stands twice\n    hint: choose another id",
            ],
        ),
        (
            "adds: --green",
            "adds: --black",
            ["26:5: views.recorded.commands: a command, or a switch, has changed since it was recorded" + AGAIN],
        ),
        (
            '            - ["label --green tea"]\n',
            "",
            ["30:11: views.recorded.windows[0][0].outputs: lacks the state 'green: on'" + AGAIN],
        ),
        (
            '["label tea"]',
            '["label black tea"]',
            ["27:5: views.recorded.output: what was recorded has been changed by hand" + AGAIN],
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, right: str, wrong: str, expected: list[str]) -> None:
    found = told(tmp_path, right, wrong)

    assert expected == found[: len(expected)]


def test_one_that_was_never_recorded_is_told(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    text = (docs / FILE).read_text()
    (docs / FILE).write_text(text[: text.index("  recorded:")])

    assert [f"docs/{FILE}:5:1: views: was never recorded{AGAIN}"] == [str(one) for one in Course.read(docs).problems]


def test_recorded_again_it_passes_the_check_whatever_stood_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = docs_in(tmp_path)
    (tmp_path / "tests/course").mkdir(parents=True)
    (tmp_path / "tests/course/terminals").symlink_to(FIXTURE / "terminals")
    change(docs, FILE, "adds: --green", "adds: --black")
    monkeypatch.chdir(tmp_path)

    assert 0 == main(["two-rooms"])
    assert '["label --black tea"]' in (docs / FILE).read_text()
    assert () == Course.read(docs).problems


def test_of_all_outputs_those_are_kept_that_make_a_difference() -> None:
    outputs = {state: ("both",) if state & 0b101 == 0b101 else ("none",) for state in all_states(3)}

    assert ([0, 2], [("none",), ("none",), ("none",), ("both",)]) == fewest(outputs, 3)
    assert ([], [("same",)]) == fewest(dict.fromkeys(all_states(3), ("same",)), 3)


def test_readers_without_a_script_see_each_output_with_its_setting(tmp_path: Path) -> None:
    page = BeautifulSoup(Calls(Course.read(docs_in(tmp_path)), "comparison/").interactive("two-rooms"), "html.parser")
    line = page.select_one("[data-by=green]")

    assert line
    assert ["Green: offlabel tea", "Green: onlabel --green tea"] == [one.text for one in line.select("dd")]
    assert ["open lid; label --green tea"] == [one.text.strip("$ ") for one in page.select("[aria-hidden] ")]
