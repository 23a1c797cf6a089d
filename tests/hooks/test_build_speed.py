"""Work that is spared to the generator changes nothing of what it makes."""

from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs_macros import context

from macros.hooks.build_speed import on_config, on_env, on_nav, on_startup
from tests.conftest import ROOT

NOTHING: Any = None


@pytest.fixture
def config() -> MkDocsConfig:
    return load_config(str(ROOT / "mkdocs.yml"))


def test_the_files_of_the_theme_are_the_same_without_a_look_at_its_icons(config: MkDocsConfig) -> None:
    found = []
    for loader in (FileSystemLoader(config.theme.dirs), on_config(config).theme.get_env().loader):
        files = Files([])
        files.add_files_from_theme(Environment(autoescape=True, loader=loader), config)
        found.append({file.src_uri: file.abs_src_path for file in files})

    assert 40 < len(found[0])
    assert found[0] == found[1]


def test_everybody_gets_the_one_environment(config: MkDocsConfig) -> None:
    theme = on_config(config).theme

    assert theme.get_env() is theme.get_env()


def test_each_page_and_section_knows_its_place_among_its_neighbours() -> None:
    pages = [SimpleNamespace(children=None) for _ in range(5)]
    section = SimpleNamespace(children=pages[2:])
    nav: Any = SimpleNamespace(items=[*pages[:2], section])
    on_nav(nav, NOTHING, NOTHING)
    place = on_env(Environment(autoescape=True), NOTHING, NOTHING).filters["place"]

    assert [0, 1, 0, 1, 2] == [place(NOTHING, page) for page in pages]
    assert (2, 0) == (place(NOTHING, section), place(NOTHING, None))


def test_git_is_not_started_for_what_no_page_can_use(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Any] = []
    monkeypatch.setattr(context, "get_git_info", lambda: started.append("git"))
    monkeypatch.setattr("gc.set_threshold", lambda _: None)
    on_startup(command="build", dirty=False)

    assert {} == vars(context)["get_git_info"]()
    assert [] == started
