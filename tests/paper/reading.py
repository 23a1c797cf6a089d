"""What is wrong with a printed PDF, read from its tags and its text by other programs than those that wrote it."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pdfua
from pikepdf import Array, Dictionary, Object, Pdf

from tests.conftest import lacking

HALF = 0.5
"""How far down the last words of a page stand at least, unless something begins on the next one."""


@dataclass(frozen=True)
class Tag:
    """An element of the tree of tags: what it is, the element, and the pages on which it stands."""

    name: str
    element: Object
    pages: frozenset[int]


def tags(pdf: Pdf) -> list[Tag]:
    """Return all elements in the order in which they are read."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    return [*_tags(pdf.Root.StructTreeRoot.K, numbers)]


def _tags(element: Object, numbers: dict[tuple[int, int], int]) -> Iterator[Tag]:
    if isinstance(element, Array):
        for part in element:
            yield from _tags(part, numbers)
    elif isinstance(element, Dictionary) and "/S" in element:
        inner = [*_tags(element.K, numbers)] if "/K" in element else []
        own = {numbers[page.objgen] for page in _pages(element)}
        yield Tag(str(element.S)[1:], element, frozenset(own.union(*(tag.pages for tag in inner))))
        yield from inner


def _pages(element: Object) -> Iterator[Object]:
    """Yield the pages of what an element itself shows. The area of a link may reach beyond the edge of its page."""
    shown = element.get("/K")
    kids = [*shown] if isinstance(shown, Array) else [] if shown is None else [shown]
    for kid in kids:
        if isinstance(kid, Dictionary) and "/S" not in kid and kid.get("/Type") != "/OBJR":
            yield kid.Pg if "/Pg" in kid else element.Pg
        elif not isinstance(kid, Dictionary) and "/Pg" in element:
            yield element.Pg


def faults(file: Path) -> Iterator[str]:
    """Yield what keeps a PDF from being read aloud: by a checker of PDF/UA, and by what that does not look at."""
    for finding in pdfua.validate(str(file)).findings:
        yield f"{finding.rule_id}: {finding.message}"
    with Pdf.open(file) as pdf:
        yield from pdf.check_pdf_syntax()
        yield from _of_the_whole(pdf)
        found = tags(pdf)
        yield from (
            f"a figure without words on {sorted(tag.pages)}"
            for tag in _named(found, "Figure")
            if not tag.element.get("/Alt")
        )
        yield from _of_headings([int(tag.name[1:]) for tag in found if re.fullmatch(r"H\d", tag.name)])
        for table in _named(found, "Table"):
            inner = [*_tags(table.element.K, {page.obj.objgen: 0 for page in pdf.pages})]
            if not _named(inner, "TH"):
                yield f"a table without headers on {sorted(table.pages)}"


def _named(found: list[Tag], name: str) -> list[Tag]:
    return [tag for tag in found if tag.name == name]


def _of_the_whole(pdf: Pdf) -> Iterator[str]:
    with pdf.open_metadata() as metadata:
        if metadata.get("pdfuaid:part") != "1":
            yield "it does not say that it is PDF/UA-1"
        if metadata.get("dc:title") != str(pdf.docinfo.get("/Title")):
            yield "its two titles differ"
    if not pdf.Root.get("/Lang") or not pdf.Root.ViewerPreferences.get("/DisplayDocTitle"):
        yield "it has no language, or shows no title"
    known = {str(name) for name in pdf.Root.StructTreeRoot.RoleMap}
    yield from (
        f"the tag {tag.name} is of PDF 2.0" for tag in tags(pdf) if tag.name in _NEWER and f"/{tag.name}" not in known
    )


_NEWER = {"Strong", "Em", "Aside", "FENote", "Title", "Sub", "DocumentFragment"}


def _of_headings(levels: list[int]) -> Iterator[str]:
    if levels[:1] != [1]:
        yield "the first heading is none of the first level"
    yield from (
        f"a heading {after} follows one of level {before}" for before, after in pairwise(levels) if after > before + 1
    )


def rows(pdf: Pdf) -> list[tuple[Tag, list[Tag]]]:
    """Return the rows of all tables, less those of headers alone, each with what is in it."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    found = [(tag, [*_tags(tag.element.K, numbers)]) for tag in tags(pdf) if tag.name == "TR"]
    return [(tag, inner) for tag, inner in found if _named(inner, "TD")]


def outline(file: Path) -> list[str]:
    """Return the titles of the first level of the outline."""
    with Pdf.open(file) as pdf, pdf.open_outline() as found:
        return [item.title for item in found.root]


def words(file: Path, *options: str) -> str:
    """Return the text of a PDF as another program reads it."""
    program = shutil.which("pdftotext")
    if not program:
        lacking("there is no pdftotext, so nothing printed was read: install poppler-utils")
    return subprocess.run([program, *options, str(file), "-"], capture_output=True, text=True, check=True).stdout


def filled(file: Path) -> list[float]:
    """Return how far down the last word of each page stands, as a part of its height; its number does not count."""
    return [_filled(page) for page in words(file, "-bbox").split("<page ")[1:]]


def _filled(page: str) -> float:
    height = float(re.findall(r'height="([\d.]+)"', page)[0])
    bottoms = [float(bottom) / height for bottom in re.findall(r'yMax="([\d.]+)"', page)]
    return max((bottom for bottom in bottoms if bottom < 0.95), default=0)
