"""``python -m macros.outputs.generated SITE``: put the files that are made, not written, into a built site.

MkDocs gets them from a hook; a generator without hooks gets them from this command.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from macros.assembly.course import Course
from macros.assembly.drawn import drawable
from macros.content.redirects import pages, redirects
from macros.diagram.block import WIDE
from macros.diagram.foot import Credit
from macros.diagram.looks import dark, files, light, transparent
from macros.diagram.raster import png
from macros.diagram.standalone import STYLESHEETS, Drawing, stylesheet, svg
from macros.html.words import code, speaking
from macros.outputs.archive import archive
from macros.outputs.download import contents
from macros.outputs.head import Heads
from macros.outputs.pictures import credit, pictures
from macros.outputs.previews import Previews, write
from macros.outputs.quotes import quotes
from macros.reading.cache import Cache
from macros.reading.site import Site, site

ToFiles = Callable[[Drawing, str, Credit], tuple[str, bytes]]
"""Makes SVG and PNG of a drawing, with the stylesheet, and whom they name."""


def svg_and_png(drawing: Drawing, css: str, credit: Credit) -> tuple[str, bytes]:
    """Return a drawing as two files: SVG and PNG."""
    text = svg(drawing.draw(WIDE), stylesheet(css), credit, drawing.said)
    return text, png(text)


def made(course: Course, docs: Path, site: Site, to_files: ToFiles = svg_and_png) -> dict[str, str | bytes]:
    """Return the comparison, its sources, all pictures, and what stands at old addresses, but for what is faulty."""
    found: dict[str, str | bytes] = {}
    with speaking(course.files.language.value):
        if course.card and (course.sources or not course.files.has("sources")):
            found.update(contents(course.comparison, course.sources, course.card.licence))
        if course.card and course.files.published.issuperset(STYLESHEETS):
            css, named_in_each = styles(docs), credit(course, site)
            for path, drawing in pictures(course):
                text, picture = to_files(drawing, css, named_in_each)
                plain = text if drawing.follows else light(text)
                found.update(zip(files(path), (picture, plain, dark(text), transparent(text)), strict=True))
        return {**found, **_steps(course, found), **quotes(course), **_moved(course, found)}


def styles(docs: Path) -> str:
    """Return the stylesheets that give drawings their look."""
    return "".join((docs / path).read_text(encoding="utf-8") for path in STYLESHEETS)


def _steps(course: Course, found: Mapping[str, str | bytes]) -> dict[str, bytes]:
    """Return, for each diagram in steps, an archive with all of them in all looks."""
    return {
        f"diagrams/{name}.zip": archive(
            (path.removeprefix("diagrams/"), found[path]) for path in paths if path in found
        )
        for name, diagram in drawable(course).items()
        if (paths := [path for n in range(len(diagram.steps)) for path in files(f"diagrams/{name}-step-{n + 1}")])
    }


def _moved(course: Course, found: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """Return what stands at old addresses: pages that lead on, and files as they are now."""
    moved = {move.old: found[move.target] for move in course.moves if move.target in found}
    lists = {"_redirects": redirects(course.moves)} if course.moves else {}
    return {**moved, **pages(course.moves), **lists}


@contextmanager
def kept_drawings(folder: Path) -> Iterator[ToFiles]:
    """Give what makes files of drawings, or takes them as an earlier build kept them in a folder."""
    makers = sorted(file for wing in ("chart", "diagram") for file in Path(__file__).parents[1].glob(f"{wing}/*.py"))
    kept = Cache(folder, makers, ["cssselect2", "font-source-sans-pro", "resvg-py", "tinycss2"])

    def to_files(drawing: Drawing, css: str, credit: Credit) -> tuple[str, bytes]:
        def made_now() -> bytes:
            return svg(drawing.draw(WIDE), stylesheet(css), credit, drawing.said).encode()

        around = repr((credit, drawing.said, code()))
        text = kept.get(made_now, "svg", drawing.made_from, css, around).decode()
        return text, kept.get(lambda: png(text), "png", text)

    yield to_files
    kept.forget_others()


def main(folder: Path) -> None:
    """Write all files below the folder of a site, and what the heads of its pages say to machines."""
    docs = Path("docs").resolve()
    course, here = Course.read(docs), site(docs.parent)
    for path, content in made(course, docs, here).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    if here.address:
        heads = Heads(Previews(course, here))
        write(heads.previews, styles(docs), folder)
        for file, page in ((folder / page.url / "index.html", page) for page in course.pages):
            if file.is_file():
                file.write_text(heads.with_head(file.read_text(encoding="utf-8"), page.url), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
