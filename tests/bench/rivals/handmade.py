"""A page as a person would write it by hand: the lesson, a line of links, and only the styles that it needs."""

from html import escape
from pathlib import Path

import markdown

from macros.pages.page import Page
from macros.publish.names import names
from macros.publish.stylesheet import divided
from tests.bench.lessons import pages, with_addresses
from tests.bench.rivals.drawing import stylesheet
from tests.bench.tools import ROOT

_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<meta name="description" content="{description}">
<link rel="icon" href="data:,">
{style}</head>
<body>
<nav>{links}</nav>
<main>
<h1>{title}</h1>
{article}
</main>
</body>
</html>
"""


def build(site: Path, _address: str, _work: Path) -> None:
    """Write the lessons into a folder."""
    write(ROOT / "docs", site)


def write(docs: Path, site: Path) -> None:
    """Write the lessons of a course into a folder, each as one file that needs no other."""
    lessons = [(page, text) for page, text in pages(docs) if page.path.startswith("docs/lessons/")]
    links = " ".join(f'<a href="../../{page.url}">{escape(page.front_matter.title)}</a>' for page, _ in lessons)
    css = f"{(Path(__file__).parent / 'page.css').read_text(encoding='utf-8')}\n{stylesheet()}"
    for page, text in lessons:
        file = site / page.url / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        plain = _written(page, text, links, "")
        # Written out by hand, a page has no rule that nothing on it uses.
        needed = divided(css, names([plain]), [], [], ()).first
        file.write_text(_written(page, text, links, f"<style>{needed}</style>\n"), encoding="utf-8")
    (site / "robots.txt").write_text("User-agent: *\nAllow: /\n", encoding="utf-8")


def _written(page: Page, text: str, links: str, style: str) -> str:
    article = markdown.markdown(with_addresses(text, page), extensions=["tables", "fenced_code"])
    about = page.front_matter
    return _PAGE.format(
        title=escape(about.title), description=escape(about.description), style=style, links=links, article=article
    )
