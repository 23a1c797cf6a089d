"""Whatever a setting, a title or the name of a file holds, no page gets an element, attribute or address from it."""

import ast
import html
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup, Tag
from jinja2 import Environment, nodes
from mkdocs.config import load_config

from tests.builders import change, project_in
from tests.conftest import ROOT

UNESCAPED = {
    ("overrides/shell.html", "policy"): "our own policy, made of fixed words and a hash; quotes in it are read as such",
    ("overrides/shell.html", "rules"): "a stylesheet of the project itself",
    ("overrides/shell.html", "start | flush"): "the first script, made by partials/start.html, which escapes",
    ("overrides/partials/course-content.html", "page.content"): "what Markdown made, after the rules for pages",
    ("overrides/partials/course-content.html", "'<svg aria-hidden=\"true\" '"): "written in the template itself",
    (
        "overrides/partials/course-header.html",
        '\'<svg aria-hidden="true" width="24" \'',
    ): "written in the template itself",
    ("overrides/robots.txt", "config.site_url"): "no HTML, so what escapes it would change the address",
    ("macros/templates/chart.html.j2", "drawing"): "SVG that is written by ElementTree, which escapes",
    ("macros/templates/chart.html.j2", "cite((figure.source,))"): "made by citations.html.j2, which escapes",
    ("macros/templates/measured_chart.html.j2", "drawing"): "SVG that is written by ElementTree, which escapes",
    ("macros/templates/measured_chart.html.j2", "origin"): "made by citations.html.j2, or escaped",
    ("macros/templates/comparison.html.j2", "cite(sources, row.id)"): "made by numbers.html.j2, or citations.html.j2",
    ("macros/templates/figure_told.html.j2", "cite((figure.source,))"): "made by citations.html.j2",
    ("macros/templates/interactive_capacity.html.j2", "drawn"): "SVG that is written by ElementTree, which escapes",
    ("macros/templates/evidence.html.j2", "cite(cell.sources)"): "made by citations.html.j2",
    ("macros/templates/figure.html.j2", "drawing"): "SVG that is written by ElementTree",
    ("macros/templates/figure.html.j2", "cited"): "made by numbers.html.j2, or citations.html.j2",
    ("macros/templates/interactive.html.j2", "cited"): "made by numbers.html.j2, or citations.html.j2",
    ("macros/templates/interactive_failure.html.j2", "drawing"): "SVG that is written by ElementTree",
    ("macros/templates/interactive_layers.html.j2", "drawn"): "SVG that is written by ElementTree",
    ("macros/templates/interactive_race.html.j2", "drawn"): "SVG that is written by ElementTree",
    ("macros/templates/gallery.html.j2", "figure"): "made by figure.html.j2",
    ("macros/templates/glossary.html.j2", "cite(term.sources)"): "made by citations.html.j2",
    ("macros/templates/lesson_end.html.j2", "byline"): "made by byline.html.j2",
    ("macros/templates/pictograms.html.j2", "drawing"): "SVG that is written by ElementTree",
    ("macros/templates/head.html.j2", "graph"): "JSON in which nothing ends the script",
    ("macros/templates/specimen.html.j2", "drawing"): "SVG that is written by ElementTree",
    ("macros/templates/specimen.html.j2", "icon"): "SVG that is written by ElementTree",
    ("macros/templates/picture.html.j2", "drawing"): "SVG that is written by ElementTree",
    ("macros/templates/row.html.j2", "cite(cited(row, subjects), row.id)"): "made as in the table",
    ("macros/templates/answers.html.j2", "answer"): "what a page of this site has",
    ("macros/templates/booklet.html.j2", "html"): "articles of this site",
    ("macros/templates/booklet.html.j2", "site.picture"): "what the first page of this site has",
    ("macros/templates/booklet.html.j2", "css"): "our own stylesheet",
    ("macros/templates/book_chapter.xhtml.j2", "article"): "XML that is written by ElementTree",
    ("macros/templates/slides.html.j2", "slide.drawing"): "SVG that is written by ElementTree",
    ("macros/templates/slides.html.j2", "site.picture"): "what the first page of this site has",
    ("macros/templates/slides.html.j2", "css"): "our own stylesheet",
    ("macros/html/markup.py", "unbroken(_inline.renderInline(' '.join(text.splitlines())))"): "its renderer escapes",
    ("macros/hooks/escaping.py", "config.copyright"): "HTML by which a maintainer names licences, in mkdocs.yml",
}
"""Each value that reaches a page as it is, by its file, and why it may."""


