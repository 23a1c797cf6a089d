"""What a build publishes of hostile pages, strict or not: the hook puts every page through the gates."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from mkdocs.config import load_config

from macros.pages.templates import PageTemplates
from tests.builders import project_in
from tests.conftest import ROOT
from tests.hostile import PAYLOADS
from tests.pages.test_article import forbidden

HEAD = "---\ntitle: T\ndescription: D\n---\n"
FRONT = {
    "no.md": ("---\ntitle: no\ndescription: yes\n---\n", "no", "yes"),
    "minutes.md": ('---\ntitle: "1:30"\ndescription: 1:30\n---\n', "1:30", "1:30"),
    "day.md": ("---\ntitle: 2026-11-23\ndescription: 1_000\n---\n", "2026-11-23", "1_000"),
    "quoted.md": ("---\ntitle: 'a \"b\" c'\ndescription: 'x\" y=\"z'\n---\n", 'a "b" c', 'x" y="z'),
    "rules.md": ("---\ntitle: a\ndescription: b\n---\n---\ntitle: c\n---\n", "a", "b"),
}
"""Front matter that others read as something else; with the title and the description that are meant."""

FAULTY = {
    "dots.md": "---\ntitle: evil\ndescription: D\n...\nrender_macros: false\n",
    "open.md": "---\ntitle: evil\ndescription: D\n",
    "headers.md": "title: evil\ntemplate: nowhere.html\n\ntext\n",
    "keys.md": "---\ntitle: evil\ndescription: D\ntemplate: nowhere.html\nrender_macros: false\n---\n",
    "list.md": "---\n- title: evil\n---\n",
}
"""Front matter that is none of ours: nothing in it counts."""


ENDING = ["[a](https://[bad)", "[a](mailto://a\u2100b)", "- " * 491 + "a", "- /// note\n# a\n/// tip", "<![if a]>"]
"""What ended a build, or kept it busy for ever."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = project_in(tmp_path_factory.mktemp("hostile"))
    for number, payload in enumerate([*PAYLOADS, *ENDING]):
        (folder / f"docs/payload-{number}.md").write_text(f"{HEAD}Before.\n\n{payload}\n\nAfter.\n")
    for name, (head, _, _) in FRONT.items():
        (folder / "docs" / name).write_text(f"{head}Text.\n")
    for name, text in FAULTY.items():
        (folder / "docs" / name).write_text(f"{text}Text.\n")
    (folder / "docs/assets/x.js").write_text("ran()")
    return folder


@pytest.fixture(scope="module")
def built(project: Path) -> subprocess.CompletedProcess[str]:
    return run(project)


def run(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=project, env=settings, capture_output=True, text=True, check=False)


def articles(project: Path, pattern: str) -> Iterator[tuple[str, str]]:
    """Yield name and article of pages, without what the site itself adds: links, roles, the box with their problems."""
    for page in sorted((project / "site").glob(f"{pattern}/index.html")):
        article = BeautifulSoup(page.read_text(), "html.parser").select_one("article")
        assert article
        for own in article.select(".edits, .problem, link[rel=stylesheet], .tasks__box"):
            own.decompose()
        for room in article.select("div.wide[role=group]"):
            room.unwrap()
        for head in article.select("th[scope=col]"):
            del head["scope"]
        for image in article.select("img[loading=lazy]"):
            del image["loading"]
        yield page.parent.name, article.decode_contents()


def test_nothing_hostile_is_published_beside_its_problem(
    project: Path, built: subprocess.CompletedProcess[str]
) -> None:
    found = dict(articles(project, "payload-*"))

    assert len(PAYLOADS) + len(ENDING) == len(found)
    assert {} == {name: [*forbidden(html)] for name, html in found.items() if [*forbidden(html)]}
    assert "Traceback" not in built.stderr
    assert not (project / "site/assets/x.js").exists()


def test_every_page_that_loses_something_says_so_at_its_head_and_in_the_log(
    project: Path, built: subprocess.CompletedProcess[str]
) -> None:
    names = {page.parent.name for page in (project / "site").glob("payload-*/index.html")}
    boxed = {name for name in names if "cannot be published yet" in (project / f"site/{name}/index.html").read_text()}
    logged = {name for name in names if f"docs/{name}.md:" in built.stderr}

    assert boxed == logged
    assert len(boxed) > 45


@pytest.mark.usefixtures("built")  # which keeps what Markdown makes of the pages that take long
def test_a_strict_build_fails_and_says_what_the_check_says(project: Path) -> None:
    strict = run(project, "--strict")
    check = subprocess.run([sys.executable, "-m", "macros"], cwd=project, capture_output=True, text=True, check=False)
    told = [line for line in check.stderr.splitlines() if line.startswith("docs/payload-")]

    assert (1, 1) == (strict.returncode, check.returncode)
    assert 45 < len(told)
    assert [] == [line for line in told if line not in strict.stderr]


def test_pages_have_the_titles_that_the_check_has_read(project: Path, built: subprocess.CompletedProcess[str]) -> None:
    assert 0 == built.returncode
    for name, (_, title, description) in FRONT.items():
        page = BeautifulSoup((project / "site" / name.removesuffix(".md") / "index.html").read_text(), "html.parser")
        (meta,) = page.select("meta[name=description]")

        assert page.title
        assert page.title.text.startswith(f"{title} - ")
        assert description == meta["content"]


def test_nothing_of_refused_front_matter_counts(project: Path, built: subprocess.CompletedProcess[str]) -> None:
    for name in FAULTY:
        page = BeautifulSoup((project / "site" / name.removesuffix(".md") / "index.html").read_text(), "html.parser")

        assert page.title
        assert "evil" not in page.title.text
        assert f"docs/{name}:" in built.stderr


def test_the_plugin_makes_templates_in_the_gate_alone() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    plugin: Any = config.plugins.on_config(config).plugins["macros"]

    assert isinstance(plugin.env, PageTemplates)
    assert not plugin.has_j2("{! rules() !}")
