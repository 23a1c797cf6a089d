"""The book itself: an EPUB 3, which is a zip of XHTML files and of what says in which order they are read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED

from macros.assembly.course import Course
from macros.book.chapters import Chapter, chapters
from macros.book.cover import WIDE, cover
from macros.book.xhtml import element, text, written
from macros.content.card import credited
from macros.diagram.raster import png
from macros.diagram.standalone import coloured, stylesheet
from macros.html.markup import filled
from macros.outputs.archive import archive
from macros.outputs.printed import BOOK
from macros.pages.page import address
from macros.paper.document import built
from macros.paper.links import node
from macros.paper.site import Site, moment

_MIMETYPE = "mimetype"
_FOLDER = "book"
_KINDS = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp"}
"""What images of pages can be."""

_PARTS = {"glossary": "glossary", "bibliography": "bibliography"}
"""What a book calls a chapter that is such a part of it, by the call that shows it."""


def book(course: Course, site: Site, css: str) -> bytes:
    """Return the course as an EPUB, its drawings in the colours of a stylesheet.

    Raises ContentError when the course has no card.
    """
    card, sheet = course.need(course.card, "course"), stylesheet(css)
    urls = [address(f"docs/{entry.path}") for entry in course.files.menu or () if entry.key == "nav"]
    found, images = chapters([*built(site.folder, urls)], site.home, sheet)
    first = element(node(site.picture)) if site.picture else None
    picture = png(coloured(cover(site.title, first), sheet), WIDE)
    said = {"card": card, "credit": credited(card), "parts": dict(_parts(course, found)), **_said(site)}
    kinds = {path: _KINDS[Path(path).suffix.lower()] for path in images}
    files: list[tuple[str, str | bytes]] = [*_files(found, images=kinds, **said), ("cover.png", picture)]
    files += [(path, (site.folder / source).read_bytes()) for path, source in images.items()]
    outside = [(_MIMETYPE, "application/epub+zip"), ("META-INF/container.xml", filled("book_root.xml.j2"))]
    return archive([*outside, *((f"{_FOLDER}/{path}", file) for path, file in files)], ZIP_DEFLATED, {_MIMETYPE})


def _said(site: Site) -> dict[str, Any]:
    """Return what a book says of where it is from: it is the same book in each of its versions."""
    made = moment().strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"site": site, "id": uuid5(NAMESPACE_URL, site.home + BOOK), "made": made}


def _files(found: list[Chapter], **said: Any) -> Iterator[tuple[str, str]]:
    """Yield what a book says of itself, its look, and its chapters."""
    yield "package.opf", filled("book_package.opf.j2", chapters=found, **said)
    yield "contents.xhtml", filled("book_contents.xhtml.j2", chapters=found, text=text, **said)
    yield "title.xhtml", filled("book_title.xhtml.j2", **said)
    yield "book.css", (Path(__file__).parent / "book.css").read_text(encoding="utf-8")
    for chapter in found:
        yield chapter.file, filled("book_chapter.xhtml.j2", title=chapter.title, article=written(chapter.article))


def _parts(course: Course, found: list[Chapter]) -> Iterator[tuple[str, Chapter]]:
    """Yield what a reading app can lead to by what it is."""
    by_url = {chapter.url: chapter for chapter in found}
    for call, part in _PARTS.items():
        page = course.files.showing(call)
        if page and page.url in by_url:
            yield part, by_url[page.url]