TEMPLATES = sorted(file for folder in ("overrides", "macros/templates") for file in (ROOT / folder).rglob("*.*"))
MARKED = re.compile(r"(?:\{\{-?\s*|, )((?:(?!\{\{|\}\}).)*?)\s*\|\s*safe\b")


def unescaped() -> Iterator[tuple[str, str]]:
    """Yield each value that a template or a module takes for HTML, with its file."""
    for file in (file for file in TEMPLATES if file.suffix in {".html", ".txt", ".j2"}):
        text, name = file.read_text(), file.relative_to(ROOT).as_posix()
        yield from ((name, value) for value in MARKED.findall(text))
        tree = Environment(autoescape=True).parse(text)
        marks = [node.name for node in tree.find_all(nodes.Filter) if node.name == "safe"]

        assert len(MARKED.findall(text)) == len(marks), file
        assert [] == [*tree.find_all((nodes.ScopedEvalContextModifier, nodes.MarkSafe))]
    for file in (ROOT / "macros").rglob("*.py"):
        calls = [node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Call)]
        for call in (call for call in calls if ast.unparse(call.func).split(".")[-1] == "Markup"):
            yield file.relative_to(ROOT).as_posix(), ast.unparse(call.args[0])


def test_every_value_that_is_not_escaped_is_on_the_list() -> None:
    assert {*UNESCAPED} == {*unescaped()}


def test_no_template_of_the_theme_leaves_a_value_as_it_is() -> None:
    (theme,) = [Path(folder) for folder in load_config(str(ROOT / "mkdocs.yml")).theme.dirs if "material" in folder]
    files = [*theme.rglob("*.html")]

    assert 100 < len(files)
    assert [] == [file for file in files if re.search(r"\|\s*safe\b|autoescape|Markup", file.read_text())]


@dataclass(frozen=True)
class Words:
    """What is put into everything that has a name: once harmless, once hostile, and as alike as each can be."""

    text: str


PAIRS = {
    "without angle brackets": (Words("MARK"), Words("""\" x=' &quot; &lt;i&gt; {{7*7}} ' y=\"""")),
    "with angle brackets": (
        Words("MARK <"),
        Words("""\"><i>' x='&quot;</title><script>alert(1)</script><!-- {{7*7}}"""),
    ),
}
"""No title or description may hold those of the second pair: they are in everything else."""

PAGES = {
    "index.md": "# Start @ { #start }\n\n{! outline() !}\n\n{! course_card() !}\n",
    "lessons/01-drinks.md": "{! lesson_header() !}\n\n## Part @ { #part }\n\nTwo words.\n\n{! lesson_end() !}\n",
    "more.md": "{! downloads() !}\n\n{! comparison() !}\n",
    "other.md": "Words.\n",
}
"""The text of pages; what is a lesson has objectives."""


def settings(words: Words) -> dict[str, Any]:
    """Return every setting that reaches a page, with words in it; what holds addresses has them in an address."""
    text = words.text
    return {
        "site_name": f"site {text}",
        "site_description": f"about {text}.",
        "site_author": f"author {text}",
        "site_url": f"https://site.example/{text}/",
        "repo_url": f"https://repo.example/{text}",
        "repo_name": f"repo {text}",
        "edit_uri": f"edit/{text}/",
        "copyright": f"&copy; {html.escape(text)}",
        "nav": [
            {f"start {text}": "index.md"},
            {f"section {text}": ["lessons/01-drinks.md", {f"named {text}": "more.md"}, "other.md"]},
            {f"elsewhere {text}": f"https://else.example/?{text}"},
        ],
        "extra": {
            "at_once": {"assets/comparison.js": f"[data-filter] {text}"},
            "social": [{"icon": "fontawesome/brands/github", "link": f"https://c.example/{text}", "name": text}],
        },
    }


