"""Links and tags in the words of data."""

from pathlib import Path

import pytest

from macros.assembly.course import Course
from macros.assembly.data_links import problems
from tests.builders import change, docs_in

# ruff: noqa: E501 - one fault a line, to be read as a table

HINT = "\n    hint: write the words alone; a page can link to them, and words of data to https:// addresses"


@pytest.mark.parametrize(
    ("path", "right", "wrong", "expected"),
    [
        ("comparison", "Cups differ.", "'See [tea](sources.md).'", "18:5: rows[warmth].explanation: 'sources.md' cannot be linked to from here"),
        ("comparison", "answer: Fast", "answer: '[Fast](/tea/)'", "35:9: rows[warmth].cells.coffee.answer: '/tea/' cannot be linked to from here"),
        ("decisions/drink", "Drink it.", "'Drink [it](#x).'", "10:40: outcomes[1].advice: '#x' cannot be linked to from here"),
        ("comparison", "answer: Fast", "answer: '[Fast](http://a.example/)'", "35:9: rows[warmth].cells.coffee.answer: 'http://a.example/' cannot be linked to from here"),
        ("quizzes/drinks", "It is.", "'It [is](mailto:a@b.example).'", "7:21: questions[which-is-green].one-of[0].reason: 'mailto:a@b.example' cannot be linked to from here"),
        ("diagrams/cup", "A cup above", "A [cup](x.md) above", "2:1: desc: 'x.md' cannot be linked to from here"),
        ("comparison", "Cups differ.", "'See [tea](https://example.org/a) and `[a](b)`.'", None),
        ("comparison", "Cups differ.", r"See \[tea\](b).", None),
    ],
)  # fmt: skip
def test_a_link_that_would_come_out_as_it_is_written_is_told(
    tmp_path: Path, path: str, right: str, wrong: str, expected: str | None
) -> None:
    docs = docs_in(tmp_path)
    change(docs, f"data/{path}.yml", right, wrong)
    told = [str(problem) for problem in problems(Course.read(docs).files)]

    assert ([f"docs/data/{path}.yml:{expected}{HINT}"] if expected else []) == told


@pytest.mark.parametrize(
    ("right", "wrong", "tags"),
    [
        ("Cups differ.", "Thermos<wbr>kannen differ.", ["<wbr>"]),
        ("Cups differ.", "H<sub>2</sub>O differs.", ["<sub>", "</sub>"]),
        ("answer: Fast", "answer: One<br />two", ["<br />"]),
        ("Cups differ.", "'`<wbr>` differs.'", []),
        ("Cups differ.", "a < b, b > c, and <working> is none.", []),
    ],
)
def test_a_tag_that_would_come_out_as_it_is_written_is_told(
    tmp_path: Path, right: str, wrong: str, tags: list[str]
) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/comparison.yml", right, wrong)

    assert [f"'{tag}' would be shown as it is written" for tag in tags] == [
        problem.message for problem in problems(Course.read(docs).files)
    ]
