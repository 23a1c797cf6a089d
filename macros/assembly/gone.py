"""Addresses that were published and are gone: whoever kept one shall be led on."""

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath

from macros.assembly.addresses import addresses
from macros.assembly.files import Files
from macros.content.comparison import Row
from macros.reading.kinds import PUBLISHED
from macros.reading.problem import Problem

_ENDING = re.compile(r"(?:-step-\d+)?(?:\.[a-z]+|/)$")
_NUMBER = re.compile(r"[^/]*/\d+-")
_DATA = re.compile(r"data/.*\.yml")
"""What the course reads: nobody is led there. A manifest for readers is one of its addresses."""

_WHOLE = re.compile(r"data/(?:comparison|sources|terms)\.yml$|\.md$")
"""The files that say which anchors there are, and on which pages."""

_ANCHOR = "give it its old id again, since an id is an address for ever; if it is gone for good, delete this line"
_MOVED = "add to docs/data/moved.yml:  - {{from: {old}, to: {new}}}; if nothing takes its place, delete this line"
_UNKNOWN = "ITS-ADDRESS-NOW"


def kept(files: Files) -> set[str]:
    """Return all addresses that others may keep, as the list has them: of pages, of files, and ids that data give."""
    pages = {address for address in addresses(files) if not address.startswith("data/") or address.count("/") == 1}
    return {f"/{page}" for page in pages if not _DATA.fullmatch(page)}.union(*_anchors(files).values())


def problems(files: Files) -> Iterator[Problem]:
    """Yield every address of the list of those that were published that is not there and leads nowhere."""
    there = kept(files)
    moved = {f"/{move.old}" for move in files.moves.model.moved} if files.moves else set()
    new = {address[1:] for address in there - files.addresses.keys() if "#" not in address}
    lost = [
        address
        for address in files.addresses
        if not (address in there or address.partition("#")[0] in moved or _cannot_be_known(files, address))
    ]
    # What stood on a page is gone with it, and leads on with it.
    for address in (one for one in lost if one.partition("#")[0] not in lost or "#" not in one):
        anchors = sum(one.startswith(f"{address}#") for one in lost)
        more = f", with {anchors} of its anchors" if anchors else ""
        hint = _ANCHOR if "#" in address else _MOVED.format(old=address[1:], new=_likely(address[1:], new) or _UNKNOWN)
        also = ", and those of its anchors" if anchors else ""
        message = f"{address} was published, and is gone{more}"
        yield Problem(f"docs/{PUBLISHED}", files.addresses[address], 1, "", message, f"{hint}{also}")


def _of_rows(rows: tuple[Row, ...]) -> set[str]:
    return {row.id for row in rows} | {f"figure--{figure.id}" for row in rows for figure in row.figures}


def _anchors(files: Files) -> dict[str, set[str]]:
    """Return the addresses of rows, figures, sources and words, by their pages, but for what is faulty."""
    found: dict[str, set[str]] = {}
    if files.comparison and (page := files.showing("comparison")):
        found[f"/{page.url}"] = _of_rows(files.comparison.model.rows)
    if files.sources and (page := files.showing("bibliography")):
        found.setdefault(f"/{page.url}", set()).update(files.sources.model.ids())
    if files.glossary and (page := files.showing("glossary")):
        found.setdefault(f"/{page.url}", set()).update(term.id for term in files.glossary.model.terms)
    return {page: {f"{page}#{anchor}" for anchor in anchors} for page, anchors in found.items()}


def _cannot_be_known(files: Files, address: str) -> bool:
    """Tell whether what stood at an address may still be in a file that is faulty."""
    page, has_anchor, _ = address.partition("#")
    if has_anchor:
        return page not in _anchors(files) and any(_WHOLE.search(problem.path) for problem in files.problems)
    faulty = {f"/diagrams/{name}-step-" for name in files.faulty("docs/data/diagrams")}
    return address.startswith(tuple(faulty)) or any(problem.path == f"docs{address}" for problem in files.problems)


def _likely(old: str, new: Collection[str]) -> str:
    """Return the new address that most likely takes the place of an old one: of the same kind, in the same folder."""
    ending = _ENDING.search(old)
    alike = [
        address
        for address in sorted(new)
        if PurePosixPath(address).parent == PurePosixPath(old).parent
        and ending
        and (found := _ENDING.search(address))
        and found[0] == ending[0]
    ]
    number = _NUMBER.match(old)
    numbered = [address for address in alike if number and address.startswith(number[0])]
    close = get_close_matches(old, numbered or alike, n=1, cutoff=0 if numbered or len(alike) == 1 else 0.6)
    return close[0] if close else ""