def written(project: Path, words: Words) -> None:
    """Put words into every setting, title, description, objective and heading of the small course."""
    text = json.dumps(f"T {words.text}")
    for path, body in PAGES.items():
        lesson = f"objectives: [{text}]\n" if path.startswith("lessons/") else ""
        # Braces would begin a call of a macro, or attributes.
        heading = html.escape(words.text, quote=False).replace("{", "&#123;").replace("}", "&#125;")
        front = f"---\ntitle: {text}\ndescription: {text}\n{lesson}---\n"
        (project / "docs" / path).write_text(front + body.replace("@", heading))
    change(project / "docs", "data/course.yml", "promise: How tea and coffee differ.", f"promise: {text}")
    change(project / "docs", "data/course.yml", "authors: somebody", f"authors: {text}")
    change(project / "docs", "data/course.yml", "licence: {name: CC BY 4.0,", f"licence: {{name: {text},")
    change(project / "docs", "data/comparison.yml", "title: Drinks", f"title: {text}")
    given = settings(words)
    kept = re.sub(
        rf"^(?:{'|'.join(given)}):.*\n(?: .*\n)*", "", (project / "mkdocs.yml").read_text(), flags=re.MULTILINE
    )
    kept = kept.replace("  features:\n", f"  features:\n    - {text}\n", 1)
    lines = [f"{key}: {json.dumps(value)}\n" for key, value in given.items()]
    (project / "mkdocs.yml").write_text("".join((kept, *lines)))


def built(project: Path, words: Words) -> Path:
    """Build the small course with these words in it and return the site."""
    project_in(project)
    written(project, words)
    return run(project)


