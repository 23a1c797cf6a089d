"""Pages with commands to type, and their minutes."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.assembly.course import Course
from macros.calls import Calls
from macros.check.problems import all_problems
from macros.content.practice import Practice
from macros.pages.page import FrontMatter, Page
from tests.builders import docs_in

TYPED = """{many}

```console run="tea"
$ cd kitchen
$ boil \\
> --cups 4
It boils, and boils.
```

/// details | Again
```console skip="No kettle is left."
$ boil
…
```
///
"""
HEAD = "---\ntitle: {}\ndescription: D\n---\n\n{{! practice_header() !}}\n\n{}"


def practice(text: str, figures: int = 0) -> Practice:
    return Practice(1, Page("docs/tea.md", FrontMatter(title="T", description="D"), (), text), figures)


def course(tmp_path: Path, **pages: str) -> Course:
    docs = docs_in(tmp_path)
    for name, text in pages.items():
        (docs / f"{name}.md").write_text(HEAD.format(name.title(), text))
    return Course.read(docs)


def test_a_page_takes_the_time_of_its_words_figures_commands_and_what_these_print() -> None:
    found = practice(TYPED.replace("{many}", "word " * 237), figures=2)

    assert 3 == found.commands
    assert 238 == found.words - len(["details"])
    assert found.words * 60 / 238 + 2 * 12 + 3 * 5 + 2 * 10 == found.seconds
    assert 2 == found.minutes


def test_a_page_takes_at_least_a_minute() -> None:
    assert 1 == practice("Boil.").minutes


@pytest.mark.parametrize(("commands", "words"), [(1, "1 command"), (2, "2 commands")])
def test_its_header_says_how_many_commands_and_minutes(tmp_path: Path, commands: int, words: str) -> None:
    text = '```console run="tea"\n' + "$ boil\n" * commands + "```\n"
    html = Calls(course(tmp_path, tea=text), "tea/").practice_header()
    shown = BeautifulSoup(html, "html.parser")

    assert ("<", ">", 1) == (html[0], html[-1], len(html.splitlines()))
    assert [words, "1 min"] == [span.text for span in shown.select("span")]


def test_the_list_has_each_such_page_and_the_sum_of_their_minutes(tmp_path: Path) -> None:
    found = course(tmp_path, coffee="word " * 476, tea="word " * 238)
    shown = BeautifulSoup(Calls(found, "about/").practice_list(), "html.parser")

    assert [("../coffee/", "Coffee"), ("../tea/", "Tea")] == [
        (str(link["href"]), link.select(".outline__title")[0].text) for link in shown.select("a")
    ]
    assert ["2 min", "1 min"] == [span.text for span in shown.select(".outline__minutes")]
    assert "All: 3 min" == shown.select("p")[0].text


def test_a_list_of_none_is_a_problem(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    (docs / "tea.md").write_text("---\ntitle: T\ndescription: D\n---\n\n{! practice_list() !}\n")

    assert (
        "docs/tea.md:6:4: there is no page that calls 'practice_header', so 'practice_list' has nothing to show\n"
        "    hint: write it, or delete the call"
    ) in [str(problem) for problem in all_problems(Course.read(docs))]
