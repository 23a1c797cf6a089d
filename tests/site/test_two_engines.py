"""The same lessons and data, built by MkDocs and by Zensical: the articles say, link and draw the same."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup, Tag

from macros.outputs.generated import main
from tests.builders import project_in, whole_project_in

HOME = "https://site.test/"
TOLD = "script[type='application/ld+json'], meta[property^='og:image'], meta[name^='twitter:'], head > title"


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site as Zensical builds it."""
    project = whole_project_in(tmp_path_factory.mktemp("zensical"))
    zensical = shutil.which("zensical", path=str(Path(sys.executable).parent))

    assert zensical
    settings = {**os.environ, "PYTHONPATH": str(project), "NO_COLOR": "1"}
    built = subprocess.run([zensical, "build"], cwd=project, env=settings, capture_output=True, text=True, check=False)
    assert 0 == built.returncode, built.stdout + built.stderr
    return project / "site"


def articles(site: Path) -> dict[str, Tag]:
    """Return the articles by their addresses, with links that begin at the site's root."""
    found = {}
    for file in sorted(site.rglob("index.html")):
        url = file.parent.relative_to(site).as_posix().removeprefix(".")
        article = BeautifulSoup(file.read_text(), "html.parser").select_one("article")
        if article:
            for own in article.select(".aside__kind, .console__note, .footnote, .footnotes, .sheet__foot"):
                own.decompose()  # told by our hooks alone, which also move footnotes
            for sign in article.select(".headerlink"):  # there the link to a heading stands behind it
                sign.string = ""
            for term in article.select("a.term"):  # found by our hooks alone
                term.unwrap()
            for edit in article.select(".edits, a[rel=edit]"):  # without hooks, the pencil leads to the page itself
                edit.decompose()
            for link in article.select("a[href]"):
                link["href"] = urljoin(f"{HOME}{url}/", str(link["href"]))
            found[url] = article
    return found


def text(article: Tag) -> str:
    return " ".join(article.get_text(" ").split())


def parts(article: Tag, selector: str) -> list[str]:
    return [str(part) for part in article.select(selector)]


def test_both_build_the_same_pages(site: Path, other: Path) -> None:
    assert 12 <= len(articles(site))
    assert articles(site).keys() == articles(other).keys()


def test_every_article_is_the_same(site: Path, other: Path) -> None:
    one, two = articles(site), articles(other)
    for url in one:
        assert text(one[url]) == text(two[url]), url
        for selector in ("table[class]:not(.plain)", "svg.dg", "figure[class]:not(.console:not(.transcript))"):
            assert parts(one[url], selector) == parts(two[url], selector), (url, selector)
        links = [[link["href"] for link in article.select("a[href]")] for article in (one[url], two[url])]
        assert links[0] == links[1], url


def test_the_files_that_are_made_can_be_added(
    site: Path, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(whole)
    main(tmp_path)
    added = {file.relative_to(tmp_path).as_posix(): file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}

    assert len(added) > 12
    assert [] == [path for path in added if (site / path).read_bytes() != added[path]]


def told(site: Path) -> dict[str, list[str]]:
    """Return what the heads of the pages of a site say to machines, by their paths."""
    heads = {file: BeautifulSoup(file.read_text(), "html.parser").select(TOLD) for file in site.rglob("index.html")}
    return {file.relative_to(site).as_posix(): [str(tag) for tag in head] for file, head in heads.items()}


def test_the_heads_of_its_pages_say_the_same_to_machines(
    site: Path, other: Path, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = shutil.copytree(other, tmp_path / "site")
    monkeypatch.chdir(whole)
    main(built)
    said = [told(folder) for folder in (site, built)]

    assert said[0] == said[1]
    assert len(said[0]["index.html"]) > 5


def test_a_generator_without_hooks_runs_nothing_of_a_page(tmp_path: Path) -> None:
    project = project_in(tmp_path)
    touched = tmp_path / "touched"
    call = f"{{! lipsum.__globals__.os.system('touch {touched}') !}}"
    (project / "docs/evil.md").write_text(f"---\ntitle: T\ndescription: D\n---\n{call}\n")
    zensical = shutil.which("zensical", path=str(Path(sys.executable).parent))

    assert zensical
    settings = {**os.environ, "PYTHONPATH": str(project), "NO_COLOR": "1"}
    subprocess.run([zensical, "build"], cwd=project, env=settings, capture_output=True, check=False)
    assert not touched.exists()