def run(project: Path) -> Path:
    """Build a project, whatever the checks tell of it, and return the site."""
    command = [sys.executable, "-m", "mkdocs", "build"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000"}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)

    assert 0 == done.returncode, done.stderr
    return project / "site"


def parts(page: str) -> Iterator[str]:
    """Yield all elements of a page with their attributes, its texts and comments, in their order; JSON is read."""
    for node in BeautifulSoup(page, "html.parser").descendants:
        if isinstance(node, Tag):
            yield f"<{node.name}>"
            for name, value in node.attrs.items():
                yield f"{name}="
                yield re.sub(r"\.[0-9a-f]{8}\.", ".", value if isinstance(value, str) else " ".join(value))
        elif node.parent and "json" in str(node.parent.get("type", "")):
            yield json.dumps(json.loads(str(node)), ensure_ascii=False)
        else:
            yield f"{type(node).__name__}: {node}"


def without(part: str, words: Words) -> str:
    """Return a text, address or JSON with a sign in place of the words, however they are written there."""
    forms = {
        words.text,
        quote(words.text),
        quote(words.text, safe=":/?#[]@!$&'()*+,;=%"),
        json.dumps(words.text, ensure_ascii=False)[1:-1],
    }
    for form in sorted(forms, key=len, reverse=True):
        part = part.replace(form, "\0")
    return part


@pytest.fixture(scope="module", params=PAIRS)
def sites(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, ...]:
    """Return a harmless and a hostile site, each with the words in it."""
    old, new = PAIRS[request.param]
    return built(tmp_path_factory.mktemp("old"), old), old, built(tmp_path_factory.mktemp("new"), new), new


def test_every_page_is_the_same_but_for_the_words_in_it(sites: tuple[Path, Words, Path, Words]) -> None:
    before, old, after, new = sites
    harmless, hostile = (sorted(site.rglob("*.html")) for site in (before, after))

    assert 7 == len(harmless) == len(hostile)
    for one, other in zip(harmless, hostile, strict=True):
        pairs = [*zip([*parts(one.read_text())], [*parts(other.read_text())], strict=False)]
        different = [pair for pair in pairs if without(pair[0], old) != without(pair[1], new)]

        assert 150 < len(pairs)
        assert [] == different[:3], other
        assert len(pairs) == len([*parts(other.read_text())]) == len([*parts(one.read_text())])


def test_the_map_of_the_site_and_what_robots_read_hold_addresses_only(sites: tuple[Path, Words, Path, Words]) -> None:
    before, old, after, new = sites
    lines = [(site / "robots.txt").read_text().splitlines() for site in (before, after)]
    maps = [list(ET.parse(site / "sitemap.xml").iter()) for site in (before, after)]  # noqa: S314 - our own file

    assert 3 == len(lines[0]) == len(lines[1])
    assert [] == [two for one, two in zip(*lines, strict=True) if without(one, old) != without(two, new)]
    assert 9 <= len(maps[0]) == len(maps[1])
    assert [one.tag for one in maps[0]] == [two.tag for two in maps[1]]
    for one, two in zip(*maps, strict=True):
        assert without(one.text or "", old) == without(two.text or "", new)
        assert {} == two.attrib


def test_the_search_puts_no_html_into_a_page() -> None:
    script = (ROOT / "docs/assets/search.js").read_text()

    assert [] == re.findall("innerHTML|outerHTML|insertAdjacentHTML|document.write|createContextualFragment", script)


def test_a_title_is_no_template(tmp_path: Path) -> None:
    project_in(tmp_path)
    title = """{! cycler.__init__.__globals__.os.mkdir("ran") !}{!% set x = 1 %!}{!# no #!}"""
    change(tmp_path / "docs", "lessons/01-drinks.md", "title: Drinks", f"title: {json.dumps(title)}")
    change(
        tmp_path,
        "mkdocs.yml",
        "site_name:",
        f"nav: [index.md, {{{json.dumps(title)}: lessons/01-drinks.md}}]\nsite_name:",
    )
    page = BeautifulSoup((run(tmp_path) / "lessons/01-drinks/index.html").read_text(), "html.parser")

    assert [title] == [heading.text for heading in page.select("h1")]
    assert not (tmp_path / "ran").exists()


def test_words_of_a_language_stay_as_they_are(tmp_path: Path) -> None:
    project_in(tmp_path)
    shutil.copytree(tmp_path / "macros/locale/de", tmp_path / "macros/locale/uz")
    change(tmp_path, "mkdocs.yml", "language: en", "language: uz")
    page = BeautifulSoup((run(tmp_path) / "index.html").read_text(), "html.parser")
    (skip,) = page.select("a.skip")

    assert "Tarkibga o'tish" == skip.text


def test_another_generator_gets_escaped_heads(tmp_path: Path) -> None:
    heads = []
    words = (Words("MARK"), Words("""\" x=' &quot; &lt;i&gt; {{7*7}} y=\""""))
    for name, given in zip(("old", "new"), words, strict=True):
        project = tmp_path / name
        project.mkdir()
        project_in(project)
        written(project, given)
        command = [str(Path(sys.executable).with_name("zensical")), "build"]
        environment = {**os.environ, "PYTHONPATH": str(project), "NO_COLOR": "1"}
        done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)

        assert 0 == done.returncode, done.stdout + done.stderr
        pages = sorted((project / "site").rglob("index.html"))
        heads.append([[*parts(page.read_text().split("</head>")[0])] for page in pages])

    assert 6 == len(heads[0]) == len(heads[1])
    for one, two in zip(*heads, strict=True):
        assert 30 < len(one) == len(two)
        assert [] == [
            pair for pair in zip(one, two, strict=True) if without(pair[0], words[0]) != without(pair[1], words[1])
        ]
