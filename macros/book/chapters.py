"""The chapters of a book: the articles of the site that are for paper, too, each as a file of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urldefrag, urljoin
from xml.etree import ElementTree as ET

from macros.book.drawings import in_colour
from macros.book.tables import labelled
from macros.book.xhtml import element, plain
from macros.paper.document import Built, still

if TYPE_CHECKING:
    from macros.diagram.style import Stylesheet

_LEFT_OUT = (
    ".operated__controls, .failure__alone, .failure__verdict, .failure__said [data-part='']:not([data-current]), "
    ".views__changed, .views__command [aria-hidden], .capacity__own, .decision__progress, .comparison__more, "
    "span[hidden], select"
)
"""What paper hides by its stylesheet: not every reading app would."""


@dataclass(frozen=True)
class Chapter:
    """A page of the site as a file of the book."""

    url: str
    file: str
    title: str
    article: ET.Element

    @cached_property
    def places(self) -> frozenset[str]:
        """Return the ids in it, to which a link can lead."""
        return frozenset(filter(None, (part.get("id") for part in self.article.iter())))

    @property
    def sections(self) -> list[ET.Element]:
        """Return its headings of the second level."""
        return [*self.article.iter("h2")]

    @property
    def draws(self) -> bool:
        """Tell whether it holds a drawing, which a book says of each of its files."""
        return any(True for _ in self.article.iter("svg"))


def chapters(pages: Sequence[Built], home: str, sheet: "Stylesheet") -> tuple[list[Chapter], dict[str, str]]:
    """Return the chapters, and the images in them: their paths in the site by those in the book."""
    made = {page.url: Chapter(page.url, f"{page.id}.xhtml", page.title, _article(page, sheet)) for page in pages}
    images: dict[str, str] = {}
    for chapter in made.values():
        for part in chapter.article.iter("a"):
            if "href" in part.attrib:
                part.set("href", _leads_to(part.get("href", ""), chapter, made, home))
        for part in chapter.article.iter("img"):
            path = urljoin(home + chapter.url, part.get("src", "")).removeprefix(home)
            images[f"images/{path.replace('/', '-')}"] = unquote(path)
            part.set("src", f"images/{path.replace('/', '-')}")
    return [*made.values()], images


def _article(page: Built, sheet: "Stylesheet") -> ET.Element:
    """Return the article of a page as a book has it, each of its headings with an id."""
    still(page.article)
    for part in page.article.css(_LEFT_OUT):
        part.decompose()
    for link in page.article.css("a[href^='#']:is(h2 > a, h3 > a, h4 > a, .comparison__anchor)"):
        del link.attrs["href"]  # it leads to where it stands
    made = element(page.article)
    made.attrib.clear()
    in_colour(made, sheet)
    plain(made)
    labelled(made)
    for number, heading in enumerate(made.iter("h2"), 1):
        heading.set("id", heading.get("id") or f"section-{number}")
    return made


def _leads_to(href: str, chapter: Chapter, chapters: Mapping[str, Chapter], home: str) -> str:
    """Return where a link leads: to a place in the book if its page is there, else to that page in the web."""
    whole, fragment = urldefrag(urljoin(home + chapter.url, href))
    found = chapters.get(whole.removeprefix(home)) if whole.startswith(home) else None
    if not found:
        return f"{whole}#{fragment}" if fragment else whole
    place = unquote(fragment)
    return f"{found.file}#{quote(place)}" if place in found.places else found.file
