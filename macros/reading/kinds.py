"""The kinds of files that are published from ``docs/``: where each stands, how large it may be, and what else to do."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from macros.reading import filenames
from macros.reading.images import SUFFIXES
from macros.reading.problem import did_you_mean

FILES = ("comparison", "course", "measurements", "moved", "sources", "synonyms", "terms")
FOLDERS = ("charts", "decisions", "diagrams", "interactives", "quizzes", "transcripts")
"""Of data: files in ``docs/data/``, and folders of files."""

NEEDED = ("index.md", "data/course.yml")
"""What no course is without."""

PUBLISHED = "data/published.txt"
"""The list of all addresses that were published, for the check alone."""

_FILES, _FOLDERS = "|".join(FILES), "|".join(FOLDERS)
_NO_PAGES = "(?!(?:data|assets|diagrams)/)(?:.+/)?[^/]+"
"""Data and code have folders of their own, and ``diagrams`` is where the drawings are published."""


@dataclass(frozen=True)
class Kind:
    """A kind of file: its name, its paths below ``docs``, the most bytes of one, and how many there may be."""

    name: str
    place: re.Pattern[str]
    most: int
    count: int
    smaller: str
    """What to do about a file that is too large."""

    @property
    def one(self) -> str:
        """Return the name of the kind, with its article."""
        return f"{'an' if self.name[0] in 'aeiou' else 'a'} {self.name}"


def _kind(name: str, place: str, most: int, count: int, smaller: str) -> Kind:
    return Kind(name, re.compile(place, re.DOTALL), most, count, smaller)


PAGE = _kind("page", rf"{_NO_PAGES}\.md", 100_000, 10_000, "split it into several pages")
IMAGE = _kind("image", rf"{_NO_PAGES}\.(?:{'|'.join(SUFFIXES)})", 500_000, 1_000, "save it smaller, or as WebP")
DATA = _kind(
    "data file", rf"data/(?:(?:{_FILES})|(?:{_FOLDERS})/[^/]+)\.yml", 200_000, 30_000, "take out what is not shown"
)
SCHEMA = _kind("schema", rf"data/schema/(?:{_FILES}|{_FOLDERS}|page|lesson)\.json", 1_000_000, 100, "run: make schema")
PICTOGRAM = _kind("pictogram", r"data/pictures/[^/]+\.svg", 30_000, 500, "draw it with fewer points")
ASSET = _kind("script or stylesheet", r"assets/.+\.(?:css|js)", 500_000, 100, "load less")
PROGRAM = _kind("program", r"lab/[^/]+\.py", 200_000, 10, "let it do less")
"""For readers to run: nothing here runs it, and its owners are those of code."""

MANIFEST = _kind("manifest", r"lab/[^/]+\.yml", 50_000, 10, "let it say less")
"""For readers to give to what runs the site or a program: nothing here does what it says."""

LIST = _kind("list of addresses", re.escape(PUBLISHED), 500_000, 1, "take out what nobody asks for any more")
KINDS = (PAGE, IMAGE, DATA, LIST, SCHEMA, PICTOGRAM, ASSET, PROGRAM, MANIFEST)

_OTHERS = (
    (r".*\.(?:markdown|mdown|mkdn?)", "a page has the suffix .md", "name it {stem}.md"),
    (r".*\.x?html?", "a page is written in Markdown", "write {stem}.md"),
    (r".*\.md", "no page is published here", "put it beside the other pages, outside data, assets and diagrams"),
    (r"data/schema/.*", "no data file has this schema", "schemas are written by: make schema"),
    (r".*\.ya?ml", "no data are read here", "data stand in docs/data/{files}.yml or docs/data/{folders}/NAME.yml"),
    (r".*\.svg", "a drawing stands in docs/data/", "a pictogram in pictures/NAME.svg, a diagram in diagrams/NAME.yml"),
    (r"assets/.*\.(?:css|js)", "the site's settings do not name this code", "name it in mkdocs.yml, or delete it"),
    (r".*\.(?:css|m?js|ts)", "code is published only from docs/assets/", "a page needs none; ask a maintainer"),
    (r".*\.pyw?", "a program for readers stands in docs/lab/", "put it there; a page needs none"),
    (rf".*\.(?:{'|'.join(SUFFIXES)})", "no image is published here", "put it beside the page, or in docs/images/"),
    (r".*\.(?:gif|avif|bmp|ico|tiff?|heic)", "no image of this type is published", "save it as PNG, JPEG or WebP"),
    (r"_redirects", "this list is made from docs/data/moved.yml", "write old addresses there, and delete this file"),
    (r"_headers", "this list is made when the site is built", "delete it"),
    (r"(?:.*/)?\.[^/]*", "a hidden file is not published", "delete it"),
)
"""What may stand there instead: paths, what is wrong, and a hint."""

_UNKNOWN = "this is no kind of file that is published"
_KNOWN = "pages are .md, images {images}, data .yml in docs/data/; ask a maintainer for another kind"


def kind_of(path: str) -> Kind | None:
    """Return the kind of the file at a path below ``docs``, in whatever case it is written."""
    return next((kind for kind in KINDS if kind.place.fullmatch(path.lower())), None)


def misplaced(path: str) -> tuple[str, str]:
    """Return what is wrong with a file of no kind at this path below ``docs``, and a hint."""
    file = PurePosixPath(path)
    nearest = did_you_mean(f"docs/{path}", [f"docs/data/{name}.yml" for name in FILES]) if file.suffix == ".yml" else ""
    words = {
        "stem": filenames.plain(file.stem) or "NAME",
        "files": "|".join(FILES),
        "folders": "|".join(FOLDERS),
        "images": ", ".join(SUFFIXES),
    }
    for place, message, hint in _OTHERS:
        if re.fullmatch(place, path.lower(), re.DOTALL):
            return message, nearest or hint.format(**words)
    return _UNKNOWN, _KNOWN.format(**words)
