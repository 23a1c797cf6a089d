"""The files of a preview, made so that no browser runs any of them: where no script runs, nothing is stored or read.

Previews of all pull requests stand on one origin: GitHub Pages gives a repository one host and sends no header of ours.
A sandbox needs such a header. A policy that forbids scripts does not: it is obeyed in the head of a page, too.
"""

import re
from pathlib import PurePosixPath
from xml.parsers import expat

from report.received import Refused

SHOWN = {"css", "csv", "html", "ico", "json", "png", "svg", "txt", "webmanifest", "yml"}
LEFT_OUT = {"br", "gz", "js", "map", "py", "xml", "zip"}
"""Scripts, programs, copies, archives, and XML, which a browser may run; ``_headers`` and the like are for hosts."""
_STYLES = "style-src 'self' 'unsafe-inline'"
"""What a page says of its looks can do no more than its stylesheets, which are of the same pull request."""
_POLICY = f"default-src 'none'; {_STYLES}; img-src 'self' data:; base-uri 'none'; form-action 'none'"
_HEAD = (
    f'<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    '<meta name="robots" content="noindex">\n'
).encode()
_SVG = "http://www.w3.org/2000/svg "
_SHAPES = (
    "svg g title desc metadata style defs symbol use path rect circle ellipse line polyline polygon text tspan "
    "linearGradient radialGradient stop clipPath mask pattern marker"
)
_NAME = re.compile(r"#?[\w-]+", re.ASCII)
_ENCODING = "utf-8"
"""A browser would read another one, and with it other elements."""

_ELEMENTS = {_SVG + name for name in _SHAPES.split()}


def inert(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files of a site that a preview shows; raises Refused for a drawing that may be more than one."""
    kinds = {name: PurePosixPath(name).suffix.removeprefix(".") for name in files}
    shown = {name: files[name] for name, kind in kinds.items() if kind in SHOWN}
    for name, content in shown.items():
        if kinds[name] == "svg" and not _is_drawing(content):
            raise Refused("an SVG in it holds something else than shapes")
    # A policy that comes first is obeyed from the first byte of the page on, and no later one can loosen it.
    return {name: _HEAD + content if kinds[name] == "html" else content for name, content in shown.items()}


def _is_drawing(content: bytes) -> bool:
    """Return whether an SVG holds shapes and words only: no script, no link, no handler, no page within it."""
    parser = expat.ParserCreate(namespace_separator=" ")
    faults: list[str] = []

    def element(name: str, attributes: dict[str, str]) -> None:
        if name not in _ELEMENTS or not all(map(_is_harmless, attributes, attributes.values())):
            faults.append(name)

    def declaration(_version: str, encoding: str | None, _standalone: int) -> None:
        if (encoding or "utf-8").lower() != _ENCODING:
            faults.append("encoding")

    parser.StartElementHandler = element
    parser.XmlDeclHandler = declaration
    parser.StartDoctypeDeclHandler = lambda *_: faults.append("doctype")
    parser.ProcessingInstructionHandler = lambda *_: faults.append("instruction")
    try:
        parser.Parse(content.decode("utf-8"), True)  # noqa: FBT003 - it is the end of the text
    except (expat.ExpatError, ValueError):
        return False
    return not faults


def _is_harmless(name: str, value: str) -> bool:
    local = name.rpartition(" ")[2].lower()
    return not local.startswith("on") and (local != "href" or _NAME.fullmatch(value) is not None)
