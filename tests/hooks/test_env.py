"""The adapter: what the site generator is given."""

import logging
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment

from macros.calls import NAMES
from macros.env import declare
from tests.builders import change, docs_in


class Recorder:
    """Keeps the macros that it is given."""

    def __init__(self, folder: Path) -> None:
        self.project_dir = str(folder)
        self.macros: dict[str, Callable[..., str]] = {}

    def macro(self, function: Callable[..., str], name: str = "") -> Any:
        """Keep a macro."""
        self.macros[name] = function

    def show(self, call: str, url: str = "lessons/02-brewing/") -> str:
        """Return what a call shows on a page."""
        jinja = Environment(autoescape=True)
        jinja.globals.update(self.macros)
        return jinja.from_string("{{ " + call + "|safe }}").render(page=SimpleNamespace(url=url))


@pytest.fixture
def project(docs: Path) -> Path:
    return docs.parent


def test_every_call_becomes_a_macro(project: Path) -> None:
    env = Recorder(project)
    declare(env)

    assert {*NAMES} == env.macros.keys()


def test_a_faulty_file_shows_its_problem_and_keeps_the_rest(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    (project / "docs/data/comparison.yml").write_text("rows: [\n")
    env = Recorder(project)
    with caplog.at_level(logging.WARNING):
        declare(env)

    assert "docs/data/comparison.yml:2:1: is not YAML" in caplog.text
    assert 'class="problem"' in env.show("comparison()")
    assert 'class="diagram"' in env.show("diagram('cup')")


@pytest.mark.parametrize("call", ["diagram('nope')", "nosuch()", "quiz()", "cite('x')"])
def test_a_faulty_call_shows_its_problem_in_place(project: Path, call: str) -> None:
    lesson = project / "docs/lessons/02-brewing.md"
    lesson.write_text(lesson.read_text() + "\n{! " + call + " !}\n")
    env = Recorder(project)
    declare(env)

    assert "docs/lessons/02-brewing.md:" in env.show(call)


@pytest.mark.parametrize(("url", "root"), [("", "./"), ("about/", "../"), ("lessons/02-brewing/", "../../")])
def test_links_are_relative_to_the_page(project: Path, url: str, root: str) -> None:
    env = Recorder(project)
    declare(env)

    assert f'href="{root}sources/#adam-2020"' in env.show("cite('adam-2020')", url)


def test_each_page_with_commands_shows_how_many_it_has(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    for name, commands in (("boil", 1), ("pour", 2)):
        typed = '```console run="tea"\n' + "$ true\n" * commands + "```\n"
        head = f"---\ntitle: {name}\ndescription: D\n---\n\n"
        (docs / f"{name}.md").write_text(f"{head}{{! practice_header() !}}\n\n{typed}")
    env = Recorder(tmp_path)
    declare(env)

    assert "1 command<" in env.show("practice_header()", "boil/")
    assert "2 commands<" in env.show("practice_header()", "pour/")


def test_a_small_course_registers_every_call_and_nothing_else(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    docs_in(tmp_path)
    env = Recorder(tmp_path)
    declare(env)

    assert sorted(NAMES) == sorted(env.macros)
    assert [] == caplog.records


def test_each_problem_is_one_warning_and_is_shown_where_it_belongs(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    change(docs_in(tmp_path), "data/diagrams/cup.yml", "box: Saucer", "box: 1")
    env = Recorder(tmp_path)
    declare(env)

    assert [("mkdocs.course", logging.WARNING)] == [(record.name, record.levelno) for record in caplog.records]
    assert "docs/data/diagrams/cup.yml:6:8" in env.show("diagram('cup')", "lessons/01-drinks/")
    assert 'class="problem"' not in env.show("quiz('drinks')", "lessons/01-drinks/")


def test_a_part_that_cannot_be_shown_is_a_warning_even_if_nothing_was_told_of_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs_in(tmp_path)
    for found in ("of_calls", "of_files"):
        monkeypatch.setattr(f"macros.env.{found}", lambda _: set())
    env = Recorder(tmp_path)
    declare(env)
    shown = env.show("diagram('nope')", "lessons/01-drinks/")

    assert "This part cannot be shown yet." in shown
    assert 1 == caplog.text.count("docs/data/diagrams/nope.yml:1:1: there is no such file")
