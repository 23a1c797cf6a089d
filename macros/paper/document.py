"""The built pages as one document: their articles in the order of the menu, with links that lead within it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag, urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.paper.links import noted
from macros.paper.worksheet import worksheet

_ON_SCREEN = "[data-review], .sheet, .gallery, .pictograms"
"""What makes a page one for the screen: it asks again, is printed as a sheet of its own, or lists what can be drawn."""

_LEFT_OUT = (
    ".edits, .share, .headerlink, .filter, .rows, .own-run, .take-away, .in-words, .steps__turn, "
    ".comparison__subject, .lesson-header__boxes, input, button, script, template, noscript, nav"
)
_NAMING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers")
"""Attributes that hold ids."""


@dataclass(frozen=True)
class Built:
    """A built page: its address relative to the root of the site, its title, its article, and the rules it holds."""

    url: str
    title: str
    article: LexborNode
    rules: str

    @property
    def id(self) -> str:
        """Return what the page is called within the document."""
        return "page-" + self.url.strip("/").replace("/", "-")


def built(site: Path, urls: Iterable[str]) -> Iterator[Built]:
    """Yield the pages with these addresses that are for paper, too."""
    for url in urls:
        tree = LexborHTMLParser((site / url / "index.html").read_text(encoding="utf-8"))
        article = tree.css_first("article")
        heading = article.css_first("h1") if url and article and not article.css(_ON_SCREEN) else None
        if article and heading:
            rules = "".join(style.text() for style in tree.css("head style"))
            yield Built(url, " ".join(heading.text().split()), article, rules)


def rules(pages: Iterable[Built]) -> str:
    """Return the rules that pages hold, each once."""
    return "".join(dict.fromkeys(page.rules for page in pages))


def articles(pages: Sequence[Built], home: str) -> list[tuple[str, str, str]]:
    """Return the name, the title and the HTML of each page, made for one document; home is the site's address."""
    ids = {page.url: page.id for page in pages}
    for page in pages:
        _for_paper(page.article)
        _linked(page, ids, home)
    return [(page.id, page.title, page.article.inner_html or "") for page in pages]


def still(article: LexborNode) -> None:
    """Leave out what only a page with scripts can do, put all answers at the end, and open what is folded."""
    for part in article.css(_LEFT_OUT):
        part.decompose()
    worksheet(article)
    for folded in article.css("details"):
        folded.attrs["open"] = ""


def _for_paper(article: LexborNode) -> None:
    """Keep what paper shows, name each drawing by all that it shows, and spell out addresses."""
    for narrow in article.css(".diagram__narrow"):
        narrow.decompose()
    still(article)
    for figure in article.css("figure"):
        figure.attrs["role"] = "group"  # a figure of a tagged PDF is the drawing in it
    for drawing in article.css("svg[role=img]"):
        named(drawing)
    noted(article)


def named(drawing: LexborNode) -> None:
    """Let a drawing be called what its title and its description say: a tagged PDF has one text for it."""
    said = [part.text().strip() for part in (drawing.css_first("title"), drawing.css_first("desc")) if part]
    drawing.attrs["aria-label"] = ". ".join(filter(None, said))


def _linked(page: Built, ids: Mapping[str, str], home: str) -> None:
    """Give each id of a page its own name within the document, and let links lead there, or to the site."""
    for part in page.article.css("[id]"):
        part.attrs["id"] = f"{page.id}--{part.attrs['id']}"
    for name in _NAMING:
        for part in page.article.css(f"[{name}]"):
            part.attrs[name] = " ".join(f"{page.id}--{one}" for one in (part.attrs[name] or "").split())
    for link in page.article.css("a[href]"):
        link.attrs["href"] = _address(link.attrs["href"] or "", page, ids, home)
    for picture in page.article.css("img[src]"):
        picture.attrs["src"] = urljoin(home + page.url, picture.attrs["src"] or "")


def _address(href: str, page: Built, ids: Mapping[str, str], home: str) -> str:
    """Return where a link leads: to a place in the document if its page is there, else to that page in the web."""
    whole, fragment = urldefrag(urljoin(home + page.url, href))
    found = ids.get(whole.removeprefix(home)) if whole.startswith(home) else None
    if not found:
        return f"{whole}#{fragment}" if fragment else whole
    return f"#{found}--{fragment}" if fragment else f"#{found}"
