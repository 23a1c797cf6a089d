"""The previews of all pages: each with the page's own diagram or chart, or else with the picture of the first page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from macros.assembly.course import Course
from macros.chart import chart
from macros.diagram import gallery
from macros.diagram.block import NARROW, WIDE
from macros.diagram.preview import OF_A_PART, OF_A_WHOLE, has_room, preview
from macros.diagram.preview import WIDE as PIXELS
from macros.diagram.raster import png
from macros.diagram.standalone import Drawing, coloured, stylesheet
from macros.html.words import speaking
from macros.outputs.pictures import pictures
from macros.pages.call import Call
from macros.pages.page import Page
from macros.reading.cache import FOLDER, Cache
from macros.reading.site import Site

_FILES = {
    "chart": chart.path,
    "diagram": "diagrams/{}".format,
    "measured_chart": "diagrams/measured/{}".format,
    "picture": gallery.path,
}
"""What shows a picture, and where that stands as a file."""


MOST = 300
"""Pages that have a preview each: in a larger course those with one picture share one, which names the course.

Each takes 0.06 seconds when it is first made, and 45 kB of the site.
"""


@dataclass(frozen=True)
class Previews:
    """The previews of a course."""

    course: Course
    site: Site

    def path(self, page: Page) -> str:
        """Return where the preview of a page stands, below the site's root."""
        named = self._picture(page) if self._shared else page.url.removesuffix("/")
        return f"previews/{named or 'index'}.png"

    def shown(self, page: Page) -> Drawing | None:
        """Return what a page shows first, or else what the first page does; nothing where neither shows anything."""
        return self._drawings.get(self._picture(page))

    def made(self, css: str, kept: Cache) -> Iterator[tuple[str, bytes]]:
        """Yield each preview by its path, as it was kept or made now, in the colours of a stylesheet."""
        for path, page in {self.path(page): page for page in self.course.pages}.items():
            title = self.site.name if self._shared else page.front_matter.listed
            shown = self.shown(page)
            make, around = partial(self._png, title, shown, css), (self.site.name, self.course.files.language.value)
            yield path, kept.get(make, "preview", title, *around, css, shown.made_from if shown else "")

    def _png(self, title: str, shown: Drawing | None, css: str) -> bytes:
        with speaking(self.course.files.language.value):
            drawings = drawn(shown) if shown else []
        return png(coloured(preview(title, self.site.name, drawings), stylesheet(css)), PIXELS)

    def _picture(self, page: Page) -> str:
        """Return the path of the picture of a page, without an ending, or nothing."""
        return self._first(page.calls) or self._of_the_course

    def _first(self, calls: tuple[Call, ...]) -> str:
        named = (_FILES[call.name](call.arguments[0]) for call in calls if call.name in _FILES and call.arguments)
        return next((one for one in named if one in self._drawings), "")

    @property
    def _shared(self) -> bool:
        return len(self.course.pages) > MOST

    @cached_property
    def _of_the_course(self) -> str:
        home = self.course.page_at("")
        return self._first(home.calls) if home else ""

    @cached_property
    def _drawings(self) -> Mapping[str, Drawing]:
        return dict(pictures(self.course))


def drawn(shown: Drawing) -> list[str]:
    """Return a drawing for each width: the whole if it can be read, else the first of its parts that can."""
    least = OF_A_WHOLE
    while not has_room(drawings := [shown.draw(limit) for limit in (WIDE, NARROW)], least) and shown.shorter:
        shown, least = shown.shorter(), OF_A_PART
    return drawings


def write(previews: Previews, css: str, folder: Path) -> None:
    """Write the preview of each page below the folder of a site, as it was kept or made now."""
    here = Path(__file__)
    makers = [here, *(file for wing in ("chart", "diagram") for file in sorted(here.parents[1].glob(f"{wing}/*.py")))]
    kept = Cache(FOLDER / "previews", makers, ["cssselect2", "font-source-sans-pro", "resvg-py", "tinycss2"])
    for name, content in previews.made(css, kept):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    kept.forget_others()
