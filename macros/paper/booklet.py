"""The whole course as one PDF: a cover, what is in it with the numbers of pages, and an article for each page."""

from io import BytesIO
from pathlib import Path
from typing import Any

from pikepdf import Pdf
from playwright.sync_api import Page

from macros.assembly.course import Course
from macros.html.markup import filled, plain
from macros.html.words import code
from macros.pages.page import address
from macros.paper.browser import opened, printed
from macros.paper.document import articles, built, rules
from macros.paper.site import Site
from macros.paper.tagged import Said, tagged

_NUMBER = """numbers => {
  for (const place of document.querySelectorAll('[data-page-of]')) place.textContent = numbers[place.dataset.pageOf];
}"""
_PLACES = """() => Object.fromEntries([...document.querySelectorAll('a[href^="#"]')].map(link => {
  const id = decodeURIComponent(link.hash.slice(1)), place = document.getElementById(id);
  return [id, (place?.querySelector('h1') ?? place)?.textContent.trim().replace(/\\s+/g, ' ').slice(0, 150) ?? id];
}))"""
"""What stands at each place that a link of the document leads to."""


def booklet(course: Course, site: Site) -> bytes:
    """Return the course as a PDF; raises ContentError when it has no card, ValueError without a browser."""
    card = course.need(course.card, "course")
    urls = [address(f"docs/{entry.path}") for entry in course.files.menu or () if entry.key == "nav"]
    pages = [*built(site.folder, urls)]
    found = articles(pages, site.home)
    html = filled("booklet.html.j2", articles=found, site=site, card=card, css=rules(pages) + style("booklet"))
    with opened(site, f"<!doctype html>{html}") as page:
        numbers = _numbers(printed(page), [name for name, _, _ in found])
        page.evaluate(_NUMBER, numbers)
        return tagged(printed(page), said(course, site), headings(page), _places(page))


def style(name: str) -> str:
    """Return a stylesheet of this wing."""
    return (Path(__file__).parent / f"{name}.css").read_text(encoding="utf-8")


def said(course: Course, site: Site) -> Said:
    """Return what a PDF of the course says of itself."""
    card = course.need(course.card, "course")
    return Said(site.title, code(), card.authors, plain(card.promise))


def _numbers(file: bytes, names: list[str]) -> dict[str, int]:
    """Return the page on which each of these places is."""
    with Pdf.open(BytesIO(file)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        places: Any = pdf.Root.get("/Dests", {})
        return {name: pages[places[f"/{name}"][0].objgen] for name in names if f"/{name}" in places}


def headings(page: Page) -> list[str]:
    """Return all headings of a document as they are written."""
    texts = page.locator(":is(h1, h2, h3, h4, h5, h6):visible").all_text_contents()
    return [" ".join(text.split()) for text in texts]


def _places(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(_PLACES)
    return found
