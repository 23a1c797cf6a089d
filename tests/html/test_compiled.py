"""A compiled template that is kept is what Jinja would make of its text now, or is not run."""

from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from jinja2.filters import FILTERS
from mkdocs.config import load_config
from mkdocs.structure.files import Files

from macros.hooks import build_speed, published
from macros.html import markup
from macros.html.compiled import kept_templates, unfolded
from tests.conftest import ROOT
from tests.reading.test_cache import SPOILT

TEMPLATES = {"a": "{% if true %}\n<b>{{ '&' }}</b>{% endif %}", "b": "{% if true %}\n<i>{{ '&' }}</i>{% endif %}"}
RIGHT = ["\n<b>&amp;</b>", "\n<i>&amp;</i>"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("macros.reading.cache.FOLDER", tmp_path)
    return tmp_path / "templates"


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """Return a list that grows with each template that is compiled."""
    names: list[str | None] = []
    compiles = Environment.compile

    def compile_(self: Environment, source: Any, name: str | None = None, *rest: Any, **more: Any) -> Any:
        names.append(name)
        return compiles(self, source, name, *rest, **more)

    monkeypatch.setattr(Environment, "compile", compile_)
    return names


def shown(texts: dict[str, str], **settings: Any) -> list[str]:
    jinja = Environment(loader=DictLoader(texts), bytecode_cache=kept_templates("mkdocs-material"), autoescape=True)
    vars(jinja).update(settings)
    return [jinja.get_template(name).render() for name in texts]


def test_templates_are_compiled_once(compiled: list[str | None], folder: Path) -> None:
    assert [RIGHT, RIGHT] == [shown(TEMPLATES), shown(TEMPLATES)]
    assert ["a", "b"] == compiled
    assert 2 == len([*folder.iterdir()])


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_compiled_template_that_does_not_fit_is_compiled_anew(
    compiled: list[str | None], folder: Path, spoil: Callable[[Path], object]
) -> None:
    shown(TEMPLATES)
    spoil(min(folder.iterdir()))
    compiled.clear()

    assert RIGHT == shown(TEMPLATES)
    assert {*compiled} in ({"a"}, {"b"}, {"a", "b"})
    compiled.clear()
    assert RIGHT == shown(TEMPLATES)
    assert [] == compiled


def test_a_template_is_compiled_anew_when_its_text_or_a_setting_changes(folder: Path) -> None:
    shown(TEMPLATES)

    assert ["new"] == shown({"a": "new"})
    assert RIGHT == shown(TEMPLATES)
    assert [text.replace("&amp;", "&") for text in RIGHT] == shown(TEMPLATES, autoescape=False)
    assert [text.strip() for text in RIGHT] == shown(TEMPLATES, trim_blocks=True)
    assert [*TEMPLATES.values()] == shown(
        TEMPLATES, variable_start_string="{!", variable_end_string="!}", block_start_string="{!%"
    )
    assert 2 == len([*folder.iterdir()])


def upgraded(package: str, asked: str) -> str:
    return "999" if package == asked else version(asked)


def test_a_template_is_compiled_anew_after_an_upgrade(
    compiled: list[str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    for package in ("jinja2", "markupsafe", "mkdocs-material"):
        shown(TEMPLATES)
        compiled.clear()
        with monkeypatch.context() as patch:
            patch.setattr("macros.reading.cache.version", partial(upgraded, package))
            shown(TEMPLATES)

        assert ["a", "b"] == compiled, package


def named(name: str, _: str) -> str:
    return name


def test_what_a_filter_makes_of_a_constant_is_never_kept() -> None:
    for name in ("main.11111111.css", "main.22222222.css"):
        jinja = Environment(
            autoescape=True,
            loader=DictLoader({"a": "{{ 'main.*.css' | asset }}{% set x = 'main.*.css' | asset %}, {{ x }}"}),
            bytecode_cache=kept_templates(),
        )
        jinja.filters["asset"] = unfolded(partial(named, name))

        assert f"{name}, {name}" == jinja.get_template("a").render()


def test_no_filter_of_ours_is_folded_into_a_template() -> None:
    config = build_speed.on_config(load_config(str(ROOT / "mkdocs.yml")))
    theme = build_speed.on_env(published.on_env(config.theme.get_env(), config, Files([])), config, Files([]))
    ours = {name: work for jinja in (theme, markup._templates) for name, work in jinja.filters.items()}  # noqa: SLF001 - the one environment of our templates
    ours = {name: work for name, work in ours.items() if FILTERS.get(name) is not work}

    assert {"asset", "place", "inline", "plain", "url"} <= ours.keys()
    assert [] == [name for name, work in ours.items() if "context" not in str(getattr(work, "jinja_pass_arg", ""))]


def test_where_nothing_can_be_kept_templates_are_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compiled: list[str | None]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr("macros.reading.cache.FOLDER", tmp_path / "file")

    assert [RIGHT, RIGHT] == [shown(TEMPLATES), shown(TEMPLATES)]
    assert ["a", "b"] * 2 == compiled
