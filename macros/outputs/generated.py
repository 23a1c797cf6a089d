"""``python -m macros.outputs.generated SITE``: put the files that are made, not written, into a built site.

MkDocs gets them from a hook; a generator without hooks gets them from this command.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path

from macros.assembly.course import Course
from macros.assembly.place import Place
from macros.chart.measured_figure import drawing
from macros.content.redirects import pages, redirects
from macros.diagram.standalone import STYLESHEETS, Drawing, drawings, png, stylesheet, svg, svg_and_png
from macros.html.words import speaking
from macros.outputs.download import contents
from macros.outputs.quotes import quotes
from macros.reading.cache import Cache
from macros.reading.problem import ContentError

ToFiles = Callable[[Drawing, str, str], tuple[str, bytes]]
"""Makes SVG and PNG of a drawing, the stylesheet, and whom it names."""


def made(course: Course, docs: Path, to_files: ToFiles = svg_and_png) -> dict[str, str | bytes]:
    """Return the comparison, its sources, the diagrams, and what stands at old addresses, but for what is faulty."""
    found: dict[str, str | bytes] = {}
    if course.card and (course.sources or not course.files.has("sources")):
        found.update(contents(course.comparison, course.sources, course.card.licence))
    if course.card and course.files.published.issuperset(STYLESHEETS):
        css = "".join((docs / path).read_text(encoding="utf-8") for path in STYLESHEETS)
        for path, drawing in chain(drawings(course.drawable, course.pictograms), _charts(course)):
            found[f"{path}.svg"], found[f"{path}.png"] = to_files(drawing, css, course.card.credit)
    with speaking(course.files.language.value):
        return {**found, **quotes(course), **_moved(course, found)}


def _charts(course: Course) -> Iterator[tuple[str, Drawing]]:
    """Yield each chart of what was measured, by its path in the site without an ending."""
    place, found = Place(course, ""), course.measurements
    for chart in found.charts if found else ():
        with suppress(ContentError):  # What stands beside it is faulty, which is told.
            if found and found.is_drawn(chart):
                charted = place.charted(found, chart)
                yield charted.path, drawing(charted)


def _moved(course: Course, found: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """Return what stands at old addresses: pages that lead on, and files as they are now."""
    files = {move.old: found[move.target] for move in course.moves if move.target in found}
    lists = {"_redirects": redirects(course.moves)} if course.moves else {}
    return {**files, **pages(course.moves), **lists}


@contextmanager
def kept_drawings(folder: Path) -> Iterator[ToFiles]:
    """Give what makes files of drawings, or takes them as an earlier build kept them in a folder."""
    makers = sorted(file for wing in ("chart", "diagram") for file in Path(__file__).parents[1].glob(f"{wing}/*.py"))
    kept = Cache(folder, makers, ["cssselect2", "font-source-sans-pro", "resvg-py", "tinycss2"])

    def to_files(drawing: Drawing, css: str, credit: str) -> tuple[str, bytes]:
        def made_now() -> bytes:
            return svg(drawing.draw(), stylesheet(css), credit).encode()

        text = kept.get(made_now, "svg", drawing.made_from, css, credit).decode()
        return text, kept.get(lambda: png(text), "png", text)

    yield to_files
    kept.forget_others()


def main(site: Path) -> None:
    """Write all files below a site's folder."""
    docs = Path("docs").resolve()
    for path, content in made(Course.read(docs), docs).items():
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
